/**
 * Reads the retry policy of a function.json as Newtonsoft converts it (RetryOptions.cs of azure-functions-host).
 * Whether the host accepts the policy, `../retry` says.
 */
import type { JsonNode } from '../json/json-tree'
import { retryFault, retryStrategies } from '../retry'
import {
  type Converted,
  type MemberEnumeration,
  notConvertible,
  readInteger,
  readPlainEnumeration,
  readTimeSpan,
} from './conversions'

export interface RetryRefusal {
  /** The host's sentence. */
  readonly text: string
  /** The property at fault, and its value when it is there. */
  readonly key?: string
  readonly value?: JsonNode
}

const strategyEnumeration: MemberEnumeration = {
  name: 'RetryStrategy',
  members: retryStrategies.map((name) => name.toLowerCase()),
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
export function readRetry(node: JsonNode, path: string): RetryRefusal | undefined {
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

function policyFault(given: ReadonlyMap<string, Given>): RetryRefusal | undefined {
  const number = (property: string) => given.get(property.toLowerCase())?.number
  const policy = {
    strategy: number('strategy'),
    maxRetryCount: number('maxRetryCount'),
    delayIntervalSeconds: number('delayInterval'),
    minimumIntervalSeconds: number('minimumInterval'),
    maximumIntervalSeconds: number('maximumInterval'),
  }
  const fault = retryFault(policy, 'function')
  if (fault === undefined) return undefined
  const { property, text } = fault
  const value = given.get(property.toLowerCase())?.value
  return { text, key: property, ...(value === undefined ? {} : { value }) }
}
