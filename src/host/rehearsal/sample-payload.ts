/**
 * Small values for the triggers of functions that no HTTP request reaches, with the binding data of a listener. Pure.
 */
import {
  blobContent,
  gridEvent,
  queueMessage,
  type TriggerValue,
  timerValue,
} from '../contract/trigger-values'

const text = 'rehearsal'
const event = {
  id: text,
  topic: text,
  subject: text,
  eventType: text,
  eventTime: '2024-01-31T00:00:00Z',
  data: {},
  dataVersion: '1',
  metadataVersion: '1',
}
const plain = (payload: unknown): TriggerValue => ({ payload, metadata: {} })

const samples: Readonly<Record<string, () => TriggerValue>> = {
  timertrigger: () => plain(timerValue()),
  queuetrigger: () => queueMessage(text, { id: text, receipt: text }),
  servicebustrigger: () => plain(text),
  eventhubtrigger: () => plain(text),
  kafkatrigger: () => plain(text),
  rabbitmqtrigger: () => plain(text),
  blobtrigger: () =>
    blobContent(`https://example.invalid/${text}/${text}`, Buffer.from(text), { name: text }),
  cosmosdbtrigger: () => plain('[{"id":"rehearsal"}]'),
  sqltrigger: () => plain('[]'),
  eventgridtrigger: () => gridEvent(event),
}

/**
 * A sample for one trigger.
 *
 * @param trigger its binding type
 * @returns an empty object for a trigger that nobody here knows
 * @see the binding references of Azure Functions for the shape of each trigger's value
 */
export function sampleValue(trigger: string): TriggerValue {
  const key = trigger.toLowerCase()
  return (Object.hasOwn(samples, key) ? samples[key]?.() : undefined) ?? plain({})
}
