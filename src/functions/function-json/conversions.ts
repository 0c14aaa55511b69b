/**
 * Values of function.json as the members of the host's classes take them: enumerations, whole numbers, time spans by
 * Newtonsoft.Json (`JToken.ToObject`), and the values of a trigger's attribute by a cast (`JToken.Value`).
 * It gives the value or the host's sentence, and knows no property.
 */
import { scalarText, whereOf } from '../json/json-text'
import type { JsonNode } from '../json/json-tree'
import { parseBoolean } from '../values/booleans'
import { trimBlanks } from '../values/conversion'
import { type Enumeration, parseEnumeration } from '../values/enumerations'
import { parseInt32 } from '../values/integers'
import { parseTimeSpan } from '../values/time-span'

/** A value, nothing (`null` where that is allowed), or the host's sentence. */
export type Converted<T> = { readonly value: T | undefined } | { readonly refused: string }

/** An enumeration as a member of a class. */
export interface MemberEnumeration extends Enumeration {
  /** As .NET writes the member's type in a message. */
  readonly type: string
  /** `null` and the empty text are no value; else they are refused. */
  readonly isNullable: boolean
}

/** Newtonsoft's own reading of a name differs from .NET's in one sentence. */
function parseMember(text: string, enumeration: Enumeration): Converted<number> {
  if (trimBlanks(text) === '') return { refused: 'Must specify valid information for parsing in the string.' }
  const parsed = parseEnumeration(text, enumeration)
  return 'value' in parsed ? parsed : { refused: parsed.refused.join(' ') }
}

/**
 * Reads a member with Newtonsoft's `StringEnumConverter`.
 *
 * @param path of the value, such as `bindings[0].direction`
 */
export function readEnumeration(
  node: JsonNode,
  path: string,
  enumeration: MemberEnumeration,
): Converted<number> {
  const { type, isNullable } = enumeration
  const where = whereOf(node, path)
  if (node.kind === 'null') {
    return isNullable ? { value: undefined } : { refused: `Cannot convert null value to ${type}. ${where}` }
  }
  if (node.kind === 'string') {
    if (isNullable && node.value === '') return { value: undefined }
    const parsed = parseMember(node.value, enumeration)
    if ('value' in parsed) return parsed
    return { refused: `Error converting value "${node.value}" to type '${type}'. ${where} ${parsed.refused}` }
  }
  if (node.kind === 'number' && node.isInteger) return { value: node.value }
  return { refused: `Unexpected token ${tokenOf(node)} when parsing enum. ${where}` }
}

/**
 * Reads a member of an enumeration without a converter of its own.
 *
 * @see Src/Newtonsoft.Json/Serialization/JsonSerializerInternalReader.cs (EnsureType) in JamesNK/Newtonsoft.Json
 */
export function readPlainEnumeration(
  node: JsonNode,
  path: string,
  enumeration: MemberEnumeration,
): Converted<number> {
  const { type } = enumeration
  if (node.kind === 'number' && node.isInteger) return { value: node.value }
  if (node.kind === 'boolean') return { value: Number(node.value) }
  if (node.kind === 'string') {
    const parsed = parseMember(node.value, enumeration)
    if ('value' in parsed) return parsed
    return {
      refused: `Error converting value "${node.value}" to type '${type}'. ${whereOf(node, path)} ${parsed.refused}`,
    }
  }
  if (node.kind === 'null') {
    const inner = "Value cannot be null. (Parameter 'value')."
    return { refused: `Error converting value {null} to type '${type}'. ${whereOf(node, path)} ${inner}` }
  }
  return { refused: notConvertible(node, path, type, type) }
}

/** Reads a member of type `int?`. */
export function readInteger(node: JsonNode, path: string): Converted<number> {
  const where = whereOf(node, path)
  if (node.kind === 'null') return { value: undefined }
  if (node.kind === 'number') {
    const rounded = Math.round(node.value)
    if (Math.abs(rounded) < 2 ** 31) return { value: rounded }
    return { refused: `Could not convert to integer: ${scalarText(node) ?? ''}. ${where}` }
  }
  if (node.kind === 'string') {
    if (node.value === '') return { value: undefined }
    const parsed = parseInt32(node.value)
    if ('value' in parsed) return parsed
    return { refused: `Could not convert string to integer: ${node.value}. ${where}` }
  }
  return { refused: `Error reading integer. Unexpected token: ${tokenOf(node)}. ${where}` }
}

/**
 * Reads a member of type `TimeSpan?`.
 *
 * @returns seconds
 */
export function readTimeSpan(node: JsonNode, path: string): Converted<number> {
  if (node.kind === 'null' || (node.kind === 'string' && node.value === '')) return { value: undefined }
  const seconds = node.kind === 'string' ? parseTimeSpan(node.value) : undefined
  if (seconds !== undefined) return { value: seconds }
  return { refused: notConvertible(node, path, 'System.Nullable`1[System.TimeSpan]', 'System.TimeSpan') }
}

/**
 * What Newtonsoft.Json says of a value that a type does not take.
 *
 * @param type the type of the member
 * @param bare the type without `Nullable`
 */
export function notConvertible(node: JsonNode, path: string, type: string, bare: string): string {
  const where = whereOf(node, path)
  if (node.kind === 'object' || node.kind === 'array') {
    return `${cannotDeserialize(node.kind, type)}\n${where}`
  }
  const shown = node.kind === 'string' ? `"${node.value}"` : (scalarText(node) ?? '{null}')
  return `Error converting value ${shown} to type '${type}'. ${where} Could not cast or convert from ${clrTypeOf(node)} to ${bare}.`
}

/** Newtonsoft's advice is about the code of the host; it is part of the sentence all the same. */
function cannotDeserialize(kind: 'object' | 'array', type: string): string {
  const begin = (example: string, wanted: string) =>
    `Cannot deserialize the current JSON ${kind} (e.g. ${example}) into type '${type}' because the type requires a JSON ${wanted} to deserialize correctly.`
  if (kind === 'array') {
    return `${begin('[1,2,3]', 'object (e.g. {"name":"value"})')}\nTo fix this error either change the JSON to a JSON object (e.g. {"name":"value"}) or change the deserialized type to an array or a type that implements a collection interface (e.g. ICollection, IList) like List<T> that can be deserialized from a JSON array. JsonArrayAttribute can also be added to the type to force it to deserialize from a JSON array.`
  }
  return `${begin('{"name":"value"}', 'primitive value (e.g. string, number, boolean, null)')}\nTo fix this error either change the JSON to a JSON primitive value (e.g. string, number, boolean, null) or change the deserialized type so that it is a normal .NET type (e.g. not a primitive type like integer, not a collection type like an array or List<T>) that can be deserialized from a JSON object. JsonObjectAttribute can also be added to the type to force it to deserialize from a JSON object.`
}

/**
 * Takes a value for a boolean as `Convert.ToBoolean` does.
 *
 * @returns the value, or the sentence under `Invalid value specified for binding property …`
 */
export function castToBoolean(node: JsonNode): Converted<boolean> {
  if (node.kind === 'boolean') return { value: node.value }
  if (node.kind === 'number') return { value: node.value !== 0 }
  if (node.kind === 'string') {
    const parsed = parseBoolean(node.value)
    return 'value' in parsed ? parsed : { refused: parsed.refused.join(' ') }
  }
  if (node.kind === 'null' || node.kind === 'undefined') {
    return { refused: 'Null object cannot be converted to a value type.' }
  }
  return { refused: noSingleValue(node) }
}

/** What is said of a list or an object where a single value is taken by `JToken.Value`. */
export function noSingleValue(node: JsonNode): string {
  return `Cannot cast Newtonsoft.Json.Linq.${jTokenOf(node)} to Newtonsoft.Json.Linq.JToken.`
}

/** The class of a value in Newtonsoft's tree. */
export function jTokenOf(node: JsonNode): string {
  if (node.kind === 'array') return 'JArray'
  if (node.kind === 'constructor') return 'JConstructor'
  return node.kind === 'object' ? 'JObject' : 'JValue'
}

/** The .NET type of a single value. */
export function clrTypeOf(node: JsonNode): string {
  if (node.kind === 'number') return node.isInteger ? 'System.Int64' : 'System.Double'
  return node.kind === 'boolean' ? 'System.Boolean' : 'System.String'
}

function tokenOf(node: JsonNode): string {
  switch (node.kind) {
    case 'number':
      return node.isInteger ? 'Integer' : 'Float'
    case 'array':
    case 'object':
    case 'constructor':
      return `Start${node.kind.slice(0, 1).toUpperCase()}${node.kind.slice(1)}`
    default:
      return `${node.kind.slice(0, 1).toUpperCase()}${node.kind.slice(1)}`
  }
}
