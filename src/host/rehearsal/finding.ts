/** Findings of the rehearsal and the text they quote from a program's output. */
import { stripVTControlCharacters } from 'node:util'
import type { Finding, Severity } from '../../findings'
import type { HostCode } from '../codes'

export type HostFinding = Finding & {
  readonly code: HostCode
  /** Names of settings that the handler missed as it ended. */
  readonly settings?: readonly string[]
  /** With `handler-writes-package`: the handler did not go on without what it wanted to write. */
  readonly hasFailed?: boolean
}

/**
 * Makes a finding of the rehearsal.
 *
 * @param code a code of this room
 * @param severity the code's severity
 * @param message what was seen, with values quoted
 * @returns the finding, without a place: the host room does not know the repository
 */
export function hostFinding(code: HostCode, severity: Severity, message: string, hint: string): HostFinding {
  return { code, severity, message, hint }
}

/**
 * The end of a program's output as one sentence.
 *
 * @param lines its last lines, oldest first
 * @returns ` Its last lines: "…"`, cut to 600 characters, or an empty string
 */
export function quoteLines(lines: readonly string[]): string {
  const text = lines
    .map((line) => stripVTControlCharacters(line).trim())
    .filter((line) => line !== '')
    .join(' | ')
  if (text === '') return ''
  const shown = text.length > maximumQuote ? `…${text.slice(-maximumQuote)}` : text
  return ` Its last lines: "${shown}".`
}

const maximumQuote = 600
