/**
 * Makes text that was read from a binary safe to print: such text is written by whoever made the file.
 * Markdown, HTML and workflow commands are escaped by those who render, not here.
 */

/** Longest text from a binary that a message quotes. */
const quotedLength = 200

// Control and format characters, surrogates, private use, line and paragraph separators: the bidirectional
// controls are format characters, so a name cannot reorder the line in which it is quoted.
const unprintable = /[\p{C}\p{Zl}\p{Zp}]/gu

/**
 * Escapes every byte outside printable ASCII as three octal digits, as `file` does for names (isprint in C).
 *
 * @param bytes raw bytes
 * @returns ASCII text without control characters
 */
export function octalEscaped(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) {
    text += byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, '0')}`
  }
  return text
}

/**
 * Escapes what could move a cursor, break a line or reverse the reading direction.
 *
 * @returns the text with each such character as `\u{hex}`, at most 200 characters of it
 */
export function printable(text: string): string {
  const cut = text.length > quotedLength ? `${text.slice(0, quotedLength)}…` : text
  return cut.replace(unprintable, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`)
}

/**
 * The bytes before the first NUL.
 *
 * @param bytes raw bytes
 * @returns a view without the NUL and what follows it
 */
export function untilNul(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0)
  return end < 0 ? bytes : bytes.subarray(0, end)
}
