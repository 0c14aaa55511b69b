/** The summary of many runs: one row for each app, and what is wrong with those that failed. Pure. */

import { countFindings } from '../findings'
import { proseOf } from '../text/passages'
import { countOf, formatDuration } from '../text/quantities'
import type { AppReport } from './app-report'
import { code, collapsed, prose, stacked, table } from './markdown'
import { azureLink } from './summary/azure-link'
import { findingTable } from './summary/findings-section'
import { largestSummaryBytes } from './summary/summary'

const mostRows = 500
const mostDetails = 50
const findingsPerApp = 20

export interface OverviewApp {
  readonly name: string
  /** The function app that it is meant for; empty when that is not known. */
  readonly appName: string
  /** The last report that there is of it. */
  readonly report: AppReport | undefined
  /** What is missing for the app to have passed, as a clause; empty when nothing is. */
  readonly missing: string
  readonly hasPassed: boolean
}

/**
 * Renders the overview, failed apps first.
 *
 * @param title what it is about; may be empty
 * @param apps the apps; every string in them may be hostile
 * @param docsUrl address of docs/findings.md, when codes are to link there
 * @returns GitHub-flavoured Markdown below the limit of a job summary
 */
export function renderOverview(title: string, apps: readonly OverviewApp[], docsUrl?: string): string {
  const failed = apps.filter(({ hasPassed }) => !hasPassed)
  const sorted = [...failed, ...apps.filter(({ hasPassed }) => hasPassed)]
  const details = failed
    .filter(({ report }) => report !== undefined && report.findings.length > 0)
    .slice(0, mostDetails)
    .map((app) => detailOf(app, docsUrl))
  for (let kept = details.length; ; kept -= 1) {
    const dropped = details.length - kept
    const text = `${stacked(
      `## ${headline(title, apps, failed.length)}`,
      apps.length === 0 ? undefined : appTable(sorted),
      ...details.slice(0, kept),
      dropped > 0
        ? `Findings of ${countOf(dropped, 'app')} were left out to stay below the size limit.`
        : undefined,
    )}\n`
    if (kept === 0 || Buffer.byteLength(text) < largestSummaryBytes) return text
  }
}

function headline(title: string, apps: readonly OverviewApp[], failed: number): string {
  const about = title === '' ? '' : ` (${code(title, 80)})`
  if (apps.length === 0) return `No app had to be built${about}`
  if (failed > 0) return `Failed: ${failed} of ${countOf(apps.length, 'app')}${about}`
  return `Passed: ${countOf(apps.length, 'app')}${about}`
}

function appTable(apps: readonly OverviewApp[]): string {
  const rows = apps
    .slice(0, mostRows)
    .map((app) => [code(app.name, 80), resultOf(app), whereOf(app), whyOf(app), timeOf(app)])
  const rest = apps.length - rows.length
  return stacked(
    table(['App', 'Result', 'Function app', 'What', 'Time'], rows),
    rest > 0 ? `And ${countOf(rest, 'more app')}.` : undefined,
  )
}

function resultOf({ report, missing, hasPassed }: OverviewApp): string {
  if (!hasPassed) {
    if (report === undefined || missing !== '') return '**not done**'
    return report.outcome === 'cancelled' ? '**cancelled**' : '**failed**'
  }
  if (report?.deployment === undefined) return 'checked'
  if (report.isDryRun) return 'ready (dry run)'
  return report.isVerified ? 'deployed, verified' : 'deployed'
}

function whereOf({ report, appName: wanted }: OverviewApp): string {
  if (report?.deployment === undefined) return wanted === '' ? '' : code(wanted, 80)
  const { appName, slotName, appUrl } = report.deployment
  return azureLink(slotName === '' ? appName : `${appName} (slot ${slotName})`, appUrl)
}

function whyOf({ report, missing, hasPassed }: OverviewApp): string {
  if (missing !== '') return prose(missing, 300)
  if (report === undefined) return ''
  if (hasPassed) return [countOf(report.functions.length, 'function'), ...warningsOf(report)].join(', ')
  const place = report.endedIn === '' ? '' : `${prose(report.endedIn, 40)}: `
  return [`${place}${prose(proseOf(report.cause), 400)}`, ...warningsOf(report)].join('<br>')
}

function warningsOf({ findings }: AppReport): readonly string[] {
  const { warning } = countFindings(findings)
  return warning === 0 ? [] : [countOf(warning, 'warning')]
}

function timeOf({ report }: OverviewApp): string {
  return report === undefined ? '' : formatDuration(report.elapsedMs)
}

function detailOf({ name, report }: OverviewApp, docsUrl: string | undefined): string {
  const findings = report?.findings ?? []
  const rest = findings.length - findingsPerApp
  const list = stacked(
    findingTable(findings.slice(0, findingsPerApp), docsUrl),
    rest > 0 ? `And ${countOf(rest, 'more finding')}, which the summary of its own job has.` : undefined,
  )
  return stacked(`### ${code(name, 80)}`, collapsed(countOf(findings.length, 'finding'), list))
}
