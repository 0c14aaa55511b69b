/**
 * `npm run test:act`: runs the example workflows and those of the README with act, on this machine. Our action runs
 * for real from dist/, with the emulator behind it; actions that would have to be downloaded have stand-ins. The
 * result goes into docs/dev/act.md.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { anApp } from '../emulator/app/apps'
import { startEmulator } from '../emulator/emulator'
import { installAct, runAct } from './act/run-act'
import { writeBlock } from './marked-blocks'
import { readPageBlocks } from './page-blocks'
import { repositoryRoot } from './run-action'

const page = join(repositoryRoot, 'docs', 'dev', 'act.md')
const appName = 'my-functions'

/** Actions that are not downloaded, and what runs instead of them. */
const standIns: Readonly<Record<string, string>> = {
  'actions/setup-go': 'stand-in: the Go of this machine',
  'actions/upload-artifact': 'stand-in: copies the file into a folder',
  'actions/download-artifact': 'stand-in: copies it back',
  'github/codeql-action': 'stand-in: looks whether the file is SARIF',
}

interface Case {
  readonly title: string
  readonly repository: string
  readonly workflow: string
  readonly event: string
  readonly inputs?: Readonly<Record<string, string>>
  /** How often the app takes a package into use meanwhile. */
  readonly deployments: number
}

const scratch = mkdtempSync(join(tmpdir(), 'test-act-'))
const emulator = await startEmulator({ apps: [anApp({ name: appName, plan: 'flex-consumption' })] })
const rows: string[] = []
let failures = 0
let count = 0
try {
  const act = installAct()
  const self = copyTracked(join(scratch, 'self'))
  const user = userRepository(join(scratch, 'user'))
  const examples = join('.github', 'workflows')
  const cases: readonly Case[] = [
    ...exampleCases(self, examples),
    ...user.workflows.map(({ workflow, event, title }) => ({
      ...{ title, repository: user.folder, workflow, event },
      deployments: event === 'push' ? 1 : 0,
    })),
  ]
  for (const each of cases) await tryCase(act.program, self, each)
  report(act.version)
} finally {
  await emulator.stop()
  rmSync(scratch, { recursive: true, force: true })
}
process.exitCode = failures === 0 ? 0 : 1

function exampleCases(repository: string, folder: string): readonly Case[] {
  const example = (name: string, event: string, more: Partial<Case> = {}): Case => ({
    title: `example-${name}.yml`,
    repository,
    workflow: join(folder, `example-${name}.yml`),
    event,
    deployments: 0,
    ...more,
  })
  return [
    example('pull-request', 'pull_request'),
    example('sarif', 'push'),
    example('build-then-deploy', 'workflow_dispatch', { inputs: { 'app-name': appName }, deployments: 1 }),
    example('release', 'workflow_dispatch'),
    example('release', 'release', { deployments: 1 }),
  ]
}

async function tryCase(program: string, self: string, each: Case): Promise<void> {
  const { ids, state } = emulator
  const before = state.get(appName).activated
  const { exitCode, steps, log } = await runAct(program, {
    ...{ repository: each.repository, workflow: each.workflow, event: each.event },
    env: { ...emulator.env, STAND_IN_ARTIFACTS: join(scratch, 'artifacts') },
    variables: {
      AZURE_CLIENT_ID: ids.clientId,
      AZURE_TENANT_ID: ids.tenantId,
      AZURE_SUBSCRIPTION_ID: ids.subscriptionId,
      AZURE_FUNCTION_APP: appName,
    },
    inputs: each.inputs ?? {},
    repositories: localRepositories(readFileSync(join(each.repository, each.workflow), 'utf8'), self),
    cache: join(scratch, 'cache'),
  })
  const deployments = state.get(appName).activated - before
  const isGood = exitCode === 0 && deployments === each.deployments && steps.length > 0
  if (!isGood) console.error(log)
  for (const { job, step, result } of steps) {
    addRow(
      [`\`${each.title}\``, each.event, job, `\`${nameOf(step)}\``, howOf(step), result],
      result === 'success',
    )
  }
  const seen = `exit code ${exitCode}, ${deployments} of ${each.deployments} deployments`
  addRow(
    [`\`${each.title}\``, each.event, '(all)', '', isGood ? 'as expected' : '**not as expected**', seen],
    isGood,
  )
}

function addRow(cells: readonly string[], isGood: boolean): void {
  count += 1
  if (!isGood) failures += 1
  rows.push(`| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
  console.log(`${isGood ? 'good' : 'FAILED'}  ${cells.join('  ')}`)
}

function nameOf(step: string): string {
  return step.replace(/@[0-9a-f]{40}$/, '@SHA')
}

function howOf(step: string): string {
  if (step === './' || step.startsWith('org/go-azure-func-action@'))
    return '**real**: `dist/index.js`, emulator'
  if (step.startsWith('actions/checkout@')) return 'act itself: copies the working tree'
  return Object.entries(standIns).find(([name]) => step.startsWith(name))?.[1] ?? 'real'
}

/** Every action that a workflow names by owner: ours is this repository, the others have a stand-in. */
function localRepositories(workflow: string, self: string): Readonly<Record<string, string>> {
  const uses = [...workflow.matchAll(/uses: ([\w.-]+\/[\w.-]+)[\w./-]*@(\S+)/g)]
  const entries = uses.flatMap(([, name = '', ref = '']) => {
    if (name === 'org/go-azure-func-action') return [[`${name}@${ref}`, self]]
    if (standIns[name] === undefined) return []
    return [[`${name}@${ref}`, join(repositoryRoot, 'scripts', 'act', name.split('/')[1] ?? '')]]
  })
  return Object.fromEntries(entries)
}

/** What git holds of this repository, with dist/ as it is now. */
function copyTracked(folder: string): string {
  const listed = spawnSync('git', ['ls-files', '-z', '--', 'action.yml', 'dist', 'samples', '.github'], {
    cwd: repositoryRoot,
    encoding: 'utf8',
  })
  for (const path of listed.stdout.split('\0').filter((each) => each !== '')) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    cpSync(join(repositoryRoot, path), join(folder, path))
  }
  return commitAll(folder)
}

/** A repository of a user: one app, and the workflows of the README. */
function userRepository(folder: string) {
  cpSync(join(repositoryRoot, 'samples', 'hello-world'), folder, { recursive: true })
  // A reusable workflow checks this repository out in ways that act does not know; __tests__/workflow runs it.
  const blocks = ['README.md', 'docs/first-function.md']
    .flatMap((name) => readPageBlocks(name))
    .filter(({ kind, text }) => kind === 'yaml' && /^jobs:/m.test(text) && !/^ {4}uses: /m.test(text))
  const workflows = blocks.map(({ page: from, text, line }, index) => {
    const workflow = join('.github', 'workflows', `readme-${index + 1}.yml`)
    mkdirSync(join(folder, dirname(workflow)), { recursive: true })
    writeFileSync(join(folder, workflow), text)
    const event = /^on: pull_request$/m.test(text) ? 'pull_request' : 'push'
    return { workflow, event, title: `${from}, line ${line}` }
  })
  return { folder: commitAll(folder), workflows }
}

function commitAll(folder: string): string {
  const identity = ['-c', 'user.name=Someone', '-c', 'user.email=someone@example.com']
  for (const args of [
    ['init', '--quiet', '--initial-branch', 'main'],
    ['remote', 'add', 'origin', 'https://github.com/org/repository'],
    ['add', '--all', '--force'],
    [...identity, 'commit', '--quiet', '--message', 'Everything'],
  ]) {
    const done = spawnSync('git', args, { cwd: folder, encoding: 'utf8' })
    if (done.status !== 0) throw new Error(`git ${args.join(' ')}: ${done.stderr}`)
  }
  return folder
}

function report(version: string): void {
  const lines = [
    `act ${version}, ${new Date().toISOString().slice(0, 10)}: ${count - failures} of ${count} good.`,
    '',
    '| workflow | event | job | step | how it ran | result |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ]
  writeFileSync(page, writeBlock(readFileSync(page, 'utf8'), 'test:act', lines.join('\n')))
  console.log(`\ntest:act: ${count - failures} of ${count} good; docs/dev/act.md has them`)
}
