import { describe, expect, it } from 'vitest'
import { matrixFindings, readPart, takePart } from '../../../src/many-apps/discover/matrix'
import { nameApps, namePattern, slugOf } from '../../../src/many-apps/discover/names'

const named = (folders: readonly string[], given: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries(nameApps(folders, new Map(Object.entries(given)), 'shop'))

describe('nameApps', () => {
  it.each([
    ['the folder', ['services/orders'], { 'services/orders': 'orders' }],
    ['the repository at the root', ['.'], { '.': 'shop' }],
    ['the parents where names clash', ['a/api', 'b/api'], { 'a/api': 'a-api', 'b/api': 'b-api' }],
    ['plain letters', ['Ünïcode Café'], { 'Ünïcode Café': 'unicode-cafe' }],
    ['app where nothing is left', ['日本語'], { 日本語: 'app' }],
  ])('takes %s', (_, folders, expected) => expect(named(folders)).toEqual(expected))

  it('gives a chosen name to nobody else', () => {
    const names = named(['x/orders', 'y/billing'], { 'y/billing': 'orders' })
    expect(names).toEqual({ 'y/billing': 'orders', 'x/orders': 'x-orders' })
  })

  it('does not depend on the order', () => {
    const folders = ['a/api', 'b/api', 'c/d/api', 'web', 'a/web']
    expect(named([...folders].reverse())).toEqual(named(folders))
  })

  const hostile = [
    '$(id)',
    '`id`',
    '--flag',
    '$x{y}',
    "a'b",
    'a"b',
    '::error::x',
    '..\u202etxt',
    '-',
    '日',
    '本',
  ]
  it('is unique and safe for hostile names', () => {
    const names = Object.values(named([...hostile, `${'long'.repeat(60)}`, 'A', 'a', 'Ａ']))
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) expect(name).toMatch(namePattern)
  })

  it('cuts at the front, where paths differ least', () => {
    expect(slugOf(`${'x'.repeat(80)}-orders`)).toMatch(/^x+-orders$/)
    expect(slugOf(`${'x'.repeat(80)}-orders`)).toHaveLength(60)
  })
})

describe('the parts of a matrix', () => {
  it.each([
    ['1/4', { number: 1, of: 4 }],
    ['4/4', { number: 4, of: 4 }],
    ['5/4', undefined],
    ['0/4', undefined],
    ['1/0', undefined],
    ['1/x', undefined],
    ['', undefined],
  ])('%j is %j', (text, expected) => expect(readPart(text)).toEqual(expected))

  it('are of one size, and every app is in one of them', () => {
    const all = Array.from({ length: 10 }, (_, index) => index)
    const parts = [1, 2, 3].map((number) => takePart(all, { number, of: 3 }))
    expect(parts.map(({ length }) => length)).toEqual([4, 3, 3])
    expect(parts.flat().sort((one, other) => one - other)).toEqual(all)
    expect(takePart(all, undefined)).toEqual(all)
  })

  it('are asked for when GitHub would not start so many jobs', () => {
    expect(matrixFindings(256, undefined)).toEqual([])
    expect(matrixFindings(257, undefined)).toMatchObject([
      { code: 'matrix-too-large', severity: 'error', message: expect.stringContaining('257 apps') },
    ])
    expect(matrixFindings(300, { number: 1, of: 4 })[0]?.hint).toContain("'1/5' to '5/5'")
  })
})
