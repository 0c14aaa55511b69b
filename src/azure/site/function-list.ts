/** The functions that Azure lists for an app, and how that list compares with the package. Reads only. */

import type { Finding } from '../../findings'
import { at, listAt, textAt } from '../../text/json-value'
import { azureFinding } from '../http'
import { listArmPages, type Session } from '../sign-in'
import type { Site } from './site'

export interface ListedFunction {
  readonly name: string
  /** Binding type of the trigger, for example `httpTrigger`; empty when Azure does not say. */
  readonly trigger: string
  /** HTTP functions only, without a key. */
  readonly url?: string
  readonly isDisabled: boolean
}

/** What Azure lists. */
export interface FunctionList {
  readonly functions: readonly ListedFunction[]
  /** Why there may be more functions than these; empty when these are all. */
  readonly cut: string
}

/**
 * Lists the functions.
 *
 * @returns what Azure lists now
 * @throws ActionError
 */
export async function listFunctions(
  session: Session,
  site: Site,
  signal: AbortSignal,
): Promise<FunctionList> {
  const { items, cut } = await listArmPages(session, {
    method: 'GET',
    path: `${site.resourceId}/functions`,
    purpose: 'list the functions',
    attempts: 1,
    signal,
  })
  return { functions: items.map(readFunction).filter((listed) => listed.name !== ''), cut }
}

export interface Comparison {
  /** The list is what a finished deployment looks like. */
  readonly isReady: boolean
  /** Nothing, or only the placeholder of an instance that has not taken the app in yet. */
  readonly isPlaceholder: boolean
  readonly missing: readonly string[]
  readonly unexpected: readonly string[]
}

/**
 * Compares the list with the names in the package, without regard to case, as the host does.
 *
 * @param expected names from the package; empty when they are known to the host only
 * @param listed names that Azure lists
 * @param isFloor whether the package may register more than `expected`
 * @returns what differs
 */
export function compareFunctions(
  expected: readonly string[],
  listed: readonly string[],
  isFloor = false,
): Comparison {
  const real = listed.filter((name) => name.toLowerCase() !== 'warmup' || includes(expected, name))
  const missing = expected.filter((name) => !includes(real, name))
  const unexpected = expected.length === 0 || isFloor ? [] : real.filter((name) => !includes(expected, name))
  const isPlaceholder = real.length === 0
  return {
    isReady: !isPlaceholder && missing.length === 0 && unexpected.length === 0,
    isPlaceholder,
    missing,
    unexpected,
  }
}

/**
 * Says which live functions a deployment would remove.
 *
 * @param before what Azure lists now
 * @param expected the names in the package
 * @returns a warning, or nothing
 */
export function removedFunctions(
  { appName }: Site,
  before: readonly ListedFunction[],
  expected: readonly string[],
): readonly Finding[] {
  const names = before.map(({ name }) => name)
  const removed = compareFunctions(expected, names).unexpected.map((name) => `'${name}'`)
  if (removed.length === 0) return []
  const one = removed.length === 1
  const more = removed.length > 20 ? ` and ${removed.length - 20} more` : ''
  return [
    azureFinding(
      'warning',
      'functions-removed',
      `'${appName}' has ${one ? 'a live function that is' : `${removed.length} live functions that are`} not in the package: ${removed.slice(0, 20).join(', ')}${more}. The deployment removes ${one ? 'it' : 'them'}.`,
      "If that is meant, put functions-removed into 'ignore-findings'. Otherwise check app-name, working-directory and the folders of the functions.",
    ),
  ]
}

function includes(names: readonly string[], wanted: string): boolean {
  return names.some((name) => name.toLowerCase() === wanted.toLowerCase())
}

function readFunction(item: unknown): ListedFunction {
  // `name` of the resource is `app/function`; the property has the function alone.
  return listedFunctionOf(at(item, 'properties'), textAt(item, 'name').split('/').at(-1) ?? '')
}

/** What the host says of a function in its list, which Azure hands on. */
export function listedFunctionOf(properties: unknown, otherName = ''): ListedFunction {
  const name = textAt(properties, 'name') || otherName
  const trigger = listAt(properties, 'config', 'bindings')
    .map((binding) => textAt(binding, 'type'))
    .find((type) => /trigger$/i.test(type))
  // The template may end with a key.
  const url = textAt(properties, 'invoke_url_template').split('?')[0] ?? ''
  return {
    name: name.slice(0, 200),
    trigger: (trigger ?? '').slice(0, 100),
    isDisabled: at(properties, 'isDisabled') === true || at(properties, 'config', 'disabled') === true,
    ...(url.startsWith('https://') ? { url: url.slice(0, 500) } : {}),
  }
}
