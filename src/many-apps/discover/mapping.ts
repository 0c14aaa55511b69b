/**
 * The mapping file: which folder is which function app in which environment. Reads its JSON into plain data, and
 * tells every bad entry with its place. It decides nothing.
 */

import type { Finding } from '../../findings'
import type { JsonResult } from '../../functions/json/json'
import { type JsonMember, type JsonNode, quoteJson, type Span } from '../../functions/json/json-tree'
import { azureNames } from '../../inputs/azure-names'
import { namePattern } from './names'

/** The file that is read when no other one is named, relative to the repository root. */
export const usualMappingFile = '.github/function-apps.json'

/** Where an app is deployed to; what is absent is said elsewhere. */
export interface Target {
  readonly appName?: string
  readonly slotName?: string
  readonly resourceGroup?: string
  readonly verifyPath?: string
  /** Place of the entry in the file. */
  readonly span: Span
}

export interface MappedApp {
  readonly folder: string
  readonly name?: string
  readonly mainPackage?: string
  readonly verifyPath?: string
  /** By environment; false where the app is not deployed. */
  readonly environments: ReadonlyMap<string, Target | false>
  readonly span: Span
}

export interface Mapping {
  /** What holds for every app of an environment. */
  readonly environments: ReadonlyMap<string, Target>
  readonly apps: readonly MappedApp[]
}

interface Reading {
  readonly file: string
  readonly findings: Finding[]
}

const targetKeys = ['app-name', 'slot-name', 'resource-group', 'verify-path'] as const
const appKeys = ['name', 'main-package', 'verify-path', 'environments'] as const

/**
 * Reads a mapping file.
 *
 * @param parsed the file as the JSON reader gave it
 * @param file its path, for places
 * @returns the mapping, and one error for each bad entry
 */
export function readMapping(
  parsed: JsonResult,
  file: string,
): { readonly mapping: Mapping; readonly findings: readonly Finding[] } {
  const reading: Reading = { file, findings: [] }
  const nothing: Mapping = { environments: new Map(), apps: [] }
  if (parsed.state === 'failed') {
    const { reason, line, column } = parsed.failure
    complain(reading, `It is no JSON: ${reason}.`, { line, column, endLine: line, endColumn: column })
    return { mapping: nothing, findings: reading.findings }
  }
  const members = objectOf(reading, parsed.document.root, 'The file', ['environments', 'apps'])
  const environments = new Map<string, Target>()
  const apps: MappedApp[] = []
  for (const { key, value } of members) {
    for (const member of objectOf(reading, value, `'${key}'`)) {
      if (key === 'apps') apps.push(readApp(reading, member))
      else environments.set(member.key, readTarget(reading, member.value, `'environments' '${member.key}'`))
    }
  }
  return { mapping: { environments, apps }, findings: reading.findings }
}

function readApp(reading: Reading, { key: folder, keySpan, value }: JsonMember): MappedApp {
  const what = `'apps' '${folder}'`
  const found: { -readonly [key in keyof MappedApp]: MappedApp[key] } = {
    folder: folder.replace(/^\.\/(?=.)/, '').replace(/(?<=.)\/$/, ''),
    environments: new Map(),
    span: keySpan,
  }
  for (const { key, value: entry } of objectOf(reading, value, what, appKeys)) {
    if (key === 'environments')
      found.environments = readEnvironments(reading, entry, `${what} 'environments'`)
    else if (key === 'name') found.name = nameOf(reading, entry, what)
    else if (key === 'main-package') found.mainPackage = textOf(reading, entry, `${what} '${key}'`)
    else found.verifyPath = checkedTarget(reading, 'verify-path', entry, what)
  }
  return found
}

function readEnvironments(
  reading: Reading,
  node: JsonNode,
  what: string,
): ReadonlyMap<string, Target | false> {
  const environments = new Map<string, Target | false>()
  for (const { key, value } of objectOf(reading, node, what)) {
    const isLeftOut = value.kind === 'boolean' && !value.value
    environments.set(key, isLeftOut ? false : readTarget(reading, value, `${what} '${key}'`))
  }
  return environments
}

/** A text alone is the name of the function app. */
function readTarget(reading: Reading, node: JsonNode, what: string): Target {
  const target: { -readonly [key in keyof Target]: Target[key] } = { span: node.span }
  if (node.kind === 'string') return { ...target, appName: checkedTarget(reading, 'app-name', node, what) }
  for (const { key, value } of objectOf(reading, node, what, targetKeys)) {
    if (key === 'app-name') target.appName = checkedTarget(reading, key, value, what)
    else if (key === 'slot-name') target.slotName = checkedTarget(reading, key, value, what)
    else if (key === 'resource-group') target.resourceGroup = checkedTarget(reading, key, value, what)
    else target.verifyPath = checkedTarget(reading, 'verify-path', value, what)
  }
  return target
}

/** What Azure allows, once placeholders are replaced; the same rules as for the inputs of the action. */
const rules: Readonly<
  Record<(typeof targetKeys)[number], { readonly allowed: RegExp; readonly use: string }>
> = {
  'app-name': azureNames.site,
  'slot-name': azureNames.site,
  'resource-group': azureNames.resourceGroup,
  'verify-path': azureNames.sitePath,
}

/**
 * Says what is wrong with a value.
 *
 * @param key what the value is
 * @param text the value; `{name}` and `{environment}` stand for something allowed
 * @returns what to use instead; undefined when nothing is wrong
 */
export function targetFault(key: (typeof targetKeys)[number], text: string): string | undefined {
  const { allowed, use } = rules[key]
  const filled = key === 'verify-path' ? text : text.replace(/\{(?:name|environment)\}/g, 'x')
  return allowed.test(filled) ? undefined : `${use}; '{name}' and '{environment}' are the placeholders`
}

function checkedTarget(
  reading: Reading,
  key: (typeof targetKeys)[number],
  node: JsonNode,
  what: string,
): string {
  const text = textOf(reading, node, `${what} '${key}'`)
  const use = text === '' ? undefined : targetFault(key, text)
  if (use !== undefined)
    complain(reading, `${what} has the ${key} ${quoteJson(node)}: use ${use}.`, node.span)
  return text
}

function nameOf(reading: Reading, node: JsonNode, what: string): string {
  const text = textOf(reading, node, `${what} 'name'`)
  if (text !== '' && !namePattern.test(text)) {
    const use = 'use lower-case letters, digits and hyphens, at most 60'
    complain(reading, `${what} has the name ${quoteJson(node)}: ${use}.`, node.span)
  }
  return text
}

function textOf(reading: Reading, node: JsonNode, what: string): string {
  if (node.kind === 'string' && node.value.trim() !== '' && !/\p{Cc}/u.test(node.value))
    return node.value.trim()
  complain(reading, `${what} is ${quoteJson(node)}: use a text.`, node.span)
  return ''
}

/** The members of an object, each once, with keys that are allowed. */
function objectOf(
  reading: Reading,
  node: JsonNode,
  what: string,
  allowed?: readonly string[],
): readonly JsonMember[] {
  if (node.kind !== 'object') {
    const use = allowed === undefined ? '' : ` with ${allowed.map((key) => `'${key}'`).join(', ')}`
    complain(reading, `${what} is ${quoteJson(node)}: use an object${use}.`, node.span)
    return []
  }
  const seen = new Set<string>()
  return node.members.filter(({ key, keySpan }) => {
    if (seen.has(key)) complain(reading, `${what} has '${key}' twice: remove one of them.`, keySpan)
    else if (allowed !== undefined && !allowed.includes(key)) {
      const known = allowed.map((name) => `'${name}'`).join(', ')
      complain(reading, `${what} has '${key}', which is not known: use ${known}.`, keySpan)
    } else {
      seen.add(key)
      return true
    }
    return false
  })
}

function complain({ file, findings }: Reading, message: string, span: Span): void {
  findings.push(mappingFinding(file, message, span))
}

/**
 * An error about an entry of the mapping file.
 *
 * @param file path of the file
 * @param message what is wrong, and what to do
 * @param span place of the entry
 */
export function mappingFinding(file: string, message: string, span: Span): Finding {
  return {
    code: 'app-mapping-invalid',
    severity: 'error',
    message,
    hint: `Correct ${file}; docs/many-apps.md describes it.`,
    location: { file, ...span },
  }
}
