/**
 * Requests that the storage library makes: again when they fail in a way that passes, and never for longer than
 * the storage keeps silent. Knows nothing of packages.
 */
import { RestError } from '@azure/core-rest-pipeline'
import { HttpError, isTransient, readRetryAfter, retry } from '../http'
import type { Session } from '../sign-in'

export interface Bounds {
  /** Clock time after which no further try begins. */
  readonly deadline: number
  readonly signal: AbortSignal
}

/** One try. */
export interface Attempt {
  /** Aborts when the storage keeps silent for too long, or the run is stopped. */
  readonly signal: AbortSignal
  /** To be called when something moved. */
  moved(): void
}

const silenceMs = 60_000

/**
 * Makes a request of the library until it succeeds, fails for good, or the deadline has come.
 *
 * @param session for the clock, and for a new token after a 401
 * @param request what it is called in errors, and its bounds
 * @param work makes the request once
 * @returns what the work returns
 * @throws HttpError, or the reason of the signal
 */
export function persist<T>(
  session: Session,
  request: Bounds & { readonly method: string; readonly url: string },
  work: (attempt: Attempt) => Promise<T>,
): Promise<T> {
  const { clock, log } = session
  const { deadline, signal } = request
  let isRenewed = false
  const isRetryable = (error: unknown): boolean => {
    // What arrived there is not what was sent.
    if (error instanceof HttpError && error.networkCode === 'Md5Mismatch') return true
    if (!(error instanceof HttpError) || error.status !== 401 || isRenewed) return isTransient(error)
    isRenewed = true
    session.forget('storage')
    return true
  }
  return retry(
    { clock, deadline, attempts: 5, signal, isRetryable, onRetry: (line) => log.debug(line) },
    () => attemptOnce(request, work),
  )
}

async function attemptOnce<T>(
  request: Bounds & { readonly method: string; readonly url: string },
  work: (attempt: Attempt) => Promise<T>,
): Promise<T> {
  const stop = new AbortController()
  let isSilent = false
  const listen = (): NodeJS.Timeout =>
    setTimeout(() => {
      isSilent = true
      stop.abort()
    }, silenceMs)
  let timer = listen()
  const moved = (): void => {
    clearTimeout(timer)
    timer = listen()
  }
  try {
    return await work({ signal: AbortSignal.any([request.signal, stop.signal]), moved })
  } catch (error) {
    request.signal.throwIfAborted()
    const { method, url } = request
    if (isSilent) throw new HttpError({ method, url, status: 0, networkCode: 'ETIMEDOUT' })
    throw toHttpError(method, url, error)
  } finally {
    clearTimeout(timer)
  }
}

// The library's error holds the request with its headers: only what is safe to show goes on.
function toHttpError(method: string, url: string, error: unknown): unknown {
  if (!(error instanceof RestError)) return error
  const retryAfterMs = readRetryAfter((name) => error.response?.headers.get(name))
  return new HttpError({
    method,
    url,
    status: error.statusCode ?? 0,
    // Half an answer is a connection that was lost, whatever the parser says of it.
    networkCode: error.code === 'PARSE_ERROR' ? 'ECONNRESET' : (error.code ?? ''),
    body: error.message,
    requestId: error.response?.headers.get('x-ms-request-id') ?? '',
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  })
}
