/**
 * The slashes around routes and prefixes, which the host adds and takes away itself.
 */

/**
 * A route or prefix without the slashes around it.
 *
 * @param text any text; loops instead of a pattern, which would take quadratic time on many slashes
 * @returns what is between the first and the last character that is no slash
 */
export function withoutSlashes(text: string): string {
  let start = 0
  let end = text.length
  while (text[start] === '/') start += 1
  while (end > start && text[end - 1] === '/') end -= 1
  return text.slice(start, end)
}
