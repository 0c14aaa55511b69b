/**
 * What a call of the emulated resource manager is given, and what answers one. Answers none itself.
 */

import type { AppSpec } from '../app/apps'
import type { AppLifecycle } from '../app/lifecycle'
import type { App, AzureState } from '../app/state'
import type { AccessTokens } from '../entra/access-tokens'
import type { Principal } from '../entra/identities'
import type { SecretBook } from '../entra/secrets'
import type { FaultBook } from '../server/faults'
import type { Latencies } from '../server/latencies'
import type { Route } from '../server/route-table'
import type { Answer, WebRequest } from '../server/web-server'
import type { SwapOperations } from './swap-operations'

export interface ArmParts {
  readonly state: AzureState
  readonly principals: readonly Principal[]
  readonly tokens: AccessTokens
  readonly lifecycle: AppLifecycle
  readonly faults: FaultBook
  readonly latencies: Latencies
  readonly secrets: SecretBook
  /** Entries in one page of a list. */
  readonly pageItems: number
  readonly platform: Platform
  /** Accepted `aud` values. */
  readonly audiences: () => readonly string[]
  /** Body of `GET /metadata/endpoints`. */
  readonly metadata: () => object
}

/** What templates make and deletions take away: servers, besides what is remembered. */
export interface Platform {
  /** @param spec of an app that is not there yet */
  create(spec: AppSpec): Promise<void>
  /** Gives an app its public site and its SCM site. */
  open(app: App): Promise<void>
  /** Takes away every app of a resource group. */
  remove(resourceGroup: string): Promise<void>
  /** Without a slash at its end. */
  readonly blobEndpoint: () => string
  readonly storageKey: string
  /** The identity of the apps. */
  readonly identity: Principal
}

export interface SiteCall {
  readonly parts: ArmParts
  readonly app: App
  readonly request: WebRequest
  readonly principal: Principal
  readonly swaps: SwapOperations
  /** Named parts of the route's path, as they were sent. */
  readonly groups: Readonly<Record<string, string>>
}

/** A call that is not below a site. */
export interface RootCall {
  readonly parts: ArmParts
  readonly request: WebRequest
  readonly principal: Principal
  /** Named parts of the route's path, as they were sent. */
  readonly groups: Readonly<Record<string, string>>
}

/** One call from the root. */
export interface RootRoute extends Route {
  readonly handle: (call: RootCall) => Promise<Answer> | Answer
}

/** One call below a site or slot, with its path below it; `action` is what comes after `Microsoft.Web/sites/[slots/]`. */
export interface SiteRoute extends Route {
  readonly action: string
  /** The call exists below the production site only. */
  readonly siteOnly?: boolean
  /** The call exists below a slot only. */
  readonly slotOnly?: boolean
  readonly handle: (call: SiteCall) => Promise<Answer> | Answer
}
