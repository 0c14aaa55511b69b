import { afterEach, describe, expect, it, vi } from 'vitest'
import { mutated } from '../../emulator/server/mutation'
import type { Answer, WebRequest } from '../../emulator/server/service'
import { mutations } from '../../scripts/prove-azure/mutations'

const request: WebRequest = {
  ...{ method: 'GET', host: 'localhost', path: '/sites/a/hostruntime/admin/host/status', target: '/' },
  ...{ query: new URLSearchParams(), headers: {}, body: Buffer.alloc(0) },
}
const body = '{"id":"a","state": "Running","processUptime":7}'
const answer: Answer = {
  status: 200,
  headers: { 'content-type': 'application/json', 'content-length': String(body.length) },
  body: Buffer.from(body),
}

afterEach(() => vi.useRealTimers())

describe('a service whose answers are changed', () => {
  it('sends a longer body whole', async () => {
    const service = mutated({ name: 'arm', handle: () => answer }, mutations['never-running']?.mutation)
    const changed = await service.handle(request)
    expect(JSON.parse(String(changed.body))).toEqual({ id: 'a', state: 'Starting', processUptime: 7 })
    expect(changed.headers).toEqual({ 'content-type': 'application/json' })
  })

  it('is asked again and again about a deletion that is slow, without being kept waiting', async () => {
    vi.useFakeTimers({ now: 0 })
    const asked = { ...request, path: '/subscriptions/s/operationresults/o', target: '/o?api-version=v' }
    const service = mutated(
      { name: 'arm', handle: () => ({ status: 200 }) },
      mutations['slow-deletion']?.mutation,
    )
    const first = await service.handle(asked)
    expect([first.status, first.headers?.['location']]).toEqual([202, 'https://localhost/o?api-version=v'])
    vi.setSystemTime(189_000)
    expect((await service.handle(asked)).status).toBe(202)
    vi.setSystemTime(191_000)
    expect((await service.handle(asked)).status).toBe(200)
  })

  it('leaves alone what is not meant', async () => {
    const service = mutated({ name: 'scm:a', handle: () => answer }, mutations['never-running']?.mutation)
    expect(await service.handle(request)).toBe(answer)
  })
})
