import { describe, expect, it } from 'vitest'
import { matchRoute } from '../../../src/functions/routes/match'
import { createRoute, isRefusal, type Route } from '../../../src/functions/routes/route'
import { samplePath } from '../../../src/functions/routes/sample-path'

function routeOf(prefix: string, text: string): Route {
  const route = createRoute('A', prefix, text)
  if (isRefusal(route)) throw new Error(route.reason)
  return route
}

function valuesOf(prefix: string, route: string, path: string): Record<string, string | null> | undefined {
  const values = matchRoute(routeOf(prefix, route), path)
  return values && Object.fromEntries(values)
}

describe('matchRoute', () => {
  const cases: readonly [string, string, string, Record<string, string | null> | undefined][] = [
    ['hello', 'api', '/api/hello', {}],
    ['Hello', 'api', '/API/HELLO/', {}],
    ['hello', '', '/hello?x=1', {}],
    ['hello', 'api', '/hello', undefined],
    ['hello', 'api', '/api//hello', undefined],
    ['hello', 'api', '/api/hello//', undefined],
    ['hello', 'v1/public', '/v1/public/hello', {}],
    ['hello', '/api', '/api/hello', {}],
    ['items/{id}', 'api', '/api/items/a%20b', { id: 'a b' }],
    ['items/{id}', 'api', '/api/items/a%2Fb', { id: 'a%2Fb' }],
    ['items/{id}', 'api', '/api/items/%E0%A4%A', { id: '%E0%A4%A' }],
    ['items/{id}', 'api', '/api/items/../items/x', { id: 'x' }],
    ['items/{id}', 'api', '/api/items', undefined],
    ['items/{id?}', 'api', '/api/items', {}],
    ['items/{id:int?}', 'api', '/api/items/x', undefined],
    ['items/{id=5}', 'api', '/api/items', { id: '5' }],
    ['items/{id:int=x}', 'api', '/api/items', undefined],
    ['{a=1}/{b=2}', '', '/', { a: '1', b: '2' }],
    ['{*rest}', '', '/', { rest: null }],
    ['{*rest}', 'api', '/api/a/b/c', { rest: 'a/b/c' }],
    ['{*rest}', 'api', '/api/a//b/', { rest: 'a//b/' }],
    ['{*rest}', 'api', '/api//a', undefined],
    ['{*rest:int}', 'api', '/api', undefined],
    ['{*rest:nonfile}', 'api', '/api', { rest: null }],
    ['{name}.{extension}', 'api', '/api/a.b.txt', { name: 'a.b', extension: 'txt' }],
    ['{name}.{extension?}', 'api', '/api/a', { name: 'a' }],
    ['{name}.{extension?}', 'api', '/api/a.', undefined],
    ['{name}.{extension}', 'api', '/api/.txt', undefined],
    ['x{a}y', 'api', '/api/XZYy', { a: 'ZY' }],
    ['x{a}y', 'api', '/api/xXZy', undefined],
    ['x{a}y', 'api', '/api/xy', undefined],
    ['{a}-{b}', 'api', '/api/1-2-3', { a: '1-2', b: '3' }],
    ['é{{', 'api', '/api/%C3%89%7B', {}],
    ['ı', '', '/I', undefined],
  ]
  it.each(cases)('%s under "%s" against %s', (route, prefix, path, values) => {
    expect(valuesOf(prefix, route, path)).toEqual(values)
  })

  const constraints: readonly [string, readonly string[], readonly string[]][] = [
    [
      'int',
      ['1', '-1', '+1', '%201%20', '2147483647', '007'],
      ['2147483648', '1.0', '1,0', 'a', '0x1', '1e3'],
    ],
    ['long', ['9223372036854775807'], ['9223372036854775808']],
    [
      'decimal',
      ['1', '1.5', '-.5', '1,000.5', '5-', '5.', '1,,2'],
      ['1e3', '+5-', '.', ',1', 'NaN', '1'.repeat(30)],
    ],
    ['double', ['1e3', '1E-5', '1,000', '-Infinity', 'NaN', '.5', '1e999'], ['5-', '1e', 'e5', '0x1', 'inf']],
    ['float', ['1e3', 'nan'], ['1f']],
    ['bool', ['true', 'FALSE', '%20True'], ['1', 'yes', '']],
    [
      'guid',
      [
        '0f8fad5bd9cb469fa16570867728950e',
        '0f8fad5b-d9cb-469f-a165-70867728950E',
        '%7B0f8fad5b-d9cb-469f-a165-70867728950e%7D',
        '(0f8fad5b-d9cb-469f-a165-70867728950e)',
        '%7B0x0f8fad5b,0xd9cb,0x469f,%7B0xa1,0x65,0x70,0x86,0x77,0x28,0x95,0x0e%7D%7D',
      ],
      ['0f8fad5b', '(0f8fad5b-d9cb-469f-a165-70867728950e', '0f8fad5b-d9cb469f-a165-70867728950e'],
    ],
    [
      'datetime',
      [
        ...['2016-12-31', '2016-12', '12-31-2016', '1.2.2016', '2016-12-31T10:30:00Z', '2016-12-31%207:30pm'],
        ...[
          '31%20Dec%202016',
          'December%2031,%202016',
          '10:30',
          'Sat,%2031%20Dec%202016%2010:30:00%20GMT',
          '12-31',
        ],
      ],
      ['2016', '20161231', '31-12-2016', '2016-02-30', '2016-13-01', '25:00', 'tomorrow', '1'],
    ],
    ['alpha', ['abc', 'ABC'], ['a1', 'é', 'a-b']],
    ['minlength(3)', ['abc', 'abcd'], ['ab']],
    ['maxlength(3)', ['abc', 'a'], ['abcd']],
    ['length(3)', ['abc'], ['ab', 'abcd']],
    ['length(2,3)', ['ab', 'abc'], ['a', 'abcd']],
    ['min(5)', ['5', '6'], ['4', '5.5', 'x']],
    ['max(5)', ['5', '-6'], ['6', '99999999999999999999']],
    ['range(1,5)', ['1', '5'], ['0', '6']],
    ['required', ['a'], []],
    ['file', ['a.txt', '.gitignore', 'a..b'], ['a', 'a.', 'a..']],
    ['nonfile', ['a', 'a.'], ['a.txt']],
    ['regex(^\\d{{3}}$)', ['123', '123%0A'], ['12', '1234']],
    ['regex(b)', ['abc', 'ABC'], ['acd']],
    ['regex(^(a|bc)$)', ['a', 'BC'], ['ab']],
    ['regex(^[^-]+\\Z)', ['ab'], ['a-b']],
    ['regex(^(?>a)$)', ['anything: not judged'], []],
  ]
  it.each(constraints)('{x:%s}', (constraint, matching, failing) => {
    const takes = (value: string) => valuesOf('', `{x:${constraint}}`, `/${value}`) !== undefined
    expect(matching.filter((value) => !takes(value))).toEqual([])
    expect(failing.filter((value) => takes(value))).toEqual([])
  })

  it('does not hang on a hostile regular expression', () => {
    const startedAt = performance.now()
    expect(valuesOf('', '{x:regex(^(a+)+$)}', `/${'a'.repeat(60)}!`)).toBeDefined()
    expect(performance.now() - startedAt).toBeLessThan(2000)
  })
})

describe('samplePath', () => {
  const cases: readonly [string, string, string | undefined, boolean][] = [
    ['api', 'hello', '/api/hello', false],
    ['', 'hello', '/hello', false],
    ['/api', 'hello', '/api/hello', false],
    ['api', 'items/{id:int}', '/api/items/1', true],
    ['api', 'items/{id:int:min(10)}', '/api/items/10', true],
    ['api', 'items/{id:range(5,9)}', '/api/items/5', true],
    ['api', 'items/{id:max(-3)}', '/api/items/-3', true],
    ['api', 'items/{id?}', '/api/items', false],
    ['api', 'items/{id=5}', '/api/items', false],
    ['', '{*rest}', '/', true],
    ['api', '{*rest:int}', '/api/1', true],
    ['api', '{name}.{type}', '/api/sample.sample', true],
    ['api', 'a b', '/api/a%20b', false],
    ['api', 'half \uD800', undefined, false],
    ['api', '{id:regex(^\\d{{3}}$)}', '/api/111', true],
    ['api', '{id:regex(^[A-Z]{{2}}-\\d+$)}', '/api/AA-1', true],
    ['api', '{id:regex(^(?:new|old)$)}', '/api/new', true],
    ['api', '{id:length(40)}', `/api/${'s'.repeat(40)}`, true],
    ['api', '{id:int:minlength(3)}', '/api/111', true],
    ['api', '{id:int:alpha}', undefined, true],
  ]
  it.each(cases)('"%s" and %s give %s', (prefix, route, path, hasSamples) => {
    expect(samplePath(routeOf(prefix, route))).toEqual(path === undefined ? undefined : { path, hasSamples })
  })
})
