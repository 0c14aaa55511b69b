import { describe, expect, it } from 'vitest'
import { parseJson } from '../../../src/functions/json/json'
import { readMapping } from '../../../src/many-apps/discover/mapping'
import { strayEntries } from '../../../src/many-apps/discover/mapping-file'
import { resolveTargets } from '../../../src/many-apps/discover/targets'

const file = '.github/function-apps.json'
const read = (text: string) => readMapping(parseJson(Buffer.from(text)), file)
const mapping = (value: object) => read(JSON.stringify(value)).mapping
const names = new Map([
  ['services/orders', 'orders'],
  ['services/stock', 'stock'],
])

function targets(value: object, environment: string, pattern = '') {
  const found = resolveTargets({ environment, pattern, mapping: mapping(value), file, names })
  return { ...found, targets: Object.fromEntries(found.targets) }
}

describe('readMapping', () => {
  it.each([
    ['no JSON', '{ "apps": ', /^It is no JSON: /, 1],
    ['no object', '[]', /^The file is \[\]?.*: use an object with 'environments', 'apps'\.$/, 1],
    [
      'an unknown key',
      '{\n  "app": {}\n}',
      /^The file has 'app', which is not known: use 'environments', 'apps'\.$/,
      2,
    ],
    [
      'a name of two apps of Azure',
      '{ "environments": {\n "p": { "app-name": "a b" } } }',
      /has the app-name "a b": use letters/,
      2,
    ],
    [
      'a bad name',
      '{ "apps": { "x": {\n "name": "No Good" } } }',
      /^'apps' 'x' has the name "No Good": use lower-case/,
      2,
    ],
    [
      'a bad path',
      '{ "apps": { "x": {\n "verify-path": "//evil.example" } } }',
      /use a path that starts with one '\/'/,
      2,
    ],
    ['a number', '{ "apps": { "x": {\n "name": 1 } } }', /^'apps' 'x' 'name' is 1: use a text\.$/, 2],
    ['a key twice', '{ "apps": {},\n "apps": {} }', /^The file has 'apps' twice: remove one of them\.$/, 2],
    [
      'true for an environment',
      '{ "apps": { "x": { "environments": {\n "p": true } } } }',
      /is true: use an object/,
      2,
    ],
  ])('tells %s with its place', (_, text, message, line) => {
    const { findings } = read(text)
    expect(findings).toMatchObject([
      {
        code: 'app-mapping-invalid',
        severity: 'error',
        message: expect.stringMatching(message),
        location: { file, line },
      },
    ])
  })

  it('tells every bad entry at once', () => {
    const { findings } = read('{ "app": {},\n "apps": { "x": { "name": 1, "nam": "x" } } }')
    expect(findings).toHaveLength(3)
  })

  it('takes ./ and a slash at the end away from folders', () => {
    expect(mapping({ apps: { './a/': {}, b: {} } }).apps.map(({ folder }) => folder)).toEqual(['a', 'b'])
  })
})

describe('resolveTargets', () => {
  it('takes the entry of an app over that of its environment over the pattern', () => {
    const value = {
      environments: { production: { 'resource-group': 'shop', 'verify-path': '/api/all' } },
      apps: {
        'services/orders': { environments: { production: { 'app-name': 'own', 'slot-name': 's-{name}' } } },
      },
    }
    expect(targets(value, 'production', '{name}-{environment}')).toMatchObject({
      findings: [],
      targets: {
        'services/orders': {
          appName: 'own',
          slotName: 's-orders',
          resourceGroup: 'shop',
          verifyPath: '/api/all',
        },
        'services/stock': { appName: 'stock-production', slotName: '', resourceGroup: 'shop' },
      },
    })
  })

  it('leaves out an app where the environment is false', () => {
    const value = { apps: { 'services/orders': { environments: { production: false } } } }
    expect(targets(value, 'production', '{name}').targets['services/orders']).toBe(false)
  })

  it.each([
    ['an app without a name', {}, 'production', '', /^Nothing says which function app 'services\/orders'/],
    ['two apps that go to one', {}, 'production', 'same', /same/],
    ['an environment that is misspelt', { environments: { production: 'x-{name}' } }, 'prod', '', /prod/],
  ])('refuses %s', (_, value, environment, pattern, message) => {
    const { findings } = targets(value, environment, pattern)
    expect(findings.length).toBeGreaterThan(0)
    for (const { severity, message: text } of findings) {
      expect(severity).toBe('error')
      expect(text).toMatch(message)
    }
  })

  it('names no function apps without an environment', () => {
    expect(targets({}, '').targets['services/stock']).toMatchObject({ appName: '' })
  })
})

it('an entry for a folder without an app is told', () => {
  const { mapping: read_ } = read('{ "apps": {\n  "servces/orders": {}, "services/stock": {} } }')
  expect(strayEntries(read_, file, ['services/stock/host.json'])).toMatchObject([
    { message: expect.stringContaining("'servces/orders'"), location: { line: 2, column: 3 } },
  ])
})
