/**
 * Comparing text as .NET does with `StringComparison.OrdinalIgnoreCase`: one letter at a time, without culture,
 * and never an ASCII letter against another one.
 */

/** Text in the upper case that .NET compares; its length never changes. */
export function ordinalUpper(text: string): string {
  if (/^[\0-\x7f]*$/.test(text)) return text.toUpperCase()
  return Array.from(text, (letter) => {
    const upper = letter.toUpperCase()
    const isAsciiNow = upper < '\x80' && letter >= '\x80'
    return upper.length === letter.length && !isAsciiNow ? upper : letter
  }).join('')
}

/** Whether two texts are equal but for the case of letters. */
export function equalsIgnoringCase(left: string, right: string): boolean {
  return left.length === right.length && ordinalUpper(left) === ordinalUpper(right)
}

/** Order of `StringComparer.OrdinalIgnoreCase`: negative, zero or positive. */
export function compareIgnoringCase(left: string, right: string): number {
  const [one, other] = [ordinalUpper(left), ordinalUpper(right)]
  return one < other ? -1 : one > other ? 1 : 0
}
