/**
 * A value of host.json as .NET's configuration binder converts its text.
 */
import { parseTimeSpan } from '../values/time-span'

/** An enumeration of the host: its .NET name, and its members by lower-case name. */
export interface Enumeration {
  readonly enum: string
  readonly members: Readonly<Record<string, number>>
}

export type ValueType = 'Boolean' | 'Int32' | 'Single' | 'TimeSpan' | 'String' | Enumeration

/** Undefined is a value that cannot be converted. */
export type Converted = boolean | number | string | undefined

/** The type's name in the host's message. */
export function typeName(type: ValueType): string {
  return typeof type === 'object' ? type.enum : `System.${type}`
}

/**
 * Converts a text.
 *
 * @returns numbers for whole numbers and enumerations, seconds for time spans
 */
export function convert(type: ValueType, text: string): Converted {
  if (typeof type === 'object') return enumerationOf(type, text)
  switch (type) {
    case 'Boolean':
      return booleanOf(text)
    case 'Int32':
      return int32Of(text)
    case 'Single':
      return /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?\s*$/i.test(text) ? Number(text) : undefined
    case 'TimeSpan':
      return parseTimeSpan(text)
    case 'String':
      return text
  }
}

function booleanOf(text: string): boolean | undefined {
  const trimmed = text.trim().toLowerCase()
  return trimmed === 'true' ? true : trimmed === 'false' ? false : undefined
}

function int32Of(text: string): number | undefined {
  const match = /^\s*([-+]?\d{1,20})\s*$/.exec(text)
  if (match === null) return undefined
  const value = Number(match[1])
  return value >= -(2 ** 31) && value < 2 ** 31 ? value : undefined
}

function enumerationOf({ members }: Enumeration, text: string): number | undefined {
  const trimmed = text.trim()
  return members[trimmed.toLowerCase()] ?? int32Of(trimmed)
}
