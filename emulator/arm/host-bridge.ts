/**
 * ARM's bridge to the host's own pages: the caller needs a role and no key, and what the host refuses comes wrapped.
 */
import { askHost } from '../app/host-door'
import type { Answer } from '../server/web-server'
import type { SiteCall } from './call'
import { hostError } from './errors'

/** Why the host cannot be asked at all, in the wrapper's words. */
export function bridgeProblem({ app, parts }: SiteCall): string | undefined {
  const { bridgeFails, front } = parts.faults.forApp(app.key)
  if (bridgeFails !== undefined) return bridgeFails
  return app.state === 'Stopped' || front === 'stopped' || front === 'quota' ? 'Forbidden' : undefined
}

/** Reason phrases without blanks. */
const reasons: Readonly<Record<number, string>> = {
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  415: 'UnsupportedMediaType',
  500: 'InternalServerError',
  503: 'ServiceUnavailable',
}

/** Asks the host for the page that the path names after `/hostruntime`. */
export async function askThroughBridge(call: SiteCall): Promise<Answer> {
  const { app, parts, request } = call
  const problem = bridgeProblem(call)
  if (problem !== undefined) return hostError(problem)
  const path = /\/hostruntime(\/.*)$/i.exec(request.path)?.[1] ?? ''
  // Answers with secrets are not let through for a GET (ArmExtensionResourceFilter.cs of azure-functions-host).
  if (request.method === 'GET' && /\/keys(?:\/|$)/i.test(path)) return hostError('Unauthorized')
  const type = request.headers['content-type']
  const reply = await askHost(parts, app, {
    method: request.method,
    host: app.host,
    path,
    target: path,
    query: new URLSearchParams(),
    headers: {
      host: app.host,
      'x-functions-key': app.masterKey,
      ...(type === undefined ? {} : { 'content-type': type }),
    },
    body: request.body,
  })
  if (reply === 'no-process') return hostError('ServiceUnavailable')
  if (reply === 'broken') return hostError('BadGateway')
  if (reply.status < 300) return reply
  return hostError(reasons[reply.status] ?? String(reply.status))
}
