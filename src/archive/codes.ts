/**
 * Every code of this room with the description that docs/findings.md and SARIF show.
 * Data only; the hot code imports it as a type.
 */
import type { CodeDescription } from '../findings'
import { contentCodes } from './codes/contents'
import { entryCodes } from './codes/entries'
import { zipCodes } from './codes/zip'

/** Code to description, for findings and for the errors that this room throws. */
export const archiveCodes = {
  ...contentCodes,
  ...entryCodes,
  ...zipCodes,
} as const satisfies Record<string, CodeDescription>

export type ArchiveCode = keyof typeof archiveCodes
