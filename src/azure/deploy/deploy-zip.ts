/** Elastic Premium and Dedicated on Linux: `POST /api/zipdeploy`, then our own record and no other. */

import { parseJson } from '../../text/json-value'
import type { HttpAnswer } from '../http'
import { type DeployContext, type Deployment, deployerPrefix, messageText } from './deploy-context'
import { isOurs, readHistory } from './deployment-queue'
import { type KuduRecord, readRecord, verdictOf } from './deployment-record'
import { type Sighting, watchDeployment } from './deployment-watch'
import { publish } from './publish'

/**
 * Deploys to an app on an App Service plan. The `latest` deployment that the answer points to may be anybody's,
 * so the record is found by our token in its message or deployer, or by the id that the answer names.
 *
 * @throws ActionError or HttpError, which `deployPackage` turns into findings
 */
export async function deployZip(context: DeployContext): Promise<Deployment> {
  const query = new URLSearchParams({
    isAsync: 'true',
    deployer: `${deployerPrefix}${context.token}`,
    message: messageText(context),
  })
  const published = await publish(context, `/api/zipdeploy?${query}`, 'application/zip', () => false)
  const finder = openFinder(context, published.answer?.header('scm-deployment-id') ?? '')
  return watchDeployment(context, {
    way: 'zipdeploy',
    intervalMs: paceOf,
    // Between the temporary record and the real one there is a moment with none.
    appearsWithinMs: 120_000,
    firstDelayMs: askedDelayMs(published.answer),
    logPath: (id, record) => record?.logUrl || `/api/deployments/${encodeURIComponent(id)}/log`,
    look: () => finder.look(),
  })
}

/**
 * Kudu was seen to answer an upload with `Retryafter: 30`, without the hyphen, for a deployment of seconds. That is no
 * `Retry-After` of RFC 9110, and no client waits for it: the Azure CLI looks every 2 s from the start and
 * Azure/functions-action every 5 s. So only the standard header, which a throttling front end sends, is obeyed.
 */
function askedDelayMs(answer: HttpAnswer | undefined): number {
  return answer === undefined || answer.header('retry-after') === '' ? 0 : (answer.retryAfterMs ?? 0)
}

/** A small package is through in seconds; of a long deployment a tenth of its time is soon enough. */
function paceOf(elapsedMs: number): number {
  return Math.min(5000, Math.max(1000, elapsedMs / 10))
}

interface Finder {
  look(): Promise<Sighting>
}

function openFinder(context: DeployContext, announcedId: string): Finder {
  // The id of the answer is ours, but not every version of the server files the record under it.
  let id = isStable(announcedId) ? announcedId : ''
  return {
    async look() {
      if (id !== '') {
        const sighting = await lookAt(context, id)
        if (sighting.record !== undefined) return sighting
        id = ''
      }
      const { records, ...answer } = await readHistory(context, 1)
      const ours = records.filter((record) => isOurs(context, record))
      // A temporary record goes away; until then it says how far the fetch is.
      const record = ours.find((candidate) => !candidate.isTemporary) ?? ours[0]
      // Of a temporary record only a failure is final: it stays when the package could not be unpacked.
      const isMeaningful =
        record !== undefined && (!record.isTemporary || verdictOf(record.status) !== 'succeeded')
      if (record === undefined || !isMeaningful) return answer
      if (!record.isTemporary) id = record.id
      return { record, ...answer }
    },
  }
}

async function lookAt(context: DeployContext, id: string): Promise<Sighting> {
  const answer = await context.scm.get(`/api/deployments/${encodeURIComponent(id)}`, {
    deadline: context.request.deadline,
    signal: context.request.signal,
    attempts: 1,
    alsoAccepts: [404],
  })
  const record: KuduRecord | undefined =
    answer.status === 404 ? undefined : readRecord(parseJson(answer.body))
  if (record === undefined || record.id !== id) return {}
  return {
    record,
    ...(answer.retryAfterMs === undefined ? {} : { retryAfterMs: answer.retryAfterMs }),
  }
}

function isStable(id: string): boolean {
  return /^[\w-]{1,100}$/.test(id) && !id.toLowerCase().startsWith('temp') && id !== 'latest'
}
