import { describe, expect, it } from 'vitest'
import { compareVersions, parseVersionRange } from '../../../src/functions/values/version-range'

describe('parseVersionRange', () => {
  it.each([
    ['[4.*, 5.0.0)', { lower: [4, 0], upper: [5, 0, 0], includesUpper: false, isFloating: true }],
    ['[4.*-*, 5.0.0)', { lower: [4, 0], upper: [5, 0, 0], isFloating: true }],
    ['[4.0.1]', { lower: [4, 0, 1], upper: [4, 0, 1], includesUpper: true, isFloating: false }],
    ['(,5.0]', { lower: undefined, upper: [5, 0], includesLower: false, includesUpper: true }],
    ['[4.0.0,)', { lower: [4, 0, 0], upper: undefined, includesUpper: false }],
    ['4.2.0-preview.1', { lower: [4, 2, 0], upper: undefined, includesLower: true }],
    ['[4.0.0-beta, 4.0.0]', { lower: [4, 0, 0], upper: [4, 0, 0] }],
    ['4.0.0+build.01', { lower: [4, 0, 0] }],
    ['4', { lower: [4], isFloating: false }],
    [' [ 4 . 1 , 5 ) ', { lower: [4, 1], upper: [5] }],
    ['4.*', { lower: [4, 0], isFloating: true }],
    ['4.0.0-*', { lower: [4, 0, 0], isFloating: true }],
    ['4.0.0-beta.*', { lower: [4, 0, 0], isFloating: true }],
    ['*', { lower: [0], isFloating: true }],
    ['*-*', { lower: [0], isFloating: true }],
    // NuGet puts a 0 in the place of the star, so this is 40 or higher.
    ['4*', { lower: [40], isFloating: true }],
  ])('reads %s', (text, range) => {
    expect(parseVersionRange(text)).toMatchObject(range)
  })

  it.each([
    ...['', ' ', '[]', '(4.0)', '[4.0)', '[4.0.0, 5.0.0', '4.0.0, 5.0.0', '(,)', '[5.0, 4.0)', '(4.0, 4.0)'],
    ...[
      '~4',
      '^4.0.0',
      'four',
      'v4',
      '[4.0.0 5.0.0)',
      '{4.*, 5.0.0}',
      '[4, 5, 6)',
      '[4.*, 5.*)',
      '1.2.3.4.5',
    ],
    ...['-1', '4.', '.4', '4..0', '4.0-', '4.0.0-01', '4.0.0-a..b', '4.0.0+', '4.*.0', '4.*.*', '**', '*.5'],
    ...['[4.0.0, 4.0.0-beta]', '[4.0.0, 4.0.0)', '2147483648', '00:00:10', 'True', '['],
  ])('refuses %j', (text) => {
    expect(parseVersionRange(text)).toBeUndefined()
  })

  it('takes linear time', () => {
    expect(parseVersionRange(`[${'4.'.repeat(200_000)}`)).toBeUndefined()
    expect(parseVersionRange(`4.0-${'a.'.repeat(200_000)}*`)).toBeDefined()
  })
})

describe('compareVersions', () => {
  it.each([
    [[4], [4, 0, 0], 0],
    [[4, 1], [4, 0, 9], 1],
    [[3, 9], [4], -1],
  ])('%j and %j', (left, right, sign) => {
    expect(Math.sign(compareVersions(left, right))).toBe(sign)
  })
})
