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

  it('merges repeated keys of the query, and hands on the query as typed when it proxies', () => {
    expect(forwardedRequest(aRequest(), rules)).toMatchObject({
      method: 'GET',
      path: '/api/Hello%20you?b=2,3&a=1&empty=',
    })
    const { path } = forwardedRequest(aRequest(), { ...rules, mode: 'proxy' })
    expect(path).toBe('/api/Hello%20you?b=2&a=1&B=3&empty')
    expect(forwardedRequest(aRequest({ path: '/api/x' }), rules).path).toBe('/api/x')
  })

  it.each([
    ['/api/hel%6Co?x=%20+%2B', '/api/hello?x=%20%20%2B'],
    ['/API/Hello', '/API/Hello'],
    ['/api/a%2Fb', '/api/a%2Fb'],
    ['/api/caf%C3%A9', '/api/caf%C3%A9'],
    ['/api/a%2541', '/api/aA'],
    ['/api/a%3Fb', '/api/a'],
    ['/api/a%23b', '/api/a'],
    ['/api/100%', '/api/100%25'],
    ['/api/a%5Cb', '/api/a/b'],
    ['/api/x/../a', '/api/a'],
    ['/api/a;b=1,2(3)', '/api/a;b=1,2(3)'],
    ['/api/a?q=\'"<>&p=a:b/c@d!$*', '/api/a?q=%27%22%3C%3E&p=a%3Ab%2Fc@d!$*'],
    ['/api/a?%C3%A9=%E2%82%AC&&=x', '/api/a?%C3%A9=%E2%82%AC&=x'],
  ])('reads and writes the target %s anew', (typed, sent) => {
    expect(forwardedRequest(aRequest({ path: typed }), rules).path).toBe(sent)
  })

  it('adds the headers of the host, and drops those of one connection when it proxies only', () => {
    const { headers } = forwardedRequest(aRequest(), rules)
    expect(headers).toMatchObject({ host: 'app.example', 'x-azure-functions-invocationid': 'id-1' })
    expect(headers['user-agent']).toMatch(/^curl\/8 Azure-Functions-Host\/4\./)
    expect(headers).toMatchObject({ connection: 'keep-alive' })
    expect(forwardedRequest(aRequest(), { ...rules, mode: 'proxy' }).headers).not.toHaveProperty('connection')
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

  it('cannot forward a chunked request, and proxies it', () => {
    const chunked = { ...posted, headers: { 'transfer-encoding': 'chunked' } }
    expect(() => forwardedRequest(chunked, rules)).toThrow(/^'Transfer-Encoding: chunked' header can not/)
    const { 'content-length': _, ...unmeasured } = posted.headers
    expect(forwardedRequest({ ...posted, headers: unmeasured }, rules)).not.toHaveProperty('body')
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
