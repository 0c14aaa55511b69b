import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { listArm } from '../../src/azure/sign-in/arm'
import { fetchIdToken } from '../../src/azure/sign-in/oidc-token'
import { changeAppSetting, readAppSettings } from '../../src/azure/site/app-settings'
import { readSlot } from '../../src/azure/site/site-search'
import {
  type Answer,
  aSession,
  fastClock,
  keepingLog,
  type LoopbackServer,
  type SeenRequest,
  siteId,
  startServer,
} from './loopback'

let server: LoopbackServer
beforeEach(async () => {
  server = await startServer()
})
afterEach(() => server.close())

/** Answers one request after the other; the last answer stays. */
function inTurn(answers: readonly (Answer | ((request: SeenRequest) => Answer))[]): void {
  let count = 0
  server.handler = (request) => {
    const answer = answers[Math.min(count, answers.length - 1)] ?? { status: 500 }
    count += 1
    return typeof answer === 'function' ? answer(request) : answer
  }
}

describe('an answer of the resource manager that was cut off', () => {
  it('is asked for again, and never taken for an empty list', async () => {
    inTurn([
      { body: '{"value":[{"na' },
      { body: '<html>proxy</html>' },
      { body: { value: [{ name: 'app' }] } },
    ])
    const call = { method: 'GET', path: '/subscriptions/s/resources', purpose: 'look for the app' } as const
    await expect(listArm(aSession(server), call)).resolves.toEqual([{ name: 'app' }])
  })

  it('ends in one error with the request, the status and the text when it stays', async () => {
    inTurn([{ body: '<html><p>Sign in to the proxy</p></html>', headers: { 'x-ms-request-id': 'r-1' } }])
    const call = { method: 'GET', path: '/subscriptions/s/resources', purpose: 'look for the app' } as const
    await expect(listArm(aSession(server), call)).rejects.toMatchObject({
      code: 'azure-call-failed',
      message: expect.stringMatching(
        /^Could not look for the app: GET \S+\/resources answered 200 with a body that is no complete JSON: Sign in to the proxy \(request r-1\)$/,
      ),
    })
  })

  it('never passes for an app without settings', async () => {
    inTurn([{ body: '{"properties":{"A":"1","B' }, { body: { properties: { A: '1', B: '2' } } }])
    const { settings } = await readAppSettings(aSession(server), siteId)
    expect(settings.names()).toEqual(['A', 'B'])
  })

  it('keeps a change of one setting from dropping the others', async () => {
    inTurn([{ body: {} }])
    const change = { name: 'WEBSITE_RUN_FROM_PACKAGE', value: 'https://new' }
    await expect(changeAppSetting(aSession(server), siteId, change)).rejects.toMatchObject({
      code: 'azure-call-failed',
    })
    expect(server.calls().filter((call) => call.startsWith('PUT'))).toEqual([])
  })
})

describe('a write of a setting whose answer was lost', () => {
  it('still knows what the value was before', async () => {
    const settings: Record<string, string> = { WEBSITE_RUN_FROM_PACKAGE: 'https://old' }
    let version = 1
    let writes = 0
    server.handler = ({ method, headers, body }) => {
      const etag = { ETag: `"${version}"` }
      if (method === 'POST') return { headers: etag, body: { properties: settings } }
      if (headers['if-match'] !== etag.ETag) return { status: 412 }
      Object.assign(settings, JSON.parse(body.toString()).properties)
      version += 1
      writes += 1
      return { isReset: true }
    }
    const change = { name: 'WEBSITE_RUN_FROM_PACKAGE', value: 'https://new' }
    await expect(changeAppSetting(aSession(server), siteId, change)).resolves.toBe('https://old')
    expect(writes).toBe(1)
  })
})

describe('a write of a setting while another operation is under way', () => {
  it('is made after it, with the settings of then', async () => {
    const settings: Record<string, string> = { A: '1' }
    let writes = 0
    server.handler = ({ method, body }) => {
      if (method === 'POST') return { body: { properties: settings } }
      writes += 1
      if (writes === 1) {
        settings['B'] = '2'
        return { status: 409, body: { error: { code: 'Conflict', message: 'another operation' } } }
      }
      Object.assign(settings, JSON.parse(body.toString()).properties)
      return { body: { properties: settings } }
    }
    const session = aSession(server)
    await changeAppSetting(session, siteId, { name: 'C', value: '3' })
    expect(settings).toEqual({ A: '1', B: '2', C: '3' })
    expect(writes).toBe(2)
  })
})

describe('a write of a setting', () => {
  it('keeps the others as they are, null and empty ones too', async () => {
    let written: unknown
    server.handler = ({ method, body }) => {
      if (method === 'POST') return { body: { properties: { A: null, B: '', c: 'x' } } }
      written = JSON.parse(body.toString())
      return { body: written }
    }
    await changeAppSetting(aSession(server), siteId, { name: 'C', value: '3' })
    expect(written).toEqual({ properties: { A: null, B: '', c: '3' } })
  })

  it('does not wait for a day when another operation is under way, and says so', async () => {
    const refusal = { status: 409, body: { error: { code: 'Conflict', message: 'another operation' } } }
    server.handler = ({ method }) =>
      method === 'POST' ? { body: { properties: {} } } : { ...refusal, headers: { 'Retry-After': '86400' } }
    const clock = fastClock()
    const change = changeAppSetting(aSession(server, { clock }), siteId, { name: 'C', value: '3' })
    await expect(change).rejects.toMatchObject({ message: expect.stringContaining('another operation') })
    expect(clock.sleeps).toEqual([])
  })
})

describe('a slot that is listed and not found', () => {
  it('is asked for again', async () => {
    let reads = 0
    server.handler = ({ path }) => {
      if (path.endsWith('/slots')) return { body: { value: [{ name: 'app/staging' }] } }
      reads += 1
      return reads === 1 ? { status: 404 } : { body: { kind: 'functionapp,linux' } }
    }
    await expect(readSlot(aSession(server), siteId, 'Staging')).resolves.toMatchObject({
      body: { kind: 'functionapp,linux' },
    })
  })
})

describe('a write of a setting that is never answered', () => {
  const answerWrites = (isMade: boolean) => {
    const settings: Record<string, string> = { WEBSITE_RUN_FROM_PACKAGE: 'https://old', OTHER: '1' }
    server.handler = ({ method, body }) => {
      if (method === 'POST') return { body: { properties: settings } }
      if (isMade) Object.assign(settings, JSON.parse(body.toString()).properties)
      return { isReset: true }
    }
    return settings
  }
  const change = { name: 'WEBSITE_RUN_FROM_PACKAGE', value: 'https://new' }

  it('is done when the setting is there', async () => {
    const settings = answerWrites(true)
    await expect(changeAppSetting(aSession(server), siteId, change)).resolves.toBe('https://old')
    expect(settings).toEqual({ WEBSITE_RUN_FROM_PACKAGE: 'https://new', OTHER: '1' })
  })

  it('has failed when it is not', async () => {
    answerWrites(false)
    await expect(changeAppSetting(aSession(server), siteId, change)).rejects.toMatchObject({
      code: 'azure-unreachable',
    })
  })
})

describe('a GitHub token that is not answered', () => {
  it('is asked for again after 30 seconds', async () => {
    vi.useFakeTimers()
    try {
      let calls = 0
      const getIdToken = (): Promise<string> => {
        calls += 1
        return calls === 1 ? new Promise(() => undefined) : Promise.resolve('jwt')
      }
      const clock = { ...fastClock(), sleep: async () => undefined }
      const request = {
        audience: 'a',
        clock,
        signal: new AbortController().signal,
        log: keepingLog(),
        getIdToken,
      }
      const token = fetchIdToken(request)
      await vi.advanceTimersByTimeAsync(29_000)
      expect(calls).toBe(1)
      await vi.advanceTimersByTimeAsync(1000)
      await expect(token).resolves.toBe('jwt')
    } finally {
      vi.useRealTimers()
    }
  })
})
