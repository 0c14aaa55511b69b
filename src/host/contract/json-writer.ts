/**
 * A JSON tree as .NET code gets it from Newtonsoft.Json, turned back into text: `ToString()` of a value, and the
 * value as JSON. Texts that look like a time have become times on the way, as they do there.
 */

import type { JsonNode } from '../../functions/json/json-tree'
import { doubleText, integerOf } from '../../functions/json/numbers'

/** Deeper trees do not come out of the reader. */
const maximumDepth = 300

/**
 * What `object.ToString()` gives for a value: a text as it is, lists and objects as indented JSON.
 *
 * @see Src/Newtonsoft.Json/Linq/JToken.cs (ToString) in JamesNK/Newtonsoft.Json
 */
export function toStringOf(node: JsonNode): string {
  switch (node.kind) {
    case 'string':
      return timeOf(node.value)?.shown ?? node.value
    case 'number':
      return node.isInteger ? String(integerOf(node.text)) : doubleText(node.value)
    case 'boolean':
      return node.value ? 'True' : 'False'
    case 'null':
    case 'undefined':
      return ''
    default:
      return writeJson(node, 'indented')
  }
}

/**
 * Writes a value as `JsonTextWriter` does.
 *
 * @param layout `indented` has two blanks a level and ends its lines with LF
 */
export function writeJson(node: JsonNode, layout: 'indented' | 'compact'): string {
  return write(node, layout === 'indented' ? '\n' : '', 0)
}

/** A text in quotes, with what Newtonsoft.Json escapes. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u0085\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** The members of an object; of equal names the last value, at the place of the first. */
export function membersOf(node: JsonNode): ReadonlyMap<string, JsonNode> {
  return new Map(node.kind === 'object' ? node.members.map(({ key, value }) => [key, value]) : [])
}

function write(node: JsonNode, lineEnd: string, depth: number): string {
  const colon = lineEnd === '' ? ':' : ': '
  const inner = (item: JsonNode) => (depth > maximumDepth ? 'null' : write(item, lineEnd, depth + 1))
  const block = (open: string, parts: readonly string[], close: string) => {
    if (parts.length === 0) return `${open}${close}`
    const line = lineEnd === '' ? '' : `${lineEnd}${'  '.repeat(depth)}`
    const innerLine = lineEnd === '' ? '' : `${line}  `
    return `${open}${innerLine}${parts.join(`,${innerLine}`)}${line}${close}`
  }
  switch (node.kind) {
    case 'string':
      return quoted(timeOf(node.value)?.written ?? node.value)
    case 'number':
      return node.isInteger ? String(integerOf(node.text)) : doubleJson(node.value)
    case 'boolean':
      return String(node.value)
    case 'null':
    case 'undefined':
      return node.kind
    case 'array':
      return block('[', node.items.map(inner), ']')
    case 'constructor':
      return `new ${node.name}${block('(', node.items.map(inner), ')')}`
    default:
      return block(
        '{',
        [...membersOf(node)].map(([key, value]) => `${quoted(key)}${colon}${inner(value)}`),
        '}',
      )
  }
}

/** `JsonConvert.ToString(double)` keeps a number with a point apart from an integer. */
function doubleJson(value: number): string {
  if (!Number.isFinite(value)) return quoted(String(value))
  const text = doubleText(value)
  return /[.E]/.test(text) ? text : `${text}.0`
}

const timePattern = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,7})\d*)?(Z|[+-]\d\d(?::?\d\d)?)?$/

/**
 * A text that the reader takes for a time: as `DateTime.ToString` shows it, and as JSON. The host's clock is UTC.
 *
 * @see Src/Newtonsoft.Json/Utilities/DateTimeUtils.cs (TryParseDateTime) in JamesNK/Newtonsoft.Json
 */
export function timeOf(text: string): { readonly shown: string; readonly written: string } | undefined {
  if (text.length < 19 || text.length > 40) return undefined
  const match = timePattern.exec(text)
  if (match === null) return undefined
  const [, , , , , , , fraction = '', zone = ''] = match
  const local = Date.parse(`${text.slice(0, 19)}Z`)
  if (Number.isNaN(local) || new Date(local).toISOString().slice(0, 19) !== text.slice(0, 19))
    return undefined
  const utc = new Date(local - offsetMs(zone)).toISOString()
  const [date = '', time = ''] = utc.slice(0, 19).split('T')
  const [year, month, day] = date.split('-')
  const digits = fraction.replace(/0+$/, '')
  const suffix = zone === '' || zone === 'Z' ? zone : '+00:00'
  return {
    shown: `${month}/${day}/${year} ${time}`,
    written: `${date}T${time}${digits === '' ? '' : `.${digits}`}${suffix}`,
  }
}

function offsetMs(zone: string): number {
  const match = /^([+-])(\d\d):?(\d\d)?$/.exec(zone)
  if (match === null) return 0
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0)
  return (match[1] === '-' ? -minutes : minutes) * 60_000
}
