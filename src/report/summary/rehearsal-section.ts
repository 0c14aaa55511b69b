/** How the packaged app behaved when it was started on the runner as the Functions host starts it. */

import { countOf, formatDuration } from '../../text/quantities'
import { code, prose, type Section, stacked, table } from '../markdown'
import type { RehearsalRecord, RunReport } from '../run-report'

const mostCalls = 50

/** @returns start time and calls; nothing when there was no rehearsal */
export function rehearsalSections(report: RunReport): Section[] {
  if (report.rehearsal === undefined) return []
  return [{ title: 'Rehearsal on the runner', body: rehearsal(report.rehearsal), isDetail: true }]
}

function rehearsal(record: RehearsalRecord): string {
  const start =
    record.startMs === undefined
      ? undefined
      : `The handler listened after ${formatDuration(record.startMs)}, started as the Functions host starts it.`
  const rows = record.calls
    .slice(0, mostCalls)
    .map((call) => [
      code(call.functionName, 140),
      code(`${call.method} ${call.path}`, 260),
      code(String(call.status)),
      formatDuration(call.elapsedMs),
    ])
  const rest = record.calls.length - rows.length
  return stacked(
    start,
    rows.length > 0 ? table(['Function', 'Request to the handler', 'Status', 'Time'], rows) : undefined,
    rest > 0 ? `And ${countOf(rest, 'more call')}.` : undefined,
    uncalled(record),
    record.note === undefined ? undefined : prose(record.note),
  )
}

function uncalled({ uncalled: functions = [] }: RehearsalRecord): string | undefined {
  if (functions.length === 0) return undefined
  const named = functions
    .slice(0, mostCalls)
    .map(({ functionName, reason }) => `${code(functionName, 140)} (${prose(reason)})`)
  const rest = functions.length > named.length ? ` and ${functions.length - named.length} more` : ''
  return `Not called: ${named.join(', ')}${rest}. ${code('rehearse: true')} calls every function that a sample is known for.`
}
