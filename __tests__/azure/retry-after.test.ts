import { describe, expect, it } from 'vitest'
import { readRetryAfter } from '../../src/azure/http/retry-after'

const read = (headers: Record<string, string>) => readRetryAfter((name) => headers[name])

describe('readRetryAfter', () => {
  it.each<[Record<string, string>, number]>([
    [{ 'retry-after': '3' }, 3000],
    [{ 'retry-after': ' 3 ' }, 3000],
    [{ 'retry-after': '0' }, 0],
    [{ 'retry-after': '1.5' }, 1500],
    [{ 'retry-after': '86400' }, 86_400_000],
    [{ retryafter: '30' }, 30_000],
    [{ 'retry-after-ms': '250', 'retry-after': '9' }, 250],
    [{ 'x-ms-retry-after-ms': '40' }, 40],
    [{ 'retry-after-ms': '-1', 'retry-after': '9' }, 9000],
  ])('%j is %i ms', (headers, expected) => expect(read(headers)).toBe(expected))

  it.each(['', 'soon', '-5', '+5', '1e9', '0x10', 'Infinity', 'NaN', 'soon 1', 'May 2099', '9'.repeat(400)])(
    'nothing is asked for by %j',
    (value) => expect(read({ 'retry-after': value })).toBeUndefined(),
  )

  it('takes a date by the clock of the server, whatever the runner believes', () => {
    const date = 'Sun, 01 Nov 2026 10:00:00 GMT'
    expect(read({ 'retry-after': 'Sun, 01 Nov 2026 10:02:00 GMT', date })).toBe(120_000)
    expect(read({ 'retry-after': 'Sunday, 01-Nov-26 10:00:30 GMT', date })).toBe(30_000)
    expect(read({ 'retry-after': 'Sun, 01 Nov 2026 09:00:00 GMT', date })).toBe(0)
  })
})
