/** Whether the host has every expected function, and has it without errors. Pure. */
import { type Comparison, compareFunctions, type FunctionList } from '../site'
import type { FunctionStatus } from './function-status'

export interface Validity {
  /** All expected functions are listed, none of them in error. */
  readonly isValid: boolean
  readonly comparison: Comparison
  readonly inError: readonly FunctionStatus[]
  /** No proof either way. */
  readonly unread: readonly FunctionStatus[]
  /** Waiting changes nothing more: the host itself lacks a function, or says what is wrong with it. */
  readonly isFinal: boolean
}

export interface ValidityCase {
  /** Names from the package; empty when only the host knows them. */
  readonly expected: readonly string[]
  readonly isFloor: boolean
  readonly list: FunctionList
  /** By name in lower case, as far as they were read. */
  readonly statuses: ReadonlyMap<string, FunctionStatus>
}

/** Judges the list and the status pages of one look. */
export function judgeValidity({ expected, isFloor, list, statuses }: ValidityCase): Validity {
  const names = list.functions.map(({ name }) => name)
  const all = compareFunctions(expected, names, isFloor)
  // Of a list that was cut nobody knows what it lacks; the host's own page of a function says that it is there.
  const missing =
    list.cut === '' ? all.missing : all.missing.filter((name) => stateOf(statuses, name) === 'absent')
  const isReady = !all.isPlaceholder && missing.length === 0 && all.unexpected.length === 0
  const known = [...statuses.values()]
  const inError = known.filter(({ state }) => state === 'in-error')
  // A listed function whose page is not there: the host is an old one.
  const unread = known.filter(
    ({ state, name }) => state === 'unread' || (state === 'absent' && isAmong(names, name)),
  )
  // A host that has a page for one function and none for another lacks that one; the list alone may be late.
  const hasPages = known.some(({ state }) => state === 'valid' || state === 'in-error')
  const isLacking = hasPages && missing.some((name) => stateOf(statuses, name) === 'absent')
  return {
    isValid: isReady && inError.length === 0,
    comparison: { ...all, missing, isReady },
    inError,
    unread,
    isFinal: inError.length > 0 || isLacking,
  }
}

function stateOf(
  statuses: ReadonlyMap<string, FunctionStatus>,
  name: string,
): FunctionStatus['state'] | undefined {
  return statuses.get(name.toLowerCase())?.state
}

function isAmong(names: readonly string[], wanted: string): boolean {
  return names.some((name) => name.toLowerCase() === wanted.toLowerCase())
}
