/**
 * A signed-in session: whom we are, in which subscription, and tokens by purpose. Says what it is, and makes none.
 */
import type { AzureLog, Clock, Cloud, HttpClient } from '../http'
import type { AccessToken } from './credential'

export const tokenPurposes = ['arm', 'scm', 'storage'] as const
export type TokenPurpose = (typeof tokenPurposes)[number]

export const signInWays = ['oidc', 'azure-cli'] as const
export type SignInWay = (typeof signInWays)[number]

export interface Session {
  readonly cloud: Cloud
  readonly way: SignInWay
  readonly subscriptionId: string
  /** Of the principal, for role assignments; empty when unknown. */
  readonly clientId: string
  readonly http: HttpClient
  readonly clock: Clock
  readonly log: AzureLog
  readonly signal: AbortSignal
  /**
   * A token that is good for at least five more minutes.
   *
   * @throws ActionError that says what to repair
   */
  token(purpose: TokenPurpose): Promise<string>
  /** The same with its end, for the storage library. */
  accessToken(purpose: TokenPurpose): Promise<AccessToken>
  /** Drops a token that a server refused. */
  forget(purpose: TokenPurpose): void
}
