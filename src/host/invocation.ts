/**
 * One invocation of a function: the request is forwarded or posted by the contract, and the handler's answer becomes
 * the caller's. It does not know who may call, or what of the app a request is for.
 */
import { randomUUID } from 'node:crypto'
import { messageOf } from '../errors'
import type { HostFunction } from '../functions/function-json/host-function'
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
  /** For a handler to become ready. */
  readonly waitMs: number
  /** `gone` when the process has ended: connections break. */
  availability(): 'running' | 'not-running' | 'gone'
}

/** The wait for the handler is over; the caller gets an error, and the host ends. */
export class NeverReadyError extends Error {}

/** @throws HostGoneError or NeverReadyError */
export async function readyPort({ dispatcher, waitMs }: InvocationSurroundings): Promise<number> {
  const outcome = await dispatcher.waitUntilReady(waitMs)
  if (outcome === 'ready' && dispatcher.port !== undefined) return dispatcher.port
  if (outcome !== 'timed-out') throw new HostGoneError(hostNotRunning)
  throw new NeverReadyError(
    'Final functionDispatcher state: Initializing. Initialization timed out and host is shutting down',
  )
}

/** One request to the handler on behalf of a function. */
export interface Ask {
  readonly parts: InvocationSurroundings
  readonly port: number
  readonly target: HostFunction
  readonly signal: AbortSignal
}

export async function forward(ask: Ask, request: PublicRequest): Promise<HostResponse> {
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

export async function callThroughContract(
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
