/**
 * Schedules of timer triggers: NCrontab expressions of five or six fields, or time spans. Pure; it computes no
 * occurrences and does not know which plan supports what.
 */
import { parseInt32 } from '../values/integers'
import { parseTimeSpan } from '../values/time-span'

export type Schedule =
  | { readonly kind: 'cron' }
  | { readonly kind: 'time-span'; readonly seconds: number }
  | {
      readonly kind: 'refused'
      /** The host's sentence. */
      readonly hostText: string
      /** A clause of ours, such as `'61' of its minutes is not within 0 to 59`. */
      readonly reason: string
    }

interface Field {
  readonly title: string
  readonly lowest: number
  readonly highest: number
  readonly names?: readonly string[]
}

const months = 'january february march april may june july august september october november december'
const days = 'sunday monday tuesday wednesday thursday friday saturday'

const fields: readonly Field[] = [
  { title: 'seconds', lowest: 0, highest: 59 },
  { title: 'minutes', lowest: 0, highest: 59 },
  { title: 'hours', lowest: 0, highest: 23 },
  { title: 'days', lowest: 1, highest: 31 },
  { title: 'months', lowest: 1, highest: 12, names: months.split(' ') },
  { title: 'days of the week', lowest: 0, highest: 6, names: days.split(' ') },
]

/**
 * Reads a schedule.
 *
 * @param text the value of `schedule`, its `%settings%` resolved
 * @see src/WebJobs.Extensions/Extensions/Timers/Scheduling/TimerSchedule.cs (Create) and CronSchedule.cs in
 *   Azure/azure-webjobs-sdk-extensions; NCrontab/CrontabFieldImpl.cs in atifaziz/NCrontab
 */
export function readSchedule(text: string): Schedule {
  const fault = cronFault(text)
  if (fault === undefined) return { kind: 'cron' }
  // A number that no Int32 holds ends NCrontab with an exception that nobody catches.
  if (fault.overflow !== undefined) return { kind: 'refused', hostText: fault.overflow, reason: fault.reason }
  const seconds = parseTimeSpan(text)
  if (seconds !== undefined) return { kind: 'time-span', seconds }
  const hostText = `The schedule expression '${text}' was not recognized as a valid cron expression or timespan string.`
  return { kind: 'refused', hostText, reason: fault.reason }
}

/**
 * Says what is wrong with a schedule that is no time span.
 *
 * @returns a clause such as `'61' of its minutes is not within 0 to 59`, or `undefined` when it is a cron expression
 */
export function scheduleFault(text: string): string | undefined {
  return cronFault(text)?.reason
}

interface Fault {
  readonly reason: string
  readonly overflow?: string
}

/** Fields are separated by spaces; tabs are none. */
function cronFault(text: string): Fault | undefined {
  const parts = text.split(' ').filter((part) => part !== '')
  if (parts.length !== 5 && parts.length !== 6) {
    const found = `${parts.length} ${parts.length === 1 ? 'field' : 'fields'}`
    return { reason: `it has ${found} instead of 6 (seconds first) or 5` }
  }
  const expected = fields.slice(6 - parts.length)
  for (const [index, part] of parts.entries()) {
    const field = expected[index]
    const fault = field === undefined ? undefined : fieldFault(part, field)
    if (fault !== undefined) return fault
  }
  return undefined
}

function fieldFault(part: string, field: Field): Fault | undefined {
  for (const item of part.indexOf(',') > 0 ? part.split(',') : [part]) {
    const fault = itemFault(item, field)
    if (fault !== undefined) return fault
  }
  return undefined
}

function itemFault(item: string, field: Field): Fault | undefined {
  const slash = item.indexOf('/')
  if (slash > 0) {
    const step = parseInt32(item.slice(slash + 1))
    if ('refused' in step) {
      return withOverflow(step.refused, `'${item}' of its ${field.title} has no number after '/'`)
    }
  }
  const range = slash > 0 ? item.slice(0, slash) : item
  if (range === '*') return undefined
  const dash = range.indexOf('-')
  const ends = dash > 0 ? [range.slice(0, dash), range.slice(dash + 1)] : [range]
  for (const end of ends) {
    const fault = valueFault(end, field)
    if (fault !== undefined) return fault
  }
  return undefined
}

function valueFault(value: string, { title, lowest, highest, names }: Field): Fault | undefined {
  const reason = `'${value}' of its ${title} is not within ${lowest} to ${highest}${names === undefined ? '' : ' or a name'}`
  if (!/^\d/.test(value)) {
    // NCrontab takes any beginning of an English name.
    const isName = value !== '' && names?.some((name) => name.startsWith(value.toLowerCase())) === true
    return isName ? undefined : { reason }
  }
  const number = parseInt32(value)
  if ('refused' in number) return withOverflow(number.refused, reason)
  return number.value >= lowest && number.value <= highest ? undefined : { reason }
}

function withOverflow(refused: readonly string[], reason: string): Fault {
  const overflow = refused.find((sentence) => sentence.includes('too large'))
  return overflow === undefined ? { reason } : { reason, overflow }
}
