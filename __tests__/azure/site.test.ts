import { inspect } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { callArm, listArm } from '../../src/azure/sign-in/arm'
import type { Session } from '../../src/azure/sign-in/session'
import { AppSettings, changeAppSetting, readConnectionStrings } from '../../src/azure/site/app-settings'
import { lookUpSite } from '../../src/azure/site/site'
import {
  type Answer,
  aSession,
  fastClock,
  type LoopbackServer,
  type SeenRequest,
  siteId,
  startServer,
  tokens,
} from './loopback'

let server: LoopbackServer
let session: Session
/** Answers by `METHOD path`; a function is called with the request. */
let routes: Record<string, Answer | ((request: SeenRequest) => Answer)>

const other = '00000000-0000-0000-0000-0000000000ff'

function aBody(properties: object = {}, top: object = {}): unknown {
  return {
    kind: 'functionapp,linux',
    location: 'westeurope',
    identity: { type: 'SystemAssigned' },
    ...top,
    properties: {
      state: 'Running',
      sku: 'ElasticPremium',
      reserved: true,
      defaultHostName: 'App-x.azurewebsites.net',
      hostNameSslStates: [
        { name: 'app-x.azurewebsites.net', hostType: 'Standard' },
        { name: 'app-x.scm.westeurope-01.azurewebsites.net', hostType: 'Repository' },
      ],
      functionAppConfig: null,
      ...properties,
    },
  }
}

beforeEach(async () => {
  server = await startServer((request) => {
    const route = routes[`${request.method} ${request.path}`]
    if (route === undefined)
      return { status: 404, body: { error: { code: 'ResourceNotFound', message: 'none' } } }
    return typeof route === 'function' ? route(request) : route
  })
  session = aSession(server)
  routes = {
    [`GET /subscriptions/${session.subscriptionId}/resources`]: {
      body: { value: [{ id: siteId, kind: 'functionapp,linux' }] },
    },
    [`GET ${siteId}`]: { body: aBody() },
    [`POST ${siteId}/config/appsettings/list`]: {
      body: { properties: { FUNCTIONS_WORKER_RUNTIME: 'custom', SECRET: 'hunter2' } },
    },
  }
})
afterEach(() => server.close())

const byName = { appName: 'app', slotName: '', resourceGroup: '' }

async function failureOf(work: Promise<unknown>): Promise<{ code: string; message: string; hint: string }> {
  return work.then(
    () => Promise.reject(new Error('It did not fail.')),
    (error) => error,
  )
}

describe('lookUpSite', () => {
  it('finds the app by name and reads what a deployment needs', async () => {
    const site = await lookUpSite(session, byName)
    expect(site).toMatchObject({
      resourceId: siteId,
      resourceGroup: 'rg',
      plan: 'elastic-premium',
      appUrl: 'https://app-x.azurewebsites.net',
      scmHost: 'app-x.scm.westeurope-01.azurewebsites.net',
      state: 'Running',
      hasIdentity: true,
    })
    const [search] = server.requests
    expect(search?.query.get('$filter')).toBe("resourceType eq 'Microsoft.Web/sites' and name eq 'app'")
    expect(search?.headers['authorization']).toBe(`Bearer ${tokens.arm}`)
  })

  it('never shows the value of a setting, however the site is printed', async () => {
    const site = await lookUpSite(session, byName)
    expect(JSON.stringify(site)).toContain('SECRET')
    for (const text of [JSON.stringify(site), inspect(site, { depth: 9 }), `${site.settings}`]) {
      expect(text).not.toContain('hunter2')
    }
    expect(site.settings.get('secret')).toBe('hunter2')
  })

  it('goes straight to the app with a resource group', async () => {
    await lookUpSite(session, { ...byName, resourceGroup: 'rg' })
    expect(server.calls()[0]).toBe(`GET ${siteId}`)
  })

  it('reads a slot with its own hosts and settings', async () => {
    routes[`GET ${siteId}/slots/staging`] = {
      body: aBody({ defaultHostName: 'app-staging.azurewebsites.net' }),
    }
    routes[`POST ${siteId}/slots/staging/config/appsettings/list`] = { body: { properties: {} } }
    const site = await lookUpSite(session, { ...byName, slotName: 'staging' })
    expect(site).toMatchObject({
      slotName: 'staging',
      resourceId: `${siteId}/slots/staging`,
      appUrl: 'https://app-staging.azurewebsites.net',
    })
  })

  it('names the slots there are when the slot is missing', async () => {
    routes[`GET ${siteId}/slots`] = { body: { value: [{ name: 'app/blue' }, { name: 'app/green' }] } }
    const error = await failureOf(lookUpSite(session, { ...byName, slotName: 'staging' }))
    expect(error).toMatchObject({ code: 'site-slot-not-found' })
    expect(error.message).toContain("'blue', 'green'")
  })

  it('refuses a slot on Flex before it asks for it', async () => {
    routes[`GET ${siteId}`] = { body: aBody({ sku: 'FlexConsumption' }) }
    await expect(lookUpSite(session, { ...byName, slotName: 's' })).rejects.toMatchObject({
      code: 'site-slot-on-flex',
    })
  })

  it('takes a Flex app, whose types come in any case, and falls back to the enabled hosts', async () => {
    routes[`GET ${siteId}`] = {
      body: aBody({
        sku: 'FlexConsumption',
        hostNameSslStates: [],
        enabledHostNames: ['app-x.azurewebsites.net', 'app-x.scm.azurewebsites.net'],
        functionAppConfig: { runtime: { name: 'custom', version: '1.0' } },
      }),
    }
    expect(await lookUpSite(session, byName)).toMatchObject({
      plan: 'flex-consumption',
      scmHost: 'app-x.scm.azurewebsites.net',
      runtime: { name: 'custom', version: '1.0' },
    })
  })

  it('says that the app is nowhere, and how to give the role', async () => {
    routes[`GET /subscriptions/${session.subscriptionId}/resources`] = { body: { value: [] } }
    routes['GET /subscriptions'] = {
      body: { value: [{ subscriptionId: session.subscriptionId, displayName: 'Here' }] },
    }
    const error = await failureOf(lookUpSite(session, byName))
    expect(error.code).toBe('site-not-found')
    expect(error.message).toBe(
      `The identity has no role on 'app', or there is no such app. The identity sees no function app at all in the subscription ${session.subscriptionId}.`,
    )
    expect(error.hint).toMatch(
      /^If the app exists, give the identity a role on it\..*\n```sh\naz role assignment create .*\n```\nIf the app does not exist, correct app-name or subscription-id\.$/,
    )
  })

  it('says which apps there are, those with a similar name first', async () => {
    const group = (name: string) => siteId.replace('/rg/', '/shop/').replace(/[^/]+$/, name)
    const apps = ['zebra', 'apq', 'orders', 'web'].map((name) => ({
      id: group(name),
      name,
      kind: name === 'web' ? 'app,linux' : 'functionapp,linux',
    }))
    routes[`GET /subscriptions/${session.subscriptionId}/resources`] = { body: { value: apps } }
    routes['GET /subscriptions'] = { body: { value: [] } }
    const error = await failureOf(lookUpSite(session, byName))
    expect(error.message).toContain(
      "The identity sees 'apq' (shop), 'zebra' (shop), 'orders' (shop) in the subscription",
    )
    expect(error.hint).toContain('Did you mean app-name: apq?')
  })

  it.each([
    [409, 'ScopeLocked', 'azure-scope-locked', 'az lock list --resource /subscriptions/s/resourceGroups/g'],
    [403, 'ScopeLocked', 'azure-scope-locked', 'app settings cannot be read either'],
    [409, 'ReadOnlyDisabledSubscription', 'azure-subscription-disabled', 'enable it again'],
    [404, 'SubscriptionNotFound', 'azure-subscription-not-found', 'az account list'],
  ])('gives %i %s its own code, and no advice to try again', async (status, code, expected, inHint) => {
    const message =
      "… because following scope(s) are locked: '/subscriptions/s/resourceGroups/g'. Please remove …"
    routes[`POST ${siteId}/config/appsettings/list`] = { status, body: { error: { code, message } } }
    const error = await failureOf(lookUpSite(session, byName))
    expect(error.code).toBe(expected)
    expect(error.hint).toContain(inHint)
    expect(error.hint).not.toMatch(/run the job again|azure support|role assignment/i)
  })

  it.each([byName, { ...byName, resourceGroup: 'rg' }])(
    'tells an unknown subscription from an unknown app',
    async (by) => {
      const body = {
        error: { code: 'SubscriptionNotFound', message: 'The subscription could not be found.' },
      }
      routes[`GET /subscriptions/${session.subscriptionId}/resources`] = { status: 404, body }
      routes[`GET ${siteId}`] = { status: 404, body }
      await expect(lookUpSite(session, by)).rejects.toMatchObject({ code: 'azure-subscription-not-found' })
    },
  )

  it('says that the app is there twice', async () => {
    routes[`GET /subscriptions/${session.subscriptionId}/resources`] = {
      body: { value: [{ id: siteId }, { id: siteId.replace('/rg/', '/rg2/') }] },
    }
    const error = await failureOf(lookUpSite(session, byName))
    expect(error.code).toBe('site-found-twice')
    expect(error.message).toContain("'rg', 'rg2'")
  })

  it('says that the app is in another subscription', async () => {
    routes[`GET /subscriptions/${session.subscriptionId}/resources`] = { body: { value: [] } }
    routes['GET /subscriptions'] = {
      body: {
        value: [
          { subscriptionId: session.subscriptionId, displayName: 'Here' },
          { subscriptionId: other, displayName: 'Other' },
        ],
      },
    }
    routes[`GET /subscriptions/${other}/resources`] = {
      body: { value: [{ id: siteId.replace(session.subscriptionId, other) }] },
    }
    const error = await failureOf(lookUpSite(session, byName))
    expect(error.code).toBe('site-in-other-subscription')
    expect(error.hint).toContain(other)
  })

  it('says which resource group it is when another was named', async () => {
    const error = await failureOf(lookUpSite(session, { ...byName, resourceGroup: 'wrong' }))
    expect(error.message).toContain("is in the resource group 'rg'")
  })

  it('ignores resources whose id is no site of that name', async () => {
    routes[`GET /subscriptions/${session.subscriptionId}/resources`] = {
      body: { value: [{ id: '/subscriptions/../evil' }, { id: siteId.replace('/app', '/app2') }, 7] },
    }
    routes['GET /subscriptions'] = { body: { value: [] } }
    await expect(lookUpSite(session, byName)).rejects.toMatchObject({ code: 'site-not-found' })
  })

  it('turns AuthorizationFailed into the command that grants the role', async () => {
    const objectId = 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee'
    routes[`POST ${siteId}/config/appsettings/list`] = {
      status: 403,
      body: {
        error: {
          code: 'AuthorizationFailed',
          message: `The client 'x' with object id '${objectId}' does not have authorization to perform action 'Microsoft.Web/sites/config/list/action' over scope '${siteId}/config/appsettings' or the scope is invalid.`,
        },
      },
    }
    const { settingsRefusal: error, settings } = await lookUpSite(session, byName)
    expect(settings.names()).toEqual([])
    expect(error?.code).toBe('azure-role-missing')
    expect(error?.message).toContain("'Microsoft.Web/sites/config/list/action'")
    expect(error?.hint).toContain(
      `az role assignment create --assignee-object-id ${objectId} --assignee-principal-type ServicePrincipal --role 'Website Contributor' --scope ${siteId}`,
    )
  })

  it('cannot do without the settings on Linux Consumption, which names its package in one', async () => {
    routes[`GET ${siteId}`] = { body: aBody({ sku: 'Dynamic' }) }
    routes[`POST ${siteId}/config/appsettings/list`] = { status: 403, body: { error: { code: 'Forbidden' } } }
    await expect(lookUpSite(session, byName)).rejects.toMatchObject({ code: 'azure-forbidden' })
  })

  it('reads names and types of the connection strings, and no value', async () => {
    const path = `POST ${siteId}/config/connectionstrings/list`
    expect(await readConnectionStrings(session, siteId)).toEqual([])
    routes[path] = { body: { properties: { Orders: { value: 'secret', type: 'SQLAzure' } } } }
    expect(await readConnectionStrings(session, siteId)).toEqual([{ name: 'Orders', type: 'SQLAzure' }])
  })

  it('reads what a Flex app takes its packages with, and whether its quota is used up', async () => {
    routes[`GET ${siteId}`] = {
      body: aBody({
        sku: 'FlexConsumption',
        usageState: 'Exceeded',
        functionAppConfig: {
          deployment: { storage: { authentication: { type: 'StorageAccountConnectionString' } } },
        },
      }),
    }
    expect(await lookUpSite(session, byName)).toMatchObject({
      isQuotaExceeded: true,
      deploymentStorage: { authentication: 'StorageAccountConnectionString', settingName: '' },
    })
  })

  it('says so when there is no host yet', async () => {
    routes[`GET ${siteId}`] = { body: aBody({ hostNameSslStates: [], defaultHostName: 'bad host' }) }
    await expect(lookUpSite(session, byName)).rejects.toMatchObject({ code: 'site-host-missing' })
  })
})

describe('callArm', () => {
  const call = { method: 'GET', path: siteId, purpose: 'read the app' } as const

  it('tries again after 429 and 503, as the server asks', async () => {
    let tries = 0
    routes[`GET ${siteId}`] = () => {
      tries += 1
      return tries === 1
        ? { status: 429, headers: { 'Retry-After': '11' } }
        : tries === 2
          ? { status: 503 }
          : { body: {} }
    }
    const clock = fastClock()
    await callArm({ ...session, clock }, call)
    expect(clock.sleeps).toEqual([11_000, 1500])
  })

  it('renews the token once after 401', async () => {
    const forgotten: string[] = []
    routes[`GET ${siteId}`] = () => (forgotten.length === 0 ? { status: 401 } : { body: {} })
    await callArm({ ...session, forget: (purpose) => void forgotten.push(purpose) }, call)
    expect(forgotten).toEqual(['arm'])
    routes[`GET ${siteId}`] = { status: 401 }
    await expect(callArm(session, call)).rejects.toMatchObject({ code: 'azure-token-refused' })
  })

  it('follows the pages of a list, but not to another host', async () => {
    routes['GET /list'] = (request) =>
      request.query.get('page') === '2'
        ? { body: { value: [3], nextLink: 'https://evil.test/list' } }
        : { body: { value: [1, 2], nextLink: `${server.origin}/list?page=2&api-version=1` } }
    expect(await listArm(session, { ...call, path: '/list' })).toEqual([1, 2, 3])
  })

  it('ends a list that has no end', async () => {
    routes['GET /list'] = { body: { value: [1], nextLink: `${server.origin}/list` } }
    expect(await listArm(session, { ...call, path: '/list' })).toHaveLength(20)
  })
})

describe('changeAppSetting', () => {
  it('merges into what is there at that moment', async () => {
    let stored: Record<string, string> = { A: '1', B: '2' }
    routes[`POST ${siteId}/config/appsettings/list`] = () => ({ body: { properties: stored } })
    routes[`PUT ${siteId}/config/appsettings`] = (request) => {
      stored = JSON.parse(request.body.toString()).properties
      return { body: {} }
    }
    expect(await changeAppSetting(session, siteId, { name: 'b', value: '3' })).toBe('2')
    expect(stored).toEqual({ A: '1', B: '3' })
    expect(await changeAppSetting(session, siteId, { name: 'B', value: undefined })).toBe('3')
    expect(stored).toEqual({ A: '1' })
  })

  it('writes nothing when nothing changes, or when the value is not the one that was meant', async () => {
    routes[`POST ${siteId}/config/appsettings/list`] = { body: { properties: { A: '1' } } }
    expect(await changeAppSetting(session, siteId, { name: 'A', value: '1' })).toBe('1')
    expect(await changeAppSetting(session, siteId, { name: 'A', value: '2', onlyIf: 'ours' })).toBe('1')
    expect(server.calls().some((call) => call.startsWith('PUT'))).toBe(false)
  })

  it('reads again when somebody changed the settings in between', async () => {
    let version = 1
    routes[`POST ${siteId}/config/appsettings/list`] = () => ({
      headers: { ETag: `"${version}"` },
      body: { properties: { A: String(version) } },
    })
    routes[`PUT ${siteId}/config/appsettings`] = (request) => {
      if (version === 1) version = 2
      return request.headers['if-match'] === `"${version}"` ? { body: {} } : { status: 412 }
    }
    expect(await changeAppSetting(session, siteId, { name: 'B', value: 'x' })).toBeUndefined()
    const writes = server.requests.filter((request) => request.method === 'PUT')
    expect(writes.map((write) => JSON.parse(write.body.toString()).properties)).toEqual([
      { A: '1', B: 'x' },
      { A: '2', B: 'x' },
    ])
  })

  it('keeps names only', () => {
    expect(
      new AppSettings([
        ['B', 'x'],
        ['A', 'y'],
      ]).names(),
    ).toEqual(['A', 'B'])
  })
})
