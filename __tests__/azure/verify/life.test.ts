import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PackagedFunction, RehearsedCall } from '../../../src/azure/verify/call-target'
import type { Before } from '../../../src/azure/verify/fresh'
import type { LivingProof, Verification, VerifyRequest } from '../../../src/azure/verify/verification'
import { verifyDeployment } from '../../../src/azure/verify/verify'
import type { Finding } from '../../../src/findings'
import {
  type Answer,
  aSession,
  aSite,
  cloudAt,
  keepingLog,
  type LoopbackServer,
  type SeenRequest,
  siteId,
  startServer,
} from '../loopback'

const sha256 = '0123456789abcdef'.repeat(4)
const hello: PackagedFunction = {
  name: 'Hello',
  trigger: 'httpTrigger',
  route: '/api/Hello',
  methods: ['GET'],
  authLevel: 'anonymous',
}
const tick: PackagedFunction = { name: 'Tick', trigger: 'timerTrigger' }

interface Process {
  readonly instanceId?: string
  /** Seconds after the verification began; negative before it. */
  readonly startedAt: number
}

/** An app whose life is told in seconds after the verification began. */
interface World {
  /** Which process answers the count-th status; undefined for none. */
  process: (second: number, count: number) => Process | undefined
  names: (second: number) => readonly string[]
  functionStatus: (name: string, second: number) => Answer
  app: (request: SeenRequest, second: number) => Answer
  records: readonly object[]
  keys: Answer
}

let server: LoopbackServer
let world: World
let clock: ReturnType<typeof aSession>['clock']
let beganAt: number

beforeEach(async () => {
  server = await startServer()
  clock = aSession(server).clock
  beganAt = clock.now()
  world = {
    process: () => ({ startedAt: -1 }),
    names: () => ['Hello'],
    functionStatus: () => ({ body: {} }),
    app: ({ path }) => (path === '/api/Hello' ? { body: 'NEW' } : { status: 404 }),
    records: [],
    keys: { body: { default: 'the-secret-key' } },
  }
  let statuses = 0
  server.handler = (request) => {
    const second = (clock.now() - beganAt) / 1000
    const { path } = request
    if (path === `${siteId}/host/default/sync`) return { status: 204 }
    if (path === `${siteId}/functions`) {
      const value = world.names(second).map((name) => ({ properties: { name, config: { bindings: [] } } }))
      return { body: { value } }
    }
    if (path.endsWith('/listkeys')) return world.keys
    if (path === `${siteId}/hostruntime/admin/host/status`) {
      const process = world.process(second, statuses++)
      if (process === undefined) {
        const message = 'Encountered an error (ServiceUnavailable) from host runtime.'
        return { status: 400, body: { error: { code: 'BadRequest', message } } }
      }
      const { instanceId = 'a', startedAt } = process
      return { body: { state: 'Running', instanceId, processUptime: (second - startedAt) * 1000 } }
    }
    const [, name] = /\/hostruntime\/admin\/functions\/([^/]+)\/status$/.exec(path) ?? []
    if (name !== undefined) return world.functionStatus(name, second)
    if (path === '/api/deployments') return { body: world.records }
    return world.app(request, second)
  }
})
afterEach(() => server.close())

const before: Before = {
  sightings: [{ instanceId: 'a', uptimeMs: 3_600_000, askedAtMs: 0, answeredAtMs: 0 }],
  functions: [{ name: 'Hello', trigger: 'httpTrigger', isDisabled: false }],
  answers: new Map(),
  active: { deploymentId: 'd0', sha256: '', problem: '' },
}

function verify(
  overrides: Partial<VerifyRequest> = {},
  was: Before | undefined = before,
): Promise<Verification> {
  const session = aSession(server, { clock, cloud: cloudAt(server.origin, 'localhost') })
  const functions = overrides.functions ?? [hello]
  return verifyDeployment(session, aSite({ appUrl: server.origin, scmHost: server.host }), {
    expectedFunctions: functions.map(({ name }) => name),
    functions,
    rehearsed: [],
    callsFunctions: true,
    fetchesKeys: true,
    verifyPath: '',
    timeoutMs: 300_000,
    settleMs: 10_000,
    uploaded: { startedAtMs: beganAt - 5000, before: was, sha256, id: 'd1' },
    mask: () => undefined,
    log: keepingLog(),
    signal: session.signal,
    ...overrides,
  })
}
const codes = ({ findings }: Verification): string[] =>
  findings.map(({ severity, code }) => `${severity} ${code}`)

describe('a healthy deployment', () => {
  it('is watched for the time to settle', async () => {
    const verification = await verify()
    expect(verification).toMatchObject({ isVerified: true, findings: [], isFresh: true, starts: 1 })
    expect(verification.elapsedMs).toBe(10_000)
    expect(verification.answers).toEqual([
      { functionName: 'Hello', state: 'answered', method: 'GET', path: '/api/Hello', status: 200 },
    ])
  })

  it('is watched for longer when nothing can be called, and says why', async () => {
    world.names = () => ['Tick']
    const verification = await verify({ functions: [tick] }, { ...before, functions: [] })
    expect(verification.elapsedMs).toBe(15_000)
    expect(codes(verification)).toEqual(['notice verify-nothing-called'])
    expect(verification.answers).toEqual([
      { functionName: 'Tick', state: 'listed', reason: 'nothing calls its timerTrigger' },
    ])
  })

  it('is watched for 40 s when no rehearsed handler lives, and 10 s beside one', async () => {
    const { settleMs: _, ...unset } = { settleMs: undefined }
    const request = { ...unset, settleMs: undefined } as unknown as Partial<VerifyRequest>
    expect((await verify(request)).elapsedMs).toBe(40_000)
    const living: LivingProof = { death: new Promise(() => undefined), found: undefined }
    expect((await verify({ ...request, living })).elapsedMs).toBe(10_000)
  })

  it.each<[string, (second: number, count: number) => Process]>([
    ['of two instances that answer in turn', (_, count) => ({ instanceId: `i${count % 2}`, startedAt: -1 })],
    ['of two instances without ids', (_, count) => ({ instanceId: '', startedAt: -1 - (count % 2) })],
    ['with one more start', (second) => ({ startedAt: second < 4 ? -1 : 4 })],
    ['whose old instance answers for a while', (second) => ({ startedAt: second < 7 ? -3600 : 6 })],
    [
      'whose old and new instance answer in turn at first',
      (second, count) =>
        second < 9 && count % 2 === 0 ? { startedAt: -3600 } : { instanceId: 'b', startedAt: -1 },
    ],
  ])('is verified: %s', async (_, process) => {
    world.process = process
    const verification = await verify()
    expect(codes(verification)).toEqual([])
    expect(verification.isVerified).toBe(true)
    expect(verification.elapsedMs).toBeLessThanOrEqual(22_000)
  })

  it('may reload in the same process: answers that changed and the active record prove it', async () => {
    world.process = () => ({ startedAt: -3600 })
    world.app = ({ path }, second) =>
      path === '/api/Hello' ? { body: second < 5 ? 'OLD' : 'NEW' } : { status: 404 }
    world.records = [
      { id: 'd1', status: 4, complete: true, active: true, received_time: '2026-11-23T00:00:00Z' },
    ]
    const answers = new Map([['/api/Hello', '[200,"","OLD",""]']])
    const verification = await verify({}, { ...before, answers })
    expect(codes(verification)).toEqual([])
    expect(verification.freshness).toContain('The answers differ from those before')
    expect(verification.elapsedMs).toBeLessThan(20_000)
  })

  it('does not count the process of before, which the look at the change saw beside new answers', async () => {
    world.process = (second) => ({ startedAt: second < 1 ? -3600 : second < 5 ? 0.5 : 4.5 })
    world.records = [
      { id: 'd1', status: 4, complete: true, active: true, received_time: '2026-11-23T00:00:00Z' },
    ]
    const answers = new Map([['/api/Hello', '[200,"","OLD",""]']])
    const verification = await verify({}, { ...before, answers })
    expect(codes(verification)).toEqual([])
    expect(verification.starts).toBe(2)
    expect(verification.isVerified).toBe(true)
  })

  it('with a key only is called with it, and shows it nowhere', async () => {
    const masked: string[] = []
    const keyed = { ...hello, authLevel: 'function' }
    world.app = ({ path, headers }) => {
      if (path !== '/api/Hello') return { status: 404 }
      return headers['x-functions-key'] === 'the-secret-key'
        ? { body: 'for the-secret-key' }
        : { status: 401 }
    }
    const verification = await verify({ functions: [keyed], mask: (secret) => masked.push(secret) })
    expect(codes(verification)).toEqual([])
    expect(verification.answers[0]).toMatchObject({ state: 'answered', status: 200 })
    expect(masked).toEqual(['the-secret-key'])
    expect(JSON.stringify(verification)).not.toContain('the-secret-key')
    expect(server.requests.some(({ query }) => query.toString().includes('secret'))).toBe(false)
  })

  it('answers verify-path with the key of the function that is there', async () => {
    world.app = ({ path, headers }) =>
      path === '/api/Hello' && headers['x-functions-key'] === 'the-secret-key'
        ? { body: 'NEW' }
        : { status: 401 }
    const request = {
      functions: [],
      expectedFunctions: ['Hello'],
      verifyPath: '/api/Hello',
      verifyPathKey: 'Hello',
    }
    expect(await verify(request)).toMatchObject({ isVerified: true, probe: { status: 200 } })
  })

  it('says how to get a key that may not be read', async () => {
    world.keys = { status: 403, body: { error: { code: 'AuthorizationFailed', message: 'no' } } }
    const verification = await verify({ functions: [{ ...hello, authLevel: 'function' }] })
    expect(codes(verification)).toEqual(['notice verify-key-unread'])
    expect(verification.isVerified).toBe(true)
  })

  it.each<[string, Answer]>([
    ['a closed network', { status: 403, body: '<h1>Ip Forbidden</h1>' }],
    ['a sign-in', { status: 401, headers: { 'WWW-Authenticate': 'Bearer realm="app"' } }],
    ['a login page', { status: 302, headers: { Location: 'https://login.windows.net/common' } }],
  ])('behind %s is listed', async (_, page) => {
    world.app = () => page
    const verification = await verify()
    expect(codes(verification)).toEqual(['notice verify-closed'])
    expect(verification.answers[0]?.state).toBe('listed')
  })

  it('that answers 404 for a sample is told, and green', async () => {
    const item = { ...hello, route: '/api/items/{id}' }
    world.app = ({ path }) =>
      path.startsWith('/api/items/') ? { status: 404, body: '404 page not found\n' } : { status: 404 }
    expect(codes(await verify({ functions: [item] }))).toEqual(['notice verify-sample-unknown'])
  })
})

describe('a deployment that does not hold', () => {
  it.each<[string, (second: number) => Process | undefined]>([
    [
      'every three seconds',
      (second) => (second % 4 < 3 ? { startedAt: Math.floor(second / 4) * 4 } : undefined),
    ],
    [
      'with growing pauses',
      (second) =>
        [0, 6, 18].some((start) => second >= start && second < start + 3) || second > 45
          ? { startedAt: second > 45 ? 45 : second >= 18 ? 18 : second >= 6 ? 6 : 0 }
          : undefined,
    ],
  ])('is red when the host is started anew %s', async (_, process) => {
    world.process = process
    const verification = await verify()
    expect(codes(verification)).toEqual(['error verify-restarts'])
    expect(verification.findings[0]?.message).toMatch(/started 3 times/)
    expect(verification.elapsedMs).toBeLessThan(60_000)
  })

  it('is red when what was there before answers until the end', async () => {
    world.process = () => ({ startedAt: -3600 })
    const verification = await verify()
    expect(codes(verification)).toEqual(['error verify-stale'])
    expect(verification.findings[0]?.hint).toContain('az functionapp restart --name app --resource-group rg')
  })

  it('is red when what was there before answers, and another package is the active one', async () => {
    world.process = () => ({ startedAt: -3600 })
    world.records = [
      { id: 'd9', status: 4, complete: true, active: true, received_time: '2026-11-23T00:00:00Z' },
    ]
    const answers = new Map([['/api/Hello', '[200,"","OLD",""]']])
    expect(codes(await verify({}, { ...before, answers }))).toEqual(['error verify-stale'])
  })

  it('is red 20 s after it runs when a function is in error, with the sentence of the host', async () => {
    world.functionStatus = () => ({ body: { errors: ["The binding type 'nope' is not registered."] } })
    const verification = await verify()
    expect(verification.findings).toMatchObject([
      {
        code: 'verify-function-error',
        functionName: 'Hello',
        message: expect.stringContaining("The binding type 'nope' is not registered."),
      },
    ])
    expect(verification.elapsedMs).toBe(20_000)
  })

  it('is red 20 s after it runs when the host lacks a function', async () => {
    world.functionStatus = (name) => (name === 'Tick' ? { status: 404 } : { body: {} })
    const verification = await verify({ functions: [hello, tick] })
    expect(codes(verification)).toEqual(['error verify-functions-missing'])
    expect(verification.elapsedMs).toBe(20_000)
  })

  it('waits for a list that is late', async () => {
    world.names = (second) => (second < 60 ? ['Hello'] : ['Hello', 'Tick'])
    expect((await verify({ functions: [hello, tick] })).isVerified).toBe(true)
  })

  it.each<[string, Answer, string]>([
    ['500', { status: 500, body: 'boom' }, 'verify-server-error'],
    ['the 404 of an unknown path', { status: 404 }, 'verify-unknown-path'],
    ['nothing', { isReset: true }, 'verify-no-answer'],
  ])('is red when what answered in the rehearsal answers %s', async (_, answer, code) => {
    const rehearsed: RehearsedCall[] = [
      { functionName: 'Hello', method: 'GET', path: '/api/Hello', status: 200, bodyExcerpt: 'NEW' },
    ]
    world.app = ({ path }) => (path === '/api/Hello' ? answer : { status: 404 })
    const verification = await verify({ rehearsed })
    expect(codes(verification)).toEqual([`error ${code}`])
    expect(verification.findings[0]?.message).toContain(
      "In the rehearsal, GET /api/Hello answered 200: 'NEW'.",
    )
    expect(verification.elapsedMs).toBeLessThan(60_000)
  })

  it('warns of one function that fails in both places', async () => {
    const other = { ...hello, name: 'Other', route: '/api/Other' }
    world.names = () => ['Hello', 'Other']
    world.app = ({ path }) =>
      path === '/api/Other' ? { status: 500 } : path === '/api/Hello' ? { body: 'NEW' } : { status: 404 }
    const rehearsed: RehearsedCall[] = [
      { functionName: 'Other', method: 'GET', path: '/api/Other', status: 500 },
    ]
    const verification = await verify({ functions: [hello, other], rehearsed })
    expect(codes(verification)).toEqual(['warning verify-server-error'])
    expect(verification.elapsedMs).toBe(10_000)
  })

  it('is red as soon as the rehearsed handler ends', async () => {
    const death: Finding = { code: 'handler-exit', severity: 'error', message: 'It ended.', hint: '' }
    const living = { found: undefined as Finding | undefined, death: Promise.resolve(death) }
    world.process = (second) => {
      if (second >= 4) living.found = death
      return { startedAt: -1 }
    }
    const verification = await verify({ living })
    expect(verification.findings).toEqual([death])
    expect(verification.elapsedMs).toBeLessThan(10_000)
  })

  it('is watched for longer once the rehearsed handler has ended for want of settings', async () => {
    const death: Finding = {
      code: 'handler-needs-setting',
      severity: 'warning',
      message: 'It wants X.',
      hint: '',
    }
    const living = { found: death, death: Promise.resolve(death) }
    const verification = await verify({ living, settleMs: undefined } as unknown as Partial<VerifyRequest>)
    expect(verification.findings).toEqual([death])
    expect(verification).toMatchObject({ isVerified: true, elapsedMs: 40_000 })
  })
})

describe('what was not deployed now', () => {
  it('has settled when its process has run for long', async () => {
    world.process = () => ({ startedAt: -3600 })
    const request = { uploaded: undefined, countsUptime: true } as unknown as Partial<VerifyRequest>
    expect(await verify(request)).toMatchObject({ isVerified: true, elapsedMs: 0, freshness: '' })
  })
})
