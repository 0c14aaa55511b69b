/**
 * A finished run as lines of a terminal: each finding at its place, in the form that terminals and editors open, then
 * what was made, then the verdict. Pure; it escapes what it shows.
 */
import { countFindings, type Finding, type Severity, severities } from '../findings'
import type { RunReport } from '../report/run-report'
import type { Paint } from '../runner/terminal'
import { plainText } from '../text/passages'
import { formatBytes } from '../text/quantities'
import { visible } from '../text/visible'

/** Editors and compilers call the mildest kind so. */
const words: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', notice: 'note' }

export interface PageOptions {
  /** Writes a path of a finding so that it leads there from the current folder. */
  readonly place: (file: string) => string
  readonly paint: Paint
}

/**
 * Draws the page.
 *
 * @returns lines, the last one ended
 */
export function renderPage(report: RunReport, options: PageOptions): string {
  const findings = severities.flatMap((severity) =>
    report.findings.filter((finding) => finding.severity === severity),
  )
  const lines = [...findings.flatMap((finding) => findingLines(finding, options)), ...factLines(report)]
  return `${[...lines, verdictLine(report, options)].join('\n')}\n`
}

function findingLines(
  { severity, code, message, hint, location }: Finding,
  { place, paint }: PageOptions,
): string[] {
  const [first = '', ...rest] = visible(plainText(message)).split('\n')
  const positions = [location?.line, location?.line === undefined ? undefined : location.column]
  const where =
    location === undefined
      ? ''
      : `${[oneLine(place(location.file)), ...positions.filter((part) => part !== undefined)].join(':')}: `
  const more = [...rest, ...(hint === '' ? [] : visible(plainText(hint)).split('\n'))]
  return [
    `${paint(where, 'strong')}${paint(words[severity], severity)}: ${first} ${paint(`[${code}]`, 'faint')}`,
    ...more.map((line) => `    ${line}`),
  ]
}

function factLines({ build, artifact, package: zip, rehearsal, stages }: RunReport): string[] {
  const facts: string[] = []
  if (artifact !== undefined) {
    const by = build === undefined ? artifact.goVersion : `linux/${build.goarch}, ${build.goVersion}`
    const words = [by, formatBytes(artifact.sizeBytes), artifact.linkage].filter((word) => word !== '')
    facts.push(`Binary: ${words.join(', ')}`)
  }
  if (zip !== undefined) facts.push(`Package: ${zip.entries.length} files, ${formatBytes(zip.sizeBytes)}`)
  const stage = stages.find(({ name }) => name === 'rehearse')
  if (stage?.state === 'skipped') facts.push(`Rehearsal: not started. ${sentence(stage.reason ?? '')}`)
  else if (rehearsal?.startMs !== undefined) {
    facts.push(`Rehearsal: the handler answered after ${rehearsal.startMs.toFixed(0)} ms`)
    for (const { method, path, status } of rehearsal.calls) facts.push(`  ${method} ${path}: ${status}`)
  }
  if (rehearsal?.note !== undefined) facts.push(`  ${rehearsal.note}`)
  return facts.map((fact) => oneLine(fact))
}

function verdictLine({ outcome, cause, findings, elapsedMs }: RunReport, { paint }: PageOptions): string {
  const counts = countFindings(findings)
  const counted = severities.map(
    (severity) => `${counts[severity]} ${severity}${counts[severity] === 1 ? '' : 's'}`,
  )
  const found = `${counted.join(', ')} (${(elapsedMs / 1000).toFixed(1)} s)`
  if (outcome === 'passed') return `${paint('Passed', 'good')}: ${found}`
  // Whatever ends a run without a finding has not been said yet.
  const reason = findings.length === 0 || outcome === 'cancelled' ? `. ${oneLine(cause ?? '')}` : ''
  return `${paint(outcome === 'cancelled' ? 'Cancelled' : 'Failed', 'error')}: ${found}${reason}`
}

function sentence(text: string): string {
  const begun = `${text.charAt(0).toUpperCase()}${text.slice(1)}`
  return /[.!?]$/.test(begun) ? begun : `${begun}.`
}

function oneLine(text: string): string {
  return visible(text).replace(/\n/g, '⏎')
}
