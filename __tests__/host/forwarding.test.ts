import { describe, expect, it } from 'vitest'
import { forwardedRequest, type PublicRequest, returnedHeaders } from '../../src/host/forwarding'

const aRequest = (overrides: Partial<PublicRequest> = {}): PublicRequest => ({
  method: 'get',
  path: '/api/Hello%20you?b=2&a=1&B=3&empty',
  headers: { host: 'app.example', 'user-agent': 'curl/8', connection: 'keep-alive' },
  ...overrides,
})
const body = Buffer.from('{"a":1}')
const posted = aRequest({
  method: 'POST',
  headers: {
    'content-length': '7',
    'content-type': 'application/json',
    'content-encoding': 'identity',
    'content-language': 'en',
    cookie: 'a=b',
  },
  body,
})

describe('forwardedRequest', () => {
  const rules = { mode: 'forward', invocationId: 'id-1' } as const

  it('keeps the path as typed and merges repeated keys of the query', () => {
    expect(forwardedRequest(aRequest(), rules)).toMatchObject({
      method: 'GET',
      path: '/api/Hello%20you?b=2%2C3&a=1&empty=',
    })
    const { path } = forwardedRequest(aRequest(), { ...rules, mode: 'proxy' })
    expect(path).toBe('/api/Hello%20you?b=2&a=1&B=3&empty')
    expect(forwardedRequest(aRequest({ path: '/api/x' }), rules).path).toBe('/api/x')
  })

  it('adds the headers of the host and drops those of one connection', () => {
    const { headers } = forwardedRequest(aRequest(), rules)
    expect(headers).toMatchObject({ host: 'app.example', 'x-azure-functions-invocationid': 'id-1' })
    expect(headers['user-agent']).toMatch(/^curl\/8 Azure-Functions-Host\/4\./)
    expect(headers).not.toHaveProperty('connection')
  })

  it('lets two content headers through, and all of them when it proxies', () => {
    const forwarded = forwardedRequest(posted, rules)
    expect(forwarded.body).toEqual(body)
    expect(
      Object.keys(forwarded.headers)
        .filter((name) => name.startsWith('content-'))
        .sort(),
    ).toEqual(['content-length', 'content-type'])
    const proxied = forwardedRequest(posted, { ...rules, mode: 'proxy' })
    expect(proxied.headers).toMatchObject({
      'content-encoding': 'identity',
      'content-language': 'en',
      cookie: 'a=b',
    })
  })

  it('drops a body without a length, and only when it forwards', () => {
    const chunked = { ...posted, headers: { 'transfer-encoding': 'chunked' } }
    expect(forwardedRequest(chunked, rules)).not.toHaveProperty('body')
    expect(forwardedRequest(chunked, { ...rules, mode: 'proxy' })).toMatchObject({
      body,
      headers: { 'content-length': '7' },
    })
  })

  it('calls a legacy worker by the name of the function', () => {
    const { path } = forwardedRequest(aRequest({ path: '/api/x?a=1' }), {
      ...rules,
      legacyFunctionName: 'Hello',
    })
    expect(path).toBe('/Hello?a=1')
  })
})

describe('returnedHeaders', () => {
  it('keeps everything but the headers of one connection', () => {
    const headers = {
      'x-own': '1',
      'set-cookie': ['a', 'b'],
      'transfer-encoding': 'chunked',
      connection: 'close',
    }
    const response = { status: 200, statusText: 'OK', headers, body: Buffer.alloc(0) }
    expect(returnedHeaders(response)).toEqual({ 'x-own': '1', 'set-cookie': ['a', 'b'] })
  })
})
