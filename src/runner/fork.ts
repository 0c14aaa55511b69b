/**
 * Who besides this repository may have a part in what a run has checked out, as the event tells. Pure.
 */

import { at, textAt } from '../text/json-value'

/** Somebody who may not push to this repository. */
export type Stranger =
  | {
      /** The author of a pull request from another repository. */
      readonly kind: 'fork'
      /** `owner/name`; empty when the event does not tell, as for a fork that was deleted. */
      readonly repository: string
      /** The head of the pull request when the event happened; empty when the event does not tell. */
      readonly headCommit: string
      /** What GitHub merged for it then; empty when the event does not tell. */
      readonly mergeCommit: string
      /** Whether GITHUB_SHA is itself a commit of the pull request. */
      readonly isShaTheirs: boolean
    }
  /** Whoever may cause an event such as `issue_comment`, of which nothing tells what its workflow checks out. */
  | { readonly kind: 'anybody' }

/** Only who may write to the repository, or the repository itself, causes these. */
const ownEvents: ReadonlySet<string> = new Set([
  'push',
  'schedule',
  'workflow_dispatch',
  'release',
  'merge_group',
  'repository_dispatch',
  'create',
  'delete',
  'deployment',
  'deployment_status',
  'registry_package',
])

const anybody: Stranger = { kind: 'anybody' }

/**
 * Finds out who has a part in a run (docs.github.com, "Events that trigger workflows", "Webhook events and payloads").
 *
 * @param eventName GITHUB_EVENT_NAME; empty outside of GitHub Actions
 * @param payload the parsed file of GITHUB_EVENT_PATH
 * @param repository GITHUB_REPOSITORY
 * @returns undefined where the code can only be that of this repository
 */
export function strangerOf(eventName: string, payload: unknown, repository: string): Stranger | undefined {
  if (eventName === '' || ownEvents.has(eventName)) return undefined
  if (eventName.startsWith('pull_request')) {
    const head = at(payload, 'pull_request', 'head')
    const name = textAt(head, 'repo', 'full_name')
    if (isSame(name, repository)) return undefined
    return {
      kind: 'fork',
      repository: name,
      headCommit: textAt(head, 'sha').toLowerCase(),
      mergeCommit: textAt(payload, 'pull_request', 'merge_commit_sha').toLowerCase(),
      // For all others it is the merge that GitHub made of the pull request.
      isShaTheirs: eventName !== 'pull_request_target',
    }
  }
  if (eventName !== 'workflow_run') return anybody
  const run = at(payload, 'workflow_run')
  const name = textAt(run, 'head_repository', 'full_name')
  if (!isSame(name, repository)) {
    const headCommit = textAt(run, 'head_sha').toLowerCase()
    return { kind: 'fork', repository: name, headCommit, mergeCommit: '', isShaTheirs: false }
  }
  // A run that another event began tells as little as that event: of `workflow_run` after `workflow_run`, only the
  // last one's repository is known.
  const first = textAt(run, 'event')
  return first === '' || ownEvents.has(first) || first.startsWith('pull_request') ? undefined : anybody
}

/** Names are compared as GitHub does, without regard to case. */
function isSame(name: string, repository: string): boolean {
  return name !== '' && name.toLowerCase() === repository.toLowerCase()
}
