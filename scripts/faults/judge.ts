/**
 * Decides whether a deployment that met a fault went as it must. Pure.
 */
import type { Report } from './deployment-process'
import { type ClockKind, type FaultKind, serverRequestId, serverWords } from './fault-kinds'

/** What the emulator saw of one deployment. */
export interface Effects {
  /** Packages that were taken into use. */
  readonly activated: number
  readonly isOursActive: boolean
  /** The app runs another package than before, or is pointed to one. */
  readonly isChanged: boolean
  /** The target of the swap runs another package than before. */
  readonly isGoalChanged: boolean
  readonly swaps: number
  /** 1 for a release by swap, else 0. */
  readonly wantedSwaps: number
  /** App settings other than the address of the package are what they were. */
  readonly isSettingsKept: boolean
  /** The fault was met at all. */
  readonly isHit: boolean
  /** Requests that reached the host to which redirects lead. */
  readonly strayRequests: number
}

export const results = ['succeeded', 'stopped', 'not met', 'defect'] as const
export type Result = (typeof results)[number]

export interface Judgement {
  readonly result: Result
  /** What is wrong, if anything. */
  readonly reasons: readonly string[]
}

/** What is met; without an effect it is no answer to one request. */
export type Met = Pick<FaultKind, 'expects'> & Partial<Pick<FaultKind, 'effect'>>

/** Beyond the sum of the deadlines and one request that was just sent. */
const latestEndMs = 35 * 60_000

// Their messages say what the status means, in words of their own.
const explained = new Set([
  'azure-role-missing',
  'site-not-found',
  'scm-ip-forbidden',
  'site-stopped',
  // The toolkit that asks for it shows neither address nor request id, and of a 404 not even the status.
  'oidc-token-failed',
])

/**
 * Judges one deployment.
 *
 * @param fault that was to be met
 * @param report of the deployment; undefined when it never ended
 * @param effects on the app
 * @returns the result, with the reasons of a defect
 */
export function judge(fault: Met, report: Report | undefined, effects: Effects): Judgement {
  if (report === undefined) return { result: 'defect', reasons: ['it hangs'] }
  const reasons = [
    ...judgeCrash(report),
    ...(effects.isSettingsKept ? [] : ['other app settings were changed']),
    ...(effects.strayRequests > 0 ? ['a request followed the redirect'] : []),
    ...(report.elapsedMs > latestEndMs ? [`it took ${Math.round(report.elapsedMs / 1000)} s`] : []),
    ...(report.isGreen ? judgeSuccess(effects) : judgeStop(fault, report, effects)),
  ]
  if (reasons.length > 0) return { result: 'defect', reasons }
  if (!effects.isHit) return { result: 'not met', reasons }
  return { result: report.isGreen ? 'succeeded' : 'stopped', reasons }
}

/**
 * Judges a deployment from a runner whose clock is off.
 *
 * @returns it has to succeed, and a clock that tokens do not bear has to be named
 */
export function judgeClock(kind: ClockKind, report: Report | undefined, effects: Effects): Judgement {
  if (report === undefined) return { result: 'defect', reasons: ['it hangs'] }
  const said = report.findings.filter(({ severity }) => severity === 'error').map(({ message }) => message)
  const isTold = report.findings.some(({ code }) => code === 'runner-clock-off')
  const reasons = [
    ...judgeCrash(report),
    ...(effects.isSettingsKept ? [] : ['other app settings were changed']),
    ...(isTold === kind.isTold
      ? []
      : [isTold ? 'a good clock is called wrong' : 'nothing is said of the clock']),
    ...(report.isGreen ? judgeSuccess(effects) : [`it did not survive: ${said.join(' ')}`]),
  ]
  return { result: reasons.length > 0 ? 'defect' : 'succeeded', reasons }
}

/** A run that met another one. */
export interface Racer {
  readonly report: Report | undefined
  readonly sha256: string
  /** The package in use when it last looked for other deployments. */
  readonly activeThen: string | undefined
}

/**
 * Judges two runs at once.
 *
 * @returns neither may be green with another package than its own; one that is not has to say why
 */
export function judgeRace(racers: readonly Racer[], isSettingsKept: boolean): Judgement {
  const reasons = racers.flatMap(({ report, sha256, activeThen }) => {
    if (report === undefined) return ['it hangs']
    const errors = report.findings.filter(({ severity }) => severity === 'error')
    return [
      ...judgeCrash(report),
      ...(report.isGreen && activeThen !== sha256 ? ['it is green, but another package is active'] : []),
      ...(report.isGreen || errors.length > 0 ? [] : ['it failed without a finding']),
      ...errors.flatMap(({ code, hint }) => (hint === '' ? [`'${code}' says nothing of what to do`] : [])),
    ]
  })
  if (!isSettingsKept) reasons.push('other app settings were changed')
  if (reasons.length > 0) return { result: 'defect', reasons }
  return { result: racers.some(({ report }) => report?.isGreen) ? 'succeeded' : 'stopped', reasons }
}

function judgeCrash({ crash }: Report): readonly string[] {
  return crash === undefined ? [] : [`it crashed: ${crash.split('\n')[0]}`]
}

function judgeSuccess({ activated, isOursActive, swaps, wantedSwaps }: Effects): readonly string[] {
  return [
    ...(isOursActive ? [] : ['it is green, but another package is active']),
    ...(activated === 1 ? [] : [`the package was activated ${activated} times`]),
    ...(swaps === wantedSwaps ? [] : [`the slots were swapped ${swaps} times`]),
  ]
}

function judgeStop(fault: Met, report: Report, effects: Effects): readonly string[] {
  const errors = report.findings.filter(({ severity }) => severity === 'error')
  const first = errors[0]
  if (fault.expects === 'heals') {
    return [
      `it did not survive: ${first === undefined ? 'without a finding' : `${first.code}: ${first.message}`}`,
    ]
  }
  if (first === undefined) return ['it failed without a finding']
  const isTold = report.findings.some(
    ({ code }) => code.startsWith('deployment-') || code.startsWith('verify-'),
  )
  const isSwapTold = report.findings.some(({ code }) => code.startsWith('swap-'))
  const isStateKnown = report.state !== undefined && report.state !== 'not started'
  return [
    ...(errors.length === 1 ? [] : [`${errors.length} errors: ${errors.map(({ code }) => code).join(', ')}`]),
    ...judgeWords(fault, `${first.message} ${first.hint}`, first.code),
    ...(first.hint === '' ? [`'${first.code}' says nothing of what to do`] : []),
    ...(effects.isChanged && !isTold && !isStateKnown ? ['the app was changed and nothing says so'] : []),
    ...(effects.isGoalChanged && !isSwapTold ? ['the target was swapped and nothing says so'] : []),
    ...(effects.swaps > 2 ? [`the slots were swapped ${effects.swaps} times`] : []),
  ]
}

// The request, the status, the server's words and its id, unless the code is one that knows better.
function judgeWords({ effect }: Met, text: string, code: string): readonly string[] {
  if (effect?.kind !== 'status' || explained.has(code)) return []
  const reasons: string[] = []
  if (!text.includes(String(effect.status))) reasons.push(`no status ${effect.status}`)
  if (!text.includes(serverWords)) reasons.push('not the words of the server')
  // Of the app's own answers there is no id that anybody could look up.
  if (!text.includes(serverRequestId) && code !== 'verify-probe-failed') reasons.push('no request id')
  if (!/\b(?:GET|POST|PUT|DELETE) |https:\/\//.test(text)) reasons.push('no request')
  return reasons.length === 0 ? [] : [`'${code}' has ${reasons.join(', ')}: ${text.slice(0, 300)}`]
}
