/**
 * Reads one function.json as the host does, from its text to an indexed function, and says what the host refuses on
 * the way, in the host's order and words (HostFunctionMetadataProvider.cs, FunctionDescriptorProvider.cs,
 * WorkerFunctionDescriptorProvider.cs and ScriptHost.cs of azure-functions-host). Routes are read elsewhere.
 */
import { closestName } from '../../text/name-distance'
import type { Configuration } from '../host-json/configuration'
import { executableFrom } from '../host-json/executable'
import type { JsonFile } from '../json/json'
import { type JsonNode, memberInAnyCase } from '../json/json-tree'
import type { Plan } from '../plans'
import { judgeAttributes, readHttpTrigger } from './binding-attributes'
import { bindingTypeOf, bindingTypes } from './binding-types'
import { type Extensions, extensionsOf } from './extensions'
import type { Binding, FunctionFolder } from './functions'
import { isTriggerType, readBindings } from './read-bindings'
import { collectRefusals, type FunctionRefusal, type Refuse } from './refusals'
import { readRootValues } from './root-values'
import { judgeTrigger } from './trigger-rules'

/** What decides about a function besides its own file. */
export interface FunctionSurroundings {
  /** host.json with the overrides of app settings. */
  readonly configuration: Configuration
  /** App settings, when they are known; some perhaps by their names only. */
  readonly settings?: Readonly<Record<string, string | undefined>>
  readonly plan?: Plan
  /** Whether the app has a file, by its path relative to host.json. */
  readonly hasFile: (path: string) => boolean
}

/**
 * Reads a function.
 *
 * @param name the folder's name
 * @param json its function.json, read with an object as its root
 * @param surroundings what the host knows besides
 * @returns the function, whose `refusals` are given beside it as well
 */
export function readFunctionJson(
  name: string,
  json: JsonFile,
  surroundings: FunctionSurroundings,
): { readonly function: FunctionFolder; readonly refusals: readonly FunctionRefusal[] } {
  const path = `${name}/function.json`
  const { refusals, refuse } = collectRefusals(name, path)
  const unlisted = { effect: 'unlisted' as const }
  if (!isFunctionName(name)) refuse('function-name', `'${name}' is not a valid function name.`, unlisted)
  if (json.state === 'failed') {
    const { hostText, innerText, reason, line, column } = json.failure
    const span = { line, column, endLine: line, endColumn: column }
    refuse(
      'function-json-unparseable',
      [hostText || reason, innerText].filter((text) => text !== '').join(' '),
      {
        ...unlisted,
        span,
      },
    )
  }
  const root =
    json.state === 'parsed' && json.document.root.kind === 'object' ? json.document.root : undefined
  const bindings = root === undefined ? [] : readBindings(root, refuse)
  const { configuration, hasFile, settings, plan } = surroundings
  if (root !== undefined) {
    // The program that the build makes is a file of the app, too.
    const isFile = (file: string) => hasFile(file) || file === executableFrom(configuration)
    readRootValues(root, name, isFile, refuse)
  }
  const trigger = bindings.find(({ isTrigger }) => isTrigger)
  // The host goes on only with what it could read so far; the rest would be symptoms.
  if (bindings.length > 0 && bindings.every(({ isWhole }) => isWhole) && judgeFunction(bindings, refuse)) {
    judgeBindings(bindings, extensionsOf(configuration, hasFile), refuse)
    if (trigger !== undefined) {
      if (plan === 'flex-consumption') judgeBlobSource(name, trigger, refuse)
      judgeTrigger(name, trigger, settings, refuse)
    }
  }
  const isHttp = trigger?.type?.toLowerCase() === 'httptrigger'
  const http = isHttp ? readHttpTrigger(trigger, name) : undefined
  return { function: { name, path, json, bindings, trigger, http, refusals }, refusals }
}

/** `FunctionNameValidationRegex` of Utility.cs. */
export function isFunctionName(name: string): boolean {
  return /^[a-z][a-z0-9_-]{0,127}$/i.test(name) && name.toLowerCase() !== 'host'
}

/** `FunctionDescriptorProvider.ValidateFunction`: names, types, the one trigger. Says whether there is one. */
function judgeFunction(bindings: readonly Binding[], refuse: Refuse): boolean {
  const names = new Set<string>()
  for (const binding of bindings) {
    const name = binding.name ?? ''
    const place = placeOf(binding, 'name')
    if (name !== '$return' && !/^[a-zA-Z][a-zA-Z0-9]{0,127}$/.test(name)) {
      refuse(
        'binding-name',
        `The binding name ${name} is invalid. Please assign a valid name to the binding.`,
        place,
      )
    }
    if (name === '$return' && binding.direction !== 'out') {
      const direction = placeOf(binding, 'direction')
      refuse('binding-return-direction', "$return bindings must specify a direction of 'out'.", direction)
    }
    if (binding.type === undefined) {
      const text = `Binding '${name}' is invalid. Bindings must specify a Type.`
      refuse('binding-type-missing', text, placeOf(binding, 'type'))
    }
    if (name !== '' && names.has(name.toLowerCase())) {
      const text = `Multiple bindings with name '${name}' discovered. Binding names must be unique.`
      refuse('binding-name-repeated', text, place)
    }
    names.add(name.toLowerCase())
  }
  const [first, second] = bindings.filter(({ isTrigger }) => isTrigger)
  if (second !== undefined) {
    const text = 'Multiple trigger bindings defined. A function can only have a single trigger binding.'
    refuse('trigger-repeated', text, placeOf(second, 'type'))
  }
  if (first !== undefined) return second === undefined
  const outward = bindings.find(({ type }) => type !== undefined && isTriggerType(type))
  const text = 'No trigger binding specified. A function must have a trigger input binding.'
  if (outward === undefined) refuse('trigger-missing', text)
  else refuse('binding-direction', text, placeOf(outward, 'direction'))
  return false
}

/** `FunctionBinding.GetBindings` for inputs, then for outputs, `VerifyResolvedBindings`, and the return value. */
function judgeBindings(bindings: readonly Binding[], extensions: Extensions, refuse: Refuse): void {
  const inputs = bindings.filter(({ direction }) => direction !== 'out')
  const outputs = bindings.filter(({ direction }) => direction !== 'in')
  for (const binding of inputs) {
    if (isType(binding, 'http') && binding.name !== '$return') {
      const place = placeOf(binding, 'direction')
      refuse('binding-direction', 'Http binding can only be used for output.', place)
    }
  }
  const major = extensions.from === 'bundle' ? extensions.major : undefined
  for (const binding of new Set([...inputs, ...outputs])) judgeAttributes(binding, major, refuse)
  judgeTypes([...new Set([...inputs, ...outputs])], extensions, refuse)
  const handlers = [...inputs, ...outputs].filter((binding) => isType(binding, 'httpTrigger'))
  if (handlers.length > 1) {
    const text =
      'Multiple bindings cannot be designated as HandlesReturnValue. Sequence contains more than one matching element.'
    const last = handlers.at(-1)
    refuse('binding-direction', text, last === undefined ? {} : placeOf(last, 'direction'))
  }
}

function judgeTypes(bindings: readonly Binding[], extensions: Extensions, refuse: Refuse): void {
  const unknown = bindings.filter(({ type }) => type !== undefined && isRefusedType(type, extensions))
  const types = [...new Set(unknown.map(({ type }) => type ?? ''))].join(', ')
  const text =
    extensions.from === 'bundle'
      ? `The binding type(s) '${types}' were not found in the configured extension bundle. Please ensure the type is correct and the correct version of extension bundle is configured`
      : `The binding type(s) '${types}' are not registered. Please ensure the type is correct and the binding extension is installed.`
  for (const binding of unknown) refuse('binding-type-unregistered', text, placeOf(binding, 'type'))
}

/** Bundles grow: of a type that the table does not know only what looks like a typing error is refused. */
function isRefusedType(type: string, extensions: Extensions): boolean {
  const known = bindingTypeOf(type)
  if (extensions.from === 'nowhere') return known?.isBuiltIn !== true
  return extensions.from === 'bundle' && known === undefined && likelyType(type) !== undefined
}

const typeNames = bindingTypes.map(({ name }) => name)

/** The known type from which an unknown one differs by a letter or two, or nothing. */
export function likelyType(type: string): string | undefined {
  return bindingTypeOf(type) === undefined ? closestName(type, typeNames) : undefined
}

function judgeBlobSource(functionName: string, trigger: Binding, refuse: Refuse): void {
  if (!isType(trigger, 'blobTrigger')) return
  const source = memberInAnyCase(trigger.node, 'source')?.value
  if (source?.kind === 'string' && source.value.toLowerCase() === 'eventgrid') return
  const text = `The Flex Consumption SKU only supports EventGrid as the source for BlobTrigger functions. Please update function '${functionName}' to use EventGrid. For more information see https://aka.ms/blob-trigger-eg.`
  refuse('blob-trigger-source', text, placeOf(trigger, 'source'))
}

function isType({ type }: Binding, name: string): boolean {
  return type?.toLowerCase() === name.toLowerCase()
}

/** The value of a property, or the whole binding when it is not there. */
function placeOf(binding: Binding, key: string) {
  const value: JsonNode | undefined = memberInAnyCase(binding.node, key)?.value
  const subject = { key, binding: binding.node }
  return value === undefined ? { ...subject, span: binding.node.span } : { ...subject, value }
}
