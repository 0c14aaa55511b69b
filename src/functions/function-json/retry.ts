/**
 * Reads a retry policy, of function.json and of host.json alike (RetryOptions.cs and Utility.ValidateRetryOptions of
 * azure-functions-host, the retry attributes of azure-webjobs-sdk). It does not say whose policy it is.
 */
import type { JsonNode } from '../json/json-tree'
import { retryFault } from '../retry'
import {
  type Converted,
  type MemberEnumeration,
  notConvertible,
  readInteger,
  readPlainEnumeration,
  readTimeSpan,
} from './conversions'

export interface RetryFault {
  /** The host's sentence. */
  readonly text: string
  /** The property at fault, and its value when it is there. */
  readonly key?: string
  readonly value?: JsonNode
}

const strategies = ['exponentialbackoff', 'fixeddelay'] as const
const strategyEnumeration: MemberEnumeration = {
  name: 'RetryStrategy',
  members: strategies,
  type: 'Microsoft.Azure.WebJobs.Script.Description.RetryStrategy',
  isNullable: false,
}

const readers: Readonly<Record<string, (node: JsonNode, path: string) => Converted<number>>> = {
  strategy: (node, path) => readPlainEnumeration(node, path, strategyEnumeration),
  maxretrycount: readInteger,
  delayinterval: readTimeSpan,
  minimuminterval: readTimeSpan,
  maximuminterval: readTimeSpan,
}

/** A value that was read, with its node. */
interface Given {
  readonly number: number | undefined
  readonly value: JsonNode
}

/**
 * Judges a retry policy. Without `strategy` it is `exponentialBackoff`; the names of its properties have no case.
 *
 * @param node the value of `retry`
 * @param path where it stands, for the host's sentence
 * @returns what the host refuses first, or nothing
 */
export function readRetry(node: JsonNode, path: string): RetryFault | undefined {
  if (node.kind === 'null' || (node.kind === 'string' && node.value === '')) return undefined
  const type = 'Microsoft.Azure.WebJobs.Script.Description.RetryOptions'
  if (node.kind !== 'object') return { text: notConvertible(node, path, type, type), value: node }
  const given = new Map<string, Given>()
  for (const { key, value } of node.members) {
    const property = key.toLowerCase()
    const read = Object.hasOwn(readers, property) ? readers[property]?.(value, `${path}.${key}`) : undefined
    if (read === undefined) continue
    if ('refused' in read) return { text: read.refused, key, value }
    given.set(property, { number: read.value, value })
  }
  return policyFault(given)
}

function policyFault(given: ReadonlyMap<string, Given>): RetryFault | undefined {
  const number = (property: string) => given.get(property.toLowerCase())?.number
  const strategy = number('strategy') ?? 0
  const policy = {
    maxRetryCount: number('maxRetryCount'),
    delayIntervalSeconds: number('delayInterval'),
    minimumIntervalSeconds: number('minimumInterval'),
    maximumIntervalSeconds: number('maximumInterval'),
  }
  // A number without a name is a strategy that needs nothing but the count.
  const isUnknown = strategies[strategy] === undefined
  const fault = isUnknown
    ? retryFault({
        ...policy,
        strategy: 'fixedDelay',
        delayIntervalSeconds: 0,
        maxRetryCount: policy.maxRetryCount && 0,
      })
    : retryFault({ ...policy, strategy: strategy === 1 ? 'fixedDelay' : 'exponentialBackoff' })
  if (fault !== undefined) return faultAt(fault.property, fault.text, given)
  // The host makes the strategy of a function, not that of host.json, before anything runs.
  if (strategy !== 1 || (policy.delayIntervalSeconds ?? 0) >= 0) return undefined
  return faultAt('delayInterval', "The TimeSpan must not be negative. (Parameter 'delayInterval').", given)
}

function faultAt(key: string, text: string, given: ReadonlyMap<string, Given>): RetryFault {
  const value = given.get(key.toLowerCase())?.value
  return { text, key, ...(value === undefined ? {} : { value }) }
}
