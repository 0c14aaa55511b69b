/**
 * The end of every run: decides how it ended, and writes summary, annotations, outputs and report file.
 * Extras that cannot be written are said in a warning; they never turn a good run red.
 */
import { resolve } from 'node:path'
import { ActionError, messageOf } from '../errors'
import { countFindings, type Finding, severities } from '../findings'
import { failsStep } from '../inputs/inputs'
import { annotationSlots, planAnnotations } from '../report/annotations'
import { outputsOf } from '../report/outputs'
import { publishAnnotations, writeSummary } from '../report/publish'
import { writeResultFile } from '../report/result-file'
import type { Outcome, RunReport } from '../report/run-report'
import { renderSummary } from '../report/summary/summary'
import { offerArtifact } from '../runner/artifacts'
import type { Face } from '../runner/face'
import type { Log } from '../runner/log'
import { failStep, findingsPage } from '../runner/step'
import { repositoryPath } from '../runner/workspace'
import type { Recorder } from './recorder'
import type { Run } from './run'
import { writeSarif } from './sarif'

export interface EndedRun {
  /** Undefined when the inputs were refused. */
  readonly run: Run | undefined
  readonly record: Recorder
  readonly face: Face
  readonly signal: AbortSignal
  /** What ended the run early, if anything. */
  readonly thrown: unknown
}

/** How a run ended, for the face that shows it. */
export interface Conclusion {
  readonly report: RunReport
  /** Outputs of the action by their names. */
  readonly outputs: Readonly<Record<string, string>>
  /** Why the run is not green: the first finding that fails it, on one line. */
  readonly cause?: string
  /** How many more findings fail it. */
  readonly others: number
}

/**
 * Ends a run that is over: decides how it ended, writes the files that it was asked for, and has it shown.
 *
 * @param ended the run and what was thrown
 * @param show shows the conclusion, and fails the process when it has to
 */
export async function conclude(
  ended: EndedRun,
  show: (ended: EndedRun, conclusion: Conclusion) => Promise<void>,
): Promise<void> {
  const { run, record, face } = ended
  // What a stage threw is recorded already; the same finding is not recorded twice.
  if (!ended.signal.aborted) record.addError(ended.thrown)
  const { outcome, cause, others = 0 } = judge(ended)
  const reportFile = run?.inputs.reportFile ?? ''
  const report = record.report(outcome, cause)
  const reportPath =
    run === undefined || reportFile === '' ? undefined : resolve(run.workspace.folder, reportFile)
  const outputs = outputsOf(report)
  if (reportPath !== undefined && run !== undefined) {
    const file = { path: reportPath, workspace: run.workspace.folder, what: 'report' }
    const problem = await writeResultFile(file, reportText(report))
    if (problem === undefined) outputs['report'] = repositoryPath(reportPath, run.workspace.folder)
    else face.warn(problem)
  }
  if (run !== undefined && run.inputs.sarifFile !== '') {
    const problem = await writeSarif(run, report)
    if (problem !== undefined) face.warn(problem)
  }
  await show(ended, { report, outputs, others, ...(cause === undefined ? {} : { cause }) })
}

/** The report as JSON, as docs/report.schema.json describes it. */
export function reportText(report: RunReport): string {
  return `${JSON.stringify(report, null, 2)}\n`
}

/**
 * Shows a conclusion in the job: outputs, summary, log, annotations, and the failure of the step.
 */
export async function showInJob(
  ended: EndedRun,
  { report, outputs, cause, others }: Conclusion,
): Promise<void> {
  const { face } = ended
  const unset = face.setOutputs(outputs)
  if (unset !== undefined) face.warn(unset)
  nameArtifact(ended, report)
  await writeTheSummary(report, face)
  explainInLog(report.findings, face.log)
  publishAnnotations(
    planAnnotations(report.findings, {
      errorSlots: annotationSlots - (report.outcome === 'passed' ? 0 : 1),
    }),
  )
  if (!(ended.thrown instanceof ActionError) && ended.thrown !== undefined && !ended.signal.aborted) {
    face.log.debug(ended.thrown instanceof Error ? (ended.thrown.stack ?? '') : String(ended.thrown))
  }
  const more = others === 0 ? '' : ` (and ${others} more, see the job summary)`
  if (cause !== undefined) failStep(`${cause}${more}`)
}

/**
 * Publishes the outputs that are known so far, so that later steps have them also when this one fails.
 *
 * @param run the run so far
 */
export function publishOutputs({ face, record }: Run): void {
  face.setOutputs(outputsOf(record.report('passed')))
}

// Only what this run has made and found good: a package that was given is attested where it was made.
function nameArtifact({ run, face }: EndedRun, { outcome, package: zip }: RunReport): void {
  if (run === undefined || run.inputs.package !== '' || zip === undefined || outcome !== 'passed') return
  const problem = offerArtifact(zip.path, run.environment)
  if (problem !== undefined) face.log.info(problem)
}

interface Judgement {
  readonly outcome: Outcome
  /** Why the run is not green: the first finding that fails it, on one line. */
  readonly cause?: string
  /** How many more findings fail it. */
  readonly others?: number
}

function judge({ run, record, signal, thrown }: EndedRun): Judgement {
  if (signal.aborted) return { outcome: 'cancelled', cause: sentence(messageOf(signal.reason)) }
  if (thrown !== undefined && !(thrown instanceof ActionError)) {
    const cause = `The action itself failed: ${messageOf(thrown)}. Please report this with the debug log.`
    return { outcome: 'failed', cause }
  }
  const failOn = run?.inputs.failOn ?? 'error'
  const [first, ...more] = severities.flatMap((severity) =>
    record.found.filter((finding) => finding.severity === severity && failsStep(severity, failOn)),
  )
  // A run that was ended early is never green, also when the finding that ended it is ignored.
  if (first === undefined) {
    return thrown === undefined ? { outcome: 'passed' } : { outcome: 'failed', cause: messageOf(thrown) }
  }
  return { outcome: 'failed', cause: first.message.split('\n').join(' '), others: more.length }
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

async function writeTheSummary(report: RunReport, face: Face): Promise<void> {
  const docsUrl = findingsPage(process.env)
  const markdown = renderSummary(report, docsUrl === undefined ? {} : { docsUrl })
  const problem = await writeSummary(markdown, process.env)
  if (problem !== undefined) face.warn(problem)
}

// Annotations carry message and hint; the log repeats them in full, since annotations are limited in number.
function explainInLog(findings: readonly Finding[], log: Log): void {
  const { error, warning, notice } = countFindings(findings)
  if (error + warning + notice === 0) return
  log.group(
    `Findings: ${counted(error, 'error')}, ${counted(warning, 'warning')}, ${counted(notice, 'notice')}`,
  )
  for (const severity of severities) {
    for (const finding of findings.filter((candidate) => candidate.severity === severity)) {
      log.info(`${severity} ${finding.code}${placeOf(finding)}: ${finding.message}`)
      if (finding.hint !== '') log.info(`  ${finding.hint.split('\n').join('\n  ')}`)
    }
  }
  log.endGroup()
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}

function placeOf({ location }: Finding): string {
  if (location === undefined) return ''
  const { file, line, column } = location
  const position = line === undefined ? '' : column === undefined ? `:${line}` : `:${line}:${column}`
  return ` at ${file}${position}`
}
