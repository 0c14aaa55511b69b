import { describe, expect, it } from 'vitest'
import { buildRouteTable, findFunction } from '../../../src/functions/routes/route-table'
import { findShadows } from '../../../src/functions/routes/shadow'

const at = (name: string, route = '', methods?: readonly string[]) => ({ name, route, methods })

describe('buildRouteTable', () => {
  it('asks functions by name; literals do not come before', () => {
    const table = buildRouteTable([at('b', 'items/new'), at('A', 'items/{id}'), at('_', '{*all}')], 'api')
    expect(findFunction(table, 'GET', '/api/items/new')?.function.name).toBe('A')
    expect(findFunction(table, 'GET', '/api/items')?.function.name).toBe('_')
  })

  it('lets the next function answer when the method is not listed', () => {
    const table = buildRouteTable([at('a', 'x', ['GET']), at('b', 'x', ['post']), at('c', 'y', [])], '')
    expect(findFunction(table, 'get', '/x')?.function.name).toBe('a')
    expect(findFunction(table, 'POST', '/x')?.function.name).toBe('b')
    expect(findFunction(table, 'PUT', '/x')).toBeUndefined()
    expect(findFunction(table, 'GET', '/y')).toBeUndefined()
  })

  it.each([
    ['admin', undefined],
    ['x', '/Administrators'],
    ['x', 'runtime/y'],
  ])('keeps %s with route %s for the host', (name, route) => {
    const { problems, entries } = buildRouteTable([at(name, route)], 'api')
    expect(problems.map(({ message }) => message)).toEqual([
      'The specified route conflicts with one or more built in routes.',
    ])
    expect(entries).toEqual([])
  })

  it.each([
    [at('a', 'x'), at('b', '/X/'), true],
    [at('a', 'x', ['get']), at('b', 'x', ['GET']), false],
    [at('a', 'x', ['get']), at('b', 'x', ['post']), false],
    [at('a', 'x', []), at('b', 'x', ['post']), true],
    [at('a'), at('b', 'a'), true],
    [at('a', ' '), at('b', 'a'), true],
    [at('a', 'x/{p}'), at('b', 'x/{q}'), false],
  ])('compares the routes of two functions: %j %j', (first, second, isConflict) => {
    const { problems } = buildRouteTable([second, first], '')
    expect(problems.map(({ function: { name }, rival }) => [name, rival?.name])).toEqual(
      isConflict ? [['b', 'a']] : [],
    )
  })

  it('stops for two valid functions whose names differ in case', () => {
    const timer = { name: 'HELLO' }
    expect(buildRouteTable([at('hello', 'x'), timer], 'api').hostError).toMatch(/^Sequence contains more/)
    expect(buildRouteTable([at('hello', 'x'), at('HELLO', 'x')], 'api').hostError).toBeUndefined()
  })

  it('names the first refused route and keeps the others', () => {
    const table = buildRouteTable([at('b', '{'), at('a', '/x'), at('c', 'ok')], 'api')
    expect(table.hostError).toMatch(/name 'a' and template 'api\/\/x'/)
    expect(table.refusals.map(({ function: { name } }) => name)).toEqual(['a', 'b'])
  })
})

describe('findShadows', () => {
  const hiding: readonly [string, string][] = [
    ['items/{id}', 'items/new'],
    ['items/{id}', 'items/{other}'],
    ['items/{id}', 'items/{id:int}'],
    ['items/{id:int}', 'items/{n:int:min(3)}'],
    ['items/{id:long}', 'items/{n:int}'],
    ['items/{id:min(3)}', 'items/{n:range(5,9)}'],
    ['items/{id:int}', 'items/5'],
    ['items/{id:minlength(2)}', 'items/{n:length(3)}'],
    ['items/{id?}', 'items'],
    ['items/{id?}', 'items/{other}'],
    ['{*all}', 'a/b/{c?}'],
    ['a/{*all}', 'a/{b}/{*rest}'],
    ['a/{*all}', 'a/{**rest}'],
    ['{a}/{b}', '{x}-{y}/z'],
    ['{x}.{y?}', '{v}.{w}'],
    ['{id:regex(^\\d+$)}', '12'],
  ]
  it.each(hiding)('%s hides %s', (first, second) => {
    const shadows = findShadows(buildRouteTable([at('a', first), at('b', second)], 'api'))
    expect(shadows.map(({ hidden, by }) => [hidden.name, by.name])).toEqual([['b', 'a']])
  })

  const apart: readonly [string, string][] = [
    ['items/{id:int}', 'items/new'],
    ['items/new', 'items/{id}'],
    ['items/{id}', 'items/{id?}'],
    ['items/{id}', '{*all}'],
    ['items/{id:int}', 'items/{id}'],
    ['items/{id:int}', 'items/{n:long}'],
    ['items/{id:int}', 'items/99999999999'],
    ['items/{id:max(3)}', 'items/{n:range(2,9)}'],
    ['a/{*all:int}', 'a/{b}'],
    ['a/{b}/{*all}', 'a/{*rest}'],
    ['{x}-{y}', '{x}.{y}'],
    ['{x}.{y}', '{x}.{y?}'],
    ['{id:regex(^(?>1)$)}', '2'],
    ['a', 'b'],
  ]
  it.each(apart)('%s does not hide %s', (first, second) => {
    expect(findShadows(buildRouteTable([at('a', first), at('b', second)], 'api'))).toEqual([])
  })

  it('counts by method', () => {
    const shadowsOf = (...functions: ReturnType<typeof at>[]) =>
      findShadows(buildRouteTable(functions, 'api')).map(({ hidden, by, methods }) => [
        hidden.name,
        by.name,
        methods,
      ])
    const a = at('a', '{id}', ['get'])
    const b = at('b', '{id2}', ['POST'])
    expect(shadowsOf(a, at('c', 'new', ['GET']))).toEqual([['c', 'a', undefined]])
    expect(shadowsOf(a, at('c', 'new', ['PUT']))).toEqual([])
    expect(shadowsOf(a, at('c', 'new'))).toEqual([['c', 'a', ['get']]])
    expect(shadowsOf(a, b, at('c', 'new', ['GET', 'POST']))).toEqual([
      ['c', 'a', ['GET']],
      ['c', 'b', ['POST']],
    ])
  })
})
