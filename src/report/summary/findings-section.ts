/**
 * Everything that was found, worst first, and what was accepted on purpose. What is to be copied stands below the table,
 * since a cell has no copy button and cuts long lines; what servers and programs said is collapsed there.
 */
import { type Finding, type Location, severities } from '../../findings'
import { type Passage, passagesOf, proseOf } from '../../text/passages'
import { countOf } from '../../text/quantities'
import { clip } from '../../text/visible'
import { code, collapsed, fence, prose, type Section, stacked, table } from '../markdown'
import type { RunReport } from '../run-report'

const mostFindings = 300
/** Findings whose commands are shown. */
const mostInstructions = 20
const longestBlock = 8000

/**
 * @param docsUrl address of docs/findings.md, when codes are to link there
 * @returns the findings, and the ignored ones collapsed below
 */
export function findingSections(report: RunReport, docsUrl?: string): Section[] {
  const { findings, ignored } = report
  if (findings.length === 0 && ignored.length === 0) return []
  const accepted = ignored.length === 0 ? undefined : ignoredBlock(ignored, docsUrl)
  const all = findings.length === 0 ? 'None.' : findingTable(findings, docsUrl)
  return [{ title: 'Findings', body: stacked(all, accepted), isDetail: findings.length === 0 }]
}

/** @returns whether the findings stand before all else: they are why the run is not green, or what to look at when it is */
export function leadsWithFindings({ outcome, findings }: RunReport): boolean {
  return outcome !== 'passed' || findings.some(({ severity }) => severity !== 'notice')
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
    ...instructions(sorted),
    ...quotations(sorted),
  )
}

/** What to copy, each text once, under the codes of its findings. */
function instructions(findings: readonly Finding[]): readonly string[] {
  const codesByText = new Map<string, Set<string>>()
  for (const finding of findings) {
    const passages = passagesOf(finding.hint)
    const first = passages.findIndex(({ kind }) => kind === 'block')
    if (first < 0) continue
    const text = stacked(labelIn(passages[first - 1]?.text), ...passages.slice(first).map(rendered))
    codesByText.set(text, (codesByText.get(text) ?? new Set()).add(finding.code))
  }
  const shown = [...codesByText].slice(0, mostInstructions)
  const rest = codesByText.size - shown.length
  return [
    ...shown.map(([text, codes]) =>
      stacked(`Fix of ${[...codes].map((name) => code(name, 100)).join(', ')}:`, text),
    ),
    ...(rest > 0 ? [`And ${countOf(rest, 'more fix')}, which the log has.`] : []),
  ]
}

function rendered({ kind, text, language }: Passage): string {
  return kind === 'block' ? fence(text, language, longestBlock) : prose(text)
}

/** What servers and programs said, each text once. */
function quotations(findings: readonly Finding[]): readonly string[] {
  const quoted = new Map<string, string>()
  for (const { code: name, message } of findings) {
    for (const { kind, text } of passagesOf(message)) {
      if (kind === 'block' && !quoted.has(text)) quoted.set(text, name)
    }
  }
  return [...quoted]
    .slice(0, mostInstructions)
    .map(([text, name]) =>
      collapsed(`The answer behind ${clip(name, 60)}`, fence(text, 'text', longestBlock)),
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

function description({ message, hint }: Finding): string {
  return prose(proseOf(message)) + (hint === '' ? '' : `<br>**Fix:** ${prose(leadOf(hint))}`)
}

/** What a hint says before the first block, without the line that belongs to the block. */
function leadOf(hint: string): string {
  const [first, ...others] = passagesOf(hint)
  if (first?.kind === 'block') return 'The command is below.'
  if (others.length === 0) return hint
  const text = first?.text ?? ''
  return labelIn(text) === undefined ? text : text.slice(0, text.lastIndexOf('\n'))
}

/** The last line of several, when it speaks of what comes next. */
function labelIn(text = ''): string | undefined {
  const start = text.lastIndexOf('\n')
  return start > 0 && text.endsWith(':') ? prose(text.slice(start + 1)) : undefined
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
