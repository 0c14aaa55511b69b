/** Whether the clock of the runner can be trusted: tokens and signatures have times. */
import type { Finding } from '../../findings'
import { azureFinding } from './azure-error'

/** Entra allows five minutes for the times of a token. */
const tolerableMs = 5 * 60_000

/** A warning when the clocks differ by more than tokens bear; nothing when the server's clock is not known. */
export function clockFindings(aheadMs: number | undefined): readonly Finding[] {
  if (aheadMs === undefined || Math.abs(aheadMs) <= tolerableMs) return []
  const minutes = Math.round(Math.abs(aheadMs) / 60_000)
  const how = aheadMs > 0 ? 'behind' : 'ahead of'
  return [
    azureFinding(
      'warning',
      'runner-clock-off',
      `The clock of this runner is ${minutes} minutes ${how} the clock of Azure.`,
      'Set it, for example with `timedatectl set-ntp true`: tokens are refused when their times do not fit.',
    ),
  ]
}
