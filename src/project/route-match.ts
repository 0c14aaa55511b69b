/**
 * Says whether a registered pattern may answer a path. Generous on purpose: only what certainly does not
 * match counts as a miss. The case of letters is ignored, because clients may type either.
 */
import type { GoRoutes } from './go-routes'

/** A piece between slashes: fixed text, one of anything, or anything to the end. */
type Segment = { readonly text: string } | 'any' | 'optional' | 'rest'

/** More groups inside groups than this are not followed. */
const maxNesting = 6

/**
 * Says whether any registered pattern, after any sequence of group prefixes, may match.
 *
 * @param routes what the Go code registers
 * @param path the path the host requests, with `{parameters}` of the route
 */
export function mayAnswer(routes: GoRoutes, path: string): boolean {
  const wanted = segmentsOf(path)
  const prefixes = routes.prefixes.map(segmentsOf).filter((prefix) => prefix.length > 0)
  let starts = new Set([0])
  const reached = new Set<number>()
  for (let nesting = 0; nesting <= maxNesting && starts.size > 0; nesting += 1) {
    const next = new Set<number>()
    for (const start of starts) {
      reached.add(start)
      for (const prefix of prefixes) {
        const end = start + prefix.length
        if (end <= wanted.length && !reached.has(end) && agrees(wanted.slice(start, end), prefix, false))
          next.add(end)
      }
    }
    starts = next
  }
  return routes.patterns.some((pattern) => {
    const segments = segmentsOf(patternPath(pattern.text))
    return [...reached].some((start) => agrees(wanted.slice(start), segments, pattern.isSubtree))
  })
}

/** A net/http pattern without its method and host. */
function patternPath(pattern: string): string {
  const path = pattern.replace(/^[A-Z]+[ \t]+/, '')
  const slash = path.indexOf('/')
  return slash > 0 && /^[\w.-]+$/.test(path.slice(0, slash)) ? path.slice(slash) : path
}

function segmentsOf(path: string): readonly Segment[] {
  return path
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
