/**
 * Says whether a registered pattern may answer a path. Generous on purpose: only what certainly does not
 * match counts as a miss. The case of letters is ignored, because clients may type either.
 */
import type { GoRoutes } from '../../gosource/routes'

/** A piece between slashes: fixed text, one of anything, or anything to the end. */
type Segment = { readonly text: string } | 'any' | 'optional' | 'rest'

/** Longer paths are cut: no server accepts them, and the look-ahead below takes quadratic time. */
const longestPath = 2000

/**
 * Prepares the question whether any registered pattern, after any sequence of group prefixes, may match.
 *
 * @param routes what the Go code registers
 * @returns a function that takes the path the host requests, with `{parameters}` of the route
 */
export function answersTo({ patterns, prefixes }: GoRoutes): (path: string) => boolean {
  const groups = prefixes.map(segmentsOf).filter((prefix) => prefix.length > 0)
  const registered = patterns.map(({ text, isSubtree }) => ({
    segments: segmentsOf(patternPath(text)),
    isSubtree,
  }))
  return (path) => {
    const wanted = segmentsOf(path)
    return startsWithin(wanted, groups).some((start) => {
      const rest = wanted.slice(start)
      return registered.some(({ segments, isSubtree }) => agrees(rest, segments, isSubtree))
    })
  }
}

/** Every position of a path up to which group prefixes may have matched. */
function startsWithin(
  wanted: readonly Segment[],
  groups: readonly (readonly Segment[])[],
): readonly number[] {
  const reached = new Set([0])
  // The set grows while it is walked through, so prefixes are followed one after another.
  for (const start of reached) {
    for (const group of groups) {
      const end = start + group.length
      if (end <= wanted.length && agrees(wanted.slice(start, end), group, false)) reached.add(end)
    }
  }
  return [...reached]
}

/** A net/http pattern without its method and host. */
function patternPath(pattern: string): string {
  const path = pattern.replace(/^[A-Z]+[ \t]+/, '')
  const slash = path.indexOf('/')
  return slash > 0 && /^[\w.-]+$/.test(path.slice(0, slash)) ? path.slice(slash) : path
}

function segmentsOf(path: string): readonly Segment[] {
  return path
    .slice(0, longestPath)
    .replace(/\{\$\}$/, '')
    .split(/\/(?![^{]*\})/)
    .filter((part) => part !== '')
    .map(segmentOf)
}

function segmentOf(part: string): Segment {
  if (part.includes('*') || part.includes('...')) return 'rest'
  if (/^[{:].*[?=]/.test(part)) return 'optional'
  if (/[{}:()<>+?]/.test(part)) return 'any'
  return { text: part.toLowerCase() }
}

function agrees(wanted: readonly Segment[], pattern: readonly Segment[], isSubtree: boolean): boolean {
  const length = Math.max(wanted.length, pattern.length)
  for (let index = 0; index < length; index += 1) {
    const left = wanted[index]
    const right = pattern[index]
    if (left === 'rest' || right === 'rest') return true
    if (left === undefined) return right === 'optional'
    if (right === undefined) return left === 'optional' || isSubtree
    if (typeof left === 'object' && typeof right === 'object' && left.text !== right.text) return false
  }
  return true
}
