/** What a test or a script has of an emulator that runs. */
import type { AzureState } from './app/state'
import type { AccessTokens } from './entra/access-tokens'
import type { Principal } from './entra/identities'
import type { OidcIssuer } from './entra/oidc-issuer'
import type { SecretBook } from './entra/secrets'
import type { FaultBook } from './server/faults'
import type { RequestLog } from './server/request-log'
import type { StorageAccount } from './storage/storage'

export interface Emulator {
  readonly urls: {
    readonly oidc: string
    readonly entra: string
    readonly arm: string
    readonly storage: string
  }
  /** Environment that a job on a runner would have, with the endpoints replaced by these. */
  readonly env: Readonly<Record<string, string>>
  readonly ids: {
    readonly tenantId: string
    readonly clientId: string
    readonly objectId: string
    readonly subscriptionId: string
    readonly federationAudience: string
  }
  /** PEM text of the authority, for `tls` options; `env.NODE_EXTRA_CA_CERTS` is its file. */
  readonly ca: string
  readonly state: AzureState
  readonly faults: FaultBook
  readonly requests: RequestLog
  /** Every secret value so far; tests search their output for them. */
  readonly secrets: SecretBook
  readonly oidc: OidcIssuer
  readonly tokens: AccessTokens
  readonly deployer: Principal
  readonly storage: {
    readonly account: StorageAccount
    readonly connectionString: string
    /** `https://localhost:port/account`. */
    readonly blobEndpoint: string
    /** Settles when Azurite listens; the first request to the storage waits for it anyway. */
    readonly ready: () => Promise<void>
  }
  /** `https://localhost:port` of an app or slot. */
  appUrl(name: string, slot?: string): string
  /** Waits until every package that was activated is served by every instance. */
  settle(): Promise<void>
  stop(): Promise<void>
}
