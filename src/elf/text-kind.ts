/** Whether bytes are text, and how `file` words its encoding and line ends. */

export interface TextKind {
  /** `ASCII` or `Unicode text, UTF-8`. */
  readonly encoding: string
  /** For example `, with CRLF line terminators`; empty for plain LF. */
  readonly endings: string
  /** The whole line for a file that is nothing but text. */
  readonly line: string
}

/** What file's text table accepts below 0x80: bell to carriage return, escape, printable characters. */
function isTextByte(byte: number): boolean {
  return (byte >= 0x07 && byte <= 0x0d) || byte === 0x1b || (byte >= 0x20 && byte !== 0x7f)
}

/**
 * Looks at the start of a file.
 *
 * @param start its first bytes
 * @returns encoding and line ends, or undefined when it is not ASCII or UTF-8 text
 */
export function textKind(start: Buffer): TextKind | undefined {
  const latin = start.toString('latin1')
  if (!start.every(isTextByte)) return undefined
  const isAscii = start.every((byte) => byte < 0x80)
  // A multi-byte character may be cut at the end of the bytes that were read.
  const utf8 = start.toString('utf8').replace(/\ufffd{1,3}$/, '')
  if (!isAscii && utf8.includes('\ufffd')) return undefined
  const encoding = isAscii ? 'ASCII' : 'Unicode text, UTF-8'
  const endings = lineEndings(latin)
  return { encoding, endings, line: `${encoding} text${endings}` }
}

function lineEndings(text: string): string {
  const kinds: string[] = []
  if (/\r\n/.test(text)) kinds.push('CRLF')
  if (/\r(?!\n)/.test(text)) kinds.push('CR')
  if (/(?<!\r)\n/.test(text)) kinds.push('LF')
  if (kinds.length === 0) return ', with no line terminators'
  return kinds.length === 1 && kinds[0] === 'LF' ? '' : `, with ${kinds.join(', ')} line terminators`
}
