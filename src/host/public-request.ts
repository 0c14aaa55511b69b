/**
 * A public HTTP request on its way through a running host: whether it is taken at all, and for which function. Keys
 * are not looked at.
 */
import { messageOf } from '../errors'
import { decodedPath } from '../functions/routes/request-path'
import { findFunction } from '../functions/routes/route-table'
import { switchingSetting } from '../functions/switched-off'
import type { PublicRequest } from './forwarding'
import {
  callThroughContract,
  forward,
  type HostResponse,
  type InvocationSurroundings,
  NeverReadyError,
  readyPort,
} from './invocation'
import { HostGoneError, hostNotRunning, inTime } from './time-limit'

/**
 * Answers a public HTTP request. Keys are not looked at.
 *
 * @param isAdmin whether the caller has the master key: it calls functions that are switched off, too
 * @returns undefined when the host's process ends first, and the connection breaks
 * @see src/WebJobs.Script.WebHost/Middleware/HostAvailabilityCheckMiddleware.cs and FunctionInvocationMiddleware.cs
 *   in Azure/azure-functions-host
 */
export async function handleRequest(
  parts: InvocationSurroundings,
  request: PublicRequest,
  isAdmin = false,
): Promise<HostResponse | undefined> {
  const availability = parts.availability()
  if (availability === 'gone') return undefined
  if (availability === 'not-running') return textResponse(503, hostNotRunning)
  // HttpThrottleMiddleware.cs and the one for HSTS fail before a function is looked for.
  if (parts.app.refuses !== 'nothing') return emptyResponse(500)
  const match = findFunction(parts.app.routes, request.method, request.path)
  if (match === undefined)
    return decodedPath(request.path) === '/' ? homePage(parts.settings) : emptyResponse(404)
  const { function: target, parameters } = match
  if (!isAdmin && switchingSetting(target.name, parts.settings) !== undefined) return emptyResponse(404)
  if (target.errors.length > 0) return emptyResponse(500)
  const isForwarded = target.isHttpInAndOut && parts.app.forwarding !== 'none'
  try {
    return await inTime(parts, target.name, async (signal) => {
      const port = await readyPort(parts)
      const ask = { parts, port, target, signal }
      return isForwarded ? forward(ask, request) : callThroughContract(ask, parameters, request)
    })
  } catch (thrown) {
    if (thrown instanceof HostGoneError) return undefined
    parts.log.write('error', messageOf(thrown))
    if (thrown instanceof NeverReadyError) parts.dispatcher.giveUp(thrown.message)
    return emptyResponse(500)
  }
}

/** The page itself is long; this is its title. */
const homePageText =
  '<!DOCTYPE html>\n<html>\n<head>\n    <title>Your Azure Function App is up and running.</title>\n</head>\n<body>\n</body>\n</html>\n'

function homePage(settings: Readonly<Record<string, string>>): HostResponse {
  if (settings['AzureWebJobsDisableHomepage']?.toLowerCase() === 'true') return emptyResponse(204)
  return { status: 200, headers: { 'content-type': 'text/html' }, body: Buffer.from(homePageText) }
}

function emptyResponse(status: number): HostResponse {
  return { status, headers: status === 204 ? {} : { 'content-length': '0' }, body: new Uint8Array() }
}

function textResponse(status: number, text: string): HostResponse {
  return { status, headers: { 'content-type': 'text/plain' }, body: Buffer.from(text) }
}
