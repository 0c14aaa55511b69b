/**
 * What the WebJobs SDK and its extensions refuse when they index a function by its trigger: schedules, queue and blob
 * names, connections (TimerSchedule.cs of azure-webjobs-sdk-extensions, the storage extension). The host lists such a
 * function, in error. Stands on the properties that `binding-attributes.ts` has judged.
 */
import { scalarText } from '../json/json-text'
import { type JsonNode, memberInAnyCase } from '../json/json-tree'
import { type AppSettings, hasConnection, resolveSettings } from './app-settings'
import type { Binding } from './functions'
import type { FunctionRule, Refuse } from './refusals'
import { readSchedule } from './schedules'
import { blobPathFault, queueNameFault } from './storage-names'

const queues = 'Microsoft.Azure.WebJobs.Extensions.Storage.Queues'
const blobs = 'Microsoft.Azure.WebJobs.Extensions.Storage.Blobs'

/** The properties in which the host puts app settings when it indexes a function, by the type of its trigger. */
export const resolvedProperties: Readonly<Record<string, readonly string[]>> = {
  timertrigger: ['schedule'],
  queuetrigger: ['queueName', 'connection'],
  blobtrigger: ['path', 'connection'],
}

/**
 * Judges a trigger.
 *
 * @param functionName for the host's sentence
 * @param trigger the function's trigger
 * @param settings what is known of the app's settings
 * @param refuse takes what the host refuses
 */
export function judgeTrigger(
  functionName: string,
  trigger: Binding,
  settings: AppSettings,
  refuse: Refuse,
): void {
  const fails = (rule: FunctionRule, source: string, text: string, key: string, value: JsonNode) => {
    const indexing = `Microsoft.Azure.WebJobs.Host: Error indexing method 'Functions.${functionName}'.`
    refuse(rule, `${indexing} ${source}: ${text}`, { key, value, binding: trigger.node })
  }
  /** A property with its settings resolved; undefined when it is refused or cannot be known. */
  const resolved = (key: string) => {
    const value = memberInAnyCase(trigger.node, key)?.value
    const text = value === undefined ? undefined : scalarText(value)
    if (value === undefined || text === undefined) return undefined
    const result = resolveSettings(text, settings)
    if (result === 'unknown') return undefined
    if ('text' in result) return { text: result.text, value }
    fails('setting-unresolved', 'Microsoft.Azure.WebJobs.Host', result.refused, key, value)
    return undefined
  }
  switch (trigger.type?.toLowerCase()) {
    case 'timertrigger':
      judgeSchedule(trigger, resolved('schedule'), fails, refuse)
      break
    case 'queuetrigger': {
      const access = accessOf(trigger)
      if (access !== undefined) {
        const text = `Can't bind QueueTriggerAttribute to a script-compatible type for ${access.access} access to Object.`
        refuse('binding-direction', text, { key: 'direction', value: access.value, binding: trigger.node })
      }
      const name = resolved('queueName')
      const fault = name === undefined ? undefined : queueNameFault(name.text)
      if (name !== undefined && fault !== undefined)
        fails('storage-name', queues, fault, 'queueName', name.value)
      judgeConnection(resolved('connection'), settings, (text, value) =>
        fails('trigger-connection', queues, text, 'connection', value),
      )
      break
    }
    case 'blobtrigger': {
      const type = listTypeOf(trigger)
      const many = memberInAnyCase(trigger.node, 'cardinality')?.value
      if (type !== undefined && many !== undefined) {
        const text = `Can't bind BlobTrigger to type '${type}'.`
        fails('binding-value', 'Microsoft.Azure.WebJobs.Host', text, 'cardinality', many)
      }
      const path = resolved('path')
      const fault = path === undefined ? undefined : blobPathFault(path.text)
      if (path !== undefined && fault !== undefined && !fault.endsHost) {
        fails('storage-name', blobs, fault.text, 'path', path.value)
      } else if (path !== undefined && fault !== undefined) {
        const text = `An unhandled exception has occurred. Host is shutting down. Azure.RequestFailedException: ${fault.text}`
        refuse('storage-name', text, {
          effect: 'end',
          key: 'path',
          value: path.value,
          binding: trigger.node,
        })
      }
      judgeConnection(resolved('connection'), settings, (text, value) =>
        fails('trigger-connection', blobs, text, 'connection', value),
      )
      break
    }
  }
}

type Fails = (rule: FunctionRule, source: string, text: string, key: string, value: JsonNode) => void
type Value = { readonly text: string; readonly value: JsonNode } | undefined

function judgeSchedule(trigger: Binding, resolved: Value, fails: Fails, refuse: Refuse): void {
  const written = memberInAnyCase(trigger.node, 'schedule')?.value
  if (written === undefined || written.kind === 'null' || written.kind === 'undefined') {
    const place = written === undefined ? { span: trigger.node.span } : { value: written }
    const text = "Can't figure out which ctor to call."
    refuse('timer-schedule', text, { key: 'schedule', binding: trigger.node, ...place })
    return
  }
  if (resolved === undefined) return
  const { text, value } = resolved
  if (text === '') {
    fails(
      'timer-schedule',
      'System.Private.CoreLib',
      "Value cannot be null. (Parameter 'type').",
      'schedule',
      value,
    )
    return
  }
  const schedule = readSchedule(text)
  if (schedule.kind !== 'refused') return
  // A number that no Int32 holds is the runtime's fault, not the extension's.
  const isOverflow = schedule.hostText.startsWith('Value was')
  const source = isOverflow ? 'System.Private.CoreLib' : 'Microsoft.Azure.WebJobs.Extensions'
  fails('timer-schedule', source, schedule.hostText, 'schedule', value)
}

/** The access that a queue trigger cannot have: only `in` as a word is reading. */
function accessOf(trigger: Binding): { readonly access: string; readonly value: JsonNode } | undefined {
  const value = memberInAnyCase(trigger.node, 'direction')?.value
  const text = (value === undefined ? undefined : scalarText(value))?.toLowerCase()
  if (value === undefined || text === undefined || text === 'in') return undefined
  return { access: text === 'inout' ? 'ReadWrite' : '0', value }
}

/** What `cardinality: many` makes of the data of a blob; no blob is a list. */
function listTypeOf({ cardinality, dataType }: Binding): string | undefined {
  if (cardinality !== 'many') return undefined
  const types = { string: 'System.String', binary: 'System.Byte[]', stream: 'System.IO.Stream' }
  return `${dataType === undefined ? 'System.Object' : types[dataType]}[]`
}

function judgeConnection(
  connection: Value,
  settings: AppSettings,
  missing: (text: string, value: JsonNode) => void,
): void {
  // Without a name it is AzureWebJobsStorage, which the host needs itself.
  if (connection === undefined || connection.text.trim() === '') return
  if (hasConnection(connection.text, settings) !== false) return
  const name = `AzureWebJobs${connection.text}`
  missing(
    `Storage account connection string '${name}' does not exist. Make sure that it is a defined App Setting.`,
    connection.value,
  )
}
