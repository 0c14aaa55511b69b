/** What may differ between a recording and its reference, as `proof/tolerances.json` says it, each with a reason. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryRoot } from '../run-action'

/** Where a recording was made. */
export type Place = 'azure' | 'emulator'

export interface Tolerances {
  /** An answer that passes may be missed, when nobody happened to ask while it was there. */
  readonly missedStates: boolean
  /** Keys of bodies, and headers, that the reference does not have. */
  readonly moreKeys: boolean
  /** `null` on one side, a value or no key on the other. */
  readonly nulls: boolean
  /** Questions that the two ways to sign in do not share. */
  readonly signIn: boolean
  /** Answers in the place of a host that starts again, and those of the version before, whenever they are met. */
  readonly restarts: boolean
  /** Scenarios in which the host comes and goes, so that no answer is the last one. */
  readonly wavering: readonly string[]
  /** What to leave out of both, matched against `METHOD host path?query`. */
  readonly questions: readonly RegExp[]
  /** Until the answer that stays. */
  readonly toLastMs: number
}

interface Entry {
  readonly what:
    | 'missed-states'
    | 'more-keys'
    | 'nulls'
    | 'sign-in'
    | 'restarts'
    | 'wavering'
    | 'question'
    | 'time'
  readonly places: readonly Place[]
  readonly reason: string
  readonly question?: string
  readonly scenario?: string
  readonly seconds?: number
}

export function readTolerances(place: Place): Tolerances {
  const text = readFileSync(join(repositoryRoot, 'proof', 'tolerances.json'), 'utf8')
  return tolerancesOf(JSON.parse(text) as Entry[], place)
}

export function tolerancesOf(all: readonly Entry[], place: Place): Tolerances {
  const entries = all.filter(({ places }) => places.includes(place))
  const has = (what: Entry['what']): boolean => entries.some((each) => each.what === what)
  return {
    missedStates: has('missed-states'),
    moreKeys: has('more-keys'),
    nulls: has('nulls'),
    signIn: has('sign-in'),
    restarts: has('restarts'),
    wavering: entries.flatMap(({ what, scenario }) => (what === 'wavering' && scenario ? [scenario] : [])),
    questions: entries.flatMap(({ what, question }) =>
      what === 'question' && question !== undefined ? [new RegExp(question)] : [],
    ),
    toLastMs: 1000 * (entries.find(({ what }) => what === 'time')?.seconds ?? 0),
  }
}
