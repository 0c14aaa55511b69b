/**
 * .NET time spans as host.json writes them (`[d.]hh:mm[:ss[.fffffff]]`, or whole days) and the limits of
 * `functionTimeout`. Pure.
 */

const dayMs = 86_400_000
const pattern =
  /^(-)?(?:(\d{1,8})(?:\.(?=\d+:)|:(?=\d+:\d+:)))?(\d{1,8}):(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,7}))?)?$/

/**
 * Parses a .NET time span.
 *
 * @param text for example `00:05:00`
 * @returns milliseconds, or undefined when it is no time span
 * @see System.TimeSpan.Parse in the .NET documentation
 */
export function parseTimeSpanMs(text: string): number | undefined {
  const trimmed = text.trim()
  if (/^-?\d{1,8}$/.test(trimmed)) return Number(trimmed) * dayMs
  const match = pattern.exec(trimmed)
  if (match === null) return undefined
  const [, sign, writtenDays, first = '0', second = '0', third = '0', fraction = ''] = match
  // .NET takes hours that no day has for days: 24:00:00 are 24 days.
  const isDays = writtenDays === undefined && Number(first) > 23
  const [days, hours, minutes, seconds] = isDays
    ? [first, second, third, '0']
    : [writtenDays ?? '0', first, second, third]
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined
  const whole = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000
  const milliseconds = Number(days) * dayMs + whole + Number(`0.${fraction || '0'}`) * 1000
  return sign === undefined ? milliseconds : -milliseconds
}

/**
 * What the host says to a `functionTimeout`. Only classic Consumption has an upper bound.
 *
 * @param text the value in host.json
 * @param profile the plan, when it is known
 * @returns the host's complaint, or undefined when it accepts the value
 * @see src/WebJobs.Script/Config/ScriptJobHostOptionsSetup.cs in Azure/azure-functions-host
 */
export function functionTimeoutProblem(text: string, profile: string | undefined): string | undefined {
  const isConsumption = profile === 'consumption'
  if (text.trim() === '-1' && !isConsumption) return undefined
  const timeoutMs = parseTimeSpanMs(text)
  if (timeoutMs === undefined) return `String '${text}' was not recognized as a valid TimeSpan.`
  const most = isConsumption ? 600_000 : Number.POSITIVE_INFINITY
  if (timeoutMs >= 1000 && timeoutMs <= most) return undefined
  return `FunctionTimeout must be greater than 00:00:01 and less than ${isConsumption ? '00:10:00' : '10675199.02:48:05.4775807'}.`
}
