import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import JSZip from 'jszip'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { anApp } from '../../emulator/app/apps'
import { publicSite } from '../../emulator/app/host-door'
import { AppLifecycle } from '../../emulator/app/lifecycle'
import { PackageRuntime } from '../../emulator/app/package-runtime'
import { customHandlerHost } from '../../emulator/app/start-host'
import { type App, AzureState } from '../../emulator/app/state'
import { FaultBook } from '../../emulator/server/faults'
import { immediate } from '../../emulator/server/latencies'
import type { Answer } from '../../emulator/server/service'
import { repositoryRoot } from '../../scripts/run-action'
import { isWindows } from './greeter'

// What an emulated app answers, against what the host itself answered to the same package.

type Files = Readonly<Record<string, string>>

let root: string
let app: App
let lifecycle: AppLifecycle

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'host-rules-'))
})
afterEach(async () => {
  await app.runtime?.stop()
  await rm(root, { recursive: true, force: true })
})

/** Takes the files into use as the package of an app with these settings. */
async function run(files: Files, settings: Readonly<Record<string, string>> = {}): Promise<void> {
  const faults = new FaultBook()
  const spec = anApp({ name: 'app', plan: 'elastic-premium', settings })
  app = new AzureState({ id: 's', name: 's', tenantId: 't' }, [spec]).get('app')
  app.host = 'localhost'
  lifecycle = new AppLifecycle({
    faults,
    ownSyncMs: 60_000,
    startRuntime: (of) =>
      new PackageRuntime(of, {
        ...{ root, faults, latencies: immediate, onServed: () => {} },
        startHost: customHandlerHost(root, faults),
      }),
    fetchPackage: () => Promise.reject(new Error('There is nothing to fetch.')),
  })
  const zip = new JSZip()
  for (const [path, text] of Object.entries(files)) zip.file(path, text)
  zip.file('handler', `#!${process.execPath}\n${handler}`, { unixPermissions: 0o755 })
  await lifecycle.activate(app, await zip.generateAsync({ type: 'nodebuffer', platform: 'UNIX' }), '')
}

/** Answers through the contract with the name of the function. */
const handler = `require('node:http').createServer((request, answer) => {
  answer.setHeader('content-type', 'application/json')
  answer.end(JSON.stringify({ Outputs: { res: { statusCode: 200, body: request.url.slice(1) } } }))
}).listen(Number(process.env.FUNCTIONS_CUSTOMHANDLER_PORT), '127.0.0.1')
`

async function ask(target: string, method = 'GET', key?: string): Promise<Answer> {
  const [path = '', query = ''] = target.split('?')
  const { handle } = publicSite(app, { faults: new FaultBook(), lifecycle }, 't')
  return await handle({
    ...{ method, host: 'app', path, target, query: new URLSearchParams(query), body: Buffer.alloc(0) },
    headers: key === undefined ? {} : { 'x-functions-key': key },
  })
}

async function page(path: string): Promise<ReturnType<typeof JSON.parse>> {
  return JSON.parse(String((await ask(`/admin/${path}`, 'GET', app.masterKey)).body))
}

const host = (more: object = {}) =>
  JSON.stringify({
    ...{ version: '2.0', customHandler: { description: { defaultExecutablePath: 'handler' } } },
    extensionBundle: { id: 'Microsoft.Azure.Functions.ExtensionBundle', version: '[4.*, 5.0.0)' },
    ...more,
  })
const http = JSON.stringify({
  bindings: [
    { type: 'httpTrigger', direction: 'in', name: 'req', authLevel: 'anonymous' },
    { type: 'http', direction: 'out', name: 'res' },
  ],
})

interface RecordedRow {
  readonly id: string
  readonly files: Files
  readonly host: { readonly errors: readonly string[] }
  readonly requests: readonly { readonly method: string; readonly path: string }[]
  readonly answers: readonly { readonly status: number; readonly body: string }[]
}

function recorded(file: string, id: RegExp): readonly RecordedRow[] {
  const text = readFileSync(join(repositoryRoot, '__tests__', 'truth', 'rows', `${file}.jsonl`), 'utf8')
  const rows = text.split('\n').filter((line) => line !== '')
  return rows.map((line) => JSON.parse(line) as RecordedRow).filter((row) => id.test(row.id))
}

describe('the extension bundle', () => {
  it.each(recorded('projects', /^(?:v1-bundle-id-.*version-1-2-0-0|given-bad-bundle-v1)$/))(
    'of $id is below the minimum: the host does not start, in its own words',
    async ({ files, host: { errors } }) => {
      await run(files)
      const status = await page('host/status')
      expect([status.state, status.errors.length]).toEqual(['Error', errors.length])
      // Without the names of assemblies around it.
      expect(errors[0]).toContain(status.errors[0])
      expect((await ask('/api/A')).status).toBe(503)
    },
  )
})

describe('routes', () => {
  it.skipIf(isWindows).each(recorded('route-matching', /-(?:int|regex-d|recent|foo-bar-baz|special)/))(
    '$id',
    async ({ files, requests, answers }) => {
      await run(files)
      const seen: [number, string][] = []
      for (const { method, path } of requests) {
        const { status, body } = await ask(path, method)
        seen.push([status, String(body)])
      }
      expect(seen).toEqual(answers.map(({ status, body }) => [status, body]))
    },
  )
})

describe('what an app lacks', () => {
  const queue = JSON.stringify({
    bindings: [
      {
        type: 'queueTrigger',
        direction: 'in',
        name: 'item',
        queueName: '%ORDERS_QUEUE%',
        connection: 'Orders',
      },
    ],
  })
  const orders = 'UseDevelopmentStorage=true'

  it.skipIf(isWindows).each([
    ['a name in %…%', { Orders: orders }, /'?%ORDERS_QUEUE%'? does not resolve to a value/],
    ['a connection', { ORDERS_QUEUE: 'orders' }, /connection string 'AzureWebJobsOrders' does not exist/],
    ['nothing', { Orders: orders, ORDERS_QUEUE: 'orders' }, undefined],
    [
      'nothing, with an identity',
      { Orders__queueServiceUri: 'https://a.example', ORDERS_QUEUE: 'orders' },
      undefined,
    ],
  ] as const)('%s: is an error of that function alone', async (_what, settings, error) => {
    await run({ 'host.json': host(), 'Queue/function.json': queue, 'Hello/function.json': http }, settings)
    expect(await page('functions/Queue/status')).toEqual(
      error === undefined ? {} : { errors: [expect.stringMatching(error)] },
    )
    expect(await page('functions/Hello/status')).toEqual({})
    expect(await page('host/status')).toMatchObject({ state: 'Running' })
    expect(await page('functions')).toHaveLength(2)
    expect((await ask('/api/Hello')).status).toBe(200)
  })
})

describe('a function that is switched off', () => {
  it.skipIf(isWindows).each([
    ['AzureWebJobs.Hello.Disabled', 'true', true],
    ['azurewebjobs_hello_disabled', '1', true],
    ['AzureWebJobs.Hello.Disabled', 'yes', false],
    ['AzureWebJobs.Other.Disabled', 'true', false],
  ])('%s = %s: %s', async (name, value, isOff) => {
    await run({ 'host.json': host(), 'Hello/function.json': http }, { [name]: value })
    expect(await app.runtime?.publication(app)).toMatchObject({
      isInError: false,
      functions: [{ name: 'Hello', isDisabled: isOff, urlPath: '/api/Hello' }],
    })
    expect((await ask('/api/Hello')).status).toBe(isOff ? 404 : 200)
    expect((await ask('/api/Hello', 'GET', app.masterKey)).status).toBe(200)
  })
})
