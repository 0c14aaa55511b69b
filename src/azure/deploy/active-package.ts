/**
 * Which package an app runs, as far as Azure's own records tell: the newest deployment when it is the active one, or
 * the address of the package. Reads only. What it cannot tell it says, and never guesses.
 */

import { ActionError, messageOf } from '../../errors'
import { planRules } from '../../functions/plans'
import { parseJson, textAt } from '../../text/json-value'
import { proseOf } from '../../text/passages'
import { HttpError } from '../http'
import type { Session } from '../sign-in'
import { type Site, scmClientFor } from '../site'
import { readActiveBlob } from './active-blob'
import { deployerPrefix } from './deploy-context'
import { readDeployments } from './deployment-history'
import { type KuduRecord, verdictOf } from './deployment-record'
import { type ActivePackage, unknownPackage } from './known-package'

/**
 * Reads which package is active.
 *
 * @returns what is known; records that cannot be read are no error
 * @throws the reason of the signal
 */
export async function readActivePackage(
  session: Session,
  site: Site,
  signal: AbortSignal,
): Promise<ActivePackage> {
  try {
    if (planRules[site.plan].way === 'blob') return await readActiveBlob(session, site, signal)
    const deadline = session.clock.now() + 60_000
    const { records } = await readDeployments(scmClientFor(session, site), { deadline, signal, attempts: 3 })
    return activeOf(records)
  } catch (error) {
    signal.throwIfAborted()
    session.signal.throwIfAborted()
    if (!(error instanceof HttpError) && !(error instanceof ActionError)) throw error
    return unknownPackage(`it could not be read: ${proseOf(messageOf(error)).trim()}`)
  }
}

/**
 * The active package of a deployment history. A record counts only when nothing newer was tried: a later deployment
 * that failed may have left anything behind.
 *
 * @param records of the server, in any order
 * @returns what they tell
 */
export function activeOf(records: readonly KuduRecord[]): ActivePackage {
  const newest = [...records].sort((one, other) => receivedMs(other) - receivedMs(one))[0]
  if (newest === undefined) return unknownPackage('there is no deployment yet')
  if (verdictOf(newest.status) !== 'succeeded' || newest.isTemporary || !newest.isActive) {
    return unknownPackage(`the newest deployment '${newest.id}' is not the active one`)
  }
  const { id: deploymentId } = newest
  const sha256 = newest.deployer.startsWith(deployerPrefix) ? digestIn(newest.message) : ''
  const problem = sha256 === '' ? `the record of the deployment '${deploymentId}' names no digest` : ''
  const runUrl = textAt(parseJson(newest.message), 'runUrl').slice(0, 300)
  return { deploymentId, sha256, problem, ...(sha256 === '' || runUrl === '' ? {} : { runUrl }) }
}

// A time that cannot be read counts as the newest: it is better to know nothing than to take an old record.
function receivedMs({ receivedAt }: KuduRecord): number {
  const time = Date.parse(receivedAt)
  return Number.isNaN(time) ? Number.MAX_SAFE_INTEGER : time
}

/** The digest in the message of a deployment of ours, else `''`. */
export function digestIn(message: string): string {
  const digest = textAt(parseJson(message), 'packageSha256')
  return /^[0-9a-f]{64}$/.test(digest) ? digest : ''
}
