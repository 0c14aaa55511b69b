/**
 * What docs/findings.md says about each finding of this room. Data only; nothing loads it while the action runs.
 */
import { buildCodes } from './build-codes'
import { moduleCodes } from './module-codes'

export const goCodes = { ...buildCodes, ...moduleCodes } as const
