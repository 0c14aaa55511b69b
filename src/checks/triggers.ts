/**
 * Checks of single triggers: timer schedules, connections, and what one plan demands
 * (azure-webjobs-sdk-extensions `CronSchedule`, ScriptHost.cs of azure-functions-host).
 */

import type { Binding, FunctionFolder } from '../functions/function-json/functions'
import { scheduleFault } from '../functions/function-json/schedules'
import { memberInAnyCase, quoteJson } from '../functions/json/json-tree'
import { parseTimeSpan } from '../functions/values/time-span'
import { type Check, type CheckContext, type FunctionProblem, onEachBinding } from './check'
import type { Project } from './project'

export const triggerChecks: readonly Check[] = [
  { code: 'timer-schedule', severity: 'error', run: onEachBinding(schedule) },
  { code: 'trigger-connection', severity: 'warning', run: onEachBinding(connection) },
  { code: 'blob-trigger-source', severity: 'error', run: onEachBinding(blobSource) },
]

function schedule(
  binding: Binding,
  { name }: FunctionFolder,
  _: Project,
  { plan }: CheckContext,
): FunctionProblem | undefined {
  if (!binding.isTrigger || binding.type?.toLowerCase() !== 'timertrigger') return undefined
  const value = memberInAnyCase(binding.node, 'schedule')?.value
  const hint =
    'Write seconds, minutes, hours, days, months, days of the week: "0 */5 * * * *" is every five minutes.'
  // A bare number is read as text, and text without colons is a number of days.
  const written = value?.kind === 'string' || value?.kind === 'number' ? String(value.value) : ''
  if (value === undefined || written.trim() === '') {
    const found = value === undefined ? 'has no schedule' : `has the schedule ${quoteJson(value)}`
    return {
      message: `The timer of function '${name}' ${found}.`,
      hint,
      at: value?.span ?? binding.node.span,
    }
  }
  if (written.includes('%')) return undefined
  if (parseTimeSpan(written) !== undefined) {
    if (plan !== 'consumption' && plan !== 'flex') return undefined
    const message = `The schedule '${written}' of function '${name}' is a time span, which this plan does not support.`
    return { message, hint, at: value.span }
  }
  const fault = scheduleFault(written)
  if (fault === undefined) return undefined
  return {
    message: `The schedule '${written}' of function '${name}' is invalid: ${fault}.`,
    hint,
    at: value.span,
  }
}

function connection(
  binding: Binding,
  { name }: FunctionFolder,
  _: Project,
  { settingNames }: CheckContext,
): FunctionProblem | undefined {
  const value = memberInAnyCase(binding.node, 'connection')?.value
  if (settingNames === undefined || value?.kind !== 'string') return undefined
  if (value.value === '' || value.value.includes('%') || !binding.isTrigger) return undefined
  const wanted = value.value.toLowerCase()
  const isKnown = settingNames.some((setting) => {
    // A connection is a setting, a setting with a prefix, or a group of settings for an identity.
    const bare = setting.toLowerCase().replace(/^(azurewebjobs|(custom|sqlazure|sql|mysql)connstr_)/, '')
    return (
      bare === wanted ||
      setting.toLowerCase() === wanted ||
      bare.startsWith(`${wanted}__`) ||
      bare.startsWith(`${wanted}:`)
    )
  })
  if (isKnown || settingNames.some((setting) => setting.toLowerCase().startsWith(`${wanted}__`)))
    return undefined
  return {
    message: `The trigger of function '${name}' uses the connection '${value.value}', but the app has no such setting.`,
    hint: `Add the app setting ${value.value} with the connection string, or settings ${value.value}__... for an identity.`,
    at: value.span,
  }
}

function blobSource(
  binding: Binding,
  { name }: FunctionFolder,
  _: Project,
  { plan }: CheckContext,
): FunctionProblem | undefined {
  if (plan !== 'flex' || !binding.isTrigger || binding.type?.toLowerCase() !== 'blobtrigger') return undefined
  const source = memberInAnyCase(binding.node, 'source')?.value
  if (source?.kind === 'string' && source.value.toLowerCase() === 'eventgrid') return undefined
  const found = source === undefined ? "has no 'source'" : `has the source ${quoteJson(source)}`
  return {
    message: `The blob trigger of function '${name}' ${found}; the Flex Consumption plan supports Event Grid only.`,
    hint: 'Write "source": "EventGrid" and create the Event Grid subscription.',
    at: source?.span ?? binding.node.span,
  }
}
