import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fleet } from '../../emulator/app/apps'
import { type Emulator, startEmulator } from '../../emulator/emulator'
import { aPackage, EmulatorClient } from './emulator-client'

let emulator: Emulator
let client: EmulatorClient

beforeAll(async () => {
  emulator = await startEmulator({ apps: fleet() })
  client = new EmulatorClient(emulator)
})

afterAll(async () => {
  client.close()
  await emulator.stop()
})

const group = 'hello-functions-rg'
const subscription = () => `/subscriptions/${emulator.ids.subscriptionId}`
const site = (name: string) =>
  `${subscription()}/resourceGroups/${group}/providers/Microsoft.Web/sites/${name}`

describe('app settings', () => {
  it('are replaced as a whole', async () => {
    const path = `${site('hello-dedicated')}/config/appsettings`
    const before = (await client.arm('POST', `${path}/list`)).json.properties
    expect(before['FUNCTIONS_WORKER_RUNTIME']).toBe('custom')
    const written = await client.arm('PUT', path, { properties: { ONLY: 'this' } })
    expect(written.status).toBe(200)
    expect((await client.arm('POST', `${path}/list`)).json.properties).toEqual({ ONLY: 'this' })
    await client.arm('PUT', path, { properties: before })
  })

  it('refuse what Flex does not know', async () => {
    const path = `${site('hello-flex')}/config/appsettings`
    const reply = await client.arm('PUT', path, { properties: { FUNCTIONS_WORKER_RUNTIME: 'custom' } })
    expect(reply.status).toBe(400)
    expect(reply.json.error.message).toContain('FUNCTIONS_WORKER_RUNTIME')
  })

  it('make the SCM site unavailable for a while', async () => {
    emulator.faults.set({ apps: { 'hello-dedicated': { settingsBounceMs: 1500 } } })
    const path = `${site('hello-dedicated')}/config/appsettings`
    const before = (await client.arm('POST', `${path}/list`)).json.properties
    await client.arm('PUT', path, { properties: { ...before, NEW: 'x' } })
    emulator.faults.set({})
    const ask = () => client.scm('hello-dedicated', 'GET', '/api/deployments')
    const down = await ask()
    expect(down.status).toBe(503)
    expect(down.text).toContain('Site Unavailable')
    expect((await client.until(ask, (reply) => reply.status === 200)).json).toEqual([])
  })
})

describe('functions', () => {
  it('are listed after a trigger sync, with the URL that answers', async () => {
    const path = site('hello-premium')
    expect((await client.arm('GET', `${path}/functions`)).json.value).toEqual([])
    await client.scm('hello-premium', 'POST', '/api/zipdeploy', await aPackage(['HttpExample', 'Other']))
    const { value } = (await client.arm('GET', `${path}/functions`)).json
    expect(value.map((each: { name: string }) => each.name)).toEqual([
      'hello-premium/HttpExample',
      'hello-premium/Other',
    ])
    const one = await client.arm('GET', `${path}/functions/httpexample`)
    const { host } = emulator.state.get('hello-premium')
    expect(one.json.properties).toMatchObject({
      name: 'HttpExample',
      invoke_url_template: `https://${host}/api/HttpExample`,
      isDisabled: false,
      config: { bindings: [{ type: 'httpTrigger' }, { type: 'http' }] },
    })
    expect((await client.arm('GET', `${path}/functions/none`)).status).toBe(404)
  })

  it.each([
    ['/host/default/sync', 204],
    ['/syncfunctiontriggers', 200],
    ['/hostruntime/admin/host/synctriggers', 200],
  ])('are synced by POST %s', async (path, status) => {
    const app = emulator.state.get('hello-dedicated')
    const before = app.syncs
    expect((await client.arm('POST', `${site('hello-dedicated')}${path}`)).status).toBe(status)
    expect(app.syncs).toBe(before + 1)
  })

  it('can be empty and WarmUp first', async () => {
    const listing = [
      { listing: 'empty', times: 1 },
      { listing: 'warm-up', times: 2 },
    ] as const
    emulator.faults.set({ apps: { 'hello-premium': { listing } } })
    const seen: string[][] = []
    for (let round = 0; round < 4; round++) {
      const { value } = (await client.arm('GET', `${site('hello-premium')}/functions`)).json
      seen.push(value.map((each: { properties: { name: string } }) => each.properties.name))
    }
    emulator.faults.set({})
    expect(seen).toEqual([[], ['WarmUp'], ['WarmUp'], ['HttpExample', 'Other']])
  })

  it('cannot be synced while the host is away, with the wrapper of App Service', async () => {
    emulator.faults.set({ apps: { '*': { syncTriggers400: 1 } } })
    const path = `${site('hello-premium')}/hostruntime/admin/host/synctriggers`
    const first = await client.arm('POST', path)
    const second = await client.arm('POST', path)
    emulator.faults.set({})
    expect(first.status).toBe(400)
    expect(first.json.Message).toBe('Encountered an error (ServiceUnavailable) from host runtime.')
    expect(second.json).toEqual({ status: 'success' })
  })

  it('have a host whose state can go from Starting to Error', async () => {
    const host = [
      { state: 'Starting', times: 1 },
      { state: 'Error', errors: ['handler exited'], times: 1 },
    ] as const
    emulator.faults.set({ apps: { 'hello-flex': { host } } })
    const path = `${site('hello-flex')}/hostruntime/admin/host/status`
    const seen = [
      (await client.arm('GET', path)).json,
      (await client.arm('GET', path)).json,
      (await client.arm('GET', path)).json,
    ]
    emulator.faults.set({})
    expect(seen.map((each) => [each.state, each.errors])).toEqual([
      ['Starting', undefined],
      ['Error', ['handler exited']],
      ['Running', undefined],
    ])
  })
})
