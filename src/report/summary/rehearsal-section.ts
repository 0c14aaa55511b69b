/** How the packaged app behaved when it was started on the runner as the Functions host starts it. */

import { countOf, formatDuration } from '../../text/quantities'
import { code, fence, prose, type Section, stacked, table } from '../markdown'
import type { RealHostRecord, RehearsalRecord, RunReport } from '../run-report'

const mostCalls = 50

/** @returns start time and calls; nothing when there was no rehearsal */
export function rehearsalSections(report: RunReport): Section[] {
  if (report.rehearsal === undefined) return []
  return [
    {
      title:
        report.rehearsal.host === undefined ? 'Rehearsal on the runner' : 'Rehearsal on the Functions host',
      body: rehearsal(report.rehearsal),
      isDetail: true,
    },
  ]
}

function rehearsal(record: RehearsalRecord): string {
  const { host } = record
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
    host === undefined ? start : realHost(host),
    rows.length > 0
      ? table(
          [
            'Function',
            host === undefined ? 'Request to the handler' : 'Request to the host',
            'Status',
            'Time',
          ],
          rows,
        )
      : undefined,
    rest > 0 ? `And ${countOf(rest, 'more call')}.` : undefined,
    uncalled(record),
    record.note === undefined ? undefined : prose(record.note),
    host?.differences === undefined
      ? undefined
      : `Where the host and this action disagree, for a report (values are blanked):\n\n${fence(host.differences)}`,
  )
}

function realHost(host: RealHostRecord): string {
  const { image, digest, version, engine, state, network, pullMs, startMs, questionsMs } = host
  const way = network === 'internal' ? 'on a network without a way out' : 'on a port of 127.0.0.1'
  return `The Functions host ${code(version || '?', 60)} of ${code(image, 260)} (${code(digest, 100)}) ran the package with ${code(engine, 80)}, ${way}: ${code(state, 60)}. Pull ${formatDuration(pullMs)}, start ${formatDuration(startMs)}, questions ${formatDuration(questionsMs)}.`
}

function uncalled({ uncalled: functions = [], host }: RehearsalRecord): string | undefined {
  if (functions.length === 0) return undefined
  const named = functions
    .slice(0, mostCalls)
    .map(({ functionName, reason }) => `${code(functionName, 140)} (${prose(reason)})`)
  const rest = functions.length > named.length ? ` and ${functions.length - named.length} more` : ''
  const called = `Not called: ${named.join(', ')}${rest}.`
  if (host !== undefined) return called
  return `${called} ${code('rehearse: true')} calls every function that a sample is known for.`
}
