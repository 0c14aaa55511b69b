/** The long-running operation behind a swap: where it is asked for, and its end. */
import { ActionError } from '../../errors'
import { parseJson, textAt } from '../../text/json-value'
import { type HttpAnswer, HttpError, isTransient } from '../http'
import { callArm, type Session } from '../sign-in'
import type { SwapWatch } from './swap-truth'

export type OperationEnd =
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly error: HttpError }
  /** It cannot be asked for any more: what it did has to be found out. */
  | { readonly kind: 'lost'; readonly error?: HttpError }
  | { readonly kind: 'late' }

// What the service's own pipelines use; the first look comes sooner, since an idle slot is swapped in seconds.
const pollEveryMs = 15_000
const firstPollMs = 3000
const longestPollMs = 60_000
const maxFailures = 5

/**
 * Where an operation is asked for.
 *
 * @param answer to the request that began it
 * @returns path and query, `''` when the answer names no address of the resource manager
 * @see Azure REST guidelines, long-running operations: `Azure-AsyncOperation` before `Location`
 */
export function operationPath(session: Session, answer: HttpAnswer): string {
  for (const name of ['azure-asyncoperation', 'location']) {
    const address = answer.header(name)
    if (!URL.canParse(address)) continue
    const url = new URL(address)
    if (url.origin === session.cloud.armEndpoint) return `${url.pathname}${url.search}`
  }
  return ''
}

/**
 * Polls an operation to its end.
 *
 * @param path from `operationPath`
 * @returns how it ended
 * @throws the reason of the signal
 */
export async function followOperation(watch: SwapWatch, path: string): Promise<OperationEnd> {
  const { session, request } = watch
  const { clock } = session
  let delayMs = firstPollMs
  let current = path
  for (let failures = 0; ; ) {
    if (clock.now() + delayMs > request.deadline) return { kind: 'late' }
    await clock.sleep(delayMs, request.signal)
    delayMs = pollEveryMs
    try {
      const answer = await callArm(session, {
        method: 'GET',
        path: current,
        purpose: 'ask how far the swap is',
        attempts: 1,
        answersJson: false,
        signal: request.signal,
      })
      failures = 0
      const end = endOf(answer, current, session)
      if (end !== undefined) return end
      delayMs = Math.min(answer.retryAfterMs ?? pollEveryMs, longestPollMs)
      current = operationPath(session, answer) || current
      request.log.debug(`The swap is running: ${answer.status}.`)
    } catch (error) {
      request.signal.throwIfAborted()
      const cause = error instanceof ActionError ? error.cause : undefined
      if (!(cause instanceof HttpError)) throw error
      if (isTransient(cause)) {
        failures += 1
        delayMs = Math.max(cause.retryAfterMs ?? 0, firstPollMs * failures)
        if (failures < maxFailures) continue
      }
      // Neither says anything about the swap: the operation is forgotten, or may not be asked for. A redirect too.
      const isTold = cause.status === 400 || cause.status === 409 || cause.status === 412
      return isTold ? { kind: 'failed', error: cause } : { kind: 'lost', error: cause }
    }
  }
}

// `Azure-AsyncOperation` always answers 200 and says the state in its body; `Location` says it by 202 and 200.
function endOf(answer: HttpAnswer, path: string, session: Session): OperationEnd | undefined {
  if (answer.status === 202) return undefined
  const status = textAt(parseJson(answer.body), 'status').toLowerCase()
  if (['failed', 'canceled', 'cancelled'].includes(status)) {
    const url = new URL(path, session.cloud.armEndpoint).href
    const { body, requestId } = answer
    return {
      kind: 'failed',
      error: new HttpError({ method: 'GET', url, status: answer.status, body, requestId }),
    }
  }
  return status === '' || status === 'succeeded' ? { kind: 'done' } : undefined
}
