/**
 * What the host's process answers under its public name, with its keys: its own pages under `/admin`, and the
 * functions behind their access levels. It serves no port; whoever embeds it brings the server.
 */

import type { HostFunction } from '../functions/function-json/host-function'
import { decodedPath } from '../functions/routes/request-path'
import { publicPath } from '../functions/routes/route'
import { findFunction, inHostOrder } from '../functions/routes/route-table'
import { switchingSetting } from '../functions/switched-off'
import { type HostKeys, isAllowed, levelOf } from './access'
import { adminCall } from './contract/trigger-values'
import { hostVersion, type PublicRequest } from './forwarding'
import type { FunctionsHost } from './functions-host'
import type { HostResponse } from './invocation'

/** What the status page says besides the state. */
export interface HostIdentity {
  readonly id: string
  readonly instanceId: string
  readonly startedAtMs: number
}

export interface HostSite {
  readonly host: FunctionsHost
  readonly keys: HostKeys
  readonly identity: HostIdentity
  readonly settings: Readonly<Record<string, string>>
  /** Public origin of links. */
  readonly origin: string
  /** Lets the process read its package anew. */
  readonly restart?: () => void
}

/**
 * Answers a request as the host's process does.
 *
 * @returns undefined when the process has ended, or ends first
 * @see src/WebJobs.Script.WebHost/Controllers (HostController.cs, FunctionsController.cs, KeysController.cs) and
 *   Security in Azure/azure-functions-host
 */
export async function answerRequest(
  site: HostSite,
  request: PublicRequest,
): Promise<HostResponse | undefined> {
  const { host } = site
  if (host.state === 'Ended' || host.state === 'Stopped') return undefined
  const { refuses } = host.app
  if (host.state === 'Running' && refuses === 'everything') return empty(500)
  const path = decodedPath(request.path)
  const page = adminAnswer(site, request, path)
  if (page !== undefined) return page
  const match = findFunction(host.app.routes, request.method, request.path)
  // A function whose route begins so is called where the host has no page of its own.
  if (isAdminPath(path) && match === undefined) return empty(404)
  if (host.state === 'Error' || refuses !== 'nothing') return host.handle(request)
  const level = levelOf(site.keys, request, match?.function.name)
  if (match !== undefined && !isAllowed(match.function, level)) return empty(401)
  return host.handle(request, level === 'admin')
}

interface AdminCall {
  readonly site: HostSite
  readonly request: PublicRequest
  /** The name in the path, when there is one. */
  readonly name: string
}

type AdminPage = (call: AdminCall) => HostResponse

/** Open to everybody. */
const openPages: readonly (readonly [method: string, path: RegExp, page: AdminPage])[] = [
  ['GET', /^\/admin\/host\/ping$/i, () => ({ ...empty(200), headers: pingHeaders })],
  ['POST', /^\/admin\/host\/ping$/i, () => ({ ...empty(200), headers: pingHeaders })],
  ['GET', /^\/admin\/warmup$/i, () => empty(200)],
]

/** For the master key. */
const keyedPages: readonly (readonly [method: string, path: RegExp, page: AdminPage])[] = [
  ['GET', /^\/admin\/host\/status$/i, ({ site }) => json(200, hostStatus(site))],
  ['GET', /^\/admin\/host\/keys$/i, ({ site }) => keyList(site, site.keys.host, 'host/keys')],
  ['GET', /^\/admin\/functions$/i, functionList],
  ['GET', /^\/admin\/functions\/([^/]+)$/i, functionPage],
  ['POST', /^\/admin\/functions\/([^/]+)$/i, callFunction],
  ['GET', /^\/admin\/functions\/([^/]+)\/status$/i, functionStatus],
  ['GET', /^\/admin\/functions\/([^/]+)\/keys$/i, functionKeys],
  ['GET', /^\/admin\/vfs(?:\/|$)/i, () => empty(403)],
  ['POST', /^\/admin\/host\/synctriggers$/i, () => json(500, { status: syncText })],
  ['POST', /^\/admin\/host\/restart$/i, restart],
]

const pingHeaders = { 'content-length': '0', 'cache-control': 'no-store,no-cache', pragma: 'no-cache' }
const syncText = 'Invalid environment for SyncTriggers operation.'

function isAdminPath(path: string): boolean {
  return /^\/admin(?:\/|$)/i.test(path)
}

/** Undefined where the host has no such page. */
function adminAnswer(site: HostSite, request: PublicRequest, path: string): HostResponse | undefined {
  for (const pages of [openPages, keyedPages]) {
    for (const [method, pattern, page] of pages) {
      const match = method === request.method.toUpperCase() ? pattern.exec(path) : null
      if (match === null) continue
      const level = pages === openPages ? 'admin' : levelOf(site.keys, request, undefined)
      if (level === 'anonymous')
        return { ...empty(401), headers: { 'content-length': '0', 'www-authenticate': 'Bearer' } }
      return level === 'admin' ? page({ site, request, name: match[1] ?? '' }) : empty(403)
    }
  }
  return undefined
}

/** The body of the status page: state and errors, whatever becomes of the handler. */
export function hostStatus({ host, identity }: HostSite): Readonly<Record<string, unknown>> {
  const { errors } = host.app
  return {
    id: identity.id,
    state: host.state,
    version: hostVersion,
    versionDetails: hostVersion.replace(/\.\d+$/, ''),
    platformVersion: '',
    instanceId: identity.instanceId,
    computerName: '',
    ...(host.state === 'Error' && errors.length > 0 ? { errors } : {}),
    processUptime: Math.max(1, Date.now() - identity.startedAtMs),
    functionAppContentEditingState: 'Unknown',
  }
}

/** When host.json cannot be read at all there are no functions to speak of. */
function isUnreadable({ host }: HostSite): boolean {
  return host.state === 'Error' && host.functions.length === 0
}

function functionList({ site }: AdminCall): HostResponse {
  if (isUnreadable(site)) return empty(500)
  const { functions, app } = site.host
  const listed = inHostOrder([...functions, ...app.leftOut]).filter(({ isListed }) => isListed)
  return json(
    200,
    listed.map((each) => functionFacts(site, each)),
  )
}

function functionPage({ site, name }: AdminCall): HostResponse {
  return withFunction(site, name, (found) =>
    found.isListed ? json(200, functionFacts(site, found)) : empty(404),
  )
}

function functionStatus({ site, name }: AdminCall): HostResponse {
  const inError = namesakes(site, name).find(({ errors }) => errors.length > 0)
  if (inError !== undefined) return json(200, { errors: inError.errors })
  return withFunction(site, name, () => json(200, {}))
}

function functionKeys({ site, name }: AdminCall): HostResponse {
  return withFunction(site, name, (found) =>
    keyList(site, site.keys.functions?.[found.name] ?? {}, `functions/${found.name}/keys`),
  )
}

/** Accepted, whatever the handler makes of it later. */
function callFunction({ site, name, request }: AdminCall): HostResponse {
  if (!/^\s*(?:application|text)\/(?:[\w.-]+\+)?json\b/i.test(String(request.headers['content-type'] ?? '')))
    return empty(415)
  return withFunction(site, name, (found) => {
    const { payload, metadata } = adminCall(found, inputOf(request))
    void site.host.invoke(found.name, payload, metadata)
    return empty(202)
  })
}

function restart({ site }: AdminCall): HostResponse {
  site.restart?.()
  return json(200, { isSelfHost: true, scriptPath: '/home/site/wwwroot' })
}

function inputOf({ body }: PublicRequest): string {
  try {
    const call: unknown = JSON.parse(Buffer.from(body ?? '').toString('utf8'))
    const input = typeof call === 'object' && call !== null && 'input' in call ? call.input : ''
    return typeof input === 'string' ? input : JSON.stringify(input)
  } catch {
    return ''
  }
}

function withFunction(
  site: HostSite,
  name: string,
  page: (found: HostFunction) => HostResponse,
): HostResponse {
  if (isUnreadable(site)) return empty(500)
  const [found] = namesakes(site, name)
  return found === undefined ? empty(404) : page(found)
}

/** Names are not told apart by case. */
function namesakes({ host }: HostSite, name: string): readonly HostFunction[] {
  const isNamed = (each: HostFunction) => each.name.toLowerCase() === name.toLowerCase()
  return [...host.functions, ...host.app.leftOut].filter(isNamed)
}

function functionFacts(
  { host, settings, origin }: HostSite,
  found: HostFunction,
): Readonly<Record<string, unknown>> {
  const { name, bindings, route } = found
  const folder = `${origin}/admin/vfs/home/site/wwwroot/${name}/`
  return {
    name,
    script_root_path_href: folder,
    script_href: null,
    config_href: `${folder}function.json`,
    test_data_href: null,
    href: `${origin}/admin/functions/${name}`,
    invoke_url_template:
      route === undefined ? null : `${origin}${publicPath(host.app.routePrefix, route)}`.toLowerCase(),
    language: null,
    config: { bindings },
    files: null,
    test_data: '',
    isDisabled: switchingSetting(name, settings) !== undefined,
    isDirect: false,
    isProxy: false,
  }
}

function keyList({ origin }: HostSite, keys: Readonly<Record<string, string>>, path: string): HostResponse {
  return json(200, {
    keys: Object.entries(keys).map(([name, value]) => ({ name, value })),
    links: [{ rel: 'self', href: `${origin}/admin/${path}` }],
  })
}

function json(status: number, value: unknown): HostResponse {
  const body = Buffer.from(JSON.stringify(value))
  const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': String(body.length) }
  return { status, headers, body }
}

function empty(status: number): HostResponse {
  return { status, headers: { 'content-length': '0' }, body: new Uint8Array() }
}
