/**
 * Quotes values for commands that a person is asked to paste into a POSIX shell.
 * Branch names and resource names come from outside and may hold any character.
 */

/**
 * One word of a command line.
 *
 * @returns the text as it is when it is harmless, else in single quotes
 */
export function shellQuote(value: string): string {
  if (/^[A-Za-z0-9_./:@=-]+$/.test(value)) return value
  return `'${value.replaceAll("'", "'\\''")}'`
}
