/**
 * Reads JSON as leniently as the Functions host does (Newtonsoft.Json: comments, single quotes, bare keys,
 * trailing commas) and keeps the place of every value. Hostile input ends in a failure, never in a throw.
 */
import { type AnyNode, parse } from '@humanwhocodes/momoa'
import { messageOf } from '../../errors'
import { blankComments } from './json-scan'
import type { JsonMember, JsonNode, Span } from './json-tree'

/** Larger files are refused: a host.json of this size is a mistake or an attack. */
export const maxJsonBytes = 1024 * 1024

export interface JsonDocument {
  readonly root: JsonNode
  /** Where strict JSON ends and leniency begins; `undefined` when the whole text is strict JSON. */
  readonly lenientFrom: { readonly line: number; readonly column: number } | undefined
  readonly encoding: TextEncoding
}

/** Why a text is no JSON, and where. */
export interface JsonFailure {
  /** One clause without a full stop, for example `unexpected end of input`. */
  readonly reason: string
  readonly line: number
  readonly column: number
}

export type JsonResult =
  | { readonly state: 'parsed'; readonly document: JsonDocument }
  | { readonly state: 'failed'; readonly failure: JsonFailure }

/** A JSON file: not there, not JSON, or parsed. */
export type JsonFile =
  | { readonly state: 'missing' }
  | { readonly state: 'failed'; readonly failure: JsonFailure }
  | { readonly state: 'parsed'; readonly document: JsonDocument }

export const textEncodings = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'invalid'] as const
export type TextEncoding = (typeof textEncodings)[number]

/**
 * Decodes and parses a JSON file.
 *
 * @param bytes the content of the file
 * @returns the document with places (lines and columns from 1), or the first failure with its place
 */
export function parseJson(bytes: Uint8Array): JsonResult {
  if (bytes.length > maxJsonBytes) return failed(`the file is larger than ${maxJsonBytes} bytes`, 1, 1)
  const { text, encoding } = decode(bytes)
  const source = text.replaceAll('\r\n', '\n')
  const places = new LineTable(source)
  const scan = blankComments(source)
  if ('reason' in scan) return failed(scan.reason, ...places.at(scan.offset))
  try {
    const { body } = parse(scan.text, { mode: 'json5', allowTrailingCommas: true })
    const root = convert(body, places)
    return { state: 'parsed', document: { root, lenientFrom: lenientFrom(source, places), encoding } }
  } catch (error) {
    const { trimmed, isOpen } = scan
    // At the end of the text the parser blames the last token.
    const isAtEnd = (isOpen || trimmed === '') && trimmed.slice(offsetOf(error)).search(/\s/) === -1
    if (isAtEnd) return failed('unexpected end of input', ...places.at(trimmed.length))
    return failed(reasonOf(error, source), ...places.at(offsetOf(error)))
  }
}

/**
 * Decodes text as .NET's `File.ReadAllText` does: by byte order mark, else UTF-8.
 *
 * @param bytes the content of a file
 * @returns the text without its mark, and how it was encoded
 */
export function decode(bytes: Uint8Array): { readonly text: string; readonly encoding: TextEncoding } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' }
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be' }
  }
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { text, encoding: hasMark ? 'utf-8-bom' : 'utf-8' }
  } catch {
    return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'invalid' }
  }
}

function convert(node: AnyNode, places: LineTable): JsonNode {
  const span = places.span(node.loc.start.offset, node.loc.end.offset)
  switch (node.type) {
    case 'Object':
      return { kind: 'object', members: node.members.map((member) => convertMember(member, places)), span }
    case 'Array':
      return { kind: 'array', items: node.elements.map((element) => convert(element.value, places)), span }
    case 'String':
      return { kind: 'string', value: node.value, span }
    case 'Number':
      return { kind: 'number', value: node.value, text: places.textOf(node.loc), span }
    case 'Boolean':
      return { kind: 'boolean', value: node.value, span }
    case 'NaN':
      return { kind: 'number', value: Number.NaN, text: 'NaN', span }
    case 'Infinity':
      return { kind: 'number', value: Number.POSITIVE_INFINITY, text: 'Infinity', span }
    default:
      return { kind: 'null', span }
  }
}

function convertMember(member: AnyNode & { type: 'Member' }, places: LineTable): JsonMember {
  const { name, value } = member
  return {
    key: name.type === 'Identifier' ? name.name : name.value,
    keySpan: places.span(name.loc.start.offset, name.loc.end.offset),
    value: convert(value, places),
  }
}

function lenientFrom(source: string, places: LineTable): JsonDocument['lenientFrom'] {
  try {
    JSON.parse(source)
    return undefined
  } catch {
    // The place in JSON.parse's own message differs between Node versions.
  }
  try {
    parse(source, { mode: 'json' })
    return undefined
  } catch (error) {
    const [line, column] = places.at(offsetOf(error))
    return { line, column }
  }
}

function failed(reason: string, line: number, column: number): JsonResult {
  return { state: 'failed', failure: { reason, line, column } }
}

/** The parser names tokens by their types. */
const tokenTexts: Readonly<Record<string, string>> = {
  LBrace: "'{'",
  RBrace: "'}'",
  LBracket: "'['",
  RBracket: "']'",
  Colon: "':'",
  Comma: "','",
  String: 'string',
}

/** The parser's sentence without its place and full stop, for use inside another sentence. */
function reasonOf(error: unknown, source: string): string {
  if (!(error instanceof Error && 'offset' in error)) return 'it cannot be parsed'
  const [word] = /^[\w$]{1,40}/.exec(source.slice(offsetOf(error), offsetOf(error) + 40)) ?? []
  const reason = messageOf(error)
    .replace(/ \(\d+:\d+\)$/, '')
    .replace(/ found\.$/, '')
    .replace(/ token (\w+)$/, (_, type: string) => ` ${tokenTexts[type] ?? `'${word ?? type}'`}`)
  return `${reason.slice(0, 1).toLowerCase()}${reason.slice(1)}`
}

function offsetOf(error: unknown): number {
  return typeof error === 'object' && error !== null && 'offset' in error ? Number(error.offset) : 0
}

/** Turns offsets into lines and columns; the parser's own columns are wrong after a line break in a string. */
class LineTable {
  readonly #text: string
  readonly #starts: number[] = [0]

  constructor(text: string) {
    this.#text = text
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1)
  }

  at(offset: number): [line: number, column: number] {
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return [low + 1, offset - (this.#starts[low] ?? 0) + 1]
  }

  textOf({ start, end }: AnyNode['loc']): string {
    return this.#text.slice(start.offset, end.offset)
  }

  span(start: number, end: number): Span {
    const [line, column] = this.at(start)
    const [endLine, endColumn] = this.at(end)
    return { line, column, endLine, endColumn }
  }
}
