/**
 * Times things so that other load on the machine does not decide: every round runs all contestants in turn, and
 * what is reported is a median with its quartiles and the median of the ratios within rounds.
 */

/** One contestant: does its work once and says how long it took. */
export type Contestant = () => Promise<number>

export interface Series {
  /** Milliseconds, one per round. */
  readonly samples: readonly number[]
}

/**
 * Runs the contestants in turn.
 *
 * @param rounds how often each of them runs
 * @param contestants by name
 * @returns the samples of each, round by round
 */
export async function alternate<Name extends string>(
  rounds: number,
  contestants: Readonly<Record<Name, Contestant>>,
): Promise<Readonly<Record<Name, Series>>> {
  const names = Object.keys(contestants) as Name[]
  const samples = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>
  // The first round warms the page cache and is not counted.
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const elapsedMs = await contestants[name]()
      if (round > 0) samples[name].push(elapsedMs)
    }
  }
  const series = {} as Record<Name, Series>
  for (const name of names) series[name] = { samples: samples[name] }
  return series
}

/** The value that half of them lie below; not a number when there are none. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/**
 * The value that a part of them lies below, between neighbours in proportion.
 *
 * @param values any numbers
 * @param part 0 to 1
 */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((left, right) => left - right)
  const place = (sorted.length - 1) * part
  const below = sorted[Math.floor(place)] ?? Number.NaN
  const above = sorted[Math.ceil(place)] ?? Number.NaN
  return below + (above - below) * (place - Math.floor(place))
}

/** The ratio of two series: the median over the rounds. */
export function ratioOf(ours: Series, theirs: Series): number {
  return median(paired(ours, theirs, (left, right) => left / right))
}

/** The round that other load disturbed least: an absolute time is judged by it. */
export function fastest({ samples }: Series): number {
  return Math.min(...samples)
}

/** As `12.3 ms (13.0, 12.6 to 14.0)`: the fastest, the median, the quartiles. */
export function shown(series: Series): string {
  const { samples } = series
  const middle = [median(samples), quantile(samples, 0.25), quantile(samples, 0.75)].map(bare)
  return `${milliseconds(fastest(series))} (${middle[0]}, ${middle[1]} to ${middle[2]})`
}

/** A time with its unit: milliseconds below ten seconds. */
export function milliseconds(value: number): string {
  return value < 10_000 ? `${bare(value)} ms` : `${(value / 1000).toFixed(1)} s`
}

function bare(value: number): string {
  if (value >= 10_000) return (value / 1000).toFixed(1)
  return value < 10 ? value.toFixed(2) : value.toFixed(value < 100 ? 1 : 0)
}

function paired(
  ours: Series,
  theirs: Series,
  combine: (left: number, right: number) => number,
): readonly number[] {
  return ours.samples.flatMap((value, round) => {
    const other = theirs.samples[round]
    return other === undefined ? [] : [combine(value, other)]
  })
}
