/** Other deployments of the same app: which there are, and waiting for one that runs. Reads only. */
import { azureError, HttpError, isTransient } from '../http'
import type { DeployContext } from './deploy-context'
import { type DeploymentHistory, readDeployments } from './deployment-history'
import { type KuduRecord, stateOf, verdictOf } from './deployment-record'

/**
 * The deployments that the SCM site knows, within the deadline of the deployment.
 *
 * @param attempts how often a passing failure is tried again
 * @throws HttpError
 */
export function readHistory(
  { scm, request: { deadline, signal } }: DeployContext,
  attempts = 5,
): Promise<DeploymentHistory> {
  return readDeployments(scm, { deadline, signal, attempts })
}

/**
 * Whether a record is ours: the server keeps `message` and `deployer` as they were sent.
 *
 * @param record of the server
 * @returns true when it carries our token
 */
export function isOurs(context: DeployContext, record: KuduRecord): boolean {
  return record.message.includes(context.token) || record.deployer.includes(context.token)
}

// A fresh or restarting SCM site answers 503 or has no name yet for some minutes; after that it does not heal.
const readyPatienceMs = 300_000

/**
 * Waits until the SCM site answers and nobody else's deployment runs, so that no upload is wasted on a 409.
 *
 * @returns all records there are; when ours is among them it may still be running
 * @throws HttpError when the site stays away, ActionError `deployment-busy` at the deadline
 */
export async function waitForTurn(context: DeployContext): Promise<readonly KuduRecord[]> {
  const { session, request } = context
  const { clock } = session
  const readyBy = Math.min(request.deadline, clock.now() + readyPatienceMs)
  context.progress.state = 'waiting for the SCM site'
  let announced = ''
  for (;;) {
    let delayMs = 5000
    try {
      const { records, retryAfterMs } = await readHistory(context, 1)
      const running = records.find((record) => verdictOf(record.status) === 'running' && !record.isComplete)
      if (running === undefined || records.some((record) => isOurs(context, record))) return records
      if (announced !== running.id) {
        request.log.info(
          `Waiting for the deployment '${running.id}' of '${shortName(running)}' that runs already.`,
        )
        announced = running.id
      }
      context.progress.state = 'waiting for another deployment'
      delayMs = Math.max(delayMs, retryAfterMs)
      if (clock.now() + delayMs > request.deadline) throw busy(context, running)
    } catch (error) {
      if (!(error instanceof HttpError) || !isTransient(error)) throw error
      delayMs = Math.max(delayMs, error.retryAfterMs ?? 0)
      if (clock.now() + delayMs > readyBy) throw error
      request.log.debug(error.message)
    }
    await clock.sleep(delayMs, request.signal)
  }
}

function busy(context: DeployContext, running: KuduRecord): Error {
  return azureError(
    'deployment-busy',
    `Another deployment of '${context.site.appName}' was still ${stateOf(running)} at the deadline: '${running.id}' of '${shortName(running)}'.`,
    { hint: 'Set concurrency: in the workflows that deploy to this app, or raise deploy-timeout.' },
  )
}

function shortName(record: KuduRecord): string {
  return (record.deployer || 'unknown').slice(0, 60)
}
