import { describe, expect, it } from 'vitest'
import type { Log } from '../../src/runner/log'
import { showProgress } from '../../src/runner/progress'

const noLog: Log = { info: () => {}, debug: () => {}, group: () => {}, endGroup: () => {} }
const totalBytes = 10_000_000

function linesOf(steps: readonly number[]): string[] {
  const lines: string[] = []
  const log: Log = { ...noLog, info: (line) => void lines.push(line) }
  const show = showProgress('Uploaded', log, { write: () => {} })
  for (const sentBytes of steps) show({ sentBytes, totalBytes })
  return lines
}

describe('showProgress in a job log', () => {
  it('says the first tenth and the end of a quick transfer, and nothing between', () => {
    expect(linesOf([1_000_000, 2_000_000, 5_000_000, totalBytes])).toEqual([
      'Uploaded: 10 % of 10.0 MB',
      'Uploaded: 100 % of 10.0 MB',
    ])
  })

  it('does not repeat itself', () => {
    expect(linesOf([totalBytes, totalBytes])).toEqual(['Uploaded: 100 % of 10.0 MB'])
  })

  it('takes an empty transfer for a finished one', () => {
    const lines: string[] = []
    const log: Log = { ...noLog, info: (line) => void lines.push(line) }
    showProgress('Uploaded', log, { write: () => {} })({ sentBytes: 0, totalBytes: 0 })
    expect(lines).toEqual(['Uploaded: 100 % of 0.0 MB'])
  })
})

describe('showProgress on a terminal', () => {
  it('draws a bar on one line and ends the line when all is sent', () => {
    const written: string[] = []
    const terminal = { isTTY: true, write: (text: string) => void written.push(text) }
    const show = showProgress('Uploaded', noLog, terminal)
    show({ sentBytes: totalBytes / 2, totalBytes })
    show({ sentBytes: totalBytes, totalBytes })
    expect(written).toEqual([
      `\rUploaded [${'#'.repeat(20)}${'.'.repeat(20)}] 50 %`,
      `\rUploaded [${'#'.repeat(40)}] 100 %\n`,
    ])
  })
})
