import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { anApp } from '../../emulator/app/apps'
import { type Emulator, startEmulator } from '../../emulator/emulator'
import { type AppFaults, FaultBook } from '../../emulator/server/faults'
import { aPackage, EmulatorClient, type Reply } from './emulator-client'

let emulator: Emulator
let client: EmulatorClient
let zip: Buffer

beforeAll(async () => {
  emulator = await startEmulator({
    apps: [
      anApp({ name: 'flex', plan: 'flex-consumption' }),
      anApp({
        name: 'premium',
        plan: 'elastic-premium',
        slots: [{ name: 'staging', autoSwapTo: 'production' }],
      }),
    ],
    // Long enough to be met under way on a busy machine.
    latencies: { deploymentStepMs: 100 },
  })
  client = new EmulatorClient(emulator)
  zip = await aPackage()
})

afterEach(async () => {
  emulator.faults.set({})
  for (const app of emulator.state.apps) await expect.poll(() => app.lockedBy).toBeUndefined()
})

afterAll(async () => {
  client.close()
  await emulator.stop()
})

const deployments = () => client.scm('premium', 'GET', '/api/deployments')
const zipDeploy = () => client.scm('premium', 'POST', '/api/zipdeploy?isAsync=true', zip)
const publish = () => client.scm('flex', 'POST', '/api/publish', zip)

async function deployFlex(faults: AppFaults): Promise<Reply> {
  emulator.faults.set({ apps: { flex: faults } })
  const { json: id } = await publish()
  return await client.until(
    () => client.scm('flex', 'GET', `/api/deployments/${id}`),
    (reply) => reply.json?.complete === true,
  )
}

describe('faults of Flex', () => {
  it('hide a new deployment for some polls', async () => {
    emulator.faults.set({ apps: { flex: { initialNotFound: 2 } } })
    const { json: id } = await publish()
    const seen: number[] = []
    for (let poll = 0; poll < 3; poll++)
      seen.push((await client.scm('flex', 'GET', `/api/deployments/${id}`)).status)
    expect(seen).toEqual([404, 404, 200])
  })

  it('recycle the worker after some polls', async () => {
    emulator.faults.set({ apps: { flex: { recycledAfterPolls: 1 } } })
    const { json: id } = await publish()
    const seen: number[] = []
    for (let poll = 0; poll < 3; poll++)
      seen.push((await client.scm('flex', 'GET', `/api/deployments/${id}`)).status)
    expect(seen).toEqual([200, 404, 404])
  })

  it.each([
    [-1, 'cancelled'],
    [3, 'Forbidden'],
    [5, 'another deployment'],
    [6, 'sync triggers'],
  ] as const)('end with status %i', async (terminalStatus, text) => {
    const done = await deployFlex({ terminalStatus })
    expect(done.json).toMatchObject({ status: terminalStatus, complete: true })
    const log = await client.scm('flex', 'GET', `/api/deployments/${done.json.id}/log`)
    expect(log.json.at(-1).message).toContain(text)
  })

  it('lose the log', async () => {
    const done = await deployFlex({ terminalStatus: 3, logNotFound: true })
    expect((await client.scm('flex', 'GET', `/api/deployments/${done.json.id}/log`)).status).toBe(404)
  })
})

describe('faults of App Service', () => {
  it.each([
    ['without a Location', { withoutLocation: true }, 202],
    ['with 200', { answer200: true }, 200],
  ])('accept %s', async (_name, faults, status) => {
    emulator.faults.set({ apps: { premium: faults } })
    const reply = await zipDeploy()
    expect(reply.status).toBe(status)
    expect(reply.headers['location']).toBeUndefined()
    const done = await client.until(
      () => client.scm('premium', 'GET', '/api/deployments/latest'),
      (latest) => latest.status === 200,
    )
    expect(done.json.status).toBe(4)
  })

  it.each([
    ['before-body', 'lock', 'in progress', 0],
    ['after-body', 'auto-swap', 'auto swap', 0],
    ['after-body', 'run-from-url', 'Run-From-Zip', 0],
  ] as const)('conflict %s because of %s', async (when, reason, text, received) => {
    emulator.faults.set({ apps: { premium: { conflict: { when, reason } } } })
    const before = emulator.state.get('premium').received.length
    const reply = await zipDeploy()
    expect([reply.status, emulator.state.get('premium').received.length - before]).toEqual([409, received])
    expect(reply.text).toContain(text)
    expect((await zipDeploy()).status).toBe(202)
  })

  it('process a deployment whose answer is lost', async () => {
    emulator.faults.set({ apps: { premium: { lostAnswer: 1 } } })
    const before = emulator.state.get('premium').deployments.length
    await expect(zipDeploy()).rejects.toThrow()
    expect(emulator.state.get('premium').deployments).toHaveLength(before + 1)
  })

  it('lose a deployment request', async () => {
    emulator.faults.set({ apps: { premium: { lostRequest: 1 } } })
    const before = emulator.state.get('premium').deployments.length
    await expect(zipDeploy()).rejects.toThrow()
    expect(emulator.state.get('premium').deployments).toHaveLength(before)
  })

  it.each([
    ['ip', 'Ip Forbidden'],
    ['stopped', 'This web app is stopped'],
    ['publish', ''],
  ] as const)('forbid everything: %s', async (forbidden, text) => {
    emulator.faults.set({ apps: { premium: { forbidden } } })
    const reply = await deployments()
    expect(reply.status).toBe(403)
    expect(reply.text).toContain(text)
    if (forbidden === 'ip') expect(reply.statusText).toBe('Ip Forbidden')
  })

  it('reject one audience', async () => {
    emulator.faults.set({ apps: { premium: { rejectAudience: 'app-service' } } })
    expect((await deployments()).status).toBe(401)
    const token = await emulator.tokens.issue(emulator.deployer, 'https://management.azure.com')
    const url = `https://${emulator.state.get('premium').scmHost}/api/deployments`
    const reply = await client.send('GET', url, { headers: { authorization: `Bearer ${token}` } })
    expect(reply.status).toBe(200)
  })

  it('are unavailable some times', async () => {
    emulator.faults.set({ apps: { premium: { unavailable: 2 } } })
    expect([
      (await deployments()).status,
      (await deployments()).status,
      (await deployments()).status,
    ]).toEqual([503, 503, 200])
  })

  it("let someone else's deployment become the latest", async () => {
    emulator.faults.set({ apps: { premium: { foreignDeployment: { status: 3 } } } })
    await client.scm('premium', 'POST', '/api/zipdeploy?deployer=me', zip)
    const latest = await client.scm('premium', 'GET', '/api/deployments/latest')
    expect(latest.json).toMatchObject({ deployer: 'other-pipeline', status: 3 })
    const own = (await deployments()).json.find((each: { deployer: string }) => each.deployer === 'me')
    expect(own.status).toBe(4)
  })

  it('swap a slot by themselves and refuse a deployment meanwhile', async () => {
    await client.scm('premium/staging', 'POST', '/api/zipdeploy?isAsync=true', zip)
    await expect.poll(() => emulator.state.get('premium', 'staging').isSwapping, { interval: 2 }).toBe(true)
    const refused = await client.scm('premium/staging', 'POST', '/api/zipdeploy?isAsync=true', zip)
    expect(refused.text).toContain('auto swap')
    await expect.poll(() => emulator.state.get('premium', 'staging').isSwapping).toBe(false)
  })
})

describe('a deployment that is stuck', () => {
  it('stays where it is and keeps the lock', async () => {
    const own = await startEmulator({
      apps: [anApp({ name: 'flex', plan: 'flex-consumption' })],
      faults: { apps: { '*': { stuckAt: 1 } } },
    })
    const other = new EmulatorClient(own)
    try {
      const { json: id } = await other.scm('flex', 'POST', '/api/publish', zip)
      await expect
        .poll(async () => (await other.scm('flex', 'GET', `/api/deployments/${id}`)).json.status)
        .toBe(1)
      await new Promise((resolve) => setTimeout(resolve, 100))
      const later = await other.scm('flex', 'GET', `/api/deployments/${id}`)
      expect(later.json).toMatchObject({ status: 1, complete: false, end_time: null })
      expect((await other.scm('flex', 'POST', '/api/publish', zip)).status).toBe(409)
    } finally {
      other.close()
      await own.stop()
    }
  })
})

describe('the fault book', () => {
  it('counts each use of a step', () => {
    const book = new FaultBook()
    const steps = [
      { name: 'first', times: 2 },
      { name: 'second', times: 1 },
    ]
    expect([1, 2, 3, 4].map(() => book.step('key', steps)?.name)).toEqual([
      'first',
      'first',
      'second',
      undefined,
    ])
  })

  it('lays the faults of an app over those of all', () => {
    const book = new FaultBook({
      apps: { '*': { unavailable: 1, answer200: true }, app: { unavailable: 5 } },
    })
    expect(book.forApp('app')).toEqual({ unavailable: 5, answer200: true })
    expect(book.forApp('other')).toEqual({ unavailable: 1, answer200: true })
  })
})
