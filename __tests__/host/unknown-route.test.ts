import { describe, expect, it } from 'vitest'
import type { ReceivedResponse } from '../../src/host/exchange'
import { isUnknownRoute, unknownPath } from '../../src/host/rehearsal/unknown-route'

const answer = (path: string, body: string, type = 'text/plain', status = 404) => ({
  path,
  response: {
    status,
    statusText: '',
    headers: { 'content-type': type },
    body: Buffer.from(body),
  } as ReceivedResponse,
})

describe('isUnknownRoute', () => {
  const nowhere = unknownPath('api')
  const same: readonly [string, string, string][] = [
    ['404 page not found\n', '404 page not found\n', 'text/plain'],
    ['{"message":"Not Found"}', '{"message":"Not Found"}', 'application/json'],
    ['Cannot GET /api/x', `Cannot GET ${nowhere}`, 'text/plain'],
    ['{"path":"/api/x","id":"1c9b"}', `{"path":"${nowhere}","id":"1c9b"}`, 'application/json'],
    ['{"at":1700000001}', '{"at":1700000002}', 'application/json'],
    ['', '', 'text/plain'],
  ]
  it.each(same)('takes %j and %j for the router’s own', (body, unknown, type) => {
    expect(isUnknownRoute(answer('/api/x', body, type), answer(nowhere, unknown, type))).toBe(true)
  })

  it('takes another status, type or text for the application’s', () => {
    const router = answer(nowhere, '404 page not found\n')
    expect(isUnknownRoute(answer('/api/x', 'no such order'), router)).toBe(false)
    expect(isUnknownRoute(answer('/api/x', '404 page not found\n', 'text/html'), router)).toBe(false)
    expect(isUnknownRoute(answer('/api/x', '404 page not found\n', 'text/plain', 405), router)).toBe(false)
    const everything = answer(nowhere, 'index', 'text/html', 200)
    expect(isUnknownRoute(answer('/api/x', 'none', 'text/html'), everything)).toBe(false)
  })
})
