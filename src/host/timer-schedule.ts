/**
 * Whether the timer extension accepts a schedule. Pure; it does not compute occurrences.
 */
import { parseTimeSpanMs } from './time-span'

const months = 'january|february|march|april|may|june|july|august|september|october|november|december'
const days = 'sunday|monday|tuesday|wednesday|thursday|friday|saturday'
const fieldLimits: readonly (readonly [low: number, high: number, names: string])[] = [
  [0, 59, ''],
  [0, 59, ''],
  [0, 23, ''],
  [1, 31, ''],
  [1, 12, months],
  [0, 6, days],
]

/**
 * Judges a timer schedule: a cron expression of six fields (or five, without seconds), an app setting in
 * percent signs, or a time span, which runs only on Premium and Dedicated plans.
 *
 * @param schedule the value in function.json
 * @param profile the plan; when it is not known, a time span is accepted
 * @returns whether the function can be indexed
 * @see CronSchedule.cs and TimerSchedule.cs in Azure/azure-webjobs-sdk-extensions
 */
export function isTimerSchedule(schedule: string, profile: string | undefined): boolean {
  const text = schedule.trim()
  if (/^%[^%]+%$/.test(text)) return true
  const fields = text.split(/\s+/)
  if (fields.length === 5 || fields.length === 6) {
    const limits = fieldLimits.slice(6 - fields.length)
    return fields.every((field, index) => {
      const limit = limits[index]
      return limit !== undefined && isCronField(field, limit)
    })
  }
  const isTimeSpanPlan = profile === undefined || profile === 'premium' || profile === 'dedicated'
  return isTimeSpanPlan && (parseTimeSpanMs(text) ?? 0) > 0
}

function isCronField(field: string, [low, high, names]: readonly [number, number, string]): boolean {
  const nameList = names === '' ? [] : names.split('|')
  const isValue = (value: string) => {
    // NCrontab takes any beginning of a name.
    if (value !== '' && nameList.some((name) => name.startsWith(value.toLowerCase()))) return true
    return /^\d+$/.test(value) && Number(value) >= low && Number(value) <= high
  }
  return field.split(',').every((part) => {
    const [range = '', step, ...rest] = part.split('/')
    if (rest.length > 0 || (step !== undefined && !/^\d+$/.test(step))) return false
    if (range === '*') return true
    const ends = range.split('-')
    return ends.length <= 2 && ends.every(isValue)
  })
}
