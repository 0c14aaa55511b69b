import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { anApp } from '../../emulator/app/apps'
import { type Emulator, startEmulator } from '../../emulator/emulator'
import { plans } from '../../src/functions/plans'
import { askApp, deployTo, makePackages, type SampleName, visibleText } from './azure'
import type { TestWorkspace } from './workspace'

vi.setConfig({ testTimeout: 180_000, maxConcurrency: 2 })

let emulator: Emulator
let workspace: TestWorkspace
beforeAll(async () => {
  const slots = [{ name: 'staging' }]
  emulator = await startEmulator({
    apps: [
      anApp({ name: 'd-flex-consumption', plan: 'flex-consumption' }),
      anApp({ name: 'd-elastic-premium', plan: 'elastic-premium', slots }),
      anApp({ name: 'd-dedicated', plan: 'dedicated', slots }),
      anApp({ name: 'd-consumption', plan: 'consumption', slots }),
      anApp({ name: 'd-keys', plan: 'consumption', storage: 'connection-string', canReadBlobs: false }),
      anApp({ name: 'd-windows', plan: 'dedicated', flavour: 'windows' }),
      ...plans.map((plan) => anApp({ name: `dry-${plan}`, plan })),
    ],
    faults: {
      // What is wrong with it is known when go builds already, also on a busy machine.
      requests: [
        { service: 'arm', path: /\/sites\/d-windows\b/, times: 1, effect: { kind: 'delay', delayMs: 1500 } },
      ],
    },
  })
  workspace = await makePackages(['hello-world', 'multi-function'])
})
afterAll(async () => {
  await emulator?.stop()
  workspace?.remove()
})

// What each sample answers when it is asked as a caller would.
const conversations: Record<
  SampleName,
  { path: (key: string) => string; answer: RegExp; functions: string[] }
> = {
  'hello-world': {
    path: () => '/api/HttpExample?name=bundle',
    answer: /Hello, bundle/,
    functions: ['HttpExample'],
  },
  'multi-function': {
    path: (key) => `/api/greetings/bundle?code=${key}`,
    answer: /bundle/,
    functions: ['Greeting', 'NightlyCleanup', 'OrderReceived'],
  },
}

describe.concurrent('the package of an earlier run is deployed, and the host answers', () => {
  it.each([
    ['flex-consumption', ''],
    ['elastic-premium', ''],
    ['elastic-premium', 'staging'],
    ['dedicated', ''],
    ['dedicated', 'staging'],
    ['consumption', ''],
    ['consumption', 'staging'],
    ['keys', ''],
  ] as const)('%s %s', async (plan, slot) => {
    const appName = `d-${plan}`
    const app = emulator.state.get(appName, slot || undefined)
    for (const [index, sample] of (['hello-world', 'multi-function'] as const).entries()) {
      const { path, answer, functions } = conversations[sample]
      const result = await deployTo(emulator, {
        workspace: workspace.folder,
        appName,
        isBundle: sample === 'hello-world',
        inputs: {
          package: `${sample}.zip`,
          ...(slot === '' ? {} : { 'slot-name': slot }),
          ...(sample === 'hello-world' ? { 'verify-path': path('') } : {}),
        },
      })
      expect(result.exitCode, result.log).toBe(0)
      expect(app.activated).toBe(index + 1)
      expect(app.activeSha256).toBe(result.outputs['package-sha256'])
      const url = emulator.appUrl(appName, slot || undefined)
      expect(result.outputs).toMatchObject({
        'app-url': url,
        plan: emulator.state.get(appName).spec.plan,
        deployed: 'true',
      })
      expect(result.outputs['deployment-id']).toMatch(/^[\w@/.-]{8,}$/)
      expect(JSON.parse(result.outputs['functions'] ?? '').sort()).toEqual(functions)
      const seen = await askApp(emulator, `${url}${path(app.masterKey)}`)
      expect(seen).toMatchObject({ status: 200, body: expect.stringMatching(answer) })
      // The second one has not the function of the first; with keys there is the end of the signature besides.
      const warnings = index + Number(plan === 'keys')
      const passed = ['Passed', 'Passed with 1 warning', 'Passed with 2 warnings'][warnings] ?? ''
      expect(result.summary).toContain(`## ${passed}: deployed to \`${appName}`)
      expect(result.log.includes('functions-removed')).toBe(index === 1)
      expect(result.summary).toContain('### Verification')
      expect(result.summary).toMatch(/\*\*Functions listed\*\* \| [13] of [13] expected/)
      expect(result.summary).toMatch(/```mermaid\ngantt\n[\s\S]*section Azure\n[\s\S]*```/)
      expect(emulator.secrets.foundIn(visibleText(result))).toEqual([])
      const endOfSignature = /reads its package through a signed address that ends on \d{4}-\d\d-\d\d\./
      if (plan === 'keys') expect(result.log).toMatch(endOfSignature)
      else expect(result.log).not.toMatch(endOfSignature)
    }
  })
})

it('builds, rehearses and deploys in one run, and the environment URL is the address of the app', async () => {
  workspace.sample('hello-world')
  const result = await deployTo(emulator, {
    workspace: workspace.folder,
    appName: 'd-flex-consumption',
    isBundle: true,
    inputs: { 'working-directory': 'hello-world', 'verify-path': '/api/HttpExample?name=one' },
  })
  expect(result.exitCode, result.log).toBe(0)
  expect(result.log).toContain('Rehearsed: ')
  expect(result.outputs['app-url']).toBe(emulator.appUrl('d-flex-consumption'))
  expect(result.outputs['executable']).toBe('hello-world/handler')
})

describe('dry-run', () => {
  it.each(plans)('looks at an app on %s and writes nothing', async (plan) => {
    const first = emulator.requests.all.length
    const before = { ...emulator.state.get(`dry-${plan}`).settings }
    const result = await deployTo(emulator, {
      workspace: workspace.folder,
      appName: `dry-${plan}`,
      inputs: { package: 'hello-world.zip', 'dry-run': 'true' },
    })
    expect(result.exitCode, result.log).toBe(0)
    const writes = emulator.requests.all
      .slice(first)
      .filter(({ method }) => method !== 'GET')
      .map(
        ({ service, method, path }) =>
          `${service} ${method} ${path.replace(/^.*(?=\/(?:oauth2|config)\/)/, '')}`,
      )
    expect(new Set(writes)).toEqual(
      new Set(['entra POST /oauth2/v2.0/token', 'arm POST /config/appsettings/list']),
    )
    const app = emulator.state.get(`dry-${plan}`)
    expect(app).toMatchObject({ received: [], activated: 0, syncs: 0, settings: before })
    expect(result.outputs).toMatchObject({ deployed: 'false', plan })
    expect(result.summary).toContain('dry-run')
  })
})

describe('a problem that is found while go builds', () => {
  it('ends the build and fails at once', async () => {
    const real = execFileSync('which', ['go'], { encoding: 'utf8' }).trim()
    const pidFile = join(workspace.folder, 'pid')
    const script = `#!/bin/sh\nif [ "$1" = build ]; then echo $$ > '${pidFile}'; exec sleep 60; fi\nexec '${real}' "$@"\n`
    workspace.write('bin/go', script, 0o755)
    const result = await deployTo(emulator, {
      workspace: workspace.folder,
      appName: 'd-windows',
      inputs: { 'working-directory': 'hello-world' },
      env: { PATH: `${join(workspace.folder, 'bin')}:${process.env['PATH']}` },
    })
    expect(result.exitCode).toBe(1)
    expect(result.elapsedMs).toBeLessThan(30_000)
    expect(result.log).toMatch(/^::error title=site-is-windows/m)
    expect(result.outputs).toMatchObject({ errors: '1', deployed: 'false' })
    expect(existsSync(pidFile)).toBe(true)
    expect(isAlive(Number(readFileSync(pidFile, 'utf8')))).toBe(false)
    expect(result.summary).toMatch(/\| build \| \*\*cancelled\*\*/)
  })
})

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
