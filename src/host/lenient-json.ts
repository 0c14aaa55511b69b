/**
 * JSON as the Functions host's parser accepts it: comments, trailing commas, single quotes, unquoted keys.
 * Gives plain data only; objects become maps, so that no key of an untrusted file reaches a prototype.
 */
import { parse, type ValueNode } from '@humanwhocodes/momoa'
import { messageOf } from '../errors'

export type LenientValue = string | number | boolean | null | readonly LenientValue[] | LenientObject
export type LenientObject = ReadonlyMap<string, LenientValue>

const maximumDepth = 128

/**
 * Reads a JSON text leniently. Of equal keys the last one wins, as in Newtonsoft.Json.
 *
 * @param text the file's text, with or without a byte order mark
 * @returns the top-level object, or why there is none
 * @see src/WebJobs.Script/Config/HostJsonFileConfigurationSource.cs (JObject.Parse) in Azure/azure-functions-host
 */
export function readLenientObject(text: string): LenientObject | { readonly problem: string } {
  if (text.trim() === '') return { problem: 'the file is empty' }
  try {
    // At the end of the text, the parser would look for what a backslash escapes for ever.
    const { body } = parse(text.endsWith('\\') ? `${text}\n` : text, {
      mode: 'json5',
      allowTrailingCommas: true,
    })
    const value = toValue(body, 0)
    return isLenientObject(value) ? value : { problem: 'the top level is not an object' }
  } catch (thrown) {
    const isTooDeep = thrown instanceof RangeError
    return { problem: isTooDeep ? `nested deeper than ${maximumDepth} levels` : messageOf(thrown) }
  }
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

function toValue(node: ValueNode, depth: number): LenientValue {
  if (depth > maximumDepth) throw new RangeError('too deep')
  switch (node.type) {
    case 'Object':
      return new Map(
        node.members.map(({ name, value }) => [
          name.type === 'Identifier' ? name.name : name.value,
          toValue(value, depth + 1),
        ]),
      )
    case 'Array':
      return node.elements.map((element) => toValue(element.value, depth + 1))
    case 'String':
    case 'Number':
    case 'Boolean':
      return node.value
    case 'NaN':
      return Number.NaN
    case 'Infinity':
      return node.sign === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
    case 'Null':
      return null
  }
}
