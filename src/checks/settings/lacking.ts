/**
 * Which settings a binding names that the app does not have, and where it names them. What counts as set is decided on
 * the ground floor; no texts here.
 */
import { hasConnection, type NamedSetting, settingsNamedIn } from '../../functions/function-json/app-settings'
import type { Binding } from '../../functions/function-json/functions'
import { placeWithin, scalarText } from '../../functions/json/json-text'
import { type JsonNode, memberInAnyCase, type Span } from '../../functions/json/json-tree'

/** The properties that name a connection, in the words of all extensions. */
export const connectionKeys = [
  'connection',
  'connectionStringSetting',
  'leaseConnection',
  'leaseConnectionStringSetting',
] as const

/** The place of `%NAME%` in a value. */
export function placeOfSetting(value: JsonNode, { name, start }: NamedSetting): Span {
  return placeWithin(value, start, name.length + 2)
}

/**
 * The first connection of a binding that the app does not have.
 *
 * @param settingNames everything that counts as set; undefined when it is not known
 */
export function lackingConnection(
  binding: Binding,
  settingNames: readonly string[] | undefined,
): { readonly name: string; readonly value: JsonNode } | undefined {
  if (settingNames === undefined) return undefined
  const settings = Object.fromEntries(settingNames.map((each) => [each, undefined]))
  for (const key of connectionKeys) {
    const value = memberInAnyCase(binding.node, key)?.value
    const name = value === undefined ? undefined : scalarText(value)
    if (value === undefined || name === undefined || name.trim() === '' || name.includes('%')) continue
    if (hasConnection(name, settings) === false) return { name, value }
  }
  return undefined
}

/** A text somewhere in a binding. */
export interface BindingText {
  /** The property of the binding that it is in. */
  readonly key: string
  readonly value: JsonNode
  readonly named: readonly NamedSetting[]
}

const deepest = 8

/** Every text of a binding that names settings, also those inside lists and objects. */
export function textsNamingSettings({ node }: Binding): readonly BindingText[] {
  const members = node.kind === 'object' ? node.members : []
  return members.flatMap(({ key, value }) =>
    textsIn(value, deepest).flatMap((text) => {
      const named = settingsNamedIn(text.kind === 'string' ? text.value : '')
      return named.length === 0 ? [] : [{ key, value: text, named }]
    }),
  )
}

function textsIn(node: JsonNode, depth: number): readonly JsonNode[] {
  if (node.kind === 'string') return [node]
  if (depth === 0) return []
  if (node.kind === 'array') return node.items.flatMap((item) => textsIn(item, depth - 1))
  if (node.kind === 'object') return node.members.flatMap(({ value }) => textsIn(value, depth - 1))
  return []
}
