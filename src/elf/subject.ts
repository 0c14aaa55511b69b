/** What the rules of the verdict look at, and how they word a finding. */
import type { Finding } from '../findings'
import type { GoBuildInfo } from './build-info'
import type { elfCodes } from './codes'
import type { HostGap } from './host-gaps'
import type { ElfImage } from './image'
import { printable } from './printable'

export type ElfCode = keyof typeof elfCodes

/** A binary that was read, with all that the rules need. */
export interface Subject {
  readonly image: ElfImage
  readonly buildInfo: GoBuildInfo | undefined
  readonly gaps: readonly HostGap[]
  /** Unix permission bits; undefined where they are not known. */
  readonly mode: number | undefined
  readonly sizeBytes: number
}

/**
 * Makes a finding of this room.
 *
 * @param code a code that codes.ts describes
 * @param severity how bad it is for starting on Azure
 * @param message what was found, values already printable
 * @returns the finding, without a place: where the binary is named is for the caller to say
 */
export function finding(
  code: ElfCode,
  severity: Finding['severity'],
  message: string,
  hint: string,
): Finding {
  return { code, severity, message, hint }
}

/**
 * A build setting in printable form.
 *
 * @param key for example `CGO_ENABLED`
 * @returns empty when there is no build info or no such setting
 */
export function setting(subject: Subject, key: string): string {
  return printable(subject.buildInfo?.settings.get(key) ?? '')
}

/**
 * Words a list with its items quoted.
 *
 * @param items printable texts
 * @param most how many are named before the rest is only counted
 * @returns for example `'a', 'b' and 3 more`
 */
export function quotedList(items: readonly string[], most = 8): string {
  const shown = items.slice(0, most).map((item) => `'${item}'`)
  const rest = items.length - shown.length
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ')
}
