/**
 * An unpacked package as the Functions host reads it: host.json, function.json files, what starts and where
 * requests go. Reports what the host would log; it neither starts anything nor explains mistakes to users.
 */
import { join } from 'node:path'
import { buildRouteTable, type RouteTable } from '../functions/routes/route-table'
import { parseTimeSpan } from '../functions/values/time-span'
import { parseVersionRange } from '../functions/values/version-range'
import { type Configuration, configurationList, flattenConfiguration } from './configuration'
import { discoverFunctions, type HostFunction } from './function-list'
import { functionTimeoutProblem } from './function-timeout'
import { isLenientObject, type LenientObject, readLenientObject } from './lenient-json'
import { readPackageText } from './package-file'

export const hostProfiles = ['flex', 'consumption', 'premium', 'dedicated'] as const
export type HostProfile = (typeof hostProfiles)[number]

export const forwardings = ['none', 'forward', 'proxy'] as const
export type Forwarding = (typeof forwardings)[number]

/** The `customHandler.description` section, as written: nothing is expanded or resolved yet. */
export interface HostHandler {
  readonly executable: string
  /** `defaultWorkerPath`; empty when there is none. */
  readonly workerPath: string
  readonly workerDirectory: string
  readonly workingDirectory: string
  readonly arguments: readonly string[]
  readonly workerArguments: readonly string[]
  /** A fixed port; undefined means a free one. */
  readonly port?: number
  /** How long one of four waits for the handler lasts when a request arrives before it is ready. */
  readonly initializationTimeoutMs: number
}

/** A function app on disk, as plain data. */
export interface HostApp {
  readonly folder: string
  /** Undefined when the host would not start any custom handler. */
  readonly handler: HostHandler | undefined
  readonly forwarding: Forwarding
  /** Only with the legacy `httpWorker` section: requests are forwarded to `/<FunctionName>`. */
  readonly isLegacy: boolean
  /** As written; empty when routes start at the root. */
  readonly routePrefix: string
  readonly functions: readonly HostFunction[]
  /** Where requests go. */
  readonly routes: RouteTable<HostFunction>
  /** What stops the host or leaves it without a handler, in its own words. */
  readonly errors: readonly string[]
  /** What the host logs and goes on after. */
  readonly warnings: readonly string[]
}

export interface LoadOptions {
  readonly settings?: Readonly<Record<string, string>>
  readonly profile?: HostProfile
}

/**
 * Reads an unpacked package the way the host does.
 *
 * @param folder the package's root, in Azure `/home/site/wwwroot`
 * @param options app settings (they can override host.json) and the plan, where rules depend on it
 * @returns the app; mistakes are in `errors`, and each function's own in its `errors`
 * @see src/WebJobs.Script/Config/HostJsonFileConfigurationSource.cs and
 *   src/WebJobs.Script/Workers/Http/Configuration/HttpWorkerOptionsSetup.cs in Azure/azure-functions-host
 */
export function loadApp(folder: string, options: LoadOptions = {}): HostApp {
  const path = join(folder, 'host.json')
  const root = readLenientObject(readPackageText(path) ?? '{}')
  if (!isLenientObject(root)) return brokenApp(folder, [`Unable to parse host configuration file '${path}'.`])
  // Without a host.json, and with an empty one, the host goes on with its defaults: healthy, and no functions.
  const isDefault = root.size === 0
  const version = isDefault ? undefined : versionProblem(root)
  if (version !== undefined) return brokenApp(folder, [version])

  const configuration = flattenConfiguration(root, options.settings)
  const problems = [...hostProblems(configuration, options)]
  const warnings = isDefault ? [noFunctionsText] : []
  const section = handlerSection(configuration, warnings)
  const handler = readHandler(configuration, section, problems)
  const isMcp = sameText(configuration.get('configurationProfile'), 'mcp-custom-handler')
  const routePrefix = isMcp ? '' : (configuration.get('extensions:http:routePrefix') ?? 'api')
  const { functions, routes, problem } = discoverFunctions(folder, {
    configuration,
    hasHandler: handler !== undefined,
    isMcp,
    profile: options.profile,
    routePrefix,
  })
  if (problem !== undefined) problems.push(problem)
  return {
    folder,
    handler,
    forwarding: isMcp ? 'proxy' : forwardingOf(configuration, section),
    isLegacy: section === 'httpWorker',
    routePrefix,
    functions,
    routes,
    errors: problems,
    warnings,
  }
}

const noFunctionsText = "No functions were found. A valid host.json file wasn't found in the package root."

function brokenApp(folder: string, errors: readonly string[]): HostApp {
  return {
    folder,
    handler: undefined,
    forwarding: 'none',
    isLegacy: false,
    routePrefix: 'api',
    functions: [],
    routes: buildRouteTable([], ''),
    errors,
    warnings: [],
  }
}

/** The version is read from the raw object: its key is the only one whose case matters. */
function versionProblem(root: LenientObject): string | undefined {
  const version = root.get('version')
  if (version === undefined || version === null) {
    return "The host.json file is missing the required 'version' property."
  }
  if (version === '2.0') return undefined
  const shown = typeof version === 'object' ? JSON.stringify(version) : String(version)
  return `'${shown}' is an invalid value for host.json 'version' property. We recommend you set the 'version' property to '2.0'.`
}

function* hostProblems(
  configuration: Configuration,
  { profile, settings = {} }: LoadOptions,
): Iterable<string> {
  const timeout = configuration.get('functionTimeout')
  const problem = timeout === undefined ? undefined : functionTimeoutProblem(timeout, profile)
  if (problem !== undefined) yield problem
  if (configuration.has('extensionBundle')) {
    for (const key of ['id', 'version']) {
      const value = configuration.get(`extensionBundle:${key}`) ?? ''
      const isValid = key === 'id' ? value !== '' : parseVersionRange(value) !== undefined
      if (isValid) continue
      yield `The value of ${key} property in extensionBundle section of host.json file is invalid or missing.`
    }
  }
  const profileName = configuration.get('configurationProfile')
  if (profileName && !['default', 'mcp-custom-handler'].includes(profileName.toLowerCase())) {
    yield `The configuration profile '${profileName}' is not supported.`
  }
  const port = configuration.get('customHandler:port')
  if (port !== undefined && portNumber(port) === undefined) {
    yield `Unable to bind to port ${port} specified in configuration. Please specify a different port or remove the setting.`
  }
  yield* conversionProblems(configuration)
  const workerRuntime = settings['FUNCTIONS_WORKER_RUNTIME'] ?? 'custom'
  if (configuration.has('customHandler:http:routes') && !sameText(workerRuntime, 'custom')) {
    yield 'Routes configuration is only allowed for worker runtime: custom'
  }
}

/** Values that the configuration binder cannot convert stop the host; a key without a value is left alone. */
function* conversionProblems(configuration: Configuration): Iterable<string> {
  const isBoolean = (text: string) => /^(?:true|false)$/i.test(text.trim())
  const conversions: readonly [string, string, (text: string) => boolean][] = [
    ['enableForwardingHttpRequest', 'Boolean', isBoolean],
    ['enableProxyingHttpRequest', 'Boolean', isBoolean],
    ['initializationTimeout', 'TimeSpan', (text) => parseTimeSpan(text) !== undefined],
  ]
  for (const [key, type, isConvertible] of conversions) {
    const value = configuration.get(`customHandler:${key}`) ?? ''
    if (value === '' || isConvertible(value)) continue
    yield `Failed to convert configuration value at 'AzureFunctionsJobHost:customHandler:${key}' to type 'System.${type}'.`
  }
}

function handlerSection(
  configuration: Configuration,
  warnings: string[],
): 'customHandler' | 'httpWorker' | undefined {
  const hasCustomHandler = configuration.has('customHandler')
  if (!configuration.has('httpWorker')) return hasCustomHandler ? 'customHandler' : undefined
  warnings.push(
    hasCustomHandler
      ? 'Both httpWorker and customHandler sections are spefified in host.json file.'
      : 'Section httpWorker will be deprecated. Please use customHandler section.',
  )
  return hasCustomHandler ? 'customHandler' : 'httpWorker'
}

function readHandler(
  configuration: Configuration,
  section: 'customHandler' | 'httpWorker' | undefined,
  problems: string[],
): HostHandler | undefined {
  if (section === undefined) return undefined
  const description = `${section}:description`
  if (!configuration.has(description)) {
    problems.push('Missing worker Description.')
    return undefined
  }
  const executable = configuration.get(`${description}:defaultExecutablePath`) ?? ''
  if (executable === '') {
    problems.push('WorkerDescription DefaultExecutablePath cannot be empty')
    return undefined
  }
  const port = portNumber(configuration.get('customHandler:port') ?? '')
  return {
    executable,
    workerPath: configuration.get(`${description}:defaultWorkerPath`) ?? '',
    workerDirectory: configuration.get(`${description}:workerDirectory`) ?? '',
    workingDirectory: configuration.get(`${description}:workingDirectory`) ?? '',
    arguments: configurationList(configuration, `${description}:arguments`),
    workerArguments: configurationList(configuration, `${description}:workerArguments`),
    initializationTimeoutMs:
      1000 * (parseTimeSpan(configuration.get(`${section}:initializationTimeout`) ?? '') ?? 30),
    ...(port === undefined ? {} : { port }),
  }
}

/** Proxying wins over forwarding; a flag anywhere but directly under `customHandler` does not exist. */
function forwardingOf(configuration: Configuration, section: string | undefined): Forwarding {
  if (section === 'httpWorker') return 'forward'
  const isOn = (flag: string) => sameText(configuration.get(`customHandler:${flag}`)?.trim(), 'true')
  if (isOn('enableProxyingHttpRequest')) return 'proxy'
  return isOn('enableForwardingHttpRequest') ? 'forward' : 'none'
}

function portNumber(text: string): number | undefined {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0
  return port > 0 && port < 65_536 ? port : undefined
}

function sameText(left: string | undefined, right: string): boolean {
  return left?.toLowerCase() === right
}
