/** Compares how a job ended with how it has to end. Pure. */
import type { Green, Red } from './scenario'

/** What was seen of one job. */
export interface Ending {
  readonly exitCode: number | null
  readonly errors: readonly string[]
  /** Codes of every finding, errors included. */
  readonly codes: readonly string[]
  /** The package that the app had in use when the job ended is the one that was deployed. */
  readonly isOwnActive: boolean
  /** Of the first verification that ended well; undefined without one. */
  readonly verified: VerifiedAt | undefined
}

/** Moments in milliseconds of the clock. */
export interface VerifiedAt {
  readonly beganAtMs: number
  readonly endedAtMs: number
  /** When every instance served the package for the first time, as the emulator knows it. */
  readonly servedAtMs: number | undefined
}

export const verdicts = ['right', 'wrong green', 'wrong red', 'wrong cause', 'late', 'broken'] as const
export type Verdict = (typeof verdicts)[number]

export interface Judgement {
  readonly verdict: Verdict
  /** What was seen, in a few words. */
  readonly seen: string
  /** How long after it could begin the verification ended; undefined where that is not bounded. */
  readonly endedAfterMs?: number
}

/** The time between two looks of a verification. */
export const pollMs = 2000
/** For the requests of the looks at both ends, on a machine on which others wait as well. */
export const slackMs = 3000

/** Judges one job. */
export function judge(expects: Green | Red, ending: Ending): Judgement {
  const { exitCode, errors, codes, isOwnActive } = ending
  const isGreen = exitCode === 0
  const seen = isGreen ? 'green' : `red: ${[...new Set(errors)].join(', ') || `exit code ${exitCode}`}`
  if (expects.end === 'red') {
    if (isGreen) return { verdict: 'wrong green', seen }
    return { verdict: errors.some((code) => expects.code.test(code)) ? 'right' : 'wrong cause', seen }
  }
  if (!isGreen) return { verdict: 'wrong red', seen }
  if (!isOwnActive) return { verdict: 'wrong green', seen: 'green, but another package is in use' }
  if (expects.code !== undefined && !codes.some((code) => expects.code?.test(code)))
    return { verdict: 'wrong cause', seen: `green without a finding ${expects.code.source}` }
  return judgeTime(expects, ending, seen)
}

function judgeTime(expects: Green, { verified }: Ending, seen: string): Judgement {
  if (expects.settleMs === undefined) return { verdict: 'right', seen }
  if (verified?.servedAtMs === undefined)
    return { verdict: 'broken', seen: `${seen}, and nothing says when it was verified` }
  const { beganAtMs, endedAtMs, servedAtMs } = verified
  // It cannot look before the server has said that the deployment ended.
  const endedAfterMs = endedAtMs - Math.max(beganAtMs, servedAtMs)
  const longestMs = expects.settleMs + (expects.disturbedForMs ?? 0) + pollMs + slackMs
  if (endedAfterMs <= longestMs) return { verdict: 'right', seen, endedAfterMs }
  return {
    verdict: 'late',
    seen: `green ${(endedAfterMs / 1000).toFixed(1)} s after it was served`,
    endedAfterMs,
  }
}

/** A job that deploys beside another one. */
export interface Rival extends Ending {
  /** Its package is in use when both have ended. */
  readonly isLast: boolean
}

/** Judges two jobs at once: green is right for whoever has its own package in use, and red for whoever has not. */
export function judgeRivals(rivals: readonly Rival[]): Judgement {
  const seen = rivals.map((one) => judge({ end: 'green' }, one).seen).join('; ')
  if (rivals.some(({ exitCode, isOwnActive }) => exitCode === 0 && !isOwnActive))
    return { verdict: 'wrong green', seen }
  if (rivals.some(({ exitCode, isLast }) => isLast && exitCode !== 0)) return { verdict: 'wrong red', seen }
  return {
    verdict: rivals.every(({ exitCode, errors }) => exitCode === 0 || errors.length > 0)
      ? 'right'
      : 'wrong cause',
    seen,
  }
}
