/**
 * Small values for the triggers of functions that no HTTP request reaches. Pure.
 */
import type { HostBinding } from '../function-bindings'

const text = 'rehearsal'
const samples: Readonly<Record<string, unknown>> = {
  timertrigger: { Schedule: { AdjustForDST: true }, ScheduleStatus: null, IsPastDue: false },
  queuetrigger: text,
  servicebustrigger: text,
  eventhubtrigger: text,
  kafkatrigger: text,
  rabbitmqtrigger: text,
  blobtrigger: text,
  cosmosdbtrigger: '[{"id":"rehearsal"}]',
  sqltrigger: '[]',
  eventgridtrigger: {
    id: text,
    topic: text,
    subject: text,
    eventType: text,
    eventTime: '2024-01-31T00:00:00Z',
    dataVersion: '1',
    data: {},
  },
}

/**
 * The data of a contract request for one function: a sample for its trigger, nothing for further inputs.
 *
 * @param bindings the function's bindings
 * @returns binding names with values
 * @see the binding references of Azure Functions for the shape of each trigger's value
 */
export function sampleData(bindings: readonly HostBinding[]): Readonly<Record<string, unknown>> {
  const inputs = bindings.filter(({ direction }) => direction !== 'out')
  return Object.fromEntries(inputs.map(({ name, type }) => [name, sampleOf(type.toLowerCase())]))
}

function sampleOf(lowerType: string): unknown {
  if (!lowerType.endsWith('trigger')) return null
  return Object.hasOwn(samples, lowerType) ? samples[lowerType] : {}
}
