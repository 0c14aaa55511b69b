/**
 * What a deployment server is given with a request, and the answers that both servers share. Decides nothing.
 */

import type { AppLifecycle } from '../app/lifecycle'
import type { App } from '../app/state'
import type { AccessTokens } from '../entra/access-tokens'
import type { FaultBook } from '../server/faults'
import type { Latencies } from '../server/latencies'
import type { Route } from '../server/route-table'
import type { Answer, WebRequest } from '../server/web-server'
import type { DeploymentRuns } from './deployment-runs'

export interface ScmParts {
  readonly tokens: AccessTokens
  readonly lifecycle: AppLifecycle
  readonly runs: DeploymentRuns
  readonly faults: FaultBook
  readonly latencies: Latencies
  readonly appServiceAudience: string
  readonly armAudiences: () => readonly string[]
}

export interface ScmCall {
  /** Named parts of the route's path, as they were sent. */
  readonly groups: Readonly<Record<string, string>>
  readonly app: App
  readonly parts: ScmParts
  readonly request: WebRequest
  /** Query parameter names are matched without regard to case. */
  readonly query: (name: string) => string | undefined
}

/** One call to a deployment server. */
export interface ScmRoute extends Route {
  readonly handle: (call: ScmCall) => Promise<Answer> | Answer
}

/** Whether a deployment holds the lock; the same on both servers. */
export function isDeploying({ app }: ScmCall): Answer {
  return { status: 200, body: { value: app.lockedBy === undefined ? 'False' : 'True', msg: '' } }
}

/**
 * The three answers with status 409.
 *
 * @param reason what stands in the way
 */
export function conflictAnswer(reason: 'lock' | 'auto-swap' | 'run-from-url'): Answer {
  const texts = {
    lock: 'There is a deployment currently in progress. Please try again when it completes.',
    'auto-swap':
      'There is an auto swap deployment currently in progress. Please try again when it completes.',
    'run-from-url':
      'Run-From-Zip is set to a remote URL using WEBSITE_RUN_FROM_PACKAGE app setting. Deployment is not supported in this configuration.',
  }
  return { status: 409, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: texts[reason] }
}
