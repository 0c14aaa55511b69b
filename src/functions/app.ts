/**
 * A function app as the host reads it: host.json, the functions in their folders or routes, and everything that the
 * host refuses in them. It stands under the checks and the host's model alike, so that both know the same app.
 */
import { type AppFiles, readJsonFile } from './app-files'
import { type FunctionFolder, functionNames } from './function-json/functions'
import { type HostFunction, toHostFunction } from './function-json/host-function'
import { readFunctionJson } from './function-json/read-function-json'
import { refusalOf } from './host-json/binder'
import { type Configuration, leafAt, placeAt } from './host-json/configuration'
import { type HostJson, type HostJsonSurroundings, readHostJson } from './host-json/host-json'
import type { Refusal } from './refusal'
import { hasRoutes, readRouteFunctions, routesPath } from './route-functions'
import { buildRouteTable, inHostOrder, type RouteTable } from './routes/route-table'

export interface FunctionApp {
  readonly hostJson: HostJson
  /** Of folders with a function.json, in the order of the listing; also those that `functions` leaves out. */
  readonly functions: readonly FunctionFolder[]
  /** What the host makes of them, in its order: those that are left out are not among them, those in error are. */
  readonly hostFunctions: readonly HostFunction[]
  /** Those that `functions` leaves out: the host lists them, and does nothing else with them. */
  readonly leftOut: readonly HostFunction[]
  /** The routes of the functions that the host accepts. */
  readonly routes: RouteTable<HostFunction>
  /** What the host refuses, of host.json and of all functions. */
  readonly refusals: readonly Refusal[]
}

/**
 * Reads an app. It never throws on what the files hold.
 *
 * @param files the folder of host.json
 * @param surroundings app settings and plan, as far as they are known
 */
export function readFunctionApp(files: AppFiles, surroundings: HostJsonSurroundings = {}): FunctionApp {
  const hostJson = readHostJson(readJsonFile(files, 'host.json'), surroundings)
  const functions = readFolders(files, hostJson, surroundings)
  const visible = functions.filter(({ name }) => isAllowed(hostJson, name))
  const routed = readRouteFunctions(hostJson.configuration)
  const mixed = mixedRefusals(hostJson, visible, surroundings)
  const found = hasRoutes(hostJson.configuration) ? routed.functions : visible.map(toHostFunction)
  const routes = buildRouteTable(
    found.filter(({ errors, isRoutedInError }) => errors.length === 0 || isRoutedInError),
    hostJson.routePrefix,
  )
  const problems = new Map(routes.problems.map(({ function: one, message }) => [one, message]))
  const hostFunctions = inHostOrder(found).map((one) => {
    const message = problems.get(one)
    return message === undefined ? one : { ...one, errors: [message] }
  })
  return {
    hostJson,
    functions,
    hostFunctions,
    leftOut: functions.filter(({ name }) => !isAllowed(hostJson, name)).map(toHostFunction),
    routes,
    refusals: [
      ...hostJson.refusals,
      ...visible.flatMap(({ refusals }) => refusals),
      ...(surroundings.isNative ? [] : [...routed.refusals, ...mixed]),
      ...routeRefusals(routes, hostJson.configuration),
      ...(surroundings.isNative || found.length > 0 ? [] : [noFunctions(hostJson)]),
    ],
  }
}

function readFolders(files: AppFiles, { configuration }: HostJson, surroundings: HostJsonSurroundings) {
  const paths = new Set(files.listed.map(({ path }) => path))
  const { plan } = surroundings
  const settings = functionSettings(surroundings)
  return functionNames(files.listed).map(
    (name) =>
      readFunctionJson(name, readJsonFile(files, `${name}/function.json`, 'object'), {
        configuration,
        hasFile: (path) => paths.has(path),
        ...(settings === undefined ? {} : { settings }),
        ...(plan === undefined ? {} : { plan }),
      }).function,
  )
}

/** What functions are read with: undefined as long as something may be set that is not known even by its name. */
function functionSettings({ settings, settingNames, isPartial = false }: HostJsonSurroundings) {
  if (settingNames === undefined) return isPartial ? undefined : settings
  return { ...Object.fromEntries(settingNames.map((name) => [name, undefined])), ...settings }
}

/** Whether the list `functions`, when there is one, has the name in any case. */
export function isAllowed({ allowList }: HostJson, name: string): boolean {
  return allowList === undefined || allowList.some((allowed) => allowed.toLowerCase() === name.toLowerCase())
}

/** Routes in host.json go neither with function.json files nor with another worker than the custom one. */
function mixedRefusals(
  { configuration }: HostJson,
  visible: readonly FunctionFolder[],
  { settings }: HostJsonSurroundings,
): readonly Refusal[] {
  if (!hasRoutes(configuration)) return []
  const place = placeAt(configuration, routesPath)
  const runtime = settings?.['FUNCTIONS_WORKER_RUNTIME']
  if (runtime !== undefined && runtime.toLowerCase() !== 'custom') {
    const text = 'Routes configuration is only allowed for worker runtime: custom'
    return [refusalOf('routes-worker-runtime', text, place)]
  }
  if (visible.length === 0) return []
  const text =
    'Detected both function.json files and custom handler HTTP route configuration definition in host.json'
  return [refusalOf('routes-and-functions', text, place)]
}

/** Routes that stop the host or put their function in error, at the function.json that names them. */
function routeRefusals(
  { refusals, problems, namesakes, hostError }: RouteTable<HostFunction>,
  configuration: Configuration,
): readonly Refusal[] {
  const isInHostJson = hasRoutes(configuration)
  const [first] = refusals
  const isPrefix = namesakes === undefined && first?.refusal.place.in === 'prefix'
  const fileOf = (name: string) => (isInHostJson ? 'host.json' : `${name}/function.json`)
  const stopping = namesakes?.[1] ?? refusals[0]?.function
  return [
    ...(hostError === undefined || stopping === undefined
      ? []
      : isPrefix
        ? [refusalOf('route', hostError, leafAt(configuration, 'extensions:http:routePrefix'))]
        : [
            {
              rule: 'route',
              effect: 'host' as const,
              text: hostError,
              file: fileOf(stopping.name),
              functionName: stopping.name,
            },
          ]),
    ...problems.map(({ function: { name }, message }) => ({
      rule: 'route',
      effect: 'function' as const,
      text: message,
      file: fileOf(name),
      functionName: name,
    })),
  ]
}

function noFunctions({ configuration }: HostJson): Refusal {
  const text = 'No job functions found. Try making your job classes and methods public.'
  return refusalOf('no-functions', text, placeAt(configuration, 'functions'), 'unlisted')
}
