/**
 * One HTTP request at a time: bounded in time and size, proxied as the environment says, redirects not followed.
 * Does not retry and knows no tokens: both are the business of the clients built on it.
 */
import { randomUUID } from 'node:crypto'
import { Agent } from 'node:https'
import {
  createDefaultHttpClient,
  createEmptyPipeline,
  createHttpHeaders,
  createPipelineRequest,
  proxyPolicy,
  RestError,
} from '@azure/core-rest-pipeline'
import { version } from '../../../package.json'
import { azureError } from './azure-error'
import { type HttpAnswer, type HttpRequest, readAnswer } from './http-answer'
import { HttpError } from './http-error'
import { openUpload, type Upload } from './upload'

/** Product and version; nothing about the repository or the user is in it. */
export const userAgent = `go-azure-func-action/${version}`

export interface HttpClient {
  /** Certificates that are trusted instead of the built-in ones, for libraries that make their own requests. */
  readonly ca?: string
  /** How far the clock of the last server was ahead of ours; undefined while none has told. */
  readonly clockAheadMs?: () => number | undefined
  /** @throws HttpError, or the reason of the signal */
  send(request: HttpRequest): Promise<HttpAnswer>
}

/**
 * A client over Node's own `https`, so that NODE_EXTRA_CA_CERTS holds, with HTTPS_PROXY and NO_PROXY honoured.
 *
 * @param options `ca`: certificates to trust instead of the built-in ones, PEM
 * @throws ActionError `azure-proxy-invalid` when the proxy variable is not a URL
 */
export function createHttpClient(options: { readonly ca?: string } = {}): HttpClient {
  checkProxy(process.env)
  const policies = createEmptyPipeline()
  policies.addPolicy(proxyPolicy())
  // An idle connection may be closed on the other side without a word: an upload that cannot be repeated gets its own.
  policies.addPolicy({
    name: 'freshConnectionForUploads',
    sendRequest: (request, next) => {
      const isOwn = typeof request.body === 'function' && request.url.startsWith('https:')
      if (isOwn && request.agent === undefined) {
        // Kept alive until the exchange ends: a server that is to close at once would cut off an early answer.
        const agent = new Agent({ ...request.tlsSettings, keepAlive: true })
        request.abortSignal?.addEventListener('abort', () => agent.destroy(), { once: true })
        request.agent = agent
      }
      return next(request)
    },
  })
  const transport = createDefaultHttpClient()
  // One object for all requests: the transport keeps its connections by it.
  const tlsSettings = options.ca === undefined ? undefined : { ca: options.ca }
  let aheadMs: number | undefined
  return {
    ...options,
    clockAheadMs: () => aheadMs,
    async send(request) {
      // Azure's own logs have it, also of requests whose answer never came.
      const clientRequestId = randomUUID()
      const exchange = openExchange(request, clientRequestId)
      try {
        const outgoing = createPipelineRequest({
          url: request.url,
          method: request.method,
          headers: createHttpHeaders({
            'User-Agent': userAgent,
            'x-ms-client-request-id': clientRequestId,
            ...exchange.headers,
            ...request.headers,
          }),
          abortSignal: exchange.signal,
          // Every status: the body is read here, with a bound.
          streamResponseStatusCodes: new Set([Number.POSITIVE_INFINITY]),
          ...(exchange.body === undefined ? {} : { body: exchange.body }),
        })
        if (tlsSettings !== undefined) outgoing.tlsSettings = tlsSettings
        const response = await policies.sendRequest(transport, outgoing)
        const serverTime = Date.parse(response.headers.get('date') ?? '')
        if (!Number.isNaN(serverTime)) aheadMs = serverTime - Date.now()
        return await readAnswer(request, response, clientRequestId)
      } catch (error) {
        throw exchange.explain(error)
      } finally {
        exchange.close()
      }
    },
  }
}

// The library would fail at the first request, with the value in its message: it may hold a password.
function checkProxy(environment: NodeJS.ProcessEnv): void {
  for (const name of ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy', 'HTTP_PROXY', 'http_proxy']) {
    const value = environment[name] ?? ''
    const isProxy = URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol)
    if (value === '' || isProxy) continue
    throw azureError('azure-proxy-invalid', `The environment variable ${name} is not the URL of a proxy.`, {
      hint: 'Set it to something like http://proxy.example:8080, or unset it.',
    })
  }
}

interface Exchange {
  readonly signal: AbortSignal
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | (() => NodeJS.ReadableStream) | undefined
  /** The error to throw for what the transport threw. */
  explain(error: unknown): unknown
  close(): void
}

function openExchange(request: HttpRequest, clientRequestId: string): Exchange {
  request.signal?.throwIfAborted()
  const stop = new AbortController()
  let isTimedOut = false
  const giveUp = (): void => {
    isTimedOut = true
    stop.abort()
  }
  const timer = setTimeout(giveUp, request.timeoutMs)
  const silence = request.silenceMs === undefined ? undefined : setTimeout(giveUp, request.silenceMs)
  const onAbort = (): void => stop.abort()
  request.signal?.addEventListener('abort', onAbort, { once: true })
  const upload =
    request.body === undefined || typeof request.body === 'string'
      ? undefined
      : openUpload(hearing(request.body, silence), () => stop.abort())
  return {
    signal: stop.signal,
    headers: upload === undefined ? {} : { 'Content-Length': String(upload.sizeBytes) },
    body: upload === undefined ? (request.body as string | undefined) : () => upload.stream,
    explain(error) {
      if (request.signal?.aborted === true) return request.signal.reason
      if (upload?.readError() !== undefined) return upload.readError()
      if (error instanceof HttpError) return error
      const networkCode = isTimedOut ? 'ETIMEDOUT' : networkCodeOf(error)
      return new HttpError({
        method: request.method,
        url: request.url,
        status: 0,
        networkCode,
        clientRequestId,
        cause: causeOf(error),
      })
    },
    close() {
      clearTimeout(timer)
      clearTimeout(silence)
      request.signal?.removeEventListener('abort', onAbort)
      if (upload === undefined) return
      // A server may answer before it has read everything: what is left is not sent, the connection not reused.
      stop.abort()
      upload.close()
    },
  }
}

function hearing(upload: Upload, silence: NodeJS.Timeout | undefined): Upload {
  return {
    ...upload,
    onProgress: (progress) => {
      silence?.refresh()
      upload.onProgress?.(progress)
    },
  }
}

function networkCodeOf(error: unknown): string {
  if (error instanceof RestError && error.code !== undefined) return error.code
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  return 'ECONNABORTED'
}

// A RestError holds the request with its Authorization header: only its message goes on.
function causeOf(error: unknown): Error {
  return new Error(error instanceof Error ? error.message : String(error))
}
