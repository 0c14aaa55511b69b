/**
 * The identity token of the GitHub job: whether it can be had at all, fetching it, reading its claims.
 * The token itself is returned to the caller and never written anywhere.
 */
import { type ActionError, messageOf } from '../../errors'
import { at, parseJson, textAt, textsAt } from '../../text/json-value'
import { type AzureLog, azureError, type Clock, redactText, retry } from '../http'

/** The claims that Entra compares, and the ids that the second subject form is made of. */
export interface TokenClaims {
  readonly issuer: string
  readonly subject: string
  readonly audience: string
  readonly repository: string
  readonly repositoryId: string
  readonly repositoryOwnerId: string
  readonly jobWorkflowRef: string
}

/**
 * Why this job cannot have an identity token, found out without a request. The runner gives the two
 * variables only to jobs with `id-token: write` (actions/runner, NodeScriptActionHandler.cs).
 *
 * @param eventPayload the parsed file of GITHUB_EVENT_PATH, if there is one
 * @returns the error to show, undefined when a token can be asked for
 */
export function explainMissingToken(
  environment: NodeJS.ProcessEnv,
  eventPayload: unknown,
): ActionError | undefined {
  const hasUrl = (environment['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '') !== ''
  const hasToken = (environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? '') !== ''
  if (hasUrl && hasToken) return undefined
  const event = environment['GITHUB_EVENT_NAME'] ?? ''
  const head = at(eventPayload, 'pull_request', 'head', 'repo')
  const headName = textAt(head, 'full_name')
  const baseName = textAt(eventPayload, 'pull_request', 'base', 'repo', 'full_name')
  const isPullRequest = event.startsWith('pull_request')
  if (isPullRequest && headName !== '' && baseName !== '' && headName !== baseName) {
    return azureError(
      'oidc-fork-pull-request',
      `This pull request comes from the fork '${headName}', and GitHub gives such a job no identity token.`,
      {
        hint: 'Leave app-name empty on pull requests (everything but the deployment runs), or deploy on push after the merge.',
      },
    )
  }
  if (environment['GITHUB_ACTOR'] === 'dependabot[bot]') {
    return azureError(
      'oidc-dependabot',
      `The run of '${event || 'this event'}' was started by Dependabot, and GitHub gives such a job no identity token.`,
      {
        hint: "Add if: github.actor != 'dependabot[bot]' to this step, or deploy on push after the merge.",
      },
    )
  }
  return azureError(
    'oidc-permission-missing',
    'This job cannot ask GitHub for an identity token: the permission id-token: write is missing.',
    {
      hint: [
        'Add to the job (or to the workflow):',
        'permissions:',
        '  id-token: write',
        '  contents: read',
        'In a reusable workflow the calling job must grant it as well: a called workflow never has more permissions than its caller.',
      ].join('\n'),
    },
  )
}

export interface TokenRequest {
  readonly getIdToken: (audience: string) => Promise<string>
  readonly audience: string
  readonly clock: Clock
  readonly signal: AbortSignal
  readonly log: AzureLog
}

/**
 * Fetches a fresh identity token. The toolkit's own client retries 502, 503 and 504 only; resets, 429 and
 * the other 5xx are retried here.
 *
 * @param request who gives the token, and for which audience
 * @returns the token, a JWT that is good for about five minutes
 * @throws ActionError `oidc-token-failed`
 */
export async function fetchIdToken(request: TokenRequest): Promise<string> {
  try {
    return await retry(
      {
        clock: request.clock,
        deadline: request.clock.now() + 90_000,
        attempts: 5,
        signal: request.signal,
        isRetryable: isPassing,
        onRetry: (line) => request.log.debug(`GitHub identity token: ${redactText(line, 500)}`),
      },
      () => inTime(request),
    )
  } catch (error) {
    request.signal.throwIfAborted()
    throw azureError(
      'oidc-token-failed',
      `GitHub gave no identity token: ${redactText(messageOf(error), 500)}`,
      {
        hint: 'Run the job again. If it stays, look at https://www.githubstatus.com; on a self-hosted runner check that it reaches the host of ACTIONS_ID_TOKEN_REQUEST_URL.',
      },
    )
  }
}

// The toolkit waits three minutes for an answer, and without saying so.
const patienceMs = 30_000

async function inTime(request: TokenRequest): Promise<string> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    const seconds = patienceMs / 1000
    timer = setTimeout(() => reject(new Error(`There was no answer within ${seconds} s.`)), patienceMs)
  })
  try {
    return await Promise.race([request.getIdToken(request.audience), late])
  } finally {
    clearTimeout(timer)
  }
}

// The toolkit wraps every failure in text; the status stands behind `Error Code :`, undefined for a reset.
// A token that GitHub refuses once (401) may be taken the next time; one that it forbids (403) is not.
function isPassing(error: unknown): boolean {
  const status = Number(/Error Code\s*:\s*(\d{3})/.exec(messageOf(error))?.[1] ?? 0)
  return status < 400 || status === 401 || status === 408 || status === 429 || status >= 500
}

/**
 * Reads the claims of a token without checking its signature: they are only shown to explain a refusal.
 *
 * @param token a JWT
 * @returns its claims, each `''` when absent
 */
export function readClaims(token: string): TokenClaims {
  const payload = token.length > 100_000 ? '' : (token.split('.')[1] ?? '')
  const claims = parseJson(Buffer.from(payload, 'base64url').toString('utf8'))
  const claim = (name: string): string => textAt(claims, name).slice(0, 1000)
  return {
    issuer: claim('iss'),
    subject: claim('sub'),
    audience: (textsAt(claims, 'aud')[0] ?? '').slice(0, 1000) || claim('aud'),
    repository: claim('repository'),
    repositoryId: claim('repository_id'),
    repositoryOwnerId: claim('repository_owner_id'),
    jobWorkflowRef: claim('job_workflow_ref'),
  }
}
