import { readdir } from 'node:fs/promises'
import nodePath from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { aProject, build, readElf, removeProjects } from './projects'

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

  it('writes the executable to another folder', async () => {
    const root = await aProject({ 'go.mod': goMod, 'main.go': main })
    const outputPath = nodePath.join(root, 'deep/out/handler')
    expect((await build(root, '.', { outputPath })).findings).toEqual([])
    expect(await readElf(outputPath)).toMatchObject({ machine: x8664 })
  })
})

describe('static linking wins', () => {
  const withNet =
    'package main\n\nimport (\n\t"net"\n\t"os/user"\n)\n\nfunc main() { net.LookupHost("x"); user.Current() }\n'

  it.each([
    ['over the environment', { CGO_ENABLED: '1', GOOS: 'windows', GOARCH: 'arm64', GOAMD64: 'v3' }, ''],
    ['over GOFLAGS', { GOFLAGS: '-buildmode=pie -ldflags=-linkmode=external -race' }, ''],
    ['over go env -w', {}, 'CGO_ENABLED=1\nGOOS=darwin\nGOFLAGS=-buildmode=pie\nGO_EXTLINK_ENABLED=1\n'],
    ['over an external linker', { GO_EXTLINK_ENABLED: '1' }, ''],
  ])('%s', async (_name, environment, kept) => {
    const root = await aProject({ 'go.mod': goMod, 'main.go': withNet, 'kept/env': kept })
    const GOENV = nodePath.join(root, 'kept', 'env')
    const built = await build(root, '.', { environment: { ...environment, GOENV } })
    expect(built.findings).toEqual([])
    expect(await readElf(nodePath.join(root, 'handler'))).toEqual({ machine: x8664, hasInterpreter: false })
    const set = [...Object.entries(environment).map((pair) => pair.join('=')), ...kept.trim().split('\n')]
    for (const setting of set.filter((line) => !/GOFLAGS|^$/.test(line))) {
      expect(built.output?.neutralised.join('\n')).toContain(setting)
    }
  })

  it('names the flags that it took out of GOFLAGS', async () => {
    const root = await aProject({ 'go.mod': goMod, 'main.go': main })
    const GOFLAGS = "-race -mod=mod '-ldflags=-s -linkmode=external'"
    const built = await build(root, '.', { environment: { GOFLAGS } })
    expect(built.output?.neutralised).toEqual(['GOFLAGS=-race', 'GOFLAGS=-ldflags=-linkmode=external'])
    expect(built.calls.find(({ args }) => args[0] === 'build')?.env['GOFLAGS']).toBe('-mod=mod -ldflags=-s')
  })

  it('starts nothing when a flag is refused', async () => {
    const root = await aProject({ 'go.mod': goMod, 'main.go': main })
    const built = await build(root, '.', { buildFlags: ['-race'], ldflags: '-linkmode=external' })
    expect(built.findings.map(({ code }) => code)).toEqual(['build-flag-refused', 'build-flag-refused'])
    expect(built.calls).toEqual([])
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

describe('a project that does not build', () => {
  it.each([
    [
      'has a compile error in a sub-directory',
      { 'go.mod': goMod, 'api/h.go': 'package main\n\nfunc main() { x() }\n' },
      'api',
      '',
      'go-compile-error',
      'undefined: x',
      { file: 'api/h.go', line: 3, column: 15 },
    ],
    [
      'has a compile error in another package',
      {
        'go.mod': goMod,
        'api/h.go': 'package main\n\nimport "example.com/app/p"\n\nfunc main() { p.P() }\n',
        'p/p.go': 'package p\n\nfunc P() { x() }\n',
      },
      'api',
      '',
      'go-compile-error',
      'undefined: x',
      { file: 'p/p.go', line: 3, column: 12 },
    ],
    [
      'misses a module',
      { 'go.mod': goMod, 'h.go': 'package main\n\nimport _ "example.com/missing"\n\nfunc main() {}\n' },
      '.',
      '',
      'go-module-missing',
      'No module in go.mod provides package "example.com/missing".',
      { file: 'h.go', line: 3, column: 8 },
    ],
    [
      'misses a go.mod',
      { 'h.go': 'package main\n\nimport _ "example.com/missing"\n\nfunc main() {}\n' },
      '.',
      '',
      'go-mod-missing',
      'there is no go.mod',
      { file: 'h.go', line: 3, column: 8 },
    ],
    [
      'misses a line in go.sum',
      {
        'go.mod': `${goMod}\nrequire github.com/google/uuid v1.6.0\n`,
        'h.go': 'package main\n\nimport _ "github.com/google/uuid"\n\nfunc main() {}\n',
      },
      '.',
      '',
      'go-sum-missing',
      'github.com/google/uuid',
      { file: 'h.go', line: 3, column: 8 },
    ],
    [
      'has no main package',
      { 'go.mod': goMod, 'lib.go': 'package lib\n', 'cmd/a/a.go': main, 'cmd/b/b.go': main },
      '.',
      '',
      'go-no-main-package',
      'not one main package',
      undefined,
    ],
    [
      'has no Go file beside go.mod',
      { 'go.mod': goMod },
      '.',
      '',
      'go-no-files',
      'no Go files in',
      undefined,
    ],
    ['is an empty folder', {}, '.', '', 'go-no-files', 'holds no Go file and no go.mod', undefined],
    [
      'has two programs in one folder',
      { 'go.mod': goMod, 'a.go': main, 'b.go': main },
      '.',
      '',
      'go-main-redeclared',
      'the other one is at ./a.go:3',
      { file: 'b.go', line: 3, column: 6 },
    ],
    [
      'has two packages in one folder',
      { 'go.mod': goMod, 'a.go': main, 'b.go': 'package b\n' },
      '.',
      '',
      'go-mixed-packages',
      '"main" in a.go and "b" in b.go',
      undefined,
    ],
    [
      'has two packages in one folder and no go.mod',
      { 'a.go': main, 'b.go': 'package b\n' },
      '.',
      '',
      'go-mixed-packages',
      '"main" in a.go and "b" in b.go',
      undefined,
    ],
    [
      'has no function main',
      { 'go.mod': goMod, 'a.go': 'package main\n' },
      '.',
      '',
      'go-no-main-function',
      'no function main',
      undefined,
    ],
    [
      'has a broken go.mod',
      { 'go.mod': 'module example.com/app\n\nfoo bar\n', 'a.go': main },
      '.',
      '',
      'go-mod-invalid',
      'unknown directive: foo',
      { file: 'go.mod', line: 3 },
    ],
    [
      'asks for a newer Go',
      { 'go.mod': 'module example.com/app\n\ngo 1.999\n', 'a.go': 'package main\n\nfunc main() { x() }\n' },
      '.',
      '',
      'go-too-old',
      'requires Go 1.999, and the one on PATH is go1.',
      { file: 'go.mod', line: 3 },
    ],
    [
      'names a folder that is not there',
      { 'go.mod': goMod, 'a.go': main },
      '.',
      './nope',
      'main-package-missing',
      'nope',
      undefined,
    ],
    [
      'names a folder that is not there, without go.mod',
      { 'a.go': main },
      '.',
      './nope',
      'main-package-missing',
      '"./nope"',
      undefined,
    ],
    [
      'names a file that is not there',
      { 'a.go': main },
      '.',
      'nope.go',
      'main-package-missing',
      '"nope.go"',
      undefined,
    ],
    [
      'forgets the dot of a folder',
      { 'go.mod': goMod, 'cmd/a/a.go': main },
      '.',
      'cmd/a',
      'go-package-missing',
      '"cmd/a"',
      undefined,
    ],
    [
      'is not in the workspace',
      {
        'go.work': 'go 1.19\n\nuse ./lib\n',
        'lib/go.mod': 'module example.com/lib\n\ngo 1.19\n',
        'api/go.mod': goMod,
        'api/a.go': main,
      },
      'api',
      '',
      'go-work-missing-module',
      'go.work',
      undefined,
    ],
    [
      'embeds a file that is not there',
      {
        'go.mod': goMod,
        'a.go': 'package main\n\nimport _ "embed"\n\n//go:embed x.txt\nvar x string\n\nfunc main() {}\n',
      },
      '.',
      '',
      'go-package-error',
      'x.txt',
      { file: 'a.go', line: 5, column: 12 },
    ],
    [
      'has a script where the executable goes',
      { 'go.mod': goMod, 'a.go': main, handler: '#!/bin/sh\n' },
      '.',
      '',
      'go-output-blocked',
      '"handler"',
      undefined,
    ],
    [
      'has a folder where the executable goes',
      { 'go.mod': goMod, 'a.go': main, 'handler/x': '' },
      '.',
      '',
      'go-output-blocked',
      '"handler"',
      undefined,
    ],
  ])('%s', async (_name, files, folder, mainPackage, code, text, location) => {
    const root = await aProject(files as Record<string, string>)
    const built = await build(root, folder, { mainPackage })
    const finding = built.findings.find((candidate) => candidate.code === code)
    expect(built.findings.map((candidate) => candidate.code)).toContain(code)
    expect(finding?.message).toContain(text)
    expect(finding?.location).toEqual(location)
    expect(built.output).toBeUndefined()
  })

  it('says which main packages there are', async () => {
    const root = await aProject({
      'go.mod': goMod,
      'api/lib.go': 'package lib\n',
      'cmd/a/a.go': main,
      'api/b/b.go': main,
    })
    const { findings } = await build(root, 'api')
    expect(findings.map(({ hint }) => hint)).toEqual([
      'The module has several main packages: ./b, ../cmd/a. Set main-package to the one that is the handler.',
    ])
  })

  it('names main packages relative to the folder of host.json, also for a module below it', async () => {
    const root = await aProject({
      'src/go.mod': goMod,
      'src/lib.go': 'package lib\n',
      'src/cmd/a/a.go': main,
    })
    const { findings } = await build(root, '.', { mainPackage: './src' })
    expect(findings.map(({ hint }) => hint)).toEqual([
      'The module has one main package. Set main-package: ./src/cmd/a',
    ])
  })

  it('says which one main package there is', async () => {
    const root = await aProject({ 'go.mod': goMod, 'cmd/a/a.go': main })
    const { findings } = await build(root)
    expect(findings.map(({ hint }) => hint)).toEqual([
      'The module has one main package. Set main-package: ./cmd/a',
    ])
  })

  it('says when there is no go', async () => {
    const root = await aProject({ 'go.mod': goMod, 'a.go': main })
    const PATH = nodePath.join(root, 'nothing')
    const { findings } = await build(root, '.', { environment: { PATH, Path: PATH } })
    expect(findings).toEqual([
      {
        code: 'go-missing',
        severity: 'error',
        message: 'There is no program "go" on PATH.',
        hint: 'Run actions/setup-go in a step before this one.',
      },
    ])
  })

  it('says when the module proxy does not answer, and shows progress', async () => {
    const root = await aProject({
      'go.mod': goMod,
      'h.go': 'package main\n\nimport _ "example.com/missing"\n\nfunc main() {}\n',
    })
    const lines: string[] = []
    const { findings } = await build(root, '.', {
      environment: { GOPROXY: 'http://127.0.0.1:9', GOFLAGS: '-mod=mod', GONOSUMDB: '*' },
      onProgress: (line) => lines.push(line),
    })
    expect(findings.map(({ code }) => code)).toEqual(['go-proxy-unreachable'])
    expect(lines).toEqual(['go: finding module for package example.com/missing'])
  })

  it('leaves nothing behind', async () => {
    const root = await aProject({ 'go.mod': goMod, 'a.go': 'package main\n\nfunc main() { x() }\n' })
    await build(root)
    expect(await readdir(root)).toEqual(['a.go', 'go.mod'])
  })
})
