/**
 * The SCM site of one app: who may come in, and the faults that every SCM request can meet.
 * Which deployment server answers depends on the plan.
 */

import { blocked, ipForbidden, page, stopped } from '../app/platform-pages'
import type { App } from '../app/state'
import { isAllowed } from '../entra/identities'
import { pause } from '../server/latencies'
import { routed } from '../server/route-table'
import type { Answer, RequestHead, Service } from '../server/web-server'
import { conflictAnswer, type ScmCall, type ScmParts } from './call'
import { flexRoutes } from './flex'
import { kuduRoutes } from './kudu'

/** Requests that carry a package. */
const deploymentPath = /^\/api\/(zipdeploy|publish)\/?$/i

/**
 * The SCM service of one app or slot.
 *
 * @param app whose site
 * @param parts tokens, deployments and faults
 */
export function scmSite(app: App, parts: ScmParts): Service {
  return {
    name: `scm:${app.key}`,
    early: (head) => admit(app, parts, head),
    async handle(request) {
      await pause(app.hasWarmScm ? parts.latencies.pollMs : parts.latencies.scmColdStartMs)
      app.hasWarmScm = true
      const call = { app, parts, request, query: (name: string) => caselessQuery(request, name) }
      const answer = isDeployment(request) ? await deploy(call) : await ask(call)
      return { ...answer, headers: { ...affinity(app), ...answer.headers } }
    },
  }
}

async function admit(app: App, parts: ScmParts, head: RequestHead): Promise<Answer | undefined> {
  const faults = parts.faults.forApp(app.key)
  if (
    parts.faults.take(`${app.key}:unavailable`, faults.unavailable) ||
    Date.now() < app.unavailableUntilMs
  ) {
    return page(503, 'Site Unavailable', 'The service is unavailable.', {
      'x-ms-correlation-id': '00000000-0000-4000-8000-000000000503',
    })
  }
  if (faults.forbidden === 'ip') return ipForbidden
  if (faults.forbidden === 'closed' || faults.front === 'closed') return blocked
  const isStopped = app.state === 'Stopped' || faults.front === 'stopped' || faults.front === 'quota'
  if (faults.forbidden === 'stopped' || isStopped) return stopped
  const refused = await authenticate(app, parts, head)
  if (refused) return refused
  const { conflict } = faults
  if (conflict?.when === 'before-body' && isDeployment(head) && takeConflict(app, parts)) {
    return conflictAnswer(conflict.reason)
  }
  return undefined
}

async function authenticate(app: App, parts: ScmParts, head: RequestHead): Promise<Answer | undefined> {
  const unauthorized: Answer = {
    status: 401,
    headers: { 'www-authenticate': 'Basic realm="site"', 'content-type': 'text/plain' },
    body: '401 - Unauthorized: Access is denied due to invalid credentials.',
  }
  const header = head.headers.authorization
  const basic = /^Basic (.+)$/i.exec(header ?? '')?.[1]
  if (basic !== undefined) {
    const { user, password } = app.publishing
    const isRight = Buffer.from(basic, 'base64').toString('utf8') === `${user}:${password}`
    return app.spec.allowsBasicPublishing && isRight ? undefined : unauthorized
  }
  const { rejectAudience, forbidden } = parts.faults.forApp(app.key)
  const audiences = [
    ...(rejectAudience === 'app-service' ? [] : [parts.appServiceAudience]),
    ...(rejectAudience === 'arm' ? [] : parts.armAudiences()),
  ]
  const verdict = await parts.tokens.check(header, audiences)
  if (verdict.kind !== 'valid') return unauthorized
  const action = app.slot ? 'Microsoft.Web/sites/slots/publish/action' : 'Microsoft.Web/sites/publish/action'
  if (forbidden === 'publish' || !isAllowed(verdict.principal, action, app.id)) {
    return { status: 403, headers: { 'content-type': 'text/plain' }, body: '' }
  }
  return undefined
}

async function deploy(call: Omit<ScmCall, 'groups'>): Promise<Answer> {
  const { app, parts } = call
  const faults = parts.faults.forApp(app.key)
  await pause(parts.latencies.publishMs)
  if (parts.faults.take(`${app.key}:lost-request`, faults.lostRequest)) return { status: 0, reset: true }
  if (faults.conflict?.when === 'after-body' && takeConflict(app, parts)) {
    return conflictAnswer(faults.conflict.reason)
  }
  const answer = await ask(call)
  if (answer.status !== 202) return answer
  if (parts.faults.take(`${app.key}:lost-answer`, faults.lostAnswer)) return { status: 0, reset: true }
  if (faults.answer200) return { status: 200 }
  if (!faults.withoutLocation) return answer
  const { location: _, ...headers } = answer.headers ?? {}
  return { ...answer, headers }
}

function ask(call: Omit<ScmCall, 'groups'>): Promise<Answer> | Answer {
  const isFlex = call.app.spec.plan === 'flex-consumption'
  const { method, path } = call.request
  const { route, groups, methods } = routed(isFlex ? flexRoutes : kuduRoutes, method, path)
  if (route) return route.handle({ ...call, groups })
  if (methods.length > 0) return { status: 405, headers: { allow: methods.join(', ') } }
  const note = 'no emulated call'
  if (isFlex) return { status: 404, note }
  const headers = { 'content-type': 'text/plain; charset=utf-8' }
  return { status: 404, headers, body: 'No HTTP resource was found that matches the request URI.', note }
}

function isDeployment(head: RequestHead): boolean {
  return head.method === 'POST' && deploymentPath.test(head.path)
}

function takeConflict(app: App, parts: ScmParts): boolean {
  const { conflict } = parts.faults.forApp(app.key)
  return parts.faults.take(`${app.key}:conflict`, conflict?.times ?? 1)
}

function affinity(app: App): Readonly<Record<string, readonly string[]>> {
  const value = Buffer.from(app.key).toString('hex')
  return {
    'set-cookie': [
      `ARRAffinity=${value};Path=/;HttpOnly;Secure`,
      `ARRAffinitySameSite=${value};Path=/;HttpOnly;SameSite=None;Secure`,
    ],
  }
}

function caselessQuery(request: RequestHead, name: string): string | undefined {
  for (const [key, value] of request.query) if (key.toLowerCase() === name.toLowerCase()) return value
  return undefined
}
