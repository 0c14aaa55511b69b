/**
 * The reusable workflow on a repository of ten apps, with the emulator behind: found, built, deployed, verified; then
 * only what a change concerns; then with an app that is broken.
 */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { anApp } from '../../emulator/app/apps'
import { type Emulator, startEmulator } from '../../emulator/emulator'
import { type AppRepository, makeAppRepository, sharedSource, tenApps } from '../../scripts/app-repository'
import { repositoryRoot } from '../../scripts/run-action'
import { askApp } from '../bundle/azure'
import { smallHandler } from '../bundle/workspace'
import { type JobRun, runWorkflow, type WorkflowResult } from './workflow-run'

vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 })

const names = Object.keys(tenApps.apps)
const workflow = join(repositoryRoot, '.github', 'workflows', 'deploy-apps.yml')

let folder: string
let repository: AppRepository
let emulator: Emulator
beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'many-apps-')))
  repository = makeAppRepository(folder, tenApps, appSource)
  emulator = await startEmulator({
    apps: names.map((name, index) =>
      anApp({ name: `shop-${name}`, plan: index % 2 === 0 ? 'flex-consumption' : 'dedicated' }),
    ),
    job: { event: 'environment' },
  })
})
afterAll(async () => {
  await emulator?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Every app is built and deployed twice or more; one without net/http links, packs and goes up in a fraction of the time. */
function appSource(name: string, imports: readonly string[]): string {
  const texts = [`"${name}"`, ...imports.map((each) => `${each}.Text()`)].join(', ')
  return smallHandler(
    `strings.Join([]string{${texts}}, " ")`,
    imports.map((each) => `example.com/shop/shared/${each}`),
  )
}

function push(
  before: string,
  inputs: Readonly<Record<string, string | boolean>> = {},
): Promise<WorkflowResult> {
  return runWorkflow(workflow, {
    repository: folder,
    inputs: {
      environment: 'production',
      'app-name-pattern': 'shop-{name}',
      'verify-path': '/api/Hello',
      ...inputs,
    },
    vars: {
      AZURE_CLIENT_ID: emulator.ids.clientId,
      AZURE_TENANT_ID: emulator.ids.tenantId,
      AZURE_SUBSCRIPTION_ID: emulator.ids.subscriptionId,
    },
    event: { name: 'push', payload: { before, forced: false } },
    signInEnv: emulator.env,
  })
}

/** Names of the apps that a job ran for. */
function appsOf({ jobs }: WorkflowResult, kind: 'Build' | 'Deploy', result?: JobRun['result']): string[] {
  return jobs
    .filter((job) => job.name.startsWith(`${kind} `) && (result === undefined || job.result === result))
    .map((job) => job.name.slice(kind.length + 1))
    .sort()
}

function jobOf({ jobs }: WorkflowResult, name: string): JobRun {
  const found = jobs.find((job) => job.name === name)
  if (found === undefined) throw new Error(`no job '${name}' among ${jobs.map((job) => job.name).join(', ')}`)
  return found
}

const activations = (): number[] => names.map((name) => emulator.state.get(`shop-${name}`).activated)

// The tests are one story: each begins with what the one before has deployed.
describe('a repository of ten apps', () => {
  it('is deployed as a whole at first, and every app answers', async () => {
    const result = await push('0'.repeat(40))
    const logs = result.jobs.filter((job) => job.result !== 'success').map((job) => job.log)
    expect(logs).toEqual([])
    expect(appsOf(result, 'Build')).toEqual(names)
    expect(appsOf(result, 'Deploy')).toEqual(names)
    expect(activations()).toEqual(names.map(() => 1))
    for (const name of names) {
      const url = emulator.appUrl(`shop-${name}`)
      const seen = await askApp(emulator, `${url}/api/Hello`)
      expect(seen).toMatchObject({ status: 200, body: expect.stringMatching(`^${name}\\b`) })
      const job = jobOf(result, `Deploy ${name}`)
      expect(job).toMatchObject({ concurrency: `deploy-shop-${name}-`, environmentUrl: url })
    }
    expect(jobOf(result, 'Find apps').summary).toContain('the branch is new')
    const { summary, outputs } = jobOf(result, 'Summary')
    expect(summary).toContain('## Passed: 10 apps (`production`)')
    expect(summary.match(/\| deployed, verified \|/g)).toHaveLength(10)
    expect(JSON.parse(outputs['passed'] ?? '')).toEqual(names)
    expect(emulator.secrets.foundIn(result.jobs.map((job) => job.summary).join('\n'))).toEqual([])
  })

  it('is deployed again where a shared package is imported, near or far', async () => {
    const before = repository.git('rev-parse', 'HEAD')
    repository.write('shared/text/text.go', sharedSource('text', [], 'two'))
    repository.write('README.md', 'It belongs to no app.\n')
    repository.commit('Change a shared package')
    const result = await push(before)
    const expected = ['audit', 'gateway', 'mail', 'reports', 'search', 'users']
    expect(appsOf(result, 'Build')).toEqual(expected)
    expect(appsOf(result, 'Deploy', 'success')).toEqual(expected)
    expect(activations()).toEqual(names.map((name) => (expected.includes(name) ? 2 : 1)))
    const seen = await askApp(emulator, `${emulator.appUrl('shop-audit')}/api/Hello`)
    expect(seen.body).toContain('text two')
    expect(jobOf(result, 'Find apps').log).toContain('::debug::Concerns no app: README.md')
  })

  it('is deployed without the one app that is broken, and the summary says why', async () => {
    const before = repository.git('rev-parse', 'HEAD')
    repository.write('services/orders/main.go', 'package main\n\nfunc main() { undefined() }\n')
    repository.write('services/stock/notes.txt', 'A file of an app.\n')
    repository.commit('Break an app')
    const result = await push(before)
    expect(appsOf(result, 'Build', 'failure')).toEqual(['orders'])
    expect(appsOf(result, 'Build', 'success')).toEqual(['stock'])
    expect(appsOf(result, 'Deploy')).toEqual(['stock'])
    const { result: colour, summary, outputs } = jobOf(result, 'Summary')
    expect(colour).toBe('failure')
    expect(summary).toContain('## Failed: 1 of 2 apps (`production`)')
    expect(summary).toMatch(/\| `orders` \| \*\*failed\*\* \| `shop-orders` \| build: .*undefined/)
    expect(summary).toMatch(/\| `stock` \| deployed, verified \| `shop-stock` \| 1 function \|/)
    expect(summary).toContain('services/orders/main.go:3:15')
    expect(outputs).toEqual({ passed: '["stock"]', failed: '["orders"]' })
  })

  it('is only built without an environment, and nobody signs in', async () => {
    const requests = emulator.requests.all.length
    const before = repository.git('rev-parse', 'HEAD')
    repository.write('services/stock/notes.txt', 'Another text.\n')
    repository.commit('Change an app')
    const result = await push(before, { environment: '', 'app-name-pattern': '' })
    expect(result.jobs.map((job) => job.name)).toEqual(['Find apps', 'Build stock', 'Summary'])
    expect(jobOf(result, 'Summary').summary).toMatch(/\| `stock` \| checked \|/)
    expect(result.artifacts).toEqual(['package-check--stock', 'report-check--build-stock'])
    expect(emulator.requests.all.length).toBe(requests)
  })

  it('is left alone when nothing changed that concerns an app', async () => {
    const before = repository.git('rev-parse', 'HEAD')
    repository.write('README.md', 'It still belongs to no app.\n')
    repository.commit('Change a text')
    const result = await push(before)
    expect(result.jobs.map((job) => job.name)).toEqual(['Find apps', 'Summary'])
    expect(jobOf(result, 'Summary')).toMatchObject({
      result: 'success',
      summary: expect.stringContaining('No app had to be built'),
    })
  })
})
