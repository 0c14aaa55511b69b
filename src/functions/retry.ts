/**
 * Whether the host accepts a retry policy (`Utility.ValidateRetryOptions` of azure-functions-host and the retry
 * attributes of azure-webjobs-sdk). The policy of host.json and that of a function are judged alike.
 */

/** In the order of the host's enumeration, of which a file may give the number. */
export const retryStrategies = ['exponentialBackoff', 'fixedDelay'] as const

export interface RetryPolicy {
  /** Number of the strategy; the first where the policy has none. One without a name needs nothing but the count. */
  readonly strategy: number | undefined
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

/**
 * @param owner the host makes the strategy of a function before anything runs, that of host.json later
 * @returns undefined when the policy is accepted
 */
export function retryFault(policy: RetryPolicy, owner: 'host' | 'function'): RetryFault | undefined {
  const { maxRetryCount, delayIntervalSeconds, minimumIntervalSeconds, maximumIntervalSeconds } = policy
  if (maxRetryCount === undefined) return missing('maxRetryCount')
  const strategy = retryStrategies[policy.strategy ?? 0]
  if (strategy === undefined) return undefined
  const isFixed = strategy === 'fixedDelay'
  if (isFixed && delayIntervalSeconds === undefined) return missing('delayInterval')
  if (!isFixed && minimumIntervalSeconds === undefined) return missing('minimumInterval')
  if (!isFixed && maximumIntervalSeconds === undefined) return missing('maximumInterval')
  if (maxRetryCount < -1) {
    const text = "Specified argument was out of the range of valid values. (Parameter 'maxRetryCount')"
    return { property: 'maxRetryCount', text }
  }
  if (isFixed)
    return owner === 'function' && (delayIntervalSeconds ?? 0) < 0 ? negative('delayInterval') : undefined
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
