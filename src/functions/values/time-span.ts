/**
 * Reads .NET time spans and NCRONTAB schedules, as far as it takes to say whether the host accepts them.
 */

/**
 * Reads a text as `TimeSpan.Parse` with the invariant culture does: `[-][d.]hh:mm[:ss[.fffffff]]`,
 * `d:hh:mm:ss`, or whole days. Hours above 23 in `hh:mm:ss` are taken as `d:hh:mm`, as .NET does.
 *
 * @param text for example `00:10:00`
 * @returns seconds, or `undefined` when .NET would refuse the text
 */
export function parseTimeSpan(text: string): number | undefined {
  const match =
    /^\s*(-)?(?:(\d{1,8})(?:\.(?=\d+:)|:(?=\d+:\d+:)))?(\d{1,8})(?::(\d{1,2}))?(?::(\d{1,2})(?:\.(\d{1,7}))?)?\s*$/.exec(
      text,
    )
  if (match === null) return undefined
  const [, sign, days, first, second, third, fraction] = match
  const factor = sign === undefined ? 1 : -1
  if (second === undefined) return days === undefined ? factor * Number(first) * 86_400 : undefined
  const [d, h, m, s] =
    days === undefined && Number(first) > 23
      ? [Number(first), Number(second), Number(third ?? 0), 0]
      : [Number(days ?? 0), Number(first), Number(second), Number(third ?? 0)]
  if (h > 23 || m > 59 || s > 59) return undefined
  return factor * (d * 86_400 + h * 3600 + m * 60 + s + Number(`0.${fraction ?? 0}`))
}

interface Field {
  readonly title: string
  readonly lowest: number
  readonly highest: number
  readonly names?: readonly string[]
}

const months = 'january february march april may june july august september october november december'.split(
  ' ',
)
const days = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ')

const fields: readonly Field[] = [
  { title: 'seconds', lowest: 0, highest: 59 },
  { title: 'minutes', lowest: 0, highest: 59 },
  { title: 'hours', lowest: 0, highest: 23 },
  { title: 'days', lowest: 1, highest: 31 },
  { title: 'months', lowest: 1, highest: 12, names: months },
  { title: 'days of the week', lowest: 0, highest: 6, names: days },
]

/**
 * Says what is wrong with a timer schedule. Five fields have no seconds, any other number must be six
 * (`CronSchedule.HasSeconds` of azure-webjobs-sdk-extensions; the grammar is that of NCrontab).
 *
 * @param schedule the text of `schedule`, without `%settings%`
 * @returns a clause such as `the field '61' of minutes is not within 0 to 59`, or `undefined` when it is fine
 */
export function scheduleFault(schedule: string): string | undefined {
  const parts = schedule.trim().split(/\s+/)
  if (parts.length !== 5 && parts.length !== 6) {
    return `it has ${parts.length} ${parts.length === 1 ? 'field' : 'fields'} instead of 6 (seconds first) or 5`
  }
  const expected = fields.slice(6 - parts.length)
  for (const [index, part] of parts.entries()) {
    const field = expected[index]
    const fault = field === undefined ? undefined : fieldFault(part, field)
    if (fault !== undefined) return fault
  }
  return undefined
}

function fieldFault(part: string, field: Field): string | undefined {
  for (const item of part.split(',')) {
    const [range = '', step, ...more] = item.split('/')
    const isStepWrong = more.length > 0 || (step !== undefined && !/^\d+$/.test(step))
    if (isStepWrong) return `'${item}' of its ${field.title} has no number after '/'`
    if (range === '*') continue
    for (const value of range.split('-')) {
      if (!isWithin(value, field)) {
        const names = field.names === undefined ? '' : ' or a name'
        return `'${value}' of its ${field.title} is not within ${field.lowest} to ${field.highest}${names}`
      }
    }
  }
  return undefined
}

function isWithin(value: string, { lowest, highest, names }: Field): boolean {
  if (/^\d+$/.test(value)) return Number(value) >= lowest && Number(value) <= highest
  // NCrontab takes any beginning of an English name.
  return value !== '' && names !== undefined && names.some((name) => name.startsWith(value.toLowerCase()))
}
