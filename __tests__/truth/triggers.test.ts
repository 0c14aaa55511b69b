import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { membersInText } from '../../src/host/contract/http-input'
import { contractRequest, systemMetadata } from '../../src/host/contract/invocation-request'
import {
  adminCall,
  blobContent,
  gridEvent,
  queueMessage,
  type TriggerValue,
  timerValue,
} from '../../src/host/contract/trigger-values'

interface Recorded {
  readonly uri: string
  readonly body: {
    readonly Data: Readonly<Record<string, unknown>>
    readonly Metadata: Readonly<Record<string, unknown>>
  }
}

const rows = readFileSync(join(import.meta.dirname, 'rows', 'triggers.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Recorded)

/** Times, ids and hashes differ from run to run; their form does not. */
function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable)
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, chance.has(name) ? '…' : comparable(inner)]),
    )
  }
  const text = String(value)
  return typeof value === 'string' && !/^(?:0001|9999)/.test(text)
    ? value.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/, 'TIME')
    : value
}
const chance = new Set(['RandGuid', 'UtcNow', 'ContentHash', 'Id', 'PopReceipt', 'Uri'])

const valuesByPath: Readonly<Record<string, (recorded: Recorded, text: string) => TriggerValue>> = {
  '/tick': () => ({ payload: timerValue(), metadata: {} }),
  '/b': (_recorded, text) =>
    blobContent('http://HOST/inbox/report.txt', Buffer.from(text, 'base64'), { name: 'report.txt' }),
  '/eg': ({ body }) => gridEvent(body.Data['event'] as Readonly<Record<string, unknown>>),
  '/q': ({ body }, text) =>
    body.Metadata['Id'] === undefined
      ? adminCall(
          { bindings: [{ name: 'item', type: 'queueTrigger', direction: 'in' }], trigger: 'queueTrigger' },
          JSON.parse(text),
        )
      : queueMessage(JSON.parse(text), { id: 'id', receipt: 'receipt' }),
}

describe('the bodies of triggers that no HTTP request reaches', () => {
  it.each(rows.map((row, index) => [index, row.uri, row] as const))('%i: %s', (_index, uri, recorded) => {
    const [name = '', data] = Object.entries(recorded.body.Data)[0] ?? []
    const text = typeof data === 'string' ? data : ''
    const { payload, metadata } = valuesByPath[uri]?.(recorded, text) ?? { payload: undefined, metadata: {} }
    const members = typeof payload === 'string' ? membersInText(payload) : []
    const sent = contractRequest(
      uri.slice(1),
      { [name]: payload },
      {
        ...metadata,
        ...systemMetadata(uri.slice(1), { guid: 'guid', now: new Date() }),
        ...Object.fromEntries(members),
      },
      'id',
    )
    const body = JSON.parse(Buffer.from(sent.body ?? '').toString('utf8'))
    expect(comparable(body)).toEqual(comparable(recorded.body))
  })
})
