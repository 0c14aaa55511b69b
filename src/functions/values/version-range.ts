/**
 * NuGet version ranges such as `[4.*, 5.0.0)`, as `VersionRange.TryParse` of NuGet.Versioning reads them. Which
 * versions exist is not known here.
 */
import { trimBlanks } from './conversion'

export interface VersionRange {
  /** Numbers of the lower bound, a `*` being 0; `undefined` when open. */
  readonly lower: readonly number[] | undefined
  readonly upper: readonly number[] | undefined
  readonly includesLower: boolean
  readonly includesUpper: boolean
  /** Whether the lower bound has a `*`: the highest version in the range is wanted, not the lowest. */
  readonly isFloating: boolean
}

interface Version {
  readonly numbers: readonly number[]
  /** Of a pre-release version. */
  readonly labels: readonly string[]
}

const maxInt32 = 2 ** 31 - 1

/**
 * Reads a range.
 *
 * @param text for example `[4.0.0, 5.0.0)`; a bare version means "this or higher"
 * @returns the range, or `undefined` when the text is none or no version can be in it
 * @see src/NuGet.Core/NuGet.Versioning/VersionRangeFactory.cs in NuGet/NuGet.Client
 */
export function parseVersionRange(text: string): VersionRange | undefined {
  const trimmed = trimBlanks(text)
  const isBracketed = /^[[(]/.test(trimmed)
  if (isBracketed && !/[\])]$/.test(trimmed)) return undefined
  const parts = isBracketed ? trimmed.slice(1, -1).split(',') : [trimmed]
  const includesLower = !trimmed.startsWith('(')
  const includesUpper = trimmed.endsWith(']')
  if (parts.length > 2 || parts.every((part) => part === '')) return undefined
  const isExact = isBracketed && parts.length === 1
  if (isExact && !(includesLower && includesUpper)) return undefined

  const [first = '', second = isExact ? first : ''] = parts
  const isFloating = first.includes('*')
  const lower = isFloating ? parseFloating(first) : parseVersion(first)
  const upper = parseVersion(second)
  if (
    (lower === undefined && trimBlanks(first) !== '') ||
    (upper === undefined && trimBlanks(second) !== '')
  ) {
    return undefined
  }
  if (lower !== undefined && upper !== undefined) {
    const order = compareVersions(lower.numbers, upper.numbers) || compareLabels(lower.labels, upper.labels)
    if (order > 0 || (order === 0 && !(includesLower && includesUpper))) return undefined
  }
  return { lower: lower?.numbers, upper: upper?.numbers, includesLower, includesUpper, isFloating }
}

/**
 * The lowest version that a text with `*` admits.
 *
 * @see src/NuGet.Core/NuGet.Versioning/FloatRange.cs (TryParse) in NuGet/NuGet.Client
 */
function parseFloating(text: string): Version | undefined {
  if (text === '*') return { numbers: [0], labels: [] }
  const [, stable, label] = /^([^*+-]*)\*-([^*+]*)\*$/.exec(text) ?? []
  if (stable !== undefined && label !== undefined) return parseVersion(`${stable}0-${lowestLabel(label)}`)
  const [, beginning] = /^([^*+]*)\*$/.exec(text) ?? []
  if (beginning === undefined) return undefined
  const dash = beginning.indexOf('-')
  if (dash === -1) return parseVersion(`${beginning}0`)
  return parseVersion(`${beginning.slice(0, dash)}-${lowestLabel(beginning.slice(dash + 1))}`)
}

function lowestLabel(label: string): string {
  return label === '' || label.endsWith('.') ? `${label}0` : label
}

/** @see src/NuGet.Core/NuGet.Versioning/NuGetVersionFactory.cs (TryParse) in NuGet/NuGet.Client */
function parseVersion(text: string): Version | undefined {
  const [, numbers = '', , labels, , metadata] =
    /^([^+-]*)(-([^+]*))?(\+(.*))?$/s.exec(trimBlanks(text)) ?? []
  const sections = numbers.split('.').map(trimBlanks)
  if (sections.length > 4 || !sections.every((part) => /^\d+$/.test(part) && Number(part) <= maxInt32)) {
    return undefined
  }
  const isWord = (part: string) => /^[0-9a-z-]+$/i.test(part)
  const labelList = labels?.split('.') ?? []
  if (!labelList.every((label) => isWord(label) && !/^0\d+$/.test(label))) return undefined
  if (metadata !== undefined && !metadata.split('.').every(isWord)) return undefined
  return { numbers: sections.map(Number), labels: labelList }
}

/** A version without labels is the higher one; numbers come before words. */
function compareLabels(left: readonly string[], right: readonly string[]): number {
  if (left.length === 0 || right.length === 0) return right.length - left.length
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const [one = '', other = ''] = [left[index]?.toLowerCase(), right[index]?.toLowerCase()]
    if (one === other) continue
    const [isOneNumber, isOtherNumber] = [/^\d+$/.test(one), /^\d+$/.test(other)]
    if (isOneNumber && isOtherNumber) return Number(one) - Number(other)
    if (isOneNumber !== isOtherNumber) return isOneNumber ? -1 : 1
    return one < other ? -1 : 1
  }
  return left.length - right.length
}

/**
 * Compares two versions number by number.
 *
 * @param left numbers, the most significant first; missing ones count as 0
 * @param right as `left`
 * @returns below 0, 0 or above 0
 */
export function compareVersions(left: readonly number[], right: readonly number[]): number {
  for (let index = 0; index < 4; index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
