import { describe, expect, it } from 'vitest'
import { parseTimeSpan, scheduleFault } from '../../src/functions/values/time-span'
import { parseTimeSpanMs } from '../../src/host/time-span'
import { isTimerSchedule } from '../../src/host/timer-schedule'

describe('checks and host read alike', () => {
  it.each([
    ...[
      '00:10:00',
      '0:1',
      '1.02:03:04',
      '1:02:03:04',
      '1.02:03',
      '1:2:3',
      '24:00:00',
      '25:30',
      '23:60:00',
      '00:00:61',
      '7',
    ],
    ...['-1', '-00:00:01', '00:00:00.5', '00:00:00.12345678', ' 00:05:00 ', '', '5m', '1.5', '00:05:00:'],
  ])('the time span "%s"', (text) => {
    const seconds = parseTimeSpan(text)
    expect(parseTimeSpanMs(text)).toBe(seconds === undefined ? undefined : seconds * 1000)
  })

  it.each([
    ...['0 */5 * * * *', '*/5 * * * *', '0 0 8 * * 1-5', '0 0 8 * * 0', '0 0 8 * * 7', '0 0 8 * * SUN'],
    ...['0 0 8 * JAN-MAR *', '0 0 8 * January *', '0 0 8 ? * *', '0 0 8 L * *', '0 0 8 1 13 *', '* * * *'],
    ...[
      '0 5-1 * * * *',
      '0 1,2,3 * * * *',
      '0 1-10/2 * * * *',
      '0 */0 * * * *',
      '0 5/ * * * *',
      '0 , * * * *',
    ],
    ...['0  0  8  *  *  *', '0 0 8 * * * *', '@daily', '0 0 8 0 * *', '0 0 24 * * *', '60 * * * * *', ''],
  ])('the schedule "%s"', (text) => {
    expect(isTimerSchedule(text, 'premium')).toBe(scheduleFault(text) === undefined)
  })
})
