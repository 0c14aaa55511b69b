/** Flex Consumption: `POST /api/publish`, then the record with the id that was answered. */

import { parseJson } from '../../text/json-value'
import { type HttpAnswer, HttpError } from '../http'
import { type DeployContext, type Deployment, deployerPrefix, messageText } from './deploy-context'
import { isOurs, readHistory } from './deployment-queue'
import { type KuduRecord, readRecord } from './deployment-record'
import { type Sighting, watchDeployment } from './deployment-watch'
import { type Published, publish } from './publish'

/**
 * Deploys to a Flex app. Without a remote build: the binary is built already.
 *
 * @throws ActionError or HttpError, which `deployPackage` turns into findings
 */
export async function deployFlex(context: DeployContext): Promise<Deployment> {
  const query = new URLSearchParams({
    RemoteBuild: 'false',
    deployer: `${deployerPrefix}${context.token}`,
    message: messageText(context),
  })
  // Any other content type is answered 415. This server may not keep message and deployer: after a lost answer
  // the only new record is taken for ours when it carries nobody else's message.
  const published = await publish(context, `/api/publish?${query}`, 'application/zip', isAnonymous)
  let id = published.record?.id ?? idFrom(published.answer)
  let wasSeen = false
  context.progress.id = id
  return watchDeployment(context, {
    way: 'flex',
    // What the service's own team recommends.
    intervalMs: () => 1000,
    appearsWithinMs: 30_000,
    firstDelayMs: published.answer?.retryAfterMs ?? 0,
    logPath: (recordId) => `/api/deployments/${encodeURIComponent(recordId)}/log`,
    look: async () => {
      if (id === '') {
        id = (await findUnnamed(context, published))?.id ?? ''
        if (id === '') return {}
        context.progress.id = id
      }
      const sighting = await lookAt(context, id)
      if (sighting.record !== undefined) wasSeen = true
      // A 404 after a good answer: the worker that deployed is gone, and with it perhaps the record.
      return wasSeen && sighting.record === undefined ? lookInHistory(context, id) : sighting
    },
  })
}

// The answer is a JSON string with the id; the same id is the last part of Location.
function idFrom(answer: HttpAnswer | undefined): string {
  if (answer === undefined) return ''
  const body = parseJson(answer.body)
  const fromBody = typeof body === 'string' ? body : (readRecord(body)?.id ?? '')
  const location = answer.header('location').split(/[?#]/)[0]?.split('/').at(-1) ?? ''
  const id = fromBody || location
  return /^[\w-]{1,100}$/.test(id) && id !== 'latest' ? id : ''
}

async function lookAt(context: DeployContext, id: string): Promise<Sighting> {
  const answer = await context.scm.get(`/api/deployments/${encodeURIComponent(id)}`, {
    deadline: context.request.deadline,
    signal: context.request.signal,
    attempts: 1,
    alsoAccepts: [404],
  })
  const record = answer.status === 404 ? undefined : readRecord(parseJson(answer.body))
  return {
    ...(record === undefined ? { problem: describeAnswer(context, id, answer) } : { record }),
    ...(answer.retryAfterMs === undefined ? {} : { retryAfterMs: answer.retryAfterMs }),
  }
}

function describeAnswer({ scm }: DeployContext, id: string, { status, body, requestId }: HttpAnswer): string {
  const url = `https://${scm.host}/api/deployments/${encodeURIComponent(id)}`
  return new HttpError({ method: 'GET', url, status, body, requestId }).message
}

async function lookInHistory(context: DeployContext, id: string): Promise<Sighting> {
  const { records, ...answer } = await readHistory(context, 3)
  const record = records.find((candidate) => candidate.id === id)
  return record === undefined ? { isGone: true } : { record, ...answer }
}

async function findUnnamed(context: DeployContext, published: Published): Promise<KuduRecord | undefined> {
  const { records } = await readHistory(context, 1)
  const fresh = records.filter((record) => !published.before.has(record.id))
  return (
    fresh.find((record) => isOurs(context, record)) ??
    (fresh.length === 1 ? fresh.find(isAnonymous) : undefined)
  )
}

function isAnonymous(record: KuduRecord): boolean {
  return record.message === '' && (record.deployer === '' || record.deployer === 'LegionOneDeploy')
}
