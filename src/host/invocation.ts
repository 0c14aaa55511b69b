/**
 * One request or invocation on its way through a running host: route, wait for the handler, forward or post
 * the contract, turn the handler's answer into the caller's.
 */
import { randomUUID } from 'node:crypto'
import { decodedPath, pathPieces } from '../functions/routes/request-path'
import { findFunction, type RouteMatch } from '../functions/routes/route-table'
import type { HostApp } from './app'
import { type ContractResult, contractRequest, httpAnswer, httpInput, readContractResponse } from './contract'
import type { Dispatcher } from './dispatcher'
import { exchange, exchangeFollowing } from './exchange'
import { forwardedRequest, type PublicRequest, returnedHeaders } from './forwarding'
import type { HostFunction } from './function-list'
import type { HostLog } from './host-log'

export interface HostResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  readonly body: Uint8Array
}

/** The outcome of one invocation that no HTTP client waits for. */
export type Invocation =
  | {
      readonly succeeded: true
      readonly outputs: Readonly<Record<string, unknown>>
      readonly returnValue: unknown
    }
  | { readonly succeeded: false; readonly error: string }

/** What an invocation needs of its host. */
export interface InvocationSurroundings {
  readonly app: HostApp
  readonly log: HostLog
  readonly dispatcher: Dispatcher
  readonly callable: readonly HostFunction[]
  readonly origin: string
  readonly waitMs: number
  isRunning(): boolean
}

/**
 * Answers a public HTTP request.
 *
 * @param parts the host
 * @param request the request as the client sent it
 * @returns what the host answers: 404 without a matching function, 503 without a running handler
 * @see src/WebJobs.Script.WebHost/Middleware/HostAvailabilityCheckMiddleware.cs in Azure/azure-functions-host
 */
export async function handleRequest(
  parts: InvocationSurroundings,
  request: PublicRequest,
): Promise<HostResponse> {
  if (!parts.isRunning()) return textResponse(503, 'Function host is not running.')
  const match = findFunction(parts.app.routes, request.method, request.path)
  if (match === undefined) return isRoot(request.path) ? homePage : textResponse(404, '')
  // A disabled function keeps its route, also before others that match.
  if (!parts.callable.some(({ name }) => name === match.function.name)) return textResponse(404, '')
  const port = await readyPort(parts)
  if (port === undefined) return textResponse(503, 'Function host is not running.')
  const { forwarding } = parts.app
  const isForwarded = match.function.isHttpInAndOut && forwarding !== 'none'
  return isForwarded
    ? forward(parts, port, match.function, request)
    : callThroughContract(parts, port, match, request)
}

function isRoot(path: string): boolean {
  return pathPieces(decodedPath(path)).length === 0
}

/** What HomepageMiddleware.cs answers when no function takes the request; the page itself is shortened to its title. */
const homePage: HostResponse = {
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: Buffer.from(
    '<!DOCTYPE html>\n<html>\n<head>\n    <title>Your Azure Function App is up and running.</title>\n</head>\n</html>\n',
  ),
}

async function readyPort({ dispatcher, waitMs }: InvocationSurroundings): Promise<number | undefined> {
  return (await dispatcher.waitUntilReady(waitMs)) ? dispatcher.port : undefined
}

async function forward(
  { app, log }: InvocationSurroundings,
  port: number,
  { name }: HostFunction,
  request: PublicRequest,
): Promise<HostResponse> {
  const outgoing = forwardedRequest(request, {
    mode: app.forwarding === 'proxy' ? 'proxy' : 'forward',
    invocationId: randomUUID(),
    ...(app.isLegacy ? { legacyFunctionName: name } : {}),
  })
  try {
    const response = await exchange(port, outgoing)
    return { status: response.status, headers: returnedHeaders(response), body: response.body }
  } catch (thrown) {
    const text = connectionText(thrown, port)
    log.write(
      'error',
      app.forwarding === 'proxy' ? `Failed to proxy request with ForwarderError: ${text}` : text,
    )
    return textResponse(500, '')
  }
}

async function callThroughContract(
  parts: InvocationSurroundings,
  port: number,
  { function: target, parameters }: RouteMatch<HostFunction>,
  request: PublicRequest,
): Promise<HostResponse> {
  const url = new URL(`${parts.origin}${request.path}`).href
  const given = Object.entries(parameters).filter(([, value]) => value !== null)
  const metadata = { ...Object.fromEntries(given), ...systemMetadata(target.name) }
  const result = await post(parts, port, target, httpInput(request, url, parameters), metadata)
  return typeof result === 'string' ? textResponse(500, '') : httpAnswer(result, target.bindings)
}

/**
 * Invokes a function through the contract, as a listener of its trigger does.
 *
 * @param parts the host
 * @param functionName the function's name in any case
 * @param payload the value of its trigger binding
 * @param metadata binding data
 * @returns the handler's result, or the text that the host logs
 */
export async function invokeFunction(
  parts: InvocationSurroundings,
  functionName: string,
  payload: unknown,
  metadata: Readonly<Record<string, unknown>>,
): Promise<Invocation> {
  const target = parts.callable.find(({ name }) => name.toLowerCase() === functionName.toLowerCase())
  if (!parts.isRunning()) return { succeeded: false, error: 'Function host is not running.' }
  if (target === undefined)
    return { succeeded: false, error: `The function '${functionName}' is not listed.` }
  const port = await readyPort(parts)
  if (port === undefined) return { succeeded: false, error: 'Function host is not running.' }
  const result = await post(parts, port, target, payload, { ...metadata, ...systemMetadata(target.name) })
  if (typeof result === 'string') return { succeeded: false, error: result }
  return { succeeded: true, outputs: result.outputs, returnValue: result.returnValue }
}

/** Gives the text of the failure when the invocation fails. */
async function post(
  { log }: InvocationSurroundings,
  port: number,
  target: HostFunction,
  payload: unknown,
  metadata: Readonly<Record<string, unknown>>,
): Promise<Extract<ContractResult, { isValid: true }> | string> {
  const trigger = target.bindings.find(({ type }) => type === target.trigger)
  const data = { [trigger?.name ?? 'trigger']: payload }
  const failed = (text: string) => {
    log.write('error', text)
    return text
  }
  try {
    const response = await exchangeFollowing(port, contractRequest(target.name, data, metadata, randomUUID()))
    const result = readContractResponse(response, target.bindings)
    if (!result.isValid)
      return failed(result.hostText || 'The invocation is never completed: the answer has no body.')
    for (const warning of result.warnings) log.write('warning', warning)
    for (const line of result.logs) log.write('information', line)
    return result
  } catch (thrown) {
    return failed(connectionText(thrown, port))
  }
}

function systemMetadata(functionName: string): Readonly<Record<string, unknown>> {
  return { sys: { MethodName: functionName, UtcNow: new Date().toISOString(), RandGuid: randomUUID() } }
}

function connectionText(thrown: unknown, port: number): string {
  const { code, message } = thrown as NodeJS.ErrnoException
  return code === 'ECONNREFUSED' ? `Connection refused (127.0.0.1:${port})` : message
}

function textResponse(status: number, text: string): HostResponse {
  return { status, headers: text === '' ? {} : { 'content-type': 'text/plain' }, body: Buffer.from(text) }
}
