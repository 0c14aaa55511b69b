/** The second half of the rehearsal: calls each function of a ready handler once, or says why it does not. */
import type { HostFunction } from '../../functions/function-json/host-function'
import { matchRoute } from '../../functions/routes/match'
import { createRoute, isRefusal } from '../../functions/routes/route'
import { takesMethod } from '../../functions/routes/route-table'
import { samplePathOf } from '../../functions/routes/sample-path'
import { httpBindingData, httpInput, type RouteParameters } from '../contract/http-input'
import type { PublicRequest } from '../forwarding'
import type { Asked, CallSurroundings } from './ask'
import { callByContract } from './contract-call'
import type { HostFinding } from './finding'
import { callForwarded } from './forwarded-call'
import { sampleValue } from './sample-payload'

export type FunctionOutcome =
  | { readonly kind: 'called'; readonly asked: Asked; readonly findings: readonly HostFinding[] }
  | { readonly kind: 'not-called'; readonly reason: string }

const safeMethods = ['GET', 'HEAD', 'OPTIONS']

/**
 * Calls one function as the host would: forwarded, proxied or through the contract.
 *
 * @param target a listed function
 * @param surroundings the app, its port and what is allowed
 */
export async function callFunction(
  target: HostFunction,
  surroundings: CallSurroundings,
): Promise<FunctionOutcome> {
  const { app, allowContract } = surroundings
  const not = (reason: string) => ({ kind: 'not-called', reason }) as const
  if (target.route === undefined) {
    if (!allowContract) return not(`a sample of ${target.trigger || 'its trigger'} may change something`)
    return { kind: 'called', ...(await callByContract(target, sampleValue(target.trigger), surroundings)) }
  }
  const method = chooseMethod(target, allowContract)
  if (method === undefined) {
    const methods = target.methods?.map((each) => each.toUpperCase()).join(', ') ?? ''
    return not(`its methods (${methods}) may change something`)
  }
  const sample = samplePathOf(target.name, app.routePrefix, target.route)
  if (sample === undefined) return not(`the action knows no path that its route "${target.route}" takes`)
  const { path, hasSamples } = sample
  const incoming = sampleRequest(method, path)
  if (target.isHttpInAndOut && app.forwarding !== 'none') {
    return { kind: 'called', ...(await callForwarded(target, incoming, hasSamples, surroundings)) }
  }
  const parameters = parametersOf(target, app.routePrefix, path)
  const payload = httpInput(incoming, 'http://localhost', parameters)
  const value = { payload, metadata: httpBindingData(incoming, parameters) }
  return { kind: 'called', ...(await callByContract(target, value, surroundings)) }
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
