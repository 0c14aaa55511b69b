import { describe, expect, it } from 'vitest'
import { readContractAnswer } from '../../../src/host/contract/answer'
import type { ContractBinding } from '../../../src/host/contract/binding'
import { httpResult } from '../../../src/host/contract/http-result'

const bindings = (name: string, type = 'http', dataType?: string): readonly ContractBinding[] => [
  { name: 'req', type: 'httpTrigger', direction: 'in' },
  { name, type, direction: 'out', ...(dataType === undefined ? {} : { dataType }) },
]
const aResponse = (body: string, type = 'application/json', status = 200) => ({
  status,
  statusText: 'Text',
  headers: type === '' ? {} : { 'content-type': type },
  body: Buffer.from(body),
})

/** `500` stands for a failed invocation, `never` for one that nobody completes, `broken` for no answer at all. */
function ask(body: string, outputs = bindings('res'), accept?: string): unknown {
  const answer = readContractAnswer(aResponse(body), outputs)
  if (answer.kind !== 'completed') return answer.kind === 'failed' ? '500' : 'never'
  const result = httpResult(answer, outputs, { method: 'GET', accept })
  if (result === undefined) return 'broken'
  const text = Buffer.from(result.body).toString('utf8')
  return result.status === 500 && text === '' ? '500' : [result.status, text, result.headers['content-type']]
}

const text = 'text/plain; charset=utf-8'
const json = 'application/json; charset=utf-8'

describe('an answer as a whole', () => {
  it.each([
    ['', 'never'],
    [' \n', 'never'],
    ['null', 'never'],
    ['""', 'never'],
    ['5', '500'],
    ['"x"', '500'],
    ['[]', '500'],
    ['{', '500'],
    ['{}', [204, '', undefined]],
    ['{} and more', [204, '', undefined]],
    ['/* c */ {"outputs":{}}', [200, '{}', text]],
    ["{Outputs:{'other':1},}", [200, '{}', text]],
    ['{"Outputs":""}', [204, '', undefined]],
    ['{"Outputs":[]}', '500'],
    ['{"Outputs":1}', '500'],
    ['{"Logs":["a",1,true,null,1.5]}', [204, '', undefined]],
    ['{"Logs":"a"}', '500'],
    ['{"Logs":{}}', '500'],
    ['{"Logs":[{}]}', '500'],
    ['{"Logs":[["a"]]}', '500'],
    ['{"Unknown":[1],"ReturnValue":null}', [204, '', undefined]],
  ])('%s', (body, expected) => expect(ask(body)).toEqual(expected))

  it.each([
    ['application/json; charset=utf-8', 'completed'],
    ['Application/JSON', 'completed'],
    ['text/json', 'completed'],
    ['application/problem+json', 'failed'],
    ['application/xml', 'failed'],
    ['json', 'failed'],
    ['', 'failed'],
  ])('of the type "%s" is %s', (type, kind) => {
    expect(readContractAnswer(aResponse('{}', type), [])).toMatchObject({ kind })
  })

  it('without a body of any type is never completed, unless it was chunked', () => {
    const empty = aResponse('', 'text/plain')
    expect(readContractAnswer(empty, [])).toEqual({ kind: 'never' })
    const chunked = { ...empty, headers: { ...empty.headers, 'transfer-encoding': 'chunked' } }
    expect(readContractAnswer(chunked, [])).toMatchObject({ kind: 'failed', failure: 'media-type' })
  })

  it.each([201, 204, 299])('may have the status %i', (status) => {
    expect(readContractAnswer(aResponse('{}', undefined, status), [])).toMatchObject({ kind: 'completed' })
  })

  it.each([302, 304, 404, 500])('may not have the status %i', (status) => {
    expect(readContractAnswer(aResponse('{}', undefined, status), [])).toMatchObject({
      failure: 'status',
      hostText: `Response status code does not indicate success: ${status} (Text).`,
    })
  })
})

describe('an http output', () => {
  const res = (value: string) => ask(`{"Outputs":{"res":${value}}}`)
  it.each([
    ['{}', [200, '', text]],
    ['"{}"', [200, '', text]],
    ['"{\\"body\\":\\"a\\",\\"statusCode\\":\\"300\\"}"', [300, 'a', text]],
    ['null', '500'],
    ['""', '500'],
    ['"text"', '500'],
    ['true', '500'],
    ['[{}]', '500'],
    ['{"STATUSCODE":201,"BODY":"a"}', [201, 'a', text]],
    ['{"status":301,"code":202}', [200, '', text]],
    ['{"status":{}}', '500'],
    ['{"statusCode":[]}', '500'],
    ['{"statusCode":"teapot"}', [200, '', text]],
    ['{"statusCode":202.5}', [200, '', text]],
    ['{"statusCode":true}', [200, '', text]],
    ['{"statusCode":" +202 "}', [202, '', text]],
    ['{"statusCode":99999999999}', [200, '', text]],
    ['{"statusCode":1000}', 'broken'],
    ['{"statusCode":204,"body":"x"}', [204, '', text]],
    ['{"body":5}', [200, '5', text]],
    ['{"body":1.0}', [200, '1', text]],
    ['{"body":true}', [200, 'True', text]],
    ['{"body":null}', [200, '', text]],
    ['{"body":[1,"a",1.0,null]}', [200, '[\n  1,\n  "a",\n  1.0,\n  null\n]', text]],
    ['{"body":{"a":{"b":[]},"c":{}}}', [200, '{\n  "a": {\n    "b": []\n  },\n  "c": {}\n}', text]],
    ['{"body":"{\\"a\\":1}"}', [200, '{"a":1}', text]],
    ['{"body":"YWI="}', [200, 'YWI=', text]],
    ['{"body":"2020-01-31T10:00:00+01:00"}', [200, '01/31/2020 09:00:00', text]],
    ['{"body":["2020-01-31T10:00:00.1200Z"]}', [200, '[\n  "2020-01-31T10:00:00.12Z"\n]', text]],
    ['{"body":"a","headers":{"Content-Type":"application/json"}}', [200, 'a', json]],
    [
      '{"body":"a","headers":{"content-type":"text/html;charset=UTF-8"}}',
      [200, 'a', 'text/html;charset=UTF-8'],
    ],
    ['{"headers":{"content-type":null}}', '500'],
    ['{"headers":{"X":null}}', '500'],
    ['{"headers":{"X":[]}}', [200, '', text]],
    ['{"headers":{"X":["a"]}}', '500'],
    ['{"headers":{"X":"é"}}', '500'],
    ['{"headers":{"X Y":"a"}}', '500'],
    ['{"headers":[]}', '500'],
    ['{"headers":"x"}', '500'],
    ['{"headers":""}', [200, '', text]],
    ['{"body":"abc","headers":{"Content-Length":"2"}}', '500'],
    ['{"body":"abc","headers":{"Content-Length":"4"}}', 'broken'],
    ['{"isRaw":true,"cookies":[{"name":"a","value":"b"}],"body":"a"}', [200, 'a', text]],
  ])('%s', (value, expected) => expect(res(value)).toEqual(expected))

  it('is found by its exact name, and taken apart when its type is spelt so', () => {
    expect(ask('{"Outputs":{"Res":{"body":"a"}}}')).toEqual([200, '{}', text])
    expect(ask('{"Outputs":{"res":{"status":202,"body":{"a":1}}}}', bindings('res', 'HTTP'))).toEqual([
      202,
      '{"a":1}',
      text,
    ])
  })

  it('may be given by a return value that is an object', () => {
    expect(ask('{"ReturnValue":{"res":{"status":202,"body":"a"}}}')).toEqual([202, 'a', text])
    expect(ask('{"Outputs":{"res":{"body":"a"}},"ReturnValue":{"res":"b"}}')).toEqual([200, 'b', text])
  })

  it('keeps the headers that a handler sets', () => {
    const body = '{"Outputs":{"res":{"headers":{"X-One":1,"x-one":2,"Location":"/a"},"statusCode":302}}}'
    const answer = readContractAnswer(aResponse(body), bindings('res'))
    if (answer.kind !== 'completed') throw new Error(answer.kind)
    expect(httpResult(answer, bindings('res'), { method: 'GET' })).toMatchObject({
      status: 302,
      headers: { 'x-one': '1', location: '/a' },
    })
  })
})

describe('a return value', () => {
  const returned = (value: string, outputs = bindings('$return')) => ask(`{"ReturnValue":${value}}`, outputs)
  it.each([
    ['null', [204, '', undefined]],
    ['"a b"', [200, 'a b', text]],
    ['5', [200, '5', text]],
    ['1.50', [200, '1.5', text]],
    ['1e20', [200, '1E+20', text]],
    ['true', [200, 'True', text]],
    ['"false"', [200, 'False', text]],
    ['[1,{"a":2}]', [200, '[\n  1,\n  {\n    "a": 2\n  }\n]', text]],
    ['"[1]"', [200, '[\n  1\n]', text]],
    ['{"statusCode":201,"body":"a"}', [201, 'a', text]],
    ['{"Status":"201","body":{"a":[1]}}', [201, '{"a":[1]}', text]],
    ['{"body":[1]}', [200, 'System.Collections.Generic.List`1[System.Object]', text]],
    ['{"statusCode":201}', [200, '{\n  "statusCode": 201\n}', text]],
    ['"aGVsbG8="', [200, 'hello', undefined]],
    ['"text"', [200, '\ufffd\ufffdm', undefined]],
  ])('of %s by a binding', (value, expected) => expect(returned(value)).toEqual(expected))

  it('keeps base64 with the data type binary', () => {
    expect(returned('"aGVsbG8="', bindings('$return', 'http', 'binary'))).toEqual([200, 'aGVsbG8=', text])
  })

  it.each([
    ['"a"', undefined, [200, 'a', text]],
    ['"a"', 'application/json', [200, '"a"', json]],
    ['"a"', 'application/json, */*', [200, 'a', text]],
    ['"aGVsbG8="', undefined, [200, 'aGVsbG8=', text]],
    ['1.0', undefined, [200, '1.0', json]],
    ['[1]', undefined, [200, '[1]', json]],
    ['{"a":true}', undefined, [200, '{"a":true}', json]],
    ['"2020-01-31T10:00:00Z"', 'text/json', [200, '"2020-01-31T10:00:00Z"', json]],
  ])('of %s without one, for Accept %s', (value, accept, expected) => {
    expect(ask(`{"ReturnValue":${value}}`, bindings('res'), accept)).toEqual(expected)
    expect(ask(`{"ReturnValue":${value}}`, [], accept)).toEqual(expected)
  })
})
