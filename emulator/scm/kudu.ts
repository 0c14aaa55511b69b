/**
 * The deployment server of App Service plans (and of Linux Consumption): zipdeploy and its history.
 */

import { randomUUID } from 'node:crypto'
import type { App, DeploymentRecord } from '../app/state'
import type { Answer } from '../server/web-server'
import { conflictAnswer, isDeploying, type ScmCall, type ScmRoute } from './call'
import { deploymentBody, logBodies } from './deployment-body'

/** Every call that it takes. */
export const kuduRoutes: readonly ScmRoute[] = [
  { method: 'POST', path: '/api/zipdeploy', handle: zipDeploy },
  { method: 'POST', path: '/api/publish', handle: oneDeploy },
  { method: 'GET', path: '/api/isdeploying', handle: isDeploying },
  { method: 'GET', path: '/api/settings', handle: ({ app }) => ({ status: 200, body: { ...app.settings } }) },
  { method: 'POST', path: '/api/settings', handle: addSettings },
  { method: 'DELETE', path: '/api/settings/{name}', handle: deleteSetting },
  { method: 'GET', path: '/api/deployments', handle: history },
  { method: 'GET', path: '/api/deployments/{id}', handle: oneDeployment },
  // A pushed zip has no repository behind it, so nothing can be deployed again from the history.
  { method: 'PUT', path: '/api/deployments/{id}', handle: ({ groups }) => noDeployment(groups['id'] ?? '') },
  { method: 'GET', path: '/api/deployments/{id}/log', handle: log },
  { method: 'GET', path: '/api/deployments/{id}/log/{entry}', handle: log },
]

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

function oneDeployment({ app, groups }: ScmCall): Answer {
  const id = decodeURIComponent(groups['id'] ?? '')
  if (id.toLowerCase() === 'latest') return latest(app)
  const record = app.deployments.find((each) => each.id === id)
  if (!record) return noDeployment(id)
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
  return last ? { status: 200, body: deploymentBody(app, last) } : noDeployment('latest')
}

function noDeployment(id: string): Answer {
  return text(404, `Deployment '${id}' not found.`)
}

function log({ app, parts, groups }: ScmCall): Answer {
  const id = decodeURIComponent(groups['id'] ?? '')
  const record = app.deployments.find((each) => each.id === id)
  if (!record || parts.faults.forApp(app.key).logNotFound) return text(404, `No log found for '${id}'.`)
  return { status: 200, body: logBodies(app, record, groups['entry']) }
}

function addSettings({ app, parts, request }: ScmCall): Answer {
  if (app.lockedBy !== undefined) return conflictAnswer('lock')
  try {
    const added = JSON.parse(request.body.toString('utf8')) as Record<string, string>
    parts.lifecycle.changeSettings(app, { ...app.settings, ...added })
    return { status: 204 }
  } catch {
    return text(400, 'The request body is not JSON.')
  }
}

function deleteSetting({ app, parts, groups }: ScmCall): Answer {
  if (app.lockedBy !== undefined) return conflictAnswer('lock')
  const { [decodeURIComponent(groups['name'] ?? '')]: _, ...rest } = app.settings
  parts.lifecycle.changeSettings(app, rest)
  return { status: 204 }
}

function newestFirst(app: App): readonly DeploymentRecord[] {
  return [...app.deployments].sort((one, other) => other.receivedAtMs - one.receivedAtMs)
}

function text(status: number, body: string): Answer {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body }
}
