/**
 * Time spans as `TimeSpan.Parse` with the invariant culture reads them. Limits of single settings are not known here.
 */
import { type Conversion, trimBlanks } from './conversion'

const maxDays = 10_675_199
const maxInt32 = 2 ** 31 - 1
/** `Int64.MaxValue` ticks of 100 ns. */
const maxSeconds = 2 ** 63 / 1e7

/** The parts in their order; a part that is not named is 0. */
type Form = readonly ('d' | 'h' | 'm' | 's' | 'f')[]

/** By what separates the numbers; the first form whose numbers are in range counts. */
const forms: ReadonlyMap<string, readonly Form[]> = new Map([
  ['', [['d']]],
  [':', [['h', 'm']]],
  ['. :', [['d', 'h', 'm']]],
  // 24:00:00 is no time of a day, so it is 24 days.
  [
    ': :',
    [
      ['h', 'm', 's'],
      ['d', 'h', 'm'],
    ],
  ],
  [': :.', [['h', 'm', 'f']]],
  [': : .', [['h', 'm', 's', 'f']]],
  ['. : :', [['d', 'h', 'm', 's']]],
  [': : :', [['d', 'h', 'm', 's']]],
  ['. : :.', [['d', 'h', 'm', 'f']]],
  [': : :.', [['d', 'h', 'm', 'f']]],
  ['. : : .', [['d', 'h', 'm', 's', 'f']]],
  [': : : .', [['d', 'h', 'm', 's', 'f']]],
])

/**
 * Reads a time span: `[-]d`, `[-][d.]hh:mm[:ss[.fffffff]]`, also `d:hh:mm:ss`.
 *
 * @returns seconds, or .NET's sentence
 * @see src/libraries/System.Private.CoreLib/src/System/Globalization/TimeSpanParse.cs in dotnet/runtime
 */
export function readTimeSpan(text: string): Conversion<number> {
  const trimmed = trimBlanks(text)
  const refused = { refused: [`String '${text}' was not recognized as a valid TimeSpan.`] }
  const overflow = {
    refused: [
      `The TimeSpan string '${text}' could not be parsed because at least one of the numeric components is out of range or contains too many digits.`,
    ],
  }
  const digits = trimmed.match(/\d+/g) ?? []
  const separators = trimmed.split(/\d+/)
  if (digits.some((number) => Number(number) > maxInt32)) return overflow
  const [sign = '', ...between] = separators.slice(0, -1)
  const isPlain = separators.at(-1) === '' && (sign === '' || sign === '-') && digits.length > 0
  const candidates = isPlain ? forms.get(between.join(' ')) : undefined
  if (candidates === undefined) return refused
  for (const form of candidates) {
    const length = secondsOf(form, digits)
    if (length !== undefined) return { value: sign === '-' && length !== 0 ? -length : length }
  }
  return overflow
}

/** The seconds of a time span, or `undefined` when .NET refuses the text. */
export function parseTimeSpan(text: string): number | undefined {
  const read = readTimeSpan(text)
  return 'value' in read ? read.value : undefined
}

/**
 * Converts a value of host.json. What is out of range is said by .NET alone, without the converter's sentence.
 *
 * @returns seconds
 * @see src/libraries/System.ComponentModel.TypeConverter/src/System/ComponentModel/TimeSpanConverter.cs in dotnet/runtime
 */
export function convertTimeSpan(text: string): Conversion<number> {
  const parsed = readTimeSpan(trimBlanks(text))
  if ('value' in parsed || parsed.refused[0]?.startsWith('The ') === true) return parsed
  return { refused: [`${text} is not a valid value for TimeSpan.`, ...parsed.refused] }
}

function secondsOf(form: Form, digits: readonly string[]): number | undefined {
  const part = (name: Form[number]) => digits[form.indexOf(name)] ?? '0'
  const [days, hours, minutes, seconds] = [part('d'), part('h'), part('m'), part('s')].map(Number)
  const fraction = fractionOf(part('f'))
  if (days === undefined || hours === undefined || minutes === undefined || seconds === undefined)
    return undefined
  if (days > maxDays || hours > 23 || minutes > 59 || seconds > 59 || fraction === undefined) return undefined
  const length = ((days * 24 + hours) * 60 + minutes) * 60 + seconds + fraction
  return length > maxSeconds ? undefined : length
}

/** At most seven digits; more are rounded when the first is 0. */
function fractionOf(digits: string): number | undefined {
  if (!digits.startsWith('0') && digits.length > 7) return undefined
  return Number(`0.${digits}`)
}
