/**
 * Scenarios by the rules behind the written ones, with values that nobody chose: the same seed gives the same ones.
 */
import type { AppFaults } from '../../emulator/server/faults'
import { ending, ends, seenInAzure } from './ends-of-handlers'
import type { Behaviour } from './handler-program'
import { type Green, green, http, plansInTurn, red, type Scenario, timer } from './scenario'

/** Numbers from 0 to below 1 (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** @returns so many scenarios, of which every second one has to be green */
export function variedScenarios(count: number, seed: number): readonly Scenario[] {
  const random = randomFrom(seed)
  const upTo = (most: number): number => Math.floor(random() * most)
  const oneOf = <Each>(list: readonly Each[]): Each => list[upTo(list.length)] as Each
  return Array.from({ length: count }, (_, index) => {
    const made = index % 2 === 0 ? healthy(upTo, oneOf) : ill(upTo, oneOf)
    return { ...made, name: `varied ${seed}/${index + 1}: ${made.name}`, plan: oneOf(plansInTurn) }
  })
}

type UpTo = (most: number) => number
type OneOf = <Each>(list: readonly Each[]) => Each
type Made = Omit<Scenario, 'plan'>

const functionSets = [
  { Hello: http() },
  { Hello: http(), Nightly: timer },
  { Hello: http({ authLevel: 'function' }) },
  { Hello: http({ route: 'shop/{id:int}/hello' }), Other: http({ methods: ['get', 'post'] }) },
  { Hello: http({ methods: ['post'] }), Other: http() },
] as const

/** Whatever the handler answers, and however long the host takes, it is well. */
function healthy(upTo: UpTo, oneOf: OneOf): Made {
  const startsAfterMs = oneOf([0, 0, upTo(12_000)])
  const life = oneOf<[string, AppFaults, number]>([
    ['nothing special', {}, 0],
    ['a lag', { restartLagMs: upTo(9000) }, 0],
    ['old and new in turn', { rolling: { forMs: upTo(9000) } }, 0],
    ['several instances', { instances: 2 + upTo(3) }, 0],
    ['one more restart', { extraRestart: { afterMs: upTo(9000) } }, 9000 + startsAfterMs + 4000],
    ['the same process', { reloadsInProcess: true }, 0],
  ])
  const instanceIds = oneOf(['kept', 'fresh', 'empty'] as const)
  const [what, faults, disturbedForMs] = life
  const expects: Green = { ...green, disturbedForMs }
  const functions: Readonly<Record<string, object>> = oneOf(functionSets)
  const status = oneOf([200, 200, 201, 204, 302, 400, 403, 409])
  const answers = { '/api/': { status, body: status === 204 ? '' : 'new', headers: { Location: '/api/x' } } }
  return {
    name: `${what} (${JSON.stringify({ ...faults, instanceIds })}), starts after ${startsAfterMs} ms, answers ${status}`,
    functions,
    faults: { ...faults, instanceIds },
    // Timers are asked at their names.
    behaviour: {
      startsAfterMs,
      answers: {
        ...answers,
        '/Nightly': { status: 200, body: '{}', headers: { 'Content-Type': 'application/json' } },
      },
    },
    expects,
  }
}

/** It does not stay, or it is not the new one. */
function ill(upTo: UpTo, oneOf: OneOf): Made {
  const how: Behaviour = {
    ...ending(0),
    exitCode: oneOf([0, 1, 2, 3, 137]),
    endsByPanic: oneOf([true, false, false]),
  }
  const instanceIds = oneOf(['kept', 'fresh', 'empty'] as const)
  const pauses = { hostPausesMs: [200 + upTo(4000)] }
  return oneOf<() => Made>([
    () => {
      const diesAfterMs = upTo(9000)
      return {
        name: `ends ${diesAfterMs} ms after it listens (${JSON.stringify(how)})`,
        behaviour: { ...how, diesAfterMs },
        faults: { instanceIds, ...pauses },
        expects: red(...ends, ...seenInAzure),
      }
    },
    () => {
      const diesAfterMs = upTo(5000)
      return {
        name: `ends ${diesAfterMs} ms after it listens, not rehearsed (${JSON.stringify({ ...how, instanceIds })})`,
        behaviour: { ...how, diesAfterMs },
        inputs: { rehearse: 'false' },
        faults: { instanceIds, ...pauses },
        expects: red(...seenInAzure),
      }
    },
    () => {
      const diesAfterMs = upTo(3000)
      return {
        name: `ends ${diesAfterMs} ms after it listens, in Azure alone (${JSON.stringify({ ...how, instanceIds })})`,
        behaviour: { inAzure: { ...how, diesAfterMs } },
        faults: { instanceIds, ...pauses },
        expects: red(...seenInAzure),
      }
    },
    () => {
      const faults = oneOf<AppFaults>([{ restartLagMs: 600_000 }, { rolling: { forMs: 600_000 } }])
      return {
        name: `the version before answers (${JSON.stringify({ ...faults, instanceIds })})`,
        faults: { ...faults, instanceIds },
        inputs: { 'verify-timeout': '1' },
        expects: red('verify-stale', 'verify-unsettled'),
      }
    },
  ])()
}
