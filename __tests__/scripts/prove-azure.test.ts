import { describe, expect, it } from 'vitest'
import { compared, type DifferenceKind } from '../../scripts/prove-azure/comparison'
import type { Exchange } from '../../scripts/prove-azure/exchange'
import { outlined } from '../../scripts/prove-azure/outline'
import { cleaned, type RawExchange } from '../../scripts/prove-azure/redaction'
import { readTolerances } from '../../scripts/prove-azure/tolerances'

const site = '/subscriptions/{subscription}/resourceGroups/{group}/providers/Microsoft.Web/sites/{app}'

function exchange(method: string, path: string, atMs: number, answer: Partial<Exchange>): Exchange {
  return {
    scenario: 'good',
    atMs,
    tookMs: 5,
    method,
    host: 'arm',
    path,
    query: { 'api-version': '2023-12-01' },
    status: 200,
    headers: {},
    ...answer,
  }
}

const state = (provisioningState: string) => ({ body: { properties: { provisioningState } } })
const recording: readonly Exchange[] = [
  exchange('PUT', '/deployments/proof', 0, { status: 201, ...state('Accepted') }),
  exchange('GET', '/deployments/proof', 100, state('Accepted')),
  exchange('GET', '/deployments/proof', 200, state('Running')),
  exchange('GET', '/deployments/proof', 300, state('Running')),
  exchange('GET', '/deployments/proof', 400, state('Succeeded')),
  exchange('POST', `${site}/host/default/sync`, 500, { status: 204 }),
  exchange('GET', `${site}/functions`, 600, { body: { value: [{ properties: { isDisabled: false } }] } }),
  exchange('DELETE', '/group', 700, { status: 202, headers: { location: 'https://{arm-host}/x' } }),
]
const tolerances = readTolerances('emulator')
const kindsOf = (changed: readonly Exchange[]): readonly DifferenceKind[] =>
  compared(outlined(changed), outlined(recording), tolerances).map(({ kind }) => kind)
const changedAt = (at: number, change: Partial<Exchange>): readonly Exchange[] =>
  recording.map((each, index) => (index === at ? { ...each, ...change } : each))

describe('a recording', () => {
  it('is like itself, and like one with more polls and later answers', () => {
    const slower = recording.flatMap((each) => [each, { ...each, atMs: each.atMs + 50 }])
    expect([...kindsOf(recording), ...kindsOf(slower)]).toEqual([])
  })

  it('may have missed a state that passes', () => {
    expect(kindsOf(recording.filter((_, at) => at !== 1))).toEqual([])
  })

  it.each<[DifferenceKind, string, readonly Exchange[]]>([
    ['status', 'another status', changedAt(5, { status: 200 })],
    ['header', 'a header that is missing', changedAt(7, { headers: {} })],
    ['body', 'another type', changedAt(6, { body: { value: [{ properties: { isDisabled: 'false' } }] } })],
    ['body', 'a key that is missing', changedAt(6, { body: { value: [{ properties: {} }] } })],
    [
      'order',
      'states in another order',
      [1, 2, 3].reduce<readonly Exchange[]>(
        (all, at) =>
          all.map((each, index) =>
            index === at ? { ...each, ...state(at === 1 ? 'Running' : 'Accepted') } : each,
          ),
        recording,
      ),
    ],
    ['order', 'changes in another order', [...changedAt(5, { atMs: 800 })]],
    ['state', 'a state that never comes', recording.filter((_, at) => at !== 4)],
    ['time', 'a state that comes late', changedAt(4, { atMs: 400_000 })],
    ['question', 'a request that is missing', recording.filter((_, at) => at !== 5)],
  ])('differs by %s: %s', (kind, _what, changed) => {
    expect(kindsOf(changed)).toContain(kind)
  })
})

describe('a host that restarts', () => {
  const page = `${site}/hostruntime/admin/host/status`
  const sync = `${site}/host/default/sync`
  const running = { body: { state: 'Running' } }
  const away = {
    status: 400,
    body: { Message: 'Encountered an error (ServiceUnavailable) from host runtime.' },
  }
  const done = { status: 204 }
  type Asked = readonly [method: string, path: string, answer: Partial<Exchange>]
  const asked = (scenario: string, ...answers: readonly Asked[]): readonly Exchange[] =>
    answers.map(([method, path, answer], at) => ({ ...exchange(method, path, at * 100, answer), scenario }))
  const reference = [
    ...asked('good', ['GET', page, running], ['POST', sync, done]),
    ...asked('redeploy', ['GET', page, running], ['POST', sync, done]),
    ...asked('dying-handler', ['GET', page, running], ['GET', page, away], ['POST', sync, done]),
  ]

  it.each<[string, readonly DifferenceKind[], readonly Exchange[]]>([
    [
      'is away for a moment',
      [],
      asked('good', ['GET', page, away], ['GET', page, running], ['POST', sync, done]),
    ],
    [
      'stays away',
      ['state'],
      asked('good', ['GET', page, running], ['GET', page, away], ['POST', sync, done]),
    ],
    ['never syncs', ['state'], asked('good', ['GET', page, running], ['POST', sync, away])],
    [
      'is away when one sync is asked for',
      [],
      [
        ...asked('good', ['GET', page, running], ['POST', sync, done]),
        ...asked('redeploy', ['GET', page, running], ['POST', sync, away]),
      ],
    ],
    [
      'dies, in another order',
      [],
      asked('dying-handler', ['GET', page, away], ['GET', page, running], ['POST', sync, done]),
    ],
    ['dies, and is met away alone', [], asked('dying-handler', ['GET', page, away], ['POST', sync, away])],
    [
      'dies, and is never away',
      ['state'],
      asked('dying-handler', ['GET', page, running], ['POST', sync, done]),
    ],
    [
      'dies, with an answer of its own',
      ['body'],
      asked(
        'dying-handler',
        ['GET', page, away],
        ['GET', page, { body: { state: 'Running', more: 1 } }],
        ['POST', sync, done],
      ),
    ],
    [
      'dies, with another question',
      ['question'],
      asked('dying-handler', ['GET', page, away], ['POST', sync, away], ['PUT', site, {}]),
    ],
  ])('%s: %j', (_what, kinds, own) => {
    const found = compared(outlined(own), outlined(reference), tolerances).map(({ kind }) => kind)
    expect([...new Set(found)]).toEqual(kinds)
  })
})

describe('what is written', () => {
  const token = 'eyJhbGciOiJFUzI1NiJ9.eyJhdWQiOiJodHRwczovL2EifQ.c2lnbmF0dXJlLW9mLXRva2Vu'
  const raw = (path: string, body: object): RawExchange => ({
    scenario: 'good',
    atMs: 0,
    tookMs: 1,
    method: 'POST',
    url: `https://my-app.scm.example${path}`,
    sentType: 'application/json',
    sent: Buffer.from(JSON.stringify({ properties: { SECRET: 'sent-value' } })),
    status: 200,
    headers: { 'content-type': 'application/json', location: 'https://my-app.scm.example/x?sig=abcdefgh' },
    body: Buffer.from(JSON.stringify(body)),
  })
  const surroundings = {
    names: [
      ['my-app', '{app}'],
      ['my-app.scm.example', '{scm-host}'],
    ] as const,
    hosts: { 'my-app.scm.example': 'scm' } as const,
  }

  it.each<[string, string, object, readonly string[]]>([
    [
      'app settings',
      '/sites/my-app/config/appsettings/list',
      { properties: { QUEUE: 'orders' } },
      ['orders', 'sent-value'],
    ],
    [
      'keys',
      '/host/default/listkeys',
      { masterKey: 'mk', functionKeys: { default: 'fk-1' } },
      ['"mk"', 'fk-1'],
    ],
    ['tokens', '/token', { access_token: token, note: `Bearer ${token}` }, [token]],
    [
      'ids and times',
      '/x?sig=SIGNED',
      { id: '0b1ec700-52a4-4b57-8f0e-5a1d6f3b9c02', at: '2026-01-02T03:04:05Z' },
      ['0b1ec700', '2026-01-02', 'SIGNED', 'abcdefgh'],
    ],
    [
      'names of packages',
      '/store/my-app/20261129T094110Z-5f3121c60fad-d21f01ba.zip',
      {},
      ['20261129', '5f3121c60fad', 'd21f01ba'],
    ],
    ['names', '/sites/my-app', { name: 'my-app', key: 'k' }, ['my-app']],
  ])('has no %s', (_what, path, body, hidden) => {
    const text = JSON.stringify(cleaned(raw(path, body), surroundings))
    for (const each of hidden) expect(text).not.toContain(each)
    expect(JSON.parse(text).host).toBe('scm')
  })
})
