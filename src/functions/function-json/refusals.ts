/**
 * What the host refuses of one function.json, collected in the order in which the host looks. The host itself names
 * the first only; the others are what it would say next. No judgement here.
 */
import type { JsonNode, Span } from '../json/json-tree'
import type { Refusal } from '../refusal'

/** Names of the rules; most are codes of findings as well. */
export const functionRules = [
  'function-name',
  'function-json-unparseable',
  'function-bindings',
  'binding-direction',
  'binding-value',
  'binding-text',
  'configuration-source',
  'script-file-missing',
  'retry-incomplete',
  'binding-name',
  'binding-name-repeated',
  'binding-return-direction',
  'binding-type-missing',
  'binding-type-unregistered',
  'trigger-missing',
  'trigger-repeated',
  'http-auth-level',
  'http-methods',
  'timer-schedule',
  'timer-switch',
  'binding-property',
  'storage-name',
  'blob-trigger-source',
  'setting-unresolved',
  'trigger-connection',
] as const
export type FunctionRule = (typeof functionRules)[number]

export interface FunctionRefusal extends Refusal {
  readonly rule: FunctionRule
  readonly functionName: string
  /** Name of the property, when one value is at fault. */
  readonly key?: string
  /** The value at fault. */
  readonly value?: JsonNode
  /** The entry of `bindings` that it is about. */
  readonly binding?: JsonNode
}

/** Where and about what a refusal is; the effect is `function` unless it says otherwise. */
export interface RefusalSubject {
  readonly effect?: FunctionRefusal['effect']
  readonly key?: string
  readonly value?: JsonNode
  readonly span?: Span
  readonly binding?: JsonNode
}

/** Takes one refusal. */
export type Refuse = (rule: FunctionRule, text: string, subject?: RefusalSubject) => void

/**
 * Begins a list of refusals of one function.
 *
 * @param functionName the folder's name
 * @param file its function.json
 * @returns the list, and what adds to it
 */
export function collectRefusals(
  functionName: string,
  file: string,
): { readonly refusals: readonly FunctionRefusal[]; readonly refuse: Refuse } {
  const refusals: FunctionRefusal[] = []
  const refuse: Refuse = (rule, text, { effect = 'function', key, value, span, binding } = {}) => {
    const place = span ?? value?.span
    refusals.push({
      rule,
      effect,
      text: text.endsWith('.') ? text : `${text}.`,
      file,
      functionName,
      ...(place === undefined ? {} : { span: place }),
      ...(key === undefined ? {} : { key }),
      ...(value === undefined ? {} : { value }),
      ...(binding === undefined ? {} : { binding }),
    })
  }
  return { refusals, refuse }
}
