/**
 * host.json as the configuration keys that the host sees: every leaf under its colon-separated path.
 * Knows nothing about which keys mean what.
 */
import { isLenientObject, type LenientObject, type LenientValue } from './lenient-json'

/** Case-insensitive configuration keys with their values as text. */
export interface Configuration {
  /** The value of one key, or undefined. */
  get(path: string): string | undefined
  /** Whether the key or any key below it exists. */
  has(path: string): boolean
  /** The names directly below a key, in their first spelling. */
  children(path: string): readonly string[]
}

type AddLeaf = (path: string, value: string) => void

const overridePrefix = /^AzureFunctionsJobHost(?:__|:)/i

/**
 * Flattens host.json into configuration keys. An empty object or array leaves no key at all, so it is the
 * same as an absent section; app settings `AzureFunctionsJobHost__a__b` override single keys.
 *
 * @param root the parsed host.json
 * @param settings app settings
 * @returns the keys, compared without regard to case
 * @see src/WebJobs.Script/Config/HostJsonFileConfigurationSource.cs (ProcessObject) in Azure/azure-functions-host
 */
export function flattenConfiguration(
  root: LenientObject,
  settings: Readonly<Record<string, string>> = {},
): Configuration {
  const leaves = new Map<string, { readonly path: string; readonly value: string }>()
  const add: AddLeaf = (path, value) => {
    leaves.set(path.toLowerCase(), { path, value })
  }
  flatten(root, '', add)
  for (const [name, value] of Object.entries(settings)) {
    if (overridePrefix.test(name))
      addOverride(name.replace(overridePrefix, '').replaceAll('__', ':'), value, add)
  }
  return {
    get: (path) => leaves.get(path.toLowerCase())?.value,
    has: (path) => {
      const key = path.toLowerCase()
      return [...leaves.keys()].some((leaf) => leaf === key || leaf.startsWith(`${key}:`))
    },
    children: (path) => {
      const start = `${path.toLowerCase()}:`
      const names = new Map<string, string>()
      for (const [key, leaf] of leaves) {
        if (!key.startsWith(start)) continue
        const name = leaf.path.slice(start.length).split(':')[0] ?? ''
        if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), name)
      }
      return [...names.values()]
    },
  }
}

/**
 * The items of an array in configuration keys (`path:0`, `path:1`, …).
 *
 * @param configuration flattened keys
 * @param path the array's key
 * @returns the items in index order
 */
export function configurationList(configuration: Configuration, path: string): readonly string[] {
  const indices = configuration.children(path).filter((name) => /^\d+$/.test(name))
  return indices
    .sort((left, right) => Number(left) - Number(right))
    .map((index) => configuration.get(`${path}:${index}`) ?? '')
}

/** An override may give an array as one JSON text, as HttpWorkerOptionsSetup.GetArgumentList reads it. */
function addOverride(path: string, value: string, add: AddLeaf): void {
  if (!/(?:^|:)(?:worker)?arguments$/i.test(path)) {
    add(path, value)
    return
  }
  try {
    const items: unknown = JSON.parse(value)
    if (!Array.isArray(items)) return
    for (const [index, item] of items.entries()) add(`${path}:${index}`, String(item))
  } catch {
    add(path, value)
  }
}

function flatten(value: LenientValue, path: string, add: AddLeaf): void {
  if (isLenientObject(value)) {
    for (const [name, member] of value) flatten(member, path === '' ? name : `${path}:${name}`, add)
  } else if (Array.isArray(value)) {
    for (const [index, item] of (value as readonly LenientValue[]).entries())
      flatten(item, `${path}:${index}`, add)
  } else if (path !== '') {
    add(path, scalarText(value as string | number | boolean | null))
  }
}

function scalarText(value: string | number | boolean | null): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  return String(value)
}
