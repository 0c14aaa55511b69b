import { readdir, readFile } from 'node:fs/promises'
import nodePath from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { aProject, build, removeProjects } from '../projects'

const main = 'package main\n\nfunc main() {}\n'
const goMod = 'module example.com/app\n\ngo 1.19\n'

afterAll(removeProjects)

describe('a project that does not build', () => {
  it('says which main packages there are', async () => {
    const root = await aProject({
      'go.mod': goMod,
      'api/lib.go': 'package lib\n',
      'cmd/a/a.go': main,
      'api/b/b.go': main,
    })
    const { findings } = await build(root, 'api')
    expect(findings.map(({ hint }) => hint)).toEqual([
      'There are several main packages. Set the one that is the handler: main-package: ./b; main-package: ../cmd/a',
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
      'There is one main package. Set main-package: ./src/cmd/a',
    ])
  })

  it.each<[string, Record<string, string>, string, string]>([
    ['in a folder of the module', { 'go.mod': goMod, 'cmd/a/a.go': main }, '.', './cmd/a'],
    ['beside a library', { 'go.mod': goMod, 'lib.go': 'package lib\n', 'src/a.go': main }, '.', './src'],
    ['above', { 'go.mod': goMod, 'a.go': main, 'functions/host.json': '{}' }, 'functions', '..'],
    ['beside', { 'go.mod': goMod, 'handler/a.go': main, 'functions/x': '' }, 'functions', '../handler'],
    ['in a module below', { 'src/go.mod': goMod, 'src/cmd/a/a.go': main }, '.', './src/cmd/a'],
    ['in a module beside', { 'handler/go.mod': goMod, 'handler/a.go': main, 'f/x': '' }, 'f', '../handler'],
    ['without any module', { 'src/a.go': main, 'src/b_test.go': 'package main\n' }, '.', './src'],
    [
      'in a workspace',
      {
        'go.work': 'go 1.19\n\nuse (\n\t./lib\n\t./prog\n)\n',
        'lib/go.mod': 'module example.com/lib\n\ngo 1.19\n',
        'lib/lib.go': 'package lib\n',
        'prog/go.mod': goMod,
        'prog/a.go': 'package main\n\nimport _ "example.com/lib"\n\nfunc main() {}\n',
        'app/host.json': '{}',
      },
      'app',
      '../prog',
    ],
    [
      'beside that of another app',
      { 'go.mod': goMod, 'a/cmd/a.go': main, 'b/host.json': '{}', 'b/b.go': main, 'a/host.json': '{}' },
      'a',
      './cmd',
    ],
  ])('builds the only main package, %s', async (_, files, folder, expected) => {
    const root = await aProject(files)
    const { findings, output } = await build(root, folder)
    expect(findings).toEqual([expect.objectContaining({ code: 'main-package-found', severity: 'notice' })])
    expect(findings[0]?.message).toContain(`'${expected}'`)
    expect(output?.outputPath).toBe(nodePath.join(root, folder, 'handler'))
    expect((await readFile(nodePath.join(root, folder, 'handler'))).subarray(0, 4).toString('latin1')).toBe(
      '\x7fELF',
    )
  })

  it('says what is wrong with the only main package, and that it was built', async () => {
    const root = await aProject({ 'go.mod': goMod, 'cmd/a/a.go': 'package main\n\nfunc main() { x() }\n' })
    const { findings, output } = await build(root)
    expect(findings.map(({ code }) => code)).toEqual(['main-package-found', 'go-compile-error'])
    expect(findings[1]?.location).toMatchObject({ file: 'cmd/a/a.go', line: 3 })
    expect(output).toBeUndefined()
  })

  it('says when there is none', async () => {
    for (const files of [{ 'go.mod': goMod, 'lib/lib.go': 'package lib\n' }, { 'readme.md': '' }]) {
      const root = await aProject(files)
      const { findings } = await build(root)
      expect(findings.map(({ hint }) => hint)).toEqual([
        expect.stringMatching(/^No folder around it holds a package main\. /),
      ])
    }
  })

  it.each([
    ['beside it', { 'go.mod': goMod, 'app/host.json': '{}', 'b/host.json': '{}', 'b/a.go': main }, '../b'],
    ['below it', { 'app/host.json': '{}', 'app/b/host.json': '{}', 'app/b/a.go': main }, './b'],
  ])('names the program of another app %s, and does not build it', async (_, files, expected) => {
    const root = await aProject(files)
    const { findings, output } = await build(root, 'app')
    expect(findings.map(({ hint }) => hint)).toEqual([
      `Each main package around it has a host.json of its own. If one of them is the handler, set it: main-package: ${expected}`,
    ])
    expect(output).toBeUndefined()
  })

  it.each([
    ['Cargo.toml', 'Rust'],
    ['Api.csproj', '.NET'],
    ['deno.json', 'Deno'],
  ])('says of %s that the program is written in %s', async (file, language) => {
    const root = await aProject({ [file]: '', 'handler.txt': '' })
    const { findings } = await build(root)
    expect(findings).toMatchObject([{ code: 'go-no-files', hint: expect.stringContaining('binary') }])
    expect(findings[0]?.message).toContain(`'${file}' says that the program is written in ${language}`)
  })

  it('takes what is named, also when it is not there', async () => {
    const root = await aProject({ 'go.mod': goMod, 'cmd/a/a.go': main })
    const { findings } = await build(root, '.', { mainPackage: './cmd/b' })
    expect(findings).toMatchObject([
      { severity: 'error', hint: 'There is one main package. Set main-package: ./cmd/a' },
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
