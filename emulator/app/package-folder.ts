/**
 * Unpacks a received package as Azure does, mode bits included. Written apart from the product's own zip code,
 * so that a mistake there cannot hide behind the same mistake here.
 */
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { type Entry, fromBuffer, type ZipFile } from 'yauzl'

export interface UnpackRules {
  /** Mode of an entry without unix mode bits. */
  readonly defaultMode: number
  /** Kudu repairs the bits of what it copies: every file gets this mode. */
  readonly fixedMode?: number
}

const entryLimitBytes = 1024 * 1024 * 1024

/**
 * Unpacks into an empty folder.
 *
 * @param packageBytes a zip
 * @param folder existing folder
 * @param rules what becomes of the mode bits
 * @throws when the archive is corrupt or an entry points outside the folder
 */
export async function unpackPackage(packageBytes: Buffer, folder: string, rules: UnpackRules): Promise<void> {
  const archive = await open(packageBytes)
  for await (const entry of entries(archive)) {
    const target = resolve(join(folder, entry.fileName))
    if (!`${target}${sep}`.startsWith(`${resolve(folder)}${sep}`)) {
      throw new Error(`The entry '${entry.fileName}' points outside the package.`)
    }
    if (entry.fileName.endsWith('/')) {
      await mkdir(target, { recursive: true })
      continue
    }
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, await read(archive, entry))
    const stored = (entry.externalFileAttributes >>> 16) & 0o777
    await chmod(target, rules.fixedMode ?? (stored === 0 ? rules.defaultMode : stored))
  }
}

function open(packageBytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(packageBytes, { lazyEntries: true }, (error, archive) =>
      error ? reject(error) : resolve(archive),
    )
  })
}

async function* entries(archive: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | undefined>((resolve, reject) => {
      const settle = (outcome: () => void): void => {
        archive.removeAllListeners()
        outcome()
      }
      archive.once('entry', (found: Entry) => settle(() => resolve(found)))
      archive.once('end', () => settle(() => resolve(undefined)))
      archive.once('error', (error: Error) => settle(() => reject(error)))
      archive.readEntry()
    })
    if (!entry) return
    yield entry
  }
}

function read(archive: ZipFile, entry: Entry): Promise<Buffer> {
  if (entry.uncompressedSize > entryLimitBytes) throw new Error(`The entry '${entry.fileName}' is too large.`)
  return new Promise((resolve, reject) => {
    archive.openReadStream(entry, (error, stream) => {
      if (error) {
        reject(error)
        return
      }
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.once('error', reject)
      stream.once('end', () => resolve(Buffer.concat(chunks)))
    })
  })
}
