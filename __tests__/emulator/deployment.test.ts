import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BlobServiceClient, StorageSharedKeyCredential } from '@azure/storage-blob'
import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anApp } from '../../emulator/apps'
import { type Emulator, startEmulator } from '../../emulator/emulator'
import { aPackage, EmulatorClient } from './emulator-client'

const source = `package main

import (
	"fmt"
	"net/http"
	"os"
)

func main() {
	http.HandleFunc("/api/HttpExample", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, "Hello, %s from %s", r.URL.Query().Get("name"), os.Getenv("GREETER"))
	})
	http.HandleFunc("/QueueExample", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		fmt.Fprint(w, "{\\"Outputs\\":{},\\"Logs\\":[\\"took a message\\"],\\"ReturnValue\\":null}")
	})
	http.ListenAndServe("127.0.0.1:"+os.Getenv("FUNCTIONS_CUSTOMHANDLER_PORT"), nil)
}
`

const isWindows = process.platform === 'win32'
const noHandler = 'Windows starts no program without .exe and keeps no mode bits'

let emulator: Emulator
let client: EmulatorClient
let handler: Buffer

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'emulated-handler-'))
  writeFileSync(join(folder, 'main.go'), source)
  execFileSync('go', ['build', '-o', 'handler', 'main.go'], {
    cwd: folder,
    env: { ...process.env, CGO_ENABLED: '0', GO111MODULE: 'off' },
  })
  handler = readFileSync(join(folder, 'handler'))
  rmSync(folder, { recursive: true })
  const settings = { GREETER: 'azure' }
  emulator = await startEmulator({
    apps: [
      anApp({ name: 'flex', plan: 'flex', settings }),
      anApp({ name: 'premium', plan: 'premium', settings, slots: [{ name: 'staging' }] }),
      anApp({
        name: 'dedicated',
        plan: 'dedicated',
        settings: { ...settings, WEBSITE_RUN_FROM_PACKAGE: '1' },
      }),
      anApp({ name: 'consumption', plan: 'consumption', settings }),
      anApp({ name: 'forgotten', plan: 'consumption', canReadBlobs: false }),
    ],
  })
  client = new EmulatorClient(emulator)
})

afterAll(async () => {
  client?.close()
  await emulator?.stop()
})

async function withHandler(mode: number): Promise<Buffer> {
  const zip = await JSZip.loadAsync(await aPackage())
  zip.file('handler', handler, { unixPermissions: mode, compression: 'STORE' })
  return await zip.generateAsync({ type: 'nodebuffer', platform: 'UNIX' })
}

async function greeting(app: string, slot?: string): Promise<string> {
  const url = `${emulator.appUrl(app, slot)}/api/HttpExample?name=ci`
  const reply = await client.send('GET', url)
  return `${reply.status} ${reply.text}`
}

const site = (name: string) =>
  `/subscriptions/${emulator.ids.subscriptionId}/resourceGroups/hello-functions-rg/providers/Microsoft.Web/sites/${name}`

async function listed(name: string): Promise<string[]> {
  const reply = await client.arm('GET', `${site(name)}/functions`)
  return reply.json.value.map((each: { properties: { name: string } }) => each.properties.name)
}

describe('a deployment to Flex Consumption', () => {
  it('answers with an id, is followed by that id, and runs', async (ctx) => {
    ctx.skip(isWindows, noHandler)
    const accepted = await client.scm(
      'flex',
      'POST',
      '/api/publish?RemoteBuild=false',
      await withHandler(0o644),
    )
    expect(accepted.status).toBe(202)
    expect(accepted.headers['content-type']).toBe('application/json; charset=utf-8')
    const id = accepted.json
    expect(id).toMatch(/^[0-9a-f-]{36}$/)
    expect(accepted.headers['location']).toBe(
      `https://${emulator.state.get('flex').scmHost}/api/deployments/${id}`,
    )
    const done = await client.until(
      () => client.scm('flex', 'GET', `/api/deployments/${id}`),
      (reply) => reply.json.complete === true,
    )
    expect(done.json).toMatchObject({
      id,
      status: 4,
      active: true,
      deployer: 'LegionOneDeploy',
      remoteBuild: false,
    })
    const log = await client.scm('flex', 'GET', `/api/deployments/${id}/log`)
    const messages = log.json.map((entry: { message: string }) => entry.message)
    expect(messages[0]).toBe('Starting deployment pipeline.')
    expect(messages).toContain(
      '[Kudu-UploadPackageStep] completed. Uploaded package to storage successfully.',
    )
    await client.until(
      () => client.arm('GET', `${site('flex')}/functions`),
      (reply) => reply.json.value.length > 0,
    )
    expect(await listed('flex')).toEqual(['HttpExample'])
    // Nobody set the executable bit: on this plan the host does.
    expect(await greeting('flex')).toBe('200 Hello, ci from azure')
  })

  it.each([
    ['what is no zip', async () => Buffer.from('not a zip'), 'End of Central Directory'],
    [
      'a package without host.json',
      async () => zipOf({ 'readme.txt': 'x' }),
      'InvalidPackageContentException',
    ],
  ])('fails for %s', async (_name, body, text) => {
    const accepted = await client.scm('flex', 'POST', '/api/publish', await body())
    const done = await client.until(
      () => client.scm('flex', 'GET', `/api/deployments/${accepted.json}`),
      (reply) => reply.json.complete === true,
    )
    expect(done.json.status).toBe(3)
    expect(done.json.status_text).toContain(text)
    const log = await client.scm('flex', 'GET', `/api/deployments/${accepted.json}/log`)
    expect(log.json.at(-1)).toMatchObject({ type: 2, message: done.json.status_text })
  })

  it.each([
    ['POST', '/api/publish', 415, 'application/octet-stream'],
    ['POST', '/api/zipdeploy', 404, 'application/zip'],
    ['POST', '/api/settings', 405, 'application/json'],
    ['GET', '/api/deployments/unknown', 404, ''],
  ])('answers %s %s with %i', async (method, path, status, type) => {
    const body = method === 'POST' ? Buffer.from('{}') : undefined
    expect((await client.scm('flex', method, path, body, type)).status).toBe(status)
  })
})

describe('a deployment to an App Service plan', () => {
  it('is followed through a temporary record and runs', async (ctx) => {
    ctx.skip(isWindows, noHandler)
    const path = '/api/zipdeploy?isAsync=true&Deployer=me&message=hello%20there'
    const accepted = await client.scm('premium', 'POST', path, await withHandler(0o644))
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
    expect(await listed('premium')).toEqual(['HttpExample'])
    // Kudu gives every copied file all bits.
    expect(await greeting('premium')).toBe('200 Hello, ci from azure')
  })

  it('asks for a key where a function wants one, and runs other triggers on demand', async (ctx) => {
    ctx.skip(isWindows, noHandler)
    const zip = await JSZip.loadAsync(await withHandler(0o755))
    const [trigger, ...rest] = JSON.parse(
      (await zip.file('HttpExample/function.json')?.async('string')) ?? '',
    ).bindings
    const closed = { bindings: [{ ...trigger, authLevel: 'function' }, ...rest] }
    zip.file('HttpExample/function.json', JSON.stringify(closed))
    const queue = {
      type: 'queueTrigger',
      direction: 'in',
      name: 'message',
      queueName: 'q',
      connection: 'AzureWebJobsStorage',
    }
    zip.file('QueueExample/function.json', JSON.stringify({ bindings: [queue] }))
    const body = await zip.generateAsync({ type: 'nodebuffer', platform: 'UNIX' })
    await client.scm('premium', 'POST', '/api/zipdeploy', body)
    const app = emulator.state.get('premium')
    expect(await greeting('premium')).toBe('401 ')
    const keys = await client.arm('POST', `${site('premium')}/host/default/listkeys`)
    const key = keys.json.masterKey
    const open = await client.send('GET', `${emulator.appUrl('premium')}/api/HttpExample?name=ci&code=${key}`)
    expect(open.text).toBe('Hello, ci from azure')
    const run = await client.send(
      'POST',
      `${emulator.appUrl('premium')}/admin/functions/QueueExample`,
      { headers: { 'x-functions-key': key } },
      JSON.stringify({ input: 'hello' }),
    )
    expect(run.status).toBe(202)
    expect(app.runtime?.log()).toContain('took a message')
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
    await client.scm('dedicated', 'POST', '/api/zipdeploy', await withHandler(0o644))
    const { runtime } = emulator.state.get('dedicated')
    await expect.poll(() => runtime?.log().join('\n')).toContain('Permission denied')
    await client.scm('dedicated', 'POST', '/api/zipdeploy', await withHandler(0o755))
    expect(await greeting('dedicated')).toBe('200 Hello, ci from azure')
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
    await client.scm('premium/staging', 'POST', '/api/zipdeploy', await withHandler(0o755))
    expect(await greeting('premium', 'staging')).toBe('200 Hello, ci from azure')
    const started = await client.arm('POST', `${site('premium')}/slots/staging/slotsswap`, {
      targetSlot: 'production',
      preserveVnet: true,
    })
    expect(started.status).toBe(202)
    const poll = String(started.headers['location'])
      .slice(emulator.urls.arm.length)
      .replace(/[?&]api-version=.*/, '')
    const done = await client.until(
      () => client.arm('GET', poll),
      (reply) => reply.status !== 202,
    )
    expect(done.status).toBe(200)
    expect(await greeting('premium')).toBe('200 Hello, ci from azure')
    expect(emulator.state.get('premium').synced.map((each) => each.name)).toEqual(['HttpExample'])
  })
})

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
    await runFrom('consumption', await upload(await withHandler(0o644)))
    expect(await listed('consumption')).toEqual([])
    expect((await client.arm('POST', `${site('consumption')}/host/default/sync`)).status).toBe(204)
    expect(await listed('consumption')).toEqual(['HttpExample'])
    expect(await greeting('consumption')).toBe('200 Hello, ci from azure')
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

function zipOf(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new JSZip()
  for (const [name, text] of Object.entries(files)) zip.file(name, text)
  return zip.generateAsync({ type: 'nodebuffer' })
}
