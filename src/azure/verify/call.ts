/**
 * One request to the deployed app, without a credential of ours, and its answer as far as it is judged and shown.
 * Follows no redirect and tries nothing again.
 */
import { azureError, HttpError, plainText, redactText } from '../http'
import type { Session } from '../sign-in'
import type { Site } from '../site'

export interface CallAnswer {
  /** 0 when there was no answer. */
  readonly status: number
  /** The first bytes as text, without credentials. */
  readonly bodyExcerpt: string
  readonly location: string
  readonly authenticate: string
  readonly mediaType: string
  /** Why there was no answer; empty when there was one. */
  readonly problem: string
  /** Of the connection, for example `ENOTFOUND`; empty when there was an answer. */
  readonly networkCode: string
  readonly elapsedMs: number
  readonly retryAfterMs: number
}

export interface CallRequest {
  readonly method: 'GET' | 'HEAD'
  /** From `appUrlOf`. */
  readonly url: string
  /** Of the function; it goes into a header, and nowhere else. */
  readonly key?: string
  readonly deadline: number
  readonly signal: AbortSignal
}

/**
 * The URL of a path of the app.
 *
 * @returns the URL, on the host of the app
 * @throws ActionError `verify-path-invalid`
 */
export function appUrlOf(site: Site, path: string): string {
  const isPath = path.startsWith('/') && URL.canParse(path, site.appUrl)
  const url = isPath ? new URL(path, site.appUrl) : undefined
  if (url === undefined || url.origin !== new URL(site.appUrl).origin) {
    throw azureError(
      'verify-path-invalid',
      `verify-path '${redactText(path, 200)}' is not a path of the app.`,
      {
        hint: 'Begin it with one slash, for example /api/HttpExample?name=ci.',
      },
    )
  }
  url.hash = ''
  return url.href
}

/** @throws the reason of the signal */
export async function callApp(session: Session, request: CallRequest): Promise<CallAnswer> {
  const { clock } = session
  const startedAt = clock.now()
  const nothing = { bodyExcerpt: '', location: '', authenticate: '', mediaType: '', retryAfterMs: 0 }
  try {
    const answer = await session.http.send({
      method: request.method,
      url: request.url,
      headers: { Accept: '*/*', ...(request.key === undefined ? {} : { 'x-functions-key': request.key }) },
      // A cold start may take most of a minute; the front end gives up after 230 s.
      timeoutMs: Math.min(90_000, Math.max(1000, request.deadline - startedAt)),
      maxBodyBytes: 2048,
      accepts: () => true,
      signal: request.signal,
    })
    const body = request.key === undefined ? answer.body : answer.body.replaceAll(request.key, '***')
    return {
      status: answer.status,
      bodyExcerpt: redactText(body, 500),
      location: redactText(answer.header('location'), 300),
      authenticate: answer.header('www-authenticate').slice(0, 200),
      mediaType: answer.header('content-type').toLowerCase().slice(0, 100),
      problem: '',
      networkCode: '',
      elapsedMs: clock.now() - startedAt,
      retryAfterMs: answer.retryAfterMs ?? 0,
    }
  } catch (error) {
    request.signal.throwIfAborted()
    if (!(error instanceof HttpError)) throw error
    // An answer whose body cannot be decoded is one: its status is known.
    return {
      ...nothing,
      status: error.status,
      problem: error.status > 0 ? '' : error.message,
      networkCode: error.networkCode,
      elapsedMs: clock.now() - startedAt,
    }
  }
}

/** The answer in words: `500: 'boom'`. */
export function wordsOf({ status, bodyExcerpt }: Pick<CallAnswer, 'status' | 'bodyExcerpt'>): string {
  const text = plainText(bodyExcerpt).slice(0, 200)
  return text === '' ? String(status) : `${status}: '${text}'`
}
