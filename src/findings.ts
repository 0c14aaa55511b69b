/**
 * The one vocabulary in which every stage says what it found.
 * Plain data only: no rendering, no I/O.
 */

/** Severities from worst to mildest. The order is the sort order of the summary. */
export const severities = ['error', 'warning', 'notice'] as const
export type Severity = (typeof severities)[number]

/** A place in the user's repository. Lines and columns count from 1. */
export interface Location {
  /** Path relative to the repository root, with forward slashes. */
  readonly file: string
  readonly line?: number
  readonly column?: number
  readonly endLine?: number
  readonly endColumn?: number
}

/** One thing found. `code` is stable kebab-case and names a section of docs/findings.md. */
export interface Finding {
  readonly code: string
  readonly severity: Severity
  /** What was found, with the value quoted. One or two sentences. */
  readonly message: string
  /** What to do about it. */
  readonly hint: string
  readonly location?: Location
  /** The function that it is about, if it is about one. */
  readonly functionName?: string
}

/**
 * Counts findings of each severity.
 *
 * @returns how many errors, warnings and notices there are
 */
export function countFindings(findings: readonly Finding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, notice: 0 }
  for (const finding of findings) counts[finding.severity] += 1
  return counts
}

/**
 * What docs/findings.md and SARIF say about one code. Each room keeps its own in `codes.ts`,
 * an object from code to description; the page is generated from all of them.
 */
export interface CodeDescription {
  readonly severity: Severity
  /** A few words, for a heading. */
  readonly title: string
  /** What is wrong, in one or two sentences. */
  readonly wrong: string
  /** What one would see in Azure: literal log lines in backticks where there are any. */
  readonly seen: string
  /** How to fix it; may hold a fenced block. */
  readonly fix: string
  /** Where the rule comes from: a specification, a host source file, an issue thread. */
  readonly source: string
}
