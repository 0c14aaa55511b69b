/**
 * Asks the deployed app for a path until it answers well. A plain GET without any credential, and never HEAD,
 * which handlers answer differently.
 */
import { azureError, HttpError, redactText } from '../http'
import type { Session } from '../sign-in'
import type { Site } from '../site'

export interface ProbeResult {
  /** With the values of keys in the query masked. */
  readonly url: string
  /** 0 when there was no answer. */
  readonly status: number
  /** The first bytes of the answer as text. */
  readonly bodyExcerpt: string
  readonly elapsedMs: number
  readonly isAnswered: boolean
  /** Why there was no answer; empty when there was one. */
  readonly problem: string
}

export interface ProbeRequest {
  /** From the root, with a query if wanted. */
  readonly path: string
  readonly deadline: number
  readonly signal: AbortSignal
}

/**
 * The URL of a path of the app.
 *
 * @param path the input `verify-path`
 * @returns the URL, on the host of the app
 * @throws ActionError `verify-path-invalid`
 */
export function probeUrl(site: Site, path: string): string {
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

// A refusal for want of a key does not pass; a few tries are for a host that is still starting.
const refusals = 4

/**
 * Asks until the answer is 2xx.
 *
 * @param session for the connection and the clock
 * @param url from `probeUrl`
 * @param request until when
 * @returns the last answer
 * @throws the reason of the signal
 */
export async function probeApp(session: Session, url: string, request: ProbeRequest): Promise<ProbeResult> {
  const { clock } = session
  const startedAt = clock.now()
  const shownUrl = redactText(url, 1000)
  let answered: ProbeResult | undefined
  for (let refused = 0, attempt = 1; ; attempt += 1) {
    let result: ProbeResult
    let askedMs = 0
    try {
      const answer = await session.http.send({
        method: 'GET',
        url,
        headers: { Accept: '*/*' },
        // A cold start may take most of a minute; the front end gives up after 230 s.
        timeoutMs: Math.min(90_000, Math.max(1000, request.deadline - clock.now())),
        maxBodyBytes: 2048,
        accepts: () => true,
        signal: request.signal,
      })
      askedMs = answer.retryAfterMs ?? 0
      const bodyExcerpt = redactText(answer.body, 500)
      result = {
        url: shownUrl,
        status: answer.status,
        bodyExcerpt,
        elapsedMs: 0,
        isAnswered: true,
        problem: '',
      }
    } catch (error) {
      request.signal.throwIfAborted()
      if (!(error instanceof HttpError)) throw error
      // An answer whose body cannot be decoded is one: only its status is asked for.
      result = {
        url: shownUrl,
        status: error.status,
        bodyExcerpt: '',
        elapsedMs: 0,
        isAnswered: error.status > 0,
        problem: error.message,
      }
    }
    // The last try before the deadline has little time: an answer that came before says more than its silence.
    if (result.isAnswered) answered = result
    const finished = { ...(answered ?? result), elapsedMs: clock.now() - startedAt }
    if (result.status >= 200 && result.status < 300) return finished
    refused = result.status === 401 || result.status === 403 ? refused + 1 : 0
    const delayMs = Math.max(Math.min(1000 * attempt, 5000), askedMs)
    if (refused >= refusals || clock.now() + delayMs > request.deadline) return finished
    session.log.debug(`GET ${shownUrl}: ${result.status === 0 ? result.problem : result.status}`)
    await clock.sleep(delayMs, request.signal)
  }
}
