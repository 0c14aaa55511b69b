/**
 * Whether what answers is what was uploaded: by the start of the process, by the id of the instance, or by content
 * that changed while Azure's own records name our package. Pure.
 */
import type { ActivePackage } from '../deploy'
import type { ListedFunction } from '../site'
import type { MadeCall } from './alive'
import { type Sighting, startOf } from './processes'

/** What an app was like before the upload. */
export interface Before {
  /** Empty when the host could not be asked. */
  readonly sightings: readonly Sighting[]
  /** Without the placeholder; undefined when they could not be listed. */
  readonly functions: readonly ListedFunction[] | undefined
  /** By path, as `printOf` gives them; only of paths that answer the same twice. */
  readonly answers: ReadonlyMap<string, string>
  readonly active: ActivePackage
}

export type Change = 'list' | 'routes' | 'answers' | 'rehearsed'

export interface Freshness {
  readonly isFresh: boolean
  /** False when there was nothing to tell it by. */
  readonly isProven: boolean
  /** How it is known, as a sentence; for what is not fresh, what was seen. */
  readonly how: string
}

export interface FreshnessCase {
  readonly uploadStartedAtMs: number
  /** Undefined when nothing could be remembered. */
  readonly before: Before | undefined
  readonly ownSha256: string
  /** Processes that this look saw. */
  readonly sightings: readonly Sighting[]
  /** What differs from before, if Azure's records name our package. */
  readonly change: Change | undefined
  /** Since the verification began. */
  readonly waitedMs: number
}

// How long proof is waited for where there may be none.
const patienceMs = 30_000

/** Judges one look. */
export function judgeFreshness(facts: FreshnessCase): Freshness {
  const { before, ownSha256, sightings, change, waitedMs } = facts
  if (before !== undefined && before.active.sha256 === ownSha256 && ownSha256 !== '') {
    return proven('The same package was active before the upload.')
  }
  if (before?.functions?.length === 0) return proven('The app had no functions before.')
  const old = sightings.filter((sighting) => !isNewProcess(sighting, facts))
  if (sightings.length > 0 && old.length === 0) return proven(describeNew(sightings, facts))
  if (change !== undefined)
    return proven(`${changeWords[change]}, and Azure names this package as the active one.`)
  const hasReference = sightings.length > 0 && (before?.sightings.length ?? 0) > 0
  if (!hasReference && waitedMs >= patienceMs) {
    const how =
      sightings.length > 0
        ? 'The state of the host before the upload could not be read'
        : 'The host does not say since when it runs'
    return {
      isFresh: true,
      isProven: false,
      how: `${how}, so this may still be the version before.`,
    }
  }
  return { isFresh: false, isProven: false, how: describeOld(old) }
}

const changeWords: Readonly<Record<Change, string>> = {
  list: 'The functions differ from those before',
  routes: 'The routes differ from those before',
  answers: 'The answers differ from those before',
  rehearsed: 'The app answers as the package did in the rehearsal',
}

function proven(how: string): Freshness {
  return { isFresh: true, isProven: true, how }
}

/** Whether the process started after the upload began, or runs on an instance that was not there before. */
export function isNewProcess(
  sighting: Sighting,
  { uploadStartedAtMs, before }: Pick<FreshnessCase, 'uploadStartedAtMs' | 'before'>,
): boolean {
  // By its latest start: what takes the answer long is the start of the host itself.
  if (startOf(sighting).startedAfterMs >= uploadStartedAtMs) return true
  const known = (before?.sightings ?? []).map(({ instanceId }) => instanceId)
  // A placeholder that takes the app in has run for a while, on an instance of its own.
  return (
    sighting.instanceId !== '' &&
    known.length > 0 &&
    !known.includes('') &&
    !known.includes(sighting.instanceId)
  )
}

/**
 * The sightings of new processes, or all where there is none yet. A look at the change may see the process of before
 * beside answers of the new package: that is no life of the new one.
 */
export function newSightings(
  sightings: readonly Sighting[],
  uploadStartedAtMs: number,
  before: Before | undefined,
): readonly Sighting[] {
  const own = sightings.filter((one) => isNewProcess(one, { uploadStartedAtMs, before }))
  return own.length > 0 ? own : sightings
}

function describeNew(sightings: readonly Sighting[], facts: FreshnessCase): string {
  const isStarted = sightings.every((one) => startOf(one).startedAfterMs >= facts.uploadStartedAtMs)
  return isStarted
    ? 'The process of the host started after the upload began.'
    : 'The host runs on an instance that was not there before.'
}

function describeOld(old: readonly Sighting[]): string {
  const [first] = [...old].sort((one, other) => other.uptimeMs - one.uptimeMs)
  if (first === undefined) return 'The host did not say since when it runs.'
  const since = new Date(startOf(first).startedAfterMs).toISOString().slice(11, 19)
  const where = first.instanceId === '' ? '' : ` on the instance '${first.instanceId.slice(0, 12)}'`
  return `A process${where} that runs since ${since} UTC, before the upload began, still answers.`
}

/**
 * What differs from before, as far as names, routes and answers tell.
 *
 * @returns undefined when nothing does, or nothing was remembered
 */
export function changeSince(
  before: Before | undefined,
  listed: readonly ListedFunction[],
  calls: readonly MadeCall[],
): Change | undefined {
  if (before === undefined) return undefined
  if (before.functions !== undefined) {
    if (keysOf(before.functions, (one) => one.name) !== keysOf(listed, (one) => one.name)) return 'list'
    const withRoute = (one: ListedFunction) => `${one.name} ${one.url ?? ''}`
    if (keysOf(before.functions, withRoute) !== keysOf(listed, withRoute)) return 'routes'
  }
  const isOther = calls.some(({ target, answer }) => {
    const former = before.answers.get(target.path)
    // What answers 5xx is nobody's content.
    return former !== undefined && answer.status > 0 && answer.status < 500 && former !== printOf(answer)
  })
  return isOther ? 'answers' : undefined
}

/** Whether every call that the rehearsal made as well was answered in the same words. */
export function answersAsRehearsed(calls: readonly MadeCall[]): boolean {
  const compared = calls.filter(
    ({ target: { rehearsed, path } }) => rehearsed?.bodyExcerpt && rehearsed.path === path,
  )
  return (
    compared.length > 0 &&
    compared.every(({ target: { rehearsed }, answer }) => {
      const length = Math.min(rehearsed?.bodyExcerpt?.length ?? 0, answer.bodyExcerpt.length, 150)
      return (
        rehearsed?.status === answer.status &&
        length > 0 &&
        rehearsed.bodyExcerpt?.slice(0, length) === answer.bodyExcerpt.slice(0, length)
      )
    })
  )
}

/** What two equal answers have in common. */
export function printOf({
  status,
  mediaType,
  bodyExcerpt,
  location,
}: {
  readonly status: number
  readonly mediaType: string
  readonly bodyExcerpt: string
  readonly location: string
}): string {
  return JSON.stringify([status, mediaType, bodyExcerpt, location])
}

function keysOf(list: readonly ListedFunction[], keyOf: (one: ListedFunction) => string): string {
  return list
    .map((one) => keyOf(one).toLowerCase())
    .filter((key) => !/^warmup\b/.test(key))
    .sort()
    .join('\n')
}
