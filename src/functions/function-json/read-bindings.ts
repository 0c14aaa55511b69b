/**
 * Reads `bindings` into bindings, as the host reads a function's metadata: what fails here keeps the function out of
 * its list (HostFunctionMetadataProvider.cs and BindingMetadata.cs of azure-functions-host).
 */
import { castToText, readAsText } from '../json/json-text'
import { type JsonNode, type JsonObject, memberOf } from '../json/json-tree'
import { parseEnumeration } from '../values/enumerations'
import { type Converted, jTokenOf, type MemberEnumeration, readEnumeration } from './conversions'
import { type Binding, type Direction, directions } from './functions'
import type { Refuse } from './refusals'

const namespace = 'Microsoft.Azure.WebJobs.Script.Description'

const directionEnumeration: MemberEnumeration = {
  name: 'BindingDirection',
  members: directions,
  type: `${namespace}.BindingDirection`,
  isNullable: false,
}
const dataTypes = ['string', 'binary', 'stream'] as const
const cardinalities = ['one', 'many'] as const

/** Property of every binding → its type. */
const properties = {
  name: 'text',
  type: 'text',
  connection: 'text',
  direction: directionEnumeration,
  datatype: nullable('DataType', dataTypes),
  cardinality: nullable('Cardinality', cardinalities),
} as const satisfies Record<string, 'text' | MemberEnumeration>
type PropertyName = keyof typeof properties

function nullable(name: string, members: readonly string[]): MemberEnumeration {
  return { name, members, type: `System.Nullable\`1[${namespace}.${name}]`, isNullable: true }
}

/** No function has this many; a file with more is not worth the time. */
const maxBindings = 100

/**
 * Reads the list.
 *
 * @param root the object of a function.json
 * @param refuse takes what the host refuses
 * @returns the bindings that are objects, also those with values that the host refuses
 */
export function readBindings(root: JsonObject, refuse: Refuse): readonly Binding[] {
  const list = memberOf(root, 'bindings')?.value
  const unlisted = { effect: 'unlisted' as const, key: 'bindings' }
  if (list === undefined || list.kind !== 'array') {
    const text =
      list === undefined
        ? noBinding
        : `Unable to cast object of type '${linq(list)}' to type '${linq('JArray')}'.`
    refuse('function-bindings', text, list === undefined ? unlisted : { ...unlisted, value: list })
    return []
  }
  if (list.items.length === 0) refuse('function-bindings', noBinding, { ...unlisted, value: list })
  return list.items.slice(0, maxBindings).flatMap((item, index) => {
    if (item.kind === 'object') return [readBinding(item, `bindings[${index}]`, refuse)]
    const text = `Unable to cast object of type '${linq(item)}' to type '${linq('JObject')}'.`
    refuse('function-bindings', text, { ...unlisted, value: item })
    return []
  })
}

const noBinding = 'At least one binding must be declared.'

function linq(type: JsonNode | 'JArray' | 'JObject'): string {
  return `Newtonsoft.Json.Linq.${typeof type === 'string' ? type : jTokenOf(type)}`
}

function readBinding(node: JsonObject, path: string, refuse: Refuse): Binding {
  const values = new Map<PropertyName, string | number>()
  let isWhole = true
  // Newtonsoft.Json goes through the members as written, names in any case; a later one overwrites an earlier one.
  for (const { key, value: member } of node.members) {
    const property = key.toLowerCase()
    if (!isProperty(property)) continue
    const type = properties[property]
    const read: Converted<string | number> =
      type === 'text' ? readAsText(member, `${path}.${key}`) : readEnumeration(member, `${path}.${key}`, type)
    values.delete(property)
    if ('value' in read) {
      if (read.value !== undefined) values.set(property, read.value)
      continue
    }
    const rule =
      property === 'direction' ? 'binding-direction' : type === 'text' ? 'binding-text' : 'binding-value'
    const text = afterDirection(node, read.refused)
    refuse(rule, text, { effect: 'unlisted', key, value: member, binding: node })
    isWhole = false
  }
  return toBinding(node, values, isWhole)
}

function isProperty(name: string): name is PropertyName {
  return Object.hasOwn(properties, name)
}

/** When a binding cannot be read, the host looks at its `direction` once more and blames that if it can. */
function afterDirection(node: JsonObject, refused: string): string {
  const direction = memberOf(node, 'direction')?.value
  if (direction === undefined) return refused
  const text = castToText(direction)
  if ('refused' in text) return text.refused
  if (!text.value || 'value' in parseEnumeration(text.value, directionEnumeration)) return refused
  return `'${text.value}' is not a valid binding direction. ${refused}`
}

function toBinding(
  node: JsonObject,
  values: ReadonlyMap<PropertyName, string | number>,
  isWhole: boolean,
): Binding {
  const text = (property: PropertyName) => {
    const value = values.get(property)
    return typeof value === 'string' ? value : undefined
  }
  const type = text('type')
  const direction: Direction = directions[Number(values.get('direction') ?? 0)] ?? 'inout'
  return {
    node,
    type,
    name: text('name'),
    direction,
    dataType: dataTypes[Number(values.get('datatype') ?? -1)],
    cardinality: cardinalities[Number(values.get('cardinality') ?? -1)],
    isWhole,
    isTrigger: direction !== 'out' && type !== undefined && isTriggerType(type),
  }
}

/** Whether a type is a trigger's: the host goes by its ending, known or not. */
export function isTriggerType(type: string): boolean {
  return /trigger$/i.test(type)
}
