/** What is deployed in a proof, one after the other to the same app, and how each has to end. Runs nothing. */
import type { ProofPlan } from './names'

export interface Scenario {
  readonly name: string
  readonly title: string
  /** What the handler greets with; it shows which version answers. */
  readonly greeting: string
  readonly handler?: 'dies' | 'other-route'
  /** The binary is linked as on Alpine, with a loader that no plan has. */
  readonly isDynamic?: boolean
  /** A second function, whose queue is named by an app setting that is not there. */
  readonly needsSetting?: boolean
  readonly inputs?: Readonly<Record<string, string>>
  readonly expects: 'passed' | 'failed'
}

const unrehearsed = { rehearse: 'false' }

const everywhere: readonly Scenario[] = [
  { name: 'good', title: 'A good app', greeting: 'one', expects: 'passed' },
  { name: 'redeploy', title: 'The next version of it', greeting: 'two', expects: 'passed' },
  {
    name: 'wrong-binary',
    title: 'A binary that no plan can load, forced',
    greeting: 'three',
    isDynamic: true,
    inputs: { ...unrehearsed, 'ignore-findings': 'elf-interpreter' },
    expects: 'failed',
  },
  {
    name: 'dying-handler',
    title: 'A handler that ends as soon as it starts',
    greeting: 'four',
    handler: 'dies',
    inputs: unrehearsed,
    expects: 'failed',
  },
  {
    name: 'wrong-route',
    title: 'A handler that does not know the route',
    greeting: 'five',
    handler: 'other-route',
    inputs: unrehearsed,
    expects: 'failed',
  },
  {
    name: 'missing-setting',
    title: 'A function whose app setting is missing',
    greeting: 'six',
    needsSetting: true,
    inputs: unrehearsed,
    expects: 'failed',
  },
]

const withSlots: readonly Scenario[] = [
  {
    name: 'slot-and-swap',
    title: 'A good app by way of a slot',
    greeting: 'seven',
    inputs: { 'slot-name': 'staging', 'swap-with': 'production' },
    expects: 'passed',
  },
]

/** The action swaps nothing on Linux Consumption, and says so before it uploads. */
const withoutSwap: readonly Scenario[] = [
  {
    name: 'slot',
    title: 'A good app in a slot',
    greeting: 'seven',
    inputs: { 'slot-name': 'staging' },
    expects: 'passed',
  },
  {
    name: 'refused-swap',
    title: 'A swap, which is refused',
    greeting: 'eight',
    inputs: { 'slot-name': 'staging', 'swap-with': 'production' },
    expects: 'failed',
  },
]

const more: Readonly<Record<ProofPlan, readonly Scenario[]>> = {
  flex: [],
  premium: withSlots,
  dedicated: withSlots,
  consumption: withoutSwap,
}

export function scenariosOf(plan: ProofPlan): readonly Scenario[] {
  return [...everywhere, ...more[plan]]
}
