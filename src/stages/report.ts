/**
 * The end of every run: decides how it ended, and writes summary, annotations, outputs and report file.
 * Extras that cannot be written are said in a warning; they never turn a good run red.
 */
import { resolve } from 'node:path'
import { ActionError, messageOf } from '../errors'
import { countFindings, type Finding, type Location, severities } from '../findings'
import { failsStep } from '../inputs/inputs'
import { outputsOf } from '../report/outputs'
import { tellFindings, writeSummary } from '../report/publish'
import { writeResultFile } from '../report/result-file'
import type { Outcome, RunReport } from '../report/run-report'
import { renderSummary } from '../report/summary/summary'
import { offerArtifact } from '../runner/artifacts'
import type { Face } from '../runner/face'
import type { Log } from '../runner/log'
import { failStep, findingsPage, markFailed } from '../runner/step'
import { repositoryPath } from '../runner/workspace'
import { proseOf } from '../text/passages'
import { countOf } from '../text/quantities'
import { codeDescriptions } from './code-descriptions'
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
  /** The place of a finding that is about the job and not about a file of the project. */
  readonly placeOf?: (finding: Finding) => Location | undefined
}

/** How a run ended, for the face that shows it. */
export interface Conclusion {
  readonly report: RunReport
  /** Outputs of the action by their names. */
  readonly outputs: Readonly<Record<string, string>>
  /** Why the run is not green: the first finding that fails it, on one line. */
  readonly cause?: string
  /** The findings that fail it, worst first. */
  readonly failing: readonly Finding[]
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
  if (ended.placeOf !== undefined) record.locate(ended.placeOf)
  const { outcome, cause, failing } = judge(ended)
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
  await show(ended, { report, outputs, failing, ...(cause === undefined ? {} : { cause }) })
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
  { report, outputs, cause, failing }: Conclusion,
): Promise<void> {
  const { face } = ended
  const unset = face.setOutputs(outputs)
  if (unset !== undefined) face.warn(unset)
  nameArtifact(ended, report)
  await writeTheSummary(report, face)
  // A failure that no finding tells takes an annotation of its own.
  const isAnnotated = report.outcome === 'failed' && failing.length > 0
  tellFindings(report.findings, report.outcome === 'passed' || isAnnotated ? 0 : 1, face.log)
  if (!(ended.thrown instanceof ActionError) && ended.thrown !== undefined && !ended.signal.aborted) {
    face.log.debug(ended.thrown instanceof Error ? (ended.thrown.stack ?? '') : String(ended.thrown))
  }
  if (isAnnotated) failAfterFindings(failing, face.log)
  else if (cause !== undefined) failStep(cause)
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
  /** Why the run is not green, on one line. */
  readonly cause?: string
  /** The findings that fail it. */
  readonly failing: readonly Finding[]
}

function judge({ run, record, signal, thrown }: EndedRun): Judgement {
  if (signal.aborted) return { outcome: 'cancelled', cause: sentence(messageOf(signal.reason)), failing: [] }
  if (thrown !== undefined && !(thrown instanceof ActionError)) {
    const cause = `The action itself failed: ${messageOf(thrown)}. Please report this with the debug log.`
    return { outcome: 'failed', cause, failing: [] }
  }
  const failOn = run?.inputs.failOn ?? 'error'
  const { found } = record
  const failing = severities.flatMap((severity) =>
    found.filter((finding) => finding.severity === severity && failsStep(severity, failOn)),
  )
  const [first] = failing
  // A run that was ended early is never green, also when the finding that ended it is ignored.
  if (first === undefined) {
    return thrown === undefined
      ? { outcome: 'passed', failing }
      : { outcome: 'failed', cause: proseOf(messageOf(thrown)), failing }
  }
  return { outcome: 'failed', cause: proseOf(first.message).split('\n').join(' '), failing }
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

async function writeTheSummary(report: RunReport, face: Face): Promise<void> {
  const docsUrl = findingsPage(process.env)
  const titleOf = (code: string): string | undefined =>
    Object.hasOwn(codeDescriptions, code) ? codeDescriptions[code]?.title : undefined
  const markdown = renderSummary(report, { titleOf, ...(docsUrl === undefined ? {} : { docsUrl }) })
  const problem = await writeSummary(markdown, process.env)
  if (problem !== undefined) face.warn(problem)
}

/** Ends the step red without one more annotation: each finding has its own. */
function failAfterFindings(failing: readonly Finding[], log: Log): void {
  const counts = countFindings(failing)
  const counted = severities.filter((name) => counts[name] > 0).map((name) => countOf(counts[name], name))
  markFailed()
  log.info(`Failed: ${counted.join(', ')}, see the summary`)
}
