/**
 * The emulated resource manager: api-version, token and role checks, and the table of calls.
 * What a call does stands in the other `arm-…` files.
 */
import { randomUUID } from 'node:crypto'
import { isAllowed, type Principal } from '../entra/identities'
import { pause } from '../server/latencies'
import type { Answer, Service, WebRequest } from '../server/web-server'
import type { ArmParts, SiteRoute } from './call'
import { armError, authorizationFailed, resourceNotFound, scopeLocked } from './errors'
import { functionRoutes } from './functions'
import { siteRoutes } from './sites'
import { slotRoutes } from './slots'
import { subscriptionRoute } from './subscriptions'
import { SwapOperations } from './swap-operations'

const routes: readonly SiteRoute[] = [...siteRoutes, ...functionRoutes, ...slotRoutes]
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
      const answer = await route(parts, swaps, request)
      const id = randomUUID()
      return {
        ...answer,
        headers: { 'x-ms-request-id': id, 'x-ms-correlation-request-id': id, ...answer.headers },
      }
    },
  }
}

async function route(parts: ArmParts, swaps: SwapOperations, request: WebRequest): Promise<Answer> {
  const badVersion = versionError(request)
  if (badVersion) return badVersion
  // The one call without a token: clients read the endpoints before they can sign in.
  if (request.path.toLowerCase() === '/metadata/endpoints') return { status: 200, body: parts.metadata() }

  const verdict = await parts.tokens.check(request.headers.authorization, parts.audiences())
  if (verdict.kind !== 'valid') return tokenError(parts, verdict.kind)
  const { principal } = verdict
  const site = sitePath.exec(request.path)?.groups
  if (!site) return subscriptionRoute(parts, request, principal)
  return await siteCall(parts, swaps, request, principal, site)
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
  const matching = routes.filter((each) => each.path.test(rest) && !(slot && each.siteOnly))
  const found = matching.find((each) => each.method === request.method)
  const base = slot ? 'Microsoft.Web/sites/slots/' : 'Microsoft.Web/sites/'
  const scope = decodeURIComponent(request.path.slice(0, request.path.length - (site['rest'] ?? '').length))
  const action = `${base}${found?.action ?? 'read'}`
  if (!isAllowed(principal, action, scope)) return authorizationFailed(principal, action, scope)
  if (subscription.toLowerCase() !== parts.state.subscription.id) {
    return armError(404, 'SubscriptionNotFound', `The subscription '${subscription}' could not be found.`)
  }
  const app = parts.state.find(decodeURIComponent(name), slot, decodeURIComponent(group))
  if (!app) {
    const type = slot ? `Microsoft.Web/sites/${name}/slots/${slot}` : `Microsoft.Web/sites/${name}`
    return resourceNotFound(type, group)
  }
  if (!found) {
    return matching.length > 0
      ? armError(
          405,
          'MethodNotAllowed',
          `The method ${request.method} is not allowed for '${request.path}'.`,
        )
      : armError(404, 'NotFound', `No emulated call has the path '${request.path}'.`)
  }
  if (request.method !== 'GET' && parts.faults.forApp(app.key).isLocked) return scopeLocked(scope)
  const groups = (found.path.exec(rest)?.groups ?? {}) as Record<string, string>
  return await found.handle({ parts, app, request, principal, swaps, groups })
}

function versionError(request: WebRequest): Answer | undefined {
  const version = request.query.get('api-version')
  if (version === null) {
    return armError(
      400,
      'MissingApiVersionParameter',
      'The api-version query parameter (?api-version=) is required for all requests.',
    )
  }
  if (/^20\d\d-\d\d-\d\d(-preview)?$/.test(version)) return undefined
  return armError(
    400,
    'InvalidApiVersionParameter',
    `The api-version '${version}' is invalid. The supported versions have the form 'yyyy-mm-dd' or 'yyyy-mm-dd-preview'.`,
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
