/**
 * Which functions the host finds in a package, and which of them it refuses.
 * One bad function does not touch the others; it is kept here with the host's complaint.
 */
import { type Dirent, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { effectiveRoute } from '../functions/routes/route'
import { buildRouteTable, inHostOrder, type RouteTable } from '../functions/routes/route-table'
import { type Configuration, configurationList } from './configuration'
import { type HostBinding, readBindings } from './function-bindings'
import { isLenientObject, readLenientObject } from './lenient-json'
import { readPackageText } from './package-file'

/** One function as the host knows it. It is listed when `errors` is empty. */
export interface HostFunction {
  readonly name: string
  /** Binding type of the trigger, for example `httpTrigger`; empty when there is none. */
  readonly trigger: string
  /** Route template without the prefix, nothing trimmed. HTTP functions only. */
  readonly route?: string
  /** As written; undefined means every method, an empty list none. HTTP functions only. */
  readonly methods?: readonly string[]
  readonly authLevel: string
  readonly bindings: readonly HostBinding[]
  /** Exactly one HTTP trigger and one HTTP output: the only shape to which forwarding applies. */
  readonly isHttpInAndOut: boolean
  /** Why the host refuses it, in the host's words. */
  readonly errors: readonly string[]
}

export interface Discovery {
  readonly configuration: Configuration
  /** Without a custom handler every function lacks a script that could run it. */
  readonly hasHandler: boolean
  /** With the profile `mcp-custom-handler` there is one catch-all function. */
  readonly isMcp: boolean
  readonly profile: string | undefined
  /** What stands before each route, nothing trimmed. */
  readonly routePrefix: string
}

export interface FoundFunctions {
  /** In the order in which the host keeps them. */
  readonly functions: readonly HostFunction[]
  /** The routes of those that the host accepts. */
  readonly routes: RouteTable<HostFunction>
  /** What stops the host as a whole. */
  readonly problem?: string
}

const namePattern = /^[a-z][a-z0-9_-]{0,127}$/i
const maximumFunctions = 1000

/**
 * Finds the functions: direct child folders with a `function.json`, or routes in host.json.
 *
 * @param folder the package's root
 * @param discovery host.json's keys and what depends on them
 * @returns the functions in folder order, and what stops the host as a whole
 * @see src/WebJobs.Script/Host/HostFunctionMetadataProvider.cs, Description/FunctionDescriptorProvider.cs and
 *   Host/ScriptHost.cs in Azure/azure-functions-host
 */
export function discoverFunctions(folder: string, discovery: Discovery): FoundFunctions {
  const fromRoutes = functionsFromRoutes(discovery)
  const inFolders = functionFolders(folder).map((name) => readFunction(folder, name, discovery))
  if (fromRoutes.length > 0) {
    if (inFolders.length === 0) return withRoutes(fromRoutes, discovery)
    const problem =
      'Detected both function.json files and custom handler HTTP route configuration definition in host.json.'
    return { ...withRoutes([], discovery), problem }
  }
  const allowed = configurationList(discovery.configuration, 'functions').map((name) => name.toLowerCase())
  const visible = inFolders.filter(({ name }) => allowed.length === 0 || allowed.includes(name.toLowerCase()))
  return withRoutes(visible, discovery)
}

/** Functions that are in error for another reason take no part in routing. */
function withRoutes(functions: readonly HostFunction[], { routePrefix }: Discovery): FoundFunctions {
  const routes = buildRouteTable(
    functions.filter(({ errors }) => errors.length === 0),
    routePrefix,
  )
  const errors = new Map(routes.problems.map(({ function: found, message }) => [found, message]))
  const judged = inHostOrder(functions).map((found) => {
    const error = errors.get(found)
    return error === undefined ? found : { ...found, errors: [error] }
  })
  const { hostError } = routes
  return { functions: judged, routes, ...(hostError === undefined ? {} : { problem: hostError }) }
}

function functionFolders(folder: string): string[] {
  let entries: Dirent[]
  try {
    entries = readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
  return entries
    .filter((entry) => entry.isDirectory() && hasFunctionFile(join(folder, entry.name)))
    .map((entry) => entry.name)
    .slice(0, maximumFunctions)
}

/** The file's name is compared exactly, also where the file system would not. */
function hasFunctionFile(folder: string): boolean {
  try {
    return readdirSync(folder).includes('function.json')
  } catch {
    return false
  }
}

function readFunction(folder: string, name: string, discovery: Discovery): HostFunction {
  const refused = (error: string): HostFunction => ({ ...blankFunction(name), errors: [error] })
  if (!namePattern.test(name) || name.toLowerCase() === 'host') {
    return refused(`'${name}' is not a valid function name.`)
  }
  const root = readLenientObject(readPackageText(join(folder, name, 'function.json')) ?? '')
  if (!isLenientObject(root)) return refused(`Unable to parse function.json: ${root.problem}`)
  const { bindings, errors } = readBindings(root, {
    functionFolder: join(folder, name),
    hasBundle: discovery.configuration.has('extensionBundle'),
    profile: discovery.profile,
  })
  const inputs = bindings.filter(({ direction }) => direction === 'in')
  const outputs = bindings.filter(({ direction }) => direction !== 'in')
  const trigger = inputs.find(({ type }) => type.toLowerCase().endsWith('trigger'))
  const isHttp = trigger?.type.toLowerCase() === 'httptrigger'
  const route = isHttp ? effectiveRoute(name, trigger.route ?? '') : undefined
  const found = [...errors]
  if (!discovery.hasHandler) found.push(noScriptText)
  return {
    name,
    trigger: trigger?.type ?? '',
    ...(route === undefined ? {} : { route }),
    ...(isHttp && trigger.methods !== undefined ? { methods: trigger.methods } : {}),
    authLevel: trigger?.authLevel ?? 'function',
    bindings,
    isHttpInAndOut:
      isHttp && inputs.length === 1 && outputs.length === 1 && outputs[0]?.type.toLowerCase() === 'http',
    errors: found,
  }
}

const noScriptText =
  'Unable to determine the primary function script. Make sure at least one script file is present.'

function blankFunction(name: string): HostFunction {
  return {
    name,
    trigger: '',
    authLevel: 'function',
    bindings: [],
    isHttpInAndOut: false,
    errors: [],
  }
}

/** `customHandler.http.routes` gives functions without a function.json, named in order. */
function functionsFromRoutes({ configuration, isMcp }: Discovery): HostFunction[] {
  const path = 'customHandler:http:routes'
  const routes = isMcp
    ? [{ route: '{*route}', authLevel: 'function' }]
    : configuration.children(path).map((index) => ({
        route: configuration.get(`${path}:${index}:route`) ?? '',
        authLevel:
          configuration.get(`${path}:${index}:authorizationLevel`) ??
          configuration.get('customHandler:http:defaultAuthorizationLevel') ??
          'function',
      }))
  return routes.map(({ route, authLevel }, index) => ({
    ...blankFunction(`http-handler${index + 1}`),
    trigger: 'httpTrigger',
    route,
    authLevel,
    bindings: [
      { name: 'req', type: 'httpTrigger', direction: 'in', authLevel },
      { name: 'res', type: 'http', direction: 'out' },
    ],
    isHttpInAndOut: true,
  }))
}
