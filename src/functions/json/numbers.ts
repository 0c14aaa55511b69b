/**
 * Numbers as Newtonsoft.Json and .NET read and write them: octal and hexadecimal integers, integers of any
 * length, and floating point. Pure text in, plain values out.
 */
import type { Complaint } from './fault'

/** `JsonTextReader.MaximumJavascriptIntegerCharacterLength`. */
const longestInteger = 380
const uint64Limit = 1n << 64n

export interface NumberValue {
  readonly value: number
  /** Whether Newtonsoft.Json takes it for an integer: `1`, `010`, `0x1F`, but not `1.0` or `1e5`. */
  readonly isInteger: boolean
}

/**
 * Reads a number of a JSON text.
 *
 * @param text what stands there: digits, signs, letters a to f and x, dots
 * @returns the number, or what Newtonsoft.Json has against it
 * @see Src/Newtonsoft.Json/JsonTextReader.cs (ParseReadNumber) in JamesNK/Newtonsoft.Json
 */
export function readNumber(text: string): NumberValue | Complaint {
  const refused = (inner = ''): Complaint => ({
    words: `Input string '${text}' is not a valid number.`,
    ...(inner === '' ? {} : { inner }),
    reason: `'${text.slice(0, 40)}' is no number`,
  })
  if (isOtherBase(text)) {
    const integer = readOtherBase(text)
    return typeof integer === 'string' ? refused(integer) : { value: Number(integer), isInteger: true }
  }
  if (/^-?\d+$/.test(text)) {
    const isLong = text.length > longestInteger && BigInt.asIntN(64, BigInt(text)) !== BigInt(text)
    if (!isLong) return { value: Number(text), isInteger: true }
    return { words: `JSON integer ${text} is too large to parse.`, reason: 'a number has too many digits' }
  }
  if (/^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(text)) {
    return { value: Number(text), isInteger: false }
  }
  return refused()
}

/**
 * The exact value of an integer as written.
 *
 * @param text the text of a number that was read as an integer
 */
export function integerOf(text: string): bigint {
  const other = isOtherBase(text) ? readOtherBase(text) : BigInt(text)
  return typeof other === 'bigint' ? other : 0n
}

/**
 * Writes a double as .NET's `Double.ToString(CultureInfo.InvariantCulture)` does: shortest digits that give it
 * back, `1E+15` from 15 places on, `1E-05` below four zeros.
 *
 * @see src/libraries/System.Private.CoreLib/src/System/Number.Formatting.cs in dotnet/runtime
 */
export function doubleText(value: number): string {
  if (!Number.isFinite(value) || value === 0) return Object.is(value, -0) ? '-0' : String(value)
  const [mantissa = '', exponent = '0'] = Math.abs(value).toExponential().split('e')
  const digits = mantissa.replace('.', '')
  const point = Number(exponent) + 1
  const sign = value < 0 ? '-' : ''
  if (point > Math.max(digits.length, 15) || point < -3) {
    const power = point - 1
    return `${sign}${mantissa}E${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`
  }
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  const whole = digits.slice(0, point).padEnd(point, '0')
  return digits.length <= point ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(point)}`
}

function isOtherBase(text: string): boolean {
  return /^0[^.eE]/.test(text)
}

/** `Convert.ToInt64` with base 16 or 8, which gives negative numbers for the upper half of 64 bits. */
function readOtherBase(text: string): bigint | string {
  const isHexadecimal = /^0x/i.test(text)
  const written = isHexadecimal ? text.slice(2) : text
  const digits = (isHexadecimal ? /^[0-9a-f]*/i : /^[0-7]*/).exec(written)?.[0] ?? ''
  if (digits === '') return 'Could not find any recognizable digits.'
  const value = BigInt(`${isHexadecimal ? '0x' : '0o'}${digits}`)
  if (value >= uint64Limit) return 'Value was either too large or too small for a UInt64.'
  if (digits.length < written.length) {
    return 'Additional non-parsable characters are at the end of the string.'
  }
  return BigInt.asIntN(64, value)
}
