/**
 * The deployment server of App Service plans (and of Linux Consumption): zipdeploy and its history.
 */

import { randomUUID } from 'node:crypto'
import type { App, DeploymentRecord } from '../app/state'
import type { Answer } from '../server/web-server'
import { conflictAnswer, type ScmCall } from './call'
import { deploymentBody, logBodies } from './deployment-body'

/**
 * Answers one request to `/api/…`.
 *
 * @param call an authorised request
 */
export async function kuduAnswer(call: ScmCall): Promise<Answer> {
  const { request } = call
  const path = request.path.replace(/\/$/, '')
  const at = `${request.method} ${path.toLowerCase()}`
  if (at === 'POST /api/zipdeploy') return await zipDeploy(call)
  if (at === 'POST /api/publish') return await oneDeploy(call)
  if (at === 'GET /api/isdeploying') {
    return { status: 200, body: { value: call.app.lockedBy === undefined ? 'False' : 'True', msg: '' } }
  }
  if (path.toLowerCase().startsWith('/api/settings')) return settings(call, path)
  if (at === 'GET /api/deployments') return history(call)
  const found = /^\/api\/deployments\/(?<id>[^/]+)(?<log>\/log(?:\/(?<entry>[^/]+))?)?$/i.exec(path)?.groups
  if (!found?.['id']) return text(404, 'No HTTP resource was found that matches the request URI.')
  if (request.method === 'GET') {
    return found['log'] === undefined
      ? oneDeployment(call, found['id'])
      : log(call, found['id'], found['entry'])
  }
  // A pushed zip has no repository behind it, so nothing can be deployed again from the history.
  if (request.method === 'PUT') return text(404, `Deployment '${found['id']}' not found.`)
  return { status: 405 }
}

async function oneDeploy(call: ScmCall): Promise<Answer> {
  const type = call.query('type') ?? ''
  return type.toLowerCase() === 'zip' ? await zipDeploy(call) : text(400, `type='${type}' not recognized`)
}

async function zipDeploy({ app, parts, request, query }: ScmCall): Promise<Answer> {
  // The whole body is stored before any of these checks, so a refusal costs a full upload.
  parts.runs.receive(app, request.body)
  if (/^https?:/i.test(app.settings['WEBSITE_RUN_FROM_PACKAGE'] ?? '')) return conflictAnswer('run-from-url')
  if (app.isSwapping) return conflictAnswer('auto-swap')
  if (app.lockedBy !== undefined) return conflictAnswer('lock')
  const deployer = query('deployer') ?? 'Push-Deployer'
  const { record, done } = parts.runs.begin(app, request.body, {
    author: query('author') ?? 'N/A',
    deployer,
    message: query('message') ?? 'Created via a push deployment',
    isRemoteBuild: false,
  })
  if (!/^true$/i.test(query('isAsync') ?? '')) {
    await done
    return { status: 200 }
  }
  const time = new Date().toISOString().slice(0, 19).replace('T', '_').replaceAll(':', '-')
  return {
    status: 202,
    headers: {
      location: `https://${app.scmHost}/api/deployments/latest?deployer=${encodeURIComponent(deployer)}&time=${time}Z`,
      'scm-deployment-id': parts.faults.forApp(app.key).guidDeploymentId ? randomUUID() : record.id,
      retryafter: String(parts.latencies.retryAfterSeconds),
      server: 'Kestrel',
    },
  }
}

function history({ app, request }: ScmCall): Answer {
  const etag = `"${app.deployments.length}-${app.deployments.map((each) => each.status).join('')}"`
  if (request.headers['if-none-match'] === etag) return { status: 304, headers: { etag } }
  return {
    status: 200,
    headers: { etag },
    body: newestFirst(app).map((record) => deploymentBody(app, record)),
  }
}

function oneDeployment({ app }: ScmCall, id: string): Answer {
  if (id.toLowerCase() === 'latest') return latest(app)
  const record = app.deployments.find((each) => each.id === id)
  if (!record) return text(404, `Deployment '${id}' not found.`)
  record.polls += 1
  const shown = app.lockedBy === undefined ? record.status : 0
  return { status: 200, body: deploymentBody(app, record, shown) }
}

function latest(app: App): Answer {
  const running = newestFirst(app).find((each) => each.endedAtMs === undefined)
  if (running) {
    const location = `https://${app.scmHost}/api/deployments/latest`
    return { status: 202, headers: { location }, body: deploymentBody(app, running, 0) }
  }
  const [last] = [...app.deployments].sort((one, other) => (other.endedAtMs ?? 0) - (one.endedAtMs ?? 0))
  return last ? { status: 200, body: deploymentBody(app, last) } : text(404, "Deployment 'latest' not found.")
}

function log({ app, parts }: ScmCall, id: string, entry: string | undefined): Answer {
  const record = app.deployments.find((each) => each.id === id)
  if (!record || parts.faults.forApp(app.key).logNotFound) return text(404, `No log found for '${id}'.`)
  return { status: 200, body: logBodies(app, record, entry) }
}

function settings({ app, parts, request }: ScmCall, path: string): Answer {
  if (request.method === 'GET') return { status: 200, body: { ...app.settings } }
  if (app.lockedBy !== undefined) return conflictAnswer('lock')
  if (request.method === 'DELETE') {
    const name = decodeURIComponent(path.split('/')[3] ?? '')
    const { [name]: _, ...rest } = app.settings
    parts.lifecycle.changeSettings(app, rest)
    return { status: 204 }
  }
  try {
    const added = JSON.parse(request.body.toString('utf8')) as Record<string, string>
    parts.lifecycle.changeSettings(app, { ...app.settings, ...added })
    return { status: 204 }
  } catch {
    return text(400, 'The request body is not JSON.')
  }
}

function newestFirst(app: App): readonly DeploymentRecord[] {
  return [...app.deployments].sort((one, other) => other.receivedAtMs - one.receivedAtMs)
}

function text(status: number, body: string): Answer {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body }
}
