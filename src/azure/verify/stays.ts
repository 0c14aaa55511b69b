/**
 * Whether what answered still answers a little later: a window of good looks in which no instance was started anew.
 * Pure; the clock is the caller's.
 */
import { countStarts, type Sighting } from './processes'

/** A window that has begun. */
export interface QuietWindow {
  readonly beganAtMs: number
  /** Starts of one instance that were known by then. */
  readonly starts: number
  /** Good looks after the one it began with. */
  readonly goodLooks: number
}

export interface Watching {
  readonly settleMs: number
  /** All processes that were seen since the upload and are new. */
  readonly sightings: readonly Sighting[]
  readonly nowMs: number
}

// One more start after a deployment is usual; what is started a third time does not stay.
export const mostStarts = 2
const goodLooksNeeded = 2

/**
 * The window after a good look: begun, continued, or begun anew since an instance was started in it.
 *
 * @param window undefined when the look before was none
 */
export function afterGoodLook(window: QuietWindow | undefined, { sightings, nowMs }: Watching): QuietWindow {
  const starts = countStarts(sightings)
  if (window === undefined || starts > window.starts) return { beganAtMs: nowMs, starts, goodLooks: 0 }
  return { ...window, goodLooks: window.goodLooks + 1 }
}

/** Whether it has been quiet for long enough. */
export function isOver(window: QuietWindow, { settleMs, nowMs }: Watching): boolean {
  if (settleMs === 0) return true
  return window.goodLooks >= goodLooksNeeded && nowMs - window.beganAtMs >= settleMs
}

export interface SettleRule {
  /** The input `verify-settle`; undefined when it is not set. */
  readonly wantedMs: number | undefined
  /** Whether the rehearsed handler lives beside the verification. */
  readonly isRehearsedAlive: boolean
  readonly isAnythingCalled: boolean
}

const usualMs = 10_000
const aloneMs = 40_000
const uncalledMs = 15_000

/**
 * How long it has to be quiet. Azure's looks alone see a handler's three lives, so without the rehearsed handler
 * they take longer.
 */
export function settleTime({ wantedMs, isRehearsedAlive, isAnythingCalled }: SettleRule): number {
  if (wantedMs === 0) return 0
  const least = isAnythingCalled ? 0 : uncalledMs
  return Math.max(least, wantedMs ?? (isRehearsedAlive ? usualMs : aloneMs))
}
