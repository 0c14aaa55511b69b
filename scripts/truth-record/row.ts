/** What every row of a recording has; each group of rows knows the rest of its own. */

export type Row = object

export interface AskedRows {
  readonly rows: readonly Row[]
  /** Of the host; undefined where none lived long enough to say it. */
  readonly version?: string
}

/**
 * `verdict`: what became of the package; `status`: of an answer; `name`: which functions and routes there are;
 * `body`: what client or handler got; `wording`: the host says the same in other words.
 */
export const differenceKinds = ['verdict', 'status', 'name', 'body', 'wording'] as const
export type DifferenceKind = (typeof differenceKinds)[number]

export interface Difference {
  readonly kind: DifferenceKind
  readonly recorded: string
  readonly now: string
}

/** @returns nothing where both are the same */
export function differs(kind: DifferenceKind, recorded: unknown, now: unknown): readonly Difference[] {
  const [before, after] = [JSON.stringify(recorded) ?? '', JSON.stringify(now) ?? '']
  return before === after ? [] : [{ kind, recorded: before, now: after }]
}
