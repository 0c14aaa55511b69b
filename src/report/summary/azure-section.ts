/** The deployment and its verification: what was sent where, what the server said, what Azure then listed. */

import { passagesOf } from '../../text/passages'
import { countOf, formatDuration } from '../../text/quantities'
import { code, collapsed, factTable, fence, prose, type Section, stacked, table } from '../markdown'
import type { DeploymentRecord, RunReport } from '../run-report'
import type { AnswerRecord, VerificationRecord } from '../verification-record'
import { azureLink } from './azure-link'

const mostLogLines = 400
const mostErrors = 20
const mostFunctions = 100

/** The ways of delivering a package, in words. */
const ways = new Map([
  ['flex', 'one upload to the deployment site (Flex Consumption)'],
  ['zipdeploy', 'zip deploy'],
  ['blob', 'run from a package in blob storage'],
])

/** @returns deployment and verification, as far as the run came */
export function azureSections(report: RunReport): Section[] {
  const sections: Section[] = []
  if (report.deployment !== undefined) {
    const title = report.deployment.dryRun ? 'Deployment (dry run)' : 'Deployment'
    sections.push({ title, body: deployment(report.deployment), isDetail: true })
  }
  if (report.verification !== undefined) {
    const title = report.swap === undefined ? 'Verification' : 'Verification of the slot'
    sections.push({ title, body: verificationBody(report.verification), isDetail: true })
  }
  return sections
}

function deployment(record: DeploymentRecord): string {
  const delivery = record.way === undefined ? undefined : (ways.get(record.way) ?? record.way)
  const facts: [string, string | undefined][] = [
    ['Function app', code(record.appName, 80)],
    ['Slot', optional(record.slotName, code)],
    ['Resource group', code(record.resourceGroup, 120)],
    ['Plan', prose(record.plan, 120)],
    ['Address', azureLink(record.appUrl, record.appUrl)],
    ['Endpoints', optional(record.endpoints, (lines) => lines.map((line) => code(line, 120)).join('<br>'))],
    ['Delivered by', optional(delivery, prose)],
    ['Deployment', optional(record.deploymentId, code)],
    ['State', prose(record.state, 300)],
    ['Accepted audience', optional(record.scmAudience, code)],
    ['Upload', optional(record.uploadMs, formatDuration)],
    ['Server', optional(record.serverMs, formatDuration)],
  ]
  return stacked(factTable(facts), serverLog(record.log))
}

function optional<T>(value: T | undefined, render: (value: T) => string): string | undefined {
  return value === undefined ? undefined : render(value)
}

function serverLog(log: readonly string[]): string | undefined {
  if (log.length === 0) return undefined
  // The end of a log says how it ended.
  const shown = log.slice(-mostLogLines)
  const title = `Server log, ${shown.length < log.length ? `last ${shown.length} of ` : ''}${log.length} lines`
  return collapsed(title, fence(shown.join('\n'), 'text', 60_000))
}

/** @returns its facts, errors of the host, and the answer of the app */
export function verificationBody(record: VerificationRecord): string {
  const facts: [string, string | undefined][] = [
    ['Result', record.isVerified ? 'verified' : '**not verified**'],
    ['Host', prose(record.hostState, 120)],
    ['New', optional(record.freshness, prose)],
    ['Time', timeLine(record)],
    ['Functions listed', functionsLine(record)],
    ['Answer', optional(record.probe, probeLine)],
  ]
  const errors = record.hostErrors.slice(0, mostErrors).map((error) => `- ${prose(error, 1000)}`)
  return stacked(
    ...passagesOf(record.wayBack ?? '').map(({ kind, text, language }) =>
      kind === 'block' ? fence(text, language, 4000) : prose(text, 4000),
    ),
    factTable(facts),
    answersTable(record.answers),
    errors.length > 0 ? `The host reports:\n\n${errors.join('\n')}` : undefined,
    record.probe?.bodyExcerpt
      ? collapsed('Answer of the app', fence(record.probe.bodyExcerpt, 'text', 4000))
      : '',
  )
}

function timeLine({ elapsedMs, watchedMs, starts }: VerificationRecord): string {
  const watched = watchedMs > 0 ? `, watched for ${formatDuration(watchedMs)} after everything answered` : ''
  return `${formatDuration(elapsedMs)}${watched}${starts > 1 ? `, the host was started ${starts} times` : ''}`
}

function answersTable(answers: readonly AnswerRecord[]): string | undefined {
  if (answers.length === 0) return undefined
  const rows = answers
    .slice(0, mostFunctions)
    .map((answer) => [code(answer.functionName, 140), answerLine(answer)])
  const rest = answers.length - rows.length
  return stacked(
    table(['Function', 'After the deployment'], rows),
    rest > 0 ? `And ${countOf(rest, 'more function')}.` : undefined,
  )
}

function answerLine({ state, method, path, status, reason }: AnswerRecord): string {
  const why = reason === undefined ? '' : `: ${prose(reason, 300)}`
  if (state === 'listed') return `listed only${why}`
  const call = `called ${code(`${method ?? ''} ${path ?? ''}`, 260)} ${status === 0 ? 'no answer' : code(String(status))}`
  return state === 'failed' ? `**failed**, ${call}${why}` : call
}

function functionsLine(record: VerificationRecord): string {
  if (record.expected.length === 0) return `${record.listed.length}, whose names are known from Azure alone`
  const missing = record.expected.filter((name) => !record.listed.includes(name))
  const found = record.expected.length - missing.length
  const line = `${found} of ${record.expected.length} expected`
  if (missing.length === 0) return line
  const names = missing.slice(0, mostFunctions).map((name) => code(name, 140))
  const rest = missing.length - names.length
  return `${line}; missing: ${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}

function probeLine(probe: NonNullable<VerificationRecord['probe']>): string {
  return `GET ${code(probe.url)} answered ${code(String(probe.status))} in ${formatDuration(probe.elapsedMs)}`
}
