/**
 * The emulated resource manager: api-version, token and role checks, and the table of calls.
 * What a call does stands in the other `arm-…` files.
 */
import { randomUUID } from 'node:crypto'
import { isAllowed, type Principal } from '../entra/identities'
import { pause } from '../server/latencies'
import { routed } from '../server/route-table'
import type { Answer, Service, WebRequest } from '../server/web-server'
import { versionNote, versionRefusal } from './api-versions'
import type { ArmParts, RootRoute, SiteRoute } from './call'
import { armError, authorizationFailed, resourceNotFound } from './errors'
import { functionRoutes } from './functions'
import { lockRefusal } from './locks'
import { onePage } from './pages'
import { groupNotFound } from './resource-groups'
import { siteRoutes } from './sites'
import { createSlot, slotRoutes } from './slots'
import { subscriptionRoutes } from './subscriptions'
import { SwapOperations } from './swap-operations'
import { unknownCall } from './unknown-calls'

/** Every call from the root; a file with more of them takes one line here. */
export const rootRoutes: readonly RootRoute[] = [...subscriptionRoutes]
/** Every call below a site or slot. */
export const siteCalls: readonly SiteRoute[] = [...siteRoutes, ...functionRoutes, ...slotRoutes]
const sitePath =
  /^\/subscriptions\/(?<subscription>[^/]+)\/resourceGroups\/(?<group>[^/]+)\/providers\/Microsoft\.Web\/sites\/(?<name>[^/]+)(?:\/slots\/(?<slot>[^/]+))?(?<rest>\/.*)?$/i

/**
 * The ARM service.
 *
 * @param parts state, identities and faults
 */
export function resourceManager(parts: ArmParts): Service {
  const swaps = new SwapOperations()
  return {
    name: 'arm',
    async handle(request) {
      await pause(parts.latencies.armMs)
      const whole = await route(parts, swaps, request)
      const answer = onePage(parts, request, whole)
      const note = [answer.note, versionNote(request)].filter(Boolean).join('; ')
      const id = randomUUID()
      return {
        ...answer,
        ...(note === '' ? {} : { note }),
        headers: { 'x-ms-request-id': id, 'x-ms-correlation-request-id': id, ...answer.headers },
      }
    },
  }
}

async function route(parts: ArmParts, swaps: SwapOperations, request: WebRequest): Promise<Answer> {
  const badVersion = versionRefusal(request)
  if (badVersion) return badVersion
  // The one call without a token: clients read the endpoints before they can sign in.
  if (request.path.toLowerCase() === '/metadata/endpoints') return { status: 200, body: parts.metadata() }

  const verdict = await parts.tokens.check(request.headers.authorization, parts.audiences())
  if (verdict.kind !== 'valid') return tokenError(parts, verdict.kind)
  const { principal } = verdict
  const site = sitePath.exec(request.path)?.groups
  if (!site) return await rootCall(parts, request, principal)
  return await siteCall(parts, swaps, request, principal, site)
}

async function rootCall(parts: ArmParts, request: WebRequest, principal: Principal): Promise<Answer> {
  const { route: found, groups, methods } = routed(rootRoutes, request.method, request.path)
  if (!found) return unknownCall(request, methods)
  const wanted = groups['subscription']?.toLowerCase()
  return (
    (wanted === undefined ? undefined : subscriptionError(parts, wanted)) ??
    (await found.handle({ parts, request, principal, groups }))
  )
}

function subscriptionError(parts: ArmParts, wanted: string): Answer | undefined {
  if (!/^[0-9a-f-]{36}$/.test(wanted)) {
    return armError(
      400,
      'InvalidSubscriptionId',
      `The provided subscription identifier '${wanted}' is malformed or invalid.`,
    )
  }
  if (wanted === parts.state.subscription.id) return undefined
  return armError(404, 'SubscriptionNotFound', `The subscription '${wanted}' could not be found.`)
}

async function siteCall(
  parts: ArmParts,
  swaps: SwapOperations,
  request: WebRequest,
  principal: Principal,
  site: Readonly<Record<string, string | undefined>>,
): Promise<Answer> {
  const { name = '', slot, group = '', subscription = '' } = site
  const rest = (site['rest'] ?? '').replace(/\/$/, '')
  const calls = siteCalls.filter((each) => !(slot ? each.siteOnly : each.slotOnly))
  const { route: found, groups, methods } = routed(calls, request.method, rest)
  const base = slot ? 'Microsoft.Web/sites/slots/' : 'Microsoft.Web/sites/'
  const scope = decodeURIComponent(request.path.slice(0, request.path.length - (site['rest'] ?? '').length))
  const action = `${base}${found?.action ?? 'read'}`
  if (!isAllowed(principal, action, scope)) return authorizationFailed(principal, action, scope)
  const wrong = subscriptionError(parts, subscription.toLowerCase())
  if (wrong) return wrong
  const app = parts.state.find(decodeURIComponent(name), slot, decodeURIComponent(group))
  if (!app && slot && request.method === 'PUT' && rest === '') {
    const production = parts.state.find(decodeURIComponent(name), undefined, decodeURIComponent(group))
    const locked = production && lockRefusal(parts.faults, 'PUT', scope, [production])
    if (locked) return locked
    if (production) return await createSlot(parts, production, decodeURIComponent(slot))
  }
  if (!app) {
    if (!parts.state.groups.find(decodeURIComponent(group))) return groupNotFound(decodeURIComponent(group))
    const type = slot ? `Microsoft.Web/sites/${name}/slots/${slot}` : `Microsoft.Web/sites/${name}`
    return resourceNotFound(type, group)
  }
  if (!found) return unknownCall(request, methods)
  return (
    lockRefusal(parts.faults, request.method, scope, [app]) ??
    (await found.handle({ parts, app, request, principal, swaps, groups }))
  )
}

function tokenError(parts: ArmParts, kind: 'missing' | 'expired' | 'wrong-audience' | 'invalid'): Answer {
  const texts = {
    missing: ['AuthenticationFailed', "Authentication failed. The 'Authorization' header is missing."],
    expired: [
      'ExpiredAuthenticationToken',
      'The access token expiry UTC time is earlier than current UTC time.',
    ],
    'wrong-audience': [
      'InvalidAuthenticationTokenAudience',
      'The access token has been obtained for wrong audience or resource.',
    ],
    invalid: ['InvalidAuthenticationToken', 'The access token is invalid.'],
  } as const
  const [code, message] = texts[kind]
  return armError(401, code, message, {
    'www-authenticate': `Bearer authorization_uri="https://login.windows.net/${parts.state.subscription.tenantId}", error="invalid_token", error_description="${message}"`,
  })
}
