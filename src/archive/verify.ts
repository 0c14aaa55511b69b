/**
 * Opens a package that was just written as any reader does, and holds its directory against what was meant and what
 * was read back.
 */
import { quoted } from './entry-names'
import { different, type ReadBackEntry } from './readback'
import { withArchive } from './zip-file'

export interface ExpectedEntry {
  readonly name: string
  /** The 16 bits of stat(2) `st_mode`. */
  readonly mode: number
  readonly isStored: boolean
  readonly sizeBytes: number
  readonly crc32: number
}

/**
 * Compares name, mode, method, size and CRC-32 of every entry with what was packed and with what its data inflated
 * to, and the place of its data with the one that was read back.
 *
 * @param path path of the zip
 * @param expected entries in their order
 * @param readBack the same entries as they were read back
 * @throws ActionError `package-readback` at the first difference, `package-unreadable` when it is no sound zip
 */
export async function verifyArchive(
  path: string,
  expected: readonly ExpectedEntry[],
  readBack: readonly ReadBackEntry[],
): Promise<void> {
  await withArchive(path, async ({ listing }) => {
    if (listing.entries.length !== expected.length) {
      throw different(`it has ${listing.entries.length} entries instead of ${expected.length}`)
    }
    for (const [index, entry] of listing.entries.entries()) {
      const [wanted, read] = [expected[index], readBack[index]]
      const name = quoted(entry.name)
      if (wanted === undefined || entry.name !== wanted.name)
        throw different(`entry ${index + 1} has another name`)
      if (entry.madeBy !== 3 || entry.mode !== wanted.mode) throw different(`${name} has another mode`)
      if (entry.method !== (wanted.isStored ? 0 : 8)) throw different(`${name} has another method`)
      if (entry.dataPosition !== read?.dataPosition || entry.compressedBytes !== read.compressedBytes)
        throw different(`${name} lies elsewhere`)
      if (entry.sizeBytes !== wanted.sizeBytes || read.sizeBytes !== wanted.sizeBytes)
        throw different(`${name} has another size`)
      if (entry.crc32 !== wanted.crc32 || read.crc32 !== wanted.crc32)
        throw different(`${name} has another checksum`)
    }
  })
}
