/** One deployment whose end is known beforehand: what is deployed to which app, what goes on there, and how the job ends. */
import type { AppSpec } from '../../emulator/app/apps'
import type { AppFaults, RequestFault } from '../../emulator/server/faults'
import type { Plan } from '../../src/functions/plans'
import type { PlacedBehaviour } from './handler-program'

export interface Scenario {
  /** Unique; it says what happens. */
  readonly name: string
  readonly plan: Plan
  /** `package`: a zip that is given. `build`: the action builds the project. */
  readonly from?: 'package' | 'build'
  /** Laid over a handler that answers every function with 200. */
  readonly behaviour?: PlacedBehaviour
  /** Content of function.json by name; one anonymous GET function `Hello` when absent. */
  readonly functions?: Readonly<Record<string, object>>
  /** Laid over the usual host.json. */
  readonly hostJson?: Readonly<Record<string, unknown>>
  /** Files of the package beside those. */
  readonly files?: Readonly<Record<string, string>>
  readonly inputs?: Readonly<Record<string, string>>
  readonly app?: Partial<AppSpec>
  /** What ran before: another version, nothing, or the very package. */
  readonly before?: 'old' | 'nothing' | 'same'
  /** Of the app that is deployed to: the slot where there is one. They begin after what ran before was deployed. */
  readonly faults?: AppFaults
  /** Of production, where a slot is deployed to. */
  readonly productionFaults?: AppFaults
  readonly requests?: (appName: string) => readonly RequestFault[]
  readonly slot?: 'staging'
  /** Another run deploys another package to the same app, so long after this one began. */
  readonly rivalAfterMs?: number
  readonly expects: Green | Red
}

export interface Green {
  readonly end: 'green'
  /**
   * How long the verification has to watch, which bounds its end; undefined where nothing is uploaded or the end is
   * not bounded.
   */
  readonly settleMs?: number
  /** What the emulator does to the app after it served the package for the first time. */
  readonly disturbedForMs?: number
  /** Of a finding that has to be there. */
  readonly code?: RegExp
}

export interface Red {
  readonly end: 'red'
  /** Of an error. */
  readonly code: RegExp
}

/** Green after ten seconds of watching. */
export const green: Green = { end: 'green', settleMs: 10_000 }
/** Green where nothing can be called. */
export const uncalled: Green = { end: 'green', settleMs: 15_000 }
/** Green where no rehearsed handler lives beside the verification. */
export const alone: Green = { end: 'green', settleMs: 40_000 }

/** Green, whenever. */
export const unbounded: Green = { end: 'green' }

/** Red with one of these codes. */
export function red(...codes: readonly string[]): Red {
  return { end: 'red', code: new RegExp(`^(?:${codes.join('|')})$`) }
}

export const plansInTurn: readonly Plan[] = [
  'flex-consumption',
  'elastic-premium',
  'dedicated',
  'consumption',
]

/** The plan of the n-th row of a table, so that rules meet plans in turn. */
export function planOf(index: number): Plan {
  return plansInTurn[index % plansInTurn.length] ?? 'flex-consumption'
}

/** function.json of an HTTP function. */
export function http(
  given: Readonly<{ authLevel?: string; methods?: readonly string[]; route?: string }> = {},
): object {
  const trigger = {
    type: 'httpTrigger',
    direction: 'in',
    name: 'req',
    authLevel: 'anonymous',
    methods: ['get'],
  }
  return {
    bindings: [
      { ...trigger, ...given },
      { type: 'http', direction: 'out', name: 'res' },
    ],
  }
}

/** function.json of a timer. */
export const timer = {
  bindings: [{ type: 'timerTrigger', direction: 'in', name: 'timer', schedule: '0 30 2 * * *' }],
}

/** function.json of a queue function. */
export function queue(connection: string, queueName = 'orders'): object {
  return { bindings: [{ type: 'queueTrigger', direction: 'in', name: 'order', queueName, connection }] }
}
