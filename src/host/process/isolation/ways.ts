/**
 * The ways in which a handler can be kept apart from the job that starts it, and the decision between them. Pure.
 */

/** Best first. All three give the handler the same namespaces and the same root; they differ in who may make them. */
export const isolationWays = ['root', 'sudo', 'user-namespace'] as const
export type IsolationWay = (typeof isolationWays)[number]

/** What trying a way gave. */
export interface TriedWay {
  readonly way: IsolationWay
  /** Why it does not work here, in a few words; undefined when it does. */
  readonly problem: string | undefined
}

export interface IsolationCircumstances {
  readonly mode: 'auto' | 'true'
  /** Whether a program in this job could take an identity: a token can be asked for, or an app is deployed to. */
  readonly hasIdentity: boolean
  /** Whether somebody who may not push here may have written the handler, in a job that may have secrets. */
  readonly isStrangers: boolean
  /** Whether the package was given, so that nothing here says what it was made of. */
  readonly isGiven: boolean
  /** In the order of `waysToTry`; it may end at the first that works. */
  readonly tried: readonly TriedWay[]
}

export type IsolationDecision =
  | { readonly kind: 'isolated'; readonly way: IsolationWay }
  | { readonly kind: 'open'; readonly reason: string }
  | { readonly kind: 'not-started'; readonly reason: string }

/**
 * Lists the ways that are worth trying.
 *
 * @param isRoot whether this process runs as root
 * @param runnerEnvironment the variable RUNNER_ENVIRONMENT; only on GitHub's own machines is `sudo` asked, since
 *   elsewhere it may be watched or mean something
 * @returns the ways, best first
 * @see docs.github.com, "Variables reference", on RUNNER_ENVIRONMENT
 */
export function waysToTry(isRoot: boolean, runnerEnvironment: string): readonly IsolationWay[] {
  if (isRoot) return ['root']
  return runnerEnvironment === 'github-hosted' ? ['sudo', 'user-namespace'] : ['user-namespace']
}

/**
 * Decides how the handler is started.
 *
 * @param circumstances what was asked for, what is at stake, and which ways were tried
 * @returns the first way that works; without one, the open start or the reason against it
 */
export function decideIsolation(circumstances: IsolationCircumstances): IsolationDecision {
  const { mode, hasIdentity, isStrangers, isGiven, tried } = circumstances
  const working = tried.find(({ problem }) => problem === undefined)
  if (working !== undefined) return { kind: 'isolated', way: working.way }
  const problems = tried.map(({ way, problem }) => `${wayNames[way]}: ${problem}`).join('; ')
  const reason = problems === '' ? 'no way to isolate it is known on this machine' : problems
  if (isStrangers) {
    const because = 'a fork has a part in this run, which may have secrets'
    return {
      kind: 'not-started',
      reason: `The handler cannot be kept apart from this job (${reason}), and ${because}. Rehearse on pull_request, in a job without id-token: write and secrets.`,
    }
  }
  if (mode === 'true' || !(hasIdentity || isGiven)) return { kind: 'open', reason }
  if (!hasIdentity) {
    return {
      kind: 'not-started',
      reason: `The action starts the handler of a given package only where it can keep the handler apart from this job (${reason}). rehearse: true starts the handler all the same.`,
    }
  }
  return {
    kind: 'not-started',
    reason:
      `The handler cannot be kept apart from this job (${reason}), and this job can sign in. ` +
      'Build and rehearse in a job of its own without id-token: write and app-name, and hand over the package; ' +
      'or set rehearse: true to start it all the same.',
  }
}

/**
 * One line for the log.
 *
 * @param decision a decision that starts the handler
 * @returns how it is kept apart, or why it is not
 */
export function describeIsolation(decision: Exclude<IsolationDecision, { kind: 'not-started' }>): string {
  if (decision.kind === 'open') {
    return `Not isolated: the handler runs with the rights of this job (${decision.reason}).`
  }
  return `Isolated (${wayNames[decision.way]}): ${heldBy[decision.way]}.`
}

const wayNames: Readonly<Record<IsolationWay, string>> = {
  root: 'namespaces as root',
  sudo: 'namespaces with sudo',
  'user-namespace': 'a user namespace',
}

const namespaces =
  'own PID, mount, IPC, UTS and network namespaces, a root without workspace and runner, package read-only, no network'
const heldBy: Readonly<Record<IsolationWay, string>> = {
  root: `${namespaces}, user nobody without new privileges`,
  sudo: `${namespaces}, user nobody without new privileges`,
  'user-namespace': `${namespaces}, no capabilities and no new privileges`,
}
