/** Questions to one host by HTTP: a request, its pages, how it starts. It judges nothing. */
import { Agent, request as httpRequest } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import type { RunningHost } from '../../src/host/container/running-host'

export interface Question {
  readonly method: string
  /** Sent as it is. */
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** `error` where nothing came: `timeout`, or the code of the connection. */
export type Reply =
  | {
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
      readonly body: string
      readonly error?: undefined
    }
  | { readonly error: string; readonly status?: undefined; readonly body?: undefined }

const defaultTimeoutMs = 10_000

/** Like the client of the recordings: a connection that is kept, and a length where none is given. */
export function ask(
  { origin }: RunningHost,
  { method, path, headers = {}, body = '' }: Question,
  timeoutMs = defaultTimeoutMs,
): Promise<Reply> {
  const { hostname, port } = new URL(origin)
  const names = Object.keys(headers).map((name) => name.toLowerCase())
  const length = names.some((name) => name === 'transfer-encoding' || name === 'content-length')
    ? {}
    : { 'Content-Length': String(Buffer.byteLength(body)) }
  const agent = new Agent({ keepAlive: true })
  return new Promise<Reply>((resolve) => {
    const fail = (error: NodeJS.ErrnoException): void => resolve({ error: error.code ?? error.message })
    const timer = setTimeout(() => {
      resolve({ error: 'timeout' })
      agent.destroy()
    }, timeoutMs)
    try {
      const sent = httpRequest(
        { hostname, port, method, path, agent, headers: { ...length, ...headers } },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('error', fail)
          response.on('end', () => {
            clearTimeout(timer)
            resolve({
              status: response.statusCode ?? 0,
              headers: Object.fromEntries(
                Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
              ),
              body: Buffer.concat(chunks).toString('utf8'),
            })
          })
        },
      )
      sent.on('error', (error) => {
        clearTimeout(timer)
        fail(error)
      })
      sent.end(body)
    } catch (thrown) {
      clearTimeout(timer)
      fail(thrown as NodeJS.ErrnoException)
    }
  }).finally(() => agent.destroy())
}

/** A page of the host's own; undefined when it answers anything but 200 with JSON. */
export async function page(host: RunningHost, path: string): Promise<unknown> {
  return jsonOf(await ask(host, keyed(host, path)))
}

function keyed({ masterKey }: RunningHost, path: string): Question {
  return { method: 'GET', path, headers: { 'x-functions-key': masterKey } }
}

function jsonOf({ status, body }: Reply): unknown {
  if (status !== 200) return undefined
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

export interface ListedFunction {
  readonly name: string
  readonly invoke_url_template: string | null
  readonly isDisabled?: boolean
}

export async function listedFunctions(host: RunningHost): Promise<readonly ListedFunction[]> {
  const list = await page(host, '/admin/functions')
  return Array.isArray(list) ? (list as ListedFunction[]) : []
}

/** Every error of one function; of one that the host does not know, the status of its page. */
export async function functionErrors(host: RunningHost, name: string): Promise<readonly string[]> {
  const reply = await ask(host, keyed(host, `/admin/functions/${encodeURIComponent(name)}/status`))
  if (reply.status !== 200) return [`status ${reply.status ?? reply.error}`]
  return (jsonOf(reply) as { errors?: readonly string[] } | undefined)?.errors ?? []
}

export type HostStart =
  | { readonly kind: 'running'; readonly version: string }
  | { readonly kind: 'error'; readonly version: string; readonly errors: readonly string[] }
  /** The process is there and answers its own page with an error. */
  | { readonly kind: 'mute' }
  | { readonly kind: 'ended' }

interface HostStatus {
  readonly state: string
  readonly version: string
  readonly errors?: readonly string[]
}

const startPatienceMs = 90_000
/** How long one state has to last: in an error the host tries again. */
const errorLastsMs = 1500
const pollMs = 50

/** Waits until it is known how the host starts, and collects every text that its status shows meanwhile. */
export async function awaitStart(host: RunningHost): Promise<HostStart> {
  const errors: string[] = []
  const deadlineAt = Date.now() + startPatienceMs
  let isEnded = false
  void host.exited.then(() => {
    isEnded = true
  })
  let wrongSince: number | undefined
  while (Date.now() < deadlineAt) {
    if (isEnded) return { kind: 'ended' }
    const reply = await ask(host, keyed(host, statusPath))
    if (reply.error === undefined) {
      const shown = jsonOf(reply) as HostStatus | undefined
      if (shown?.state === 'Running') return { kind: 'running', version: shown.version }
      const fresh = (shown?.errors ?? []).filter((text) => !errors.includes(text))
      errors.push(...fresh)
      if (shown !== undefined && shown.state !== 'Error') wrongSince = undefined
      else if (wrongSince === undefined || fresh.length > 0) wrongSince = Date.now()
      else if (Date.now() - wrongSince > errorLastsMs) {
        return shown === undefined ? { kind: 'mute' } : { kind: 'error', version: shown.version, errors }
      }
    }
    await delay(pollMs)
  }
  throw new Error(`The host at ${host.origin} was neither Running nor in Error for ${startPatienceMs} ms.`)
}

const statusPath = '/admin/host/status'

export async function hostStatus(host: RunningHost): Promise<HostStatus | undefined> {
  return (await page(host, statusPath)) as HostStatus | undefined
}
