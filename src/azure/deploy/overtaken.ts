/**
 * Whether another deployment came after ours: what was verified is the app, and somebody else's package may have
 * answered. Reads only. What Azure does not tell is no finding.
 */
import { ActionError, messageOf } from '../../errors'
import type { Finding } from '../../findings'
import { azureFinding, HttpError } from '../http'
import type { Session } from '../sign-in'
import { readAppSettings, type Site, scmClientFor } from '../site'
import { decoded } from './active-blob'
import { digestIn } from './active-package'
import type { Deployment } from './deploy-context'
import { type DeploymentHistory, readDeployments } from './deployment-history'
import { type KuduRecord, stateOf, verdictOf } from './deployment-record'

/** Ours: how it was delivered, under which id, and which bytes. */
export type OwnDeployment = Pick<Deployment, 'way' | 'id'> & {
  readonly sha256: string
  /** What the app lists or answers shows that it runs the package, whatever the records say. */
  readonly isContentProven?: boolean
}

/**
 * Looks for a later deployment of another package. To be asked when everything else is verified.
 *
 * @returns one error when there is one
 * @throws the reason of the signal
 */
export async function findOvertaking(
  session: Session,
  site: Site,
  own: OwnDeployment,
  signal: AbortSignal,
): Promise<readonly Finding[]> {
  try {
    const history = own.way === 'blob' ? undefined : await historyWith(session, site, own, signal)
    const other =
      history === undefined
        ? await otherAddress(session, site, own, signal)
        : laterRecord(history.records, own)
    if (other === undefined) {
      const isProven = history === undefined || own.isContentProven === true
      const doubt = isProven ? undefined : doubtIn(history, own)
      return doubt === undefined ? [] : [unproven(site, doubt)]
    }
    return [
      azureFinding(
        'error',
        'deployment-overtaken',
        `Another deployment of '${site.appName}' came after '${own.id}': ${other}. The verification may have seen that package.`,
        'Set concurrency: in the workflows that deploy to this app, and look at the run that came after this one.',
      ),
    ]
  } catch (error) {
    signal.throwIfAborted()
    session.signal.throwIfAborted()
    if (!(error instanceof HttpError) && !(error instanceof ActionError)) throw error
    session.log.debug(`Whether another deployment came after this one could not be read: ${messageOf(error)}`)
    return []
  }
}

const lookPauseMs = 5000
const mostLooks = 4

/** The history; where our record is not in it, it is looked at again: one answer alone may be wrong. */
async function historyWith(
  session: Session,
  site: Site,
  own: OwnDeployment,
  signal: AbortSignal,
): Promise<DeploymentHistory> {
  const scm = scmClientFor(session, site)
  for (let look = 1; ; look += 1) {
    const deadline = session.clock.now() + 60_000
    const history = await readDeployments(scm, { deadline, signal, attempts: 3 })
    const isFound = own.isContentProven === true || doubtIn(history, own) === undefined
    if (isFound || look >= mostLooks) return history
    await session.clock.sleep(Math.max(lookPauseMs, history.retryAfterMs), signal)
  }
}

/**
 * A record of another package that was received after ours and did not fail.
 *
 * @param records of the server, in any order
 * @returns it in words; undefined when there is none, or our own record is not among them
 */
export function laterRecord(
  records: readonly KuduRecord[],
  { id, sha256 }: Pick<OwnDeployment, 'id' | 'sha256'>,
): string | undefined {
  const own = records.find((record) => record.id === id)
  if (own === undefined) return undefined
  const later = records.find(
    (record) =>
      Date.parse(record.receivedAt) > Date.parse(own.receivedAt) &&
      digestIn(record.message) !== sha256 &&
      ['running', 'succeeded', 'partial'].includes(verdictOf(record.status)),
  )
  if (later === undefined) return undefined
  return `'${later.id}' of '${(later.deployer || 'unknown').slice(0, 60)}', ${stateOf(later)}`
}

/**
 * Why the records do not prove that our package is active: ours is gone, or ended with a success in part.
 *
 * @returns undefined when they prove it, or the server never named our deployment
 */
export function doubtIn(
  { records, problem }: Pick<DeploymentHistory, 'records' | 'problem'>,
  { id }: Pick<OwnDeployment, 'id'>,
): string | undefined {
  if (id === '') return undefined
  if (problem !== undefined) return `its record '${id}' cannot be found, since ${problem}`
  const own = records.find((record) => record.id === id)
  if (own === undefined) return `its record '${id}' is not in the deployment history any more`
  if (own.isActive || verdictOf(own.status) === 'succeeded') return undefined
  return `its record '${id}' is in the state ${stateOf(own)} and not the active one`
}

function unproven(site: Site, doubt: string): Finding {
  return azureFinding(
    'error',
    'deployment-unproven',
    `Nothing proves that '${site.appName}' runs the uploaded package: ${doubt}. The functions and answers of the app are as before.`,
    'Run the job again. When the history shows another deployment, set concurrency: in the workflows that deploy to this app.',
  )
}

async function otherAddress(
  session: Session,
  site: Site,
  { id, sha256 }: OwnDeployment,
  signal: AbortSignal,
): Promise<string | undefined> {
  const { settings } = await readAppSettings(session, site.resourceId, signal)
  const address = settings.get('WEBSITE_RUN_FROM_PACKAGE') ?? ''
  // The rest of it may be a signature.
  const path = decoded(URL.canParse(address) ? new URL(address).pathname : '')
  // The name of a package of ours has the beginning of its digest.
  const isOurs = path.endsWith(`/${id}`) || path.includes(`-${sha256.slice(0, 12)}-`)
  return isOurs ? undefined : 'WEBSITE_RUN_FROM_PACKAGE points to another package'
}
