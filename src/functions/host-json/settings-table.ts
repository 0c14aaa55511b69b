/**
 * The typed settings of host.json: one row a setting, with what its value must be. The configuration binder
 * converts them when the host starts; a value that it cannot convert, or that its owner refuses, stops the host.
 * Settings that are not here are read as text, or by nobody. Adding a setting is adding a row.
 */
import type { RefusalEffect } from '../refusal'
import { type ValueType, valueTypes } from './value-types'

export interface Setting {
  /** As the host spells it in its message, below `AzureFunctionsJobHost`. */
  readonly path: string
  readonly type: ValueType
  /** An empty text and null are no value. */
  readonly isNullable?: true
  /** The host's own default is null, so a list or object in its place makes it create a value. */
  readonly isUnset?: true
  /** What the owner of the setting says to a converted value that it refuses; for time spans in seconds. */
  readonly refuse?: (value: number) => string | undefined
  /** Of a value that cannot be converted; `host` without. */
  readonly effect?: RefusalEffect
  /** Of a value that the owner refuses; `host` without. */
  readonly refusalEffect?: RefusalEffect
}

const day = 86_400
const outOfRange = 'Specified argument was out of the range of valid values.'
const argument = (name: string) => `${outOfRange} (Parameter '${name}')`
const within = (lowest: number, highest: number, text: string) => (value: number) =>
  value < lowest || value > highest ? text : undefined

/** ScriptJobHostOptions.cs of azure-functions-host, bound to the root of host.json. */
const root: readonly Setting[] = [
  ...['FileWatchingEnabled', 'SendCanceledInvocationsToWorker', 'IsDefaultHostConfig', 'IsSelfHost'].map(
    boolean,
  ),
  ...['IsFileSystemReadOnly', 'IsStandbyConfiguration'].map(boolean),
  { path: 'FileLoggingMode', type: valueTypes.fileLoggingMode },
  { path: 'FunctionTimeout', type: valueTypes.timeSpan, isNullable: true, isUnset: true },
  { path: 'MetadataProviderTimeout', type: valueTypes.timeSpan },
  ...['RootScriptPath', 'NugetFallBackPath', 'RootLogPath', 'TestDataPath'].map(text),
  { path: 'Retry:Strategy', type: valueTypes.retryStrategy },
  { path: 'Retry:MaxRetryCount', type: valueTypes.int32, isNullable: true, isUnset: true },
  ...['DelayInterval', 'MinimumInterval', 'MaximumInterval'].map(
    (name): Setting => ({
      path: `Retry:${name}`,
      type: valueTypes.timeSpan,
      isNullable: true,
      isUnset: true,
    }),
  ),
  { path: 'logging:fileLoggingMode', type: valueTypes.fileLoggingMode, isNullable: true },
  boolean('logging:Console:IsEnabled'),
]

/** FunctionResultAggregatorOptions.cs, SingletonOptions.cs and ConcurrencyOptions.cs of azure-webjobs-sdk. */
const sdk: readonly Setting[] = [
  boolean('aggregator:IsEnabled'),
  {
    path: 'aggregator:BatchSize',
    type: valueTypes.int32,
    refuse: within(1, 10_000, "'BatchSize' value must be greater than 0 and less than or equal to 10000."),
  },
  {
    path: 'aggregator:FlushTimeout',
    type: valueTypes.timeSpan,
    refuse: within(
      1e-7,
      300,
      "'FlushTimeout' value must be greater than '00:00:00' and less than or equal to '00:05:00'.",
    ),
  },
  { path: 'Singleton:LockPeriod', type: valueTypes.timeSpan, refuse: within(15, 60, argument('value')) },
  {
    path: 'Singleton:ListenerLockPeriod',
    type: valueTypes.timeSpan,
    refuse: within(15, 60, argument('value')),
  },
  {
    path: 'Singleton:LockAcquisitionTimeout',
    type: valueTypes.timeSpan,
    refuse: within(1e-7, 1e8 * day, argument('value')),
  },
  {
    path: 'Singleton:LockAcquisitionPollingInterval',
    type: valueTypes.timeSpan,
    refuse: within(0.5, 1e8 * day, argument('value')),
  },
  {
    path: 'Singleton:ListenerLockRecoveryPollingInterval',
    type: valueTypes.timeSpan,
    refuse: within(15, 1e8 * day, argument('value')),
  },
  boolean('Concurrency:DynamicConcurrencyEnabled'),
  boolean('Concurrency:SnapshotPersistenceEnabled'),
  {
    path: 'Concurrency:MaximumFunctionConcurrency',
    type: valueTypes.int32,
    refuse: (value) => (value <= 0 && value !== -1 ? argument('MaximumFunctionConcurrency') : undefined),
  },
  {
    path: 'Concurrency:CPUThreshold',
    type: valueTypes.single,
    refuse: (value) => (value <= 0 || value >= 1 ? argument('CPUThreshold') : undefined),
  },
]

/** HttpOptions.cs of azure-webjobs-sdk-extensions: the first request makes the queue, and every request fails there. */
const noCapacity = (name: string) => (value: number) =>
  value < 1 && value !== -1 ? argument(name) : undefined

const http: readonly Setting[] = [
  boolean('extensions:Http:DynamicThrottlesEnabled'),
  {
    path: 'extensions:Http:MaxOutstandingRequests',
    type: valueTypes.int32,
    refuse: noCapacity('BoundedCapacity'),
    refusalEffect: 'unreachable',
  },
  {
    path: 'extensions:Http:MaxConcurrentRequests',
    type: valueTypes.int32,
    refuse: noCapacity('MaxDegreeOfParallelism'),
    refusalEffect: 'unreachable',
  },
  // HostHstsOptionsSetup.cs: the middleware is made with the first request, and every request fails there.
  ...['IsEnabled', 'IncludeSubDomains', 'Preload'].map(
    (name): Setting => ({
      path: `extensions:http:hsts:${name}`,
      type: valueTypes.boolean,
      effect: 'mute',
    }),
  ),
  { path: 'extensions:http:hsts:MaxAge', type: valueTypes.timeSpan, effect: 'mute' },
]

/** HttpWorkerOptions.cs, HttpWorkerDescription.cs and WorkerDescription.cs of azure-functions-host. */
function handlerSettings(section: 'customHandler' | 'httpWorker'): readonly Setting[] {
  const description = `${section}:Description`
  return [
    { path: `${section}:Type`, type: valueTypes.customHandlerType },
    { path: `${section}:Port`, type: valueTypes.int32 },
    boolean(`${section}:EnableForwardingHttpRequest`),
    boolean(`${section}:EnableProxyingHttpRequest`),
    { path: `${section}:InitializationTimeout`, type: valueTypes.timeSpan },
    { path: `${section}:Http:DefaultAuthorizationLevel`, type: valueTypes.authorizationLevel },
    ...['DefaultExecutablePath', 'DefaultWorkerPath', 'WorkerDirectory', 'WorkingDirectory'].map((name) =>
      text(`${description}:${name}`),
    ),
    boolean(`${description}:UseStdErrorStreamForErrorsOnly`),
    { path: `${description}:IsDisabled`, type: valueTypes.boolean, isNullable: true },
  ]
}

const extensionBundle: readonly Setting[] = [
  text('extensionBundle:Id'),
  text('extensionBundle:DownloadPath'),
  boolean('extensionBundle:EnsureLatest'),
]

export const settingsTable = { root, sdk, http, handlerSettings, extensionBundle }

function boolean(path: string): Setting {
  return { path, type: valueTypes.boolean }
}

function text(path: string): Setting {
  return { path, type: valueTypes.text, isUnset: true }
}
