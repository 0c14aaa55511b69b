import { mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type AppRepository, makeAppRepository, sharedSource } from '../../scripts/app-repository'
import { type ActionResult, repositoryRoot, runAction } from '../../scripts/run-action'

vi.setConfig({ testTimeout: 60_000 })

let folder: string
let repository: AppRepository
let first: string
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'discover-')))
  repository = makeAppRepository(folder, {
    apps: { one: ['text'], two: [], three: ['far'] },
    shared: { text: [], far: ['text'] },
  })
  first = repository.git('rev-parse', 'HEAD')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function discover(
  inputs: Readonly<Record<string, string>>,
  event: { readonly name: string; readonly payload?: object } = { name: 'workflow_dispatch' },
): Promise<ActionResult> {
  const payload = join(folder, '.git', 'event.json')
  const { writeFileSync } = await import('node:fs')
  writeFileSync(payload, JSON.stringify(event.payload ?? {}))
  const result = await runAction({
    workspace: folder,
    dist: join(repositoryRoot, 'dist', 'discover'),
    inputs,
    env: { GITHUB_EVENT_NAME: event.name, GITHUB_EVENT_PATH: payload },
  })
  result.dispose()
  return result
}

const changed = ({ outputs }: ActionResult): string[] => JSON.parse(outputs['changed'] ?? '[]')

/** Commits a change, and gives the commit before it. */
function change(...files: readonly (readonly [path: string, text: string])[]): string {
  const before = repository.git('rev-parse', 'HEAD')
  for (const [path, text] of files) repository.write(path, text)
  repository.commit('Change')
  return before
}

describe('what changed', () => {
  it.each([
    ['a file of an app', [['services/two/notes.txt', 'x']], ['two']],
    [
      'a shared package, imported near and far',
      [['shared/text/text.go', sharedSource('text', [], 'two')]],
      ['one', 'three'],
    ],
    [
      'a package that one app imports',
      [['shared/far/far.go', sharedSource('far', ['text'], 'two')]],
      ['three'],
    ],
    ['a file of nobody', [['docs/readme.md', 'x']], []],
    ['a test of a shared package', [['shared/text/text_test.go', 'package text\n']], []],
    [
      'a name with a quote, a line end and letters beyond ASCII',
      [['services/two/"ä\n日".txt', 'x']],
      ['two'],
    ],
  ] as const)('by %s', async (_, files, expected) => {
    const result = await discover({ base: change(...files) })
    expect(result.exitCode, result.log).toBe(0)
    expect(changed(result)).toEqual(expected)
    const { include } = JSON.parse(result.outputs['matrix'] ?? '{}')
    expect(include.map(({ name }: { name: string }) => name)).toEqual(expected)
    expect(result.outputs).toMatchObject({ 'app-count': '3', 'has-apps': String(expected.length > 0) })
  })

  it('by a file that is moved from one app to another', async () => {
    const before = repository.git('rev-parse', 'HEAD')
    repository.git('mv', 'services/two/notes.txt', 'services/one/notes.txt')
    repository.commit('Move')
    expect(changed(await discover({ base: before }))).toEqual(['one', 'two'])
  })

  it('by what a link leads to', async () => {
    change(['elsewhere/data.txt', 'x'])
    symlinkSync('../../elsewhere/data.txt', join(folder, 'services', 'two', 'data.txt'))
    repository.commit('Link')
    expect(changed(await discover({ base: change(['elsewhere/data.txt', 'y']) }))).toEqual(['two'])
  })

  it('as Go cannot tell it: everything that is concerned, and it is said', async () => {
    const result = await discover({ base: change(['services/go.mod', 'module "broken\n']) })
    expect(result.exitCode, result.log).toBe(0)
    expect(changed(result)).toEqual(['one', 'three', 'two'])
    expect(result.log).toContain('changes-uncertain')
    repository.git('revert', '--no-edit', 'HEAD')
  })
})

describe('what it is compared with', () => {
  it.each([
    [
      'nothing to compare with',
      { name: 'workflow_dispatch' },
      "the event 'workflow_dispatch' names no commit",
    ],
    ['a new branch', { name: 'push', payload: { before: '0'.repeat(40) } }, 'the branch is new'],
    [
      'a forced push',
      { name: 'push', payload: { before: 'f'.repeat(40), forced: true } },
      'the push was forced',
    ],
    [
      'a commit that the clone lacks',
      { name: 'push', payload: { before: 'f'.repeat(40) } },
      'fetch-depth: 0',
    ],
    ['a payload that is no commit', { name: 'push', payload: { before: '--output=x' } }, 'names no commit'],
  ])('%s: everything counts as changed', async (_, event, reason) => {
    const result = await discover({}, event)
    expect(result.exitCode, result.log).toBe(0)
    expect(changed(result)).toEqual(['one', 'three', 'two'])
    expect(`${result.log}${result.summary}`).toContain(reason)
    expect(result.outputs['base']).toBe('')
  })

  it('the commit before a push', async () => {
    const before = change(['services/one/notes.txt', 'z'])
    const result = await discover({}, { name: 'push', payload: { before, forced: false } })
    expect(changed(result)).toEqual(['one'])
    expect(result.outputs['base']).toBe(before)
  })

  it('what a pull request grew from', async () => {
    const payload = { pull_request: { base: { sha: first }, head: { sha: 'e'.repeat(40) } } }
    const result = await discover({}, { name: 'pull_request', payload })
    expect(result.outputs['base']).toBe(first)
    expect(changed(result)).toContain('one')
  })

  it('refuses another head than is checked out', async () => {
    const result = await discover({ head: first })
    expect(result.exitCode).toBe(1)
    expect(result.log).toContain(`'head' is '${first}', but '`)
  })
})

it('finds nothing where there is nothing, and says so', async () => {
  const result = await discover({ 'working-directory': 'docs' })
  expect(result.outputs).toMatchObject({ 'has-apps': 'false', 'app-count': '0' })
  expect(result.log).toContain('app-none-found')
})
