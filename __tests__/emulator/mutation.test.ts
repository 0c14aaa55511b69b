import { describe, expect, it } from 'vitest'
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

describe('a service whose answers are changed', () => {
  it('sends a longer body whole', async () => {
    const service = mutated({ name: 'arm', handle: () => answer }, mutations['never-running']?.mutation)
    const changed = await service.handle(request)
    expect(JSON.parse(String(changed.body))).toEqual({ id: 'a', state: 'Starting', processUptime: 7 })
    expect(changed.headers).toEqual({ 'content-type': 'application/json' })
  })

  it('leaves alone what is not meant', async () => {
    const service = mutated({ name: 'scm:a', handle: () => answer }, mutations['never-running']?.mutation)
    expect(await service.handle(request)).toBe(answer)
  })
})
