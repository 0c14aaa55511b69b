/** The first line of the summary: how the run ended, where, and why, in one sentence. */
import { countFindings, severities } from '../../findings'
import { proseOf } from '../../text/passages'
import { countOf, formatDuration } from '../../text/quantities'
import { clip } from '../../text/visible'
import { code, prose, stacked } from '../markdown'
import type { RunReport, StageName, StageState } from '../run-report'
import type { VerificationRecord } from '../verification-record'
import { azureLink } from './azure-link'

/** Characters of a heading that says why a run is not green; a longer one takes two lines of a narrow window. */
const longestHeadline = 120

/**
 * @returns a heading with the verdict, and one line with counts and times below it. A cause that is too long
 *   for a heading is repeated in full where no finding says it.
 */
export function renderVerdict(
  report: RunReport,
  titleOf: (code: string) => string | undefined = () => undefined,
): string {
  const { headline, cause } = verdictOf(report, titleOf)
  return stacked(`## ${headline}`, cause === undefined ? undefined : prose(cause, 4000), factsLine(report))
}

function verdictOf(
  report: RunReport,
  titleOf: (code: string) => string | undefined,
): { headline: string; cause?: string } {
  if (report.outcome === 'passed') {
    const { warning } = countFindings(report.findings)
    const warned = warning === 0 ? '' : ` with ${countOf(warning, 'warning')}`
    return { headline: `Passed${warned}: ${achievement(report)}` }
  }
  const isCancelled = report.outcome === 'cancelled'
  const stage = stageIn(report, isCancelled ? 'cancelled' : 'failed')
  const place = stage === undefined ? '' : ` ${isCancelled ? 'during' : 'in'} ${prose(stage, 40)}`
  const ending = `${isCancelled ? 'Cancelled' : 'Failed'}${place}`
  const cause = proseOf(report.cause ?? (isCancelled ? '' : firstErrorOf(report)))
  if (cause === '') return { headline: ending }
  const most = longestHeadline - ending.length - 2
  const told = report.findings.find(({ message }) => oneLine(message).includes(cause))
  const title = told === undefined ? undefined : titleOf(told.code)
  const short = sentencesWithin(cause, most) ?? title ?? wordsWithin(cause, most)
  const isWhole = short === cause || told !== undefined
  return { headline: `${ending}: ${prose(short)}`, ...(isWhole ? {} : { cause }) }
}

function oneLine(text: string): string {
  return proseOf(text).split('\n').join(' ')
}

/** As much as fits up to the end of a sentence; undefined when nothing does. */
function sentencesWithin(text: string, most: number): string | undefined {
  const line = text.split('\n')[0] ?? ''
  if (line.length <= most) return line
  const end = line.slice(0, most).search(/[.;] [^.;]*$/)
  return end > 0 ? `${line.slice(0, end)}.` : undefined
}

function wordsWithin(text: string, most: number): string {
  const space = text.lastIndexOf(' ', most - 1)
  return space > most / 3 ? `${text.slice(0, space)}…` : clip(text, most)
}

function stageIn(report: RunReport, state: StageState): StageName | undefined {
  return report.stages.find((stage) => stage.state === state)?.name
}

function firstErrorOf(report: RunReport): string {
  return report.findings.find((finding) => finding.severity === 'error')?.message ?? ''
}

function achievement(report: RunReport): string {
  const { artifact, deployment, swap } = report
  const verification = swap?.verification ?? report.verification
  if (deployment?.dryRun) {
    return `ready to deploy to ${code(deployment.appName, 80)} (dry run, nothing was changed)`
  }
  if (deployment !== undefined) {
    const app = azureLink(deployment.appName, swap?.targetUrl ?? deployment.appUrl)
    const deed = deedOf(report, app)
    if (!verification?.isVerified) return deed
    return `${deed}, ${answerOf(verification)}`
  }
  if (artifact === undefined) return 'nothing was wrong'
  const linkage = artifact.linkage === 'static' ? ' (static)' : ''
  return `${code(artifact.path, 120)}${linkage} was checked${startOf(report)}; nothing was deployed`
}

function startOf({ rehearsal, findings }: RunReport): string {
  if (rehearsal?.startMs !== undefined) return ' and started as the Functions host starts it'
  if (findings.some(({ code }) => code === 'handler-needs-setting')) {
    return ' and started, and did not listen without its settings'
  }
  return ', not started'
}

// "Answers" is said only of what was called.
function answerOf({ answers, listed, probe }: VerificationRecord): string {
  const answered = answers.filter(({ state }) => state === 'answered').length
  const others = listed.length - answered
  const isProbed = probe !== undefined && probe.status > 0
  if (answered === 0)
    return `Azure lists ${countOf(listed.length, 'function')}${isProbed ? ' and it answers' : ''}`
  const words = `${countOf(answered, 'function')} ${answered === 1 ? 'answers' : 'answer'}`
  return others > 0 ? `${words}, Azure lists ${others} more` : words
}

function deedOf({ deployment, swap }: RunReport, app: string): string {
  if (deployment?.unchanged === true) return `skipped: the same package is active at ${app}`
  if (swap === undefined) return `deployed to ${app}`
  return `deployed to ${app} through the slot ${code(swap.slotName, 60)}, swapped with ${code(swap.target, 60)}`
}

function factsLine(report: RunReport): string {
  const counts = countFindings(report.findings)
  const found = severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => countOf(counts[severity], severity))
  return [
    ...(found.length > 0 ? found : ['no findings']),
    ...(report.ignored.length > 0 ? [`${report.ignored.length} ignored`] : []),
    formatDuration(report.elapsedMs),
    `started ${moment(report.startedAt)}`,
  ].join(' · ')
}

function moment(startedAt: string): string {
  const [, day, minute] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):[\d.]+Z$/.exec(startedAt) ?? []
  return day === undefined || minute === undefined ? code(startedAt, 40) : `${day} ${minute} UTC`
}
