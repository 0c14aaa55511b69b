/**
 * The bindings of one function.json with the host's complaints about them, in its words.
 * Reads only what decides whether a function is listed and how it is called.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readSchedule } from '../functions/function-json/schedules'
import { parseTimeSpan } from '../functions/values/time-span'
import { isBuiltInBinding, isBundleBinding } from './binding-types'
import { isLenientObject, type LenientObject, type LenientValue } from './lenient-json'

export const directions = ['in', 'out', 'inout'] as const
export type Direction = (typeof directions)[number]

export interface HostBinding {
  readonly name: string
  readonly type: string
  readonly direction: Direction
  /** `binary` keeps outputs from being decoded as base64. */
  readonly dataType?: string
  readonly route?: string
  readonly methods?: readonly string[]
  readonly authLevel?: string
}

export interface BindingSurroundings {
  readonly functionFolder: string
  readonly hasBundle: boolean
  readonly profile: string | undefined
}

const bindingName = /^(?:[a-zA-Z][a-zA-Z0-9]{0,127}|\$return)$/
const enumerations = [
  {
    key: 'authLevel',
    type: 'AuthorizationLevel',
    values: ['anonymous', 'function', 'system', 'admin', 'user'],
  },
  { key: 'dataType', type: 'DataType', values: ['string', 'binary', 'stream'] },
  { key: 'cardinality', type: 'Cardinality', values: ['one', 'many'] },
] as const

/**
 * Reads and judges the bindings of one function.
 *
 * @param root the parsed function.json
 * @param surroundings its folder, whether host.json names an extension bundle, and the plan
 * @returns the readable bindings, and the host's complaints (the function is listed when there are none)
 * @see src/WebJobs.Script/Description/FunctionDescriptorProvider.cs, Utility.cs and
 *   src/WebJobs.Script.Abstractions/Description/Binding/BindingMetadata.cs in Azure/azure-functions-host
 */
export function readBindings(
  root: LenientObject,
  surroundings: BindingSurroundings,
): { readonly bindings: readonly HostBinding[]; readonly errors: readonly string[] } {
  const raw = root.get('bindings')
  const nodes = (Array.isArray(raw) ? (raw as readonly LenientValue[]) : []).filter(isLenientObject)
  if (!Array.isArray(raw) || raw.length === 0) {
    return { bindings: [], errors: ['At least one binding must be declared.'] }
  }
  const errors: string[] = []
  if (nodes.length < raw.length) {
    errors.push(
      "Unable to cast object of type 'Newtonsoft.Json.Linq.JValue' to type 'Newtonsoft.Json.Linq.JObject'.",
    )
  }
  const bindings = nodes.map((node) => readBinding(node, surroundings, errors))
  errors.push(...duplicateNames(bindings), ...triggerCount(bindings), ...rootProblems(root, surroundings))
  return { bindings, errors }
}

function readBinding(node: LenientObject, surroundings: BindingSurroundings, errors: string[]): HostBinding {
  const name = text(node, 'name') ?? ''
  const type = text(node, 'type') ?? ''
  const writtenDirection = text(node, 'direction') ?? 'in'
  const direction = directions.find((known) => known === writtenDirection.toLowerCase())
  if (!bindingName.test(name)) {
    errors.push(`The binding name ${name} is invalid. Please assign a valid name to the binding.`)
  }
  if (direction === undefined) errors.push(`'${writtenDirection}' is not a valid binding direction.`)
  if (name === '$return' && direction !== 'out') {
    errors.push("$return bindings must specify a direction of 'out'.")
  }
  if (type.toLowerCase() === 'http' && direction === 'in') {
    errors.push('Http binding can only be used for output.')
  }
  errors.push(...typeProblems(node, name, type, surroundings))
  const methods = member(node, 'methods')
  if (methods !== undefined && methods !== null && !Array.isArray(methods)) {
    errors.push(
      "Error parsing function.json: Invalid value specified for binding property 'methods' of type JArray.",
    )
  }
  const route = text(node, 'route')
  const dataType = text(node, 'dataType')
  const authLevel = text(node, 'authLevel')
  for (const { key, type: enumeration, values } of enumerations) {
    const value = text(node, key)
    if (value === undefined || values.some((known) => known === value.toLowerCase())) continue
    errors.push(`Error converting value "${value}" to type '${enumeration}'.`)
  }
  return {
    name,
    type,
    direction: direction ?? 'in',
    ...(dataType === undefined ? {} : { dataType }),
    ...(route === undefined ? {} : { route }),
    ...(Array.isArray(methods)
      ? { methods: methods.filter((method): method is string => typeof method === 'string') }
      : {}),
    ...(authLevel === undefined ? {} : { authLevel: authLevel.toLowerCase() }),
  }
}

function* typeProblems(
  node: LenientObject,
  name: string,
  type: string,
  { hasBundle, profile }: BindingSurroundings,
): Iterable<string> {
  if (type === '') {
    yield `Binding '${name}' is invalid. Bindings must specify a Type.`
    return
  }
  const lowerType = type.toLowerCase()
  if (!isBuiltInBinding(lowerType)) {
    if (!hasBundle) {
      yield `The binding type(s) '${type}' are not registered. Please ensure the type is correct and the binding extension is installed.`
    } else if (!isBundleBinding(lowerType)) {
      yield `The binding type(s) '${type}' were not found in the configured extension bundle. Please ensure the type is correct and the correct version of extension bundle is configured`
    }
  }
  if (
    lowerType === 'blobtrigger' &&
    profile === 'flex' &&
    text(node, 'source')?.toLowerCase() !== 'eventgrid'
  ) {
    yield 'The Flex Consumption SKU only supports EventGrid as the source for BlobTrigger functions.'
  }
  if (lowerType === 'timertrigger' && !isTimerSchedule(text(node, 'schedule') ?? '', profile)) {
    yield `The schedule expression '${text(node, 'schedule') ?? ''}' was not recognized as a valid cron expression or timespan string.`
  }
}

/** A name in percent signs is a setting, whose value is not known here; time spans need a plan of their own. */
function isTimerSchedule(schedule: string, profile: string | undefined): boolean {
  if (/^%[^%]+%$/.test(schedule.trim())) return true
  const read = readSchedule(schedule)
  if (read.kind !== 'time-span') return read.kind === 'cron'
  const isTimeSpanPlan = profile === undefined || profile === 'premium' || profile === 'dedicated'
  return isTimeSpanPlan && read.seconds > 0
}

function* duplicateNames(bindings: readonly HostBinding[]): Iterable<string> {
  const seen = new Set<string>()
  for (const { name } of bindings) {
    if (seen.has(name.toLowerCase())) {
      yield `Multiple bindings with name '${name}' discovered. Binding names must be unique.`
    }
    seen.add(name.toLowerCase())
  }
}

function* triggerCount(bindings: readonly HostBinding[]): Iterable<string> {
  const triggers = bindings.filter(
    ({ type, direction }) => direction === 'in' && type.toLowerCase().endsWith('trigger'),
  )
  if (triggers.length === 0)
    yield 'No trigger binding specified. A function must have a trigger input binding.'
  if (triggers.length > 1) {
    yield 'Multiple trigger bindings defined. A function can only have a single trigger binding.'
  }
}

function* rootProblems(root: LenientObject, { functionFolder }: BindingSurroundings): Iterable<string> {
  const scriptFile = text(root, 'scriptFile')
  if (scriptFile && !existsSync(join(functionFolder, scriptFile))) {
    yield "Invalid script file name configuration. The 'scriptFile' property is set to a file that does not exist."
  }
  const source = text(root, 'configurationSource')
  if (source !== undefined && !['attributes', 'config'].includes(source.toLowerCase())) {
    yield `Illegal value '${source}' for 'configurationSource' property.`
  }
  const retry = member(root, 'retry')
  if (isLenientObject(retry)) yield* retryProblems(retry)
}

function* retryProblems(retry: LenientObject): Iterable<string> {
  const strategy = text(retry, 'strategy')?.toLowerCase()
  if (strategy === undefined) return
  if (!['fixeddelay', 'exponentialbackoff'].includes(strategy)) {
    yield `Error converting value "${strategy}" to type 'RetryStrategy'.`
    return
  }
  const required =
    strategy === 'fixeddelay'
      ? ['MaxRetryCount', 'DelayInterval']
      : ['MaxRetryCount', 'MinimumInterval', 'MaximumInterval']
  for (const key of required) {
    const value = member(retry, key)
    if (value === undefined) yield `Value cannot be null. (Parameter '${key}')`
    else if (key !== 'MaxRetryCount' && (typeof value !== 'string' || parseTimeSpan(value) === undefined)) {
      yield `Error converting value ${JSON.stringify(value)} to type 'System.TimeSpan'.`
    }
  }
}

/** Newtonsoft binds properties without regard to case. */
function member(object: LenientObject, key: string): LenientValue | undefined {
  const exact = object.get(key)
  if (exact !== undefined) return exact
  for (const [name, value] of object) {
    if (name.toLowerCase() === key.toLowerCase()) return value
  }
  return undefined
}

function text(object: LenientObject, key: string): string | undefined {
  const value = member(object, key)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}
