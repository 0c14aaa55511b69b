/** A deployment that never ends, through the bundle: `deploy-timeout` ends the run, and says what is still open. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { anApp } from '../../emulator/app/apps'
import { type Emulator, startEmulator } from '../../emulator/emulator'
import { deployTo, fastClock, makePackages } from './azure'
import type { TestWorkspace } from './workspace'

vi.setConfig({ testTimeout: 120_000 })

const plans = ['flex-consumption', 'elastic-premium'] as const
let emulator: Emulator
let workspace: TestWorkspace
beforeAll(async () => {
  emulator = await startEmulator({
    apps: plans.map((plan) => anApp({ name: `late-${plan}`, plan })),
    latencies: { deploymentStepMs: 3_600_000 },
  })
  workspace = await makePackages(['hello-world'])
})
afterAll(async () => {
  await emulator?.stop()
  workspace?.remove()
})

it.each(plans)('deploy-timeout: 1 ends a deployment on %s that stays where it is', async (plan) => {
  const result = await deployTo(emulator, {
    workspace: workspace.folder,
    appName: `late-${plan}`,
    inputs: { package: 'hello-world.zip', 'deploy-timeout': '1' },
    env: fastClock,
  })
  expect(result.exitCode).toBe(1)
  const errors = result.log.split('\n').filter((line) => line.startsWith('::error title='))
  expect(errors, result.log).toHaveLength(1)
  expect(errors[0]).toMatch(
    /^::error title=deployment-timeout::.* was still in the state '.+' at the deadline/,
  )
  expect(errors[0]).toContain('Raise deploy-timeout')
  expect(result.outputs).toMatchObject({ deployed: 'false', errors: '1' })
  // One minute of its own time, which is six seconds here; a run that waited for the app would not end at all.
  expect(result.elapsedMs).toBeLessThan(60_000)
  expect(emulator.state.get(`late-${plan}`).activated).toBe(0)
})
