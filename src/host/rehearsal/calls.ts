/** The second half of the rehearsal: calls each function of a ready handler once and judges the answer. */
import { randomUUID } from 'node:crypto'
import type { HostFunction } from '../../functions/function-json/host-function'
import { matchRoute } from '../../functions/routes/match'
import { createRoute, isRefusal, publicPath } from '../../functions/routes/route'
import { takesMethod } from '../../functions/routes/route-table'
import { samplePathOf } from '../../functions/routes/sample-path'
import type { HostApp } from '../app'
import { readContractAnswer } from '../contract/answer'
import { httpBindingData, httpInput, type RouteParameters } from '../contract/http-input'
import { contractRequest, systemMetadata } from '../contract/invocation-request'
import type { TriggerValue } from '../contract/trigger-values'
import { exchange, exchangeFollowing, type OutgoingRequest, type ReceivedResponse } from '../exchange'
import { forwardedRequest, type PublicRequest } from '../forwarding'
import { type HostFinding, hostFinding } from './finding'
import { sampleValue } from './sample-payload'
import { isUnknownRoute, unknownPath } from './unknown-route'

/** One call; `status` is 0 when there was no answer. */
export interface RehearsalCall {
  readonly functionName: string
  readonly method: string
  readonly path: string
  readonly status: number
  readonly elapsedMs: number
}

export interface CallSurroundings {
  readonly app: HostApp
  readonly port: number
  readonly signal: AbortSignal
  /** Whether functions may be called that are likely to change something. */
  readonly allowContract: boolean
  readonly onCall: (call: RehearsalCall) => void
}

const safeMethods = ['GET', 'HEAD', 'OPTIONS']
const callTimeoutMs = 10_000
const maximumAnswerBytes = 1024 * 1024

/**
 * Calls one function as the host would: forwarded, proxied or through the contract.
 *
 * @param target a listed function
 * @param surroundings the app, its port and what is allowed
 * @returns what is wrong with the answer; nothing when it was not called or did not answer
 */
export async function callFunction(
  target: HostFunction,
  surroundings: CallSurroundings,
): Promise<readonly HostFinding[]> {
  const { app, allowContract } = surroundings
  if (target.route === undefined) {
    return allowContract ? judgeContract(target, sampleValue(target.trigger), surroundings) : []
  }
  const method = chooseMethod(target, allowContract)
  const sample = samplePathOf(target.name, app.routePrefix, target.route)
  if (method === undefined || sample === undefined) return []
  const { path, hasSamples } = sample
  const incoming = sampleRequest(method, path)
  if (target.isHttpInAndOut && app.forwarding !== 'none') {
    return judgeForwarded(target, incoming, hasSamples, surroundings)
  }
  const parameters = parametersOf(target, app.routePrefix, path)
  const payload = httpInput(incoming, 'http://localhost', parameters)
  const value = { payload, metadata: httpBindingData(incoming, parameters) }
  return judgeContract(target, value, surroundings)
}

function parametersOf({ name, route = '' }: HostFunction, prefix: string, path: string): RouteParameters {
  const created = createRoute(name, prefix, route)
  return isRefusal(created) ? {} : Object.fromEntries(matchRoute(created, path) ?? [])
}

/** A function that only takes unsafe methods is called only when the user asked for it. */
function chooseMethod(target: HostFunction, allowsUnsafe: boolean): string | undefined {
  const unsafe = allowsUnsafe ? target.methods?.[0]?.toUpperCase() : undefined
  return safeMethods.find((method) => takesMethod(target, method)) ?? unsafe
}

function sampleRequest(method: string, path: string): PublicRequest {
  const headers = { host: 'localhost', accept: '*/*', 'user-agent': 'go-azure-func-action' }
  if (safeMethods.includes(method) || method === 'DELETE') return { method, path, headers }
  const body = Buffer.from('{}')
  return {
    method,
    path,
    headers: { ...headers, 'content-type': 'application/json', 'content-length': String(body.length) },
    body,
  }
}

async function judgeForwarded(
  target: HostFunction,
  incoming: PublicRequest,
  hasSamples: boolean,
  surroundings: CallSurroundings,
): Promise<readonly HostFinding[]> {
  const { app } = surroundings
  const mode = app.forwarding === 'proxy' ? 'proxy' : 'forward'
  const legacy = app.isLegacy ? { legacyFunctionName: target.name } : {}
  const ask = (path: string) =>
    forwardedRequest({ ...incoming, path }, { mode, invocationId: randomUUID(), ...legacy })
  const outgoing = ask(incoming.path)
  const response = await call(target, outgoing, surroundings)
  if (response?.status !== 404) return []
  const nowhere = unknownPath(app.routePrefix)
  const unknown = await quietly({ ...outgoing, path: nowhere }, surroundings)
  if (unknown === undefined) return []
  const reference = { response: unknown, path: nowhere }
  if (!isUnknownRoute({ response, path: outgoing.path }, reference)) return []
  const known = await knownElsewhere(target, { ...outgoing }, reference, surroundings)
  // With sample values in the path the application may just have no such item, and say so like its router.
  if (known === undefined && hasSamples) return []
  const elsewhere = known === undefined ? '' : ` It does answer "${known}".`
  const message = `The handler answers 404 to ${outgoing.method} "${outgoing.path}" of function "${target.name}", as to any path it does not know.${elsewhere}`
  const prefix = app.routePrefix === '' ? '' : ', or set extensions.http.routePrefix to "" in host.json'
  const hint = `Register "${templatePath(app, target)}" in the handler's router, in this spelling${prefix}.`
  return [hostFinding('handler-route-404', 'warning', message, hint)]
}

function templatePath({ routePrefix, isLegacy }: HostApp, { name, route = name }: HostFunction): string {
  return isLegacy ? `/${name}` : publicPath(routePrefix, route)
}

/** Looks where people register routes by mistake: without the prefix, under the function's name, with a slash. */
async function knownElsewhere(
  target: HostFunction,
  outgoing: OutgoingRequest,
  unknown: { readonly response: ReceivedResponse; readonly path: string },
  surroundings: CallSurroundings,
): Promise<string | undefined> {
  const prefix = surroundings.app.routePrefix
  const bare = samplePathOf(target.name, '', target.route ?? target.name)?.path ?? '/'
  const candidates = new Set([
    bare,
    `/${target.name}`,
    publicPath(prefix, target.name),
    outgoing.path.toLowerCase(),
    `/api${bare}`,
    `${outgoing.path}/`,
  ])
  candidates.delete(outgoing.path)
  candidates.delete('/')
  for (const path of candidates) {
    const response = await quietly({ ...outgoing, path }, surroundings)
    if (response !== undefined && !isUnknownRoute({ response, path }, unknown)) return path
  }
  return undefined
}

async function judgeContract(
  target: HostFunction,
  { payload, metadata }: TriggerValue,
  surroundings: CallSurroundings,
): Promise<readonly HostFinding[]> {
  const inputs = target.bindings.filter(({ direction }) => direction !== 'out')
  const data = inputs.map(({ name, type }) => [name, type === target.trigger ? payload : null])
  const system = systemMetadata(target.name, { guid: randomUUID(), now: new Date() })
  const outgoing = contractRequest(
    target.name,
    Object.fromEntries(data),
    { ...metadata, ...system },
    randomUUID(),
  )
  const response = await call(target, outgoing, surroundings)
  if (response === undefined) return []
  const answer = readContractAnswer(response, target.bindings)
  if (answer.kind === 'completed') return []
  const failure = answer.kind === 'never' ? 'empty' : answer.failure
  const by = `POST "${outgoing.path}", by which the host invokes function "${target.name}"`
  if (failure !== 'status') {
    const type = String(response.headers['content-type'] ?? '')
    const wrong = {
      empty: 'without a body',
      'media-type': `as "${type.slice(0, 100)}" and not as "application/json"`,
      json: 'with a body that is no JSON object of Outputs (an object), Logs (a list of texts) and ReturnValue',
      'http-output': 'with an HTTP output that is no object with statusCode, headers and body',
    }[failure]
    return [
      hostFinding(
        'handler-contract-answer',
        'error',
        `The handler answers ${by}, ${wrong}.`,
        hintFor(target),
      ),
    ]
  }
  const what = `The handler answers ${response.status} to ${by}`
  if (await isUnknownToContract(outgoing, response, surroundings)) {
    const message = `${what}, as to any path it does not know.`
    return [hostFinding('handler-contract-answer', 'error', message, hintFor(target))]
  }
  const hostText = answer.kind === 'failed' ? answer.hostText : ''
  const hint = `Answer 2xx when the invocation was handled; the host logs "${hostText}".`
  return [hostFinding('handler-contract-status', 'warning', `${what}, for a sample payload.`, hint)]
}

async function isUnknownToContract(
  outgoing: OutgoingRequest,
  response: ReceivedResponse,
  surroundings: CallSurroundings,
): Promise<boolean> {
  if (response.status !== 404) return false
  const path = unknownPath('')
  const unknown = await quietly({ ...outgoing, path }, surroundings)
  return (
    unknown !== undefined && isUnknownRoute({ response, path: outgoing.path }, { response: unknown, path })
  )
}

function hintFor(target: HostFunction): string {
  const answer = `Register "/${target.name}" and answer {"Outputs":{},"Logs":[],"ReturnValue":null} as application/json`
  if (!target.isHttpInAndOut) return `${answer}.`
  return `${answer}; or set customHandler.enableForwardingHttpRequest to true to get the HTTP request itself.`
}

async function call(
  target: HostFunction,
  outgoing: OutgoingRequest,
  surroundings: CallSurroundings,
): Promise<ReceivedResponse | undefined> {
  const startedAt = performance.now()
  const response = await quietly(outgoing, surroundings)
  surroundings.onCall({
    functionName: target.name,
    method: outgoing.method,
    path: outgoing.path,
    status: response?.status ?? 0,
    elapsedMs: Math.round(performance.now() - startedAt),
  })
  return response
}

/** The host's client follows redirects unless the app wants requests forwarded. */
async function quietly(
  outgoing: OutgoingRequest,
  { app, port, signal }: CallSurroundings,
): Promise<ReceivedResponse | undefined> {
  const limits = { timeoutMs: callTimeoutMs, maximumBytes: maximumAnswerBytes, signal }
  const follows = app.isLegacy || app.forwarding === 'none'
  try {
    return await (follows ? exchangeFollowing : exchange)(port, outgoing, limits)
  } catch {
    return undefined
  }
}
