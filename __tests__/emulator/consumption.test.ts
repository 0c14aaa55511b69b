import { BlobServiceClient, StorageSharedKeyCredential } from '@azure/storage-blob'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anApp } from '../../emulator/app/apps'
import { type Emulator, startEmulator } from '../../emulator/emulator'
import { aPackage, EmulatorClient } from './emulator-client'
import { buildGreeter, greeting, isWindows, listedFunctions, noHandler, packGreeter } from './greeter'

let emulator: Emulator
let client: EmulatorClient
let handler: Buffer

beforeAll(async () => {
  handler = buildGreeter()
  emulator = await startEmulator({
    apps: [
      anApp({ name: 'consumption', plan: 'consumption', settings: { GREETER: 'azure' } }),
      anApp({ name: 'forgotten', plan: 'consumption', canReadBlobs: false }),
    ],
  })
  client = new EmulatorClient(emulator)
})

afterAll(async () => {
  client?.close()
  await emulator?.stop()
})

const site = (name: string) =>
  `/subscriptions/${emulator.ids.subscriptionId}/resourceGroups/hello-functions-rg/providers/Microsoft.Web/sites/${name}`

describe('a deployment to Linux Consumption', () => {
  async function upload(body: Buffer): Promise<string> {
    const { account, blobEndpoint } = emulator.storage
    const credential = new StorageSharedKeyCredential(account.name, account.key)
    const options = { keepAliveOptions: { enable: true }, tlsOptions: { ca: emulator.ca } }
    const service = new BlobServiceClient(blobEndpoint, credential, options)
    const container = service.getContainerClient('packages')
    await container.createIfNotExists()
    const blob = container.getBlockBlobClient(`${Date.now()}.zip`)
    await blob.uploadData(body)
    return blob.url
  }

  async function runFrom(app: string, url: string): Promise<void> {
    const path = `${site(app)}/config/appsettings`
    const before = (await client.arm('POST', `${path}/list`)).json.properties
    await client.arm('PUT', path, { properties: { ...before, WEBSITE_RUN_FROM_PACKAGE: url } })
  }

  it('takes the package from the blob as the app, and lists it after a sync', async (ctx) => {
    ctx.skip(isWindows, noHandler)
    await runFrom('consumption', await upload(await packGreeter(handler, 0o644)))
    expect(await listedFunctions(client, site('consumption'))).toEqual([])
    expect((await client.arm('POST', `${site('consumption')}/host/default/sync`)).status).toBe(204)
    expect(await listedFunctions(client, site('consumption'))).toEqual(['HttpExample'])
    expect(await greeting(emulator, client, 'consumption')).toBe('200 Hello, ci from azure')
  })

  it('shows in the host status that the app may not read the blob', async () => {
    await runFrom('forgotten', await upload(await aPackage()))
    await emulator.settle()
    const status = await client.arm('GET', `${site('forgotten')}/hostruntime/admin/host/status`)
    expect(status.json.state).toBe('Error')
    expect(status.json.errors[0]).toContain('no identity that may read the blob')
  })

  it('refuses a pushed zip while a package URL is set', async () => {
    const reply = await client.scm('consumption', 'POST', '/api/zipdeploy?isAsync=true', await aPackage())
    expect(reply.status).toBe(409)
    expect(reply.text).toMatch(/^Run-From-Zip is set to a remote URL/)
  })
})
