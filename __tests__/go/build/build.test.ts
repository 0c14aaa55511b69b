import nodePath from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { aProject, build, readElf, removeProjects } from '../projects'

const x8664 = 62
const aarch64 = 183

const main = 'package main\n\nfunc main() {}\n'
const goMod = 'module example.com/app\n\ngo 1.19\n'

afterAll(removeProjects)

describe('a project that builds', () => {
  it.each([
    ['without go.mod', { 'handler.go': main, 'handler_test.go': 'package main\n' }, '.', '', ['handler.go']],
    [
      'without go.mod, from several files of which some are for other systems',
      {
        'handler.go': 'package main\n\nfunc main() { help() }\n',
        'help_linux.go': 'package main\n\nfunc help() {}\n',
        'help_windows.go': 'package main\n\nfunc help() {}\n',
        'tool.go': '//go:build ignore\n\npackage main\n\nfunc main() {}\n',
      },
      '.',
      '',
      ['handler.go', 'help_linux.go'],
    ],
    ['without go.mod, from a folder', { 'src/handler.go': main }, '.', './src', ['./src/handler.go']],
    ['without go.mod, from named files', { 'a.go': main, 'b.go': main }, '.', 'b.go', ['b.go']],
    ['with go.mod', { 'go.mod': goMod, 'handler.go': main }, '.', '', ['.']],
    ['with go.mod in the parent folder', { 'go.mod': goMod, 'api/handler.go': main }, 'api', '', ['.']],
    ['with a package that is named', { 'go.mod': goMod, 'cmd/x/x.go': main }, '.', './cmd/x', ['./cmd/x']],
    [
      'with an import path',
      { 'go.mod': goMod, 'cmd/x/x.go': main, 'api/y.go': 'package api\n' },
      'api',
      'example.com/app/cmd/x',
      ['example.com/app/cmd/x'],
    ],
    [
      'in a workspace',
      {
        'go.work': 'go 1.19\n\nuse (\n\t./api\n\t./lib\n)\n',
        'lib/go.mod': 'module example.com/lib\n\ngo 1.19\n',
        'lib/lib.go': 'package lib\n\nfunc Do() {}\n',
        'api/go.mod': goMod,
        'api/main.go': 'package main\n\nimport "example.com/lib"\n\nfunc main() { lib.Do() }\n',
      },
      'api',
      '',
      ['.'],
    ],
    [
      'in a workspace, from the folder above the modules',
      { 'go.work': 'go 1.19\n\nuse ./api\n', 'api/go.mod': goMod, 'api/main.go': main },
      '.',
      './api',
      ['.'],
    ],
    [
      'in a module below the folder of host.json',
      {
        'app/host.json': '{}',
        'app/src/go.mod': goMod,
        'app/src/main.go': main,
        'app/src/more.go': 'package main\n',
      },
      'app',
      './src/',
      ['.'],
    ],
    [
      'with a vendor folder',
      {
        'go.mod': `${goMod}\nrequire example.com/lib v1.0.0\n`,
        'main.go': 'package main\n\nimport "example.com/lib"\n\nfunc main() { lib.Do() }\n',
        'vendor/modules.txt': '# example.com/lib v1.0.0\n## explicit; go 1.19\nexample.com/lib\n',
        'vendor/example.com/lib/lib.go': 'package lib\n\nfunc Do() {}\n',
      },
      '.',
      '',
      ['.'],
    ],
  ])('%s', async (_name, files, folder, mainPackage, targets) => {
    const root = await aProject(files)
    const built = await build(root, folder, { mainPackage })
    expect(built.findings).toEqual([])
    expect(built.output?.argv.slice(-targets.length)).toEqual(targets)
    expect(built.calls.filter(({ args }) => args[0] === 'build')).toHaveLength(1)
    expect(await readElf(nodePath.join(root, folder, 'handler'))).toEqual({
      machine: x8664,
      hasInterpreter: false,
    })
  })

  it('takes tags, ldflags, build flags and the architecture', async () => {
    const root = await aProject({
      'go.mod': goMod,
      'main.go': 'package main\n\nvar text string\n\nfunc main() { println(text); tagged() }\n',
      'tagged.go': '//go:build one && two\n\npackage main\n\nfunc tagged() {}\n',
    })
    const built = await build(root, '.', {
      goarch: 'arm64',
      tags: 'one,two',
      ldflags: "-s -w -X 'main.text=two words'",
      buildFlags: ['-gcflags=-l'],
    })
    expect(built.findings).toEqual([])
    expect(await readElf(nodePath.join(root, 'handler'))).toEqual({ machine: aarch64, hasInterpreter: false })
    expect(built.output?.goVersion).toMatch(/^go1\.\d+/)
    expect(built.output?.goarch).toBe('arm64')
  })

  it.each([
    ['tags', { tags: 'special' }],
    ['build-flags', { buildFlags: ['-tags', 'special'] }],
    ['GOFLAGS', { environment: { GOFLAGS: '-mod=mod -tags=special' } }],
  ])('lets Go choose among files without go.mod by the tags in %s', async (_name, changes) => {
    const root = await aProject({
      'handler.go': 'package main\n\nfunc main() { special() }\n',
      'one.go': '//go:build special\n\npackage main\n\nfunc special() {}\n',
      'two.go': '//go:build !special\n\npackage main\n\nfunc special() {}\n',
    })
    const built = await build(root, '.', changes)
    expect(built.findings).toEqual([])
    expect(built.output?.targets).toEqual(['handler.go', 'one.go'])
  })

  it.each([
    ['hello-world', ''],
    ['dynamic', ''],
    ['multi-function', './cmd/orders'],
  ])('samples/%s', async (name, mainPackage) => {
    const samples = nodePath.resolve(import.meta.dirname, '../../../samples')
    const outputPath = nodePath.join(await aProject({}), 'handler')
    const built = await build(samples, name, { mainPackage, outputPath })
    expect(built.findings).toEqual([])
    expect(await readElf(outputPath)).toEqual({ machine: x8664, hasInterpreter: false })
  })

  it('writes the executable to another folder', async () => {
    const root = await aProject({ 'go.mod': goMod, 'main.go': main })
    const outputPath = nodePath.join(root, 'deep/out/handler')
    expect((await build(root, '.', { outputPath })).findings).toEqual([])
    expect(await readElf(outputPath)).toMatchObject({ machine: x8664 })
  })
})

it('gives the child no inputs and no tokens', async () => {
  const root = await aProject({ 'go.mod': goMod, 'main.go': main })
  const secrets = { 'INPUT_APP-NAME': 'x', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'secret', GITHUB_TOKEN: 'secret' }
  const { calls } = await build(root, '.', { environment: secrets })
  expect(calls.length).toBeGreaterThan(0)
  for (const { env } of calls) {
    for (const name of Object.keys(secrets)) expect(env).not.toHaveProperty(name)
  }
})

it('stops when it is cancelled', async () => {
  const root = await aProject({ 'go.mod': goMod, 'main.go': main })
  const reason = new Error('cancelled')
  await expect(build(root, '.', { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
})
