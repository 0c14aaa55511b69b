/**
 * The objects, lists and constructors that are open while a JSON text is read, and the tree that grows in them.
 * Knows the path of a place as Newtonsoft.Json writes it.
 */
import type { Place } from './fault'
import type { JsonMember, JsonNode, Span } from './json-tree'

/** As Newtonsoft.Json names them in its messages. */
export type ContainerType = 'Object' | 'Array' | 'Constructor'

interface Container {
  readonly type: ContainerType
  readonly start: Place
  readonly name: string
  readonly members: JsonMember[]
  readonly items: JsonNode[]
  /** The name that was read last, in an object. */
  key: Omit<JsonMember, 'value'> | undefined
  /** Of the value that was begun last. */
  index: number
}

export class Nesting {
  readonly #open: Container[] = []
  #root: JsonNode | undefined

  get root(): JsonNode | undefined {
    return this.#root
  }

  get depth(): number {
    return this.#open.length
  }

  get innermost(): ContainerType | undefined {
    return this.#open.at(-1)?.type
  }

  /** Whether a character can begin the next member or item, had there been a comma. */
  continuesWith(character: string): boolean {
    return this.innermost === 'Object'
      ? /["'\p{L}_$]/u.test(character)
      : this.depth > 0 && /["'\p{L}\d{[-]/u.test(character)
  }

  /** A value of the innermost container has begun. */
  count(): void {
    const container = this.#open.at(-1)
    if (container !== undefined) container.index += 1
  }

  open(type: ContainerType, start: Place, name: string): void {
    this.count()
    this.#open.push({ type, start, name, members: [], items: [], key: undefined, index: -1 })
  }

  name(key: Omit<JsonMember, 'value'>): void {
    const container = this.#open.at(-1)
    if (container !== undefined) container.key = key
  }

  add(node: JsonNode): void {
    const container = this.#open.at(-1)
    if (container === undefined) this.#root ??= node
    else if (container.type !== 'Object') container.items.push(node)
    else if (container.key !== undefined) container.members.push({ ...container.key, value: node })
  }

  /** Ends the innermost container and adds it to the one around it. */
  close(end: Place): void {
    const container = this.#open.pop()
    if (container === undefined) return
    const { type, start, name, members, items } = container
    const span: Span = { ...start, endLine: end.line, endColumn: end.column }
    if (type === 'Object') this.add({ kind: 'object', members, span })
    else if (type === 'Array') this.add({ kind: 'array', items, span })
    else this.add({ kind: 'constructor', name, items, span })
  }

  /**
   * The path of the value that was begun last, such as `a.b[0]['c d']`.
   *
   * @param hasBegun false directly behind the innermost opening bracket
   * @see Src/Newtonsoft.Json/JsonPosition.cs in JamesNK/Newtonsoft.Json
   */
  path(hasBegun: boolean): string {
    const shown = hasBegun ? this.#open : this.#open.slice(0, -1)
    return shown.reduce((path, { type, key, index }) => {
      if (type !== 'Object') return `${path}[${index}]`
      const name = key?.key ?? ''
      if (/[. '/"[\]()\t\n\r\f\b\\\u0085\u2028\u2029]/.test(name)) return `${path}['${escaped(name)}']`
      return path === '' ? name : `${path}.${name}`
    }, '')
  }
}

const shortEscapes: ReadonlyMap<string, string> = new Map([
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\f', '\\f'],
  ['\b', '\\b'],
  ['\\', '\\\\'],
  ["'", "\\'"],
])

function escaped(name: string): string {
  return name.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is escaped
    /[\0-\x1f\\'\u0085\u2028\u2029]/g,
    (character) =>
      shortEscapes.get(character) ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
