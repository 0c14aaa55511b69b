/**
 * The way to an app's host, from its public name and through ARM's bridge: what a fault says in the host's place, and
 * a host that does not run for a reason outside of its package.
 */
import type { FaultBook } from '../server/faults'
import type { Answer, Service, WebRequest } from '../server/service'
import type { AppLifecycle } from './lifecycle'
import { badGateway, frontAnswer, stopped, unavailable } from './platform-pages'
import type { HostReply } from './publication'
import type { App } from './state'

export interface HostDoor {
  readonly faults: FaultBook
  readonly lifecycle: AppLifecycle
}

const brokenBySwap =
  'A host error has occurred during startup operation: the settings of this slot are missing.'

/** Asks the host, whoever may come in. */
export async function askHost(
  { faults, lifecycle }: HostDoor,
  app: App,
  request: WebRequest,
): Promise<HostReply> {
  const path = request.path.toLowerCase()
  const error = app.isBrokenBySwap ? brokenBySwap : lifecycle.packageErrors.get(app.key)
  if (error !== undefined && !/^\/admin(?:\/|$)/.test(path)) {
    return { status: 503, body: 'Function host is not running.' }
  }
  const reply = await lifecycle.runtimeOf(app).ask(request, app)
  if (typeof reply === 'string' || path !== '/admin/host/status' || reply.status !== 200) return reply
  const step = faults.step(`${app.key}:host`, faults.forApp(app.key).host)
  if (step !== undefined) return withState(reply, step.state, step.errors)
  return error === undefined ? reply : withState(reply, 'Error', [error])
}

function withState(reply: Answer, state: string, errors: readonly string[] = []): Answer {
  const { errors: _, ...body } = JSON.parse(String(reply.body)) as Record<string, unknown>
  return { status: 200, body: { ...body, state, ...(errors.length > 0 ? { errors } : {}) } }
}

/**
 * The service behind an app's public host name.
 *
 * @param tenantId of its sign-in, where it has one
 */
export function publicSite(app: App, door: HostDoor, tenantId: string): Service {
  return {
    name: `app:${app.key}`,
    handle: async (request) => {
      if (app.state === 'Stopped') return stopped
      const { front } = door.faults.forApp(app.key)
      if (front !== undefined) return frontAnswer(front, request, tenantId)
      const reply = await askHost(door, app, request)
      if (reply === 'no-process') return unavailable
      return reply === 'broken' ? badGateway : reply
    },
  }
}
