/**
 * The JSON tree that every reader of host.json and function.json works on: plain values with their places, and
 * raw look-up in it. It does not parse, and it does not know the host's configuration rules.
 */

/** A stretch of text. Lines and columns count from 1; the end is exclusive. */
export interface Span {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

export interface JsonObject {
  readonly kind: 'object'
  readonly members: readonly JsonMember[]
  readonly span: Span
}

export interface JsonArray {
  readonly kind: 'array'
  readonly items: readonly JsonNode[]
  readonly span: Span
}

export interface JsonString {
  readonly kind: 'string'
  readonly value: string
  readonly span: Span
}

export interface JsonNumber {
  readonly kind: 'number'
  readonly value: number
  /** As written: `010`, `0x1F`, `-Infinity`. */
  readonly text: string
  /** Whether Newtonsoft.Json takes it for an integer: not `1.0`, `1e5`, `NaN`. */
  readonly isInteger: boolean
  readonly span: Span
}

export interface JsonBoolean {
  readonly kind: 'boolean'
  readonly value: boolean
  readonly span: Span
}

export interface JsonNull {
  readonly kind: 'null'
  readonly span: Span
}

/** `undefined`, or nothing before a comma: `[1,,2]`. */
export interface JsonUndefined {
  readonly kind: 'undefined'
  readonly span: Span
}

/** `new Date(1)`; nothing reads one, but the text is valid. */
export interface JsonConstructor {
  readonly kind: 'constructor'
  readonly name: string
  readonly items: readonly JsonNode[]
  readonly span: Span
}

export type JsonNode =
  | JsonObject
  | JsonArray
  | JsonString
  | JsonNumber
  | JsonBoolean
  | JsonNull
  | JsonUndefined
  | JsonConstructor

export interface JsonMember {
  readonly key: string
  readonly keySpan: Span
  readonly value: JsonNode
}

/**
 * Finds a member by its exact name. Of equal names the last one counts, as in Newtonsoft.Json's `JObject`.
 *
 * @param key the name, compared case-sensitively
 * @returns the member, or `undefined` when the node is no object or has no such member
 */
export function memberOf(node: JsonNode | undefined, key: string): JsonMember | undefined {
  if (node?.kind !== 'object') return undefined
  return lastOf(node.members, (member) => member.key === key)
}

/**
 * Finds a member by its name in any case: the last exact match, else the last match in another case,
 * as Newtonsoft.Json binds a JSON object to a class.
 *
 * @param key the name
 * @returns the member, or `undefined`
 */
export function memberInAnyCase(node: JsonNode | undefined, key: string): JsonMember | undefined {
  if (node?.kind !== 'object') return undefined
  const wanted = key.toLowerCase()
  return memberOf(node, key) ?? lastOf(node.members, (member) => member.key.toLowerCase() === wanted)
}

function lastOf(
  members: readonly JsonMember[],
  matches: (member: JsonMember) => boolean,
): JsonMember | undefined {
  for (let index = members.length - 1; index >= 0; index -= 1) {
    const member = members[index]
    if (member !== undefined && matches(member)) return member
  }
  return undefined
}

/**
 * The text of a string node.
 *
 * @returns the value, or `undefined` when the node is no string
 */
export function stringOf(node: JsonNode | undefined): string | undefined {
  return node?.kind === 'string' ? node.value : undefined
}

/**
 * Writes a node as JSON for a message, shortened.
 *
 * @returns at most 80 characters of compact JSON
 */
export function quoteJson(node: JsonNode): string {
  const text = write(node, 6)
  return text.length <= 80 ? text : `${text.slice(0, 77)}...`
}

function write(node: JsonNode, depth: number): string {
  const list = (items: readonly JsonNode[]) =>
    items
      .slice(0, 20)
      .map((item) => write(item, depth - 1))
      .join(',')
  switch (node.kind) {
    case 'null':
    case 'undefined':
      return node.kind
    case 'number':
      return node.text
    case 'string':
    case 'boolean':
      return JSON.stringify(node.value)
    case 'array':
      return depth === 0 ? '[...]' : `[${list(node.items)}]`
    case 'constructor':
      return depth === 0 ? 'new ...' : `new ${node.name}(${list(node.items)})`
    default: {
      if (depth === 0) return '{...}'
      const members = node.members.slice(0, 20)
      return `{${members.map(({ key, value }) => `${JSON.stringify(key)}:${write(value, depth - 1)}`).join(',')}}`
    }
  }
}
