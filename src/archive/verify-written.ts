/**
 * Reads a package that was just written as any reader does, and holds everything in it against what was meant.
 */
import { ActionError } from '../errors'
import type { ArchiveCode } from './codes'
import { quoted } from './entry-names'
import { withArchive } from './zip/zip-file'

export interface WrittenEntry {
  readonly name: string
  /** The 16 bits of stat(2) `st_mode`. */
  readonly mode: number
  readonly isStored: boolean
  readonly sizeBytes: number
  readonly compressedBytes: number
  readonly crc32: number
}

/**
 * Compares every entry with what was packed, and inflates it to see that it has the size and checksum.
 *
 * @throws ActionError `package-readback` at the first difference, `package-unreadable` when it is no sound zip
 */
export async function verifyWritten(
  path: string,
  expected: readonly WrittenEntry[],
  signal?: AbortSignal,
): Promise<void> {
  await withArchive(path, async ({ listing, inflate }) => {
    if (listing.entries.length !== expected.length) {
      throw different(`it has ${listing.entries.length} entries instead of ${expected.length}`)
    }
    for (const [index, entry] of listing.entries.entries()) {
      const wanted = expected[index]
      const name = quoted(entry.name)
      if (entry.name !== wanted?.name) throw different(`entry ${index + 1} has another name`)
      if (entry.madeBy !== 3 || entry.mode !== wanted.mode) throw different(`${name} has another mode`)
      if (entry.method !== (wanted.isStored ? 0 : 8)) throw different(`${name} has another method`)
      if (entry.sizeBytes !== wanted.sizeBytes || entry.compressedBytes !== wanted.compressedBytes)
        throw different(`${name} has another size`)
      if (entry.crc32 !== wanted.crc32) throw different(`${name} has another checksum`)
      signal?.throwIfAborted()
      await inflate(entry, async (bytes) => {
        for await (const _ of bytes) signal?.throwIfAborted()
      })
    }
  })
}

function different(how: string): ActionError {
  return new ActionError(
    'package-readback' satisfies ArchiveCode,
    `The written package is not what was meant: ${how}.`,
    { hint: 'Run again. If it happens twice, suspect the disk of the runner.' },
  )
}
