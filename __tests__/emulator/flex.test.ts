import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anApp } from '../../emulator/app/apps'
import { type Emulator, startEmulator } from '../../emulator/emulator'
import { EmulatorClient } from './emulator-client'
import { buildGreeter, greeting, isWindows, listedFunctions, noHandler, packGreeter } from './greeter'

let emulator: Emulator
let client: EmulatorClient
let handler: Buffer

beforeAll(async () => {
  handler = buildGreeter()
  emulator = await startEmulator({
    apps: [anApp({ name: 'flex', plan: 'flex-consumption', settings: { GREETER: 'azure' } })],
  })
  client = new EmulatorClient(emulator)
})

afterAll(async () => {
  client?.close()
  await emulator?.stop()
})

const site = (name: string) =>
  `/subscriptions/${emulator.ids.subscriptionId}/resourceGroups/hello-functions-rg/providers/Microsoft.Web/sites/${name}`

describe('a deployment to Flex Consumption', () => {
  it('answers with an id, is followed by that id, and runs', async (ctx) => {
    ctx.skip(isWindows, noHandler)
    const accepted = await client.scm(
      'flex',
      'POST',
      '/api/publish?RemoteBuild=false',
      await packGreeter(handler, 0o644),
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
    expect(await listedFunctions(client, site('flex'))).toEqual(['HttpExample'])
    // Nobody set the executable bit: on this plan the host does.
    expect(await greeting(emulator, client, 'flex')).toBe('200 Hello, ci from azure')
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

function zipOf(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new JSZip()
  for (const [name, text] of Object.entries(files)) zip.file(name, text)
  return zip.generateAsync({ type: 'nodebuffer' })
}
