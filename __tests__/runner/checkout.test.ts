import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readCheckout } from '../../src/runner/checkout'
import { forkOf } from '../../src/runner/fork'

const commit = '0123456789abcdef0123456789abcdef01234567'
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'checkout-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

describe('the commit of a checkout', () => {
  it.each([
    ['a commit', { '.git/HEAD': `${commit}\n` }, commit, false],
    ['capital letters', { '.git/HEAD': commit.toUpperCase() }, commit, false],
    [
      'a branch',
      { '.git/HEAD': 'ref: refs/heads/a/b\n', '.git/refs/heads/a/b': `${commit}\n` },
      commit,
      false,
    ],
    [
      'a packed branch',
      { '.git/HEAD': 'ref: refs/heads/a\n', '.git/packed-refs': `# pack-refs\n${commit} refs/heads/a\n^x\n` },
      commit,
      false,
    ],
    ['a pull request', { '.git/HEAD': commit, '.git/refs/remotes/pull/7/head': `${commit}\n` }, commit, true],
    ['a further work tree', { '.git': 'gitdir: other/git\n', 'other/git/HEAD': commit }, commit, false],
    ['a branch that leads out', { '.git/HEAD': 'ref: refs/../../secret', secret: commit }, '', false],
    ['a branch that is no ref', { '.git/HEAD': 'ref: config', '.git/config': commit }, '', false],
    ['an abbreviated commit', { '.git/HEAD': commit.slice(0, 7) }, '', false],
    ['a HEAD that is a folder', { '.git/HEAD/x': commit }, '', false],
    ['a HEAD that is too large', { '.git/HEAD': `${commit}${' '.repeat(9 * 1024 * 1024)}` }, '', false],
    ['a .git that leads to itself', { '.git': 'gitdir: .git' }, '', false],
    ['no .git', {}, '', false],
  ] as const)('%s', (_, files, expected, isPullRequest) => {
    for (const [path, text] of Object.entries(files)) write(path, text)
    expect(readCheckout(folder)).toEqual({ commit: expected, isPullRequest })
  })
})

describe('whose pull request started a run with secrets', () => {
  it.each([
    ['push', {}, undefined],
    ['pull_request', { pull_request: { head: { repo: { full_name: 'mallory/app' } } } }, undefined],
    ['pull_request_target', { pull_request: { head: { repo: { full_name: 'OCTO/app' } } } }, undefined],
    [
      'pull_request_target',
      { pull_request: { head: { repo: { full_name: 'mallory/app' } } } },
      'mallory/app',
    ],
    ['pull_request_target', { pull_request: { head: { repo: null } } }, ''],
    ['pull_request_target', undefined, ''],
    ['pull_request_target', { pull_request: { head: { repo: { full_name: { toString: 1 } } } } }, ''],
    ['workflow_run', { workflow_run: { head_repository: { full_name: 'octo/app' } } }, undefined],
    ['workflow_run', { workflow_run: { head_repository: { full_name: 'mallory/app' } } }, 'mallory/app'],
    ['workflow_run', 'text', ''],
  ])('%s %j', (eventName, payload, expected) => {
    expect(forkOf(eventName, payload, 'octo/app')?.repository).toBe(expected)
  })
})
