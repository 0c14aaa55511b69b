/** The words of the command line, read and refused here. */
import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { mutations } from './mutations'
import { type ProofPlan, proofPlans } from './names'
import { scenariosOf } from './scenarios'

export interface ProofOptions {
  readonly plan: ProofPlan
  readonly location: string
  readonly keep: boolean
  readonly emulator: boolean
  readonly seed: string
  readonly mutate: string | undefined
  /** Names of scenarios; all when empty. */
  readonly only: readonly string[]
  /** Makes the reference of this plan anew from so many runs; 0 compares. */
  readonly referenceRuns: number
}

export const usage = `Usage: npm run prove:azure -- --plan ${proofPlans.join('|')} --location LOCATION [--keep] [--seed TEXT]
                           [--emulator] [--mutate ${Object.keys(mutations).join('|')}] [--only SCENARIO,…] [--reference RUNS]`

/** @throws Error that says which word is wrong */
export function readOptions(words: readonly string[]): ProofOptions {
  const { values } = parseArgs({
    args: [...words],
    options: {
      plan: { type: 'string' },
      location: { type: 'string' },
      keep: { type: 'boolean', default: false },
      emulator: { type: 'boolean', default: false },
      seed: { type: 'string' },
      mutate: { type: 'string' },
      only: { type: 'string', default: '' },
      reference: { type: 'string', default: '0' },
    },
  })
  const { emulator, mutate, seed, keep } = values
  const plan = proofPlans.find((each) => each === (values.plan ?? (emulator ? 'flex' : '')))
  if (plan === undefined)
    throw new Error(`--plan is '${values.plan ?? ''}': use one of ${proofPlans.join(', ')}.`)
  const location = values.location ?? (emulator ? 'westeurope' : '')
  if (!/^[a-z0-9]+$/.test(location))
    throw new Error(`--location is '${location}': use the name of a region, for example westeurope.`)
  if (mutate !== undefined && !(emulator && mutate in mutations))
    throw new Error(
      `--mutate is '${mutate}': with --emulator, use one of ${Object.keys(mutations).join(', ')}.`,
    )
  const only = values.only.split(',').filter((name) => name !== '')
  const known = scenariosOf(plan).map(({ name }) => name)
  const unknown = only.find((name) => !known.includes(name))
  if (unknown !== undefined) throw new Error(`--only names '${unknown}': use ${known.join(', ')}.`)
  const referenceRuns = Number(values.reference)
  if (!Number.isInteger(referenceRuns) || referenceRuns < 0 || (referenceRuns > 0 && (!emulator || mutate)))
    throw new Error(
      `--reference is '${values.reference}': a number of runs, with --emulator and without --mutate.`,
    )
  return {
    plan,
    location,
    keep,
    emulator,
    seed: seed ?? (emulator ? 'emulator' : randomBytes(4).toString('hex')),
    mutate,
    only,
    referenceRuns,
  }
}
