/** Finds the known names that a mistyped one may have been meant to be. Pure. */

const longestName = 80

/**
 * The closest of some names.
 *
 * @param name what was written
 * @param known what would have been right
 * @returns the known name with the fewest edits, ignoring case, if it takes at most two (one for names
 *   of up to five letters); otherwise `undefined`
 */
export function closestName(name: string, known: readonly string[]): string | undefined {
  if (name.length > longestName) return undefined
  let best: string | undefined
  let fewest = name.length <= 5 ? 2 : 3
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) >= fewest) continue
    const edits = distance(name.toLowerCase(), candidate.toLowerCase())
    if (edits < fewest) {
      best = candidate
      fewest = edits
    }
  }
  return best
}

/**
 * All names, those first that take the fewest edits; names that are longer than any can be keep the order of letters.
 *
 * @param name what was written
 */
export function similarFirst(name: string, known: readonly string[]): readonly string[] {
  const short = name.slice(0, longestName).toLowerCase()
  const edits = (other: string) => distance(short, other.slice(0, longestName).toLowerCase())
  return known
    .map((other) => ({ other, edits: edits(other) }))
    .sort((one, two) => one.edits - two.edits || (one.other < two.other ? -1 : 1))
    .map(({ other }) => other)
}

/** Number of letters to insert, delete, replace, or swap with the next (optimal string alignment). */
function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index)
  let before = row
  for (let at = 0; at < left.length; at += 1) {
    const next = [at + 1]
    for (let index = 0; index < right.length; index += 1) {
      const replaced = (row[index] ?? 0) + (left[at] === right[index] ? 0 : 1)
      const isSwap = at > 0 && left[at] === right[index - 1] && left[at - 1] === right[index]
      const swapped = isSwap ? (before[index - 1] ?? 0) + 1 : replaced
      next.push(Math.min(replaced, swapped, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1))
    }
    before = row
    row = next
  }
  return row[right.length] ?? 0
}
