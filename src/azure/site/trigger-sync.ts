/** Tells the platform to read the triggers of an app anew. */
import { ActionError } from '../../errors'
import { HttpError } from '../http'
import { callArm, explainStanding, type Session } from '../sign-in'
import type { Site } from './site'

/**
 * Syncs the triggers, with patience for a host that is restarting: the resource manager wraps that as 400.
 *
 * @param site whose triggers
 * @param deadline clock time after which no further try begins
 * @returns `''` when done, else why not; Kudu syncs as well, so a failure here need not be one of the deployment
 * @throws the reason of the signal
 */
export async function syncTriggers(
  session: Session,
  site: Site,
  deadline: number,
  signal: AbortSignal,
): Promise<string> {
  const delaysMs = [2000, 4000, 8000, 16_000]
  for (let attempt = 0; ; attempt += 1) {
    let reason: string
    let askedMs = 0
    try {
      const answer = await callArm(session, {
        method: 'POST',
        path: `${site.resourceId}/host/default/sync`,
        purpose: 'sync the triggers',
        alsoAccepts: [400, 404, 409],
        attempts: 1,
        deadline,
        signal,
      })
      if (answer.status < 300) return ''
      const { subscriptionId } = session
      const standing = explainStanding({ body: answer.body, purpose: 'sync the triggers', subscriptionId })
      if (standing !== undefined) return `${standing.message} ${standing.hint ?? ''}`
      reason = `${answer.status} ${answer.body.slice(0, 500)}`
      askedMs = answer.retryAfterMs ?? 0
    } catch (error) {
      signal.throwIfAborted()
      if (!(error instanceof ActionError)) throw error
      reason = error.message
      const { cause } = error
      // A missing role does not come by waiting.
      if (!(cause instanceof HttpError) || cause.status === 403) return `${reason} ${error.hint ?? ''}`.trim()
      askedMs = cause.retryAfterMs ?? 0
    }
    const delayMs = Math.max(delaysMs[attempt] ?? 0, askedMs)
    if (delayMs === 0 || session.clock.now() + delayMs > deadline) return reason
    session.log.debug(`The triggers could not be synced yet: ${reason}`)
    await session.clock.sleep(delayMs, signal)
  }
}
