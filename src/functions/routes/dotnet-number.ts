/**
 * Numbers as .NET reads them from text with the invariant culture (Number.Parsing.cs of dotnet/runtime):
 * `Int32`, `Int64`, `Decimal`, `Double`, `Single`, each with the styles that route constraints use.
 */

const int32 = { least: -(2n ** 31n), most: 2n ** 31n - 1n }
const int64 = { least: -(2n ** 63n), most: 2n ** 63n - 1n }
const largestDecimal = 79_228_162_514_264_337_593_543_950_335n
const space = '[\\t-\\r ]*'
const integerPattern = new RegExp(`^${space}([+-]?)(\\d+)${space}\\0*$`)
// A group separator may stand behind any digit before the point.
const digits = '(?:(\\d[\\d,]*)(?:\\.(\\d*))?|\\.(\\d+))'
const decimalPattern = new RegExp(`^${space}([+-]?)${digits}(?:${space}|${space}([+-])${space})\\0*$`)
const floatPattern = new RegExp(`^${space}[+-]?${digits}(?:[eE][+-]?\\d+)?${space}\\0*$`)
/** No number of a path is longer; patterns above take quadratic time at worst. */
const longestText = 1000

/** `long.TryParse` with `NumberStyles.Integer`: spaces around, a sign before; undefined when it is none. */
export function parseInt64(text: string): bigint | undefined {
  return parseInteger(text, int64)
}

/** `int.TryParse` with `NumberStyles.Integer`. */
export function parseInt32(text: string): bigint | undefined {
  return parseInteger(text, int32)
}

/** Whether text has the form of an integer, whatever its size. */
export function isIntegerForm(text: string): boolean {
  return text.length <= longestText && integerPattern.test(text)
}

function parseInteger(text: string, { least, most }: typeof int32): bigint | undefined {
  const match = text.length > longestText ? null : integerPattern.exec(text)
  if (match === null) return undefined
  const value = BigInt(match[2] ?? '') * (match[1] === '-' ? -1n : 1n)
  return value >= least && value <= most ? value : undefined
}

/** `decimal.TryParse` with `NumberStyles.Number`: group separators, a sign before or behind, no exponent. */
export function isDecimal(text: string): boolean {
  const match = text.length > longestText ? null : decimalPattern.exec(text)
  if (match === null) return false
  const [, sign = '', whole = '0', , , trailingSign] = match
  if (sign !== '' && trailingSign !== undefined) return false
  return BigInt(whole.replaceAll(',', '')) <= largestDecimal
}

/** `double.TryParse` with `Float | AllowThousands`: also an exponent, `Infinity` and `NaN`; too large is infinite. */
export function isDouble(text: string): boolean {
  if (text.length > longestText) return false
  return floatPattern.test(text) || /^\s*[+-]?(?:infinity|nan)\s*$/i.test(text)
}
