/**
 * What the host makes of the properties of one binding before it indexes the function: the attribute of a trigger or
 * of an extension (ScriptBindingContext.cs, WebJobsCoreScriptBindingProvider.cs, CoreExtensionsScriptBindingProvider.cs
 * and GeneralScriptBindingProvider.cs of azure-functions-host, AttributeConverter.cs of azure-webjobs-sdk).
 */
import { castToText, scalarText } from '../json/json-text'
import { type JsonNode, memberInAnyCase } from '../json/json-tree'
import { effectiveRoute } from '../routes/route'
import { type Enumeration, parseEnumeration } from '../values/enumerations'
import { type BindingType, bindingTypeOf } from './binding-types'
import {
  castToBoolean,
  clrTypeOf,
  type MemberEnumeration,
  noSingleValue,
  readPlainEnumeration,
} from './conversions'
import type { Binding, HttpTrigger } from './functions'
import type { FunctionRule, Refuse } from './refusals'

/** The names of `AuthorizationLevel` in the order of their numbers. */
export const authLevels = ['anonymous', 'function', 'user', 'system', 'admin'] as const
const authorizationLevel: Enumeration = { name: 'AuthorizationLevel', members: authLevels }

const blobSources: MemberEnumeration = {
  name: 'BlobTriggerSource',
  members: ['LogsAndContainerScan', 'EventGrid'],
  type: 'Microsoft.Azure.WebJobs.BlobTriggerSource',
  isNullable: false,
}

/** The methods that a request can have: those of HTTP, and those of WebDAV and its kin (IANA's registry). */
export const httpMethods: ReadonlySet<string> = new Set(
  [
    'GET HEAD POST PUT DELETE CONNECT OPTIONS TRACE PATCH',
    'PROPFIND PROPPATCH MKCOL COPY MOVE LOCK UNLOCK REPORT SEARCH ACL BIND UNBIND REBIND',
    'CHECKIN CHECKOUT UNCHECKOUT VERSION-CONTROL MERGE LABEL UPDATE MKACTIVITY MKWORKSPACE MKCALENDAR',
  ].flatMap((line) => line.split(' ')),
)

/**
 * Judges the properties of a binding.
 *
 * @param binding one that is no `http` output
 * @param bundleMajor the oldest major version of the bundle; undefined without one
 * @param refuse takes what the host refuses
 */
export function judgeAttributes(binding: Binding, bundleMajor: number | undefined, refuse: Refuse): void {
  const lowerType = binding.type?.toLowerCase()
  if (lowerType === 'httptrigger') judgeHttpTrigger(binding, refuse)
  else if (lowerType === 'timertrigger') judgeTimerTrigger(binding, refuse)
  else {
    const known = bindingTypeOf(binding.type)
    if (known !== undefined && !known.isBuiltIn) judgeExtension(binding, known, bundleMajor, refuse)
  }
}

/** A property that the host takes by a cast: its value, unless that is refused. */
function property(binding: Binding, name: string): JsonNode | undefined {
  return memberInAnyCase(binding.node, name)?.value
}

function invalid(name: string, type: string, inner = ''): string {
  const text = `Error parsing function.json: Invalid value specified for binding property '${name}' of ${type}.`
  return inner === '' ? text : `${text} ${inner}`
}

/** Takes a property for a text; refuses lists and objects. */
function takeText(binding: Binding, name: string, rule: FunctionRule, refuse: Refuse): string | undefined {
  const value = property(binding, name)
  if (value === undefined) return undefined
  const text = scalarText(value)
  if (text === undefined && value.kind !== 'null' && value.kind !== 'undefined') {
    refuse(rule, invalid(name, 'type String', noSingleValue(value)), {
      key: name,
      value,
      binding: binding.node,
    })
  }
  return text
}

function judgeHttpTrigger(binding: Binding, refuse: Refuse): void {
  const level = takeText(binding, 'authLevel', 'http-auth-level', refuse)
  const value = property(binding, 'authLevel')
  if (level && value !== undefined && 'refused' in parseEnumeration(level, authorizationLevel)) {
    const subject = { key: 'authLevel', value, binding: binding.node }
    refuse('http-auth-level', invalid('authLevel', 'enum type AuthorizationLevel'), subject)
  }
  judgeMethods(binding, refuse)
  takeText(binding, 'route', 'binding-text', refuse)
}

function judgeMethods(binding: Binding, refuse: Refuse): void {
  const value = property(binding, 'methods')
  if (value === undefined || value.kind === 'null' || value.kind === 'undefined') return
  const subject = { key: 'methods', value, binding: binding.node }
  if (value.kind !== 'array') {
    const isSingle = scalarText(value) !== undefined
    const cast = `Invalid cast from '${clrTypeOf(value)}' to 'Newtonsoft.Json.Linq.JArray'.`
    refuse('http-methods', invalid('methods', 'type JArray', isSingle ? cast : noSingleValue(value)), subject)
    return
  }
  const nested = value.items.find(
    ({ kind }) => kind === 'array' || kind === 'object' || kind === 'constructor',
  )
  if (nested !== undefined) {
    refuse('http-methods', noSingleValue(nested), { ...subject, value: nested })
  } else if (!value.items.some((item) => httpMethods.has((scalarText(item) ?? '').toUpperCase()))) {
    // Nothing is logged: the function is valid, and no request has such a method.
    refuse('http-methods', '404 (Not Found)', { ...subject, effect: 'unreachable' })
  }
}

function judgeTimerTrigger(binding: Binding, refuse: Refuse): void {
  takeText(binding, 'schedule', 'timer-schedule', refuse)
  for (const name of ['runOnStartup', 'useMonitor']) {
    const value = property(binding, name)
    const read = value === undefined ? { value: undefined } : castToBoolean(value)
    if (value === undefined || 'value' in read) continue
    refuse('timer-switch', invalid(name, 'type Boolean', read.refused), {
      key: name,
      value,
      binding: binding.node,
    })
  }
}

function judgeExtension(
  binding: Binding,
  known: BindingType,
  bundleMajor: number | undefined,
  refuse: Refuse,
): void {
  const { name, type } = binding
  const configure = (text: string) =>
    `Unable to configure binding '${name ?? ''}' of type '${type ?? ''}'. This may indicate invalid function.json properties. ${text}`
  const lowerType = known.name.toLowerCase()
  const direction = lowerType === 'blob' ? property(binding, 'direction') : undefined
  const directionText = direction === undefined ? undefined : scalarText(direction)
  if (direction !== undefined && directionText !== undefined && !/^(?:in|out|inout)$/i.test(directionText)) {
    const text = configure(`Illegal direction value: '${directionText}'`)
    refuse('binding-direction', text, { key: 'direction', value: direction, binding: binding.node })
  }
  for (const key of known.texts) {
    const value = property(binding, key)
    const read = value === undefined ? { value: undefined } : castToText(value)
    if (value === undefined || 'value' in read) continue
    refuse('binding-text', configure(read.refused), { key, value, binding: binding.node })
  }
  if (lowerType === 'blobtrigger') judgeBlobSource(binding, configure, refuse)
  const lacking = lackingProperty(binding, known, bundleMajor)
  if (lacking === undefined) return
  const value = property(binding, lacking)
  // A value of null passes here and fails when the trigger's parameter is made.
  const text = value === undefined ? configure(noConstructor) : noConstructor
  if (value !== undefined && !binding.isTrigger) return
  const place = value === undefined ? { span: binding.node.span } : { value }
  refuse('binding-property', text, { key: lacking, binding: binding.node, ...place })
}

const noConstructor = "Can't figure out which ctor to call."

/** The first property that the extension needs and that is missing or null. */
function lackingProperty(
  binding: Binding,
  { needs, renamed }: BindingType,
  bundleMajor: number | undefined,
): string | undefined {
  const oldNames = new Map(Object.entries(renamed).map(([old, current]) => [current, old]))
  const isOld = bundleMajor !== undefined && bundleMajor < 4
  const lists = needs.map((list) => list.map((name) => (isOld ? (oldNames.get(name) ?? name) : name)))
  const isLacking = (name: string) => {
    const value = property(binding, name)
    return value === undefined || value.kind === 'null' || value.kind === 'undefined'
  }
  const faults = lists.map((list) => list.find(isLacking))
  return faults.every((fault) => fault !== undefined) ? faults[0] : undefined
}

/** `BlobTriggerSource`: LogsAndContainerScan or EventGrid. */
function judgeBlobSource(binding: Binding, configure: (text: string) => string, refuse: Refuse): void {
  const value = property(binding, 'source')
  if (value === undefined) return
  const subject = { key: 'source', value, binding: binding.node }
  if (value.kind === 'string') {
    const read = readPlainEnumeration(value, 'source', blobSources)
    if ('value' in read) return
    const text = `Could not convert '${value.value}' to BlobTriggerSource. ${read.refused}`
    refuse('blob-trigger-source', configure(text), subject)
  } else if (value.kind !== 'number' && value.kind !== 'boolean') {
    const kind = `${value.kind.slice(0, 1).toUpperCase()}${value.kind.slice(1)}`
    refuse('blob-trigger-source', configure(`Can not convert ${kind} to Int32.`), subject)
  }
}

/**
 * What the host makes of an `httpTrigger`, also of one with values that it refuses.
 *
 * @param functionName the route when there is none but blanks
 */
export function readHttpTrigger(binding: Binding, functionName: string): HttpTrigger {
  const textOf = (name: string) => {
    const value = property(binding, name)
    return value === undefined ? '' : (scalarText(value) ?? '')
  }
  const level = parseEnumeration(textOf('authLevel'), authorizationLevel)
  const methods = property(binding, 'methods')
  return {
    route: effectiveRoute(functionName, textOf('route')),
    methods: methods?.kind === 'array' ? methods.items.map((item) => scalarText(item) ?? '') : undefined,
    // A number without a name is a level that no key opens; the master key's is the nearest.
    authLevel: 'value' in level ? (authLevels[level.value] ?? 'admin') : 'function',
  }
}
