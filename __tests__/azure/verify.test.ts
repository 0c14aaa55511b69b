import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Session } from '../../src/azure/sign-in/session'
import { compareFunctions } from '../../src/azure/site/function-list'
import type { Site } from '../../src/azure/site/site'
import type { Verification, VerifyRequest } from '../../src/azure/verify/verification'
import { verifyDeployment } from '../../src/azure/verify/verify'
import {
  type Answer,
  aSession,
  aSite,
  keepingLog,
  type LoopbackServer,
  type SeenRequest,
  siteId,
  startServer,
} from './loopback'

let server: LoopbackServer
let session: Session
let site: Site
let script: {
  sync: (count: number) => Answer
  functions: (count: number) => Answer
  status: (count: number) => Answer
  app: (request: SeenRequest, count: number) => Answer
}

function listed(...names: readonly string[]): Answer {
  return {
    body: {
      value: names.map((name) => ({
        name: `app/${name}`,
        properties: {
          name,
          isDisabled: false,
          invoke_url_template: `https://app.azurewebsites.net/api/${name.toLowerCase()}?code=secret-key`,
          config: { bindings: [{ type: 'httpTrigger' }, { type: 'http' }] },
        },
      })),
    },
  }
}
const running = { body: { state: 'Running', version: '4.1' } }

beforeEach(async () => {
  const counts = { sync: 0, functions: 0, status: 0, app: 0 }
  script = {
    sync: () => ({ status: 204 }),
    functions: () => listed('Hello'),
    status: () => running,
    app: () => ({ body: 'hi' }),
  }
  server = await startServer((request) => {
    if (request.path === `${siteId}/host/default/sync`) return script.sync(++counts.sync)
    if (request.path === `${siteId}/functions`) return script.functions(++counts.functions)
    if (request.path === `${siteId}/hostruntime/admin/host/status`) return script.status(++counts.status)
    if (request.path.startsWith(`${siteId}/hostruntime/admin/functions/`)) return { body: {} }
    if (request.path.startsWith('/api/')) return script.app(request, ++counts.app)
    return { status: 404 }
  })
  session = aSession(server)
  site = aSite({ appUrl: server.origin })
})
afterEach(() => server.close())

function verify(overrides: Partial<VerifyRequest> = {}): Promise<Verification> {
  return verifyDeployment(session, site, {
    expectedFunctions: ['Hello'],
    functions: [],
    rehearsed: [],
    callsFunctions: true,
    fetchesKeys: true,
    settleMs: 0,
    mask: () => undefined,
    verifyPath: '',
    timeoutMs: 60_000,
    log: keepingLog(),
    signal: new AbortController().signal,
    ...overrides,
  })
}
const codes = (verification: Verification): string[] =>
  verification.findings.map((finding) => `${finding.severity} ${finding.code}`)
const syncs = (): number => server.calls().filter((call) => call.includes('/sync')).length

describe('verifyDeployment', () => {
  it('is content with the expected functions, a running host and an answer', async () => {
    const verification = await verify({ verifyPath: '/api/hello?name=ci' })
    expect(verification).toMatchObject({
      isVerified: true,
      hostState: 'Running',
      listed: ['Hello'],
      findings: [],
      probe: { status: 200, bodyExcerpt: 'hi', url: `${server.origin}/api/hello?name=ci` },
    })
    expect(verification.functions[0]).toEqual({
      name: 'Hello',
      trigger: 'httpTrigger',
      url: 'https://app.azurewebsites.net/api/hello',
      isDisabled: false,
      listedAfterMs: 0,
    })
    const probe = server.requests.find((request) => request.path === '/api/hello')
    expect(probe?.method).toBe('GET')
    expect(probe?.headers['authorization']).toBeUndefined()
  })

  it('goes on syncing while there is nothing or only the placeholder', async () => {
    script.functions = (count) =>
      count < 3 ? { body: { value: [] } } : count < 6 ? listed('WarmUp') : listed('hello')
    const verification = await verify()
    expect(verification.isVerified).toBe(true)
    expect(verification.functions[0]?.listedAfterMs).toBeGreaterThan(9000)
    expect(syncs()).toBe(3)
  })

  it('fails when only the placeholder is ever listed', async () => {
    script.functions = () => listed('WarmUp')
    const verification = await verify()
    expect(codes(verification)).toEqual(['error verify-no-functions'])
    expect(verification.findings[0]?.message).toContain("only 'WarmUp' at the deadline; expected 'Hello'")
  })

  it('names missing and unexpected functions', async () => {
    script.functions = () => listed('Old', 'Hello')
    const verification = await verify({ expectedFunctions: ['Hello', 'Timer'] })
    expect(codes(verification)).toEqual([
      'error verify-functions-missing',
      'error verify-functions-unexpected',
    ])
    expect(verification.findings.map((finding) => finding.message).join()).toMatch(/'Timer'.*'Old'/)
  })

  it('takes any function of a native app', async () => {
    expect((await verify({ expectedFunctions: [] })).isVerified).toBe(true)
    script.functions = () => listed('WarmUp')
    expect((await verify({ expectedFunctions: [] })).isVerified).toBe(false)
  })

  it('wants at least what the main of a native app registers', async () => {
    script.functions = () => listed('Hello', 'FromAHelper')
    expect((await verify({ isFloor: true })).isVerified).toBe(true)
    script.functions = () => listed('OfTheLastDeployment')
    const verification = await verify({ isFloor: true })
    expect(codes(verification)).toEqual(['error verify-functions-missing'])
    expect(verification.findings[0]).toMatchObject({
      message: "Azure does not list 'Hello'; it lists 'OfTheLastDeployment'.",
      hint: expect.stringContaining('main registers these functions'),
    })
  })

  it('fails at once when the host names the same errors three times', async () => {
    script.status = () => ({
      body: { state: 'Error', errors: ['Failed to start Worker Channel. Process fileName: handler'] },
    })
    const verification = await verify({ timeoutMs: 300_000 })
    expect(codes(verification)).toEqual(['error verify-host-error'])
    expect(verification).toMatchObject({
      hostState: 'Error',
      hostErrors: ['Failed to start Worker Channel. Process fileName: handler'],
    })
    expect(verification.findings[0]?.hint).toContain('could not start the handler')
    expect(verification.elapsedMs).toBeLessThan(20_000)
  })

  it('waits for a host that recovers', async () => {
    script.status = (count) =>
      count < 3
        ? { body: { state: 'Error', errors: ['x'] } }
        : count < 4
          ? { body: { state: 'Starting' } }
          : running
    expect((await verify()).isVerified).toBe(true)
  })

  it('fails when the host never runs', async () => {
    script.status = () => ({ body: { state: 'Starting' } })
    expect(codes(await verify())).toEqual(['error verify-host-state'])
  })

  it('quotes what the resource manager says when the host cannot be asked', async () => {
    const message = 'Encountered an error (ServiceUnavailable) from host runtime.'
    script.status = () => ({ status: 400, body: { error: { code: 'BadRequest', message } } })
    const verification = await verify()
    expect(codes(verification)).toEqual(['error verify-host-unreachable'])
    expect(verification.findings[0]?.message).toContain(message)
  })

  it('does without the state of the host when the role does not reach it', async () => {
    script.status = () => ({ status: 403, body: { error: { code: 'AuthorizationFailed', message: 'no' } } })
    const verification = await verify()
    expect(verification.isVerified).toBe(true)
    expect(codes(verification)).toEqual(['notice verify-host-unread', 'notice verify-nothing-called'])
  })

  it('tries the sync again while the host restarts, and does not need it', async () => {
    script.sync = (count) =>
      count < 3
        ? { status: 400, body: 'Encountered an error (ServiceUnavailable) from host runtime.' }
        : { status: 200 }
    expect((await verify()).isVerified).toBe(true)
    expect(syncs()).toBe(3)
    script.sync = () => ({ status: 403, body: 'Forbidden' })
    expect((await verify()).isVerified).toBe(true)
  })

  it('says when the list cannot be read', async () => {
    script.functions = () => ({ status: 500, body: 'broken' })
    expect(codes(await verify())).toEqual(['error verify-list-unread'])
  })

  it.each(['functions', 'status'] as const)('waits as long as it is asked to: %s', async (what) => {
    const throttled = { status: 429, headers: { 'Retry-After': '40' }, body: { error: { code: 'Busy' } } }
    const usual = script[what]
    script[what] = (count) => (count === 1 ? throttled : usual(count))
    const { isVerified, elapsedMs } = await verify()
    expect(isVerified).toBe(true)
    expect(elapsedMs).toBe(40_000)
  })

  it('does not wait beyond its own deadline, and names what was asked', async () => {
    script.functions = () => ({ status: 429, headers: { 'Retry-After': '86400' }, body: { error: {} } })
    const { isVerified, findings, elapsedMs } = await verify()
    expect(isVerified).toBe(false)
    expect(elapsedMs).toBeLessThan(60_000)
    expect(findings.map(({ message }) => message).join(' ')).toContain('429')
  })

  it('takes the status of an answer whose body cannot be decoded', async () => {
    script.app = () => ({ headers: { 'Content-Encoding': 'gzip' }, body: 'plain' })
    expect(await verify({ verifyPath: '/api/Hello' })).toMatchObject({
      isVerified: true,
      probe: { status: 200 },
    })
  })

  it('stops when it is told to', async () => {
    const stop = new AbortController()
    script.functions = (count) => {
      if (count === 2) stop.abort(new Error('SIGINT'))
      return listed()
    }
    const verification = await verify({ signal: stop.signal })
    expect(verification).toMatchObject({ isVerified: false, isCancelled: true })
    expect(codes(verification)).toEqual(['warning verify-abandoned'])
  })
})

describe('verify-path', () => {
  it('is asked until it answers with 2xx', async () => {
    script.app = (_request, count) =>
      count < 4 ? { status: count === 1 ? 503 : 404 } : { status: 201, body: 'ready' }
    expect((await verify({ verifyPath: '/api/hello' })).probe).toMatchObject({
      status: 201,
      bodyExcerpt: 'ready',
    })
  })

  it.each([
    [500, 'boom', 'log stream'],
    [404, '', 'route'],
    [302, '', 'plain GET'],
  ])('fails after the deadline with %i', async (status, body, inHint) => {
    script.app = () => ({ status, body, headers: { Location: 'https://evil.test/' } })
    const verification = await verify({ verifyPath: '/api/hello' })
    expect(codes(verification)).toEqual(['error verify-probe-failed'])
    expect(verification.findings[0]?.message).toContain(`answered ${status}`)
    expect(verification.findings[0]?.hint).toContain(inHint)
  })

  it('fails soon when a key is wanted', async () => {
    script.app = () => ({ status: 401 })
    const verification = await verify({ verifyPath: '/api/hello', timeoutMs: 300_000 })
    expect(verification.findings[0]?.hint).toContain('anonymous')
    expect(verification.elapsedMs).toBeLessThan(30_000)
  })

  it('masks a key in the path and keeps the answer short', async () => {
    script.app = () => ({ body: 'x'.repeat(100_000) })
    const verification = await verify({ verifyPath: '/api/hello?code=hunter2&name=x' })
    expect(verification.isVerified).toBe(true)
    expect(JSON.stringify(verification)).not.toContain('hunter2')
    expect(verification.probe?.bodyExcerpt.length).toBeLessThan(600)
  })

  it.each(['api/hello', '//evil.test/x', 'https://evil.test/', '/\\evil.test'])(
    'refuses %s',
    async (verifyPath) => {
      await expect(verify({ verifyPath })).rejects.toMatchObject({ code: 'verify-path-invalid' })
      expect(server.requests).toEqual([])
    },
  )

  it('is not asked when the functions are not there', async () => {
    script.functions = () => listed()
    await verify({ verifyPath: '/api/hello' })
    expect(server.calls().some((call) => call.includes('/api/hello'))).toBe(false)
  })
})

describe('compareFunctions', () => {
  it.each([
    [['A'], ['a'], true],
    [['A'], ['A', 'WarmUp'], true],
    [['WarmUp'], ['WarmUp'], true],
    [['A'], [], false],
    [['A', 'B'], ['A'], false],
    [['A'], ['A', 'B'], false],
    [[], ['X'], true],
    [[], ['warmup'], false],
  ])('%j against %j: %s', (expected, names, isReady) => {
    expect(compareFunctions(expected, names).isReady).toBe(isReady)
  })

  it.each([
    [['A'], ['A', 'B'], true],
    [['A', 'B'], ['A', 'C'], false],
    [['A'], ['WarmUp'], false],
    [[], ['X'], true],
  ])('%j against %j, when the program may register more: %s', (expected, names, isReady) => {
    expect(compareFunctions(expected, names, true).isReady).toBe(isReady)
  })
})
