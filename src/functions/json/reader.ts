/**
 * Builds the tree of a JSON text as Newtonsoft.Json's `JObject.Parse` does, by the states of its `JsonTextReader`,
 * without recursion. Refuses what the host refuses, in the same words.
 */
import { JsonCursor } from './cursor'
import { type Complaint, JsonFault, type Place, shownCharacter } from './fault'
import type { JsonNode } from './json-tree'
import { type ContainerType, Nesting } from './nesting'
import { readScalar } from './scalars'
import { readString } from './strings'
import { endOfInput, readBareName, readConstructorName } from './words'

/** `JsonReader.MaxDepth` of Newtonsoft.Json 13. */
const maxDepth = 64
const notRead = 'Error reading JObject from JsonReader.'

/** What the reader stands before. The `-start` states come directly behind an opening bracket. */
type State =
  | 'start'
  | 'object-start'
  | 'object'
  | 'property'
  | 'list-start'
  | 'list'
  | 'after-value'
  | 'finished'

export interface ReadText {
  readonly root: JsonNode
  readonly lenientFrom: Place | undefined
}

/** Why a text is no JSON. */
export interface ReadFailure extends Place {
  readonly complaint: Complaint
  /** What the host appends to its words. */
  readonly where: string
}

/**
 * Reads a text.
 *
 * @param text without a byte order mark
 * @param rootKind `object` refuses any other root, as `JObject.Parse` does
 * @returns the root, or the first thing that the host refuses
 * @see Src/Newtonsoft.Json/JsonTextReader.cs (Read) and Linq/JContainer.cs (ReadTokenFrom) in JamesNK/Newtonsoft.Json
 */
export function readJsonText(text: string, rootKind: 'object' | 'any'): ReadText | ReadFailure {
  const reader = new Reader(text, rootKind)
  try {
    return reader.read()
  } catch (error) {
    if (error instanceof JsonFault)
      return { ...error.place, complaint: error.complaint, where: reader.where() }
    throw error
  }
}

const closers: ReadonlyMap<string, ContainerType> = new Map([
  ['}', 'Object'],
  [']', 'Array'],
  [')', 'Constructor'],
])

class Reader {
  readonly #cursor: JsonCursor
  readonly #rootKind: 'object' | 'any'
  readonly #nesting = new Nesting()
  #state: State = 'start'
  #hasComment = false
  /** Whether anything was read behind the root's opening bracket. */
  #hasContent = false
  #endOfLastWord: Place = { line: 1, column: 1 }

  constructor(text: string, rootKind: 'object' | 'any') {
    this.#cursor = new JsonCursor(text)
    this.#rootKind = rootKind
  }

  read(): ReadText {
    while (this.#advance()) {
      // The state says what comes next.
    }
    const { root, depth } = this.#nesting
    if (root === undefined || depth > 0) throw this.#unexpectedEnd()
    return { root, lenientFrom: this.#cursor.lenientFrom }
  }

  /** The path and the place as the host counts them: positions from 0, line 0 before the first word. */
  where(): string {
    const { line, column } = this.#cursor.place
    const isBefore = this.#state === 'start' && column === 1 && !this.#hasComment
    const path = this.#nesting.path(!this.#state.endsWith('-start'))
    return `Path '${path}', line ${isBefore ? 0 : line}, position ${column - 1}.`
  }

  /** Reads one word or comment; false at the end of the text. */
  #advance(): boolean {
    const cursor = this.#cursor
    const isInside = this.#nesting.depth > 0
    if (this.#state === 'finished') {
      if (!this.#hasMoreBehindRoot()) return false
    } else {
      cursor.skipBlanks()
      if (cursor.next === '') return false
    }
    if (cursor.next === '/') {
      cursor.skipComment()
      this.#hasComment = true
    } else {
      if (this.#state === 'after-value') this.#readAfterValue()
      else if (this.#state === 'object' || this.#state === 'object-start') this.#readMember()
      else this.#readValue()
      this.#endOfLastWord = cursor.place
    }
    this.#hasContent ||= isInside
    return true
  }

  #hasMoreBehindRoot(): boolean {
    const cursor = this.#cursor
    if (!cursor.has(0)) return false
    cursor.skipBlanks()
    if (cursor.isEndSeen) return false
    if (cursor.next === '/') return true
    throw cursor.unexpected(
      `Additional text encountered after finished reading JSON content: ${cursor.next}.`,
    )
  }

  #readAfterValue(): void {
    const cursor = this.#cursor
    if (closers.has(cursor.next)) {
      this.#close()
    } else if (cursor.next === ',') {
      cursor.step()
      this.#state = this.#nesting.innermost === 'Object' ? 'object' : 'list'
    } else {
      const words = `After parsing a value an unexpected character was encountered: ${cursor.next}.`
      if (!this.#nesting.continuesWith(cursor.next)) throw cursor.unexpected(words)
      const reason = `a comma is missing before ${shownCharacter(cursor.next)}`
      throw cursor.fault({ words, reason, missingComma: this.#endOfLastWord })
    }
  }

  #readMember(): void {
    const cursor = this.#cursor
    if (cursor.next === '}') {
      if (this.#state === 'object') cursor.noteLeniency()
      this.#close()
      return
    }
    const start = cursor.place
    const isQuoted = cursor.next === '"' || cursor.next === "'"
    const key = isQuoted ? readString(cursor) : readBareName(cursor)
    const keySpan = cursor.spanFrom(start)
    this.#endOfLastWord = cursor.place
    cursor.skipBlanks()
    if (cursor.next !== ':') {
      const words = `Invalid character after parsing property name. Expected ':' but got: ${cursor.next || '\0'}.`
      throw cursor.next === '' ? this.#endFault(words) : cursor.unexpected(words)
    }
    cursor.step()
    this.#state = 'property'
    this.#nesting.name({ key, keySpan })
  }

  #readValue(): void {
    const cursor = this.#cursor
    const { next, afterNext } = cursor
    const start = cursor.place
    if (next === '{' || next === '[') {
      cursor.step()
      this.#open(next === '{' ? 'Object' : 'Array', start)
    } else if (next === 'n' && afterNext === 'e') {
      this.#open('Constructor', start, readConstructorName(cursor, this.#isInConstructor))
    } else if (next === ']' || next === ')') {
      if (this.#state === 'list') cursor.noteLeniency()
      this.#close()
    } else if (next === ',') {
      cursor.noteLeniency()
      this.#add({ kind: 'undefined', span: cursor.spanFrom(start) }, 'Undefined')
    } else {
      const scalar = readScalar(cursor, this.#isInConstructor)
      if ('node' in scalar) this.#add(scalar.node, scalar.token)
      else throw this.#refuse(scalar, start)
    }
  }

  /** The host counts a number as read before it looks at it. */
  #refuse(complaint: Complaint, start: Place): JsonFault {
    this.#nesting.count()
    this.#endValue()
    return this.#cursor.fault(complaint, start)
  }

  #add(node: JsonNode, token: string): void {
    this.#nesting.count()
    this.#nesting.add(node)
    this.#endValue()
    this.#demandObject(token, node.span)
  }

  #open(type: ContainerType, start: Place, name = ''): void {
    this.#state = type === 'Object' ? 'object-start' : 'list-start'
    this.#nesting.open(type, start, name)
    if (this.#nesting.depth > maxDepth) {
      const words = `The reader's MaxDepth of ${maxDepth} has been exceeded.`
      throw this.#cursor.fault({ words, reason: `values are nested deeper than ${maxDepth} levels` }, start)
    }
    if (type !== 'Object') this.#demandObject(`Start${type}`, start)
  }

  #close(): void {
    const cursor = this.#cursor
    const { next, place } = cursor
    const type = closers.get(next)
    const closed = this.#nesting.innermost
    cursor.step()
    this.#nesting.close(cursor.place)
    if (closed !== type) {
      const words = `JsonToken End${type} is not valid for closing JsonType ${closed ?? 'None'}.`
      throw cursor.fault({ words, reason: `unexpected '${next}'` }, place)
    }
    this.#endValue()
  }

  #endValue(): void {
    this.#state = this.#nesting.depth === 0 ? 'finished' : 'after-value'
  }

  /** Called with the first word of the root only. */
  #demandObject(token: string, place: Place): void {
    const isRoot = this.#nesting.depth === (token.startsWith('Start') ? 1 : 0)
    if (!isRoot || this.#rootKind === 'any') return
    const words = `${notRead} Current JsonReader item is not an object: ${token}.`
    throw this.#cursor.fault({ words, reason: 'the text is no object in braces' }, place)
  }

  #unexpectedEnd(): JsonFault {
    if (this.#nesting.depth > 0 && this.#hasContent) {
      return this.#endFault('Unexpected end of content while loading JObject.')
    }
    const isComment = this.#nesting.depth === 0 && this.#hasComment
    return this.#endFault(
      isComment ? `${notRead} Current JsonReader item is not an object: Comment.` : notRead,
    )
  }

  #endFault(words: string): JsonFault {
    return this.#cursor.fault({ words, reason: endOfInput }, this.#endOfLastWord)
  }

  get #isInConstructor(): boolean {
    return this.#nesting.innermost === 'Constructor'
  }
}
