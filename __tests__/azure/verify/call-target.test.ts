import { describe, expect, it } from 'vitest'
import type { ListedFunction } from '../../../src/azure/site/function-list'
import {
  mostCalls,
  type PackagedFunction,
  planCalls,
  type RehearsedCall,
} from '../../../src/azure/verify/call-target'

function anHttp(overrides: Partial<PackagedFunction> = {}): PackagedFunction {
  return {
    name: 'Hello',
    trigger: 'httpTrigger',
    route: '/api/Hello',
    methods: ['GET'],
    authLevel: 'anonymous',
    ...overrides,
  }
}
const both = { callsFunctions: true, fetchesKeys: true }
const seen = (overrides: Partial<ListedFunction> = {}): ListedFunction => ({
  name: 'Hello',
  trigger: 'httpTrigger',
  isDisabled: false,
  ...overrides,
})

describe('planCalls', () => {
  it.each<[string, Partial<PackagedFunction>, Partial<ListedFunction>, string]>([
    ['takes GET', {}, {}, 'GET /api/Hello'],
    ['takes HEAD alone', { methods: ['HEAD', 'POST'] }, {}, 'HEAD /api/Hello'],
    ['has a parameter', { route: '/api/items/{id:int}' }, {}, 'GET /api/items/1'],
    ['is listed in lower case', {}, { url: 'https://app.azurewebsites.net/api/hello' }, 'GET /api/Hello'],
    [
      'has another prefix by a setting',
      {},
      { url: 'https://app.azurewebsites.net/v1/hello' },
      'GET /v1/hello',
    ],
    ['wants a key', { authLevel: 'function' }, {}, 'GET /api/Hello key'],
  ])('calls a function that %s', (_, packaged, listed, expected) => {
    const { targets } = planCalls([anHttp(packaged)], [seen(listed)], [], both)
    expect(targets.map((one) => `${one.method} ${one.path}${one.needsKey ? ' key' : ''}`)).toEqual([expected])
  })

  it.each<[string, Partial<PackagedFunction>, Partial<ListedFunction>, Partial<typeof both>, RegExp]>([
    ['is switched off', {}, { isDisabled: true }, {}, /switched off/],
    ['is a timer', { trigger: 'timerTrigger' }, {}, {}, /timerTrigger/],
    ['takes POST', { methods: ['POST'] }, {}, {}, /takes POST/],
    ['takes every method', { methods: [] }, {}, {}, /every method/],
    ['wants the master key', { authLevel: 'admin' }, {}, {}, /master key/],
    [
      'wants a key that is not to be fetched',
      { authLevel: 'function' },
      {},
      { fetchesKeys: false },
      /verify-keys/,
    ],
    ['is not to be called', {}, {}, { callsFunctions: false }, /verify-calls/],
  ])('leaves out a function that %s', (_, packaged, listed, rules, reason) => {
    const entry = { ...anHttp(), ...packaged } as PackagedFunction
    const { targets, uncalled } = planCalls([entry], [seen(listed)], [], { ...both, ...rules })
    expect(targets).toEqual([])
    expect(uncalled.get('Hello')).toMatch(reason)
  })

  it.each([
    ['GET', 200, true],
    ['GET', 302, true],
    ['GET', 404, false],
    ['POST', 200, false],
  ])('calls what takes every method after a rehearsal of %s with %i: %s', (method, status, isCalled) => {
    const rehearsed: RehearsedCall = { functionName: 'Hello', method, path: '/api/Hello', status }
    const { targets } = planCalls([anHttp({ methods: [] })], [seen()], [rehearsed], both)
    expect(targets).toHaveLength(isCalled ? 1 : 0)
  })

  it('wants no key as long as one function takes none', () => {
    const { targets, uncalled } = planCalls(
      [anHttp(), anHttp({ name: 'Keyed', authLevel: 'function' })],
      [],
      [],
      both,
    )
    expect(targets.map(({ functionName }) => functionName)).toEqual(['Hello'])
    expect(uncalled.get('Keyed')).toMatch(/wants a key/)
  })

  it('leaves out a function that is known in code alone', () => {
    const { methods: _, ...native } = anHttp()
    expect(planCalls([native], [seen()], [], both).uncalled.get('Hello')).toMatch(/in code alone/)
  })

  it('does not call hundreds', () => {
    const many = Array.from({ length: 100 }, (_, index) =>
      anHttp({ name: `F${index}`, route: `/api/F${index}` }),
    )
    const { targets, uncalled } = planCalls(many, [], [], both)
    expect(targets).toHaveLength(mostCalls)
    expect(uncalled.size).toBe(100 - mostCalls)
  })
})
