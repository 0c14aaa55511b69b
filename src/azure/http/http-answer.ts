/** One request and its answer: which statuses are answers, how much of a body is read, what the server asks to wait. */
import type { PipelineResponse } from '@azure/core-rest-pipeline'
import { readAnswerBody } from './answer-body'
import { HttpError } from './http-error'
import { readRetryAfter } from './retry-after'
import type { Upload } from './upload'

export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT'
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

/** @throws HttpError when the status is not one that the request accepts, or the body of a good answer is broken */
export async function readAnswer(
  request: HttpRequest,
  response: PipelineResponse,
  clientRequestId: string,
): Promise<HttpAnswer> {
  const header = (name: string): string => response.headers.get(name) ?? ''
  const encoding = header('content-encoding')
  const maxBytes = request.maxBodyBytes ?? 4 * 1024 * 1024
  const { text: body, isCut, flaw } = await readAnswerBody(response.readableStreamBody, encoding, maxBytes)
  const requestId =
    header('x-ms-request-id') || header('x-ms-correlation-request-id') || header('x-ms-correlation-id')
  const retryAfterMs = readRetryAfter(header)
  const accepts = request.accepts ?? ((status: number) => status >= 200 && status < 300)
  // Of a refusal the status says enough; a good answer that cannot be read is none.
  const isLost = flaw !== undefined && response.status >= 200 && response.status < 300
  if (accepts(response.status) && !isLost) {
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
    ...(flaw === undefined ? {} : { flaw }),
    ...(isRedirect ? { redirectHost: new URL(location, request.url).host } : {}),
  })
}
