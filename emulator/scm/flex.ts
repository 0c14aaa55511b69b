/**
 * The deployment server of Flex Consumption: publish, and records that are found by id.
 */
import { randomUUID } from 'node:crypto'
import type { DeploymentRecord } from '../app/state'
import type { Answer } from '../server/web-server'
import { conflictAnswer, isDeploying, type ScmCall, type ScmRoute } from './call'
import { deploymentBody, logBodies } from './deployment-body'

/** Every call that it takes. */
export const flexRoutes: readonly ScmRoute[] = [
  { method: 'POST', path: '/api/publish', handle: publish },
  { method: 'GET', path: '/api/isdeploying', handle: isDeploying },
  { method: 'GET', path: '/api/settings', handle: ({ app }) => ({ status: 200, body: { ...app.settings } }) },
  {
    method: 'GET',
    path: '/api/deployments',
    handle: ({ app }) => ({
      status: 200,
      body: app.deployments.map((record) => deploymentBody(app, record)),
    }),
  },
  { method: 'GET', path: '/api/deployments/{id}', handle: (call) => withRecord(call, poll) },
  { method: 'GET', path: '/api/deployments/{id}/log', handle: (call) => withRecord(call, log) },
]

function withRecord(call: ScmCall, show: (call: ScmCall, record: DeploymentRecord) => Answer): Answer {
  const { deployments } = call.app
  const id = call.groups['id']?.toLowerCase()
  const record = id === 'latest' ? deployments[0] : deployments.find((each) => each.id === id)
  return record === undefined ? { status: 404 } : show(call, record)
}

function publish({ app, parts, request, query }: ScmCall): Answer {
  if (!/^application\/zip\b/i.test(request.headers['content-type'] ?? '')) {
    return {
      status: 415,
      body: { error: 'Unsupported media type: the package has to be sent as application/zip.' },
    }
  }
  parts.runs.receive(app, request.body)
  if (app.lockedBy !== undefined) return conflictAnswer('lock')
  const { record } = parts.runs.begin(app, request.body, {
    author: query('author') ?? '',
    deployer: query('deployer') ?? 'LegionOneDeploy',
    message: query('message') ?? '',
    isRemoteBuild: /^true$/i.test(query('RemoteBuild') ?? ''),
  })
  return {
    status: 202,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      location: `https://${app.scmHost}/api/deployments/${record.id}`,
      'x-ms-correlation-id': randomUUID(),
    },
    body: JSON.stringify(record.id),
  }
}

function poll({ app, parts }: ScmCall, record: DeploymentRecord): Answer {
  const { initialNotFound, recycledAfterPolls } = parts.faults.forApp(app.key)
  if (parts.faults.take(`${app.key}:not-found:${record.id}`, initialNotFound)) return { status: 404 }
  if (recycledAfterPolls !== undefined && record.polls >= recycledAfterPolls) return { status: 404 }
  record.polls += 1
  return { status: 200, body: deploymentBody(app, record) }
}

function log({ app, parts }: ScmCall, record: DeploymentRecord): Answer {
  if (parts.faults.forApp(app.key).logNotFound) return { status: 404 }
  return { status: 200, body: logBodies(app, record) }
}
