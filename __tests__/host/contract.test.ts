import { describe, expect, it } from 'vitest'
import { contractRequest, httpAnswer, readContractResponse } from '../../src/host/contract'
import type { ReceivedResponse } from '../../src/host/exchange'
import type { HostBinding } from '../../src/host/function-bindings'

const bindings = (name: string): readonly HostBinding[] => [
  { name: 'req', type: 'httpTrigger', direction: 'in' },
  { name, type: 'http', direction: 'out' },
]
const aResponse = (body: string, type = 'application/json', status = 200): ReceivedResponse => ({
  status,
  statusText: 'Text',
  headers: type === '' ? {} : { 'content-type': type },
  body: Buffer.from(body),
})
const answerTo = (body: unknown, name = 'res') => {
  const result = readContractResponse(aResponse(JSON.stringify(body)), bindings(name))
  if (!result.isValid) throw new Error(result.hostText)
  const { status, headers, body: bytes } = httpAnswer(result, bindings(name))
  return { status, type: headers['content-type'], text: Buffer.from(bytes).toString() }
}

describe('contractRequest', () => {
  it('encodes scalars twice, keeps objects, and drops triggers and empty values from the metadata', () => {
    const data = { text: 'hello', count: 3, item: { a: 1 }, bytes: Buffer.from('ab'), nothing: null }
    const metadata = { Id: '1', queueTrigger: 'hello', none: null }
    const { method, path, headers, body } = contractRequest('OrderReceived', data, metadata, 'id-1')
    expect({ method, path }).toEqual({ method: 'POST', path: '/OrderReceived' })
    expect(headers).toMatchObject({ 'x-azure-functions-invocationid': 'id-1' })
    expect(JSON.parse(Buffer.from(body ?? '').toString())).toEqual({
      Data: { text: '"hello"', count: '3', item: { a: 1 }, bytes: 'YWI=', nothing: 'null' },
      Metadata: { Id: '1' },
    })
  })
})

describe('readContractResponse', () => {
  const failures: readonly [ReceivedResponse, string, RegExp][] = [
    [aResponse('', 'text/plain', 302), 'status', /success: 302 \(Text\)\.$/],
    [aResponse(' \n'), 'empty', /^$/],
    [aResponse('{}', ''), 'media-type', /'application\/octet-stream'/],
    [aResponse('{}', 'text/html; charset=utf-8'), 'media-type', /'text\/html'/],
    [aResponse('[1]'), 'json', /^Invalid HttpResponseMessage/],
    [aResponse('{"Outputs":{"res":[]}}'), 'http-output', /^Failed while trying to Deserialize/],
    [aResponse('{"Outputs":{"res":{"statusCode":"teapot"}}}'), 'http-output', /^Failed while/],
  ]
  it.each(failures)('refuses %#', (response, failure, hostText) => {
    const result = readContractResponse(response, bindings('res'))
    expect(result).toMatchObject({ isValid: false, failure, hostText: expect.stringMatching(hostText) })
  })

  it('finds properties in any case and warns like the host', () => {
    const result = readContractResponse(
      aResponse('{"outputs":{"queue":"x"},"LOGS":["a"],"other":1}', 'text/json'),
      [],
    )
    expect(result).toMatchObject({
      isValid: true,
      outputs: { queue: 'x' },
      logs: ['a'],
      warnings: ['ReturnValue not set on http response'],
    })
    expect(readContractResponse(aResponse('{}'), [])).toMatchObject({
      isValid: true,
      warnings: { length: 2 },
    })
  })
})

describe('httpAnswer', () => {
  const text = 'text/plain; charset=utf-8'
  const json = 'application/json; charset=utf-8'
  const cases: readonly [unknown, string, object][] = [
    [
      { Outputs: { res: { statusCode: 201, body: 'made' } } },
      'res',
      { status: 201, type: text, text: 'made' },
    ],
    [
      { Outputs: { res: { status: '404', body: { a: 1 } } } },
      'res',
      { status: 404, type: json, text: '{"a":1}' },
    ],
    [
      { Outputs: { res: { headers: { 'Content-Type': 'text/html' }, body: 'x' } } },
      'res',
      { status: 200, type: 'text/html', text: 'x' },
    ],
    [{ ReturnValue: { body: 'r' } }, '$return', { status: 200, type: text, text: 'r' }],
    [{ Outputs: {} }, 'res', { status: 200, type: undefined, text: '' }],
  ]
  it.each(cases)('turns %j of %s into an answer', (body, name, expected) => {
    expect(answerTo(body, name)).toEqual(expected)
  })
})
