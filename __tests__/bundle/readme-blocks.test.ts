/**
 * Every block of the README is tried as a new user would: workflows are validated and their steps run through the
 * bundle against the emulator, commands are run. A block of another kind, or a command that nobody knows, fails.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { anApp } from '../../emulator/app/apps'
import { type Emulator, startEmulator } from '../../emulator/emulator'
import { readPageBlocks, shellCommands } from '../../scripts/page-blocks'
import { repositoryRoot } from '../../scripts/run-action'
import { actionErrors, actionSteps, workflowOf } from '../repository/page-workflows'
import { workflowErrors } from '../repository/workflow-schema'
import { askApp, deployTo } from './azure'
import { makeWorkspace, type TestWorkspace } from './workspace'

vi.setConfig({ testTimeout: 300_000 })

const blocks = readPageBlocks('README.md')
const titled = blocks.map((block) => ({ ...block, title: `line ${block.line}, ${block.kind}` }))
const yaml = titled.filter(({ kind }) => kind === 'yaml')
const pinned = yaml.find(({ text }) => /@[0-9a-f]{40}/.test(text))?.text ?? ''
const commands = titled.filter(({ kind }) => kind === 'sh').flatMap(({ text }) => shellCommands(text))

it('the README has blocks, of known kinds only, and fewer than 350 lines', () => {
  expect(blocks.length).toBeGreaterThan(10)
  expect(new Set(blocks.map(({ kind }) => kind))).toEqual(new Set(['yaml', 'sh']))
  expect(readFileSync(join(repositoryRoot, 'README.md'), 'utf8').split('\n').length).toBeLessThan(350)
})

describe.each(yaml)('$title', ({ text }) => {
  it('is a valid workflow, or steps of one', () => expect(workflowErrors(workflowOf(text))).toEqual([]))

  it('gives the action only inputs that it has, and reads only outputs that it has', () =>
    expect(actionErrors(text)).toEqual([]))
})

describe('the steps of the workflows, run', () => {
  let emulator: Emulator
  let root: TestWorkspace
  let folders: TestWorkspace
  beforeAll(async () => {
    emulator = await startEmulator({
      apps: [anApp({ name: 'my-functions', plan: 'elastic-premium', slots: [{ name: 'staging' }] })],
    })
    // What a repository with one app holds, and one with several.
    root = makeWorkspace()
    cpSync(join(repositoryRoot, 'samples', 'hello-world'), root.folder, { recursive: true })
    folders = makeWorkspace()
    for (const name of ['hello-world', 'multi-function']) folders.sample(name)
  })
  afterAll(async () => {
    await emulator?.stop()
    root?.remove()
    folders?.remove()
  })

  const steps = yaml.flatMap(({ title, text }) =>
    actionSteps(text).map((inputs, index) => ({ title: `${title}, step ${index + 1}`, inputs })),
  )

  it.each(steps)('$title', async ({ inputs }) => {
    const { vars, ...given } = inputs
    const { 'app-name': appName, ...others } = given
    // The variables that the README tells to set, under their names there.
    for (const [input, name] of Object.entries(vars)) expect(name).toBe(variables[input])
    expect(Object.keys(vars).sort()).toEqual(appName === undefined ? [] : Object.keys(variables).sort())
    const slot = others['slot-name']
    const before = appName === undefined ? 0 : emulator.state.get(appName, slot).activated
    const result = await deployTo(emulator, {
      isBundle: true,
      workspace: others['working-directory'] === undefined ? root.folder : folders.folder,
      appName: appName ?? '',
      inputs: appName === undefined ? { ...others, ...emptySignIn } : others,
    })
    if (others['cloud'] !== undefined) {
      // The emulator is a public cloud: it trusts no token that was made for another one, and that is what it says.
      expect(result.log).toContain("::error title=entra-audience-mismatch::No federated credential of '")
      expect(result.log).toContain("has the audience 'api://AzureADTokenExchangeUSGov'")
      return
    }
    expect(result.exitCode, result.log).toBe(0)
    const isDeployed = appName !== undefined && others['dry-run'] !== 'true'
    expect(result.outputs['deployed'] ?? 'false').toBe(String(isDeployed))
    if (appName === undefined) return
    expect(emulator.state.get(appName, slot).activated).toBe(before + (isDeployed ? 1 : 0))
    if (others['verify-path'] === undefined) return
    const answer = await askApp(emulator, `${result.outputs['app-url']}${others['verify-path']}`)
    expect(answer).toMatchObject({ status: 200, body: expect.stringContaining('Hello, ci') })
  })
})

const variables: Readonly<Record<string, string>> = {
  'client-id': 'AZURE_CLIENT_ID',
  'tenant-id': 'AZURE_TENANT_ID',
  'subscription-id': 'AZURE_SUBSCRIPTION_ID',
}
const emptySignIn = { 'client-id': '', 'tenant-id': '', 'subscription-id': '' }

/** Commands that stand in the README and are not run here, each with the reason. */
const notRunHere: Readonly<Record<string, string>> = {
  'npm test': 'this test is a part of it',
  'npm run demo -- --force-wrong':
    'it waits for the two minutes that the host gives a handler; __tests__/emulator and __tests__/host hold the parts',
}

describe('the commands', () => {
  it.each(commands)('%s', (command) => {
    if (notRunHere[command] !== undefined) return
    if (/^(az|gh) /.test(command)) {
      // They need a subscription. docs/oidc.md explains them, and oidc-page.test.ts holds them.
      expect(explained).toContain(command)
      return
    }
    expect(command).toMatch(/^npm run demo( -- [\w -]+)?$/)
    const ran = spawnSync(command, { cwd: repositoryRoot, encoding: 'utf8', shell: true })
    expect(ran.status, `${ran.stdout}${ran.stderr}`).toBe(0)
    if (command === 'npm run demo') expect(ran.stdout).toMatch(/^Hello, demo/m)
    if (command.includes('--wrong')) expect(ran.stdout).toContain('Nothing was uploaded.')
  })

  it('set the variables that the workflows read', () => {
    const set = commands.flatMap((command) => /^gh variable set (\w+) /.exec(command)?.[1] ?? [])
    expect(set.sort()).toEqual(Object.values(variables).sort())
  })
})

const explained = readPageBlocks('docs/oidc.md')
  .filter(({ kind }) => kind === 'sh')
  .flatMap(({ text }) => shellCommands(text))

describe('the commit that is pinned as an example', () => {
  const pin = /org\/go-azure-func-action@([0-9a-f]{40}) # v(\d+\.\d+\.\d+)/.exec(pinned)
  const [, commit = '', version = ''] = pin ?? []
  const git = (...args: readonly string[]) =>
    spawnSync('git', args, { cwd: repositoryRoot, encoding: 'utf8' })

  it('is written as a SHA with its version', () => expect(pin).not.toBeNull())

  it('has that version', (context) => {
    const found = git('cat-file', '-e', commit)
    if (found.status !== 0) context.skip('this clone does not hold the commit (a shallow one)')
    expect(JSON.parse(git('show', `${commit}:package.json`).stdout).version).toBe(version)
  })
})
