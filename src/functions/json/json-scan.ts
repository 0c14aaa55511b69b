/**
 * Looks over a text before it is parsed as JSON: comments, open strings, nesting. It builds no values.
 */

/** Newtonsoft.Json 13 refuses deeper documents (`JsonReader.MaxDepth`). */
const maxDepth = 64

export interface Scan {
  /** The text with blanks for comments. */
  readonly text: string
  readonly trimmed: string
  /** Whether brackets are open at the end. */
  readonly isOpen: boolean
}

/**
 * Replaces comments by blanks of the same length and measures the nesting, without recursion:
 * the parser recurses on both, so a deep document or a long run of comments would overflow its stack.
 *
 * @param source the text, with LF line ends
 * @returns the text to parse, or why it cannot be JSON and at which offset
 */
export function blankComments(source: string): Scan | { reason: string; offset: number } {
  const pieces: string[] = []
  let kept = 0
  let depth = 0
  let offset = 0
  while (offset < source.length) {
    const character = source[offset]
    if (character === '"' || character === "'") {
      const end = endOfString(source, offset)
      // The parser would never come back from a string that ends in a backslash at the end of the text.
      if (end === -1) return { reason: 'a string is not closed', offset }
      offset = end
    } else if (character === '/' && (source[offset + 1] === '/' || source[offset + 1] === '*')) {
      const end = endOfComment(source, offset)
      if (end === -1) return { reason: 'a comment is not closed', offset }
      pieces.push(source.slice(kept, offset), source.slice(offset, end).replaceAll(/[^\n]/g, ' '))
      kept = offset = end
    } else {
      if (character === '{' || character === '[') depth += 1
      if (character === '}' || character === ']') depth -= 1
      if (depth > maxDepth) return { reason: `values are nested deeper than ${maxDepth} levels`, offset }
      offset += 1
    }
  }
  pieces.push(source.slice(kept))
  const text = pieces.join('')
  return { text, trimmed: text.trimEnd(), isOpen: depth > 0 }
}

/** The offset after a string, or -1 when it is not closed. */
function endOfString(source: string, start: number): number {
  const quote = source[start]
  let offset = start + 1
  while (offset < source.length && source[offset] !== quote) offset += source[offset] === '\\' ? 2 : 1
  return offset < source.length ? offset + 1 : -1
}

/** The offset after a comment, or -1 when a block comment is not closed. */
function endOfComment(source: string, start: number): number {
  if (source[start + 1] === '/') {
    const end = source.indexOf('\n', start)
    return end === -1 ? source.length : end
  }
  const end = source.indexOf('*/', start + 2)
  return end === -1 ? -1 : end + 2
}
