import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { planBuild } from '../../../src/go/build/plan'
import { foreignRepository } from '../../../src/go/build/version-control'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'version-control-'))
  mkdirSync(join(folder, 'repo/app/cmd/other'), { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('foreignRepository', () => {
  const cases: readonly [string, string, string][] = [
    ['repo/app/.hg', '', 'in the project'],
    ['repo/.svn', '', 'above the project'],
    ['.bzr', '', 'above the repository'],
    ['repo/app/cmd/other/.hg', './cmd/other', 'in the main package'],
    ['repo/app/cmd/.hg', 'cmd/other', 'above the main package'],
  ]
  it.each(cases)('finds %s (%s), %s', (path, mainPackage) => {
    mkdirSync(join(folder, path))
    expect(foreignRepository(join(folder, 'repo/app'), mainPackage)).toBe(join(folder, path))
  })

  it.each(['_FOSSIL_', '.fslckout'])('finds the file %s', (name) => {
    writeFileSync(join(folder, 'repo', name), '')
    expect(foreignRepository(join(folder, 'repo/app'), '')).toBe(join(folder, 'repo', name))
  })

  it('looks above the place that a link leads to', () => {
    mkdirSync(join(folder, 'elsewhere/app'), { recursive: true })
    mkdirSync(join(folder, 'elsewhere/.hg'))
    symlinkSync(join(folder, 'elsewhere/app'), join(folder, 'repo/linked'))
    expect(foreignRepository(join(folder, 'repo/linked'), '')).toBe(join(folder, 'elsewhere/.hg'))
  })

  it('takes no notice of Git, nor of a package that is not in the project', () => {
    mkdirSync(join(folder, 'repo/.git'))
    mkdirSync(join(folder, 'repo/app/cmd/other/.hg'))
    expect(foreignRepository(join(folder, 'repo/app'), '')).toBeUndefined()
  })
})

describe.runIf(process.platform !== 'win32')('a build beside .hg (needs a program without an ending)', () => {
  it.each([
    [true, false],
    [false, true],
  ])('unstamped %s starts hg: %s', (isUnstamped, isStarted) => {
    const app = join(folder, 'repo/app')
    mkdirSync(join(app, '.hg'))
    writeFileSync(join(app, 'go.mod'), 'module example.com/app\n\ngo 1.18\n')
    writeFileSync(join(app, 'main.go'), 'package main\n\nfunc main() {}\n')
    const started = join(folder, 'started')
    mkdirSync(join(folder, 'bin'))
    writeFileSync(join(folder, 'bin/hg'), `#!/bin/sh\necho x >'${started}'\nexit 1\n`, { mode: 0o755 })
    const request = {
      projectFolder: app,
      repositoryRoot: join(folder, 'repo'),
      outputPath: join(app, 'handler'),
      mainPackage: '',
      goarch: 'amd64',
      tags: '',
      ldflags: '',
      // What Go before 1.24 does by itself; where nothing is stamped, this does not undo it.
      buildFlags: ['-buildvcs=true'],
      isUnstamped,
    }
    const plan = planBuild(request, { settings: {} }, { kind: 'package', package: '.' })
    if ('code' in plan) throw new Error(plan.message)
    const env = {
      ...process.env,
      ...plan.variables,
      GOFLAGS: '',
      GOWORK: 'off',
      PATH: `${join(folder, 'bin')}${delimiter}${process.env['PATH']}`,
    }
    const build = (): unknown => execFileSync('go', [...plan.argv], { cwd: app, env, stdio: 'pipe' })
    if (isStarted) expect(build).toThrow(/VCS/)
    else build()
    expect(existsSync(started)).toBe(isStarted)
  })
})
