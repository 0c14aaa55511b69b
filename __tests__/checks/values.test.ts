import { describe, expect, it } from 'vitest'
import { parseTimeSpan, scheduleFault } from '../../src/functions/values/time-span'
import { parseVersionRange } from '../../src/functions/values/version-range'
import { closestName } from '../../src/text/name-distance'

describe('parseTimeSpan', () => {
  it.each([
    ['00:10:00', 600],
    ['1.02:03:04', 93_784],
    ['1:02:03:04', 93_784],
    ['00:00:00.25', 0.25],
    ['-00:00:01', -1],
    ['10:30', 37_800],
    ['2', 172_800],
    ['24:00:00', 2_073_600],
    ['00:60:00', undefined],
    ['10 minutes', undefined],
    ['30s', undefined],
    ['', undefined],
    ['1.5', undefined],
    ['PT5M', undefined],
  ])('reads %j as %s seconds', (text, seconds) => {
    expect(parseTimeSpan(text)).toBe(seconds)
  })
})

describe('scheduleFault', () => {
  it.each([
    '0 */5 * * * *',
    '*/5 * * * *',
    '0 0 9-17 * * MON-FRI',
    '0 0 0 1,15 JAN,jul *',
    '  0 30   9 * * 1-5 ',
    '0 0/15 * * * *',
    '0 0 0 31 12 sunday',
    '0 5-55/10 * * * *',
  ])('accepts %j', (schedule) => {
    expect(scheduleFault(schedule)).toBeUndefined()
  })

  it.each([
    ['* * * *', 'it has 4 fields instead of 6 (seconds first) or 5'],
    ['0 0 0 0 * *', "'0' of its days is not within 1 to 31"],
    ['0 0 24 * * *', "'24' of its hours is not within 0 to 23"],
    ['0 0 0 * FOO *', "'FOO' of its months is not within 1 to 12 or a name"],
    ['0 0 0 L * *', "'L' of its days is not within 1 to 31"],
    ['0 1//2 * * * *', "'1//2' of its minutes has no number after '/'"],
    ['0 1, * * * *', "'' of its minutes is not within 0 to 59"],
  ])('refuses %j', (schedule, fault) => {
    expect(scheduleFault(schedule)).toBe(fault)
  })
})

describe('parseVersionRange', () => {
  it.each([
    ['[4.*, 5.0.0)', { lower: [4, 0], upper: [5, 0, 0], includesUpper: false }],
    ['[4.0.1]', { lower: [4, 0, 1], upper: [4, 0, 1], includesUpper: true }],
    ['(,5.0]', { lower: undefined, upper: [5, 0], includesUpper: true }],
    ['[4.0.0,)', { lower: [4, 0, 0], upper: undefined, includesUpper: false }],
    ['4.2.0-preview.1', { lower: [4, 2, 0], upper: undefined, includesUpper: false }],
    ['*', { lower: [0], upper: undefined, includesUpper: false }],
  ])('reads %s', (text, range) => {
    expect(parseVersionRange(text)).toEqual(range)
  })

  it.each([
    '',
    '[]',
    '(4.0)',
    '[4.0.0, 5.0.0',
    '4.0.0, 5.0.0',
    '(,)',
    '[5.0, 4.0)',
    '(4.0, 4.0)',
    '~4',
    '^4.0.0',
    'four',
  ])('refuses %j', (text) => {
    expect(parseVersionRange(text)).toBeUndefined()
  })
})

describe('closestName', () => {
  it.each([
    ['initialisationTimeout', 'initializationTimeout'],
    ['defaultExecutblePath', 'defaultExecutablePath'],
    ['environment', undefined],
    ['x'.repeat(10_000), undefined],
  ])('finds what %s was meant to be', (name, expected) => {
    expect(closestName(name, ['initializationTimeout', 'defaultExecutablePath', 'arguments'])).toBe(expected)
  })
})
