/** Calls a function by the request that the host forwards, and tells a route that the handler does not know. */
import { randomUUID } from 'node:crypto'
import type { HostFunction } from '../../functions/function-json/host-function'
import { publicPath } from '../../functions/routes/route'
import { takesMethod } from '../../functions/routes/route-table'
import { samplePathOf } from '../../functions/routes/sample-path'
import type { HostApp } from '../app'
import type { OutgoingRequest, ReceivedResponse } from '../exchange'
import { forwardedRequest, type PublicRequest } from '../forwarding'
import { type Asked, ask, askQuietly, type CallSurroundings } from './ask'
import { type HostFinding, hostFinding } from './finding'
import { isUnknownRoute, unknownPath } from './unknown-route'

/**
 * Calls the function.
 *
 * @param hasSamples whether a part of the path is made up
 * @returns the answer, and what it means when it is that of an unknown path
 */
export async function callForwarded(
  target: HostFunction,
  incoming: PublicRequest,
  hasSamples: boolean,
  surroundings: CallSurroundings,
): Promise<{ readonly asked: Asked; readonly findings: readonly HostFinding[] }> {
  const { app } = surroundings
  const mode = app.forwarding === 'proxy' ? 'proxy' : 'forward'
  const legacy = app.isLegacy ? { legacyFunctionName: target.name } : {}
  const outgoing = forwardedRequest(incoming, { mode, invocationId: randomUUID(), ...legacy })
  const asked = await ask(target.name, outgoing, surroundings)
  const { response } = asked
  if (response?.status !== 404) return { asked, findings: [] }
  const nowhere = unknownPath(app.routePrefix)
  const unknown = await askQuietly({ ...outgoing, path: nowhere }, surroundings)
  if (unknown === undefined) return { asked, findings: [] }
  const reference: Reference = { response: unknown, path: nowhere }
  if (!isUnknownRoute({ response, path: outgoing.path }, reference)) return { asked, findings: [] }
  return judgeUnknown(target, asked, outgoing, { reference, hasSamples }, surroundings)
}

interface Reference {
  readonly response: ReceivedResponse
  readonly path: string
}

async function judgeUnknown(
  target: HostFunction,
  asked: Asked,
  outgoing: OutgoingRequest,
  { reference, hasSamples }: { readonly reference: Reference; readonly hasSamples: boolean },
  surroundings: CallSurroundings,
): Promise<{ readonly asked: Asked; readonly findings: readonly HostFinding[] }> {
  const { app, source } = surroundings
  const what = `The handler answers 404 to ${outgoing.method} "${outgoing.path}" of function "${target.name}"`
  const template = templatePath(app, target)
  if (hasSamples) {
    // With made-up values the application may just have no such item, and say so like its router.
    if (await isKnownOtherwise(target, outgoing, reference, surroundings)) return { asked, findings: [] }
    if (source?.registers(template)) {
      const message = `${what}. It answers the same to every unknown path. Its code registers "${template}", so perhaps it only has no such item.`
      const hint = 'Nothing has to be done if the sample value is the reason.'
      return { asked, findings: [hostFinding('handler-route-404', 'notice', message, hint)] }
    }
  }
  const known = await knownElsewhere(target, outgoing, reference, surroundings)
  const elsewhere = known === undefined ? '' : ` It does answer "${known}".`
  const hint = `Register "${template}" in the handler's router, in this spelling${otherWay(target, known, hasSamples, app)}.`
  // Where no source is here, nothing but the sample value tells.
  const severity = hasSamples && source === undefined && known === undefined ? 'warning' : 'error'
  return {
    asked: { ...asked, call: { ...asked.call, isUnknownPath: true } },
    findings: [
      hostFinding(
        'handler-route-404',
        severity,
        `${what}. It answers the same to every unknown path.${elsewhere}`,
        hint,
      ),
    ],
  }
}

/** What to change in the files of the app so that the path is the one that the handler answers. */
function otherWay(
  target: HostFunction,
  known: string | undefined,
  hasSamples: boolean,
  { routePrefix: prefix, isLegacy }: HostApp,
): string {
  if (known === undefined) return ''
  // With httpWorker the path is the name of the function, whatever prefix and route say.
  if (isLegacy)
    return `, or rename the section httpWorker to customHandler with "enableForwardingHttpRequest": true`
  const bare = barePath(target)
  if (known.endsWith(bare)) {
    const own = known.slice(1, known.length - bare.length)
    return `, or set extensions.http.routePrefix to "${own}" in host.json`
  }
  const start = prefix === '' ? '/' : `/${prefix}/`
  const isRoute = !hasSamples && known.startsWith(start) && !known.endsWith('/')
  return isRoute
    ? `, or name it in the HTTP trigger: "route": ${JSON.stringify(known.slice(start.length))}`
    : ''
}

function barePath(target: HostFunction): string {
  return samplePathOf(target.name, '', target.route ?? target.name)?.path ?? '/'
}

function templatePath({ routePrefix, isLegacy }: HostApp, { name, route = name }: HostFunction): string {
  return isLegacy ? `/${name}` : publicPath(routePrefix, route)
}

const otherValues = ['1', 'a', 'test', '0f8fad5b-d9cb-469f-a165-70867728950e']

/** Whether another sample value, or a method that changes nothing, gets anything but the unknown path's answer. */
async function isKnownOtherwise(
  target: HostFunction,
  outgoing: OutgoingRequest,
  reference: Reference,
  surroundings: CallSurroundings,
): Promise<boolean> {
  const prefix = surroundings.app.routePrefix
  const others = otherValues.flatMap(
    (value) => samplePathOf(target.name, prefix, target.route ?? target.name, value)?.path ?? [],
  )
  const paths = [...new Set(others)].filter((path) => path !== outgoing.path)
  const methods = ['GET', 'HEAD'].filter(
    (method) => method !== outgoing.method && takesMethod(target, method),
  )
  const requests = [
    ...paths.map((path) => ({ ...outgoing, path })),
    ...[...methods, 'OPTIONS'].map((method) => ({ ...outgoing, method })),
  ]
  for (const request of requests) {
    const response = await askQuietly(request, surroundings)
    if (response === undefined || (request.method === 'HEAD' && response.status === 404)) continue
    // A filter may answer OPTIONS for every path there is.
    if (request.method === 'OPTIONS') {
      const everywhere = await askQuietly({ ...request, path: reference.path }, surroundings)
      if (everywhere?.status === response.status) continue
    }
    if (!isUnknownRoute({ response, path: request.path }, reference)) return true
  }
  return false
}

/** Looks where people register routes by mistake: without the prefix, under the function's name, with a slash. */
async function knownElsewhere(
  target: HostFunction,
  outgoing: OutgoingRequest,
  reference: Reference,
  surroundings: CallSurroundings,
): Promise<string | undefined> {
  const prefix = surroundings.app.routePrefix
  const bare = barePath(target)
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
    const response = await askQuietly({ ...outgoing, path }, surroundings)
    if (response !== undefined && !isUnknownRoute({ response, path }, reference)) return path
  }
  return undefined
}
