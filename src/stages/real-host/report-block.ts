/**
 * What somebody can copy into a report of a wrong prediction: both sides, and the shape of host.json and of the
 * functions. Values are blanked to their shape; property names and the few words of Azure Functions stay. Pure.
 */
import type { JsonFile } from '../../functions/json/json'
import type { JsonNode } from '../../functions/json/json-tree'
import type { Difference } from './verdict'

export interface BlockFacts {
  readonly action: string
  readonly hostVersion: string
  readonly image: string
  readonly differences: readonly Difference[]
  /** host.json, and function.json of what is differed about. */
  readonly files: readonly JsonFile[]
}

/** Properties whose values are words of Azure Functions and not of the app. */
const known = new Set([
  'version',
  'type',
  'direction',
  'authlevel',
  'methods',
  'datatype',
  'cardinality',
  'id',
])
const longest = 6000

export function reportBlock({ action, hostVersion, image, differences, files }: BlockFacts): string {
  const lines = [
    `go-azure-func-action ${action}, Functions host ${hostVersion}, ${image}`,
    ...differences.flatMap(({ predicted, said }) => [
      `action: ${withoutValues(predicted)}`,
      `host: ${withoutValues(said)}`,
    ]),
    ...files.map((file, index) => {
      const name = index === 0 ? 'host.json' : `function ${index}`
      return `${name}: ${file.state === 'parsed' ? shapeOf(file.document.root, '', 0) : file.state}`
    }),
  ]
  return lines.join('\n').slice(0, longest)
}

/** Quoted parts of a sentence keep their shape alone. */
export function withoutValues(text: string): string {
  return text
    .replace(/'([^'\n]*)'/g, (_, value: string) => `'${masked(value)}'`)
    .replace(/"([^"\n]*)"/g, (_, value: string) => `"${masked(value)}"`)
    .replace(/`([^`\n]*)`/g, (_, value: string) => `\`${masked(value)}\``)
    .slice(0, 1000)
}

function shapeOf(node: JsonNode, key: string, depth: number): string {
  if (depth > 12) return '…'
  const { kind } = node
  if (kind === 'string') {
    const isWord = known.has(key.toLowerCase()) && /^[\w.]{1,60}$/.test(node.value)
    return JSON.stringify(isWord ? node.value : masked(node.value))
  }
  if (kind === 'number') return masked(node.text)
  if (kind === 'boolean') return String(node.value)
  if (kind === 'array') {
    return `[${node.items
      .slice(0, 50)
      .map((item) => shapeOf(item, key, depth + 1))
      .join(',')}]`
  }
  if (kind !== 'object') return kind
  const members = node.members
    .slice(0, 50)
    .map(
      (member) =>
        `${JSON.stringify(member.key.slice(0, 100))}:${shapeOf(member.value, member.key, depth + 1)}`,
    )
  return `{${members.join(',')}}`
}

/** Letters become x, digits 0: slashes, braces and signs stay, since rules are about them. */
function masked(value: string): string {
  return value.slice(0, 200).replace(/\p{L}/gu, 'x').replace(/\p{N}/gu, '0')
}
