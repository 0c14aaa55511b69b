/**
 * One HTTP request at a time: bounded in time and size, proxied as the environment says, redirects not followed.
 * Does not retry and knows no tokens: both are the business of the clients built on it.
 */
import { randomUUID } from 'node:crypto'
import { Agent } from 'node:https'
import { type Duplex, pipeline } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import {
  createDefaultHttpClient,
  createEmptyPipeline,
  createHttpHeaders,
  createPipelineRequest,
  type PipelineResponse,
  proxyPolicy,
  RestError,
} from '@azure/core-rest-pipeline'
import { version } from '../../../package.json'
import { azureError } from './azure-error'
import { HttpError } from './http-error'
import { openUpload, type Upload } from './upload'

/** Product and version; nothing about the repository or the user is in it. */
export const userAgent = `go-azure-func-action/${version}`

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Upload
  /** For the whole exchange, the body of the answer included. */
  readonly timeoutMs: number
  /** How long the server may neither take a byte of an upload nor have answered; default `timeoutMs`. */
  readonly silenceMs?: number
  /** Larger answers are cut, and `isCut` says so. Default 4 MiB. */
  readonly maxBodyBytes?: number
  /** Which statuses are answers and not errors. Default 200 to 299. */
  readonly accepts?: (status: number) => boolean
  readonly signal?: AbortSignal
}

export interface HttpAnswer {
  readonly status: number
  /** A header's value, `''` when it is absent. Of several `Set-Cookie` lines only the first is kept. */
  header(name: string): string
  readonly body: string
  readonly isCut: boolean
  readonly requestId: string
  /** Ours, which the request carried. */
  readonly clientRequestId: string
  /** What the server asked us to wait before the next request. */
  readonly retryAfterMs: number | undefined
}

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
      if (typeof request.body === 'function' && request.url.startsWith('https:'))
        request.agent ??= new Agent({ ...request.tlsSettings, keepAlive: false })
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

async function readAnswer(
  request: HttpRequest,
  response: PipelineResponse,
  clientRequestId: string,
): Promise<HttpAnswer> {
  const header = (name: string): string => response.headers.get(name) ?? ''
  const stream = decoded(response.readableStreamBody, header('content-encoding'))
  const { body, isCut } = await readBody(stream, request.maxBodyBytes ?? 4 * 1024 * 1024)
  const requestId =
    header('x-ms-request-id') || header('x-ms-correlation-request-id') || header('x-ms-correlation-id')
  const retryAfterMs = retryAfter(header)
  const accepts = request.accepts ?? ((status: number) => status >= 200 && status < 300)
  if (accepts(response.status)) {
    return { status: response.status, header, body, isCut, requestId, clientRequestId, retryAfterMs }
  }
  const location = header('location')
  const isRedirect = response.status >= 300 && response.status < 400 && URL.canParse(location, request.url)
  throw new HttpError({
    method: request.method,
    url: request.url,
    status: response.status,
    body,
    requestId,
    clientRequestId,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(isRedirect ? { redirectHost: new URL(location, request.url).host } : {}),
  })
}

// Nobody is asked to compress, but proxies do. The bound is on what comes out, so that a small answer stays small.
function decoded(
  stream: NodeJS.ReadableStream | undefined,
  encoding: string,
): NodeJS.ReadableStream | undefined {
  const decoder = Object.hasOwn(decoders, encoding.toLowerCase())
    ? decoders[encoding.toLowerCase()]?.()
    : undefined
  if (stream === undefined || decoder === undefined) return stream
  // What breaks on either side ends the other, and is thrown where the body is read.
  return pipeline(stream, decoder, () => undefined)
}

const decoders: Readonly<Record<string, () => Duplex>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

async function readBody(
  stream: NodeJS.ReadableStream | undefined,
  maxBytes: number,
): Promise<{ readonly body: string; readonly isCut: boolean }> {
  const chunks: Buffer[] = []
  let sizeBytes = 0
  if (stream !== undefined) {
    for await (const chunk of stream) {
      const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk)
      chunks.push(bytes)
      sizeBytes += bytes.length
      // Leaving the loop destroys the stream, so the rest is not downloaded.
      if (sizeBytes > maxBytes) break
    }
  }
  return { body: Buffer.concat(chunks).subarray(0, maxBytes).toString('utf8'), isCut: sizeBytes > maxBytes }
}

// RFC 9110 10.2.3, and the two variants Azure sends: milliseconds, and Kudu's name without the hyphen.
function retryAfter(header: (name: string) => string): number | undefined {
  const milliseconds = Number(header('retry-after-ms') || header('x-ms-retry-after-ms') || Number.NaN)
  if (Number.isFinite(milliseconds) && milliseconds >= 0) return milliseconds
  const value = header('retry-after') || header('retryafter')
  if (value === '') return undefined
  const seconds = Number(value)
  if (Number.isFinite(seconds)) return seconds >= 0 ? seconds * 1000 : undefined
  const date = Date.parse(value)
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now())
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
