/**
 * A Functions host for one unpacked package: starts the handler, restarts it, routes requests to it, and ends as
 * the host's process does. It has no HTTP server, no keys and no admin pages; `host-pages.ts` has the last two.
 */
import { tmpdir } from 'node:os'
import type { HostFunction } from '../functions/function-json/host-function'
import { type HostApp, type HostProfile, loadApp } from './app'
import { type Dispatcher, type DispatcherState, startDispatcher } from './dispatcher'
import type { PublicRequest } from './forwarding'
import { type HostLog, openLog } from './host-log'
import { type HostResponse, type Invocation, type InvocationSurroundings, invokeFunction } from './invocation'
import { handleRequest } from './public-request'
import { readinessTimeoutMs } from './readiness'

/** `Ended`: the process has ended by itself; what runs it may start the next. */
export const hostStates = ['Running', 'Error', 'Ended', 'Stopped'] as const
export type HostState = (typeof hostStates)[number]

export interface FunctionsHostOptions {
  /** Unpacked package with its mode bits. */
  readonly folder: string
  readonly profile: HostProfile
  /** App settings; all of them reach the handler. */
  readonly settings?: Readonly<Record<string, string>>
  /** There are no further settings: a connection or `%NAME%` that is missing among them is missing. */
  readonly hasAllSettings?: boolean
  /** Public origin for the `Url` of contract requests. */
  readonly origin?: string
  /** HOME of the handler; the system's temporary folder when not given. */
  readonly home?: string
  /** Shorter waits for tests; the host's own are 30 s. */
  readonly readinessTimeoutMs?: number
  readonly initializationTimeoutMs?: number
  /** A shorter one for tests; host.json's or the plan's when not given. */
  readonly functionTimeoutMs?: number
  /** Where to write; kept in memory when not given. */
  readonly log?: HostLog
  /** What looks after the handler; another one where no process is to be started. */
  readonly startDispatcher?: typeof startDispatcher
}

export interface FunctionsHost {
  readonly app: HostApp
  readonly state: HostState
  readonly dispatcher: DispatcherState
  /** What the host's status page shows, in the host's words. */
  readonly errors: readonly string[]
  /** Every function found. The admin list has those in error that are listed, too. */
  readonly functions: readonly HostFunction[]
  /** The handler's port; undefined when no handler is started. */
  readonly port: number | undefined
  readonly log: HostLog
  /** Settles when the handler is ready, or will not become ready by itself. */
  readonly settled: Promise<void>
  /** Fires when the process ends by itself, or is stopped. */
  readonly ended: AbortSignal
  /** Undefined when the process ends first and the connection breaks. */
  handle(request: PublicRequest, isAdmin?: boolean): Promise<HostResponse | undefined>
  /** Invokes a function through the contract with a value for its trigger. */
  invoke(
    functionName: string,
    payload: unknown,
    metadata?: Readonly<Record<string, unknown>>,
  ): Promise<Invocation>
  stop(): Promise<void>
}

/**
 * Starts a host for a package. It returns at once, as the host does: the handler becomes ready later.
 *
 * @param options package, plan, settings and limits
 * @returns the running host; `stop` it
 * @see src/WebJobs.Script/Workers/Http/HttpFunctionInvocationDispatcher.cs in Azure/azure-functions-host
 */
export function startFunctionsHost(options: FunctionsHostOptions): FunctionsHost {
  const { folder, profile, settings = {}, home = tmpdir(), log = openLog() } = options
  const app = loadApp(folder, { settings, profile, hasAllSettings: options.hasAllSettings ?? false })
  for (const warning of app.warnings) log.write('warning', warning)
  for (const error of app.errors) log.write('error', error)
  for (const { name, errors } of app.functions) {
    for (const error of errors) log.write('error', `The '${name}' function is in error: ${error}`)
  }
  const isBroken = app.errors.length > 0
  const isEmpty = !app.functions.some(({ errors }) => errors.length === 0)
  const { handler } = app
  const { functionTimeoutMs = app.functionTimeoutMs } = options
  if (!isBroken && app.end !== undefined) log.write('error', app.end)
  const dispatcher =
    handler === undefined || isBroken || isEmpty || app.end !== undefined
      ? idleDispatcher(isBroken ? undefined : app.end)
      : (options.startDispatcher ?? startDispatcher)({
          handler,
          appRoot: folder,
          profile,
          settings,
          home,
          log,
          readinessTimeoutMs:
            options.readinessTimeoutMs ?? options.initializationTimeoutMs ?? handler.initializationTimeoutMs,
          ...(functionTimeoutMs === undefined ? {} : { rootTimeoutMs: functionTimeoutMs + 60_000 }),
        })
  let isStopped = false
  const parts: InvocationSurroundings = {
    app,
    log,
    dispatcher,
    settings,
    origin: options.origin ?? 'http://localhost',
    waitMs: 4 * (options.initializationTimeoutMs ?? handler?.initializationTimeoutMs ?? readinessTimeoutMs),
    functionTimeoutMs,
    availability: () => {
      if (isStopped || dispatcher.state === 'ShutDown') return 'gone'
      return isBroken || dispatcher.isHostRefused ? 'not-running' : 'running'
    },
  }
  return {
    app,
    log,
    functions: app.functions,
    settled: dispatcher.settled,
    ended: dispatcher.stopped,
    get state() {
      if (isStopped) return 'Stopped'
      if (dispatcher.state === 'ShutDown') return 'Ended'
      return isBroken || dispatcher.isHostRefused ? 'Error' : 'Running'
    },
    get dispatcher() {
      return dispatcher.state
    },
    get errors() {
      return [...app.errors, ...dispatcher.errors]
    },
    get port() {
      return dispatcher.port
    },
    handle: (request, isAdmin) => handleRequest(parts, request, isAdmin),
    invoke: (functionName, payload, metadata = {}) => invokeFunction(parts, functionName, payload, metadata),
    stop: async () => {
      isStopped = true
      await dispatcher.stop()
    },
  }
}

/**
 * With no valid function or no handler the host is healthy and has nothing to dispatch to.
 *
 * @param end after what the process has ended all the same
 */
function idleDispatcher(end: string | undefined): Dispatcher {
  const stopping = new AbortController()
  if (end !== undefined) stopping.abort()
  return {
    state: end === undefined ? 'Default' : 'ShutDown',
    port: undefined,
    isHostRefused: false,
    errors: end === undefined ? [] : [end],
    settled: Promise.resolve(),
    stopped: stopping.signal,
    waitUntilReady: async () => 'gone',
    giveUp: () => {},
    restart: () => {},
    stop: async () => stopping.abort(),
  }
}
