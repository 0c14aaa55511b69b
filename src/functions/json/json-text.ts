/**
 * Values of a JSON tree as text, as .NET and Newtonsoft.Json write them, and what they say where a text is wanted
 * and something else stands. It converts to no other type; `functions/values` does.
 */
import type { JsonNode, Span } from './json-tree'
import { doubleText, integerOf } from './numbers'

/** A text, nothing (`null`, `undefined`), or the host's sentence. */
export type TextResult = { readonly value: string | undefined } | { readonly refused: string }

/**
 * A single value as `JValue.ToString(CultureInfo.InvariantCulture)` gives it: `True`, `31` for `0x1F`, `1E+20`.
 *
 * @returns `undefined` for `null`, `undefined`, lists and objects
 */
export function scalarText(node: JsonNode): string | undefined {
  switch (node.kind) {
    case 'string':
      return node.value
    case 'boolean':
      return node.value ? 'True' : 'False'
    case 'number':
      return node.isInteger ? String(integerOf(node.text)) : doubleText(node.value)
    default:
      return undefined
  }
}

/**
 * Takes a value for a text by a cast, `(string)token`.
 *
 * @see Src/Newtonsoft.Json/Linq/JToken.cs (explicit operator string) in JamesNK/Newtonsoft.Json
 */
export function castToText(node: JsonNode): TextResult {
  if (node.kind === 'object' || node.kind === 'array' || node.kind === 'constructor') {
    return { refused: `Can not convert ${titled(node.kind)} to String.` }
  }
  return { value: scalarText(node) }
}

/**
 * Reads a value as a member of type string, as `JToken.ToObject` does.
 *
 * @param path of the value, such as `bindings[0].name`
 * @see Src/Newtonsoft.Json/JsonReader.cs (ReadAsString) in JamesNK/Newtonsoft.Json
 */
export function readAsText(node: JsonNode, path: string): TextResult {
  const value = scalarText(node)
  if (value !== undefined || node.kind === 'null') return { value }
  const token = node.kind === 'undefined' ? 'Undefined' : `Start${titled(node.kind)}`
  return { refused: `Error reading string. Unexpected token: ${token}. ${whereOf(node, path)}` }
}

/**
 * Where the host says that a value stands: behind a single value, behind the opening bracket of a list.
 *
 * @param path of the value, such as `bindings[0].name`
 * @returns for example `Path 'bindings[0].name', line 1, position 60.`
 */
export function whereOf(node: JsonNode, path: string): string {
  const { span } = node
  const isOpen = node.kind === 'object' || node.kind === 'array'
  const line = isOpen ? span.line : span.endLine
  return `Path '${path}', line ${line}, position ${isOpen ? span.column : span.endColumn - 1}.`
}

function titled(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`
}

/**
 * The place of a part of a text's value; the whole value where the part is all of it, where it is written with escapes, or is no text.
 *
 * @param start first character of the part, counted from 0
 */
export function placeWithin(node: JsonNode, start: number, length: number): Span {
  const { span } = node
  const isPlain =
    node.kind === 'string' &&
    span.line === span.endLine &&
    span.endColumn - span.column === node.value.length + 2
  if (!isPlain || length === node.value.length) return span
  const column = span.column + 1 + start
  return { ...span, column, endColumn: column + length }
}
