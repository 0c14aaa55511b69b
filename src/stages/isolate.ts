/** Whether the rehearsed handler can be kept apart from this job, and whether it may be started if not. */
import {
  decideIsolation,
  type IsolationDecision,
  jobFolders,
  tryWays,
  waysToTry,
} from '../host/process/isolation'
import type { RehearsalRequest } from '../host/rehearsal/rehearse'
import type { Run } from './run'

/**
 * Tries the ways of isolation on this machine.
 *
 * @returns how the handler is started, or why it is not
 */
export async function chooseIsolation({ inputs, environment, workspace }: Run): Promise<IsolationDecision> {
  const hasToken = Boolean(environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN'])
  const ways = waysToTry(process.getuid?.() === 0, environment['RUNNER_ENVIRONMENT'] ?? '')
  return decideIsolation({
    mode: inputs.rehearse === 'true' ? 'true' : 'auto',
    hasIdentity: inputs.appName !== '' || hasToken,
    // GitHub gives the job of a fork's `pull_request` neither secrets nor, by default, a token.
    isStrangers: workspace.stranger !== undefined && (workspace.eventName !== 'pull_request' || hasToken),
    tried: await tryWays(ways),
  })
}

/**
 * What the rehearsal is told of the decision.
 *
 * @param decision from `chooseIsolation`
 * @param run the run, whose folders are covered
 * @returns a part of its request
 */
export function isolationOf(
  decision: IsolationDecision,
  { environment }: Run,
): Pick<RehearsalRequest, 'isolation'> {
  if (decision.kind !== 'isolated') return {}
  return { isolation: { way: decision.way, covered: jobFolders(environment, process.execPath) } }
}
