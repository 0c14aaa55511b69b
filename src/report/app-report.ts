/**
 * Reads a report file back, as far as an overview of many runs needs it. The file may be anything: what has not the
 * form that docs/report.schema.json describes is left out.
 */
import { type Finding, severities } from '../findings'
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
 * @param text the file
 * @returns what it says; undefined when it is no report of version 1
 */
export function readAppReport(text: string): AppReport | undefined {
  const report = recordOf(parsed(text))
  const outcome = outcomes.find((name) => name === report['outcome'])
  if (outcome === undefined || report['schemaVersion'] !== 1) return undefined
  const ended = listOf(report['stages'])
    .map(recordOf)
    .find(({ state }) => state === 'failed' || state === 'cancelled')
  const deployment = recordOf(report['deployment'])
  const sha256 = textOf(recordOf(report['package'])['sha256'])
  return {
    outcome,
    cause: textOf(report['cause']),
    endedIn: outcome === 'passed' ? '' : textOf(ended?.['name']),
    elapsedMs: typeof report['elapsedMs'] === 'number' ? report['elapsedMs'] : Number.NaN,
    findings: listOf(report['findings']).slice(0, mostFindings).flatMap(findingOf),
    functions: listOf(recordOf(report['project'])['functions']).map((each) => textOf(recordOf(each)['name'])),
    packageSha256: /^[0-9a-f]{64}$/.test(sha256) ? sha256 : '',
    deployment:
      report['deployment'] === undefined
        ? undefined
        : {
            appName: textOf(deployment['appName']),
            slotName: textOf(deployment['slotName']),
            appUrl: textOf(deployment['appUrl']),
          },
    isDryRun: deployment['dryRun'] === true,
    isVerified: recordOf(report['verification'])['isVerified'] === true,
  }
}

function findingOf(value: unknown): Finding[] {
  const { code, severity: named, message, hint, location } = recordOf(value)
  const severity = severities.find((name) => name === named)
  if (severity === undefined) return []
  const { file, line, column } = recordOf(location)
  const position = {
    ...(typeof line === 'number' ? { line } : {}),
    ...(typeof column === 'number' ? { column } : {}),
  }
  const place = typeof file === 'string' ? { location: { file, ...position } } : {}
  return [{ code: textOf(code), severity, message: textOf(message), hint: textOf(hint), ...place }]
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
