import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Mutation, mutated } from '../../emulator/server/mutation'
import type { Answer, Service, WebRequest } from '../../emulator/server/service'
import { compared } from '../../scripts/prove-azure/comparison'
import type { Exchange } from '../../scripts/prove-azure/exchange'
import { mutations } from '../../scripts/prove-azure/mutations'
import { outlined } from '../../scripts/prove-azure/outline'
import { readTolerances } from '../../scripts/prove-azure/tolerances'

// Every way to bend the emulator, on answers as it gives them: each is seen as what it says, and nothing else is.

const site = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Web/sites/a'
const template = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Resources/deployments/proof'
const json = { 'content-type': 'application/json; charset=utf-8' }
const status = JSON.stringify({ id: 'a', state: 'Running', processUptime: 4 })
const state = (provisioningState: string): Answer => ({
  status: 200,
  body: { properties: { provisioningState } },
})

const asked: readonly (readonly [method: string, path: string, answers: readonly Answer[]])[] = [
  ['GET', template, ['Accepted', 'Running', 'Succeeded'].map(state)],
  ['POST', `${site}/host/default/sync`, [{ status: 204 }]],
  [
    'GET',
    `${site}/functions`,
    [{ status: 200, headers: json, body: { value: [{ properties: { isDisabled: false } }] } }],
  ],
  [
    'GET',
    `${site}/hostruntime/admin/host/status`,
    [
      {
        status: 200,
        headers: { ...json, 'content-length': String(status.length) },
        body: Buffer.from(status),
      },
    ],
  ],
  [
    'DELETE',
    '/subscriptions/s/resourceGroups/g',
    [{ status: 202, headers: { location: 'https://localhost/o', 'retry-after': '1' } }],
  ],
  [
    'GET',
    '/subscriptions/s/operationresults/o',
    [{ status: 202, headers: { location: 'https://localhost/o', 'retry-after': '1' } }, { status: 200 }],
  ],
]

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
})
afterEach(() => {
  vi.useRealTimers()
})

/** Asks everything once, and again as long as the answer is 202; ten seconds go by with each question. */
async function recording(mutation: Mutation | undefined): Promise<readonly Exchange[]> {
  const exchanges: Exchange[] = []
  for (const [method, path, answers] of asked) {
    let at = 0
    const handle = (): Answer => answers[Math.min(at++, answers.length - 1)] ?? { status: 500 }
    const service: Service = mutated({ name: 'arm', handle }, mutation)
    const request: WebRequest = {
      ...{ method, path, host: 'localhost', target: path, query: new URLSearchParams() },
      ...{ headers: {}, body: Buffer.alloc(0) },
    }
    for (let more = true; more; ) {
      const answer = await service.handle(request)
      exchanges.push(exchangeOf(method, path, answer))
      vi.setSystemTime(Date.now() + 10_000)
      more = at < answers.length || (method === 'GET' && answer.status === 202)
    }
  }
  return exchanges
}

function exchangeOf(method: string, path: string, answer: Answer): Exchange {
  const text = Buffer.isBuffer(answer.body) || typeof answer.body === 'string' ? String(answer.body) : ''
  const headers = Object.fromEntries(
    Object.entries(answer.headers ?? {}).map(([name, value]) => [name, String(value)]),
  )
  const { 'content-length': length = text.length, ...kept } = headers
  return {
    ...{ scenario: 'good', atMs: Date.now(), tookMs: 1, method, host: 'arm', path, query: {} },
    ...{ status: answer.status, headers: kept },
    // A client reads as much as is announced.
    body: text === '' ? answer.body : JSON.parse(text.slice(0, Number(length))),
  }
}

describe('a bent emulator', () => {
  it('is like itself when nothing is bent', async () => {
    const [one, other] = [await recording(undefined), await recording((_service, _request, answer) => answer)]
    expect(compared(outlined(other), outlined(one), readTolerances('emulator'))).toEqual([])
  })

  it.each(Object.entries(mutations).map(([name, { shows }]) => [name, shows] as const))(
    '%s is noticed by its %s alone',
    async (name, shows) => {
      const straight = outlined(await recording(undefined))
      const bent = outlined(await recording(mutations[name]?.mutation))
      const kinds = compared(bent, straight, readTolerances('emulator')).map(({ kind }) => kind)
      expect([...new Set(kinds)]).toEqual([shows])
    },
  )
})
