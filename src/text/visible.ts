/**
 * Makes untrusted text safe to look at: what a reader cannot see is written out, what is too long is cut.
 * Knows nothing of Markdown; escaping for a format happens where that format is written.
 */

/** Everything that draws nothing or redirects the drawing of its neighbours. `\n` and `\t` are kept. */
const unseen = /[^\P{C}\n\t]|[\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}|\u2800/gu

/**
 * Writes out control, bidi, zero-width and other invisible characters: `ESC` becomes `␛`,
 * U+202E becomes `[U+202E]`. Line ends become `\n`; `\n` and `\t` are kept.
 *
 * @returns text in which every character is visible, except spaces, tabs and line ends
 * @see Unicode Standard Annex 44 (general categories C*, Z*; Default_Ignorable_Code_Point)
 */
export function visible(text: string): string {
  return text.replace(/\r\n/g, '\n').replace(unseen, (character) => {
    const codePoint = character.codePointAt(0) ?? 0
    if (codePoint < 0x20) return String.fromCodePoint(0x2400 + codePoint)
    if (codePoint === 0x7f) return '␡'
    return `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`
  })
}

/**
 * Cuts text that is too long, never inside a surrogate pair.
 *
 * @param maxLength most UTF-16 units to keep, the mark included
 * @param mark what stands at the cut
 * @returns the text itself when it is short enough, else its beginning and the mark
 */
export function clip(text: string, maxLength: number, mark = '…'): string {
  if (text.length <= maxLength) return text
  let end = Math.max(0, maxLength - mark.length)
  const last = text.charCodeAt(end - 1)
  const splitsPair = last >= 0xd800 && last <= 0xdbff
  if (splitsPair) end -= 1
  return text.slice(0, end) + mark
}
