/**
 * Where access tokens come from: the job's own identity, or the session that azure/login left.
 * The one place that loads @azure/identity, and only when a token is needed.
 */
import { ActionError, messageOf } from '../../errors'
import { type AzureLog, azureError, type Clock, type Cloud, explainFailure, redactText } from '../http'
import { explainExchange } from './aadsts'
import { fetchIdToken, readClaims, type TokenClaims } from './oidc-token'
import { type ExchangeWatch, exchangeWithRetries, watchExchange } from './token-exchange'

export interface AccessToken {
  readonly token: string
  /** Clock time in milliseconds. */
  readonly expiresAtMs: number
}

export interface TokenSource {
  /**
   * @param audience for example `https://management.azure.com`
   * @param signal aborts the exchange
   * @throws ActionError that says what to repair
   */
  getToken(audience: string, signal: AbortSignal): Promise<AccessToken>
  /** Makes the next call ask the issuer again, whatever the library remembers. */
  forget(): void
}

export interface FederationRequest {
  readonly cloud: Cloud
  readonly clientId: string
  readonly tenantId: string
  /** Of the GitHub token. */
  readonly audience: string
  readonly getIdToken: (audience: string) => Promise<string>
  readonly clock: Clock
  readonly log: AzureLog
}

/**
 * Tokens for the job's own identity: every exchange presents a fresh GitHub token, so a long deployment
 * never runs into the five minutes for which one is good.
 *
 * @param request who signs in, and where
 * @returns the source; nothing is loaded or sent before the first token
 */
export function federatedTokens(request: FederationRequest): TokenSource {
  // One exchange for each audience, so that two of them at once do not share their state.
  const exchanges = new Map<string, Exchange>()
  return {
    forget: () => exchanges.clear(),
    getToken(audience, signal) {
      const exchange = exchanges.get(audience) ?? openExchange(request)
      exchanges.set(audience, exchange)
      return exchange(audience, signal)
    },
  }
}

type Exchange = (audience: string, signal: AbortSignal) => Promise<AccessToken>

function openExchange(request: FederationRequest): Exchange {
  const watch = watchExchange()
  let credential: Promise<LibraryCredential> | undefined
  let claims: TokenClaims | undefined
  let assertionError: ActionError | undefined
  let current: AbortSignal = new AbortController().signal
  let assertion: Promise<string> | undefined
  // The library asks twice for one exchange; both get the same token, and the next exchange a new one.
  const getAssertion = async (): Promise<string> => {
    try {
      assertion ??= fetchIdToken({ ...request, signal: current })
      const token = await assertion
      claims = readClaims(token)
      return token
    } catch (error) {
      // The library wraps what is thrown here; the error as it was is kept for the caller.
      if (error instanceof ActionError) assertionError = error
      throw error
    }
  }
  return async (audience, signal) => {
    current = signal
    try {
      return await exchangeWithRetries(watch, request.clock, signal, async () => {
        assertion = undefined
        assertionError = undefined
        credential ??= openFederatedCredential(request, getAssertion, watch)
        const opened = credential
        // The library remembers that it was throttled, and would answer the next try with that for a minute.
        credential = undefined
        const token = await take(await opened, audience, signal)
        credential = opened
        return token
      })
    } catch (error) {
      signal.throwIfAborted()
      if (assertionError !== undefined) throw assertionError
      const failure = watch.failure()
      if (failure !== undefined) throw explainFailure(failure, 'sign in to Azure')
      throw explainExchange(messageOf(error), {
        clientId: request.clientId,
        tenantId: request.tenantId,
        cloudName: request.cloud.name,
        federationAudience: request.cloud.federationAudience,
        ...(claims === undefined ? {} : { claims }),
      })
    }
  }
}

/**
 * Tokens of the Azure CLI, after azure/login.
 *
 * @param subscriptionId whose tenant is meant; empty for the CLI's default
 * @returns the source
 */
export function cliTokens(subscriptionId: string): TokenSource {
  let credential: Promise<LibraryCredential> | undefined
  return {
    forget: () => {
      credential = undefined
    },
    async getToken(audience, signal) {
      credential ??= openCliCredential(subscriptionId)
      try {
        return await take(await credential, audience, signal)
      } catch (error) {
        signal.throwIfAborted()
        const text = messageOf(error)
        if (/AADSTS\d/.test(text)) {
          throw explainExchange(text, {
            clientId: 'the identity of azure/login',
            tenantId: 'the tenant of azure/login',
            cloudName: 'this cloud',
            federationAudience: 'the default audience',
          })
        }
        throw azureError(
          'azure-cli-token-failed',
          `The Azure CLI gave no token for '${audience}': ${redactText(text, 600)}`,
          {
            hint: 'Put azure/login directly before this step, or give this step client-id, tenant-id and subscription-id.',
          },
        )
      }
    },
  }
}

/** What both credentials of the library have in common. */
interface LibraryCredential {
  getToken(
    scope: string,
    options: { readonly abortSignal: AbortSignal },
  ): Promise<{ readonly token: string; readonly expiresOnTimestamp: number } | null>
}

async function openFederatedCredential(
  request: FederationRequest,
  getAssertion: () => Promise<string>,
  watch: ExchangeWatch,
): Promise<LibraryCredential> {
  const { ClientAssertionCredential } = await import('@azure/identity')
  return new ClientAssertionCredential(request.tenantId, request.clientId, getAssertion, {
    authorityHost: request.cloud.authorityHost,
    disableInstanceDiscovery: request.cloud.isPrivateAuthority,
    additionalPolicies: [{ policy: watch.policy, position: 'perRetry' }],
  })
}

async function openCliCredential(subscriptionId: string): Promise<LibraryCredential> {
  const { AzureCliCredential } = await import('@azure/identity')
  // The CLI refuses a tenant next to a subscription, and the subscription decides the tenant.
  return new AzureCliCredential({
    processTimeoutInMs: 60_000,
    ...(subscriptionId === '' ? {} : { subscription: subscriptionId }),
  })
}

async function take(
  credential: LibraryCredential,
  audience: string,
  signal: AbortSignal,
): Promise<AccessToken> {
  const answer = await credential.getToken(`${audience}/.default`, { abortSignal: signal })
  if (answer === null || answer.token === '') throw new Error('The answer held no token.')
  return { token: answer.token, expiresAtMs: answer.expiresOnTimestamp }
}
