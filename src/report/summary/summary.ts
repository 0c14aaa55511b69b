/**
 * The job summary: puts the sections of a run in order and keeps the whole under GitHub's limit.
 * Pure: the same report gives the same Markdown on any machine.
 */

import { formatBytes } from '../../text/quantities'
import { type Section, stacked } from '../markdown'
import type { RunReport } from '../run-report'
import { artifactSections } from './artifact-section'
import { azureSections } from './azure-section'
import { findingSections, leadsWithFindings } from './findings-section'
import { functionSections } from './functions-section'
import { ganttSections } from './gantt'
import { gapSections } from './gap-graph'
import { packageSections } from './package-section'
import { rehearsalSections } from './rehearsal-section'
import { reproductionSections, stageSections } from './stages-section'
import { swapSections } from './swap-section'
import { renderVerdict } from './verdict-line'

/** GitHub drops a step's summary above 1 MiB; this leaves room for what else the step may append. */
export const largestSummaryBytes = 1_000_000

export interface SummaryOptions {
  /** Address of docs/findings.md, for example `https://github.com/OWNER/REPO/blob/v1/docs/findings.md`. */
  readonly docsUrl?: string
  /** A few words for a finding whose message is too long for a heading, by its code. */
  readonly titleOf?: (code: string) => string | undefined
  /** Most bytes of the result. Default: `largestSummaryBytes`. */
  readonly maxBytes?: number
}

/**
 * Renders a run, whatever came of it: the verdict, what to repair, and then the details.
 *
 * @param report the run, complete or not; every string in it may be hostile
 * @param options where finding codes link to, and the size limit
 * @returns GitHub-flavoured Markdown of fewer than `maxBytes` bytes of UTF-8. When it would be larger, the
 *   longest details are left out first and named.
 */
export function renderSummary(report: RunReport, options: SummaryOptions = {}): string {
  const verdict = renderVerdict(report, options.titleOf)
  const findings = findingSections(report, options.docsUrl)
  const isFirst = leadsWithFindings(report)
  const sections = [
    ...(isFirst ? findings : []),
    ...artifactSections(report),
    ...gapSections(report),
    ...(isFirst ? [] : findings),
    ...functionSections(report),
    ...packageSections(report),
    ...rehearsalSections(report),
    ...azureSections(report),
    ...swapSections(report),
    ...ganttSections(report),
    ...stageSections(report),
    ...reproductionSections(report),
  ]
  return fitted(verdict, sections, options.maxBytes ?? largestSummaryBytes)
}

function fitted(verdict: string, sections: readonly Section[], maxBytes: number): string {
  let kept = sections
  const dropped: Section[] = []
  let text = document(verdict, kept, dropped)
  while (Buffer.byteLength(text) >= maxBytes) {
    const longest = longestOf(kept)
    if (longest === undefined) break
    kept = kept.filter((section) => section !== longest)
    dropped.push(longest)
    text = document(verdict, kept, dropped)
  }
  return text
}

/** Details go first; a section that matters more only when nothing else is left to drop. */
function longestOf(sections: readonly Section[]): Section | undefined {
  const details = sections.filter((section) => section.isDetail)
  const candidates = details.length > 0 ? details : sections
  return [...candidates].sort((a, b) => b.body.length - a.body.length)[0]
}

function document(verdict: string, kept: readonly Section[], dropped: readonly Section[]): string {
  const names = dropped.map((section) => `${section.title} (${formatBytes(Buffer.byteLength(section.body))})`)
  const note =
    names.length > 0
      ? `Left out to stay below the size limit of a job summary: ${names.join(', ')}. The report file has everything.`
      : undefined
  return `${stacked(verdict, note, ...kept.map((section) => `### ${section.title}\n\n${section.body}`))}\n`
}
