/**
 * What a deployment is given, what it gives back, and what its ways share. Shapes, and the text that marks our
 * record on the server.
 */
import type { OpenedFile } from '../../files/opened-file'
import type { Finding } from '../../findings'
import type { DeploymentWay } from '../../functions/plans'
import type { AzureLog, UploadProgress } from '../http'
import type { Session } from '../sign-in'
import type { ScmAudience, ScmClient, Site } from '../site'

/** `unconfirmed`: the package is there, a later step is not known to have worked; verification decides. */
export const deploymentOutcomes = ['succeeded', 'unconfirmed', 'failed', 'cancelled'] as const
export type DeploymentOutcome = (typeof deploymentOutcomes)[number]

/** What the deployment history of the portal shows. */
export interface DeploymentMessage {
  readonly sha: string
  readonly repoName: string
  readonly actor: string
  readonly slotName: string
  readonly runUrl?: string
}

export interface DeployRequest {
  /** Opened once, and sent through that one handle. */
  readonly file: OpenedFile
  /** Of the package that was inspected. */
  readonly sizeBytes: number
  /** The same, in lower-case hexadecimal. */
  readonly sha256: string
  readonly message: DeploymentMessage
  /** Time of the session's clock after which nothing is waited for any more. */
  readonly deadline: number
  readonly onProgress?: (progress: UploadProgress) => void
  readonly log: AzureLog
  readonly signal: AbortSignal
}

export interface Deployment {
  readonly way: DeploymentWay
  /** Of the server; for `blob` the name of the package. Empty when the server never gave one. */
  readonly id: string
  readonly outcome: DeploymentOutcome
  /** The state in which Azure last reported it, in words. */
  readonly state: string
  /** Until the server had answered the upload. */
  readonly uploadMs?: number
  /** From then to the final state. */
  readonly serverMs?: number
  /** Lines of the server's own log. */
  readonly log: readonly string[]
  readonly scmAudience?: ScmAudience
  readonly findings: readonly Finding[]
  /** Puts back what ran before. Call it when verification fails; only `blob` has it. */
  readonly restore?: () => Promise<readonly Finding[]>
}

/** What the ways share. */
export interface DeployContext {
  readonly session: Session
  readonly site: Site
  readonly request: DeployRequest
  readonly scm: ScmClient
  /** Unique to this run: it tells our record from everyone else's. */
  readonly token: string
  /** Kept up to date by the ways, so that it is known wherever they stop. */
  readonly progress: { id: string; state: string; uploadMs?: number; serverMs?: number }
}

/**
 * The `message` of a deployment: the shape that the portal's Deployment Center renders, with the digest of the
 * package and our token. The commit is named by its hash alone: a query has to stay below 2048 characters.
 *
 * @returns JSON
 */
export function messageText(context: DeployContext): string {
  const { message, sha256 } = context.request
  return JSON.stringify({ type: 'deployment', ...message, packageSha256: sha256, token: context.token })
}

/** What the `deployer` of our deployments begins with. */
export const deployerPrefix = 'go-azure-func-action-'
