/**
 * What the Functions host itself refuses, in its words, with the place of the value. It says what happens, not how
 * bad that is or what to do about it: the checks do.
 */
import type { Span } from './json/json-tree'

/**
 * `host`: the host does not start, so that no function answers. `end`: the host starts, and its process ends by
 * itself. `function`: the host runs and that
 * function is in error (it may be listed). `unlisted`: the host runs and does not know the function. `unreachable`:
 * the function is valid and no request can reach it; without a function's name, no request reaches any. `mute`: the
 * process listens and answers every request, also for its own pages, with 500.
 */
export const refusalEffects = ['host', 'end', 'function', 'unlisted', 'unreachable', 'mute'] as const
export type RefusalEffect = (typeof refusalEffects)[number]

export interface Refusal {
  /** A stable kebab-case name of the rule, for example `host-json-version`. */
  readonly rule: string
  readonly effect: RefusalEffect
  /** What the host logs or shows, as literally as it is known. */
  readonly text: string
  /** The file of the value, relative to the folder of host.json. */
  readonly file: string
  /** The value's stretch of text; the whole file without. */
  readonly span?: Span
  readonly functionName?: string
  /** The key of the value, its segments joined by `.`, as the file or else the host spells it. */
  readonly subject?: string
  /** The app setting that gives the value, where it is not the file. */
  readonly setting?: string
}
