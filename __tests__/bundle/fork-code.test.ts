/**
 * Runs that have credentials although a fork started them: what is deployed from there has to be code of this
 * repository, known by the commit that is checked out in a real clone.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { anApp } from '../../emulator/app/apps'
import { type Emulator, startEmulator } from '../../emulator/emulator'
import type { ActionResult } from '../../scripts/run-action'
import { tryWays, waysToTry } from '../../src/host/process/isolation'
import { buildElf } from '../elf/elf-builder'
import { signInInputs } from './azure'
import { runWarm } from './warm-jobs'
import { functionJson, hostJson, makeWorkspace, smallHandlerSource, type TestWorkspace } from './workspace'

vi.setConfig({ testTimeout: 120_000 })

let workspace: TestWorkspace
let emulator: Emulator
let own = ''
let head = ''
let merge = ''
let pushedLater = ''
const results: ActionResult[] = []

const git = (...words: string[]): string =>
  execFileSync('git', ['-C', join(workspace.folder, 'repo'), ...words], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
  }).trim()

const commit = (text: string): string => {
  workspace.write('repo/app/note.txt', text)
  git('add', '.')
  git('-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '-qm', text)
  return git('rev-parse', 'HEAD')
}

beforeAll(async () => {
  workspace = makeWorkspace()
  workspace.write('repo/app/host.json', hostJson('handler'))
  workspace.write('repo/app/Hello/function.json', functionJson)
  workspace.write('repo/app/handler.go', smallHandlerSource)
  workspace.write('repo/.gitignore', 'handler\n')
  git('init', '-q', '-b', 'main')
  own = commit('own')
  git('checkout', '-q', '-b', 'change')
  head = commit('head')
  pushedLater = commit('pushed later')
  git('checkout', '-q', 'main')
  merge = commit('merge')
  git('reset', '-q', '--hard', own)
  workspace.write('handler', buildElf(), 0o755)
  emulator = await startEmulator({ apps: [anApp({ name: 'fork-flex', plan: 'flex-consumption' })] })
})
afterAll(async () => {
  for (const result of results) result.dispose()
  await emulator?.stop()
  workspace?.remove()
})

/** As actions/checkout leaves it: the commit itself is checked out, and refs of the remote may be there. */
const checkOut = (sha: string): void => {
  git('checkout', '-q', '--detach', sha)
}

const spied = (): string => join(workspace.folder, 'spied')
/** Programs of these names that only tell that they were started; a batch file would not be run on Windows. */
const spies = (): Record<string, string> => {
  for (const name of ['go', 'git'])
    workspace.write(`bin/${name}`, `#!/bin/sh\necho $0 >> '${spied()}'\n`, 0o755)
  return { PATH: `${join(workspace.folder, 'bin')}${delimiter}${process.env['PATH']}` }
}

async function run(
  event: { readonly name: string; readonly payload: unknown },
  options: { inputs?: Record<string, string>; env?: Record<string, string> } = {},
): Promise<ActionResult> {
  const result = await runWarm({
    workspace: workspace.folder,
    inputs: {
      'working-directory': 'repo/app',
      rehearse: 'false',
      'app-name': 'fork-flex',
      'dry-run': 'true',
      ...signInInputs(emulator),
      ...options.inputs,
    },
    env: {
      ...emulator.env,
      GITHUB_REPOSITORY: 'octo/app',
      GITHUB_SHA: own,
      GITHUB_EVENT_NAME: event.name,
      GITHUB_EVENT_PATH: workspace.write('event.json', JSON.stringify(event.payload)),
      ...options.env,
    },
  })
  results.push(result)
  return result
}

const pullRequest = (repository: string | null) => ({
  name: 'pull_request_target',
  payload: {
    pull_request: {
      head: { sha: head, repo: repository === null ? null : { full_name: repository } },
      base: { repo: { full_name: 'octo/app' } },
      merge_commit_sha: merge,
    },
  },
})
const workflowRun = (repository: string) => ({
  name: 'workflow_run',
  payload: { workflow_run: { head_sha: head, head_repository: { full_name: repository } } },
})

const comment = { name: 'issue_comment', payload: { issue: { pull_request: {} } } }

async function expectRefused(result: ActionResult, asked: number, says: RegExp): Promise<void> {
  expect(result.exitCode).toBe(1)
  const line = result.log.split('\n').find((text) => text.startsWith('::error title=deploy-fork-code'))
  expect(line, result.log).toMatch(says)
  expect(result.outputs).toMatchObject({ errors: '1', deployed: 'false' })
  expect(result.log).not.toContain('::group::Build')
  expect(emulator.requests.all.length).toBe(asked)
  expect(existsSync(spied())).toBe(false)
}

describe('a run with credentials that a fork started', () => {
  const cases = [
    ['the head of the pull request', () => checkOut(head), /'mallory\/app'.*is the head of it/],
    ['its merge', () => checkOut(merge), /is one of a pull request/],
    ['what was pushed after the event', () => checkOut(pushedLater), /, while the run was started for/],
    [
      'a newer merge, which the ref tells',
      () => {
        git('update-ref', 'refs/remotes/pull/7/merge', pushedLater)
        git('pack-refs', '--all')
        checkOut(pushedLater)
      },
      /is one of a pull request/,
    ],
    ['a branch of that name', () => git('checkout', '-q', 'change'), /, while the run was started for/],
  ] as const
  it.each(cases)('in pull_request_target does not deploy %s', async (_, prepare, says) => {
    prepare()
    const asked = emulator.requests.all.length
    await expectRefused(await run(pullRequest('mallory/app'), { env: spies() }), asked, says)
    git('for-each-ref', '--format=%(refname)', 'refs/remotes')
      .split('\n')
      .filter(Boolean)
      .forEach((ref) => void git('update-ref', '-d', ref))
  })

  it('does not deploy what a deleted fork left', async () => {
    checkOut(head)
    const asked = emulator.requests.all.length
    await expectRefused(
      await run(pullRequest(null), { env: spies() }),
      asked,
      /a fork that the event does not name/,
    )
  })

  it('in workflow_run does not deploy the head', async () => {
    checkOut(head)
    const asked = emulator.requests.all.length
    await expectRefused(await run(workflowRun('mallory/app'), { env: spies() }), asked, /is the head of it/)
  })

  it('does not deploy from a work tree of its own, nor from a folder without .git', async () => {
    checkOut(own)
    git('worktree', 'add', '-q', '--detach', '../tree', head)
    const asked = emulator.requests.all.length
    const inTree = { inputs: { 'working-directory': 'tree/app' }, env: spies() }
    await expectRefused(await run(pullRequest('mallory/app'), inTree), asked, /is the head of it/)
    rmSync(join(workspace.folder, 'tree/.git'))
    await expectRefused(
      await run(pullRequest('mallory/app'), inTree),
      asked,
      /cannot be read from the workspace/,
    )
  })

  it.each(['package', 'binary'])(
    'does not deploy a given %s, which may be made of anything',
    async (name) => {
      checkOut(own)
      writeFileSync(join(workspace.folder, 'app.zip'), 'x')
      const inputs = { [name]: name === 'package' ? 'app.zip' : 'handler' }
      const asked = emulator.requests.all.length
      const says = new RegExp(`nothing tells whose code '${name}'`)
      await expectRefused(await run(pullRequest('mallory/app'), { inputs, env: spies() }), asked, says)
    },
  )

  it('cannot be told to accept it', async () => {
    checkOut(head)
    const inputs = { 'ignore-findings': 'deploy-fork-code' }
    const asked = emulator.requests.all.length
    const result = await run(pullRequest('mallory/app'), { inputs })
    expect(result.exitCode).toBe(1)
    expect(emulator.requests.all.length).toBe(asked)
  })

  it('builds and checks it without app-name, and starts its handler isolated or not at all', async () => {
    checkOut(head)
    const without = {
      'app-name': '',
      'dry-run': '',
      'client-id': '',
      'tenant-id': '',
      'subscription-id': '',
    }
    const ways = process.platform === 'linux' ? await tryWays(waysToTry(process.getuid?.() === 0, '')) : []
    const isPossible = ways.some(({ problem }) => problem === undefined)
    const asked = emulator.requests.all.length
    for (const rehearse of ['auto', 'true']) {
      for (const event of [workflowRun('mallory/app'), pullRequest('mallory/app'), comment]) {
        const result = await run(event, { inputs: { ...without, rehearse } })
        expect(result.exitCode, result.log).toBe(0)
        expect(result.log).not.toContain('Not isolated')
        if (isPossible) expect(result.log).toMatch(/^Isolated \(/m)
        else expect(result.summary).toMatch(/\| rehearse \| skipped \|/)
      }
    }
    expect(emulator.requests.all.length).toBe(asked)
  })

  it.each([
    ['the merge of the pull request, which is GITHUB_SHA', () => merge],
    ['the head of the pull request', () => head],
    ["this repository's own commit, which the event does not name", () => own],
  ])('in pull_request and pull_request_review, with a token, does not deploy %s', async (_, commitOf) => {
    checkOut(commitOf())
    for (const name of ['pull_request', 'pull_request_review']) {
      const payload = { pull_request: { head: { sha: head, repo: { full_name: 'mallory/app' } } } }
      const asked = emulator.requests.all.length
      const env = { ...spies(), GITHUB_SHA: merge }
      await expectRefused(await run({ name, payload }, { env }), asked, /'mallory\/app'/)
    }
  })

  it('in an event that anybody may cause deploys nothing but the commit of the event', async () => {
    for (const sha of [head, merge, pushedLater]) {
      checkOut(sha)
      const asked = emulator.requests.all.length
      const result = await run(comment, { env: spies() })
      await expectRefused(result, asked, /an event that anybody may cause, and .* started for/)
    }
    const asked = emulator.requests.all.length
    const inputs = { binary: 'handler' }
    await expectRefused(await run(comment, { inputs, env: spies() }), asked, /nothing tells whose code/)
  })

  it.each([
    ['a main package', { 'main-package': '../../theirs/app' }],
    ['a project behind a link', { 'working-directory': 'repo/linked' }],
  ])('does not deploy %s of another checkout beside the own one', async (_, inputs) => {
    checkOut(own)
    git('worktree', 'add', '-q', '--detach', '../theirs', head)
    if ('working-directory' in inputs)
      symlinkSync(join(workspace.folder, 'theirs/app'), join(workspace.folder, 'repo/linked'))
    const asked = emulator.requests.all.length
    const result = await run(pullRequest('mallory/app'), { inputs, env: spies() })
    git('worktree', 'remove', '--force', '../theirs')
    rmSync(join(workspace.folder, 'repo/linked'), { force: true })
    await expectRefused(result, asked, /belongs to another checkout/)
  })

  it('does deploy code of a pull request of this repository, whose authors may push anyway', async () => {
    checkOut(head)
    for (const event of [pullRequest('Octo/App'), workflowRun('Octo/App')]) {
      const result = await run(event)
      expect(result.exitCode, result.log).toBe(0)
      expect(result.log).toContain('Found fork-flex')
    }
  })

  // The emulator can only be reached by an endpoint of the environment, so the run ends where it would sign in.
  it("takes this repository's own commit, and sends its tokens to Azure alone", async () => {
    checkOut(own)
    for (const event of [pullRequest('mallory/app'), workflowRun('mallory/app'), comment]) {
      const asked = emulator.requests.all.length
      const result = await run(event)
      expect(result.exitCode).toBe(1)
      expect(result.log).toContain('azure-endpoint-in-fork')
      expect(result.log).not.toContain('deploy-fork-code')
      expect(emulator.requests.all.length).toBe(asked)
    }
  })
})
