/**
 * The second half of the rehearsal: calls each function of a ready handler once and judges the answer.
 */
import { randomUUID } from 'node:crypto'
import { publicPath } from '../../functions/routes/route'
import { takesMethod } from '../../functions/routes/route-table'
import { samplePathOf } from '../../functions/routes/sample-path'
import type { HostApp } from '../app'
import { contractRequest, httpInput, readContractResponse } from '../contract'
import { exchange, exchangeFollowing, type OutgoingRequest, type ReceivedResponse } from '../exchange'
import { forwardedRequest, type PublicRequest } from '../forwarding'
import type { HostFunction } from '../function-list'
import { type HostFinding, hostFinding } from './finding'
import { sampleData } from './sample-payload'
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
    return allowContract ? judgeContract(target, sampleData(target.bindings), surroundings) : []
  }
  const method = chooseMethod(target, allowContract)
  const sample = samplePathOf(target.name, app.routePrefix, target.route)
  if (method === undefined || sample === undefined) return []
  const { path, hasSamples } = sample
  const incoming = sampleRequest(method, path)
  if (target.isHttpInAndOut && app.forwarding !== 'none') {
    return judgeForwarded(target, incoming, hasSamples, surroundings)
  }
  const input = httpInput(incoming, `http://localhost${path}`, {})
  return judgeContract(target, { ...sampleData(target.bindings), [triggerName(target)]: input }, surroundings)
}

/** A function that only takes unsafe methods is called only when the user asked for it. */
function chooseMethod(target: HostFunction, allowsUnsafe: boolean): string | undefined {
  const unsafe = allowsUnsafe ? target.methods?.[0]?.toUpperCase() : undefined
  return safeMethods.find((method) => takesMethod(target, method)) ?? unsafe
}

function triggerName({ bindings, trigger }: HostFunction): string {
  return bindings.find(({ type }) => type === trigger)?.name ?? 'req'
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
  data: Readonly<Record<string, unknown>>,
  surroundings: CallSurroundings,
): Promise<readonly HostFinding[]> {
  const metadata = {
    sys: { MethodName: target.name, UtcNow: new Date().toISOString(), RandGuid: randomUUID() },
  }
  const outgoing = contractRequest(target.name, data, metadata, randomUUID())
  const response = await call(target, outgoing, surroundings)
  if (response === undefined) return []
  const result = readContractResponse(response, target.bindings)
  if (result.isValid) return []
  const { status } = response
  if (result.failure === 'status') {
    const nowhere = unknownPath('')
    const unknown = status === 404 ? await quietly({ ...outgoing, path: nowhere }, surroundings) : undefined
    const isUnknown =
      unknown !== undefined &&
      isUnknownRoute({ response, path: outgoing.path }, { response: unknown, path: nowhere })
    const what = `The handler answers ${status} to POST "${outgoing.path}", by which the host invokes function "${target.name}"`
    if (!isUnknown) {
      const hint = `Answer 2xx when the invocation was handled; the host logs "${result.hostText}".`
      return [hostFinding('handler-contract-status', 'warning', `${what}, for a sample payload.`, hint)]
    }
    return [
      hostFinding(
        'handler-contract-answer',
        'error',
        `${what}, as to any path it does not know.`,
        hintFor(target),
      ),
    ]
  }
  const type = String(response.headers['content-type'] ?? '')
  const wrong = {
    empty: 'without a body',
    'media-type': `as "${type.slice(0, 100)}" and not as "application/json"`,
    json: 'with a body that is no JSON object',
    'http-output': 'with an HTTP output that is no object with statusCode, headers and body',
  }[result.failure]
  const message = `The handler answers POST "${outgoing.path}", by which the host invokes function "${target.name}", ${wrong}.`
  return [hostFinding('handler-contract-answer', 'error', message, hintFor(target))]
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

/** The contract's client follows redirects, the forwarding one does not. */
async function quietly(
  outgoing: OutgoingRequest,
  { port, signal }: CallSurroundings,
): Promise<ReceivedResponse | undefined> {
  const limits = { timeoutMs: callTimeoutMs, maximumBytes: maximumAnswerBytes, signal }
  const isContract =
    outgoing.method === 'POST' && outgoing.headers['content-type'] === 'application/json; charset=utf-8'
  try {
    return await (isContract ? exchangeFollowing(port, outgoing, limits) : exchange(port, outgoing, limits))
  } catch {
    return undefined
  }
}
