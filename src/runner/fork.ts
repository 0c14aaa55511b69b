/**
 * Whether a run was started for a pull request from a fork, by an event that gives the job secrets all the same.
 * Pure.
 */

import { at, textAt } from '../text/json-value'

export interface Fork {
  /** `owner/name`; empty when the event does not tell, as for a fork that was deleted. */
  readonly repository: string
  /** The head of the pull request when the event happened; empty when the event does not tell. */
  readonly headCommit: string
  /** What GitHub merged for it then; empty when the event does not tell. */
  readonly mergeCommit: string
}

/**
 * Finds out whose pull request a run with secrets was started for (docs.github.com, "Webhook events and payloads").
 * Only jobs of these two events have secrets and an identity token, whoever started them.
 *
 * @param eventName GITHUB_EVENT_NAME
 * @param payload the parsed file of GITHUB_EVENT_PATH
 * @param repository GITHUB_REPOSITORY
 * @returns the fork; undefined for other events, and where the code is of this repository
 */
export function forkOf(eventName: string, payload: unknown, repository: string): Fork | undefined {
  if (eventName === 'pull_request_target') {
    const head = at(payload, 'pull_request', 'head')
    const mergeCommit = textAt(payload, 'pull_request', 'merge_commit_sha')
    return unlessOwn(textAt(head, 'repo', 'full_name'), repository, textAt(head, 'sha'), mergeCommit)
  }
  if (eventName === 'workflow_run') {
    const run = at(payload, 'workflow_run')
    return unlessOwn(textAt(run, 'head_repository', 'full_name'), repository, textAt(run, 'head_sha'), '')
  }
  return undefined
}

function unlessOwn(
  name: string,
  repository: string,
  headCommit: string,
  mergeCommit: string,
): Fork | undefined {
  // Names are compared as GitHub does, without regard to case.
  if (name !== '' && name.toLowerCase() === repository.toLowerCase()) return undefined
  return {
    repository: name,
    headCommit: headCommit.toLowerCase(),
    mergeCommit: mergeCommit.toLowerCase(),
  }
}
