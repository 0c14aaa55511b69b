import { describe, expect, it } from 'vitest'
import { matchRoute, samplePath } from '../../src/host/routing'

const at = (route: string, methods: readonly string[] = []) => ({ name: route, route, methods })

describe('matchRoute', () => {
  const cases: readonly [string, string, string, Record<string, string> | undefined][] = [
    ['hello', 'api', '/api/hello', {}],
    ['Hello', 'api', '/API/HELLO/', {}],
    ['hello', '', '/hello?x=1', {}],
    ['hello', 'api', '/hello', undefined],
    ['hello', 'v1/public', '/v1/public/hello', {}],
    ['items/{id}', 'api', '/api/items/a%20b', { id: 'a b' }],
    ['items/{id:int}', 'api', '/api/items/42', { id: '42' }],
    ['items/{id:int}', 'api', '/api/items/x', undefined],
    ['items/{id:int?}', 'api', '/api/items', {}],
    ['items/{id=5}', 'api', '/api/items', { id: '5' }],
    ['items/{id:min(10)}', 'api', '/api/items/9', undefined],
    [
      'items/{id:guid}',
      'api',
      '/api/items/0b6ac5a6-0f57-4d55-9f0e-3a4a2a4d2a11',
      { id: '0b6ac5a6-0f57-4d55-9f0e-3a4a2a4d2a11' },
    ],
    ['items/{code:length(2,3)}', 'api', '/api/items/abcd', undefined],
    ['{*rest}', '', '/', { rest: '' }],
    ['{*rest}', 'api', '/api/a/b/c', { rest: 'a/b/c' }],
    ['{**rest}', '', '/a/b', { rest: 'a/b' }],
    ['files/{name}.{extension}', 'api', '/api/files/a.b.txt', { name: 'a.b', extension: 'txt' }],
    ['items/{id}', 'api', '/api/items/%E0%A4%A', { id: '%E0%A4%A' }],
  ]
  it.each(cases)('%s under "%s" against %s', (route, prefix, path, parameters) => {
    expect(matchRoute([at(route)], prefix, 'GET', path)?.parameters).toEqual(parameters)
  })

  it('prefers literals over constrained over plain parameters over catch-alls', () => {
    const functions = [at('{*all}'), at('items/{id}'), at('items/{id:int}'), at('items/new')]
    const nameFor = (path: string) => matchRoute(functions, 'api', 'GET', path)?.function.name
    expect(nameFor('/api/items/new')).toBe('items/new')
    expect(nameFor('/api/items/1')).toBe('items/{id:int}')
    expect(nameFor('/api/items/x')).toBe('items/{id}')
    expect(nameFor('/api/other')).toBe('{*all}')
  })

  it('filters by method and takes no method for all', () => {
    const functions = [at('a', ['GET']), { ...at('a', ['POST']), name: 'writer' }]
    expect(matchRoute(functions, '', 'post', '/a')?.function.name).toBe('writer')
    expect(matchRoute(functions, '', 'PUT', '/a')).toBeUndefined()
    expect(matchRoute([{ name: 'timer', methods: [] }], '', 'GET', '/timer')).toBeUndefined()
  })
})

describe('samplePath', () => {
  const cases: readonly [string, string, string, boolean][] = [
    ['api', 'hello', '/api/hello', false],
    ['', 'hello', '/hello', false],
    ['api', 'items/{id:int}', '/api/items/1', true],
    ['api', 'items/{id:int:min(10)}', '/api/items/10', true],
    ['api', 'items/{id:range(5,9)}', '/api/items/5', true],
    ['api', 'items/{id?}', '/api/items', false],
    ['api', 'items/{id=5}', '/api/items', false],
    ['', '{*rest}', '/', true],
    ['api', '{name}.{type}', '/api/sample.sample', true],
    ['api', 'a b', '/api/a%20b', false],
    ['api', 'half \uD800', '/api/half%20%EF%BF%BD', false],
  ]
  it.each(cases)('"%s" and %s give %s', (prefix, route, path, hasSamples) => {
    expect(samplePath(prefix, route)).toEqual({ path, hasSamples })
  })
})
