/**
 * A Functions host for one unpacked package: starts the handler, restarts it, routes requests to it.
 * It has no HTTP server, no keys and no admin interface of its own; whoever embeds it brings those.
 */
import { tmpdir } from 'node:os'
import { type HostApp, type HostProfile, loadApp } from './app'
import { type Dispatcher, type DispatcherState, startDispatcher } from './dispatcher'
import type { PublicRequest } from './forwarding'
import type { HostFunction } from './function-list'
import { type HostLog, openLog } from './host-log'
import {
  type HostResponse,
  handleRequest,
  type Invocation,
  type InvocationSurroundings,
  invokeFunction,
} from './invocation'
import { readinessTimeoutMs } from './readiness'

export const hostStates = ['Starting', 'Running', 'Error', 'Stopped'] as const
export type HostState = (typeof hostStates)[number]

export interface FunctionsHostOptions {
  /** Unpacked package with its mode bits. */
  readonly folder: string
  readonly profile: HostProfile
  /** App settings; all of them reach the handler. */
  readonly settings?: Readonly<Record<string, string>>
  /** Public origin for the `Url` of contract requests. */
  readonly origin?: string
  /** HOME of the handler; the system's temporary folder when not given. */
  readonly home?: string
  /** Shorter waits for tests; the host's own are 30 s. */
  readonly readinessTimeoutMs?: number
  readonly initializationTimeoutMs?: number
}

export interface FunctionsHost {
  readonly app: HostApp
  readonly state: HostState
  readonly dispatcher: DispatcherState
  /** What the host's status page shows, in the host's words. */
  readonly errors: readonly string[]
  /** Every function found, also refused ones; those without errors are listed in Azure. */
  readonly functions: readonly HostFunction[]
  /** The handler's port; undefined when no handler is started. */
  readonly port: number | undefined
  readonly log: HostLog
  /** Settles when the handler is ready, or will not become ready by itself. */
  readonly settled: Promise<void>
  handle(request: PublicRequest): Promise<HostResponse>
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
  const { folder, profile, settings = {}, home = tmpdir() } = options
  const log = openLog()
  const app = loadApp(folder, { settings, profile })
  for (const warning of app.warnings) log.write('warning', warning)
  for (const error of app.errors) log.write('error', error)
  for (const { name, errors } of app.functions) {
    for (const error of errors) log.write('error', `The '${name}' function is in error: ${error}`)
  }
  const isBroken = app.errors.length > 0
  const listed = isBroken ? [] : app.functions.filter(({ errors }) => errors.length === 0)
  const { handler } = app
  const dispatcher =
    handler === undefined || listed.length === 0
      ? idle
      : startDispatcher({
          handler,
          appRoot: folder,
          profile,
          settings,
          home,
          log,
          readinessTimeoutMs: options.readinessTimeoutMs ?? readinessTimeoutMs,
        })
  let isStopped = false
  const parts: InvocationSurroundings = {
    app,
    log,
    dispatcher,
    callable: listed.filter(({ name }) => !isDisabled(name, settings)),
    origin: options.origin ?? 'http://localhost',
    waitMs: 4 * (options.initializationTimeoutMs ?? app.handler?.initializationTimeoutMs ?? 30_000),
    isRunning: () => !isStopped && !isBroken && dispatcher.state !== 'ShutDown',
  }
  return {
    app,
    log,
    functions: app.functions,
    settled: dispatcher.settled,
    get state() {
      if (isStopped) return 'Stopped'
      return parts.isRunning() ? 'Running' : 'Error'
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
    handle: (request) => handleRequest(parts, request),
    invoke: (functionName, payload, metadata = {}) => invokeFunction(parts, functionName, payload, metadata),
    stop: async () => {
      isStopped = true
      await dispatcher.stop()
    },
  }
}

/** With no valid function or no handler the host is healthy and has nothing to dispatch to. */
const idle: Dispatcher = {
  state: 'Default',
  port: undefined,
  errors: [],
  settled: Promise.resolve(),
  waitUntilReady: async () => false,
  stop: async () => {},
}

/** A `disabled` key in function.json has no reader in version 4; only the app setting counts. */
function isDisabled(name: string, settings: Readonly<Record<string, string>>): boolean {
  const keys = [`azurewebjobs.${name}.disabled`, `azurewebjobs_${name}_disabled`].map((key) =>
    key.toLowerCase(),
  )
  const entry = Object.entries(settings).find(([key]) => keys.includes(key.toLowerCase()))
  return entry !== undefined && /^(?:true|1)$/i.test(entry[1])
}
