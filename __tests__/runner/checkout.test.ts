import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readCheckout } from '../../src/runner/checkout'
import { strangerOf } from '../../src/runner/fork'

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

describe('who has a part in a run', () => {
  const fork = { pull_request: { head: { repo: { full_name: 'mallory/app' } } } }
  const own = { pull_request: { head: { repo: { full_name: 'OCTO/app' } } } }
  const runOf = (event: string, repository = 'octo/app') => ({
    workflow_run: { event, head_repository: { full_name: repository } },
  })
  it.each([
    ['', fork, undefined],
    ['push', fork, undefined],
    ['schedule', {}, undefined],
    ['workflow_dispatch', {}, undefined],
    ['release', {}, undefined],
    ['merge_group', {}, undefined],
    ['repository_dispatch', {}, undefined],
    ['create', {}, undefined],
    ['delete', {}, undefined],
    ['deployment', {}, undefined],
    ['deployment_status', {}, undefined],
    ['registry_package', {}, undefined],
    ['pull_request', fork, 'mallory/app'],
    ['pull_request', own, undefined],
    ['pull_request_review', fork, 'mallory/app'],
    ['pull_request_review', own, undefined],
    ['pull_request_review_comment', fork, 'mallory/app'],
    ['pull_request_target', own, undefined],
    ['pull_request_target', fork, 'mallory/app'],
    ['pull_request_target', { pull_request: { head: { repo: null } } }, ''],
    ['pull_request_target', undefined, ''],
    ['pull_request_target', { pull_request: { head: { repo: { full_name: { toString: 1 } } } } }, ''],
    ['workflow_run', { workflow_run: { head_repository: { full_name: 'octo/app' } } }, undefined],
    ['workflow_run', runOf('push'), undefined],
    ['workflow_run', runOf('pull_request'), undefined],
    ['workflow_run', runOf('pull_request', 'mallory/app'), 'mallory/app'],
    ['workflow_run', runOf('issue_comment'), 'anybody'],
    ['workflow_run', runOf('workflow_run'), 'anybody'],
    ['workflow_run', 'text', ''],
    ['issue_comment', fork, 'anybody'],
    ['issues', {}, 'anybody'],
    ['discussion_comment', {}, 'anybody'],
    ['fork', {}, 'anybody'],
    ['check_run', {}, 'anybody'],
    ['push_of_tomorrow', {}, 'anybody'],
  ])('%s %j: %s', (eventName, payload, expected) => {
    const stranger = strangerOf(eventName, payload, 'octo/app')
    expect(stranger?.kind === 'fork' ? stranger.repository : stranger?.kind).toBe(expected)
  })

  it.each([
    ['pull_request', true],
    ['pull_request_review', true],
    ['pull_request_target', false],
  ])('in %s GITHUB_SHA is theirs: %s', (eventName, isShaTheirs) => {
    expect(strangerOf(eventName, fork, 'octo/app')).toMatchObject({ isShaTheirs })
  })
})
