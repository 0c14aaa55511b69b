/**
 * host.json as the Functions host sees it: a flat, case-insensitive table of leaves.
 * An empty object or array leaves no trace in it, so such a section does not exist for the host
 * (HostJsonFileConfigurationSource.cs of azure-functions-host; Microsoft.Extensions.Configuration).
 */
import { scalarText } from '../json/json-text'
import type { JsonNode, Span } from '../json/json-tree'

/** A value at the end of a path, as the configuration binder reads it. */
export interface Leaf {
  /** The path as it is spelled in the file, its segments joined by `:`. */
  readonly path: string
  /** Text form: `True`/`False` for booleans, empty for null, as .NET writes them. */
  readonly value: string
  readonly node: JsonNode
  readonly keySpan: Span
  /** Name of the app setting that gives the value; absent when the file does. */
  readonly setting?: string
}

/** A key of the file, whether or not anything is below it. */
export interface Place {
  readonly path: string
  /** The last segment as spelled. */
  readonly key: string
  readonly node: JsonNode
  readonly keySpan: Span
}

export interface Configuration {
  /** By lower-case path. */
  readonly leaves: ReadonlyMap<string, Leaf>
  /** By lower-case path; also holds sections that are empty and thus do not exist for the host. */
  readonly places: ReadonlyMap<string, Place>
}

/**
 * Flattens a document into configuration keys.
 *
 * @param root the root object of host.json
 * @returns its leaves and places; of keys that differ only in case the last one counts
 */
export function flatten(root: JsonNode): Configuration {
  const leaves = new Map<string, Leaf>()
  const places = new Map<string, Place>()
  const visit = (node: JsonNode, path: string, keySpan: Span): void => {
    if (node.kind === 'object') {
      // Of exactly equal keys Newtonsoft.Json keeps the last one only.
      const last = new Map(node.members.map((member) => [member.key, member]))
      for (const { key, keySpan: span, value } of last.values()) enter(value, path, key, span)
    } else if (node.kind === 'array') {
      node.items.forEach((item, index) => {
        enter(item, path, String(index), item.span)
      })
    } else if (node.kind !== 'undefined' && node.kind !== 'constructor') {
      leaves.set(path.toLowerCase(), { path, value: scalarText(node) ?? '', node, keySpan })
    }
  }
  const enter = (node: JsonNode, parent: string, key: string, keySpan: Span): void => {
    const path = parent === '' ? key : `${parent}:${key}`
    // A flat key such as `customHandler:port` makes its sections exist as well.
    for (let at = key.indexOf(':'); at !== -1; at = key.indexOf(':', at + 1)) {
      const section = path.slice(0, path.length - key.length + at)
      const lower = section.toLowerCase()
      if (!places.has(lower))
        places.set(lower, { path: section, key: section.split(':').at(-1) ?? '', node, keySpan })
    }
    places.set(path.toLowerCase(), { path, key, node, keySpan })
    visit(node, path, keySpan)
  }
  visit(root, '', root.span)
  return { leaves, places }
}

/**
 * Looks up one value.
 *
 * @param path segments joined by `:`, in any case
 * @returns the leaf, or `undefined` when the host would find no value there
 */
export function leafAt(configuration: Configuration, path: string): Leaf | undefined {
  return configuration.leaves.get(path.toLowerCase())
}

/**
 * Looks up a key of the file, also one that the host does not see because it is empty.
 *
 * @param path segments joined by `:`, in any case
 * @returns the key with its node and place
 */
export function placeAt(configuration: Configuration, path: string): Place | undefined {
  return configuration.places.get(path.toLowerCase())
}

/**
 * Says whether a section exists for the host: it has a value or anything below it
 * (`ConfigurationExtensions.Exists` of Microsoft.Extensions.Configuration).
 *
 * @param path segments joined by `:`, in any case
 * @returns false for a path that only other paths begin with in part, `a:bc` for `a:b`
 */
export function sectionExists(configuration: Configuration, path: string): boolean {
  const key = path.toLowerCase()
  if (configuration.leaves.has(key)) return true
  const prefix = `${key}:`
  for (const leaf of configuration.leaves.keys()) if (leaf.startsWith(prefix)) return true
  return false
}

/**
 * The direct children of a section as they are spelled in the file.
 *
 * @param path segments joined by `:`, in any case; empty for the root
 * @returns the places one level below, in file order
 */
export function childrenOf(configuration: Configuration, path: string): readonly Place[] {
  const prefix = path === '' ? '' : `${path.toLowerCase()}:`
  const children: Place[] = []
  for (const [key, place] of configuration.places) {
    if (key.startsWith(prefix) && !key.slice(prefix.length).includes(':')) children.push(place)
  }
  return children
}

/** The values directly below a section in the order of .NET's `ConfigurationKeyComparer`: numbers first, by size. */
export function listAt(configuration: Configuration, path: string): readonly Leaf[] {
  const prefix = `${path.toLowerCase()}:`
  const isNumber = (key: string) => /^\d{1,9}$/.test(key)
  return [...configuration.leaves]
    .filter(([key]) => key.startsWith(prefix) && !key.slice(prefix.length).includes(':'))
    .map(([key, leaf]) => ({ key: key.slice(prefix.length), leaf }))
    .sort((left, right) => {
      if (isNumber(left.key) && isNumber(right.key)) return Number(left.key) - Number(right.key)
      if (isNumber(left.key) !== isNumber(right.key)) return isNumber(left.key) ? -1 : 1
      return left.key < right.key ? -1 : 1
    })
    .map(({ leaf }) => leaf)
}

/** Whether a section has anything below it. */
export function hasChildren(configuration: Configuration, path: string): boolean {
  const prefix = `${path.toLowerCase()}:`
  for (const key of configuration.leaves.keys()) if (key.startsWith(prefix)) return true
  return false
}
