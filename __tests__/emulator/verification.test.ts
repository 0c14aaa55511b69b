import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { anApp } from '../../emulator/app/apps'
import { type Emulator, startEmulator } from '../../emulator/emulator'
import type { AppFaults } from '../../emulator/server/faults'
import { systemClock } from '../../src/azure/http/clock'
import { resolveCloud } from '../../src/azure/http/clouds'
import { createHttpClient } from '../../src/azure/http/http'
import type { Session } from '../../src/azure/sign-in/session'
import { lookUpSite } from '../../src/azure/site/site'
import { rememberBefore } from '../../src/azure/verify/before'
import type { PackagedFunction } from '../../src/azure/verify/call-target'
import type { Verification, VerifyRequest } from '../../src/azure/verify/verification'
import { verifyDeployment } from '../../src/azure/verify/verify'
import { EmulatorClient } from './emulator-client'
import { isWindows, noHandler } from './greeter'
import { type functions, type ScriptHandler, scriptPackage } from './script-package'

vi.setConfig({ testTimeout: 120_000, maxConcurrency: 4 })

let emulator: Emulator
let client: EmulatorClient
/** What the hosts of each app live with. */
const lives: Readonly<Record<string, AppFaults>> = {
  first: {},
  lag: { restartLagMs: 3000 },
  rolling: { restartLagMs: 500, rolling: { forMs: 3000 } },
  two: { instances: 2 },
  nameless: { instances: 2, instanceIds: 'empty' },
  reload: { reloadsInProcess: true, restartLagMs: 1000 },
  extra: { extraRestart: { afterMs: 1500 } },
  login: { front: 'sign-in' },
  closed: { front: 'ip-forbidden' },
  stale: { restartLagMs: 600_000 },
  loop: { hostPausesMs: [300] },
  silent: {},
  bad: {},
}

beforeAll(async () => {
  emulator = await startEmulator({
    apps: [
      ...Object.keys(lives).map((name) => anApp({ name, plan: 'elastic-premium' })),
      anApp({ name: 'flex', plan: 'flex-consumption' }),
    ],
    faults: { apps: lives },
  })
  client = new EmulatorClient(emulator)
})
afterAll(async () => {
  client.close()
  await emulator.stop()
})

function aSession(): Session {
  const audiences = { arm: 'https://management.azure.com', scm: 'https://appservice.azure.com', storage: '' }
  const token = (purpose: keyof typeof audiences) =>
    emulator.tokens.issue(emulator.deployer, audiences[purpose])
  return {
    cloud: resolveCloud('azurecloud', emulator.env),
    way: 'oidc',
    subscriptionId: emulator.ids.subscriptionId,
    clientId: emulator.ids.clientId,
    http: createHttpClient({ ca: emulator.ca }),
    clock: systemClock,
    log: { info: () => undefined, debug: () => undefined },
    signal: new AbortController().signal,
    token,
    accessToken: async (purpose) => ({ token: await token(purpose), expiresAtMs: Date.now() + 3_600_000 }),
    forget: () => undefined,
  }
}

async function put(name: string, handler: ScriptHandler, names?: readonly (keyof typeof functions)[]) {
  const zip = await scriptPackage(handler, names)
  const path = name === 'flex' ? '/api/publish' : '/api/zipdeploy'
  await client.scm(name, 'POST', path, zip)
  const { json } = await client.until(
    () => client.scm(name, 'GET', '/api/deployments'),
    (reply) => reply.json[0]?.complete === true,
  )
  return String(json[0].id)
}

const hello: PackagedFunction = {
  name: 'Hello',
  trigger: 'httpTrigger',
  route: '/api/Hello',
  methods: ['GET'],
  authLevel: 'anonymous',
}

interface Run {
  readonly handler: ScriptHandler
  readonly names?: readonly (keyof typeof functions)[]
  readonly request?: Partial<VerifyRequest>
}

/** Puts a package into the app as the action does, and verifies it for three quiet seconds. */
async function deploy(name: string, { handler, names, request }: Run): Promise<Verification> {
  const session = aSession()
  const site = await lookUpSite(session, { appName: name, slotName: '', resourceGroup: '' })
  const { signal } = session
  const asked = { functions: [hello], verifyPath: '', callsFunctions: true, signal }
  const remembering = rememberBefore(session, site, asked)
  await systemClock.sleep(1500)
  const before = await remembering.finish()
  const startedAtMs = Date.now()
  const id = await put(name, handler, names)
  return verifyDeployment(session, site, {
    expectedFunctions: names ?? ['Hello'],
    functions: [hello],
    rehearsed: [],
    callsFunctions: true,
    fetchesKeys: true,
    verifyPath: '/api/Hello',
    timeoutMs: 60_000,
    settleMs: 3000,
    uploaded: { startedAtMs, before, sha256: '', id },
    mask: () => undefined,
    log: session.log,
    signal,
    ...request,
  })
}
const codes = ({ findings }: Verification): string[] =>
  findings.map(({ severity, code }) => `${severity} ${code}`)

describe.concurrent('on an app whose hosts live', () => {
  it.each(['lag', 'rolling', 'two', 'nameless', 'reload', 'extra', 'flex'])(
    'with %s, the new version verifies',
    async (name) => {
      if (isWindows) return
      await put(name, { says: 'OLD' })
      await emulator.settle()
      const verification = await deploy(name, { handler: { says: 'NEW' } })
      expect(verification, JSON.stringify(verification)).toMatchObject({ isVerified: true, isFresh: true })
      expect(codes(verification)).toEqual([])
      expect(verification.probe?.bodyExcerpt).toBe('NEW')
    },
  )

  it('for the first time, it verifies', async (ctx) => {
    ctx.skip(isWindows, noHandler)
    const verification = await deploy('first', { handler: { says: 'NEW' } })
    expect(codes(verification)).toEqual([])
    const { servedByAllAtMs = 0 } = emulator.state.get('first')
    // The time to settle, one poll, and what a busy machine takes.
    expect(Date.now() - servedByAllAtMs).toBeLessThan(3000 + 2000 + 10_000)
  })

  it.each(['login', 'closed'])('behind a page (%s), it is listed', async (name) => {
    if (isWindows) return
    const verification = await deploy(name, { handler: { says: 'NEW' }, request: { verifyPath: '' } })
    expect(codes(verification)).toEqual(['notice verify-closed'])
    expect(verification.answers).toMatchObject([{ functionName: 'Hello', state: 'listed' }])
  })

  it('on without the new package, it is red', async (ctx) => {
    ctx.skip(isWindows, noHandler)
    await put('stale', { says: 'OLD' })
    await emulator.state.get('stale')
    const verification = await deploy('stale', { handler: { says: 'NEW' }, request: { timeoutMs: 8000 } })
    expect(codes(verification)).toEqual(['error verify-stale'])
  })

  it('in a loop of starts, it is red', async (ctx) => {
    ctx.skip(isWindows, noHandler)
    const handler = { says: 'NEW', diesAfterMs: 700 }
    const verification = await deploy('loop', { handler, request: { settleMs: 40_000 } })
    expect(verification.isVerified).toBe(false)
    expect(codes(verification)[0]).toMatch(
      /^error verify-(restarts|host-unreachable|server-error|probe-failed)$/,
    )
  })

  it('after a handler ended with code 0, it is red', async (ctx) => {
    ctx.skip(isWindows, noHandler)
    const handler = { says: 'NEW', diesAfterMs: 100, exit: 0 }
    const verification = await deploy('silent', { handler, request: { timeoutMs: 8000, verifyPath: '' } })
    expect(codes(verification)).toEqual(['error verify-server-error'])
  })

  it('with a function in error, it is red', async (ctx) => {
    ctx.skip(isWindows, noHandler)
    const verification = await deploy('bad', {
      handler: { says: 'NEW' },
      names: ['Hello', 'Bad'],
      request: { timeoutMs: 8000 },
    })
    expect(codes(verification)).toEqual(['error verify-function-error'])
    expect(verification.findings[0]).toMatchObject({
      functionName: 'Bad',
      message: expect.stringContaining("'authLevel'"),
    })
  })
})
