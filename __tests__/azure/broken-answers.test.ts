import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { changeAppSetting, readAppSettings } from '../../src/azure/app-settings'
import { listArm } from '../../src/azure/arm'
import { readHostStatus } from '../../src/azure/host-status'
import { fetchIdToken } from '../../src/azure/oidc-token'
import { openPackageStore, type PackageWrite } from '../../src/azure/package-store'
import { probeApp } from '../../src/azure/probe'
import { explainProbe } from '../../src/azure/verify-findings'
import { aRun, playKudu } from './kudu'
import {
  type Answer,
  aSession,
  aSite,
  cloudAt,
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

describe('the storage library', () => {
  // It knows no other way to trust the certificate of a test.
  const folder = mkdtempSync(join(tmpdir(), 'storage-'))
  const path = join(folder, 'package.zip')
  beforeEach(() => writeFileSync(path, 'PK'))
  afterEach(() => rmSync(path))

  const write = async (onBlob: (request: SeenRequest, count: number) => Answer, there = 'abc') => {
    let blobs = 0
    const forgotten: string[] = []
    server.handler = (request) => {
      if (request.query.get('restype') === 'container') return { status: 201 }
      if (request.method === 'HEAD') {
        return { headers: { 'x-ms-meta-sha256': there, 'x-ms-blob-type': 'BlockBlob' } }
      }
      blobs += 1
      return onBlob(request, blobs)
    }
    const session = aSession(server, {
      cloud: { ...cloudAt(server.origin), blobHostSuffixes: [server.host] },
      forget: (purpose) => void forgotten.push(purpose),
    })
    const place = { way: 'key', account: 'store', key: 'a2V5', endpoint: `${server.origin}/store` } as const
    const request: PackageWrite = {
      name: 'app/p.zip',
      path,
      sha256: 'abc',
      deadline: session.clock.now() + 300_000,
      signal: session.signal,
      onProgress: () => undefined,
    }
    await openPackageStore(session, place).write(request)
    return { blobs, forgotten }
  }

  it.each([408, 429, 500, 502, 503, 504])('is made to try again after %i', async (status) => {
    await expect(write((_, count) => (count === 1 ? { status } : { status: 201 }))).resolves.toMatchObject({
      blobs: 2,
    })
  })

  it('gets a new token after a 401, once', async () => {
    const { forgotten } = await write((_, count) => ({ status: count === 1 ? 401 : 201 }))
    expect(forgotten).toEqual(['storage'])
    await expect(write(() => ({ status: 401 }))).rejects.toMatchObject({ status: 401 })
  })

  it('says that the name is taken when what is there is not its own', async () => {
    const taken = write(
      () => ({ status: 409, body: '<Error><Code>BlobAlreadyExists</Code></Error>' }),
      'other',
    )
    await expect(taken).rejects.toMatchObject({ status: 409 })
  })

  it('takes a package that is there already for its own when the answer was lost', async () => {
    const lost = (_: SeenRequest, count: number): Answer =>
      count === 1 ? { isReset: true } : { status: 409, headers: { 'x-ms-error-code': 'BlobAlreadyExists' } }
    await expect(write(lost)).resolves.toMatchObject({ blobs: 2 })
  })
})

describe('what the last answer was', () => {
  it('is said of a deployment record that never shows', async () => {
    playKudu(server, {
      post: () => ({ status: 202, body: '"d1"' }),
      one: () => ({ status: 404, body: 'worker recycled', headers: { 'x-ms-request-id': 'r-2' } }),
    })
    const folder = mkdtempSync(join(tmpdir(), 'record-'))
    const run = await aRun(server, folder, { session: { cloud: cloudAt(server.origin, 'localhost') } })
    const { findings } = await run.deploy()
    rmSync(folder, { recursive: true })
    expect(findings.map(({ code }) => code)).toEqual(['deployment-record-missing'])
    expect(findings[0]?.message).toMatch(
      /The last look at it: GET \S+\/api\/deployments\/d1 answered 404: worker recycled \(request r-2\)$/,
    )
  })

  it('is said of a history that is not there', async () => {
    playKudu(server, {
      post: () => ({ status: 202 }),
      list: () => ({ status: 404, body: 'no such page', headers: { 'x-ms-request-id': 'r-4' } }),
    })
    const folder = mkdtempSync(join(tmpdir(), 'history-'))
    const run = await aRun(server, folder, {
      session: { cloud: cloudAt(server.origin, 'localhost') },
      site: { plan: 'dedicated' },
    })
    const { findings } = await run.deploy()
    rmSync(folder, { recursive: true })
    expect(findings[0]?.message).toMatch(
      /The last look at it: GET \S+\/api\/deployments answered 404: no such page \(request r-4\)$/,
    )
  })

  it('is said of a host that cannot be asked', async () => {
    server.handler = () => ({ status: 404, body: 'no host', headers: { 'x-ms-request-id': 'r-3' } })
    const session = aSession(server)
    await expect(readHostStatus(session, aSite(), session.signal)).resolves.toMatchObject({
      state: 'Unknown',
      unreadable: expect.stringMatching(/^GET \S+\/host\/status answered 404: no host \(request r-3\)$/),
    })
  })

  it('is said of an app, as text and not as markup, even when the very last try was not answered', async () => {
    inTurn([{ status: 503, body: '<html><p>Our services are not available</p></html>' }, { isReset: true }])
    const session = aSession(server)
    const deadline = session.clock.now() + 3000
    const url = `${server.origin}/api/Hello`
    const probe = await probeApp(session, url, { path: '/api/Hello', deadline, signal: session.signal })
    expect(server.requests.length).toBeGreaterThan(1)
    expect(explainProbe(probe)[0]?.message).toBe(
      `GET ${url} answered 503: 'Our services are not available', not 2xx.`,
    )
  })
})
