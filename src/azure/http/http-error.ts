/**
 * What can go wrong with one HTTP request, in one class, and which of it is worth another try.
 * Holds no credential: the URL has no query and the excerpt of the body is redacted.
 */
import { redactText, redactUrl } from './redact'

export interface HttpFailure {
  readonly method: string
  readonly url: string
  /** 0 when there was no answer. */
  readonly status: number
  readonly body?: string
  readonly requestId?: string
  /** What the request carried as `x-ms-client-request-id`. */
  readonly clientRequestId?: string
  /** The code of the connection error, `ETIMEDOUT` for a request that took too long; of storage, its error code. */
  readonly networkCode?: string
  /** What the server asked us to wait. */
  readonly retryAfterMs?: number
  /** What is wrong with the answer although its status is good, to follow "with". */
  readonly flaw?: string
  /** Host of a redirect that was not followed. */
  readonly redirectHost?: string
  readonly cause?: unknown
}

/** A request that was not answered, or not with a status that was expected. */
export class HttpError extends Error {
  override readonly name = 'HttpError'
  readonly status: number
  readonly method: string
  /** Origin and path only. */
  readonly url: string
  readonly bodyExcerpt: string
  readonly requestId: string
  readonly networkCode: string
  readonly retryAfterMs: number | undefined

  constructor(failure: HttpFailure) {
    super(describe(failure), failure.cause === undefined ? {} : { cause: failure.cause })
    this.status = failure.status
    this.method = failure.method
    this.url = redactUrl(failure.url)
    this.bodyExcerpt = redactText(failure.body ?? '')
    this.requestId = failure.requestId ?? ''
    this.networkCode = failure.networkCode ?? ''
    this.retryAfterMs = failure.retryAfterMs
  }
}

function describe(failure: HttpFailure): string {
  const request = `${failure.method} ${redactUrl(failure.url)}`
  const reference = referenceOf(failure)
  if (failure.status === 0)
    return `${request} was not answered: ${failure.networkCode ?? 'connection error'}${reference}.`
  const redirect =
    failure.redirectHost === undefined
      ? ''
      : ` with a redirect to '${failure.redirectHost}', which is not followed`
  const flaw = failure.flaw === undefined ? '' : ` with ${failure.flaw}`
  const body = redactText(plainText(failure.body ?? ''), 300)
  return `${request} answered ${failure.status}${redirect}${flaw}${body === '' ? '' : `: ${body}`}${reference}`
}

// What Azure support asks for: the id that the server gave, else ours.
function referenceOf({ requestId = '', clientRequestId = '' }: HttpFailure): string {
  if (requestId !== '') return ` (request ${requestId})`
  return clientRequestId === '' ? '' : ` (client request ${clientRequestId})`
}

/**
 * The text of an error page, whose markup says little.
 *
 * @param body of an answer, HTML or not
 * @returns its text in one line
 */
export function plainText(body: string): string {
  const text = /^\s*</.test(body)
    ? withoutBlocks(body.slice(0, 20_000)).replace(/<[^<>]{0,500}>/g, ' ')
    : body.slice(0, 5000)
  return text.replace(/\s+/g, ' ').trim()
}

// One walk over the page: an expression for both ends would begin anew at every `<script`.
function withoutBlocks(html: string): string {
  const kept: string[] = []
  const opening = /<(style|script)\b/gi
  let from = 0
  for (let match = opening.exec(html); match !== null; match = opening.exec(html)) {
    kept.push(html.slice(from, match.index), ' ')
    const closing = match[1]?.toLowerCase() === 'style' ? /<\/style>/gi : /<\/script>/gi
    closing.lastIndex = match.index
    if (closing.exec(html) === null) return kept.join('')
    from = closing.lastIndex
    opening.lastIndex = from
  }
  return kept.join('') + html.slice(from)
}

// Errors of sockets and of name resolution that pass by themselves. `EAI_AGAIN` is the resolver's "not now";
// `ENOTFOUND` is what a fresh app's SCM host gives until its name is known.
const passingCodes = [
  'ETIMEDOUT',
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'EPIPE',
  'EAI_AGAIN',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ESOCKETTIMEDOUT',
  'REQUEST_SEND_ERROR',
  'ERR_STREAM_PREMATURE_CLOSE',
]

/**
 * Whether a failure is worth another try: no answer, half an answer, 408, 429, and the 5xx that are about the moment.
 *
 * @param error anything that was thrown
 * @returns false for everything that is not an `HttpError`, and for 501 and 505
 */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof HttpError)) return false
  if (error.status === 0) return passingCodes.includes(error.networkCode)
  // A good status whose answer was of no use: something between here and there broke it.
  if (error.status >= 200 && error.status < 300) return true
  if (error.status === 408 || error.status === 429) return true
  return error.status >= 500 && error.status !== 501 && error.status !== 505
}

/**
 * Whether a failure says that the certificate of the server is not trusted here.
 *
 * @param error anything that was thrown
 * @returns true for the certificate errors of OpenSSL and Node
 */
export function isCertificateProblem(error: unknown): boolean {
  return error instanceof HttpError && /CERT|SIGNATURE|ISSUER|ERR_TLS/.test(error.networkCode)
}
