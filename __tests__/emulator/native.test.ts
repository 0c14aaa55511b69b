import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import JSZip from 'jszip'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { anApp } from '../../emulator/app/apps'
import { PackageRuntime } from '../../emulator/app/package-runtime'
import { type App, AzureState } from '../../emulator/app/state'
import { isNativeApp, nativeHost } from '../../emulator/native/native-host'
import { FaultBook } from '../../emulator/server/faults'
import { immediate } from '../../emulator/server/latencies'
import type { WebRequest } from '../../emulator/server/service'
import type { Plan } from '../../src/functions/plans'

const zipOf = (app: string | undefined): Promise<Buffer> => {
  const zip = new JSZip().file('host.json', '{ "version": "2.0" }')
  if (app !== undefined) zip.file('app', app, { unixPermissions: 0o755 })
  return zip.generateAsync({ type: 'nodebuffer', platform: 'UNIX' })
}
const anAppOf = (runtime: string, plan: Plan = 'flex-consumption'): App =>
  new AzureState({ id: 's', name: 's', tenantId: 't' }, [
    anApp({ name: 'native', plan, runtime: { name: runtime, version: '1.0' } }),
  ]).get('native')

const app = anAppOf('go')
let root: string
let runtime: PackageRuntime
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'native-'))
  runtime = new PackageRuntime(app, {
    root,
    faults: new FaultBook(),
    latencies: immediate,
    startHost: nativeHost(root, 500),
    onServed: () => {},
  })
})
afterEach(async () => {
  await runtime.stop()
  await rm(root, { recursive: true, force: true })
})

/** The body of the host's page, asked with the master key. */
async function pageOf(path: string): Promise<unknown> {
  const request: WebRequest = {
    ...{ method: 'GET', host: app.host, path, target: path, query: new URLSearchParams() },
    headers: { 'x-functions-key': app.masterKey },
    body: Buffer.alloc(0),
  }
  const reply = await runtime.ask(request, app)
  return typeof reply === 'string' ? reply : JSON.parse(String(reply.body))
}

describe('the host of a native worker', () => {
  it.each([
    ['there is no app', undefined, /^Failed to start Worker Channel\. .*ENOENT/],
    [
      'app is no program',
      'text\0',
      /^Failed to start Worker Channel\. .*(ENOEXEC|UNKNOWN|EACCES)|exited with code/,
    ],
    [
      'app ends',
      '#!/bin/sh\nexit 7\n',
      /^app exited with code 7\. Language Worker Process exited\. Pid=\d+\.$/,
    ],
    [
      'app never connects',
      '#!/bin/sh\nexec sleep 60\n',
      /^Starting worker process failed: .* within 500 ms\.$/,
    ],
  ])('is in error when %s', async (_, text, error) => {
    await runtime.activate(await zipOf(text), app)
    expect(await pageOf('/admin/host/status')).toMatchObject({
      state: 'Error',
      errors: [expect.stringMatching(error)],
    })
    expect(await runtime.publication(app)).toEqual({ isInError: true, functions: [] })
  })

  it('passes on what the program writes', async () => {
    await runtime.activate(await zipOf('#!/bin/sh\necho started\nexit 1\n'), app)
    await expect.poll(() => runtime.log()).toContain('started')
  })

  it.each([
    ['go', 'flex-consumption', true],
    ['golang', 'flex-consumption', true],
    ['native', 'flex-consumption', true],
    ['custom', 'flex-consumption', false],
    ['go', 'elastic-premium', false],
  ] as const)('runs %s on %s: %s', (name, plan, expected) => {
    expect(isNativeApp(anAppOf(name, plan))).toBe(expected)
  })
})
