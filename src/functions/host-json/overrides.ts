/**
 * App settings that change host.json: `AzureFunctionsJobHost__a__b` is the key `a:b`, in any case.
 * A list is given as one JSON array; the tail of a longer list in the file stays.
 */
import { parseJson } from '../json/json'
import { scalarText } from '../json/json-text'
import type { Span } from '../json/json-tree'
import type { Configuration, Leaf } from './configuration'

const prefix = /^AzureFunctionsJobHost(?:__|:)/i
const fileStart: Span = { line: 1, column: 1, endLine: 1, endColumn: 1 }

/**
 * @param configuration host.json as it is written
 * @param settings all app settings that are known
 * @returns the configuration with the settings' values, each placed at what it replaces
 */
export function withOverrides(
  configuration: Configuration,
  settings: Readonly<Record<string, string>>,
): Configuration {
  const leaves = new Map<string, Leaf>(configuration.leaves)
  for (const [setting, value] of Object.entries(settings)) {
    if (!prefix.test(setting)) continue
    const path = setting.replace(prefix, '').replaceAll('__', ':')
    const items = /(?:^|:)(?:worker)?arguments$/i.test(path) ? textsOf(value) : undefined
    const values =
      items === undefined
        ? [[path, value] as const]
        : items.map((item, at) => [`${path}:${at}`, item] as const)
    for (const [key, text] of values) {
      const lower = key.toLowerCase()
      const keySpan = leaves.get(lower)?.node.span ?? configuration.places.get(lower)?.keySpan ?? fileStart
      leaves.set(lower, {
        path: key,
        value: text,
        node: { kind: 'string', value: text, span: keySpan },
        keySpan,
        setting,
      })
    }
  }
  return { leaves, places: configuration.places }
}

/**
 * A list of texts that is written as JSON inside a text, as HttpWorkerOptionsSetup.GetArgumentList reads it.
 *
 * @returns undefined when the text is no such list
 */
export function textsOf(text: string): readonly string[] | undefined {
  const result = parseJson(Buffer.from(text))
  const root = result.state === 'parsed' ? result.document.root : undefined
  if (root?.kind !== 'array') return undefined
  const items = root.items.map((node) => (node.kind === 'null' ? '' : scalarText(node)))
  return items.some((item) => item === undefined) ? undefined : items.map((item) => item ?? '')
}
