/**
 * How slow the emulated services are. The defaults keep tests fast; `asMeasured` has times of the real ones.
 */
import { setTimeout as sleep } from 'node:timers/promises'

export interface Latencies {
  /** The first request to an SCM site. */
  readonly scmColdStartMs: number
  /** From the last byte of a package to the answer. */
  readonly publishMs: number
  /** Every other SCM request. */
  readonly pollMs: number
  /** Each of the states pending, building and deploying. */
  readonly deploymentStepMs: number
  /** From the end of a Flex deployment until its triggers are synced. */
  readonly triggerSyncMs: number
  /** The `Retryafter` header of an accepted zip deployment. */
  readonly retryAfterSeconds: number
  readonly armMs: number
  /** The `Retry-After` header while a resource group is deleted. */
  readonly groupRetryAfterSeconds: number
  /** From the acceptance of a swap to its end. */
  readonly swapMs: number
  readonly tokenMs: number
  /** From the activation of a package until the old one stops answering; not for the first package of an app. */
  readonly restartLagMs: number
  /** From the end of a host's process to the next one; doubles with each end that follows. */
  readonly hostPauseMs: number
  /** From a host's start until it publishes its own triggers (azure-functions-host, FunctionsSyncService.cs: 30 s). */
  readonly ownSyncMs: number
}

export const immediate: Latencies = {
  scmColdStartMs: 0,
  publishMs: 0,
  pollMs: 0,
  deploymentStepMs: 20,
  triggerSyncMs: 20,
  retryAfterSeconds: 1,
  armMs: 0,
  groupRetryAfterSeconds: 0,
  swapMs: 60,
  tokenMs: 0,
  restartLagMs: 300,
  hostPauseMs: 200,
  ownSyncMs: 2000,
}

export const asMeasured: Latencies = {
  scmColdStartMs: 20_000,
  publishMs: 1_900,
  pollMs: 150,
  deploymentStepMs: 15_000,
  triggerSyncMs: 10_000,
  retryAfterSeconds: 30,
  armMs: 300,
  groupRetryAfterSeconds: 15,
  swapMs: 90_000,
  tokenMs: 250,
  // Nobody has measured these two; they are of the size that people report.
  restartLagMs: 8_000,
  hostPauseMs: 5_000,
  ownSyncMs: 30_000,
}

/**
 * Waits unless there is nothing to wait for.
 *
 * @param delayMs 0 returns in the same turn
 */
export async function pause(delayMs: number): Promise<void> {
  if (delayMs > 0) await sleep(delayMs)
}
