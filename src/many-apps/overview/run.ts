/** One run of `overview`: reads the reports, writes one summary, and says which apps passed. */
import { resolve } from 'node:path'
import { ActionError, messageOf } from '../../errors'
import { type OverviewApp, renderOverview } from '../../report/overview-page'
import { writeSummary } from '../../report/publish'
import { openLog } from '../../runner/log'
import { failStep, findingsPage, setOutputs } from '../../runner/step'
import { readWorkspace } from '../../runner/workspace'
import { countOf } from '../../text/quantities'
import { type OverviewInputs, readOverviewInputs } from './inputs'
import { appsOf, type Reports, readReports } from './reports'

/**
 * Runs `overview`.
 *
 * @returns when everything is written; the exit code of the process says whether the step passed
 */
export async function run(): Promise<void> {
  const log = openLog()
  try {
    const inputs = readOverviewInputs()
    const workspace = readWorkspace(process.env, process.cwd())
    const { reports, unreadable } = await readReports(resolve(workspace.folder, inputs.reports))
    for (const path of unreadable) log.info(`No report: ${path}`)
    const apps = appsOf(reports, inputs)
    const unset = setOutputs(outputsOf(apps, reports, inputs))
    if (unset !== undefined) log.info(unset)
    for (const { name, hasPassed, missing, report } of apps) {
      log.info(`${hasPassed ? 'passed' : 'failed'} ${name}: ${missing || report?.cause || 'done'}`)
    }
    if (inputs.isQuiet) return
    const problem = await writeSummary(
      renderOverview(inputs.title, apps, findingsPage(process.env)),
      process.env,
    )
    if (problem !== undefined) log.info(problem)
    const failed = apps.filter(({ hasPassed }) => !hasPassed)
    if (failed.length === 0) return
    const names = failed.slice(0, 10).map(({ name }) => name)
    const rest = failed.length - names.length
    failStep(
      `${failed.length} of ${countOf(apps.length, 'app')} did not pass: ${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`,
    )
  } catch (error) {
    if (error instanceof ActionError) {
      if (error.hint !== undefined) log.info(error.hint)
      failStep(error.message.split('\n').join(' '))
      return
    }
    log.debug(error instanceof Error ? (error.stack ?? '') : String(error))
    failStep(`overview itself failed: ${messageOf(error)}. Please report this with the debug log.`)
  }
}

function outputsOf(
  apps: readonly OverviewApp[],
  reports: Reports,
  { matrix = [], stages }: OverviewInputs,
): Record<string, string> {
  const passed = new Set(apps.filter(({ hasPassed }) => hasPassed).map(({ name }) => name))
  const last = stages.at(-1)
  const include = matrix
    .filter(({ name }) => passed.has(name))
    .map((entry) => {
      const report = reports.get(last === undefined ? entry.name : `${last}-${entry.name}`)
      return { ...entry, 'package-sha256': report?.packageSha256 ?? '' }
    })
  return {
    matrix: JSON.stringify({ include }),
    'has-apps': String(include.length > 0),
    passed: JSON.stringify([...passed]),
    failed: JSON.stringify(apps.filter(({ hasPassed }) => !hasPassed).map(({ name }) => name)),
  }
}
