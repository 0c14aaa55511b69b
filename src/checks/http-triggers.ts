/**
 * Checks of HTTP triggers: authorization level, methods, routes and their conflicts
 * (ScriptHost.cs and FunctionMetadataExtensions.cs of azure-functions-host).
 */

import type { FunctionFolder, HttpTrigger } from '../functions/function-json/functions'
import { type JsonNode, memberInAnyCase, quoteJson, type Span } from '../functions/json/json-tree'
import { type Check, type FunctionProblem, inFunctionJson, onEachFunction, type Problem } from './check'
import { publicPath, routePrefix } from './describe-functions'
import type { Project } from './project'

export const httpTriggerChecks: readonly Check[] = [
  { code: 'http-auth-level', severity: 'error', run: onEachFunction(authLevel) },
  { code: 'http-methods', severity: 'warning', run: onEachFunction(methods) },
  { code: 'http-output-missing', severity: 'warning', run: onEachFunction(outputMissing) },
  { code: 'route-reserved', severity: 'error', run: onEachFunction(reserved) },
  { code: 'route-form', severity: 'warning', run: onEachFunction(routeForm) },
  { code: 'route-conflict', severity: 'error', run: conflicts },
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
  const hint = 'Write "methods": ["get", "post"].'
  if (value.kind !== 'array') {
    return {
      message: `'methods' of function '${folder.name}' is ${quoteJson(value)}, not a list.`,
      hint,
      at: value.span,
    }
  }
  const seen = new Set<string>()
  for (const item of value.items) {
    const method = item.kind === 'string' ? item.value.toUpperCase() : ''
    if (!httpMethods.has(method)) {
      const message = `'methods' of function '${folder.name}' names ${quoteJson(item)}, which is no HTTP method.`
      return { message, hint, at: item.span }
    }
    if (seen.has(method)) {
      const message = `'methods' of function '${folder.name}' names ${method} twice.`
      return { message, hint: 'Remove one of the two.', at: item.span }
    }
    seen.add(method)
  }
  return undefined
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

function reserved(folder: FunctionFolder): FunctionProblem | undefined {
  const prefix = /^(admin|runtime)/i.exec(folder.http?.route ?? '')?.[0]
  if (folder.http === undefined || prefix === undefined) return undefined
  const isDefault = settingOf(folder, 'route') === undefined
  return {
    message: `The route '${folder.http.route}' of function '${folder.name}' begins with '${prefix}', which the host keeps for itself.`,
    hint: isDefault
      ? 'Add a "route" that begins otherwise, or rename the folder.'
      : 'Write a route that begins otherwise.',
    ...at(folder, 'route'),
  }
}

function routeForm(folder: FunctionFolder, project: Project): FunctionProblem | undefined {
  const value = settingOf(folder, 'route')
  if (folder.http === undefined || value?.kind !== 'string') return undefined
  const prefix = routePrefix(project.configuration)
  const { route } = folder.http
  if (prefix !== '' && route.toLowerCase().startsWith(`${prefix.toLowerCase()}/`)) {
    return {
      message: `The route '${value.value}' of function '${folder.name}' repeats the prefix: its address is '${publicPath(prefix, route)}'.`,
      hint: `Write "${route.slice(prefix.length + 1)}", or take the prefix away with "routePrefix": "" in host.json.`,
      at: value.span,
    }
  }
  if (!value.value.startsWith('/')) return undefined
  return {
    message: `The route '${value.value}' of function '${folder.name}' begins with a slash, which the host removes.`,
    hint: `Write "${route}".`,
    at: value.span,
  }
}

function conflicts(project: Project): readonly Problem[] {
  const byRoute = new Map<string, FunctionFolder[]>()
  return project.functions.flatMap((folder) => {
    const { http } = folder
    if (http === undefined) return []
    const earlier = byRoute.get(http.route.toLowerCase()) ?? []
    byRoute.set(http.route.toLowerCase(), [...earlier, folder])
    const rival = earlier.find((other) => overlap(other.http, http) && !isSameName(other, folder))
    if (rival === undefined) return []
    const shared = http.methods.length === 0 ? 'every method' : http.methods.join(', ')
    return [
      {
        message: `The route '${http.route}' of function '${folder.name}' (${shared}) is taken by function '${rival.name}'.`,
        hint: 'Give one of them another route, or methods that the other does not have.',
        location: inFunctionJson(project, folder, place(folder, 'route')),
      },
    ]
  })
}

function overlap(left: HttpTrigger | undefined, right: HttpTrigger): boolean {
  if (left === undefined || left.methods.length === 0 || right.methods.length === 0) return true
  return left.methods.some((method) => right.methods.includes(method))
}

/** Names that differ only in case are reported as such. */
function isSameName(left: FunctionFolder, right: FunctionFolder): boolean {
  return left.name.toLowerCase() === right.name.toLowerCase()
}
