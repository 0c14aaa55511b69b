/**
 * What runs for an app of the native Go worker: unpacks the active package, starts its `app` and gives it requests,
 * as the Functions host does on Flex Consumption.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { effectiveRoute, publicPath } from '../../src/functions/routes/route'
import { buildRouteTable, findFunction } from '../../src/functions/routes/route-table'
import { unpackPackage } from '../app/package-folder'
import type { App, AppRuntime, FunctionFacts } from '../app/state'
import type { Answer, WebRequest } from '../server/web-server'
import type { FunctionMetadata, HttpData, TypedData } from './messages'
import type { WorkerChannel } from './worker-channel'

interface NativeFunction {
  readonly id: string
  readonly name: string
  readonly bindings: readonly Readonly<Record<string, unknown>>[]
  /** Name of the trigger's binding. */
  readonly parameter: string
  readonly route?: string
  readonly methods?: readonly string[]
  readonly authLevel: string
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

/** Runs the packages of one native app, one after the other. */
export class NativeRuntime implements AppRuntime {
  readonly #root: string
  readonly #startTimeoutMs: number
  readonly #lines: string[] = []
  #folder: string | undefined
  #channel: WorkerChannel | undefined
  #functions: readonly NativeFunction[] = []
  #routes = buildRouteTable<NativeFunction>([], 'api')
  #error: string | undefined
  #masterKey = ''
  #startedAtMs = Date.now()

  /**
   * @param root folder below which packages are unpacked
   * @param startTimeoutMs how long a worker may take to connect
   */
  constructor(root: string, startTimeoutMs = usualStartTimeoutMs) {
    this.#root = root
    this.#startTimeoutMs = startTimeoutMs
  }

  async activate(packageBytes: Buffer, app: App): Promise<void> {
    const folder = await mkdtemp(join(this.#root, 'wwwroot-'))
    await unpackPackage(packageBytes, folder, { defaultMode: 0o644 })
    await this.stop()
    this.#folder = folder
    await this.#start(folder, app)
  }

  async restart(app: App): Promise<void> {
    if (this.#folder === undefined) return
    await this.#channel?.stop()
    await this.#start(this.#folder, app)
  }

  functions(): readonly FunctionFacts[] {
    if (this.state().state !== 'Running') return []
    return this.#functions.map(({ name, bindings, route }) => ({
      name,
      bindings,
      isDisabled: false,
      ...(route === undefined ? {} : { urlPath: publicPath('api', route) }),
    }))
  }

  state(): { readonly state: string; readonly errors: readonly string[]; readonly startedAtMs: number } {
    const error = this.#error ?? this.#channel?.exit()
    const startedAtMs = this.#startedAtMs
    return error === undefined
      ? { state: 'Running', errors: [], startedAtMs }
      : { state: 'Error', errors: [error], startedAtMs }
  }

  log(): readonly string[] {
    return this.#lines
  }

  async handle(request: WebRequest): Promise<Answer> {
    if (this.#channel === undefined || this.state().state !== 'Running') {
      return { status: 503, body: 'Function host is not running.' }
    }
    const match = findFunction(this.#routes, request.method, request.target)
    if (match === undefined) return { status: 404 }
    const { function: wanted, parameters } = match
    if (wanted.authLevel !== 'anonymous' && keyOf(request) !== this.#masterKey) return { status: 401 }
    const answer = await this.#channel.call(wanted.id, wanted.parameter, {
      method: request.method,
      url: `https://${String(request.headers['host'] ?? 'localhost')}${request.target}`,
      headers: textHeaders(request),
      query: Object.fromEntries(request.query),
      params: Object.fromEntries(
        Object.entries(parameters).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
      ),
      ...(request.body.length === 0 ? {} : { body: { bytes: request.body } }),
    })
    if (answer.result?.status !== 'Success') return { status: 500 }
    return answerOf(
      answer.return_value?.http ?? answer.output_data?.find(({ data }) => data?.http)?.data?.http,
    )
  }

  /** Only HTTP functions are invoked here, through `handle`. */
  async invoke(): Promise<boolean> {
    return false
  }

  async stop(): Promise<void> {
    await this.#channel?.stop()
    if (this.#folder !== undefined) await rm(this.#folder, { recursive: true, force: true })
    this.#folder = undefined
    this.#channel = undefined
  }

  async #start(folder: string, app: App): Promise<void> {
    this.#startedAtMs = Date.now()
    this.#masterKey = app.masterKey
    this.#error = undefined
    this.#functions = []
    this.#routes = buildRouteTable<NativeFunction>([], 'api')
    this.#channel = undefined
    try {
      // gRPC is half of what the emulator would load, and few of its apps are native.
      const { startWorker } = await import('./worker-channel')
      this.#channel = await startWorker({
        folder,
        environment: environmentOf(folder, this.#root, app),
        startTimeoutMs: this.#startTimeoutMs,
        onLine: (text) => {
          this.#lines.push(text)
          if (this.#lines.length > 500) this.#lines.shift()
        },
      })
      this.#functions = this.#channel.functions.flatMap(readFunction)
      this.#routes = buildRouteTable(this.#functions, 'api')
    } catch (error) {
      this.#error = error instanceof Error ? error.message : String(error)
    }
  }
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
  const bindings = raw_bindings.map((text) => JSON.parse(text) as Readonly<Record<string, unknown>>)
  const trigger = bindings.find(({ type }) => /trigger$/i.test(String(type)))
  if (trigger === undefined) return []
  const { methods, route, authLevel } = trigger
  const isHttp = String(trigger['type']).toLowerCase() === 'httptrigger'
  return [
    {
      id,
      name,
      bindings,
      parameter: String(trigger['name'] ?? 'req'),
      ...(Array.isArray(methods) && methods.length > 0 ? { methods: methods.map(String) } : {}),
      authLevel: String(authLevel ?? 'function').toLowerCase(),
      ...(isHttp ? { route: effectiveRoute(name, typeof route === 'string' ? route : '') } : {}),
    },
  ]
}

function answerOf(http: HttpData | undefined): Answer {
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

function textHeaders({ headers }: WebRequest): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}

function keyOf(request: WebRequest): string | undefined {
  const header = request.headers['x-functions-key']
  return (typeof header === 'string' ? header : undefined) ?? request.query.get('code') ?? undefined
}
