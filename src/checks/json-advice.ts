/** What to do about a text that is no JSON. It judges by what the reader found, never by the reader's words. */
import type { JsonFailure } from '../functions/json/json'

/** @returns a hint */
export function jsonAdvice({ missingComma }: JsonFailure): string {
  return missingComma === undefined
    ? 'Correct the JSON at this place.'
    : `Write a comma behind the value before it: line ${missingComma.line}, column ${missingComma.column}.`
}
