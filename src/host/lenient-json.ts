/**
 * JSON as the Functions host's parser accepts it: comments, trailing commas, single quotes, unquoted keys.
 * Gives plain data only; objects become maps, so that no key of an untrusted file reaches a prototype.
 */
import type { JsonNode } from '../functions/json/json-tree'
import { readJsonText } from '../functions/json/reader'

export type LenientValue = string | number | boolean | null | readonly LenientValue[] | LenientObject
export type LenientObject = ReadonlyMap<string, LenientValue>

/**
 * Reads a JSON text leniently. Of equal keys the last one wins, as in Newtonsoft.Json.
 *
 * @param text the file's text, with or without a byte order mark
 * @returns the top-level object, or why there is none
 * @see src/WebJobs.Script/Config/HostJsonFileConfigurationSource.cs (JObject.Parse) in Azure/azure-functions-host
 */
export function readLenientObject(text: string): LenientObject | { readonly problem: string } {
  const read = readJsonText(text.replace(/^\ufeff/, ''), 'object')
  if ('complaint' in read) return { problem: `${read.complaint.words} ${read.where}` }
  const value = toValue(read.root)
  return isLenientObject(value) ? value : { problem: 'the top level is not an object' }
}

/**
 * Tells an object from every other value.
 *
 * @param value a value of a lenient JSON text, or undefined for a missing key
 * @returns whether it is an object
 */
export function isLenientObject(
  value: LenientValue | undefined | { problem: string },
): value is LenientObject {
  return value instanceof Map
}

function toValue(node: JsonNode): LenientValue {
  switch (node.kind) {
    case 'object':
      return new Map(node.members.map(({ key, value }) => [key, toValue(value)]))
    case 'array':
      return node.items.map(toValue)
    case 'string':
    case 'number':
    case 'boolean':
      return node.value
    default:
      return null
  }
}
