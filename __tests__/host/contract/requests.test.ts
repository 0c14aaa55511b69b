import { describe, expect, it } from 'vitest'
import { httpBindingData, httpInput, membersInText } from '../../../src/host/contract/http-input'
import { contractRequest } from '../../../src/host/contract/invocation-request'

const aRequest = (path: string, headers: Readonly<Record<string, string>> = {}, body = '') => ({
  method: 'POST',
  path,
  headers: {
    host: 'app.example',
    ...headers,
    ...(body === '' ? {} : { 'content-length': String(body.length) }),
  },
  body: Buffer.from(body),
})
const input = (...request: Parameters<typeof aRequest>) =>
  httpInput(aRequest(...request), 'https://other.example', {})

describe('contractRequest', () => {
  it('encodes scalars and lists twice, keeps objects, and drops triggers and empty values', () => {
    const data = {
      text: 'hello',
      count: 3,
      item: { a: 1 },
      bytes: Buffer.from('ab'),
      list: ['a'],
      nothing: null,
    }
    const at = new Date('2026-11-28T19:18:11.5Z')
    const metadata = { Id: '1', Count: 1, at, queueTrigger: 'hello', none: null }
    const { method, path, headers, body } = contractRequest('OrderReceived', data, metadata, 'id-1')
    expect({ method, path }).toEqual({ method: 'POST', path: '/OrderReceived' })
    expect(headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'transfer-encoding': 'chunked',
      'x-azure-functions-invocationid': 'id-1',
    })
    expect(JSON.parse(Buffer.from(body ?? '').toString())).toEqual({
      Data: { text: '"hello"', count: '3', item: { a: 1 }, bytes: 'YWI=', list: '["a"]', nothing: 'null' },
      Metadata: { Id: '"1"', Count: '1', at: '2026-11-28T19:18:11+00:00' },
    })
  })
})

describe('httpInput', () => {
  it('shows the URL with the name that the client used, the path encoded anew and the query as typed', () => {
    expect(input('/api/hel%6Co/x%20y?a=%31+')['Url']).toBe('https://app.example/api/hello/x%20y?a=%31+')
  })

  it('merges the query, and writes known headers as the web server does', () => {
    const { Query, Headers } = input('/a?x=1&X=2&y&z=+%2B', { 'user-agent': 'u', 'x-own': 'v' })
    expect(Query).toEqual({ x: '1,2', y: '', z: ' +' })
    expect(Headers).toEqual({ Host: ['app.example'], 'User-Agent': ['u'], 'x-own': ['v'] })
  })

  it.each([
    ['application/json', 'ab', 'ab'],
    ['application/octet-stream', 'ab', 'YWI='],
    ['multipart/form-data; boundary=x', 'ab', 'YWI='],
    ['image/png', 'ab', 'ab'],
  ])('has a body of the type %s', (type, sent, body) => {
    expect(input('/a', { 'content-type': type }, sent)).toMatchObject({ Body: body })
  })

  it('has no body when there is none, or when it was chunked', () => {
    expect(input('/a')).not.toHaveProperty('Body')
    expect(input('/a', { 'transfer-encoding': 'chunked' }, 'ab')).not.toHaveProperty('Body')
  })
})

describe('httpBindingData', () => {
  it('takes members of the body, then the query, then route parameters, and leaves out the key', () => {
    const request = aRequest('/a?ID=q&b=2&code=secret', {}, '{"id":1,"b":1,"c":{"d":[1]},"e":[1],"f":null}')
    expect(httpBindingData(request, { id: 'r', none: null })).toMatchObject({
      id: 'r',
      b: '2',
      c: { d: [1] },
      none: null,
      Query: { ID: 'q', b: '2', code: 'secret' },
      Headers: { Host: 'app.example' },
    })
    expect(Object.keys(httpBindingData(request, {}))).toEqual(['id', 'b', 'c', 'Query', 'Headers'])
  })

  it('does not replace a member of the body that is called Query', () => {
    expect(httpBindingData(aRequest('/a?x=1', {}, '{"query":"own"}'), {})).toMatchObject({
      query: 'own',
      x: '1',
    })
  })
})

describe('membersInText', () => {
  it.each([
    ['{"n":3,"t":true,"s":"x","d":1.0}', { n: '3', t: 'True', s: 'x', d: '1' }],
    [" {'a':1,} ", { a: '1' }],
    ['{"when":"2020-01-31T10:00:00Z"}', { when: '01/31/2020 10:00:00' }],
    ['[1]', {}],
    ['{"a":1', {}],
    ['{a}', {}],
    ['text', {}],
  ])('%s', (text, members) => expect(Object.fromEntries(membersInText(text))).toEqual(members))
})
