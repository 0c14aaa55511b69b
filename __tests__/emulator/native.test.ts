import { existsSync } from 'node:fs'
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
import { buildElf } from '../elf/elf-builder'

const zipOf = (app: string | Buffer | undefined): Promise<Buffer> => {
  const zip = new JSZip().file('host.json', '{ "version": "2.0" }')
  if (app !== undefined) zip.file('app', app, { unixPermissions: 0o755 })
  return zip.generateAsync({ type: 'nodebuffer', platform: 'UNIX' })
}
const anAppOf = (runtime: string, plan: Plan = 'flex-consumption'): App =>
  new AzureState({ id: 's', name: 's', tenantId: 't' }, [
    anApp({ name: 'native', plan, runtime: { name: runtime, version: '1.0' } }),
  ]).get('native')

const loader = '/lib64/ld-linux-x86-64.so.2'
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

  it.skipIf(process.platform === 'win32' || process.arch !== 'x64').each([
    [
      'the loader of musl',
      { interpreter: '/lib/ld-musl-x86_64.so.1', needed: ['libc.musl-x86_64.so.1'] },
      /^Failed to start Worker Channel\. spawn \S+\/app ENOENT$/,
      '',
    ],
    [
      'a newer glibc',
      { interpreter: loader, needed: ['libc.so.6'], versions: { 'libc.so.6': ['GLIBC_2.39', 'GLIBC_2.41'] } },
      /^app exited with code 1\. /,
      "version `GLIBC_2.41' not found",
    ],
  ])('is in error when app wants %s, which its image lacks', async (_what, elf, error, line) => {
    await runtime.activate(await zipOf(Buffer.from(buildElf(elf))), app)
    const { errors } = (await pageOf('/admin/host/status')) as { errors: readonly string[] }
    expect(errors).toEqual([expect.stringMatching(error)])
    expect(runtime.log().join('\n')).toContain(line)
  })

  const canMount = process.getuid?.() === 0 && existsSync('/usr/bin/unshare')
  it.skipIf(!canMount /* A mount of its own needs root: docs/emulator.md. */)(
    'lets app write nothing beside itself',
    async () => {
      await runtime.activate(await zipOf('#!/bin/sh\ntouch written || exit 9\nexit 7\n'), app)
      expect(await pageOf('/admin/host/status')).toMatchObject({
        errors: [expect.stringContaining('exited with code 9')],
      })
    },
  )

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
