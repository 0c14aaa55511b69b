import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { anApp } from '../../emulator/app/apps'
import { type Emulator, startEmulator } from '../../emulator/emulator'
import type { AppFaults } from '../../emulator/server/faults'
import { aPackage, EmulatorClient } from './emulator-client'
import { listedFunctions } from './greeter'
import { type functions, scriptPackage } from './script-package'

const name = 'premium'
let emulator: Emulator
let client: EmulatorClient

beforeAll(async () => {
  emulator = await startEmulator({
    apps: [
      anApp({
        ...{ name, plan: 'elastic-premium', slots: [{ name: 'staging' }] },
        settings: { 'AzureWebJobs.Keyed.Disabled': 'true' },
      }),
      anApp({ name: 'flex', plan: 'flex-consumption' }),
    ],
    latencies: { restartLagMs: 0, ownSyncMs: 50 },
  })
  client = new EmulatorClient(emulator)
})

afterEach(() => emulator.faults.set({}))

afterAll(async () => {
  client.close()
  await emulator.stop()
})

type FunctionName = keyof typeof functions
const site = (app = name) =>
  `/subscriptions/${emulator.ids.subscriptionId}/resourceGroups/hello-functions-rg/providers/Microsoft.Web/sites/${app}`
const bridge = (path: string, method = 'GET') => client.arm(method, `${site()}/hostruntime/admin/${path}`)
const faultsAre = (faults: AppFaults) => emulator.faults.set({ apps: { [name]: faults } })
const page = (path: string, headers: Record<string, string> = {}, app = name) =>
  client.send('GET', `${emulator.appUrl(app)}${path}`, { headers })

async function deploy(names: readonly FunctionName[]): Promise<void> {
  await client.scm(name, 'POST', '/api/zipdeploy', await scriptPackage({ says: 'hello' }, names))
  await emulator.settle()
}

describe('the pages of the host', () => {
  it('list a function in error and one that is off, and say what is wrong with the first', async () => {
    await deploy(['Bad', 'Hello', 'Keyed'])
    await client.arm('POST', `${site()}/host/default/sync`)
    const { value } = (await client.arm('GET', `${site()}/functions`)).json
    expect(
      value.map(({ properties }: { properties: { name: string; isDisabled: boolean } }) => [
        properties.name,
        properties.isDisabled,
      ]),
    ).toEqual([
      ['Bad', false],
      ['Hello', false],
      ['Keyed', true],
    ])
    const error = expect.stringContaining("'authLevel' of enum type AuthorizationLevel")
    expect((await bridge('functions/Bad/status')).json).toEqual({ errors: [error] })
    expect((await bridge('functions/Hello/status')).json).toEqual({})
    expect((await bridge('functions')).json).toHaveLength(3)
    expect((await bridge('host/status')).json).toMatchObject({ state: 'Running', version: '4.1037.0.0' })
  })

  it.each([
    ['functions/Nope/status', 'NotFound'],
    ['functions/Hello/keys', 'Unauthorized'],
    ['host/keys', 'Unauthorized'],
  ])('refuse %s through the bridge: %s', async (path, reason) => {
    const { status, json } = await bridge(path)
    expect(status).toBe(400)
    expect(json.Message).toBe(`Encountered an error (${reason}) from host runtime.`)
  })

  it('want the master key from everybody else', async () => {
    const keys = (await client.arm('POST', `${site()}/host/default/listkeys`)).json
    const own = (await client.arm('POST', `${site()}/functions/Hello/listkeys`)).json
    expect((await client.arm('POST', `${site()}/functions/Nope/listkeys`)).status).toBe(404)
    const asked = async (path: string, key?: string) =>
      (await page(path, key === undefined ? {} : { 'x-functions-key': key })).status
    expect([
      await asked('/admin/host/status'),
      await asked('/admin/host/status', own.default),
      await asked('/admin/host/status', keys.functionKeys.default),
      await asked('/admin/host/status', keys.masterKey),
      await asked('/admin/host/ping'),
    ]).toEqual([401, 401, 403, 200, 200])
    expect(emulator.secrets.foundIn(`${own.default} ${keys.functionKeys.default}`)).toHaveLength(2)
  })

  it('show the error of a route, list everything, and refuse a sync', async () => {
    await deploy(['Hello', 'Routed'])
    expect((await bridge('host/status')).json).toMatchObject({ state: 'Error', errors: [expect.any(String)] })
    expect((await bridge('functions')).json).toHaveLength(2)
    const sync = await client.arm('POST', `${site()}/host/default/sync`)
    expect(sync.json.Message).toContain('ServiceUnavailable')
    expect(await listedFunctions(client, site())).toEqual(['Hello', 'Routed'])
    expect(await page('/api/Hello')).toMatchObject({ status: 503, text: 'Function host is not running.' })
  })

  it('show a home page before the first package', async () => {
    const { status, text } = await page('/', {}, 'flex')
    expect(`${status} ${text}`).toMatch(/^200 .*up and running/s)
    expect((await page('/api/Hello', {}, 'flex')).status).toBe(404)
    expect((await client.arm('GET', `${site('flex')}/hostruntime/admin/host/status`)).json.state).toBe(
      'Running',
    )
  })
})

describe('what is listed', () => {
  it('is published by the host itself in the end', async () => {
    await deploy(['Hello'])
    faultsAre({ restartLagMs: 100 })
    await deploy(['Hello', 'Keyed'])
    await expect.poll(() => listedFunctions(client, site()), { timeout: 10_000 }).toEqual(['Hello', 'Keyed'])
  })

  it('is that of before for some syncs', async () => {
    await deploy(['Hello'])
    await client.arm('POST', `${site()}/host/default/sync`)
    faultsAre({ syncServesOld: 2 })
    await deploy(['Hello', 'Keyed'])
    const sync = () => client.arm('POST', `${site()}/host/default/sync`)
    // The deployment server syncs as well, and may have met a host that was just starting.
    await sync()
    expect(await listedFunctions(client, site())).toEqual(['Hello'])
    await sync()
    await sync()
    expect(await listedFunctions(client, site())).toEqual(['Hello', 'Keyed'])
  })

  it('stays when the host is in error', async () => {
    await deploy(['Hello'])
    await client.arm('POST', `${site()}/host/default/sync`)
    faultsAre({ listKeptOnError: true })
    await deploy(['Routed'])
    await client.arm('POST', `${site()}/host/default/sync`)
    expect(await listedFunctions(client, site())).toEqual(['Hello'])
  })
})

describe('a deployment', () => {
  it.each([
    [true, 'old'],
    [false, 'new'],
  ])('that is partial keeps the old package: %s', async (partialKeepsOld, expected) => {
    const app = emulator.state.get('flex')
    const publish = async (says: string, faults: AppFaults) => {
      emulator.faults.set({ apps: { flex: faults } })
      const { json: id } = await client.scm('flex', 'POST', '/api/publish', await scriptPackage({ says }))
      await client.until(
        () => client.scm('flex', 'GET', `/api/deployments/${id}`),
        ({ json }) => json.complete,
      )
      await emulator.settle()
    }
    await publish('old', {})
    const { activeSha256 } = app
    await publish('new', { terminalStatus: 6, partialKeepsOld })
    expect(app.activeSha256 === activeSha256 ? 'old' : 'new').toBe(expected)
  })

  it('can lose its record after its end', async () => {
    faultsAre({ recordVanishes: { afterMs: 0 } })
    await client.scm(name, 'POST', '/api/zipdeploy?deployer=me', await aPackage())
    const { json } = await client.scm(name, 'GET', '/api/deployments')
    expect(json.filter((each: { deployer: string }) => each.deployer === 'me')).toEqual([])
  })

  it("can be followed by another one's active record", async () => {
    faultsAre({ foreignDeployment: { status: 4, afterMs: 2000, isActive: true } })
    await client.scm(name, 'POST', '/api/zipdeploy?deployer=me', await aPackage())
    const active = async () => {
      const { json } = await client.scm(name, 'GET', '/api/deployments')
      return json.find((each: { active: boolean }) => each.active)?.deployer
    }
    expect(await active()).toBe('me')
    await expect.poll(active, { timeout: 10_000 }).toBe('other-pipeline')
  })
})

describe('the platform in front of an app', () => {
  it.each([
    ['stopped', 403, /web app is stopped/, { state: 'Stopped' }],
    ['quota', 403, /web app is stopped/, { state: 'QuotaExceeded', usageState: 'Exceeded' }],
    ['ip-forbidden', 403, /Ip Forbidden/, { publicNetworkAccess: null }],
    ['closed', 403, /has blocked your access/, { publicNetworkAccess: 'Disabled' }],
    ['sign-in', 302, /^$/, {}],
    ['sign-in-401', 401, /permission/, {}],
    ['client-certificate', 403, /certificate/, { clientCertEnabled: true, clientCertMode: 'Required' }],
  ] as const)('answers %s', async (front, status, text, properties) => {
    faultsAre({ front })
    const reply = await page('/api/Hello')
    expect(reply.status).toBe(status)
    expect(reply.text).toMatch(text)
    if (front === 'sign-in') expect(reply.headers['location']).toMatch(/^https:\/\/login\./)
    if (front === 'sign-in-401') expect(reply.headers['www-authenticate']).toMatch(/^Bearer /)
    expect((await client.arm('GET', site())).json.properties).toMatchObject(properties)
    const isShut = ['stopped', 'quota', 'closed'].includes(front)
    expect((await client.scm(name, 'GET', '/api/deployments')).status).toBe(isShut ? 403 : 200)
    const isAway = front === 'stopped' || front === 'quota'
    expect((await bridge('host/status')).status).toBe(isAway ? 400 : 200)
  })

  it.each([
    [
      'ip-forbidden',
      'web',
      { ipSecurityRestrictions: [{ action: 'Allow' }, { ipAddress: 'Any', action: 'Deny' }] },
    ],
    [
      'sign-in',
      'authsettingsV2',
      {
        platform: { enabled: true },
        globalValidation: { unauthenticatedClientAction: 'RedirectToLoginPage' },
      },
    ],
    [
      'sign-in-401',
      'authsettingsV2',
      { platform: { enabled: true }, globalValidation: { unauthenticatedClientAction: 'Return401' } },
    ],
    [undefined, 'authsettingsV2', { platform: { enabled: false } }],
  ] as const)('(%s) shows in config/%s', async (front, config, properties) => {
    faultsAre(front === undefined ? {} : { front })
    expect((await client.arm('GET', `${site()}/config/${config}`)).json.properties).toMatchObject(properties)
  })

  it('can close the SCM site alone', async () => {
    faultsAre({ forbidden: 'closed' })
    const reply = await client.scm(name, 'GET', '/api/deployments')
    expect(`${reply.status} ${reply.statusText} ${reply.text}`).toMatch(/^403 Ip Forbidden .*blocked your/s)
  })

  it.each<[NonNullable<AppFaults['lock']>, string, string, string]>([
    ['ReadOnly', 'GET', '', '200'],
    ['ReadOnly', 'POST', '/config/appsettings/list', '409 ScopeLocked'],
    ['ReadOnly', 'POST', '/host/default/listkeys', '409 ScopeLocked'],
    ['ReadOnly', 'PUT', '/slots/new', '409 ScopeLocked'],
    ['ReadOnly', 'POST', '/slots/staging/config/appsettings/list', '409 ScopeLocked'],
    ['ReadOnly', 'DELETE', '/slots/staging', '409 ScopeLocked'],
    ['CanNotDelete', 'POST', '/config/appsettings/list', '200'],
    ['CanNotDelete', 'DELETE', '/slots/staging', '409 ScopeLocked'],
  ])('and a lock %s: %s S%s is %s', async (lock, method, path, expected) => {
    faultsAre({ lock })
    const { status, json } = await client.arm(method, `${site()}${path}`)
    expect([status, json.error?.code].filter(Boolean).join(' ')).toBe(expected)
    if (status !== 409) return
    const kind = method === 'DELETE' ? 'delete' : 'write'
    expect(json.error.message).toBe(
      `The scope '${site()}${path.startsWith('/slots') ? path.split('/').slice(0, 3).join('/') : ''}' cannot perform ${kind} operation because following scope(s) are locked: '${site()}'. Please remove the lock and try again.`,
    )
  })

  it('can keep the bridge from the host', async () => {
    faultsAre({ bridgeFails: 'Forbidden' })
    for (const path of ['hostruntime/admin/host/status', 'hostruntime/admin/functions/Hello/status']) {
      const { status, json } = await client.arm('GET', `${site()}/${path}`)
      expect(`${status} ${json.Message}`).toBe('400 Encountered an error (Forbidden) from host runtime.')
    }
  })
})
