/**
 * The deployment server of Flex Consumption: publish, and records that are found by id.
 */
import { randomUUID } from 'node:crypto'
import type { DeploymentRecord } from '../app/state'
import type { Answer } from '../server/web-server'
import { conflictAnswer, type ScmCall } from './call'
import { deploymentBody, logBodies } from './deployment-body'

/**
 * Answers one request to `/api/…`.
 *
 * @param call an authorised request
 */
export function flexAnswer(call: ScmCall): Answer {
  const { request, app } = call
  const path = request.path.replace(/\/$/, '').toLowerCase()
  const at = `${request.method} ${path}`
  if (at === 'POST /api/publish') return publish(call)
  if (at === 'GET /api/settings') return { status: 200, body: { ...app.settings } }
  if (path === '/api/settings') return { status: 405 }
  if (at === 'GET /api/isdeploying') {
    return { status: 200, body: { value: app.lockedBy === undefined ? 'False' : 'True', msg: '' } }
  }
  if (at === 'GET /api/deployments') {
    return { status: 200, body: app.deployments.map((record) => deploymentBody(app, record)) }
  }
  const found = /^\/api\/deployments\/(?<id>[^/]+)(?<log>\/log)?$/.exec(path)?.groups
  if (request.method !== 'GET' || !found?.['id']) return { status: 404 }
  const { id } = found
  const record = id === 'latest' ? app.deployments[0] : app.deployments.find((each) => each.id === id)
  if (!record) return { status: 404 }
  return found['log'] === undefined ? poll(call, record) : log(call, record)
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
