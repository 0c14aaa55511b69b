/** Everything that was found, worst first, and what was accepted on purpose. */
import { type Finding, type Location, severities } from '../../findings'
import { countOf } from '../../text/quantities'
import { code, collapsed, prose, type Section, stacked, table } from '../markdown'
import type { RunReport } from '../run-report'

const mostFindings = 300

/**
 * @param docsUrl address of docs/findings.md, when codes are to link there
 * @returns the findings, and the ignored ones collapsed below
 */
export function findingSections(report: RunReport, docsUrl?: string): Section[] {
  const { findings, ignored } = report
  if (findings.length === 0 && ignored.length === 0) return []
  const accepted = ignored.length === 0 ? undefined : ignoredBlock(ignored, docsUrl)
  const all = findings.length === 0 ? 'None.' : findingTable(findings, docsUrl)
  return [{ title: 'Findings', body: stacked(all, accepted), isDetail: true }]
}

function ignoredBlock(ignored: readonly Finding[], docsUrl: string | undefined): string {
  const title = `Ignored: ${countOf(ignored.length, 'finding')} accepted with ignore-findings`
  return collapsed(title, findingTable(ignored, docsUrl))
}

/**
 * @param docsUrl address of docs/findings.md, when codes are to link there
 * @returns a table of them, worst first, and how many were left out
 */
export function findingTable(findings: readonly Finding[], docsUrl: string | undefined): string {
  const sorted = sortFindings(findings)
  const rows = sorted
    .slice(0, mostFindings)
    .map((finding) => [
      finding.severity === 'error' ? '**error**' : finding.severity,
      description(finding),
      codeLink(finding.code, docsUrl) + place(finding.location),
    ])
  const rest = sorted.length - rows.length
  return stacked(
    table(['', 'What was found, and what to do', 'Code and place'], rows),
    rest > 0 ? `And ${countOf(rest, 'more finding')}, which the report file lists.` : undefined,
  )
}

/**
 * @returns the same, errors first; within a severity by file, line and column, those without a place first
 */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      compareText(a.location?.file ?? '', b.location?.file ?? '') ||
      (a.location?.line ?? 0) - (b.location?.line ?? 0) ||
      (a.location?.column ?? 0) - (b.location?.column ?? 0),
  )
}

/** By code unit, so that the order does not depend on the machine's language. */
function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function description(finding: Finding): string {
  const hint = finding.hint === '' ? '' : `<br>**Fix:** ${prose(finding.hint)}`
  return prose(finding.message) + hint
}

function codeLink(name: string, docsUrl: string | undefined): string {
  const isLinkable =
    docsUrl !== undefined && /^https:\/\/[\w./-]+$/.test(docsUrl) && /^[a-z0-9-]+$/.test(name)
  return isLinkable ? `[${code(name)}](${docsUrl}#${name})` : code(name, 100)
}

function place(location: Location | undefined): string {
  if (location === undefined) return ''
  const { file, line, column } = location
  const parts = [file, line, line === undefined ? undefined : column]
  return `<br>${code(parts.filter((part) => part !== undefined).join(':'))}`
}
