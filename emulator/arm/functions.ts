/**
 * ARM calls about the functions of an app: lists, keys, trigger sync, and the bridge to the host's admin API.
 */

import { hostStatus } from '../app/host-status'
import type { FunctionFacts } from '../app/state'
import type { Answer } from '../server/web-server'
import type { SiteCall, SiteRoute } from './call'
import { armError, hostError } from './errors'
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
    path: /^\/functions$/i,
    action: 'functions/read',
    handle: (call) => ({
      status: 200,
      body: { value: listed(call).map((each) => functionBody(call.app, each)), nextLink: null },
    }),
  },
  { method: 'GET', path: /^\/functions\/(?<fn>[^/]+)$/i, action: 'functions/read', handle: oneFunction },
  {
    method: 'POST',
    path: /^\/functions\/(?<fn>[^/]+)\/listkeys$/i,
    action: 'functions/listkeys/action',
    handle: ({ app }) => ({ status: 200, body: { default: app.masterKey } }),
  },
  {
    method: 'POST',
    path: /^\/host\/default\/listkeys$/i,
    action: 'host/listkeys/action',
    handle: ({ app }) =>
      app.state === 'Stopped'
        ? hostError('Forbidden')
        : { status: 200, body: { masterKey: app.masterKey, functionKeys: {}, systemKeys: {} } },
  },
  {
    method: 'POST',
    path: /^\/host\/default\/sync$/i,
    action: 'host/sync/action',
    handle: (call) => sync(call, { status: 204 }),
  },
  {
    method: 'POST',
    path: /^\/syncfunctiontriggers$/i,
    action: 'syncfunctiontriggers/action',
    // The specification says 204; the service answers 200.
    handle: (call) => sync(call, { status: 200 }),
  },
  {
    method: 'POST',
    path: /^\/hostruntime\/admin\/host\/synctriggers$/i,
    action: 'hostruntime/host/synctriggers/action',
    handle: (call) => sync(call, { status: 200, body: { status: 'success' } }),
  },
  {
    method: 'GET',
    path: /^\/hostruntime\/admin\/host\/status$/i,
    action: 'hostruntime/host/read',
    handle: ({ app, parts }) =>
      app.state === 'Stopped'
        ? hostError('Forbidden')
        : { status: 200, body: hostStatus(app, parts.faults, parts.lifecycle) },
  },
]

async function sync({ app, parts }: SiteCall, done: Answer): Promise<Answer> {
  if (parts.faults.take(`${app.key}:sync`, parts.faults.forApp(app.key).syncTriggers400)) {
    return hostError('ServiceUnavailable')
  }
  return (await parts.lifecycle.syncTriggers(app)) ? done : hostError('Forbidden')
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
