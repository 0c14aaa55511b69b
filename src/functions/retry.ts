/**
 * Whether the host accepts a retry policy (`Utility.ValidateRetryOptions` of azure-functions-host and the retry
 * attributes of azure-webjobs-sdk). The policy of host.json and that of a function are judged alike.
 */

export interface RetryPolicy {
  readonly strategy: 'exponentialBackoff' | 'fixedDelay'
  /** Undefined where the policy has none. */
  readonly maxRetryCount: number | undefined
  readonly delayIntervalSeconds: number | undefined
  readonly minimumIntervalSeconds: number | undefined
  readonly maximumIntervalSeconds: number | undefined
}

/** The property that is at fault, and what the host says. */
export interface RetryFault {
  readonly property: 'maxRetryCount' | 'delayInterval' | 'minimumInterval' | 'maximumInterval'
  readonly text: string
}

/** @returns undefined when the policy is accepted */
export function retryFault(policy: RetryPolicy): RetryFault | undefined {
  const { strategy, maxRetryCount, delayIntervalSeconds, minimumIntervalSeconds, maximumIntervalSeconds } =
    policy
  if (maxRetryCount === undefined) return missing('maxRetryCount')
  const isFixed = strategy === 'fixedDelay'
  if (isFixed && delayIntervalSeconds === undefined) return missing('delayInterval')
  if (!isFixed && minimumIntervalSeconds === undefined) return missing('minimumInterval')
  if (!isFixed && maximumIntervalSeconds === undefined) return missing('maximumInterval')
  if (maxRetryCount < -1) {
    const text = "Specified argument was out of the range of valid values. (Parameter 'maxRetryCount')"
    return { property: 'maxRetryCount', text }
  }
  if (isFixed) return undefined
  const [lowest, highest] = [minimumIntervalSeconds ?? 0, maximumIntervalSeconds ?? 0]
  if (lowest < 0) return negative('minimumInterval')
  if (highest < 0) return negative('maximumInterval')
  if (lowest <= highest) return undefined
  const text =
    "The minimumInterval must not be greater than the maximumInterval. (Parameter 'minimumInterval')"
  return { property: 'minimumInterval', text }
}

function missing(property: RetryFault['property']): RetryFault {
  const name = `${property.slice(0, 1).toUpperCase()}${property.slice(1)}`
  return { property, text: `Value cannot be null. (Parameter '${name}')` }
}

function negative(property: RetryFault['property']): RetryFault {
  return { property, text: `The TimeSpan must not be negative. (Parameter '${property}')` }
}
