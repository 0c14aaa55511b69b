/** How far the run came, stage by stage, and how to repeat the build by hand. */

import { formatDuration } from '../../text/quantities'
import { code, collapsed, fence, prose, type Section, stacked, table } from '../markdown'
import type { RunReport, StageState } from '../run-report'

const mostStages = 30
const mostFlags = 30

const stateWords: Readonly<Record<StageState, string>> = {
  done: 'done',
  failed: '**failed**',
  skipped: 'skipped',
  'not-reached': 'not reached',
  cancelled: '**cancelled**',
}

/** @returns the stage table; collapsed when the run passed, because then it holds no news */
export function stageSections(report: RunReport): Section[] {
  if (report.stages.length === 0) return []
  const rows = report.stages
    .slice(0, mostStages)
    .map((stage) => [
      prose(stage.name, 40),
      stateWords[stage.state] ?? prose(stage.state, 40),
      stage.elapsedMs === undefined ? '' : formatDuration(stage.elapsedMs),
      stage.reason === undefined ? '' : prose(stage.reason, 600),
    ])
  const hasReasons = report.stages.some((stage) => stage.reason !== undefined)
  const list = table(['Stage', 'State', 'Time', ...(hasReasons ? ['Why'] : [])], rows)
  const done = report.stages.filter((stage) => stage.state === 'done').length
  const body =
    report.outcome === 'passed' ? collapsed(`${done} of ${report.stages.length} stages done`, list) : list
  return [{ title: 'Stages', body, isDetail: false }]
}

/** @returns the `go build` line with its environment; nothing when nothing was built */
export function reproductionSections(report: RunReport): Section[] {
  const { build } = report
  if (build === undefined) return []
  const flags = build.neutralised.slice(0, mostFlags).map((flag) => code(flag, 200))
  const rest = build.neutralised.length - flags.length
  const overridden =
    flags.length > 0
      ? `Overridden, because they would change how the binary is linked: ${flags.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`
      : undefined
  const body = stacked(fence(build.command, 'sh'), overridden)
  return [{ title: 'Build it yourself', body: collapsed('The exact command', body), isDetail: true }]
}
