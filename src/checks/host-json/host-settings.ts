/**
 * Checks of the settings in host.json that are not about the handler: functions list, timeout, route prefix,
 * profile, and how the JSON files are written.
 */
import { isAllowed } from '../../functions/app'
import { placeAt } from '../../functions/host-json/configuration'
import type { JsonFile } from '../../functions/json/json'
import { type JsonNode, type JsonObject, quoteJson } from '../../functions/json/json-tree'
import { type Plan, planRules } from '../../functions/plans'
import { parseTimeSpan } from '../../functions/values/time-span'
import { type Check, type CheckContext, inHostJson, onLeaf, type Problem } from '../check'
import { type Project, placeIn } from '../project'

export const hostSettingsChecks: readonly Check[] = [
  { code: 'json-encoding', severity: 'warning', run: encoding },
  { code: 'json-duplicate-key', severity: 'warning', run: duplicateKeys },
  { code: 'function-not-allowed', severity: 'notice', run: leftOut },
  { code: 'functions-all-hidden', severity: 'error', run: allHidden },
  { code: 'function-timeout-limit', severity: 'error', run: onLeaf('functionTimeout', timeoutLimit) },
  { code: 'function-timeout-long', severity: 'notice', run: onLeaf('functionTimeout', timeoutLong) },
  { code: 'route-prefix-misplaced', severity: 'warning', run: prefixMisplaced },
  { code: 'configuration-profile-unknown', severity: 'error', run: onLeaf('configurationProfile', profile) },
]

type Text = Omit<Problem, 'location'>

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
        message: `The key '${key}' is in ${path} twice${isExact ? '' : ' (the host ignores case here)'}; ${isExact ? 'only the last one counts' : 'the last value counts, sections and lists are merged'}.`,
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

/** Names that the list leaves out, and whether none is left of those that are there. */
function hidden({ app }: Project) {
  const names = app.functions.map(({ name }) => name)
  const out = names.filter((name) => !isAllowed(app.hostJson, name))
  return { out, isEmpty: names.length > 0 && out.length === names.length }
}

function leftOut(project: Project): readonly Problem[] {
  const { out, isEmpty } = hidden(project)
  if (isEmpty) return []
  return out.map((name) => ({
    message: `The list 'functions' in host.json leaves out '${name}', so that function is listed and answers 404.`,
    hint: `Add "${name}" to the list if it is to run.`,
    location: inHostJson(project, placeAt(project.configuration, 'functions')?.keySpan),
  }))
}

function allHidden(project: Project): readonly Problem[] {
  const { out, isEmpty } = hidden(project)
  if (!isEmpty) return []
  const [first = ''] = out
  return [
    {
      message: `The list 'functions' in host.json names none of the functions of the project (${out.slice(0, 5).join(', ')}), so the host runs none.`,
      hint: `Add "${first}" to the list, or remove the list.`,
      location: inHostJson(project, placeAt(project.configuration, 'functions')?.keySpan),
    },
  ]
}

function timeoutLimit(leaf: { value: string }, _: Project, { plan }: CheckContext): Text | undefined {
  if (plan === undefined || !exceeds(leaf.value, plan)) return undefined
  const { title, longestTimeoutSeconds = 0 } = planRules[plan]
  return {
    message: `'functionTimeout' is '${leaf.value}', but ${title} allows ${longestTimeoutSeconds / 60} minutes at most.`,
    hint: `Write "00:${longestTimeoutSeconds / 60}:00" or less, or use the Flex Consumption or Premium plan.`,
  }
}

function timeoutLong(leaf: { value: string }, _: Project, { plan }: CheckContext): Text | undefined {
  if (plan !== undefined || !exceeds(leaf.value, 'consumption')) return undefined
  return {
    message: `'functionTimeout' is '${leaf.value}'; on the classic Consumption plan the host would refuse more than 10 minutes.`,
    hint: 'Nothing to do on the Flex Consumption, Premium and Dedicated plans.',
  }
}

function exceeds(value: string, plan: Plan): boolean {
  const longest = planRules[plan].longestTimeoutSeconds
  return longest !== undefined && (value.trim() === '-1' || (parseTimeSpan(value) ?? 0) > longest)
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
