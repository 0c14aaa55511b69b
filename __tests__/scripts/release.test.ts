/**
 * Releases of a small repository with a remote of its own, which the script really pushes to. Only GitHub's
 * releases are played: a `gh` on PATH writes down how it was called.
 */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { repositoryRoot } from '../../scripts/run-action'

vi.setConfig({ testTimeout: 60_000 })

const script = join(repositoryRoot, 'scripts', 'release.mjs')
const changelog = `# Changelog

## [Unreleased]

## [1.2.0] - 2026-11-20

### Added

- A thing, with \`code\`.

## [1.1.0] - 2026-10-01

### Fixed

- Another.

[Unreleased]: https://example.com/compare
`

let folder: string
let work: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'release-test-')))
  work = join(folder, 'work')
  mkdirSync(join(work, 'dist'), { recursive: true })
  git('init', '--quiet', '--initial-branch', 'main')
  git('config', 'user.name', 'Someone')
  git('config', 'user.email', 'someone@example.com')
  git('config', 'core.autocrlf', 'false')
  spawnSync('git', ['init', '--quiet', '--bare', join(folder, 'origin.git')])
  git('remote', 'add', 'origin', join(folder, 'origin.git'))
  // Stands for the build: dist/ has to be what this makes of the source.
  write(
    'build.mjs',
    `import { readFileSync } from 'node:fs'\nconst read = (path) => readFileSync(path, 'utf8')
if (read('dist/index.js') !== read('source.js')) { console.error('dist/ differs from what source gives'); process.exit(1) }\n`,
  )
  write('source.js', '// the action\n')
  write('dist/index.js', '// the action\n')
  write('secret-folder/notes.txt', 'not for users\n')
  write('.gitattributes', '/secret-folder export-ignore\n')
  write('CHANGELOG.md', changelog)
  setVersion('1.2.0')
  commit('Everything')
  git('push', '--quiet', 'origin', 'main')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const write = (path: string, text: string): void => {
  mkdirSync(join(work, path, '..'), { recursive: true })
  writeFileSync(join(work, path), text)
}
const git = (...args: readonly string[]): string => {
  const result = spawnSync('git', args, { cwd: work, encoding: 'utf8' })
  if (result.status !== 0) throw new Error(`git ${args.join(' ')}: ${result.stderr}`)
  return result.stdout.trim()
}
const commit = (message: string): string => {
  git('add', '.')
  git('commit', '--quiet', '-m', message)
  return git('rev-parse', 'HEAD')
}
const setVersion = (version: string): void => {
  const scripts = { 'check:dist': 'node build.mjs' }
  write('package.json', JSON.stringify({ name: 'small', version, scripts }))
  write('package-lock.json', JSON.stringify({ name: 'small', version }))
}
const tagsAtOrigin = (): Record<string, string> =>
  Object.fromEntries(
    git('ls-remote', '--tags', 'origin')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.split('\t'))
      .map(([sha = '', name = '']) => [name.replace('refs/tags/', ''), sha]),
  )

function release(...args: readonly string[]) {
  const bin = join(folder, 'bin')
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH']}` }
  const out = join(folder, 'out')
  const result = spawnSync(process.execPath, [script, '--out', out, ...args], {
    cwd: work,
    env,
    encoding: 'utf8',
  })
  return { status: result.status, log: result.stdout, errors: result.stderr, out }
}

describe('a rehearsal', () => {
  it('shows what would be tagged, moved and released, and changes nothing', () => {
    const head = git('rev-parse', 'HEAD')
    const { status, log, errors, out } = release('v1.2.0')
    expect(status, errors).toBe(0)
    expect(log).toContain(`Release v1.2.0 of ${head}, dated 2026-11-20`)
    expect(log).toContain(`git push origin ${head}:refs/tags/v1.2.0`)
    expect(log).toContain(`git push --force-with-lease=refs/tags/v1: origin ${head}:refs/tags/v1`)
    expect(log).toContain('- A thing, with `code`.')
    expect(log).not.toContain('Another')
    expect(log).toContain('nothing was tagged, moved or published')
    expect(readFileSync(join(out, 'notes.md'), 'utf8')).toBe('### Added\n\n- A thing, with `code`.\n')
    expect(tagsAtOrigin()).toEqual({})
    expect(git('tag', '--list')).toBe('')
    expect(git('status', '--porcelain')).toBe('')
  })

  it('makes the same archive each time, with what a run needs and nothing else', () => {
    const sha = (): string => /sha256 ([0-9a-f]{64})/.exec(release('v1.2.0').log)?.[1] ?? ''
    const first = sha()
    expect(first).not.toBe('')
    expect(sha()).toBe(first)
    const archive = join(folder, 'out', 'go-azure-func-action-v1.2.0.tar.gz')
    const listed = spawnSync('tar', ['-tzf', archive], { encoding: 'utf8' }).stdout
    expect(listed).toContain('go-azure-func-action-v1.2.0/dist/index.js')
    expect(listed).not.toContain('secret-folder')
  })
})

describe('a release is refused', () => {
  it.each([
    ['without a version', [], "'' is no version: write it as v1.2.3."],
    ['without the v', ['1.2.0'], "'1.2.0' is no version"],
    ['as a candidate', ['v1.2.0-rc.1'], "'v1.2.0-rc.1' is no version"],
    ['with a leading zero', ['v1.02.0'], "'v1.02.0' is no version"],
    ['with a second version', ['v1.2.0', 'v1.3.0'], "'v1.3.0' is one argument too many."],
    ['with an unknown option', ['v1.2.0', '--force'], "Unknown option '--force'"],
    ['of another version', ['v1.1.0'], "package.json has version '1.2.0', not '1.1.0'"],
    ['without notes', ['v1.3.0'], "CHANGELOG.md has no section '## [1.3.0] - YYYY-MM-DD'"],
    ['checked elsewhere', ['v1.2.0', '--dist-checked-at', 'abc'], "dist/ was checked at 'abc', but HEAD is "],
  ])('%s', (_, args, sentence) => {
    const { status, errors } = release(...args)
    expect(status).toBe(1)
    expect(errors).toContain(`release: `)
    expect(errors).toContain(sentence)
  })

  it('with changes that are not committed', () => {
    write('source.js', '// changed\n')
    expect(release('v1.2.0').errors).toContain('not committed:  M source.js. Commit them.')
  })

  it('when dist is not what source gives', () => {
    write('source.js', '// changed\n')
    commit('Forget dist')
    const { status, errors } = release('v1.2.0')
    expect(status).toBe(1)
    expect(errors).toContain('dist/ cannot be released:\ndist/ differs from what source gives')
  })

  it('when the tag exists here', () => {
    git('tag', 'v1.2.0')
    expect(release('v1.2.0').errors).toContain('The tag v1.2.0 exists here; it is never moved.')
  })

  it('when the tag exists at the remote', () => {
    git('push', '--quiet', 'origin', 'HEAD:refs/tags/v1.2.0')
    expect(release('v1.2.0').errors).toContain('The tag v1.2.0 exists at origin; it is never moved.')
  })

  it('when its section is dated badly or empty', () => {
    write('CHANGELOG.md', changelog.replace('2026-11-20', 'soon'))
    commit('Date it badly')
    expect(release('v1.2.0').errors).toContain("CHANGELOG.md says '## [1.2.0] - soon'")
    write('CHANGELOG.md', changelog.replace('- A thing, with `code`.', ''))
    commit('Leave it empty')
    expect(release('v1.2.0').errors).toContain("says nothing under '## [1.2.0] - 2026-11-20'")
  })

  it('with every reason at once', () => {
    write('extra.txt', '')
    const { errors } = release('v1.3.0')
    expect(errors.match(/^release: /gm)).toHaveLength(5)
  })
})

const noShell = process.platform === 'win32' && 'the gh of this test is a shell script'

describe('a release', () => {
  /** `gh` answers as a repository does whose releases are immutable, or are not. */
  const playGitHub = (isImmutable: boolean): (() => readonly string[]) => {
    const calls = join(folder, 'calls.txt')
    mkdirSync(join(folder, 'bin'), { recursive: true })
    const body = `#!/bin/sh\necho "$*" >> '${calls}'\nif [ "$1" = api ]; then echo ${isImmutable}; fi\n`
    writeFileSync(join(folder, 'bin', 'gh'), body)
    chmodSync(join(folder, 'bin', 'gh'), 0o755)
    return () => readFileSync(calls, 'utf8').trimEnd().split('\n')
  }

  it('tags, publishes, and then moves the tag of the major version', (context) => {
    if (noShell) context.skip(noShell)
    const calls = playGitHub(true)
    const first = git('rev-parse', 'HEAD')
    const { status, log, errors, out } = release('v1.2.0', '--publish')
    expect(status, errors).toBe(0)
    expect(log).toContain('Released v1.2.0.')
    expect(tagsAtOrigin()).toEqual({ 'v1.2.0': first, v1: first })
    expect(calls()).toEqual([
      `release create v1.2.0 --verify-tag --draft --title v1.2.0 --notes-file ${join(out, 'notes.md')} ${join(out, 'go-azure-func-action-v1.2.0.tar.gz')}`,
      'release edit v1.2.0 --draft=false --latest=true',
      'api repos/{owner}/{repo}/releases/tags/v1.2.0 --jq .immutable',
    ])

    setVersion('1.2.1')
    write('CHANGELOG.md', changelog.replaceAll('1.2.0', '1.2.1'))
    const second = commit('Release 1.2.1')
    git('push', '--quiet', 'origin', 'main')
    expect(release('v1.2.1', '--publish').status).toBe(0)
    expect(tagsAtOrigin()).toEqual({ 'v1.2.0': first, 'v1.2.1': second, v1: second })
  })

  it('leaves the major tag where a newer version is', (context) => {
    if (noShell) context.skip(noShell)
    const calls = playGitHub(true)
    const head = git('rev-parse', 'HEAD')
    git('push', '--quiet', 'origin', 'HEAD:refs/tags/v1.10.0', 'HEAD:refs/tags/v1', 'HEAD:refs/tags/v2.0.0')
    const { status, log } = release('v1.2.0', '--publish')
    expect(status).toBe(0)
    expect(log).toContain('stays at v1.10.0, which is newer')
    expect(log).not.toContain('refs/tags/v1 ')
    expect(calls()[1]).toContain('--latest=false')
    expect(tagsAtOrigin()['v1.2.0']).toBe(head)
  })

  it('stops before the major tag when the release did not become immutable, and says what is left', (context) => {
    if (noShell) context.skip(noShell)
    playGitHub(false)
    const { status, errors } = release('v1.2.0', '--publish')
    expect(status).toBe(1)
    expect(errors).toContain("said 'false' instead of 'true'. 3 of 5 commands are done. What is left:")
    expect(errors).toContain('git push --force-with-lease=refs/tags/v1: origin')
    expect(tagsAtOrigin()['v1']).toBeUndefined()
  })

  it('is refused for a commit that no branch of the remote ends at', () => {
    write('source.js', '// changed\n')
    write('dist/index.js', '// changed\n')
    const head = commit('Stay here')
    const { status, errors } = release('v1.2.0', '--publish')
    expect(status).toBe(1)
    expect(errors).toContain(`No branch of origin ends at ${head}`)
  })

  it('is refused without a remote, which a rehearsal only mentions', () => {
    git('remote', 'remove', 'origin')
    expect(release('v1.2.0', '--publish').errors).toContain('origin cannot be asked for its tags: ')
    const rehearsal = release('v1.2.0')
    expect(rehearsal.status).toBe(0)
    expect(rehearsal.log).toContain('cannot be asked here')
  })
})
