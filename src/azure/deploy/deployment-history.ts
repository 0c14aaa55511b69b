/** The deployment history of an app: one request to its SCM site. What follows from it is decided elsewhere. */
import { HttpError } from '../http'
import type { ScmClient, ScmGetOptions } from '../site'
import { type KuduRecord, readRecords } from './deployment-record'

export interface DeploymentHistory {
  /** In the order of the answer. */
  readonly records: readonly KuduRecord[]
  /** What the server asked us to wait before the next look. */
  readonly retryAfterMs: number
  /** What was asked and answered where there is no history. */
  readonly problem?: string
}

/**
 * The deployments that the SCM site knows; none when the site has no history yet.
 *
 * @throws HttpError for any other answer than 404 and a complete one
 */
export async function readDeployments(
  scm: ScmClient,
  options: Pick<ScmGetOptions, 'deadline' | 'signal' | 'attempts'>,
): Promise<DeploymentHistory> {
  const path = '/api/deployments'
  const answer = await scm.get(path, { ...options, alsoAccepts: [404], answersJson: true })
  const { status, body, requestId, retryAfterMs = 0 } = answer
  if (status !== 404) return { records: readRecords(body), retryAfterMs }
  const url = `https://${scm.host}${path}`
  const problem = new HttpError({ method: 'GET', url, status, body, requestId }).message
  return { records: [], retryAfterMs, problem }
}
