/**
 * The JSON tree that the project room works on: plain values with their places, and raw look-up in it.
 * It does not parse, and it does not know the host's configuration rules.
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
  /** As written. */
  readonly text: string
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

export type JsonNode = JsonObject | JsonArray | JsonString | JsonNumber | JsonBoolean | JsonNull

export interface JsonMember {
  readonly key: string
  readonly keySpan: Span
  readonly value: JsonNode
}

/**
 * Finds a member by its exact name. Of equal names the last one counts, as in Newtonsoft.Json's `JObject`.
 *
 * @param node any node, or nothing
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
 * @param node any node, or nothing
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
 * @param node any node, or nothing
 * @returns the value, or `undefined` when the node is no string
 */
export function stringOf(node: JsonNode | undefined): string | undefined {
  return node?.kind === 'string' ? node.value : undefined
}

/**
 * Writes a node as JSON for a message, shortened.
 *
 * @param node any node
 * @returns at most 80 characters of compact JSON
 */
export function quoteJson(node: JsonNode): string {
  const text = write(node, 6)
  return text.length <= 80 ? text : `${text.slice(0, 77)}...`
}

function write(node: JsonNode, depth: number): string {
  if (node.kind === 'null') return 'null'
  if (node.kind !== 'object' && node.kind !== 'array') {
    return node.kind === 'number' ? node.text : JSON.stringify(node.value)
  }
  if (depth === 0) return node.kind === 'object' ? '{...}' : '[...]'
  if (node.kind === 'array') {
    return `[${node.items
      .slice(0, 20)
      .map((item) => write(item, depth - 1))
      .join(',')}]`
  }
  const members = node.members.slice(0, 20)
  return `{${members.map(({ key, value }) => `${JSON.stringify(key)}:${write(value, depth - 1)}`).join(',')}}`
}
