/**
 * host.json as a whole: what the host reads in it, with the overrides of app settings, and what it refuses
 * (HostJsonFileConfigurationSource.cs and ScriptJobHostOptionsSetup.cs of azure-functions-host).
 */

import type { JsonFile } from '../json/json'
import { scalarText } from '../json/json-text'
import { memberOf } from '../json/json-tree'
import { type Plan, planRules } from '../plans'
import type { Refusal } from '../refusal'
import { retryFault } from '../retry'
import { readLogLevel } from '../values/enumerations'
import { bind, refusalOf, refusalsOf } from './binder'
import { type Configuration, flatten, hasChildren, leafAt, listAt, placeAt } from './configuration'
import { bundleRefusals, type ExtensionBundle, readExtensionBundle } from './extension-bundle'
import { type HandlerReading, readHandler } from './handler'
import { withOverrides } from './overrides'
import { withProfile } from './profile'
import { settingsTable } from './settings-table'

/** What is known besides the file. */
export interface HostJsonSurroundings {
  /** App settings; undefined when they are not known. */
  readonly settings?: Readonly<Record<string, string>>
  /** The app has more settings than are known: what is missing among them may be there. */
  readonly isPartial?: boolean
  /** Everything that counts as set, when it is known: the names of what `settings` leaves out. */
  readonly settingNames?: readonly string[]
  readonly plan?: Plan
  /** The native Go worker brings its own handler, so that none is missed. */
  readonly isNative?: boolean
}

export interface HostJson extends HandlerReading {
  readonly file: JsonFile
  /** The host refuses the file as such and reads nothing else, no function either. */
  readonly isRefused: boolean
  /** With the overrides of app settings and the values of the profile. */
  readonly configuration: Configuration
  /** As the host puts it before each route, untrimmed. */
  readonly routePrefix: string
  /** Names of `functions`; undefined when there is no list. */
  readonly allowList: readonly string[] | undefined
  readonly bundle: ExtensionBundle | undefined
  /** How long a function may take: the plan's default where the file gives nothing; undefined for no end. */
  readonly functionTimeoutSeconds: number | undefined
}

const empty: Configuration = { leaves: new Map(), places: new Map() }

/** The file's own keys, flattened; nothing when there is no object in it. */
export function configurationOf(file: JsonFile): Configuration {
  return file.state === 'parsed' ? flatten(file.document.root) : empty
}

/**
 * Reads host.json.
 *
 * @returns what the host goes on with; without a handler where it refuses the file as such
 */
export function readHostJson(file: JsonFile, surroundings: HostJsonSurroundings = {}): HostJson {
  const { settings, plan, isNative = false } = surroundings
  const own = configurationOf(file)
  const fileRefusal = unreadable(file) ?? versionRefusal(file)
  const configuration = withProfile(settings === undefined ? own : withOverrides(own, settings))
  const handler = readHandler(configuration, settings)
  const read = {
    file,
    isRefused: fileRefusal !== undefined,
    configuration,
    routePrefix: leafAt(configuration, 'extensions:http:routePrefix')?.value ?? 'api',
    allowList: allowListOf(configuration),
    bundle: readExtensionBundle(configuration),
    functionTimeoutSeconds: timeoutOf(configuration, plan),
  }
  if (fileRefusal !== undefined) {
    return { ...read, ...handler, handler: undefined, refusals: [fileRefusal], warnings: [] }
  }
  const refusals = [
    ...refusalsOf(configuration, [...settingsTable.root, ...settingsTable.sdk, ...settingsTable.http]),
    ...timeoutRefusals(configuration, plan),
    ...retryRefusals(configuration),
    ...logLevelRefusals(configuration),
    ...profileRefusals(configuration),
    ...bundleRefusals(configuration),
    ...(isNative ? [] : handler.refusals),
  ]
  return { ...read, ...handler, refusals }
}

function unreadable(file: JsonFile): Refusal | undefined {
  const text = "Unable to parse host configuration file '/home/site/wwwroot/host.json'."
  if (file.state === 'failed') {
    const { line, column, hostText } = file.failure
    const refusal = refusalOf('host-json-unparseable', `${text} ${hostText}`.trim())
    return { ...refusal, span: { line, column, endLine: line, endColumn: column } }
  }
  if (file.state === 'missing' || file.document.root.kind === 'object') return undefined
  return { ...refusalOf('host-json-unparseable', text), span: file.document.root.span }
}

/** The version is read from the raw object: its key is the only one whose case matters. */
function versionRefusal(file: JsonFile): Refusal | undefined {
  const root = file.state === 'parsed' ? file.document.root : undefined
  if (root?.kind !== 'object' || root.members.length === 0) return undefined
  const node = memberOf(root, 'version')?.value
  if (node?.kind === 'array' || node?.kind === 'object') {
    const kind = node.kind === 'array' ? 'JArray' : 'JObject'
    const text = `Cannot cast Newtonsoft.Json.Linq.${kind} to Newtonsoft.Json.Linq.JToken.`
    return { ...refusalOf('host-json-version', text), span: node.span }
  }
  const version = node === undefined ? '' : (scalarText(node) ?? '')
  if (version === '2.0') return undefined
  const help = 'See https://aka.ms/functions-hostjson'
  const text =
    version === ''
      ? `The host.json file is missing the required 'version' property. ${help} for steps to migrate the configuration file.`
      : `'${version}' is an invalid value for host.json 'version' property. We recommend you set the 'version' property to '2.0'.`
  const rule = version === '' ? 'host-json-version-missing' : 'host-json-version'
  return { ...refusalOf(rule, text), ...(node === undefined ? {} : { span: node.span }) }
}

/** A list, or an object whose values count; a single value is none. */
function allowListOf(configuration: Configuration): readonly string[] | undefined {
  if (!hasChildren(configuration, 'functions')) return undefined
  return listAt(configuration, 'functions').map(({ value }) => value)
}

const functionTimeout = 'functionTimeout'
/** `-1`, which is a day to .NET. */
const unlimited = -86_400

function writtenTimeout(configuration: Configuration): number | undefined {
  const setting = settingsTable.root.find(({ path }) => path.toLowerCase() === functionTimeout.toLowerCase())
  const seconds = setting === undefined ? undefined : bind(configuration, setting).value
  return typeof seconds === 'number' ? seconds : undefined
}

function timeoutOf(configuration: Configuration, plan: Plan = 'elastic-premium'): number | undefined {
  const seconds = writtenTimeout(configuration) ?? planRules[plan].defaultTimeoutSeconds
  return seconds === unlimited ? undefined : seconds
}

/** ScriptJobHostOptionsSetup.cs, ConfigureFunctionTimeout. */
function timeoutRefusals(configuration: Configuration, plan: Plan | undefined): readonly Refusal[] {
  const seconds = writtenTimeout(configuration)
  if (seconds === undefined) return []
  const longest = plan === undefined ? undefined : planRules[plan].longestTimeoutSeconds
  const isUnlimited = seconds === unlimited && longest === undefined
  if (isUnlimited || (seconds >= 1 && seconds <= (longest ?? Number.POSITIVE_INFINITY))) return []
  const bound = longest === undefined ? '10675199.02:48:05.4775807' : '00:10:00'
  const text = `FunctionTimeout must be greater than 00:00:01 and less than ${bound}.`
  const place = leafAt(configuration, functionTimeout) ?? placeAt(configuration, functionTimeout)
  const isLong = seconds === unlimited || seconds >= 1
  return [refusalOf(isLong ? 'function-timeout-long' : 'function-timeout-short', text, place)]
}

/** The section makes a policy as soon as anything is in it; a single value is none. */
function retryRefusals(configuration: Configuration): readonly Refusal[] {
  if (!hasChildren(configuration, 'retry')) return []
  const bound = (name: string) => {
    const setting = settingsTable.root.find(({ path }) => path === `Retry:${name}`)
    return setting === undefined ? { value: undefined } : bind(configuration, setting)
  }
  const all = ['Strategy', 'MaxRetryCount', 'DelayInterval', 'MinimumInterval', 'MaximumInterval'].map(bound)
  if (all.some(({ refusal }) => refusal !== undefined)) return []
  const [strategy, maxRetryCount, delay, minimum, maximum] = all.map(({ value }) =>
    typeof value === 'number' ? value : undefined,
  )
  const policy = {
    strategy,
    maxRetryCount,
    delayIntervalSeconds: delay,
    minimumIntervalSeconds: minimum,
    maximumIntervalSeconds: maximum,
  }
  const fault = retryFault(policy, 'host')
  if (fault === undefined) return []
  const place = leafAt(configuration, `retry:${fault.property}`) ?? placeAt(configuration, 'retry')
  return [refusalOf('retry', fault.text, place)]
}

/**
 * The log levels of `logging`: every value below `logLevel`, of the section itself and of each of its providers
 * (LoggerFilterConfigureOptions of Microsoft.Extensions.Logging.Configuration).
 */
function logLevelRefusals(configuration: Configuration): readonly Refusal[] {
  return [...configuration.leaves].flatMap(([key, leaf]) => {
    const read = /^logging:(?:[^:]+:)?loglevel:/.test(key) ? readLogLevel(leaf.value) : { value: undefined }
    return 'refused' in read ? [refusalOf('log-level', read.refused[0] ?? '', leaf)] : []
  })
}

function profileRefusals(configuration: Configuration): readonly Refusal[] {
  const leaf = leafAt(configuration, 'configurationProfile')
  if (leaf === undefined || ['', 'default', 'mcp-custom-handler'].includes(leaf.value.toLowerCase()))
    return []
  const text = `The configuration profile '${leaf.value}' is not supported.`
  return [refusalOf('configuration-profile', text, leaf)]
}
