/**
 * What the input `include` names and leaves out. A file of its own, since most runs have no such input and need not
 * load the library that matches globs. Pure.
 */
import picomatch from 'picomatch'
import type { Finding } from '../findings'
import { invalidFinding } from './content-findings'
import { ruleFault } from './rule-limits'

export interface IncludePattern {
  /** As the user wrote it. */
  readonly text: string
  readonly matches: (path: string) => boolean
}

export interface IncludePatterns {
  readonly included: readonly IncludePattern[]
  readonly excluded: readonly IncludePattern[]
  /** About lines that are no patterns. */
  readonly findings: readonly Finding[]
}

/**
 * Reads the input `include`.
 *
 * @param lines globs relative to the project folder; a leading `!` excludes
 * @returns the patterns, and findings about lines that are none
 */
export function readIncludePatterns(lines: readonly string[]): IncludePatterns {
  const findings: Finding[] = []
  const included: IncludePattern[] = []
  const excluded: IncludePattern[] = []
  for (const text of lines.map((line) => line.trim()).filter((line) => line !== '')) {
    const isExclusion = text.startsWith('!')
    const glob = (isExclusion ? text.slice(1) : text).replace(/^(?:\.\/)+/, '').replace(/\/+$/, '')
    const isOutside = /^(?:\/|[A-Za-z]:)/.test(glob) || glob.split('/').includes('..')
    if (glob === '' || isOutside || ruleFault(glob) !== undefined) {
      findings.push(invalidFinding(text))
      continue
    }
    try {
      // Parentheses are letters of a name: groups such as `+(a|aa)` would take exponential time.
      const plain = glob.replace(/[()|+]/g, '\\$&')
      // A plain name and a trailing slash mean a whole folder; a wildcard does not cross a slash by itself.
      const isFolder = isExclusion || text.endsWith('/') || !picomatch.scan(glob).isGlob
      const matches = picomatch(isFolder ? [plain, `${plain}/**`] : plain, {
        dot: isExclusion,
      })
      ;(isExclusion ? excluded : included).push({ text, matches: (path) => matches(path) })
    } catch {
      findings.push(invalidFinding(text))
    }
  }
  return { included, excluded, findings }
}
