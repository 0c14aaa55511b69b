/**
 * Reads a report file back, as far as an overview of many runs needs it. The file may be anything: what has not the
 * form that docs/report.schema.json describes is left out.
 */
import { type Finding, severities } from '../findings'
import { at, listAt, numberAt, parseJson, textAt } from '../text/json-value'
import { type Outcome, outcomes } from './run-report'

/** What an overview says of one run. */
export interface AppReport {
  readonly outcome: Outcome
  readonly cause: string
  /** The stage that it ended in; empty when it passed. */
  readonly endedIn: string
  readonly elapsedMs: number
  readonly findings: readonly Finding[]
  readonly functions: readonly string[]
  /** Empty when nothing was packed. */
  readonly packageSha256: string
  /** Undefined when there was no deployment. */
  readonly deployment:
    | { readonly appName: string; readonly slotName: string; readonly appUrl: string }
    | undefined
  readonly isDryRun: boolean
  readonly isVerified: boolean
}

const mostFindings = 1000

/**
 * Reads a report.
 *
 * @returns what it says; undefined when it is no report of version 1
 */
export function readAppReport(text: string): AppReport | undefined {
  const report = parseJson(text)
  const outcome = outcomes.find((name) => name === at(report, 'outcome'))
  if (outcome === undefined || at(report, 'schemaVersion') !== 1) return undefined
  const ended = listAt(report, 'stages').find((stage) =>
    ['failed', 'cancelled'].includes(textAt(stage, 'state')),
  )
  const sha256 = textAt(report, 'package', 'sha256')
  const target = (name: string): string => textAt(report, 'deployment', name)
  return {
    outcome,
    cause: textAt(report, 'cause'),
    endedIn: outcome === 'passed' ? '' : textAt(ended, 'name'),
    elapsedMs: numberAt(report, 'elapsedMs') ?? Number.NaN,
    findings: listAt(report, 'findings').slice(0, mostFindings).flatMap(findingOf),
    functions: listAt(report, 'project', 'functions').map((each) => textAt(each, 'name')),
    packageSha256: /^[0-9a-f]{64}$/.test(sha256) ? sha256 : '',
    deployment:
      at(report, 'deployment') === undefined
        ? undefined
        : { appName: target('appName'), slotName: target('slotName'), appUrl: target('appUrl') },
    isDryRun: at(report, 'deployment', 'dryRun') === true,
    isVerified: at(report, 'verification', 'isVerified') === true,
  }
}

function findingOf(value: unknown): Finding[] {
  const severity = severities.find((name) => name === at(value, 'severity'))
  if (severity === undefined) return []
  const [line, column] = [numberAt(value, 'location', 'line'), numberAt(value, 'location', 'column')]
  const position = { ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) }
  const file = at(value, 'location', 'file')
  const place = typeof file === 'string' ? { location: { file, ...position } } : {}
  return [
    {
      code: textAt(value, 'code'),
      severity,
      message: textAt(value, 'message'),
      hint: textAt(value, 'hint'),
      ...place,
    },
  ]
}
