/**
 * Reads NuGet version ranges such as `[4.*, 5.0.0)`, as far as extension bundles need it.
 */

export interface VersionRange {
  /** Numbers of the lower bound; `undefined` when open. */
  readonly lower: readonly number[] | undefined
  readonly upper: readonly number[] | undefined
  readonly includesUpper: boolean
}

/**
 * Reads a range as `VersionRange.TryParse` of NuGet.Versioning does (floating lower bounds allowed).
 *
 * @param text for example `[4.0.0, 5.0.0)`; a bare version means "this or higher"
 * @returns the range, or `undefined` when the text is none or no version can be in it
 */
export function parseVersionRange(text: string): VersionRange | undefined {
  const trimmed = text.trim()
  const match = /^([[(])([^,]*)(?:,([^,]*))?([\])])$/.exec(trimmed)
  if (match === null) {
    const lower = parseVersion(trimmed)
    return lower === undefined ? undefined : { lower, upper: undefined, includesUpper: false }
  }
  const [, open, first = '', second, close] = match
  const lower = first.trim() === '' ? undefined : parseVersion(first.trim())
  if (lower === undefined && first.trim() !== '') return undefined
  if (second === undefined) {
    const isExact = open === '[' && close === ']' && lower !== undefined
    return isExact ? { lower, upper: lower, includesUpper: true } : undefined
  }
  const upper = second.trim() === '' ? undefined : parseVersion(second.trim())
  if ((upper === undefined && second.trim() !== '') || (lower === undefined && upper === undefined))
    return undefined
  const range = { lower, upper, includesUpper: close === ']' }
  return isPossible(range) ? range : undefined
}

/** A version without its pre-release part; `*` counts as 0. */
function parseVersion(text: string): readonly number[] | undefined {
  if (!/^(\*|\d{1,9}(\.(\*|\d{1,9})){0,3})(-[0-9a-z.*-]+)?(\+[0-9a-z.-]+)?$/i.test(text)) return undefined
  const [numbers = ''] = text.split(/[-+]/)
  return numbers.split('.').map((part) => (part === '*' ? 0 : Number(part)))
}

function isPossible({ lower, upper, includesUpper }: VersionRange): boolean {
  if (lower === undefined || upper === undefined) return true
  const order = compareVersions(lower, upper)
  return order < 0 || (order === 0 && includesUpper)
}

/**
 * Compares two versions number by number.
 *
 * @param left numbers, the most significant first; missing ones count as 0
 * @param right as `left`
 * @returns below 0, 0 or above 0
 */
export function compareVersions(left: readonly number[], right: readonly number[]): number {
  for (let index = 0; index < 4; index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
