/**
 * Checks of the settings in host.json that are not about the handler: functions list, timeout, route prefix,
 * profile, and how the JSON files are written.
 */
import { childrenOf, placeAt } from '../functions/host-json/configuration'
import type { JsonFile } from '../functions/json/json'
import { type JsonNode, type JsonObject, quoteJson } from '../functions/json/json-tree'
import { parseTimeSpan } from '../functions/values/time-span'
import { type Check, type CheckContext, inHostJson, onLeaf, type Problem } from './check'
import { type Project, placeIn } from './project'

export const hostSettingsChecks: readonly Check[] = [
  { code: 'json-encoding', severity: 'warning', run: encoding },
  { code: 'json-duplicate-key', severity: 'warning', run: duplicateKeys },
  { code: 'function-not-allowed', severity: 'warning', run: allowList },
  { code: 'function-timeout-invalid', severity: 'error', run: onLeaf('functionTimeout', timeoutInvalid) },
  { code: 'function-timeout-limit', severity: 'error', run: onLeaf('functionTimeout', timeoutLimit) },
  { code: 'function-timeout-long', severity: 'notice', run: onLeaf('functionTimeout', timeoutLong) },
  { code: 'route-prefix-misplaced', severity: 'warning', run: prefixMisplaced },
  { code: 'configuration-profile-unknown', severity: 'error', run: onLeaf('configurationProfile', profile) },
]

type Text = Omit<Problem, 'location'>

/** Longest functionTimeout of the classic Consumption plan, in seconds (ScriptJobHostOptionsSetup.cs). */
const consumptionLimitSeconds = 600

function* jsonFiles(project: Project): Generator<{ path: string; json: JsonFile }> {
  yield { path: 'host.json', json: project.hostJson }
  yield* project.functions
}

function encoding(project: Project): readonly Problem[] {
  const problems: Problem[] = []
  for (const { path, json } of jsonFiles(project)) {
    if (json.state !== 'parsed' || json.document.encoding.startsWith('utf-8')) continue
    const found =
      json.document.encoding === 'invalid' ? 'bytes that are not UTF-8' : json.document.encoding.toUpperCase()
    problems.push({
      message: `${path} is written in ${found}; the host and other tools expect UTF-8.`,
      hint: 'Save the file as UTF-8.',
      location: placeIn(project, path),
    })
  }
  return problems
}

function duplicateKeys(project: Project): readonly Problem[] {
  const problems: Problem[] = []
  for (const { path, json } of jsonFiles(project)) {
    if (json.state !== 'parsed') continue
    // host.json becomes configuration keys, which have no case; a function.json is looked up by exact names.
    const fold = path === 'host.json' ? (key: string) => key.toLowerCase() : (key: string) => key
    for (const { key, keySpan, isExact } of repeatedKeys(json.document.root, fold)) {
      problems.push({
        message: `The key '${key}' is in ${path} twice${isExact ? '' : ' (the host ignores case here)'}; only the last one counts.`,
        hint: 'Remove one of the two.',
        location: placeIn(project, path, keySpan),
      })
    }
  }
  return problems
}

function repeatedKeys(root: JsonNode, fold: (key: string) => string) {
  const repeated: { key: string; keySpan: JsonNode['span']; isExact: boolean }[] = []
  const visitObject = ({ members }: JsonObject): void => {
    const seen = new Map<string, string>()
    for (const { key, keySpan, value } of members) {
      const earlier = seen.get(fold(key))
      if (earlier !== undefined) repeated.push({ key, keySpan, isExact: earlier === key })
      seen.set(fold(key), key)
      visit(value)
    }
  }
  const visit = (node: JsonNode): void => {
    if (node.kind === 'object') visitObject(node)
    else if (node.kind === 'array') node.items.forEach(visit)
  }
  visit(root)
  return repeated.slice(0, 20)
}

function allowList(project: Project): readonly Problem[] {
  const place = placeAt(project.configuration, 'functions')
  const listed = childrenOf(project.configuration, 'functions').map(({ node }) =>
    node.kind === 'string' ? node.value.toLowerCase() : '',
  )
  if (place?.node.kind !== 'array' || listed.length === 0) return []
  return project.functions
    .filter(({ name }) => !listed.includes(name.toLowerCase()))
    .map(({ name }) => ({
      message: `The list 'functions' in host.json leaves out '${name}', so the host hides that function.`,
      hint: `Add "${name}" to the list, or remove the list.`,
      location: inHostJson(project, place.keySpan),
    }))
}

function timeoutInvalid({ value, node }: { value: string; node: JsonNode }): Text | undefined {
  const seconds = parseTimeSpan(value)
  if (value.trim() === '-1' || (seconds !== undefined && seconds >= 1)) return undefined
  return {
    message: `'functionTimeout' is ${quoteJson(node)}, which is no time span of at least one second.`,
    hint: 'Write hours, minutes and seconds, for example "00:10:00".',
  }
}

function timeoutLimit(leaf: { value: string }, _: Project, { plan }: CheckContext): Text | undefined {
  if (plan !== 'consumption' || !exceedsConsumption(leaf.value)) return undefined
  return {
    message: `'functionTimeout' is '${leaf.value}', but the Consumption plan allows 10 minutes at most.`,
    hint: 'Write "00:10:00" or less, or use the Flex Consumption or Premium plan.',
  }
}

function timeoutLong(leaf: { value: string }, _: Project, { plan }: CheckContext): Text | undefined {
  if (plan !== undefined || !exceedsConsumption(leaf.value)) return undefined
  return {
    message: `'functionTimeout' is '${leaf.value}'; on the classic Consumption plan the host would refuse more than 10 minutes.`,
    hint: 'Nothing to do on the Flex Consumption, Premium and Dedicated plans.',
  }
}

function exceedsConsumption(value: string): boolean {
  return value.trim() === '-1' || (parseTimeSpan(value) ?? 0) > consumptionLimitSeconds
}

function prefixMisplaced(project: Project): readonly Problem[] {
  const place = placeAt(project.configuration, 'http:routePrefix')
  if (place === undefined || placeAt(project.configuration, 'extensions:http:routePrefix') !== undefined)
    return []
  return [
    {
      message: `'routePrefix' under 'http' is read by version 1 of the host only; here it is ignored and the prefix stays 'api'.`,
      hint: `Move it: "extensions": { "http": { "routePrefix": ${quoteJson(place.node)} } }`,
      location: inHostJson(project, place.keySpan),
    },
  ]
}

function profile({ value }: { value: string }): Text | undefined {
  if (['', 'default', 'mcp-custom-handler'].includes(value.toLowerCase())) return undefined
  return {
    message: `'configurationProfile' is '${value}', which the host does not know.`,
    hint: 'Write "mcp-custom-handler", or remove the key.',
  }
}
