/** Wakes the SCM site while the build runs, and learns early whether it lets us in. Reads only. */
import { ActionError, messageOf } from '../../errors'
import type { Finding } from '../../findings'
import { HttpError, isTransient } from '../http'
import type { Session } from '../sign-in'
import { type ScmAudience, scmClientFor } from './scm-client'
import { explainScm } from './scm-refusal'
import type { Site } from './site'

export interface WarmUp {
  readonly isReady: boolean
  readonly elapsedMs: number
  /** Which token the SCM site takes; absent when it did not answer. */
  readonly audience?: ScmAudience
  /** Refusals that a deployment would meet as well: no role, a network rule, a stopped app. */
  readonly findings: readonly Finding[]
}

// A cold SCM site has been seen to need 110 s for its first answer.
const patienceMs = 240_000

/**
 * Asks for the list of deployments, which is cheap and needs the right to publish: a mere reader is found out here.
 *
 * @param site to be deployed to
 * @returns whether it answered; a site that is merely slow or restarting gives no finding
 * @throws the reason of the signal
 */
export async function warmUpScm(session: Session, site: Site): Promise<WarmUp> {
  // Linux Consumption is deployed to through storage: its SCM site has no part in it.
  if (site.plan === 'consumption') return { isReady: true, elapsedMs: 0, findings: [] }
  const startedAt = session.clock.now()
  const scm = scmClientFor(session, site)
  const findings: Finding[] = []
  let isReady = false
  try {
    await scm.get('/api/deployments', {
      deadline: startedAt + patienceMs,
      signal: session.signal,
      timeoutMs: patienceMs,
    })
    isReady = true
  } catch (error) {
    session.signal.throwIfAborted()
    const refusal = refusalIn(error, session, site)
    if (refusal !== undefined) findings.push(refusal)
    else session.log.debug(`The SCM site is not ready yet: ${messageOf(error)}`)
  }
  const audience = scm.acceptedAudience()
  return {
    isReady,
    elapsedMs: session.clock.now() - startedAt,
    findings,
    ...(audience === undefined ? {} : { audience }),
  }
}

function refusalIn(error: unknown, session: Session, site: Site): Finding | undefined {
  if (error instanceof HttpError && error.status !== 401 && error.status !== 403) {
    // A site that was just created answers 404 for a while; the deployment waits for it.
    if (isTransient(error) || error.status === 404) return undefined
  }
  const explained =
    error instanceof HttpError ? explainScm(error, site, session.clientId, 'reach the SCM site') : error
  if (!(explained instanceof ActionError)) throw error
  return { code: explained.code, severity: 'error', message: explained.message, hint: explained.hint ?? '' }
}
