/**
 * A place in a JSON text that moves forward, with lines counted as Newtonsoft.Json's `JsonTextReader` counts
 * them. Knows blanks and comments; the words of the language are in `words.ts` and `strings.ts`.
 */
import { type Complaint, JsonFault, type Place, shownCharacter } from './fault'
import type { Span } from './json-tree'

/** What `Char.IsWhiteSpace` takes, and the zero byte, which the reader passes over. */
const blank = /[\0\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/

export class JsonCursor {
  readonly #text: string
  #offset = 0
  #line = 1
  #lineStart = 0
  #isEndSeen = false
  #lenientFrom: Place | undefined

  constructor(text: string) {
    this.#text = text
  }

  get offset(): number {
    return this.#offset
  }

  /** The next character; empty at the end. */
  get next(): string {
    return this.#text[this.#offset] ?? ''
  }

  get afterNext(): string {
    return this.#text[this.#offset + 1] ?? ''
  }

  get isAtBlank(): boolean {
    return blank.test(this.next)
  }

  get place(): Place {
    return { line: this.#line, column: this.#offset - this.#lineStart + 1 }
  }

  /** Where the first thing stands that strict JSON does not have. */
  get lenientFrom(): Place | undefined {
    return this.#lenientFrom
  }

  /**
   * Whether more text was asked for than there is. What then still stands behind the root is not looked at:
   * one character behind a lone carriage return.
   */
  get isEndSeen(): boolean {
    return this.#isEndSeen
  }

  spanFrom({ line, column }: Place): Span {
    const end = this.place
    return { line, column, endLine: end.line, endColumn: end.column }
  }

  noteLeniency(place: Place = this.place): void {
    this.#lenientFrom ??= place
  }

  fault(complaint: Complaint, place: Place = this.place): JsonFault {
    return new JsonFault(complaint, place)
  }

  /** `unexpected 'yes'` for a word, `unexpected ';'` for any other character. */
  unexpected(words: string): JsonFault {
    const [word] = /^-?[\w$]{2,40}/.exec(this.ahead(41)) ?? []
    const found = word === undefined ? shownCharacter(this.next) : `'${word}'`
    return this.fault({ words, reason: `unexpected ${found}` })
  }

  /** Asks for a character ahead, as `EnsureChars` does. */
  has(ahead: number): boolean {
    const isThere = this.#offset + ahead < this.#text.length
    if (!isThere) this.#isEndSeen = true
    return isThere
  }

  ahead(length: number): string {
    return this.#text.slice(this.#offset, this.#offset + length)
  }

  since(offset: number): string {
    return this.#text.slice(offset, this.#offset)
  }

  /** Moves on within a line. */
  step(length = 1): void {
    this.#offset = Math.min(this.#offset + length, this.#text.length)
  }

  stepWhile(pattern: RegExp): void {
    while (pattern.test(this.next)) this.#offset += 1
  }

  /** Moves on by one character, which may end a line: LF, CR, or CR LF but for the last two of a text. */
  stepOver(): void {
    const character = this.next
    this.#offset += 1
    if (character !== '\n' && character !== '\r') return
    if (character === '\r' && this.has(1) && this.next === '\n') this.#offset += 1
    this.#line += 1
    this.#lineStart = this.#offset
  }

  skipBlanks(): void {
    while (this.isAtBlank) {
      if (!' \t\r\n'.includes(this.next)) this.noteLeniency()
      this.stepOver()
    }
    this.has(0)
  }

  /** Stands at a slash. */
  skipComment(): void {
    const start = this.place
    this.noteLeniency()
    this.step()
    const open = { words: 'Unexpected end while parsing comment.', reason: 'a comment is not closed' }
    // With "//" as the very last characters the host misses the end, too.
    if (!this.has(1)) throw this.fault(open, start)
    const kind = this.next
    if (kind !== '*' && kind !== '/') {
      throw this.unexpected(`Error parsing comment. Expected: *, got ${kind}.`)
    }
    this.step()
    if (kind === '/') {
      this.stepWhile(/[^\r\n]/)
      this.has(0)
      return
    }
    const end = this.#text.indexOf('*/', this.#offset)
    const limit = end === -1 ? this.#text.length : end
    while (this.#offset < limit) this.stepOver()
    if (end === -1) throw this.fault(open, start)
    this.step(2)
  }
}
