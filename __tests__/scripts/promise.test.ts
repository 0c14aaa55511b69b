import { describe, expect, it } from 'vitest'
import { scenarioGroups } from '../../scripts/promise/groups'
import { type Ending, judge, judgeRivals, type Rival } from '../../scripts/promise/judge'
import { green, plansInTurn, red } from '../../scripts/promise/scenario'

const good: Ending = {
  exitCode: 0,
  errors: [],
  codes: [],
  isOwnActive: true,
  verified: { beganAtMs: 1000, endedAtMs: 13_000, servedAtMs: 2000 },
}
const bad: Ending = {
  ...good,
  exitCode: 1,
  errors: ['verify-stale'],
  codes: ['verify-stale'],
  verified: undefined,
}

describe('the judge of a job', () => {
  it.each([
    ['green as expected', green, good, 'right'],
    ['red as expected', red('verify-stale', 'verify-restarts'), bad, 'right'],
    ['green instead of red', red('verify-stale'), good, 'wrong green'],
    ['red instead of green', green, bad, 'wrong red'],
    ['red without a finding', green, { ...bad, errors: [], exitCode: null }, 'wrong red'],
    ['red with another cause', red('verify-restarts'), bad, 'wrong cause'],
    ['part of a code', red('verify'), bad, 'wrong cause'],
    ['green with another package in use', green, { ...good, isOwnActive: false }, 'wrong green'],
    ['green without the warning', { ...green, code: /deployment-partial/ }, good, 'wrong cause'],
    [
      'green with the warning',
      { ...green, code: /deployment-partial/ },
      { ...good, codes: ['deployment-partial'] },
      'right',
    ],
    [
      'green and late',
      green,
      { ...good, verified: { beganAtMs: 1000, endedAtMs: 17_500, servedAtMs: 2000 } },
      'late',
    ],
    [
      'late, and so was the end of the deployment',
      green,
      { ...good, verified: { beganAtMs: 6000, endedAtMs: 17_500, servedAtMs: 2000 } },
      'right',
    ],
    [
      'late after a disturbance',
      { ...green, disturbedForMs: 7000 },
      { ...good, verified: { beganAtMs: 1000, endedAtMs: 17_500, servedAtMs: 2000 } },
      'right',
    ],
    ['green, and nobody knows when', green, { ...good, verified: undefined }, 'broken'],
    ['green, and time does not matter', { end: 'green' }, { ...good, verified: undefined }, 'right'],
  ] as const)('%s', (_, expects, ending, verdict) => {
    expect(judge(expects, ending).verdict).toBe(verdict)
  })

  const first: Rival = { ...bad, errors: ['deployment-overtaken'], isOwnActive: false, isLast: false }
  const last: Rival = { ...good, isLast: true }
  it.each([
    ['the last one is green', [first, last], 'right'],
    [
      'the first one was green before the other came',
      [{ ...first, exitCode: 0, errors: [], isOwnActive: true }, last],
      'right',
    ],
    [
      'the first one is green with the package of the other',
      [{ ...first, exitCode: 0, errors: [] }, last],
      'wrong green',
    ],
    ['the last one is red', [first, { ...last, exitCode: 1, errors: ['verify-stale'] }], 'wrong red'],
    ['one is red without a reason', [{ ...first, errors: [] }, last], 'wrong cause'],
  ] as const)('two runs: %s', (_, rivals, verdict) => {
    expect(judgeRivals(rivals).verdict).toBe(verdict)
  })
})

describe('the scenarios', () => {
  const all = Object.values(scenarioGroups).flat()

  it('are many, of both ends, on every plan', () => {
    expect(all.length).toBeGreaterThanOrEqual(80)
    for (const plan of plansInTurn) {
      const ends = all.filter((scenario) => scenario.plan === plan).map(({ expects }) => expects.end)
      expect(ends.filter((end) => end === 'green').length, plan).toBeGreaterThanOrEqual(6)
      expect(ends.filter((end) => end === 'red').length, plan).toBeGreaterThanOrEqual(6)
    }
  })

  it('have names of their own', () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
  })
})
