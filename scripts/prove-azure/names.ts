/** Names of everything that one proof creates, from a seed: the same seed gives the same names. */
import { createHash } from 'node:crypto'

export const proofPlans = ['flex', 'premium', 'dedicated', 'consumption'] as const
export type ProofPlan = (typeof proofPlans)[number]

export interface ProofNames {
  readonly group: string
  readonly app: string
  readonly plan: string
  readonly storage: string
  readonly identity: string
}

export function proofNames(plan: ProofPlan, seed: string): ProofNames {
  // App and storage account share their names with the whole world.
  const word = createHash('sha256').update(`${plan}/${seed}`).digest('hex').slice(0, 12)
  return {
    group: `go-functions-proof-${plan}-${word}`,
    app: `gofnproof${word}`,
    plan: `gofnproof${word}-hosting`,
    storage: `gofnstore${word}`,
    identity: `gofnproof${word}-reader`,
  }
}
