/** Integers and doubles as .NET's type converters read them from a value of host.json. */
import { type Conversion, trimBlanks } from './conversion'

interface IntegerType {
  readonly name: string
  readonly bits: number
  readonly isSigned: boolean
}

const int32: IntegerType = { name: 'Int32', bits: 32, isSigned: true }

/** Converts to `System.Int32`: decimal with a sign, or hexadecimal after `0x`, `&h` or `#`. */
export function convertInt32(text: string): Conversion<number> {
  const converted = convertInteger(text, int32)
  return 'value' in converted ? { value: Number(converted.value) } : converted
}

/** Converts to `System.UInt16`, as `convertInt32` otherwise. */
export function convertUInt16(text: string): Conversion<number> {
  const converted = convertInteger(text, { name: 'UInt16', bits: 16, isSigned: false })
  return 'value' in converted ? { value: Number(converted.value) } : converted
}

/** Converts to `System.Int64`, as `convertInt32` otherwise. */
export function convertInt64(text: string): Conversion<bigint> {
  return convertInteger(text, { name: 'Int64', bits: 64, isSigned: true })
}

/**
 * Reads a decimal integer of 32 bits as `Int32.Parse` with the invariant culture does.
 *
 * @see src/libraries/System.Private.CoreLib/src/System/Number.Parsing.cs in dotnet/runtime
 */
export function parseInt32(text: string): Conversion<number> {
  const parsed = parseDecimal(text, int32)
  return 'value' in parsed ? { value: Number(parsed.value) } : parsed
}

/** Converts to `System.Single`, as `convertDouble` otherwise. */
export function convertSingle(text: string): Conversion<number> {
  const converted = convertFloat(text, 'Single')
  return 'value' in converted ? { value: Math.fround(converted.value) } : converted
}

/**
 * Converts to `System.Double`: no hexadecimal form, `1e400` is infinite.
 *
 * @see src/libraries/System.ComponentModel.TypeConverter/src/System/ComponentModel/DoubleConverter.cs in dotnet/runtime
 */
export function convertDouble(text: string): Conversion<number> {
  return convertFloat(text, 'Double')
}

function convertFloat(text: string, name: 'Double' | 'Single'): Conversion<number> {
  const trimmed = trimBlanks(text)
  const special = /^([-+]?)(infinity|nan)$/i.exec(trimmed)
  if (special !== null) {
    const isNumberless = special[2]?.toLowerCase() === 'nan'
    return { value: isNumberless ? Number.NaN : special[1] === '-' ? -Infinity : Infinity }
  }
  if (/^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(trimmed)) return { value: Number(trimmed) }
  return invalid(trimmed, name, `The input string '${trimmed}' was not in a correct format.`)
}

/** @see src/libraries/System.ComponentModel.TypeConverter/src/System/ComponentModel/BaseNumberConverter.cs in dotnet/runtime */
function convertInteger(text: string, type: IntegerType): Conversion<bigint> {
  const trimmed = trimBlanks(text)
  if (trimmed === '') return invalid(trimmed, type.name, 'Index was outside the bounds of the array.')
  const prefix = /^(?:#|0x|&h)/i.exec(trimmed)?.[0]
  const parsed =
    prefix === undefined ? parseDecimal(trimmed, type) : parseHexadecimal(trimmed.slice(prefix.length), type)
  return 'value' in parsed ? parsed : invalid(trimmed, type.name, ...parsed.refused)
}

function parseDecimal(text: string, { name, bits, isSigned }: IntegerType): Conversion<bigint> {
  const digits = /^[\t-\r ]*([-+]?\d+)[\t-\r ]*\0*$/.exec(text)?.[1]
  if (digits === undefined) {
    return { refused: [`The input string '${text}' was not in a correct format.`] }
  }
  const value = BigInt(digits.replace('+', ''))
  const fits = isSigned ? BigInt.asIntN(bits, value) === value : BigInt.asUintN(bits, value) === value
  return fits ? { value } : { refused: [tooLarge(name)] }
}

/** `Convert.ToInt32` with base 16: the upper half of the bits is negative. */
function parseHexadecimal(text: string, { name, bits, isSigned }: IntegerType): Conversion<bigint> {
  const digits = /^\+?(?:0x)?([0-9a-f]+)$/i.exec(text)?.[1]
  if (digits === undefined) {
    const isCut = /^[0-9a-f]/i.test(text)
    return {
      refused: isCut ? ['Additional non-parsable characters are at the end of the string.'] : [],
    }
  }
  const value = BigInt(`0x${digits}`)
  if (BigInt.asUintN(bits, value) !== value) return { refused: [tooLarge(name.replace(/^Int/, 'UInt'))] }
  return { value: isSigned ? BigInt.asIntN(bits, value) : value }
}

function tooLarge(name: string): string {
  return `Value was either too large or too small for ${name.startsWith('Int') ? 'an' : 'a'} ${name}.`
}

function invalid(text: string, name: string, ...inner: readonly string[]): Conversion<never> {
  return { refused: [`${text} is not a valid value for ${name}. (Parameter 'value')`, ...inner] }
}
