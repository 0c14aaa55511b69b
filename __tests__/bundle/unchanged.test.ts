import { appendFileSync, copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { anApp } from '../../emulator/app/apps'
import { type Emulator, startEmulator } from '../../emulator/emulator'
import type { ActionResult } from '../../scripts/run-action'
import { deployTo, makePackages } from './azure'
import type { TestWorkspace } from './workspace'

vi.setConfig({ testTimeout: 180_000, maxConcurrency: 2 })

let emulator: Emulator
let workspace: TestWorkspace
beforeAll(async () => {
  const slots = [{ name: 'staging' }]
  emulator = await startEmulator({
    apps: [
      anApp({ name: 'u-premium', plan: 'elastic-premium' }),
      anApp({ name: 'u-flex', plan: 'flex-consumption' }),
      anApp({ name: 'u-consumption', plan: 'consumption' }),
      anApp({ name: 'u-keys', plan: 'consumption', storage: 'connection-string', canReadBlobs: false }),
      anApp({ name: 'u-broken', plan: 'elastic-premium' }),
      anApp({ name: 'u-foreign', plan: 'elastic-premium' }),
      anApp({ name: 'u-swap', plan: 'elastic-premium', slots }),
      anApp({ name: 'u-digest', plan: 'elastic-premium' }),
      anApp({ name: 'u-changed', plan: 'elastic-premium' }),
    ],
  })
  workspace = await makePackages(['hello-world', 'multi-function'])
})
afterAll(async () => {
  await emulator?.stop()
  workspace?.remove()
})

async function deploy(appName: string, inputs: Readonly<Record<string, string>>): Promise<ActionResult> {
  return deployTo(emulator, {
    workspace: workspace.folder,
    appName,
    inputs: { package: 'hello-world.zip', 'verify-timeout': '1', ...inputs },
  })
}

const skipping = { 'skip-unchanged': 'true' }

describe.concurrent('skip-unchanged', () => {
  it.each(['u-premium', 'u-flex', 'u-consumption', 'u-keys'])('on %s', async (appName) => {
    const app = emulator.state.get(appName)
    const first = await deploy(appName, skipping)
    expect(first.exitCode, first.log).toBe(0)
    expect(first.log).toContain('Not skipped: this package is not known to be active')
    expect(first.outputs['deployed']).toBe('true')
    expect(app.activated).toBe(1)

    const again = await deploy(appName, skipping)
    expect(again.exitCode, again.log).toBe(0)
    expect(app.activated).toBe(1)
    expect(again.log).toMatch(/Skipped: the same package is active in 'production' of u-[a-z]+: deployment '/)
    expect(again.outputs).toMatchObject({
      deployed: 'false',
      'deployment-id': first.outputs['deployment-id'],
      'package-sha256': first.outputs['package-sha256'],
    })
    expect(again.summary).toContain('## Passed: skipped: the same package is active')
    expect(again.summary).toMatch(/\| deploy \| skipped \| .* \| the same package is active/)
    expect(again.summary).toMatch(/\| verify \| done \|/)

    const without = await deploy(appName, {})
    expect(without.exitCode, without.log).toBe(0)
    expect(app.activated).toBe(2)

    const other = await deploy(appName, { ...skipping, package: 'multi-function.zip' })
    expect(other.exitCode, other.log).toBe(0)
    expect(other.outputs['deployed']).toBe('true')
    expect(app.activated).toBe(3)
  })

  it('uploads when the same package is active and does not answer', async () => {
    const app = emulator.state.get('u-broken')
    await deploy('u-broken', skipping)
    app.isBrokenBySwap = true
    const result = await deploy('u-broken', skipping)
    expect(result.log).toMatch(/Not skipped: the same package is active .*, but it does not verify: /)
    expect(app.activated).toBe(2)
    expect(result.exitCode).toBe(1)
  })

  it("uploads after somebody else's deployment", async () => {
    const app = emulator.state.get('u-foreign')
    await deploy('u-foreign', skipping)
    const [ours] = app.deployments
    if (ours === undefined) throw new Error('nothing was deployed')
    app.deployments.unshift({
      ...ours,
      id: 'foreign',
      deployer: 'someone-else',
      message: 'by hand',
      receivedAtMs: Date.now(),
    })
    ours.isActive = false
    const result = await deploy('u-foreign', skipping)
    expect(result.exitCode, result.log).toBe(0)
    expect(result.log).toContain("the record of the deployment 'foreign' names no digest")
    expect(app.activated).toBe(2)
  })

  it('with a swap looks at what production runs, and never swaps what it did not upload', async () => {
    const [production, staging] = [emulator.state.get('u-swap'), emulator.state.get('u-swap', 'staging')]
    const swapping = { ...skipping, 'slot-name': 'staging', 'swap-with': 'production' }
    // The slot has the package already, production another one.
    await deploy('u-swap', { package: 'multi-function.zip' })
    await deploy('u-swap', { 'slot-name': 'staging' })
    const first = await deploy('u-swap', swapping)
    expect(first.exitCode, first.log).toBe(0)
    expect(staging.activated).toBe(2)
    expect(production).toMatchObject({ swaps: 1, activeSha256: first.outputs['package-sha256'] })

    const again = await deploy('u-swap', swapping)
    expect(again.exitCode, again.log).toBe(0)
    expect(staging.activated).toBe(2)
    expect(production).toMatchObject({ swaps: 1, activeSha256: first.outputs['package-sha256'] })
    expect(again.outputs).toMatchObject({
      deployed: 'false',
      swapped: 'false',
      'app-url': emulator.appUrl('u-swap'),
    })
    expect(again.summary).toMatch(/\| swap \| skipped \| .* \| the same package is active in 'production'/)
  })
})

describe.concurrent('package-sha256', () => {
  it('lets the very bytes pass', async () => {
    const dry = await deploy('u-digest', { 'dry-run': 'true' })
    const sha256 = dry.outputs['package-sha256'] ?? ''
    const result = await deploy('u-digest', { 'package-sha256': sha256.toUpperCase() })
    expect(result.exitCode, result.log).toBe(0)
    expect(emulator.state.get('u-digest').activeSha256).toBe(sha256)
  })

  it('refuses other bytes before it reads or signs in, and quotes both digests', async () => {
    // What follows the end of a zip changes nothing for a reader of zips.
    const changed = join(workspace.folder, 'changed.zip')
    copyFileSync(join(workspace.folder, 'hello-world.zip'), changed)
    const { outputs } = await deploy('u-changed', { 'dry-run': 'true' })
    const sha256 = outputs['package-sha256'] ?? ''
    appendFileSync(changed, '\n')
    const requests = emulator.requests.all.filter(({ path }) => path.includes('u-changed')).length
    const result = await deploy('u-changed', { package: 'changed.zip', 'package-sha256': sha256 })
    expect(result.exitCode).toBe(1)
    const message =
      /^::error title=package-digest-mismatch::'changed\.zip' has the SHA-256 '([0-9a-f]{64})', but 'package-sha256' is '([0-9a-f]{64})'/m
    expect(result.log).toMatch(message)
    const [, found, wanted] = message.exec(result.log) ?? []
    expect(wanted).toBe(sha256)
    expect(found).not.toBe(sha256)
    expect(result.log).not.toContain('::group::Sign in')
    expect(emulator.requests.all.filter(({ path }) => path.includes('u-changed')).length).toBe(requests)
    expect(result.outputs['deployed']).toBe('false')
  })
})

describe('GITHUB_ARTIFACTS', () => {
  it('names the package that was made, and no package that was given', async () => {
    const file = join(workspace.folder, 'artifacts')
    writeFileSync(file, '')
    const run = (inputs: Readonly<Record<string, string>>): Promise<ActionResult> =>
      deployTo(emulator, {
        workspace: workspace.folder,
        appName: '',
        inputs: { 'app-name': '', 'client-id': '', 'tenant-id': '', 'subscription-id': '', ...inputs },
        env: { GITHUB_ARTIFACTS: file },
      })
    const made = await run({ 'working-directory': 'hello-world', rehearse: 'false' })
    expect(made.exitCode, made.log).toBe(0)
    expect(readFileSync(file, 'utf8')).toBe(`${made.outputs['package']}\n`)
    const given = await run({ package: 'hello-world.zip' })
    expect(given.exitCode, given.log).toBe(0)
    expect(readFileSync(file, 'utf8')).toBe(`${made.outputs['package']}\n`)
  })
})
