/**
 * Dates as `DateTime.TryParse` of .NET takes them with the invariant culture, as far as a path segment is likely
 * to hold one: month before day, year first when it has three or four digits, names of months and weekdays in
 * English, a time alone or behind. Eras, other calendars and full-width digits are left out.
 */

const months = 'january february march april may june july august september october november december'.split(
  ' ',
)
const weekdays = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ')
const timePattern =
  /^(?:(.*?)[T\s,]+)?(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:\.\d{1,30})?)?)?\s*([ap]m?)?\s*(?:z|gmt|[+-](\d{1,2}):?(\d{2})?)?$/i
const datePattern = /^[\w\s.,/-]+$/

/** Whether .NET reads the text as a date, a time, or both. */
export function isDateTime(text: string): boolean {
  const trimmed = text.trim()
  if (trimmed === '' || trimmed.length > 100) return false
  return isDate(trimmed) || isDateWithTime(trimmed)
}

function isDateWithTime(text: string): boolean {
  const match = timePattern.exec(text)
  if (match === null) return false
  const [, date = '', hour = '', minute, second, half, zoneHour, zoneMinute] = match
  // A number alone is no time.
  if (minute === undefined && half === undefined) return false
  const hours = Number(hour)
  const isHour = half === undefined ? hours <= 23 : hours <= 12
  const isTime = isHour && Number(minute ?? 0) <= 59 && Number(second ?? 0) <= 59
  const isZone = Number(zoneHour ?? 0) <= 14 && Number(zoneMinute ?? 0) <= 59
  return isTime && isZone && (date.trim() === '' || isDate(date.trim()))
}

function isDate(text: string): boolean {
  if (!datePattern.test(text)) return false
  const words = text.split(/[\s.,/-]+/).filter((word) => word !== '')
  const first = words[0]?.toLowerCase() ?? ''
  if (isNameOf(weekdays, first)) words.shift()
  const named = words.findIndex((word) => monthOf(word) !== undefined)
  const month = named < 0 ? undefined : monthOf(words.splice(named, 1)[0] ?? '')
  if (!words.every((word) => /^\d{1,4}$/.test(word))) return false
  return month === undefined ? isNumericDate(words) : isNamedDate(month, words)
}

function isNumericDate(words: readonly string[]): boolean {
  const [one = '', two = '', three = ''] = words
  if (words.length === 3) {
    return isYear(one) ? isDay(one, Number(two), three) : isDay(three, Number(one), two)
  }
  if (words.length !== 2) return false
  if (isYear(one)) return isMonth(two)
  return isYear(two) ? isMonth(one) : isDay('2000', Number(one), two)
}

function isNamedDate(month: number, words: readonly string[]): boolean {
  const [one = '', two = ''] = words
  if (words.length === 2) return isYear(one) ? isDay(one, month, two) : isDay(two, month, one)
  // One number is the year when it is long or no day of the month.
  return words.length === 1 && (isYear(one) || Number(one) > 0)
}

/** Fewer than three digits are no year where the order has to be guessed. */
function isYear(word: string): boolean {
  return word.length > 2 && Number(word) > 0
}

function isMonth(word: string): boolean {
  return word.length <= 2 && Number(word) >= 1 && Number(word) <= 12
}

function isDay(year: string, month: number, day: string): boolean {
  if (month < 1 || month > 12 || day.length > 2 || Number(day) < 1) return false
  const full = year.length > 2 ? Number(year) : 2000 + Number(year)
  return Number(day) <= new Date(Date.UTC(full < 100 ? full + 400 : full, month, 0)).getUTCDate()
}

function monthOf(word: string): number | undefined {
  const index = months.findIndex((name) => isNameOf([name], word.toLowerCase()))
  return index < 0 ? undefined : index + 1
}

function isNameOf(names: readonly string[], word: string): boolean {
  return names.some((name) => word === name || word === name.slice(0, 3))
}
