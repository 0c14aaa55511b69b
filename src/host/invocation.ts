/**
 * One request or invocation on its way through a running host: route, wait for the handler, forward or post
 * the contract, turn the handler's answer into the caller's.
 */
import { randomUUID } from 'node:crypto'
import { messageOf } from '../errors'
import type { HostFunction } from '../functions/function-json/host-function'
import { decodedPath } from '../functions/routes/request-path'
import { findFunction } from '../functions/routes/route-table'
import type { HostApp } from './app'
import { type ContractAnswer, readContractAnswer } from './contract/answer'
import { httpBindingData, httpInput, membersInText, type RouteParameters } from './contract/http-input'
import { httpResult } from './contract/http-result'
import { type BindingValues, contractRequest, systemMetadata } from './contract/invocation-request'
import { exchange, exchangeFollowing, type OutgoingRequest, type ReceivedResponse } from './exchange'
import { forwardedRequest, type PublicRequest, returnedHeaders } from './forwarding'
import { HostGoneError, hostNotRunning, inTime, longestMs, type TimeLimit } from './time-limit'

export interface HostResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  readonly body: Uint8Array
}

/** The outcome of one invocation that no HTTP client waits for. */
export type Invocation =
  | {
      readonly succeeded: true
      readonly answer: Extract<ContractAnswer, { kind: 'completed' }>
    }
  | { readonly succeeded: false; readonly error: string }

/** What an invocation needs of its host. */
export interface InvocationSurroundings extends TimeLimit {
  readonly app: HostApp
  readonly settings: Readonly<Record<string, string>>
  readonly origin: string
  readonly waitMs: number
  /** `gone` when the process has ended: connections break. */
  availability(): 'running' | 'not-running' | 'gone'
}

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
  const match = findFunction(parts.app.routes, request.method, request.path)
  if (match === undefined)
    return decodedPath(request.path) === '/' ? homePage(parts.settings) : emptyResponse(404)
  const { function: target, parameters } = match
  if (!isAdmin && isDisabled(target.name, parts.settings)) return emptyResponse(404)
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

/** A `disabled` key in function.json has no reader in version 4; only the app setting counts. */
export function isDisabled(name: string, settings: Readonly<Record<string, string>>): boolean {
  const keys = [`azurewebjobs.${name}.disabled`, `azurewebjobs_${name}_disabled`].map((key) =>
    key.toLowerCase(),
  )
  const entry = Object.entries(settings).find(([key]) => keys.includes(key.toLowerCase()))
  return entry !== undefined && /^(?:true|1)$/i.test(entry[1])
}

/** The wait for the handler is over; the caller gets an error, and the host ends. */
class NeverReadyError extends Error {}

async function readyPort({ dispatcher, waitMs }: InvocationSurroundings): Promise<number> {
  const outcome = await dispatcher.waitUntilReady(waitMs)
  if (outcome === 'ready' && dispatcher.port !== undefined) return dispatcher.port
  if (outcome !== 'timed-out') throw new HostGoneError(hostNotRunning)
  throw new NeverReadyError(
    'Final functionDispatcher state: Initializing. Initialization timed out and host is shutting down',
  )
}

/** One request to the handler on behalf of a function. */
interface Ask {
  readonly parts: InvocationSurroundings
  readonly port: number
  readonly target: HostFunction
  readonly signal: AbortSignal
}

async function forward(ask: Ask, request: PublicRequest): Promise<HostResponse> {
  const { app } = ask.parts
  const outgoing = forwardedRequest(request, {
    mode: app.forwarding === 'proxy' ? 'proxy' : 'forward',
    invocationId: randomUUID(),
    ...(app.isLegacy ? { legacyFunctionName: ask.target.name } : {}),
  })
  const response = await send(ask, outgoing)
  return { status: response.status, headers: returnedHeaders(response), body: response.body }
}

/** The host's client follows redirects unless the app wants requests forwarded: for the contract and `httpWorker`. */
async function send(
  { parts, port, target, signal }: Ask,
  outgoing: OutgoingRequest,
): Promise<ReceivedResponse> {
  const { app, functionTimeoutMs = longestMs } = parts
  const timeoutMs = Math.min(functionTimeoutMs + clientMarginMs, longestMs)
  const follows = app.isLegacy || app.forwarding === 'none'
  try {
    return await (follows ? exchangeFollowing : exchange)(port, outgoing, { timeoutMs, signal })
  } catch (thrown) {
    const { code, message } = thrown as NodeJS.ErrnoException
    const text = code === 'ECONNREFUSED' ? `Connection refused (127.0.0.1:${port})` : message
    const isProxied = app.forwarding === 'proxy' && target.isHttpInAndOut
    throw new Error(isProxied ? `Failed to proxy request with ForwarderError: ${text}` : text, {
      cause: thrown,
    })
  }
}

const clientMarginMs = 60_000

async function callThroughContract(
  ask: Ask,
  parameters: RouteParameters,
  request: PublicRequest,
): Promise<HostResponse | undefined> {
  const input = httpInput(request, ask.parts.origin, parameters)
  const answer = await post(ask, input, httpBindingData(request, parameters))
  const accept = request.headers['accept']
  return httpResult(answer, ask.target.bindings, {
    method: request.method,
    accept: typeof accept === 'string' ? accept : accept?.join(','),
  })
}

/**
 * Invokes a function through the contract, as a listener of its trigger does.
 *
 * @param functionName in any case
 * @param payload the value of its trigger binding
 * @param metadata binding data of the trigger
 * @returns the handler's answer, or the text that the host logs
 */
export async function invokeFunction(
  parts: InvocationSurroundings,
  functionName: string,
  payload: unknown,
  metadata: BindingValues,
): Promise<Invocation> {
  const target = parts.app.functions.find(({ name }) => name.toLowerCase() === functionName.toLowerCase())
  if (parts.availability() !== 'running') return { succeeded: false, error: hostNotRunning }
  if (target === undefined || target.errors.length > 0)
    return { succeeded: false, error: `The function '${functionName}' is not listed.` }
  try {
    const answer = await inTime(parts, target.name, async (signal) =>
      post({ parts, port: await readyPort(parts), target, signal }, payload, metadata),
    )
    return { succeeded: true, answer }
  } catch (thrown) {
    const error = messageOf(thrown)
    parts.log.write('error', error)
    if (thrown instanceof NeverReadyError) parts.dispatcher.giveUp(error)
    return { succeeded: false, error }
  }
}

type Completed = Extract<ContractAnswer, { kind: 'completed' }>

/** @throws Error with the host's words when the invocation fails */
async function post(ask: Ask, payload: unknown, metadata: BindingValues): Promise<Completed> {
  const { parts, target } = ask
  const outgoing = contractRequest(
    target.name,
    inputData(target, payload),
    {
      ...metadata,
      ...systemMetadata(target.name, { guid: randomUUID(), now: new Date() }),
      ...Object.fromEntries(typeof payload === 'string' ? membersInText(payload) : []),
    },
    randomUUID(),
  )
  const answer = readContractAnswer(await send(ask, outgoing), target.bindings)
  if (answer.kind === 'never') return new Promise<never>(() => {})
  if (answer.kind === 'failed') throw new Error(answer.hostText)
  for (const line of answer.logs) parts.log.write('information', line)
  return answer
}

/** Further inputs have no value here: nobody reads queues, tables or blobs for them. */
function inputData({ bindings, trigger }: HostFunction, payload: unknown): BindingValues {
  const inputs = bindings.filter(({ direction }) => direction !== 'out')
  return Object.fromEntries(inputs.map(({ name, type }) => [name, type === trigger ? payload : null]))
}

function emptyResponse(status: number): HostResponse {
  return { status, headers: status === 204 ? {} : { 'content-length': '0' }, body: new Uint8Array() }
}

function textResponse(status: number, text: string): HostResponse {
  return { status, headers: { 'content-type': 'text/plain' }, body: Buffer.from(text) }
}
