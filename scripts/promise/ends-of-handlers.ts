/** Handlers that do not stay: when they end, how, and what could know it. All of them have to be red. */
import type { PlacedBehaviour } from './handler-program'
import { planOf, red, type Scenario } from './scenario'

/** The codes of a rehearsed handler that ended. */
export const ends = ['handler-exits', 'handler-exits-zero', 'handler-panics']
/** What Azure alone shows of a handler that ends. */
export const seenInAzure = [
  'verify-restarts',
  'verify-unsettled',
  'verify-server-error',
  'verify-host-error',
  'verify-host-state',
  'verify-host-unreachable',
  'verify-no-answer',
  'verify-probe-failed',
]

/** It ends so long after it began to listen. */
export function ending(diesAfterMs: number): PlacedBehaviour {
  return { diesAfterMs, exitCode: 1, lastWords: 'boom: it cannot go on' }
}

function named(after: number, where: string): string {
  return `ends ${after / 1000} s after it listens, ${where}`
}

/** The rehearsed handler, which lives beside the verification, ends as the one in Azure does. */
export const endsEverywhere: readonly Scenario[] = [
  ...[0, 300, 1000, 3000, 5000, 9000].map(
    (after, index): Scenario => ({
      name: named(after, 'given package'),
      plan: planOf(index),
      behaviour: ending(after),
      expects: red(...ends, ...seenInAzure),
    }),
  ),
  ...[0, 300, 1000, 3000, 5000, 9000].map(
    (after, index): Scenario => ({
      name: named(after, 'built project'),
      plan: planOf(index + 1),
      from: 'build',
      behaviour: ending(after),
      expects: red(...ends, ...seenInAzure),
    }),
  ),
  {
    name: 'panics 5 s after it listens',
    plan: 'dedicated',
    behaviour: { diesAfterMs: 5000, endsByPanic: true, lastWords: 'assignment to entry in nil map' },
    expects: red(...ends, ...seenInAzure),
  },
  {
    name: 'ends with code 0 after 2 s',
    plan: 'flex-consumption',
    behaviour: { diesAfterMs: 2000, exitCode: 0 },
    expects: red('handler-exits-zero', 'verify-server-error'),
  },
  {
    name: 'ends with code 0 after 7 s',
    plan: 'consumption',
    behaviour: { diesAfterMs: 7000, exitCode: 0 },
    expects: red('handler-exits-zero', 'verify-server-error'),
  },
  {
    name: 'ends before it listens',
    plan: 'elastic-premium',
    behaviour: { neverListens: true, exitCode: 1, lastWords: 'boom: it cannot go on' },
    expects: red('handler-exits'),
  },
  {
    name: 'panics before it listens, built project',
    plan: 'flex-consumption',
    from: 'build',
    behaviour: { neverListens: true, endsByPanic: true, lastWords: 'assignment to entry in nil map' },
    expects: red('handler-exits', 'handler-panics'),
  },
]

/** Nothing is rehearsed: Azure's looks have to see it. */
export const endsUnrehearsed: readonly Scenario[] = [0, 300, 1000, 3000, 5000, 9000].map(
  (after, index): Scenario => ({
    name: named(after, 'not rehearsed'),
    plan: planOf(index + 2),
    behaviour: ending(after),
    inputs: { rehearse: 'false' },
    expects: red(...seenInAzure),
  }),
)

/** The rehearsed handler lives, and the one in Azure does not. */
export const endsInAzure: readonly Scenario[] = [
  ...[0, 300, 1000, 3000].map(
    (after, index): Scenario => ({
      name: named(after, 'in Azure alone'),
      plan: planOf(index),
      behaviour: { inAzure: ending(after) },
      expects: red(...seenInAzure),
    }),
  ),
  {
    name: 'ends before it listens, in Azure alone',
    plan: 'dedicated',
    behaviour: { inAzure: { neverListens: true, exitCode: 2, lastWords: 'boom: it cannot go on' } },
    expects: red(...seenInAzure),
  },
  {
    name: 'ends with code 0 after 1 s, in Azure alone',
    plan: 'consumption',
    behaviour: { inAzure: { diesAfterMs: 1000, exitCode: 0 } },
    expects: red('verify-server-error'),
  },
  {
    name: 'ends with code 0 after 1 s, not rehearsed',
    plan: 'elastic-premium',
    behaviour: { diesAfterMs: 1000, exitCode: 0 },
    inputs: { rehearse: 'false' },
    expects: red('verify-server-error'),
  },
  {
    name: 'the host is started again and again, with growing pauses',
    plan: 'elastic-premium',
    behaviour: { inAzure: ending(2500) },
    faults: { hostPausesMs: [500, 2000, 6000, 15_000] },
    expects: red(...seenInAzure),
  },
  {
    name: 'the host is started again and again, with a new id each time',
    plan: 'flex-consumption',
    behaviour: { inAzure: ending(1500) },
    faults: { instanceIds: 'fresh', hostPausesMs: [500] },
    expects: red(...seenInAzure),
  },
  {
    name: 'both of two instances end again and again, nothing may be called',
    plan: 'dedicated',
    functions: {
      Nightly: {
        bindings: [{ type: 'timerTrigger', direction: 'in', name: 'timer', schedule: '0 30 2 * * *' }],
      },
    },
    behaviour: { inAzure: ending(1000) },
    faults: { instances: 2, instanceIds: 'fresh' },
    inputs: { 'verify-timeout': '1' },
    expects: red(...seenInAzure),
  },
]
