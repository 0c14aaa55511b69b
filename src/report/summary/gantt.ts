/** When what ran: the timeline of the run as a Mermaid Gantt chart. */

import { formatDuration } from '../../text/quantities'
import type { Section } from '../markdown'
import type { RunReport, TimelineEntry } from '../run-report'
import { mermaidBlock, mermaidLabel } from './mermaid'

const mostEntries = 40
const sectionTitles = { runner: 'Runner', azure: 'Azure' } as const

/** @returns the chart, or nothing when fewer than two pieces of work are known */
export function ganttSections(report: RunReport): Section[] {
  const entries = report.timeline.filter(isDrawable).slice(0, mostEntries)
  if (entries.length < 2) return []
  return [{ title: 'Timings', body: mermaidBlock(chart(entries)), isDetail: true }]
}

function isDrawable(entry: TimelineEntry): boolean {
  const endMs = entry.startedAtMs + entry.elapsedMs
  return Number.isFinite(endMs) && entry.startedAtMs >= 0 && entry.elapsedMs >= 0 && endMs < 7 * 86_400_000
}

function chart(entries: readonly TimelineEntry[]): string[] {
  const endMs = Math.max(...entries.map((entry) => entry.startedAtMs + entry.elapsedMs))
  const lines = [
    'gantt',
    '  dateFormat YYYY-MM-DD HH:mm:ss.SSS',
    `  axisFormat ${axisFormat(endMs)}`,
    '  todayMarker off',
  ]
  for (const section of ['runner', 'azure'] as const) {
    const own = entries.filter((entry) => entry.section === section)
    if (own.length === 0) continue
    lines.push(`  section ${sectionTitles[section]}`)
    for (const entry of own) lines.push(`  ${task(entry)}`)
  }
  return lines
}

function axisFormat(endMs: number): string {
  if (endMs < 10_000) return '%S.%L'
  return endMs < 3_600_000 ? '%M:%S' : '%H:%M:%S'
}

function task(entry: TimelineEntry): string {
  const name = mermaidLabel(`${entry.label} ${formatDuration(entry.elapsedMs)}`, 80)
  return `${name} :${moment(entry.startedAtMs)}, ${moment(entry.startedAtMs + entry.elapsedMs)}`
}

/**
 * Mermaid reads and writes dates in the reader's own time zone, so the run is laid on a midnight without a
 * zone: the axis then counts from 00:00 everywhere.
 */
function moment(ms: number): string {
  return new Date(Date.UTC(2001, 0, 1) + Math.round(ms)).toISOString().replace('T', ' ').replace('Z', '')
}
