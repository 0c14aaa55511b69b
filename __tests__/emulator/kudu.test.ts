import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anApp } from '../../emulator/app/apps'
import { type Emulator, startEmulator } from '../../emulator/emulator'
import { aPackage, EmulatorClient } from './emulator-client'
import { buildGreeter, greeting, isWindows, listedFunctions, noHandler, packGreeter } from './greeter'

const settings = { GREETER: 'azure' }

let emulator: Emulator
let client: EmulatorClient
let handler: Buffer

beforeAll(async () => {
  handler = buildGreeter()
  emulator = await startEmulator({
    apps: [
      anApp({ name: 'premium', plan: 'elastic-premium', settings, slots: [{ name: 'staging' }] }),
      anApp({
        name: 'dedicated',
        plan: 'dedicated',
        settings: { ...settings, WEBSITE_RUN_FROM_PACKAGE: '1' },
      }),
    ],
    // Long enough to be met under way on a busy machine.
    latencies: { swapMs: 1000 },
  })
  client = new EmulatorClient(emulator)
})

afterAll(async () => {
  client?.close()
  await emulator?.stop()
})

const site = (name: string) =>
  `/subscriptions/${emulator.ids.subscriptionId}/resourceGroups/hello-functions-rg/providers/Microsoft.Web/sites/${name}`

describe('a deployment to an App Service plan', () => {
  it('is followed through a temporary record and runs', async (ctx) => {
    ctx.skip(isWindows, noHandler)
    const path = '/api/zipdeploy?isAsync=true&Deployer=me&message=hello%20there'
    const accepted = await client.scm('premium', 'POST', path, await packGreeter(handler, 0o644))
    expect(accepted.status).toBe(202)
    expect(accepted.text).toBe('')
    expect(accepted.headers['location']).toMatch(/\/api\/deployments\/latest\?deployer=me&time=[\d_-]+Z$/)
    const during = await client.scm('premium', 'GET', '/api/deployments/latest')
    expect(during.status).toBe(202)
    expect(during.json).toMatchObject({ status: 0, complete: false })
    const done = await client.until(
      () => client.scm('premium', 'GET', '/api/deployments/latest'),
      (reply) => reply.status === 200,
    )
    expect(done.json).toMatchObject({
      status: 4,
      complete: true,
      deployer: 'me',
      message: 'hello there',
      is_temp: false,
    })
    const log = await client.scm('premium', 'GET', new URL(done.json.log_url).pathname)
    const details = log.json.find((entry: { details_url: string | null }) => entry.details_url)
    const inner = await client.scm('premium', 'GET', new URL(details.details_url).pathname)
    expect(inner.json[0].message).toBe('Copying the manifest')
    expect(await listedFunctions(client, site('premium'))).toEqual(['HttpExample'])
    // Kudu gives every copied file all bits.
    expect(await greeting(emulator, client, 'premium')).toBe('200 Hello, ci from azure')
  })

  it('asks for a key where a function wants one, and runs other triggers on demand', async (ctx) => {
    ctx.skip(isWindows, noHandler)
    const zip = await JSZip.loadAsync(await packGreeter(handler, 0o755))
    const [trigger, ...rest] = JSON.parse(
      (await zip.file('HttpExample/function.json')?.async('string')) ?? '',
    ).bindings
    const closed = { bindings: [{ ...trigger, authLevel: 'function' }, ...rest] }
    zip.file('HttpExample/function.json', JSON.stringify(closed))
    const queue = {
      type: 'queueTrigger',
      direction: 'in',
      name: 'message',
      queueName: 'work',
      connection: 'AzureWebJobsStorage',
    }
    zip.file('QueueExample/function.json', JSON.stringify({ bindings: [queue] }))
    const body = await zip.generateAsync({ type: 'nodebuffer', platform: 'UNIX' })
    await client.scm('premium', 'POST', '/api/zipdeploy', body)
    await emulator.settle()
    const app = emulator.state.get('premium')
    expect(await greeting(emulator, client, 'premium')).toBe('401 ')
    const keys = await client.arm('POST', `${site('premium')}/host/default/listkeys`)
    const key = keys.json.masterKey
    const open = await client.send('GET', `${emulator.appUrl('premium')}/api/HttpExample?name=ci&code=${key}`)
    expect(open.text).toBe('Hello, ci from azure')
    const run = await client.send(
      'POST',
      `${emulator.appUrl('premium')}/admin/functions/QueueExample`,
      { headers: { 'x-functions-key': key, 'content-type': 'application/json' } },
      JSON.stringify({ input: 'hello' }),
    )
    expect(run.status).toBe(202)
    await expect.poll(() => app.runtime?.log()).toContain('took a message')
    expect(JSON.stringify(emulator.requests.all)).not.toContain(key)
    expect(emulator.secrets.foundIn(`key ${key}`)).toEqual([key])
  })

  it('keeps a temporary id first, which disappears', async () => {
    emulator.faults.set({ apps: { premium: { temporaryRecordMs: 100 } } })
    await client.scm('premium', 'POST', '/api/zipdeploy?isAsync=true', await aPackage())
    const first = await client.scm('premium', 'GET', '/api/deployments/latest')
    expect(first.json).toMatchObject({ is_temp: true })
    expect(first.json.id).toMatch(/^temp-[0-9a-f]{8}$/)
    const done = await client.until(
      () => client.scm('premium', 'GET', '/api/deployments/latest'),
      (reply) => reply.status === 200,
    )
    emulator.faults.set({})
    expect(done.json.id).not.toBe(first.json.id)
    expect((await client.scm('premium', 'GET', `/api/deployments/${first.json.id}`)).status).toBe(404)
  })

  it('refuses a second one while the first runs, after reading all of it', async () => {
    await client.scm('premium', 'POST', '/api/zipdeploy?isAsync=true', await aPackage())
    const received = emulator.state.get('premium').received.length
    const second = await client.scm('premium', 'POST', '/api/zipdeploy?isAsync=true', await aPackage())
    expect(second.status).toBe(409)
    expect(second.text).toContain('deployment currently in progress')
    expect(emulator.state.get('premium').received).toHaveLength(received + 1)
    await client.until(
      () => client.scm('premium', 'GET', '/api/deployments/latest'),
      (reply) => reply.status === 200,
    )
  })

  it('answers 200 to a synchronous one, also when it failed', async () => {
    const reply = await client.scm('premium', 'POST', '/api/zipdeploy', Buffer.from('not a zip'))
    expect(reply.status).toBe(200)
    expect((await client.scm('premium', 'GET', '/api/deployments/latest')).json.status).toBe(3)
  })

  it('mounts a package read-only when told to, so that nobody repairs the executable bit', async (ctx) => {
    ctx.skip(isWindows, noHandler)
    await client.scm('dedicated', 'POST', '/api/zipdeploy', await packGreeter(handler, 0o644))
    const { runtime } = emulator.state.get('dedicated')
    await expect.poll(() => runtime?.log().join('\n')).toContain('Permission denied')
    await client.scm('dedicated', 'POST', '/api/zipdeploy', await packGreeter(handler, 0o755))
    await emulator.settle()
    expect(await greeting(emulator, client, 'dedicated')).toBe('200 Hello, ci from azure')
  })

  it('reports success and changes nothing when a build is switched on', async () => {
    const app = emulator.state.get('premium')
    const activated = app.activated
    const path = `${site('premium')}/config/appsettings`
    const before = (await client.arm('POST', `${path}/list`)).json.properties
    await client.arm('PUT', path, { properties: { ...before, SCM_DO_BUILD_DURING_DEPLOYMENT: '1' } })
    await client.scm('premium', 'POST', '/api/zipdeploy', await aPackage(['Other']))
    expect((await client.scm('premium', 'GET', '/api/deployments/latest')).json.status).toBe(4)
    expect(app.activated).toBe(activated)
    await client.arm('PUT', path, { properties: before })
  })

  it('needs a type on /api/publish', async () => {
    const reply = await client.scm('premium', 'POST', '/api/publish', await aPackage())
    expect(`${reply.status} ${reply.text}`).toBe("400 type='' not recognized")
  })

  it('deploys to a slot, and a swap brings it to production', async (ctx) => {
    ctx.skip(isWindows, noHandler)
    await client.scm('premium/staging', 'POST', '/api/zipdeploy', await packGreeter(handler, 0o755))
    expect(await greeting(emulator, client, 'premium', 'staging')).toBe('200 Hello, ci from azure')
    const started = await client.arm('POST', `${site('premium')}/slots/staging/slotsswap`, {
      targetSlot: 'production',
      preserveVnet: true,
    })
    expect(started.status).toBe(202)
    const busy = await client.arm('POST', `${site('premium')}/slots/staging/slotsswap`, {
      targetSlot: 'production',
    })
    expect(`${busy.status} ${busy.text}`).toMatch(/^409 .*another operation is in progress/)
    for (const path of [site('premium'), `${site('premium')}/slots/staging`]) {
      const { inProgressOperationId, slotSwapStatus } = (await client.arm('GET', path)).json.properties
      expect([typeof inProgressOperationId, slotSwapStatus]).toEqual(['string', null])
    }
    const poll = String(started.headers['location'])
      .slice(emulator.urls.arm.length)
      .replace(/[?&]api-version=.*/, '')
    const done = await client.until(
      () => client.arm('GET', poll),
      (reply) => reply.status !== 202,
    )
    expect(done.status).toBe(200)
    for (const path of [site('premium'), `${site('premium')}/slots/staging`]) {
      expect((await client.arm('GET', path)).json.properties).toMatchObject({
        inProgressOperationId: null,
        slotSwapStatus: { sourceSlotName: 'staging', destinationSlotName: 'production' },
      })
    }
    expect(await greeting(emulator, client, 'premium')).toBe('200 Hello, ci from azure')
    expect(emulator.state.get('premium').synced.map((each) => each.name)).toEqual(['HttpExample'])
  })
})
