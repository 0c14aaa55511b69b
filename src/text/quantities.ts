/** Numbers as people read them. The same wording in the log, the annotations and the summary. */

/**
 * @param sizeBytes a number of bytes
 * @returns decimal units with one digit, for example `7.9 MB`; `?` for what is not a size
 */
export function formatBytes(sizeBytes: number): string {
  if (!Number.isFinite(sizeBytes) || sizeBytes < 0) return '?'
  if (sizeBytes < 1000) return `${Math.round(sizeBytes)} B`
  const units = ['kB', 'MB', 'GB', 'TB']
  let value = sizeBytes / 1000
  let unit = 0
  // 999.95 would be written as "1000.0 kB": it belongs to the next unit.
  while (value >= 999.95 && unit < units.length - 1) {
    value /= 1000
    unit += 1
  }
  return `${value.toFixed(1)} ${units[unit]}`
}

/**
 * @param elapsedMs a number of milliseconds
 * @returns `340 ms`, `12.3 s` or `2 min 05 s`; `?` for what is not a duration
 */
export function formatDuration(elapsedMs: number): string {
  if (!Number.isFinite(elapsedMs) || elapsedMs < 0) return '?'
  if (elapsedMs < 999.5) return `${Math.round(elapsedMs)} ms`
  if (elapsedMs < 59_950) return `${(elapsedMs / 1000).toFixed(1)} s`
  const seconds = Math.round(elapsedMs / 1000)
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`
}

/**
 * @param amount how many there are
 * @param noun what they are, in the singular, with a regular plural
 * @returns for example `1 error`, `2 errors`
 */
export function countOf(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`
}
