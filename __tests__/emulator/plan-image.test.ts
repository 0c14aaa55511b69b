import { existsSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { anApp } from '../../emulator/app/apps'
import { AzureState, isUnpacked } from '../../emulator/app/state'
import { type Emulator, startEmulator } from '../../emulator/emulator'
import { buildElf } from '../elf/elf-builder'
import { EmulatorClient } from './emulator-client'
import { isWindows } from './greeter'
import { type ScriptHandler, scriptPackage } from './script-package'

let emulator: Emulator
let client: EmulatorClient

beforeAll(async () => {
  emulator = await startEmulator({
    apps: [
      anApp({ name: 'premium', plan: 'elastic-premium' }),
      anApp({ name: 'mounted', plan: 'dedicated', settings: { WEBSITE_RUN_FROM_PACKAGE: '1' } }),
      anApp({ name: 'flex', plan: 'flex-consumption' }),
    ],
    faults: { apps: { '*': { restartLagMs: 0, handlerTimeoutMs: 200 } } },
  })
  client = new EmulatorClient(emulator)
})

afterEach(() => emulator.faults.set({ apps: { '*': { restartLagMs: 0, handlerTimeoutMs: 200 } } }))

afterAll(async () => {
  client.close()
  await emulator.stop()
})

async function deploy(name: string, handler: ScriptHandler): Promise<void> {
  const path = name === 'flex' ? '/api/publish' : '/api/zipdeploy'
  await client.scm(name, 'POST', path, await scriptPackage(handler))
  await client.until(
    () => client.scm(name, 'GET', '/api/deployments'),
    ({ json }) => json[0].complete,
  )
  await emulator.settle()
}

const site = (name: string) =>
  `/subscriptions/${emulator.ids.subscriptionId}/resourceGroups/hello-functions-rg/providers/Microsoft.Web/sites/${name}`
const log = (name: string) => emulator.state.get(name).runtime?.log().join('\n') ?? ''
const loader = '/lib64/ld-linux-x86-64.so.2'

describe.skipIf(isWindows || process.arch !== 'x64')('a program that the image cannot load', () => {
  it.each([
    [
      'premium',
      'the loader of musl',
      { interpreter: '/lib/ld-musl-x86_64.so.1', needed: ['libc.musl-x86_64.so.1'] },
      /An error occurred trying to start process '.*handler' .* No such file or directory/,
    ],
    [
      'premium',
      'a library that is not there',
      { interpreter: loader, needed: ['libc.so.6', 'libsqlite3.so.0'] },
      /handler exited with code 127 \(0x7F\).*error while loading shared libraries: libsqlite3\.so\.0: cannot open/s,
    ],
    [
      'premium',
      'a newer glibc',
      { interpreter: loader, needed: ['libc.so.6'], versions: { 'libc.so.6': ['GLIBC_2.34'] } },
      /handler exited with code 1 \(0x1\).*libc\.so\.6: version `GLIBC_2\.34' not found \(required by /s,
    ],
    [
      'flex',
      'a glibc newer than that of Flex',
      { interpreter: loader, needed: ['libc.so.6'], versions: { 'libc.so.6': ['GLIBC_2.34', 'GLIBC_2.38'] } },
      /version `GLIBC_2\.38' not found/,
    ],
  ] as const)('%s: %s', async (name, _what, elf, text) => {
    await deploy(name, { says: '', bytes: Buffer.from(buildElf(elf)) })
    await expect.poll(() => log(name), { timeout: 5000 }).toMatch(text)
    if (name === 'flex') expect(log(name)).not.toContain('GLIBC_2.34')
    // As recorded: a host whose handler does not start says nothing of it on its page, as long as it runs.
    const { status, json } = await client.arm('GET', `${site(name)}/hostruntime/admin/host/status`)
    expect(['200 Running 0', '400 Encountered an error (ServiceUnavailable) from host runtime. 0']).toContain(
      `${status} ${json.state ?? json.Message} ${json.errors?.length ?? 0}`,
    )
  })
})

describe('a package', () => {
  it.each([
    ['flex-consumption', {}, 'mounted'],
    ['consumption', {}, 'mounted'],
    ['elastic-premium', {}, 'unpacked'],
    ['dedicated', { WEBSITE_RUN_FROM_PACKAGE: '0' }, 'unpacked'],
    ['dedicated', { WEBSITE_RUN_FROM_PACKAGE: '1' }, 'mounted'],
    ['elastic-premium', { WEBSITE_RUN_FROM_PACKAGE: 'https://a.example/p.zip?sig=x' }, 'mounted'],
  ] as const)('on %s with %j is %s', (plan, settings, expected) => {
    const subscription = { id: 's', name: 's', tenantId: 't' }
    const app = new AzureState(subscription, [anApp({ name: 'app', plan, settings })]).get('app')
    expect(isUnpacked(app) ? 'unpacked' : 'mounted').toBe(expected)
  })
})

describe('a handler that writes beside its program', () => {
  const writes = `#!${process.execPath}
const { writeFileSync } = require('node:fs')
let said = 'written'
try { writeFileSync(__dirname + '/state.txt', 'x') } catch (error) { said = error.code }
require('node:http').createServer((_, answer) => answer.end(said)).listen(Number(process.env.FUNCTIONS_CUSTOMHANDLER_PORT), '127.0.0.1')
`
  const canMount = process.getuid?.() === 0 && existsSync('/usr/bin/unshare')
  it.skipIf(isWindows || !canMount /* A mount of its own needs root: docs/emulator.md. */).each([
    ['premium', 'written'],
    ['mounted', 'EROFS'],
    ['flex', 'EROFS'],
  ])('%s: %s', async (name, said) => {
    await deploy(name, { says: '', bytes: writes })
    const { text } = await client.send('GET', `${emulator.appUrl(name)}/api/Hello`)
    expect(text).toBe(said)
  })
})
