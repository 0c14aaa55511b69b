/** How much a package may hold, the same for packing and for reading. */
import { ActionError } from '../errors'
import type { ArchiveCode } from './codes'

/** A function app is far below. The count of entries stays in 16 bits and every offset in 32 (APPNOTE 4.4.1.4). */
export const archiveLimits = { entries: 65_535, unpackedBytes: 2 * 1024 ** 3 } as const

/** The error for what is too much to pack: `package-too-large`. */
export function tooLarge(found: string): ActionError {
  return new ActionError(
    'package-too-large' satisfies ArchiveCode,
    `The package would hold ${found}; fewer than ${archiveLimits.entries} files and at most 2 GiB are packed.`,
    { hint: 'Take large data out of the package, for example into a storage account.' },
  )
}
