/**
 * The emulated Entra ID: discovery documents and the client-credentials token endpoint with federated
 * assertions. It checks an assertion as Entra does and refuses with the same error numbers.
 */
import { decodeJwt, errors, type JWTPayload, jwtVerify } from 'jose'
import type { FaultBook } from '../server/faults'
import { type Latencies, pause } from '../server/latencies'
import { type Route, routed } from '../server/route-table'
import type { Answer, Service, WebRequest } from '../server/web-server'
import type { AccessTokens } from './access-tokens'
import { type EntraErrorFacts, entraError } from './errors'
import type { Principal } from './identities'
import type { OidcIssuer } from './oidc-issuer'

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

export interface EntraParts {
  readonly tenants: readonly string[]
  readonly principals: readonly Principal[]
  readonly issuer: OidcIssuer
  readonly tokens: AccessTokens
  readonly faults: FaultBook
  readonly latencies: Latencies
  /** Resources that tokens can be asked for. */
  readonly resources: () => readonly string[]
}

/**
 * The Entra service.
 *
 * @param parts tenants, app registrations, and the issuer whose tokens are trusted
 */
export function entra(parts: EntraParts): Service {
  return { name: 'entra', handle: (request) => answer(parts, request) }
}

interface EntraCall {
  readonly parts: EntraParts
  readonly request: WebRequest
  /** As in the path. */
  readonly tenant: string
}

interface EntraRoute extends Route {
  readonly handle: (call: EntraCall) => Promise<Answer> | Answer
}

/** Every call that it takes. */
export const entraRoutes: readonly EntraRoute[] = [
  { method: 'GET', path: '/common/discovery/instance', handle: instanceDiscovery },
  { method: 'GET', path: '/{tenant}/v2.0/.well-known/openid-configuration', handle: openIdConfiguration },
  {
    method: 'GET',
    path: '/{tenant}/discovery/v2.0/keys',
    handle: () => ({ status: 200, body: { keys: [] } }),
  },
  { method: 'POST', path: '/{tenant}/oauth2/v2.0/token', handle: token },
]

async function answer(parts: EntraParts, request: WebRequest): Promise<Answer> {
  const { route, groups, methods } = routed(entraRoutes, request.method, request.path)
  if (route) return await route.handle({ parts, request, tenant: groups['tenant'] ?? '' })
  const headers = { 'content-type': 'text/html' }
  return methods.length > 0
    ? { status: 405, headers: { ...headers, allow: methods.join(', ') }, body: '' }
    : { status: 404, headers, body: '', note: 'no emulated call' }
}

function instanceDiscovery({ request }: EntraCall): Answer {
  const tenantUrl = `https://${request.host}/common/v2.0/.well-known/openid-configuration`
  return {
    status: 200,
    body: {
      tenant_discovery_endpoint: tenantUrl,
      'api-version': '1.1',
      metadata: [{ preferred_network: request.host, preferred_cache: request.host, aliases: [request.host] }],
    },
  }
}

function openIdConfiguration({ parts, request, tenant }: EntraCall): Answer {
  const refused = tenantError(parts, tenant)
  if (refused) return entraError(refused, { ...noFacts, tenant })
  const base = `https://${request.host}/${tenant}`
  return {
    status: 200,
    body: {
      issuer: `${base}/v2.0`,
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      token_endpoint: `${base}/oauth2/v2.0/token`,
      device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
      end_session_endpoint: `${base}/oauth2/v2.0/logout`,
      jwks_uri: `${base}/discovery/v2.0/keys`,
      token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
      response_modes_supported: ['query', 'fragment', 'form_post'],
      response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
      scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
      subject_types_supported: ['pairwise'],
      id_token_signing_alg_values_supported: ['RS256'],
      cloud_instance_name: request.host,
      tenant_region_scope: null,
    },
  }
}

const noFacts: EntraErrorFacts = {
  tenant: '',
  clientId: '',
  issuer: '',
  subject: '',
  audience: '',
  resource: '',
}

async function token({ parts, request, tenant }: EntraCall): Promise<Answer> {
  await pause(parts.latencies.tokenMs)
  const form = new URLSearchParams(request.body.toString('utf8'))
  const scope = form.get('scope') ?? ''
  const resource = scope.split(' ')[0]?.replace(/\/\.default$/, '') ?? ''
  const clientId = form.get('client_id') ?? ''
  const assertion = form.get('client_assertion')
  const claims = assertion === null ? undefined : claimsOf(assertion)
  const facts: EntraErrorFacts = {
    tenant,
    clientId,
    issuer: claims?.iss ?? '',
    subject: claims?.sub ?? '',
    audience: String(claims?.aud ?? ''),
    resource,
  }
  const refuse = (code: number): Answer => entraError(code, facts)

  const injected = parts.faults.forToken(resource)
  if (injected !== undefined) return refuse(injected)
  const wrongTenant = tenantError(parts, tenant)
  if (wrongTenant) return refuse(wrongTenant)
  const principal = parts.principals.find(
    (each) => each.clientId === clientId.toLowerCase() && each.tenantId === tenant.toLowerCase(),
  )
  if (!principal) return refuse(700016)
  if (principal.hasServicePrincipal === false) return refuse(7000229)
  if (form.get('grant_type') !== 'client_credentials') return refuse(70003)
  if (form.has('client_secret')) return refuse(7000215)
  if (assertion === null || form.get('client_assertion_type') !== assertionType) return refuse(7000216)
  const untrusted = await assertionError(parts, principal, assertion, facts)
  if (untrusted) return refuse(untrusted)
  if (scope === '') return refuse(900144)
  if (!/\/\.default$/.test(scope.split(' ')[0] ?? '')) return refuse(1002012)
  if (!parts.resources().some((each) => sameResource(each, resource))) return refuse(500011)
  return {
    status: 200,
    headers: { 'cache-control': 'no-store, no-cache' },
    body: {
      token_type: 'Bearer',
      expires_in: 3599,
      ext_expires_in: 3599,
      access_token: await parts.tokens.issue(principal, resource),
    },
  }
}

function tenantError(parts: EntraParts, tenant: string): number | undefined {
  const isWellFormed = /^[0-9a-f-]{36}$/i.test(tenant) || /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(tenant)
  if (!isWellFormed && tenant !== 'organizations' && tenant !== 'common') return 900023
  return parts.tenants.includes(tenant.toLowerCase()) ? undefined : 90002
}

function claimsOf(assertion: string): JWTPayload | undefined {
  try {
    return decodeJwt(assertion)
  } catch {
    return undefined
  }
}

/** Order as seen in practice: is the token itself good, then issuer, subject, audience of the records. */
async function assertionError(
  parts: EntraParts,
  principal: Principal,
  assertion: string,
  facts: EntraErrorFacts,
): Promise<number | undefined> {
  if (principal.federated.length === 0) return 70021
  try {
    await jwtVerify(assertion, parts.issuer.publicKey, { algorithms: ['RS256'] })
  } catch (error) {
    return error instanceof errors.JWTExpired ? 700024 : 700027
  }
  const sameIssuer = principal.federated.filter((each) => each.issuer === facts.issuer)
  if (sameIssuer.length === 0) return 700211
  const sameSubject = sameIssuer.filter((each) => each.subject === facts.subject)
  if (sameSubject.length === 0) {
    const lower = facts.subject.toLowerCase()
    return sameIssuer.some((each) => each.subject.toLowerCase() === lower) ? 7002138 : 700213
  }
  return sameSubject.some((each) => each.audience === facts.audience) ? undefined : 700212
}

function sameResource(one: string, other: string): boolean {
  return one.replace(/\/+$/, '').toLowerCase() === other.replace(/\/+$/, '').toLowerCase()
}
