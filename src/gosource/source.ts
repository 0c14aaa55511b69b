/**
 * Splits Go source text into tokens, as far as literals and calls need it: comments are dropped, strings are
 * decoded. It never fails: what is no Go becomes single-character tokens. Lexical rules of the Go specification.
 */

export interface GoToken {
  readonly kind: 'name' | 'string' | 'rune' | 'number' | 'sign'
  /** The decoded value of a string, else the text itself. */
  readonly text: string
  readonly offset: number
  /** Offset after the token. */
  readonly end: number
}

/**
 * Comment, raw string, string, rune, name, number, or one other character. Every alternative is linear.
 * Whatever is not ASCII counts as a letter: outside of strings and comments Go allows nothing else.
 */
const lexeme =
  /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|`[^`]*(?:`|$)|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|[a-zA-Z_\u0080-\uffff][\w\u0080-\uffff]*|\d[\w.]*|\S/g

const letter = /[a-zA-Z_\u0080-\uffff]/
const digit = /\d/

/**
 * Reads the tokens of a file one after another, so that a reader of its head need not pay for the rest.
 *
 * @param text Go source
 * @returns tokens in order; strings with their value, everything else as written
 */
export function* tokenizeGo(text: string): Generator<GoToken, void> {
  for (const match of text.matchAll(lexeme)) {
    const [lexed] = match
    const first = lexed[0] ?? ''
    if (first === '/' && (lexed[1] === '/' || lexed[1] === '*')) continue
    const { index: offset } = match
    const end = offset + lexed.length
    if (first === '`') {
      yield { kind: 'string', text: lexed.slice(1).replace(/`$/, '').replaceAll('\r', ''), offset, end }
    } else if (first === '"') yield { kind: 'string', text: decodeString(lexed), offset, end }
    else if (first === "'") yield { kind: 'rune', text: lexed, offset, end }
    else if (digit.test(first)) yield { kind: 'number', text: lexed, offset, end }
    else yield { kind: letter.test(first) ? 'name' : 'sign', text: lexed, offset, end }
  }
}

const escapes: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}

function decodeString(literal: string): string {
  const body = literal.length > 1 && literal.endsWith('"') ? literal.slice(1, -1) : literal.slice(1)
  if (!body.includes('\\')) return body
  return body.replaceAll(
    /\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|([0-7]{3})|(.))/gi,
    (_, hex: string, short: string, long: string, octal: string, simple: string) => {
      if (simple !== undefined) return escapes[simple] ?? simple
      const code = octal === undefined ? Number.parseInt(hex ?? short ?? long, 16) : Number.parseInt(octal, 8)
      return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
    },
  )
}

/**
 * The place of an offset in a text.
 *
 * @param text the whole file
 * @param offset where
 * @returns line and column, counted from 1
 */
export function placeOfOffset(
  text: string,
  offset: number,
): { readonly line: number; readonly column: number } {
  let line = 1
  let start = 0
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1
    start = at + 1
  }
  return { line, column: offset - start + 1 }
}
