/** One request and its answer: which statuses are answers, how much of a body is read, what the server asks to wait. */
import { type Duplex, pipeline } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import type { PipelineResponse } from '@azure/core-rest-pipeline'
import { HttpError } from './http-error'
import type { Upload } from './upload'

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

/** @throws HttpError when the status is not one that the request accepts */
export async function readAnswer(
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
