/** What is in the zip: the largest entries, collapsed. */

import { countOf, formatBytes, formatDuration } from '../../text/quantities'
import { code, collapsed, type Section, stacked, table } from '../markdown'
import type { PackageRecord, RunReport } from '../run-report'

const mostEntries = 12

/** @returns the contents of the package; nothing before it was made */
export function packageSections(report: RunReport): Section[] {
  if (report.package === undefined) return []
  return [{ title: 'Package', body: contents(report.package), isDetail: true }]
}

function contents(zip: PackageRecord): string {
  const largest = [...zip.entries].sort((a, b) => b.sizeBytes - a.sizeBytes)
  const [shown, rest] = [largest.slice(0, mostEntries), largest.slice(mostEntries)]
  const total = zip.entries.reduce((sum, entry) => sum + entry.sizeBytes, 0)
  const rows = shown.map((entry) => [
    code(entry.name, 260),
    formatBytes(entry.sizeBytes),
    formatBytes(entry.compressedBytes),
    code((entry.mode & 0o7777).toString(8).padStart(4, '0')),
  ])
  const restBytes = rest.reduce((sum, entry) => sum + entry.sizeBytes, 0)
  const title =
    `${countOf(zip.entries.length, 'file')}, ${formatBytes(total)} unpacked, ` +
    `${formatBytes(zip.sizeBytes)} packed in ${formatDuration(zip.elapsedMs)}`
  return collapsed(
    title,
    stacked(
      table(['Entry', 'Size', 'Compressed', 'Mode'], rows),
      rest.length > 0 ? `And ${countOf(rest.length, 'smaller file')}, ${formatBytes(restBytes)}.` : undefined,
    ),
  )
}
