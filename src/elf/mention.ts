/**
 * Looks for a text among the bytes of a binary. The only part of this room that reads a whole file, so it is
 * asked only when the answer matters.
 */
import type { ByteSource } from './source'

const blockBytes = 1024 * 1024
const mostBytes = 1024 * blockBytes

/**
 * Says whether a binary holds one of some texts. Go keeps string literals as plain bytes in its read-only data.
 *
 * @param texts ASCII texts, none of them empty
 * @returns true when one is found; undefined when the file is too large to look through
 */
export function mentionsText(source: ByteSource, texts: readonly string[]): boolean | undefined {
  if (source.sizeBytes > mostBytes) return undefined
  const wanted = texts.map((text) => Buffer.from(text, 'latin1'))
  const overlap = Math.max(...wanted.map((bytes) => bytes.length)) - 1
  for (let offset = 0; offset < source.sizeBytes; offset += blockBytes) {
    // A text may lie across the border of two blocks.
    const block = Buffer.from(source.read(offset, blockBytes + overlap))
    if (wanted.some((bytes) => block.includes(bytes))) return true
  }
  return false
}
