/** Shows how far a transfer is: lines at every tenth in a job log, a bar on a terminal. */
import { performance } from 'node:perf_hooks'
import type { Log } from './log'

export interface Progress {
  readonly sentBytes: number
  readonly totalBytes: number
}

/** Where a bar can be drawn. */
export interface Terminal {
  readonly isTTY?: boolean
  write(text: string): unknown
}

const barWidth = 40
const leastGapMs = 1000

/**
 * Starts to show a transfer.
 *
 * @param label what is transferred
 * @param log where lines go when there is no terminal
 * @param terminal where a bar goes, if it is one
 * @returns a function to call with every step of the transfer
 */
export function showProgress(label: string, log: Log, terminal: Terminal): (progress: Progress) => void {
  let shownTenth = 0
  let shownAtMs = Number.NEGATIVE_INFINITY
  return ({ sentBytes, totalBytes }) => {
    const share = totalBytes === 0 ? 1 : Math.min(1, sentBytes / totalBytes)
    if (terminal.isTTY === true) {
      const filled = Math.round(share * barWidth)
      const bar = `${'#'.repeat(filled)}${'.'.repeat(barWidth - filled)}`
      terminal.write(`\r${label} [${bar}] ${Math.floor(share * 100)} %${share === 1 ? '\n' : ''}`)
      return
    }
    const tenth = Math.floor(share * 10)
    // A small package is through at once: only its end is worth a line.
    const isDue = share === 1 || performance.now() - shownAtMs >= leastGapMs
    if (tenth === shownTenth || !isDue) return
    shownTenth = tenth
    shownAtMs = performance.now()
    log.info(`${label}: ${Math.floor(share * 100)} % of ${(totalBytes / 1e6).toFixed(1)} MB`)
  }
}
