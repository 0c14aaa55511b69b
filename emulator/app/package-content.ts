/**
 * Looks into a received package without unpacking it, as far as the deployment servers do.
 */
import { fromBuffer } from 'yauzl'

/**
 * The names of the entries of a zip.
 *
 * @param packageBytes the whole archive
 * @returns names with forward slashes, folders with a trailing one
 * @throws when the central directory cannot be read
 */
export function entryNames(packageBytes: Buffer): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    fromBuffer(packageBytes, { lazyEntries: false, strictFileNames: false }, (error, archive) => {
      if (error) {
        reject(error)
        return
      }
      const names: string[] = []
      archive.on('entry', (entry) => names.push(entry.fileName))
      archive.once('error', reject)
      archive.once('end', () => resolve(names))
    })
  })
}
