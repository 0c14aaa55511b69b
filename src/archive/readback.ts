/**
 * Reads a package that was just written and holds it against what was meant.
 */
import { ActionError } from '../errors'
import { quoted } from './entry-names'
import { withArchive } from './zip-file'

export interface ExpectedEntry {
  readonly name: string
  /** The 16 bits of stat(2) `st_mode`. */
  readonly mode: number
  readonly sizeBytes: number
  readonly crc32: number
}

/**
 * Inflates every entry and compares name, mode, size and CRC-32 with what was packed.
 *
 * @param path path of the zip
 * @param expected entries in their order
 * @param signal aborts between entries
 * @throws ActionError `package-readback` at the first difference, `package-unreadable` when it is no sound zip
 */
export async function verifyArchive(
  path: string,
  expected: readonly ExpectedEntry[],
  signal: AbortSignal | undefined,
): Promise<void> {
  await withArchive(path, async ({ listing, inflate }) => {
    if (listing.entries.length !== expected.length) {
      throw different(`it has ${listing.entries.length} entries instead of ${expected.length}`)
    }
    for (const [index, entry] of listing.entries.entries()) {
      signal?.throwIfAborted()
      const wanted = expected[index]
      if (wanted === undefined || entry.name !== wanted.name)
        throw different(`entry ${index + 1} has another name`)
      if (entry.madeBy !== 3 || entry.mode !== wanted.mode)
        throw different(`${quoted(entry.name)} has another mode`)
      if (entry.sizeBytes !== wanted.sizeBytes) throw different(`${quoted(entry.name)} has another size`)
      if (entry.crc32 !== wanted.crc32) throw different(`${quoted(entry.name)} has another checksum`)
      // This fails when the inflated bytes do not have the size and checksum of the directory.
      await inflate(entry)
    }
  })
}

function different(how: string): ActionError {
  return new ActionError('package-readback', `The written package is not what was meant: ${how}.`, {
    hint: 'Run again. If it happens twice, suspect the disk of the runner.',
  })
}
