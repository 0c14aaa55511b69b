/**
 * The host of an app of the native Go worker: starts the `app` of an unpacked package and gives it requests, as the
 * Functions host does on Flex Consumption. Instances, keys and the host's own pages are elsewhere.
 */
import type { HostFunction } from '../../src/functions/function-json/host-function'
import { effectiveRoute } from '../../src/functions/routes/route'
import { buildRouteTable, findFunction } from '../../src/functions/routes/route-table'
import type { PublicRequest } from '../../src/host/forwarding'
import type { FunctionsHost } from '../../src/host/functions-host'
import { openLog } from '../../src/host/host-log'
import type { HostResponse } from '../../src/host/invocation'
import { nativeImage, onPlanImage } from '../app/plan-image'
import type { StartHost } from '../app/start-host'
import type { App } from '../app/state'
import type { FunctionMetadata, HttpData, TypedData } from './messages'
import type { WorkerChannel } from './worker-channel'

/** A function and what the worker calls it. */
interface NativeFunction extends HostFunction {
  readonly id: string
  /** Name of the trigger's binding. */
  readonly parameter: string
}

/** The host's own limit (WorkerProcessCountOptions: ProcessStartupTimeout). */
export const usualStartTimeoutMs = 60_000

/**
 * Says whether an app runs the native worker.
 *
 * @param app of the emulator
 * @returns true on Flex Consumption with one of the names that tools give the runtime
 */
export function isNativeApp({ spec }: App): boolean {
  return spec.plan === 'flex-consumption' && ['go', 'golang', 'native'].includes(spec.runtime.name)
}

/**
 * Starts hosts of the native worker; each is given when its worker has named its functions, or will not.
 *
 * @param root HOME of the worker
 * @param startTimeoutMs how long a worker may take to connect
 */
export function nativeHost(root: string, startTimeoutMs = usualStartTimeoutMs): StartHost {
  return async (folder, app) => {
    const log = openLog()
    const stopping = new AbortController()
    let channel: WorkerChannel | undefined
    let functions: readonly NativeFunction[] = []
    let refusal: string | undefined
    try {
      // gRPC is half of what the emulator would load, and few of its apps are native.
      const { startWorker } = await import('./worker-channel')
      channel = await startWorker({
        folder,
        environment: environmentOf(folder, root, app),
        onImage: (command) => onPlanImage(command, folder, app, nativeImage),
        startTimeoutMs,
        onLine: (text) => log.write('information', text, 'handler'),
      })
      functions = channel.functions.flatMap(readFunction)
    } catch (error) {
      refusal = error instanceof Error ? error.message : String(error)
    }
    const problem = (): string | undefined => refusal ?? channel?.exit()
    const errors = (): readonly string[] => [problem()].filter((text) => text !== undefined)
    const routes = buildRouteTable(functions, 'api')
    return {
      app: {
        ...{ folder, functions, routes, handler: undefined, isLegacy: false, routePrefix: 'api' },
        ...{
          leftOut: [],
          forwarding: 'none',
          warnings: [],
          functionTimeoutMs: undefined,
          refuses: 'nothing',
        },
        get errors() {
          return errors()
        },
      },
      log,
      functions,
      port: undefined,
      settled: Promise.resolve(),
      ended: stopping.signal,
      get state() {
        if (stopping.signal.aborted) return 'Stopped'
        return problem() === undefined ? 'Running' : 'Error'
      },
      get dispatcher() {
        return problem() === undefined ? 'Initialized' : 'Default'
      },
      get errors() {
        return errors()
      },
      handle: (request) => answerRequest(channel, routes, problem(), request),
      // Only HTTP functions are invoked here, through `handle`.
      invoke: async (name) => ({ succeeded: false, error: `The function '${name}' is not invoked here.` }),
      stop: async () => {
        stopping.abort()
        await channel?.stop()
      },
    } satisfies FunctionsHost
  }
}

async function answerRequest(
  channel: WorkerChannel | undefined,
  routes: ReturnType<typeof buildRouteTable<NativeFunction>>,
  problem: string | undefined,
  request: PublicRequest,
): Promise<HostResponse> {
  if (channel === undefined || problem !== undefined) {
    return { status: 503, headers: {}, body: Buffer.from('Function host is not running.') }
  }
  const match = findFunction(routes, request.method, request.path)
  if (match === undefined) return { status: 404, headers: {}, body: Buffer.alloc(0) }
  const { function: wanted, parameters } = match
  const query = new URLSearchParams(request.path.split('?')[1] ?? '')
  const answer = await channel.call(wanted.id, wanted.parameter, {
    method: request.method,
    url: `https://${String(request.headers['host'] ?? 'localhost')}${request.path}`,
    headers: textHeaders(request),
    query: Object.fromEntries(query),
    params: Object.fromEntries(
      Object.entries(parameters).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
    ),
    ...(request.body === undefined || request.body.length === 0
      ? {}
      : { body: { bytes: Buffer.from(request.body) } }),
  })
  if (answer.result?.status !== 'Success') return { status: 500, headers: {}, body: Buffer.alloc(0) }
  return answerOf(answer.return_value?.http ?? answer.output_data?.find(({ data }) => data?.http)?.data?.http)
}

function environmentOf(folder: string, home: string, app: App): Record<string, string> {
  return {
    ...app.settings,
    WEBSITE_SITE_NAME: app.spec.name,
    WEBSITE_HOSTNAME: app.host,
    FUNCTIONS_WORKER_RUNTIME: 'native',
    AzureWebJobsScriptRoot: folder,
    HOME: home,
    PATH: '/usr/local/bin:/usr/bin:/bin',
  }
}

function readFunction({
  name = '',
  function_id: id = '',
  raw_bindings = [],
}: FunctionMetadata): NativeFunction[] {
  const raw = raw_bindings.map((text) => JSON.parse(text) as Readonly<Record<string, unknown>>)
  const trigger = raw.find(({ type }) => /trigger$/i.test(String(type)))
  if (trigger === undefined) return []
  const { methods, route, authLevel } = trigger
  const isHttp = String(trigger['type']).toLowerCase() === 'httptrigger'
  const bindings = raw.map((binding) => ({
    ...binding,
    name: String(binding['name']),
    type: String(binding['type']),
    direction: binding['direction'] === 'out' ? ('out' as const) : ('in' as const),
  }))
  return [
    {
      id,
      name,
      bindings,
      trigger: String(trigger['type']),
      isHttpInAndOut: isHttp,
      errors: [],
      isListed: true,
      isRoutedInError: false,
      parameter: String(trigger['name'] ?? 'req'),
      ...(Array.isArray(methods) && methods.length > 0 ? { methods: methods.map(String) } : {}),
      authLevel: String(authLevel ?? 'function').toLowerCase(),
      ...(isHttp ? { route: effectiveRoute(name, typeof route === 'string' ? route : '') } : {}),
    },
  ]
}

function answerOf(http: HttpData | undefined): HostResponse {
  const status = Number(http?.status_code ?? '200')
  return {
    status: status >= 100 && status <= 599 ? status : 500,
    headers: { ...http?.headers },
    body: bytesOf(http?.body),
  }
}

function bytesOf(data: TypedData | undefined): Buffer {
  return data?.bytes?.length ? data.bytes : Buffer.from(data?.string || data?.json || '')
}

function textHeaders({ headers }: PublicRequest): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}
