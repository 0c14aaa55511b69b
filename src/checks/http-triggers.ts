/**
 * Checks of HTTP triggers: authorization level, methods and output
 * (ScriptHost.cs and FunctionMetadataExtensions.cs of azure-functions-host).
 */

import type { FunctionFolder } from '../functions/function-json/functions'
import { type JsonNode, memberInAnyCase, quoteJson, type Span } from '../functions/json/json-tree'
import { type Check, type FunctionProblem, onEachFunction } from './check'

export const httpTriggerChecks: readonly Check[] = [
  { code: 'http-auth-level', severity: 'error', run: onEachFunction(authLevel) },
  { code: 'http-methods', severity: 'error', run: onEachFunction(methods) },
  { code: 'http-output-missing', severity: 'warning', run: onEachFunction(outputMissing) },
]

/** `AuthorizationLevel` of the WebJobs SDK; schemas/json/function.json lists the first three. */
const authLevels: readonly string[] = ['anonymous', 'function', 'admin', 'system', 'user']

const httpMethods: ReadonlySet<string> = new Set([
  ...['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH'],
])

function settingOf(folder: FunctionFolder, key: string): JsonNode | undefined {
  return folder.http === undefined ? undefined : memberInAnyCase(folder.trigger?.node, key)?.value
}

function place(folder: FunctionFolder, key: string): Span | undefined {
  return settingOf(folder, key)?.span ?? folder.trigger?.node.span
}

function at(folder: FunctionFolder, key: string): Pick<FunctionProblem, 'at'> {
  const span = place(folder, key)
  return span === undefined ? {} : { at: span }
}

function authLevel(folder: FunctionFolder): FunctionProblem | undefined {
  const value = settingOf(folder, 'authLevel')
  if (value === undefined || value.kind === 'null') return undefined
  if (value.kind === 'string' && authLevels.includes(value.value.toLowerCase())) return undefined
  return {
    message: `'authLevel' of function '${folder.name}' is ${quoteJson(value)}, which is no authorization level.`,
    hint: 'Possible values: anonymous, function, admin.',
    at: value.span,
  }
}

function methods(folder: FunctionFolder): FunctionProblem | undefined {
  const value = settingOf(folder, 'methods')
  if (value === undefined || value.kind === 'null') return undefined
  const hint = 'Write "methods": ["get", "post"], or leave it out for every method.'
  const found = `'methods' of function '${folder.name}' is ${quoteJson(value)}`
  if (value.kind !== 'array') {
    return { message: `${found}, not a list, so the function is in error.`, hint, at: value.span }
  }
  const isMethod = (item: JsonNode) => item.kind === 'string' && httpMethods.has(item.value.toUpperCase())
  if (!value.items.some((item) => isMethod(item) || isOtherMethod(item))) {
    return { message: `${found}, so every request to the function gets 404.`, hint, at: value.span }
  }
  const item = value.items.find((each) => !isMethod(each))
  if (item === undefined) return undefined
  const message = `'methods' of function '${folder.name}' names ${quoteJson(item)}, which is no HTTP method.`
  return { message, hint, at: item.span, severity: 'warning' }
}

/** Extensions of HTTP have more methods (WebDAV); words for all methods are none. */
function isOtherMethod(item: JsonNode): boolean {
  return item.kind === 'string' && /^[a-z][a-z-]*$/i.test(item.value) && !/^(?:any|all)$/i.test(item.value)
}

function outputMissing(folder: FunctionFolder): FunctionProblem | undefined {
  if (folder.http === undefined || folder.bindings.some(({ type }) => type?.toLowerCase() === 'http'))
    return undefined
  return {
    message: `The HTTP function '${folder.name}' has no 'http' output, so callers get an empty reply.`,
    hint: 'Add { "type": "http", "direction": "out", "name": "res" } to its bindings.',
    ...at(folder, 'type'),
  }
}
