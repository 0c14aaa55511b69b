import { describe, expect, it } from 'vitest'
import { afterGoodLook, isOver, type QuietWindow, settleTime } from '../../../src/azure/verify/stays'

describe('settleTime', () => {
  it.each([
    [undefined, true, true, 10_000],
    [undefined, true, false, 15_000],
    [undefined, false, true, 40_000],
    [undefined, false, false, 40_000],
    [5000, true, true, 5000],
    [5000, false, true, 5000],
    [5000, true, false, 15_000],
    [0, true, false, 0],
    [0, false, true, 0],
    [60_000, false, false, 60_000],
  ])('%s, rehearsed handler %s, called %s: %i', (wantedMs, isRehearsedAlive, isAnythingCalled, expected) => {
    expect(settleTime({ wantedMs, isRehearsedAlive, isAnythingCalled })).toBe(expected)
  })
})

describe('a quiet window', () => {
  const process = (startedAt: number, seenAt: number) => ({
    instanceId: 'a',
    uptimeMs: seenAt - startedAt,
    askedAtMs: seenAt,
    answeredAtMs: seenAt,
  })

  it('begins anew with a process that is started in it', () => {
    const first = [process(0, 2000)]
    const begun = afterGoodLook(undefined, { settleMs: 10_000, sightings: first, nowMs: 2000 })
    const going = afterGoodLook(begun, {
      settleMs: 10_000,
      sightings: [...first, process(0, 4000)],
      nowMs: 4000,
    })
    expect(going).toEqual({ beganAtMs: 2000, starts: 1, goodLooks: 1 })
    const restarted = [...first, process(0, 4000), process(5000, 6000)]
    expect(afterGoodLook(going, { settleMs: 10_000, sightings: restarted, nowMs: 6000 })).toEqual({
      beganAtMs: 6000,
      starts: 2,
      goodLooks: 0,
    })
  })

  it.each<[number, number, number, boolean]>([
    [10_000, 2, 10_000, true],
    [10_000, 1, 20_000, false],
    [10_000, 5, 9999, false],
    [0, 0, 0, true],
  ])('of %i ms with %i more good looks is over after %i ms: %s', (settleMs, goodLooks, nowMs, expected) => {
    const window: QuietWindow = { beganAtMs: 0, starts: 1, goodLooks }
    expect(isOver(window, { settleMs, sightings: [], nowMs })).toBe(expected)
  })
})
