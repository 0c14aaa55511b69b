import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { anApp } from '../../emulator/app/apps'
import { type Emulator, startEmulator } from '../../emulator/emulator'
import type { AppFaults } from '../../emulator/server/faults'
import { EmulatorClient } from './emulator-client'
import { isWindows, noHandler } from './greeter'
import { type ScriptHandler, scriptPackage } from './script-package'

let emulator: Emulator
let client: EmulatorClient
let count = 0

beforeAll(async () => {
  const premium = Array.from({ length: 16 }, (_, index) =>
    anApp({ name: `premium-${index}`, plan: 'elastic-premium' }),
  )
  emulator = await startEmulator({ apps: [...premium, anApp({ name: 'flex', plan: 'flex-consumption' })] })
  client = new EmulatorClient(emulator)
})

afterEach(() => emulator.faults.set({}))

afterAll(async () => {
  client.close()
  await emulator.stop()
})

/** An app that no other test has; its hosts live with these faults. */
function anUnusedApp(faults: AppFaults = {}): string {
  const name = `premium-${count}`
  count += 1
  emulator.faults.set({ apps: { [name]: faults } })
  return name
}

const site = (name: string) =>
  `/subscriptions/${emulator.ids.subscriptionId}/resourceGroups/hello-functions-rg/providers/Microsoft.Web/sites/${name}`

async function deploy(name: string, handler: ScriptHandler): Promise<void> {
  const reply = await client.scm(name, 'POST', '/api/zipdeploy', await scriptPackage(handler))
  expect(reply.status).toBe(200)
}

async function ask(name: string): Promise<string> {
  const { status, text } = await client.send('GET', `${emulator.appUrl(name)}/api/Hello`)
  return status === 200 ? text : String(status)
}

interface Status {
  readonly state: string
  readonly processUptime: number
  readonly instanceId: string
}

async function status(name: string): Promise<Status> {
  const { json } = await client.arm('GET', `${site(name)}/hostruntime/admin/host/status`)
  return json
}

describe('a package that follows another', () => {
  it('is served after a lag in which the old process answers on', async (ctx) => {
    ctx.skip(isWindows, noHandler)
    const name = anUnusedApp({ restartLagMs: 2500 })
    const app = emulator.state.get(name)
    await deploy(name, { says: 'old' })
    await emulator.settle()
    const before = await status(name)
    await deploy(name, { says: 'new' })
    expect([await ask(name), app.servedByAllAtMs]).toEqual(['old', undefined])
    expect((await status(name)).processUptime).toBeGreaterThan(before.processUptime)
    await emulator.settle()
    expect(await ask(name)).toBe('new')
    const after = await status(name)
    expect(after.processUptime).toBeLessThan(Date.now() - (app.servedByAllAtMs ?? 0) + 2000)
    expect(after.instanceId).toBe(before.instanceId)
  })

  it('takes turns with it while it is rolled out', async (ctx) => {
    ctx.skip(isWindows, noHandler)
    const name = anUnusedApp({ restartLagMs: 0, rolling: { forMs: 4000 } })
    await deploy(name, { says: 'old' })
    await deploy(name, { says: 'new' })
    await expect.poll(() => ask(name), { timeout: 3500, interval: 20 }).toBe('new')
    const seen = [await ask(name), await ask(name), await ask(name), await ask(name)]
    expect(seen).toEqual(['old', 'new', 'old', 'new'])
    await emulator.settle()
    expect([await ask(name), await ask(name)]).toEqual(['new', 'new'])
  })

  it('is read by the same process where the host reloads', async (ctx) => {
    ctx.skip(isWindows, noHandler)
    const name = anUnusedApp({ restartLagMs: 0, reloadsInProcess: true })
    await deploy(name, { says: 'old' })
    await emulator.settle()
    const before = await status(name)
    await deploy(name, { says: 'new' })
    await emulator.settle()
    const after = await status(name)
    expect(await ask(name)).toBe('new')
    expect(after.instanceId).toBe(before.instanceId)
    expect(after.processUptime).toBeGreaterThan(before.processUptime)
  })

  it('is superseded by the one after it', async (ctx) => {
    ctx.skip(isWindows, noHandler)
    const name = anUnusedApp({ restartLagMs: 2500 })
    for (const says of ['old', 'never served', 'new']) await deploy(name, { says })
    expect(await ask(name)).toBe('old')
    await emulator.settle()
    expect(await ask(name)).toBe('new')
  })

  it('and others that come at the same time follow each other', async (ctx) => {
    ctx.skip(isWindows, noHandler)
    const name = anUnusedApp({ restartLagMs: 50 })
    const app = emulator.state.get(name)
    await deploy(name, { says: 'old' })
    const packages = await Promise.all(['a', 'b', 'c'].map((says) => scriptPackage({ says })))
    await Promise.all(packages.map((bytes) => app.runtime?.activate(bytes, app)))
    await emulator.settle()
    expect(['a', 'b', 'c']).toContain(await ask(name))
    expect(await ask(name)).toBe(await ask(name))
  })

  it('may be restarted once more', async (ctx) => {
    ctx.skip(isWindows, noHandler)
    const name = anUnusedApp({ extraRestart: { afterMs: 300 } })
    await deploy(name, { says: 'new' })
    const { servedByAllAtMs = Date.now() } = emulator.state.get(name)
    await emulator.settle()
    expect((await status(name)).processUptime).toBeLessThan(Date.now() - servedByAllAtMs - 250)
    expect(await ask(name)).toBe('new')
  })
})

describe('instances', () => {
  it.each([
    ['of Premium keep their ids', 'premium', undefined, 'kept'],
    ['of Flex are new ones', 'flex', undefined, 'new'],
    ['say nothing', 'premium', 'empty', 'empty'],
  ] as const)('%s', async (_what, plan, instanceIds, expected) => {
    const faults: AppFaults = { restartLagMs: 0, instances: 2, ...(instanceIds ? { instanceIds } : {}) }
    const name = plan === 'flex' ? 'flex' : anUnusedApp(faults)
    emulator.faults.set({ apps: { [name]: faults } })
    const idsOf = async () => [(await status(name)).instanceId, (await status(name)).instanceId].sort()
    const put = async (says: string) => {
      const zip = await scriptPackage({ says })
      if (plan === 'flex') await client.scm(name, 'POST', '/api/publish', zip)
      else await client.scm(name, 'POST', '/api/zipdeploy', zip)
      await client.until(
        () => client.scm(name, 'GET', '/api/deployments'),
        ({ json }) => json[0].complete,
      )
      await emulator.settle()
    }
    await put('old')
    const before = await idsOf()
    await put('new')
    const after = await idsOf()
    if (expected === 'empty')
      expect([before, after]).toEqual([
        ['', ''],
        ['', ''],
      ])
    else {
      expect(new Set(before).size).toBe(2)
      expect(before.filter((id) => after.includes(id))).toHaveLength(expected === 'kept' ? 2 : 0)
    }
  })
})

describe('a handler', () => {
  it('that ends with an error three times takes the process with it, again and again', async (ctx) => {
    ctx.skip(isWindows, noHandler)
    const name = anUnusedApp({ hostPausesMs: [3000, 4000] })
    await deploy(name, { says: 'alive', diesAfterMs: 200 })
    const first = await status(name)
    expect(first.state).toBe('Running')
    const bridge = () => client.arm('GET', `${site(name)}/hostruntime/admin/host/status`)
    const away = await client.until(bridge, (reply) => reply.status === 400)
    const awayAtMs = Date.now()
    expect(away.json.Message).toBe('Encountered an error (ServiceUnavailable) from host runtime.')
    expect(await ask(name)).toBe('503')
    const next = await client.until(bridge, (reply) => reply.status === 200)
    expect(next.json).toMatchObject({ state: 'Running' })
    expect(next.json.errors).toBeUndefined()
    expect(next.json.processUptime).toBeLessThan(Date.now() - awayAtMs)
    const listed = await client.arm('GET', `${site(name)}/functions`)
    expect(listed.json.value).toHaveLength(1)
    await client.until(bridge, (reply) => reply.status === 400)
    expect(emulator.state.get(name).runtime?.log().join('\n')).toContain('exited with code 1 (0x1)')
  })

  it('that ends with code 0 is never missed by the host', async (ctx) => {
    ctx.skip(isWindows, noHandler)
    const name = anUnusedApp()
    await deploy(name, { says: 'alive', diesAfterMs: 100, exit: 0 })
    await expect.poll(() => ask(name)).toBe('500')
    expect(await status(name)).toMatchObject({ state: 'Running' })
    expect(await ask(name)).toBe('500')
  })

  it.each([
    ['no interpreter', { says: '', bytes: '#!/no/such/interpreter\n' }],
    ['no program of Linux', { says: '', bytes: 'MZ' }],
  ])('that is %s lets callers wait, until the process ends', async (_what, handler) => {
    const name = anUnusedApp({ handlerTimeoutMs: 100, hostPausesMs: [3000] })
    await deploy(name, handler)
    expect(await status(name)).toMatchObject({ state: 'Running' })
    const listed = await client.arm('GET', `${site(name)}/functions`)
    expect(listed.json.value).toHaveLength(1)
    const askedAtMs = Date.now()
    expect(await ask(name)).toBe('500')
    expect(Date.now() - askedAtMs).toBeGreaterThan(350)
    expect(await ask(name)).toBe('503')
    await expect.poll(() => status(name), { timeout: 10_000 }).toMatchObject({ state: 'Running' })
  })
})
