import { expect, it } from 'vitest'
import { AppSettings } from '../../src/azure/site/app-settings'
import { defaultHostId, findSharedHostId } from '../../src/azure/site/host-id'
import { aSession, aSite, siteId, startServer } from './loopback'

const long = 'orders-of-the-northern-warehouses'

it.each([
  ['orders', '', 'orders'],
  ['Orders', 'Blue', 'orders-blue'],
  [long, '', 'orders-of-the-northern-warehouse'],
  [long, 'staging', 'orders-of-the-northern-warehouse'],
  ['orders-of-the-northern-warehous', 'staging', 'orders-of-the-northern-warehous'],
])('the ID of %s and slot %s', (app, slot, id) => {
  expect(defaultHostId(app, slot)).toBe(id)
})

const store = { AzureWebJobsStorage__accountName: 'store' }

it.each([
  ['the app itself', long, 'staging', store, ['host-id-shared']],
  ['another account', long, 'staging', { AzureWebJobsStorage__accountName: 'other' }, []],
  ['an ID of its own', long, 'staging', { ...store, AzureFunctionsWebHost__hostid: 'x' }, []],
  ['a short name', 'orders', 'staging', store, []],
])('compares a slot with %s', async (_, appName, slotName, theirs, expected) => {
  const root = siteId.replace(/[^/]+$/, appName)
  const server = await startServer(({ path }) => {
    if (path === `${root}/slots`) return { body: { value: [{ name: `${appName}/${slotName}` }] } }
    return path === `${root}/config/appsettings/list`
      ? { body: { properties: theirs } }
      : { status: 404, body: { error: { code: 'NotFound', message: path } } }
  })
  const settings = new AppSettings(Object.entries(store))
  const site = aSite({
    appName,
    slotName,
    plan: 'elastic-premium',
    settings,
    resourceId: `${root}/slots/${slotName}`,
  })
  const found = await findSharedHostId(aSession(server), site).finally(() => server.close())
  expect(found.map(({ code }) => code)).toEqual(expected)
})
