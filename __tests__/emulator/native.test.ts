import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import JSZip from 'jszip'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { anApp } from '../../emulator/app/apps'
import { type App, AzureState } from '../../emulator/app/state'
import { isNativeApp, NativeRuntime } from '../../emulator/native/native-runtime'
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

let root: string
let runtime: NativeRuntime
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'native-'))
  runtime = new NativeRuntime(root, 500)
})
afterEach(async () => {
  await runtime.stop()
  await rm(root, { recursive: true, force: true })
})

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
    await runtime.activate(await zipOf(text), anAppOf('go'))
    expect(runtime.state()).toMatchObject({ state: 'Error', errors: [expect.stringMatching(error)] })
    expect(runtime.functions()).toEqual([])
  })

  it('passes on what the program writes', async () => {
    await runtime.activate(await zipOf('#!/bin/sh\necho started\nexit 1\n'), anAppOf('go'))
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
