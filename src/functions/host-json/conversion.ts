/**
 * A value of host.json as .NET's configuration binder converts its text.
 */
import { convertBoolean } from '../values/booleans'
import type { Conversion } from '../values/conversion'
import { convertEnumeration, type Enumeration } from '../values/enumerations'
import { convertInt32, convertSingle } from '../values/integers'
import { convertTimeSpan } from '../values/time-span'

export type ValueType = keyof typeof converters | 'String' | Enumeration

/** Undefined is a value that cannot be converted. */
export type Converted = boolean | number | string | undefined

const converters = {
  Boolean: convertBoolean,
  Int32: convertInt32,
  Single: convertSingle,
  TimeSpan: convertTimeSpan,
} as const

/** The type's name in the host's message. */
export function typeName(type: ValueType): string {
  return typeof type === 'object' ? type.name : `System.${type}`
}

/**
 * Converts a text.
 *
 * @returns numbers for whole numbers and enumerations, seconds for time spans
 */
export function convert(type: ValueType, text: string): Converted {
  if (type === 'String') return text
  const converted: Conversion<boolean | number> =
    typeof type === 'object' ? convertEnumeration(text, type) : converters[type](text)
  return 'value' in converted ? converted.value : undefined
}
