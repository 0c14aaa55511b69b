/**
 * ARM calls about the functions of an app: lists, keys, trigger sync, and the bridge to the host's admin API.
 */

import { functionKey, hostKey } from '../app/host-keys'
import type { FunctionFacts } from '../app/publication'
import type { Answer } from '../server/web-server'
import type { SiteCall, SiteRoute } from './call'
import { armError, hostError } from './errors'
import { askThroughBridge, bridgeProblem } from './host-bridge'
import { functionBody } from './site-body'

const warmUp: FunctionFacts = {
  name: 'WarmUp',
  bindings: [{ type: 'httpTrigger', direction: 'in', name: 'req', route: 'WarmUp' }],
  isDisabled: false,
  urlPath: '/api/WarmUp',
}

/** Calls below `S` that concern functions and the host. */
export const functionRoutes: readonly SiteRoute[] = [
  {
    method: 'GET',
    path: '/functions',
    action: 'functions/read',
    handle: (call) => ({
      status: 200,
      body: { value: listed(call).map((each) => functionBody(call.app, each)), nextLink: null },
    }),
  },
  { method: 'GET', path: '/functions/{fn}', action: 'functions/read', handle: oneFunction },
  {
    method: 'POST',
    path: '/functions/{fn}/listkeys',
    action: 'functions/listkeys/action',
    handle: listFunctionKeys,
  },
  {
    method: 'POST',
    path: '/host/default/listkeys',
    action: 'host/listkeys/action',
    handle: listHostKeys,
  },
  {
    method: 'POST',
    path: '/host/default/sync',
    action: 'host/sync/action',
    handle: (call) => sync(call, { status: 204 }),
  },
  {
    method: 'POST',
    path: '/syncfunctiontriggers',
    action: 'syncfunctiontriggers/action',
    // The specification says 204; the service answers 200.
    handle: (call) => sync(call, { status: 200 }),
  },
  {
    method: 'POST',
    path: '/hostruntime/admin/host/synctriggers',
    action: 'hostruntime/host/synctriggers/action',
    handle: (call) => sync(call, { status: 200, body: { status: 'success' } }),
  },
  ...['host', 'functions'].flatMap((pages) =>
    ['GET', 'POST'].flatMap((method) =>
      [`/hostruntime/admin/${pages}`, `/hostruntime/admin/${pages}/{*page}`].map((path) => ({
        method,
        path,
        action: `hostruntime/${pages}/${method === 'GET' ? 'read' : 'action'}`,
        handle: askThroughBridge,
      })),
    ),
  ),
]

async function sync(call: SiteCall, done: Answer): Promise<Answer> {
  const { app, parts } = call
  if (parts.faults.take(`${app.key}:sync`, parts.faults.forApp(app.key).syncTriggers400)) {
    return hostError('ServiceUnavailable')
  }
  const problem = bridgeProblem(call) ?? (await parts.lifecycle.syncTriggers(app))
  return problem === undefined ? done : hostError(problem)
}

function listHostKeys(call: SiteCall): Answer {
  const { app, parts } = call
  const problem = bridgeProblem(call)
  if (problem !== undefined) return hostError(problem)
  const key = hostKey(app)
  parts.secrets.add(key)
  return { status: 200, body: { masterKey: app.masterKey, functionKeys: { default: key }, systemKeys: {} } }
}

async function listFunctionKeys(call: SiteCall): Promise<Answer> {
  const { app, parts, groups } = call
  const problem = bridgeProblem(call)
  if (problem !== undefined) return hostError(problem)
  const name = decodeURIComponent(groups['fn'] ?? '')
  const publication = await parts.lifecycle.runtimeOf(app).publication(app)
  if (publication === undefined) return hostError('ServiceUnavailable')
  const isKnown = publication.functions.some((each) => each.name.toLowerCase() === name.toLowerCase())
  if (!isKnown) return armError(404, 'NotFound', `Function with name '${name}' does not exist.`)
  const key = functionKey(app, name)
  parts.secrets.add(key)
  return { status: 200, body: { default: key } }
}

function listed({ app, parts }: SiteCall): readonly FunctionFacts[] {
  const step = parts.faults.step(`${app.key}:listing`, parts.faults.forApp(app.key).listing)
  if (step?.listing === 'empty') return []
  if (step?.listing === 'warm-up') return [warmUp]
  if (step?.listing === 'stale') return [{ ...warmUp, name: 'Removed', urlPath: '/api/Removed' }]
  return app.synced
}

function oneFunction({ app, groups }: SiteCall): Answer {
  const wanted = decodeURIComponent(groups['fn'] ?? '')
  const found = app.synced.find((each) => each.name.toLowerCase() === wanted.toLowerCase())
  if (found) return { status: 200, body: functionBody(app, found) }
  return armError(404, 'NotFound', `Function with name '${wanted}' does not exist.`)
}
