/**
 * Checks of single triggers: timer schedules, names of queues and containers, settings, connections, and what one plan
 * demands. What the host refuses is decided on the ground floor.
 */
import { isPlatformVariable } from '../../functions/app-environment'
import { settingsNamedIn } from '../../functions/function-json/app-settings'
import type { Binding, FunctionFolder } from '../../functions/function-json/functions'
import { scheduleFault } from '../../functions/function-json/schedules'
import { resolvedProperties } from '../../functions/function-json/trigger-rules'
import { scalarText } from '../../functions/json/json-text'
import { memberInAnyCase, quoteJson } from '../../functions/json/json-tree'
import { type Check, type CheckContext, type FunctionProblem, onEachBinding } from '../check'
import type { Project } from '../project'
import { connectionHint } from '../settings/binding-settings'
import { lackingConnection, placeOfSetting } from '../settings/lacking'
import { called, onRefusals, quoted, type Refused } from './function-refusals'

export const triggerChecks: readonly Check[] = [
  { code: 'timer-schedule', severity: 'error', run: onRefusals(['timer-schedule'], schedule) },
  { code: 'trigger-storage-name', severity: 'error', run: onRefusals(['storage-name'], storageName) },
  {
    code: 'trigger-setting',
    severity: 'error',
    run: (project, context) => [...refusedSettings(project, context), ...settings(project, context)],
  },
  {
    code: 'trigger-connection',
    severity: 'error',
    run: (project, context) => [...refusedConnections(project, context), ...connections(project, context)],
  },
  { code: 'blob-trigger-source', severity: 'error', run: onRefusals(['blob-trigger-source'], blobSource) },
]

const refusedSettings = onRefusals(['setting-unresolved'], setting)
const settings = onEachBinding(unknownSetting)
const refusedConnections = onRefusals(['trigger-connection'], refusedConnection)
const connections = onEachBinding(connection)

function schedule({ folder, value }: Refused): FunctionProblem {
  const owner = `function '${folder.name}'`
  const hint =
    'Write seconds, minutes, hours, days, months, days of the week: "0 */5 * * * *" is every five minutes.'
  const text = value === undefined ? undefined : scalarText(value)
  if (value === undefined) return { message: `The timer of ${owner} has no schedule.`, hint }
  if (text === undefined || text === '' || value.kind === 'boolean') {
    return { message: `The timer of ${owner} has the schedule ${quoteJson(value)}.`, hint }
  }
  // With the settings put in it may be another text than the one that is written.
  const fault = text.includes('%') ? undefined : scheduleFault(text)
  const reason = fault ?? 'with its app settings it is no schedule'
  return { message: `The schedule '${text}' of ${owner} is invalid: ${reason}.`, hint }
}

function storageName(refused: Refused): FunctionProblem {
  const { folder, key, effect } = refused
  const isQueue = key === 'queueName'
  const end = effect === 'end' ? ', which the storage service refuses, and the whole host ends' : ''
  return {
    message: `'${key}' of the trigger of function '${folder.name}' is ${quoted(refused)}${end === '' ? `, which is no ${isQueue ? 'name of a queue' : 'path of a blob'}` : end}.`,
    hint: `A ${isQueue ? 'queue' : 'container'} has 3 to 63 letters, digits and single hyphens${isQueue ? '' : ', in lower case; write "container/{name}"'}.`,
  }
}

function setting(refused: Refused): FunctionProblem {
  const { folder, key, value, text } = refused
  const named = settingsNamedIn(value === undefined ? '' : (scalarText(value) ?? ''))
  // The host says one name: of several in one value it is the one in its sentence.
  const lacking = named.find(({ name }) => text.includes(`'%${name}%'`))
  return {
    message: `'${key}' of ${called(refused)} in function '${folder.name}' is ${quoted(refused)}, and the app has no such setting.`,
    hint: `Add the app setting ${lacking === undefined ? 'that stands between the percent signs' : `'${lacking.name}'`}, or write the value itself.`,
    ...(lacking === undefined || value === undefined ? {} : { at: placeOfSetting(value, lacking) }),
  }
}

/** Offline: something that only the app in Azure can tell. */
function unknownSetting(
  binding: Binding,
  { name, refusals }: FunctionFolder,
  _: Project,
  { settings, settingNames, awaitsApp = false }: CheckContext,
): FunctionProblem | undefined {
  if (settings !== undefined || settingNames !== undefined || awaitsApp) return undefined
  if (!binding.isTrigger || refusals.length > 0) return undefined
  for (const key of resolvedProperties[binding.type?.toLowerCase() ?? ''] ?? []) {
    const value = memberInAnyCase(binding.node, key)?.value
    const [lacking] = settingsNamedIn((value === undefined ? undefined : scalarText(value)) ?? '').filter(
      (one) => !isPlatformVariable(one.name),
    )
    if (value === undefined || lacking === undefined) continue
    return {
      message: `'${key}' of ${called({ about: binding })} in function '${name}' is ${quoteJson(value)}. The settings of the app are not known here. Without a setting '${lacking.name}' the function is in error.`,
      hint: `Add the app setting '${lacking.name}', or write the value itself.`,
      at: placeOfSetting(value, lacking),
      severity: 'warning',
    }
  }
  return undefined
}

function refusedConnection({ folder, value }: Refused, { app }: CheckContext): FunctionProblem {
  return noConnection(folder.name, value === undefined ? '' : (scalarText(value) ?? ''), app?.target)
}

function noConnection(owner: string, name: string, target: string | undefined): FunctionProblem {
  return {
    message: `The trigger of function '${owner}' uses the connection '${name}', but the app has no such setting.`,
    hint: connectionHint(name, target),
  }
}

/** Triggers whose connections the ground floor judges; others fail at their listener. */
const indexedTriggers: ReadonlySet<string> = new Set(['queuetrigger', 'blobtrigger'])

function connection(
  binding: Binding,
  { name, refusals }: FunctionFolder,
  _: Project,
  { settingNames, app }: CheckContext,
): FunctionProblem | undefined {
  if (!binding.isTrigger || refusals.length > 0) return undefined
  if (indexedTriggers.has(binding.type?.toLowerCase() ?? '')) return undefined
  const lacking = lackingConnection(binding, settingNames)
  return lacking && { ...noConnection(name, lacking.name, app?.target), at: lacking.value.span }
}

function blobSource(refused: Refused): FunctionProblem {
  const { folder, value, text } = refused
  const found = value === undefined ? "has no 'source'" : `has the source ${quoted(refused)}`
  const isPlan = text.startsWith('The Flex')
  const rule = isPlan ? 'the Flex Consumption plan supports Event Grid only' : 'the host does not know it'
  return {
    message: `The blob trigger of function '${folder.name}' ${found}; ${rule}.`,
    hint: isPlan
      ? 'Write "source": "EventGrid" and create the Event Grid subscription.'
      : 'Write "source": "EventGrid" or "LogsAndContainerScan", or leave it out.',
  }
}
