import { readdir } from 'node:fs/promises'
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
