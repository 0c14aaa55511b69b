/** One HTTP exchange with the handler on 127.0.0.1, or with a host, with a bounded, buffered answer. */
import { type IncomingHttpHeaders, request } from 'node:http'

/** A request as it goes to the handler. */
export interface OutgoingRequest {
  readonly method: string
  /** Path with query. */
  readonly path: string
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  readonly body?: Uint8Array
}

export interface ReceivedResponse {
  readonly status: number
  readonly statusText: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  readonly body: Buffer
}

/** Limits of one exchange. */
export interface ExchangeLimits {
  /** Whom to ask, where it is not this machine itself. */
  readonly address?: string
  readonly timeoutMs?: number
  readonly maximumBytes?: number
  readonly signal?: AbortSignal | undefined
}

/** The time was over before the answer was whole. */
export class AnswerTimeout extends Error {
  constructor(
    readonly timeoutMs: number,
    /** Whether status and headers had come, as of a stream that stays open. */
    readonly hasBegun: boolean,
  ) {
    super(`no ${hasBegun ? 'whole ' : ''}answer within ${timeoutMs} ms`)
  }
}

const defaultTimeoutMs = 230_000
const defaultMaximumBytes = 100 * 1024 * 1024

/**
 * Sends a request and reads the whole answer. Redirects are not followed.
 *
 * @param port the handler's port
 * @param outgoing the request
 * @param limits time and size; 230 s and 100 MiB, the limits of the platform, when not given
 * @throws AnswerTimeout; Error of the connection, also for an answer that is too large
 */
export function exchange(
  port: number,
  outgoing: OutgoingRequest,
  limits: ExchangeLimits = {},
): Promise<ReceivedResponse> {
  const { timeoutMs = defaultTimeoutMs, maximumBytes = defaultMaximumBytes, signal } = limits
  const { address = '127.0.0.1' } = limits
  return new Promise((resolve, reject) => {
    const sent = request({
      host: address,
      port,
      method: outgoing.method,
      path: outgoing.path,
      headers: mutable(outgoing.headers),
      agent: false,
      ...(signal === undefined ? {} : { signal }),
    })
    // The host's client sends no such header of its own.
    if (outgoing.headers['connection'] === undefined) sent.removeHeader('connection')
    let hasBegun = false
    const timer = setTimeout(() => sent.destroy(new AnswerTimeout(timeoutMs, hasBegun)), timeoutMs)
    const fail = (error: Error) => {
      clearTimeout(timer)
      reject(error)
    }
    sent.once('error', fail)
    sent.once('response', (response) => {
      hasBegun = true
      const chunks: Buffer[] = []
      let sizeBytes = 0
      response.on('data', (chunk: Buffer) => {
        sizeBytes += chunk.length
        if (sizeBytes > maximumBytes)
          sent.destroy(new Error(`the answer is larger than ${maximumBytes} bytes`))
        else chunks.push(chunk)
      })
      response.once('error', fail)
      response.once('end', () => {
        clearTimeout(timer)
        resolve({
          status: response.statusCode ?? 0,
          statusText: response.statusMessage ?? '',
          headers: presentHeaders(response.headers),
          body: Buffer.concat(chunks),
        })
      })
    })
    sent.end(outgoing.body)
  })
}

/**
 * Sends a request and follows redirects within the handler, as the host's client does unless requests are
 * forwarded: a POST becomes a GET without a body, but after 307 and 308.
 *
 * @param limits time and size of each exchange
 * @throws Error of the connection
 * @see src/libraries/System.Net.Http/src/System/Net/Http/SocketsHttpHandler/RedirectHandler.cs in dotnet/runtime
 */
export async function exchangeFollowing(
  port: number,
  outgoing: OutgoingRequest,
  limits: ExchangeLimits = {},
): Promise<ReceivedResponse> {
  const origin = `http://127.0.0.1:${port}`
  let current = outgoing
  for (let redirects = 0; ; redirects += 1) {
    const response = await exchange(port, current, limits)
    const { location } = response.headers
    const isRedirect = [300, 301, 302, 303, 307, 308].includes(response.status)
    if (!isRedirect || typeof location !== 'string' || redirects === maximumRedirects) return response
    const base = `${origin}${current.path}`
    if (!URL.canParse(location, base) || new URL(location, base).origin !== origin) return response
    const { pathname, search } = new URL(location, base)
    const path = `${pathname}${search}`
    current = becomesGet(response.status, current.method)
      ? { method: 'GET', path, headers: withoutContent(current.headers) }
      : { ...current, path }
  }
}

const maximumRedirects = 50

function becomesGet(status: number, method: string): boolean {
  if (status === 303) return method !== 'GET' && method !== 'HEAD'
  return status < 303 && method === 'POST'
}

function withoutContent(headers: OutgoingRequest['headers']): OutgoingRequest['headers'] {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !/^(?:content-|transfer-encoding$)/.test(name)),
  )
}

function mutable(headers: OutgoingRequest['headers']): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]),
  )
}

function presentHeaders(headers: IncomingHttpHeaders): Record<string, string | readonly string[]> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
