import { execFileSync } from 'node:child_process'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { anApp } from '../../emulator/app/apps'
import { type Emulator, startEmulator } from '../../emulator/emulator'
import type { ActionResult } from '../../scripts/run-action'
import { askApp, deployTo } from './azure'
import { canBuildNative, nativeSample } from './native-project'
import { runWarm } from './warm-jobs'
import { handlerSource, hostJson, makeWorkspace, type TestWorkspace } from './workspace'

vi.setConfig({ testTimeout: 120_000 })

const inputs = { 'working-directory': 'native' }
const check = async (folder: string, given: Record<string, string>): Promise<ActionResult> => {
  const result = await runWarm({ workspace: folder, inputs: given })
  result.dispose()
  return result
}

describe.skipIf(!canBuildNative())('a project for the native worker (needs Go 1.25 or newer)', () => {
  let workspace: TestWorkspace
  let emulator: Emulator
  let built: ActionResult
  beforeAll(async () => {
    workspace = makeWorkspace()
    nativeSample(workspace)
    built = await runWarm({ workspace: workspace.folder, inputs })
    if (built.exitCode === 0)
      copyFileSync(built.outputs['package'] ?? '', join(workspace.folder, 'native.zip'))
    built.dispose()
    emulator = await startEmulator({
      apps: [
        anApp({ name: 'n-go', plan: 'flex-consumption', runtime: { name: 'go', version: '1.0' } }),
        anApp({ name: 'n-broken', plan: 'flex-consumption', runtime: { name: 'golang', version: '1.24' } }),
        anApp({ name: 'n-custom', plan: 'flex-consumption' }),
        anApp({ name: 'n-premium', plan: 'elastic-premium' }),
      ],
    })
  })
  afterAll(async () => {
    await emulator?.stop()
    workspace?.remove()
  })

  it('is built as app and packed as host.json and app alone', () => {
    expect(built.exitCode, built.log).toBe(0)
    expect(built.outputs).toMatchObject({ executable: 'native/app', linkage: 'static', deployed: 'false' })
    const listing = execFileSync('unzip', ['-Z1', join(workspace.folder, 'native.zip')], { encoding: 'utf8' })
    expect(listing.trim().split('\n')).toEqual(['host.json', 'app'])
  })

  it('says in the summary what it is, and why it was not rehearsed', () => {
    expect(built.summary).toContain('native Go worker')
    expect(built.summary).toContain('Azure lists them after a deployment')
    expect(built.summary).toMatch(/answers to the Functions host over gRPC/)
  })

  it.each([
    ['built in the same run', inputs],
    ['made by an earlier run', { package: 'native.zip' }],
  ])('answers on a Flex app, %s', async (_, given) => {
    const result = await deployTo(emulator, {
      workspace: workspace.folder,
      appName: 'n-go',
      inputs: { ...given, 'verify-path': '/api/Greeting?name=bundle' },
    })
    expect(result.exitCode, result.log).toBe(0)
    expect(result.outputs).toMatchObject({ deployed: 'true', functions: '["Greeting"]' })
    expect(result.summary).toContain(
      given === inputs ? '1 of 1 expected' : '1, whose names are known from Azure alone',
    )
    const answer = await askApp(emulator, `${emulator.appUrl('n-go')}/api/Greeting?name=Go`)
    expect(answer).toEqual({ status: 200, body: 'Hello, Go, from a native worker.\n' })
  })

  it('is not green when the program never speaks to the host', async () => {
    const other = makeWorkspace()
    try {
      const folder = nativeSample(other)
      writeFileSync(join(folder, 'main.go'), idleMain)
      const result = await deployTo(emulator, {
        workspace: other.folder,
        appName: 'n-broken',
        inputs: { ...inputs, 'verify-timeout': '1' },
      })
      expect(result.exitCode).toBe(1)
      expect(result.outputs['warnings']).not.toBe('0')
      expect(result.log).toContain('app exited with code 0')
    } finally {
      other.remove()
    }
  })

  it.each([
    ['n-premium', /uses the native Go worker, but 'n-premium' is on Elastic Premium/],
    ['n-custom', /was created for the runtime 'custom', but the project needs 'golang'/],
  ])('is refused on %s before anything is uploaded', async (appName, message) => {
    const result = await deployTo(emulator, {
      workspace: workspace.folder,
      appName,
      inputs: { package: 'native.zip' },
    })
    expect(result.exitCode).toBe(1)
    expect(result.log).toMatch(message)
    expect(emulator.state.get(appName).received).toEqual([])
  })

  it('is refused when the program is no worker', async () => {
    const other = makeWorkspace()
    try {
      const folder = nativeSample(other)
      writeFileSync(join(folder, 'main.go'), 'package main\n\nfunc main() {}\n')
      const result = await check(other.folder, inputs)
      expect(result.exitCode).toBe(1)
      expect(result.log).toContain(
        "'app' holds no package of 'github.com/azure/azure-functions-golang-worker', so the host cannot talk to it.",
      )
    } finally {
      other.remove()
    }
  })

  it('is refused as a dynamically linked binary', async () => {
    copyFileSync('/bin/true', join(workspace.folder, 'dynamic'))
    const result = await check(workspace.folder, { ...inputs, binary: 'dynamic' })
    expect(result.exitCode).toBe(1)
    expect(result.outputs).toMatchObject({ linkage: 'dynamic' })
  })
})

/** Linked with the worker, but it never starts it. */
const idleMain = `package main

import _ "github.com/azure/azure-functions-golang-worker/worker"

func main() {}
`

describe('the model', () => {
  it('is told with both recipes when the project is neither', async () => {
    const workspace = makeWorkspace()
    try {
      workspace.write('host.json', '{ "version": "2.0" }\n')
      workspace.write('handler.go', handlerSource('/api/Hello'))
      const result = await check(workspace.folder, {})
      expect(result.exitCode).toBe(1)
      expect(result.log).toMatch(/title=custom-handler-missing/)
      expect(result.log).toContain('For a custom handler, add "customHandler"')
      expect(result.log).toContain(
        "For the native Go worker, leave host.json without that section, run 'go get github.com/azure/azure-functions-golang-worker'",
      )
    } finally {
      workspace.remove()
    }
  })

  it('is refused when the project is both', async () => {
    const workspace = makeWorkspace()
    try {
      const folder = workspace.sample('native')
      writeFileSync(join(folder, 'host.json'), hostJson('app'))
      const result = await check(workspace.folder, inputs)
      expect(result.exitCode).toBe(1)
      expect(result.log).toMatch(/::error title=model-ambiguous,file=native\/host\.json,line=7,col=3/)
    } finally {
      workspace.remove()
    }
  })

  it.each([
    [{ model: 'nativ' }, "'model' is 'nativ': use 'auto' or 'custom-handler' or 'native'."],
    [
      { model: 'native', goarch: 'arm64' },
      "'goarch' is 'arm64', but the native Go worker runs on amd64 only",
    ],
    [{ executable: 'handler' }, "'executable' is 'handler', but Azure starts the native Go worker as 'app'"],
    [{ include: 'static/**' }, "'include' is 'static/**', but the package of a native Go worker holds"],
  ])('does not go with %j', async (given, message) => {
    const workspace = makeWorkspace()
    try {
      workspace.sample('native')
      const result = await check(workspace.folder, { ...inputs, ...given })
      expect(result.exitCode).toBe(1)
      expect(result.log).toContain(message)
    } finally {
      workspace.remove()
    }
  })
})

it('is the one of the sample, which requires the real module', () => {
  const text = readFileSync(join(import.meta.dirname, '..', '..', 'samples', 'native', 'go.mod'), 'utf8')
  expect(text).toMatch(
    /^require github\.com\/azure\/azure-functions-golang-worker v\d+\.\d+\.\d+(?:-preview)?$/m,
  )
  expect(text).not.toContain('replace')
})
