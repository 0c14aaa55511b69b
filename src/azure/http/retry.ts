/**
 * Tries again: with a predicate over typed errors, jitter, and a bound on attempts and on time.
 * Knows nothing about what it runs.
 */
import { messageOf } from '../../errors'
import type { Clock } from './clock'
import { HttpError, isTransient } from './http-error'

export interface RetryPolicy {
  readonly clock: Clock
  /** Clock time after which no further try begins. */
  readonly deadline: number
  /** Clock time until which a wait that the server asked for may last, beyond the deadline. Default: the deadline. */
  readonly patience?: number
  /** Tries in all, the first included. */
  readonly attempts: number
  readonly signal?: AbortSignal
  /** Default: `isTransient`. */
  readonly isRetryable?: (error: unknown) => boolean
  /** Called before each wait with a line for the debug log. */
  readonly onRetry?: (line: string) => void
  readonly firstDelayMs?: number
  readonly maxDelayMs?: number
}

/**
 * Runs an operation until it succeeds, fails for good, or a bound is reached.
 *
 * @param policy the bounds
 * @param operation what to run; gets the number of the try, from 1, and the deadline as it is by then
 * @returns what the operation returns
 * @throws the last error of the operation, or the reason of the signal
 */
export async function retry<T>(
  policy: RetryPolicy,
  operation: (attempt: number, deadline: number) => Promise<T>,
): Promise<T> {
  const patience = Math.max(policy.patience ?? policy.deadline, policy.deadline)
  const spanMs = policy.deadline - policy.clock.now()
  let { deadline } = policy
  const isRetryable = policy.isRetryable ?? isTransient
  for (let attempt = 1; ; attempt += 1) {
    policy.signal?.throwIfAborted()
    try {
      return await operation(attempt, deadline)
    } catch (error) {
      if (policy.signal?.aborted === true || attempt >= policy.attempts || !isRetryable(error)) throw error
      const delayMs = delayBefore(policy, attempt, error)
      const resumesAt = policy.clock.now() + delayMs
      if (resumesAt > deadline) {
        const isAsked = error instanceof HttpError && delayMs === error.retryAfterMs
        if (!isAsked || resumesAt > patience) throw error
        deadline = Math.min(patience, resumesAt + spanMs)
      }
      policy.onRetry?.(
        `${messageOf(error)} Trying again in ${(delayMs / 1000).toFixed(1)} s (try ${attempt + 1}).`,
      )
      await policy.clock.sleep(delayMs, policy.signal)
    }
  }
}

// Doubling, between half and all of the step, and never less than what the server asked for.
function delayBefore(policy: RetryPolicy, attempt: number, error: unknown): number {
  const step = Math.min((policy.firstDelayMs ?? 1000) * 2 ** (attempt - 1), policy.maxDelayMs ?? 30_000)
  const jittered = step * (0.5 + policy.clock.random() / 2)
  const asked = error instanceof HttpError ? (error.retryAfterMs ?? 0) : 0
  return Math.max(jittered, asked)
}
