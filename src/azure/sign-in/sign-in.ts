/**
 * Signs in: decides between the two ways, and keeps tokens for as long as they are good.
 * Tokens stay inside; they are handed to the HTTP clients only.
 */
import { isGuid } from '../../text/guid'
import { block } from '../../text/passages'
import { type AzureLog, azureError, type Clock, type Cloud, createHttpClient, type HttpClient } from '../http'
import { type CliAccount, readCliAccount } from './cli-account'
import { type AccessToken, cliTokens, federatedTokens, type TokenSource } from './credential'
import { explainMissingToken } from './oidc-token'
import type { Session, SignInWay, TokenPurpose } from './session'
import { chooseSubscription } from './subscription'

export interface SignInRequest {
  readonly cloud: Cloud
  /** The inputs `client-id`, `tenant-id`, `subscription-id`; empty when not given. */
  readonly clientId: string
  readonly tenantId: string
  readonly subscriptionId: string
  /** The input `audience`; empty for the one of the cloud. */
  readonly audience: string
  readonly env: NodeJS.ProcessEnv
  /** The parsed file of GITHUB_EVENT_PATH, to recognise fork pull requests. */
  readonly eventPayload?: unknown
  /** `getIDToken` of the Actions toolkit. */
  readonly getIdToken: (audience: string) => Promise<string>
  /** Told every access token before it is used, so that the runner can mask it. */
  readonly mask?: (secret: string) => void
  readonly log: AzureLog
  readonly signal: AbortSignal
  readonly clock: Clock
  /** Default: a client over Node's `https`. */
  readonly http?: HttpClient
}

/**
 * Signs in: with the job's own identity when `client-id` is given, else with the session of azure/login.
 * Everything that can be known without a request is checked first.
 *
 * @param request who, where, and what the environment offers
 * @returns the session; a token for the resource manager has been had
 * @throws ActionError of the codes `azure-sign-in-…`, `oidc-…`, `entra-…`
 */
export async function signIn(request: SignInRequest): Promise<Session> {
  const way: SignInWay = request.clientId === '' ? 'azure-cli' : 'oidc'
  const account = way === 'azure-cli' ? await cliAccountFor(request) : undefined
  if (way === 'oidc') checkOidcInputs(request)
  const source: TokenSource =
    way === 'azure-cli'
      ? cliTokens(request.subscriptionId)
      : federatedTokens({
          ...request,
          audience: request.audience === '' ? request.cloud.federationAudience : request.audience,
        })
  const tokens = keepTokens(request, source)
  const session: Session = {
    cloud: request.cloud,
    way,
    subscriptionId: request.subscriptionId || (account?.subscriptionId ?? ''),
    clientId: request.clientId || (account?.clientId ?? ''),
    http: request.http ?? createHttpClient(),
    clock: request.clock,
    log: request.log,
    signal: request.signal,
    ...tokens,
  }
  await session.token('arm')
  // The CLI exchanges azure/login's five-minute assertion again for each new audience (azure/login#372), so
  // all of them are asked for while it is fresh. A refusal matters only when that token is needed.
  if (way === 'azure-cli') {
    for (const purpose of ['scm', 'storage'] as const) session.token(purpose).catch(() => undefined)
  }
  return session.subscriptionId === ''
    ? { ...session, subscriptionId: await chooseSubscription(session) }
    : session
}

function checkOidcInputs(request: SignInRequest): void {
  const wrong: string[] = []
  if (!isGuid(request.clientId)) wrong.push(`client-id '${request.clientId}' is not a GUID`)
  if (request.tenantId === '') wrong.push('tenant-id is empty')
  // A tenant may be named by its domain.
  else if (!/^[A-Za-z0-9.-]+$/.test(request.tenantId))
    wrong.push(`tenant-id '${request.tenantId}' is not a tenant`)
  if (request.subscriptionId !== '' && !isGuid(request.subscriptionId)) {
    wrong.push(`subscription-id '${request.subscriptionId}' is not a GUID`)
  }
  if (wrong.length > 0) {
    throw azureError('azure-sign-in-inputs', `Cannot sign in with OIDC: ${wrong.join('; ')}.`, {
      hint: 'Set client-id, tenant-id and subscription-id from repository variables, and check that the variables exist in this environment.',
    })
  }
  const missing = explainMissingToken(request.env, request.eventPayload)
  if (missing !== undefined) throw missing
}

async function cliAccountFor(request: SignInRequest): Promise<CliAccount> {
  if (request.subscriptionId !== '' && !isGuid(request.subscriptionId)) {
    throw azureError('azure-sign-in-inputs', `subscription-id '${request.subscriptionId}' is not a GUID.`, {
      hint: `Leave subscription-id out, or set it to the id that this command prints:\n${block('az account show --query id --output tsv')}`,
    })
  }
  const account = await readCliAccount(request.env)
  if (account === undefined) {
    throw azureError(
      'azure-sign-in-missing',
      'There is no way to sign in: client-id is empty and no session of azure/login was found.',
      {
        hint: 'Either give this step client-id, tenant-id and subscription-id and the job permissions: id-token: write, or run azure/login before this step.',
      },
    )
  }
  // With a resource manager of one's own the CLI's cloud has a name of one's own too.
  if (
    !request.cloud.isPrivateArm &&
    account.cloudName !== '' &&
    account.cloudName !== request.cloud.cliName
  ) {
    throw azureError(
      'azure-cloud-mismatch',
      `azure/login is signed in to '${account.cloudName}', but cloud is '${request.cloud.name}'.`,
      { hint: 'Name the same cloud in both steps: environment: of azure/login, and cloud: of this step.' },
    )
  }
  return account
}

// Long enough for one more request to be made with the token after it was handed out.
const marginMs = 5 * 60_000

function keepTokens(
  request: SignInRequest,
  source: TokenSource,
): Pick<Session, 'token' | 'accessToken' | 'forget'> {
  const kept = new Map<TokenPurpose, Promise<AccessToken>>()
  const fetchToken = async (purpose: TokenPurpose): Promise<AccessToken> => {
    const audience = audienceFor(request.cloud, purpose)
    request.log.debug(`Asking for a token for ${audience}.`)
    const fresh = await source.getToken(audience, request.signal)
    request.mask?.(fresh.token)
    return fresh
  }
  const accessToken = async (purpose: TokenPurpose): Promise<AccessToken> => {
    const before = kept.get(purpose)
    const known = await before?.catch(() => undefined)
    if (known !== undefined && known.expiresAtMs - marginMs > request.clock.now()) return known
    // Of several callers that found nothing good, the first asks and the others share its answer.
    const current = kept.get(purpose)
    if (current !== undefined && current !== before) return current
    const next = fetchToken(purpose)
    kept.set(purpose, next)
    return next
  }
  return {
    accessToken,
    token: async (purpose) => (await accessToken(purpose)).token,
    forget: (purpose) => {
      kept.delete(purpose)
      source.forget()
    },
  }
}

function audienceFor(cloud: Cloud, purpose: TokenPurpose): string {
  if (purpose === 'scm') return cloud.scmAudience
  return purpose === 'arm' ? cloud.armAudience : cloud.storageAudience
}
