import nodePath from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { aProject, build, readElf, removeProjects } from '../projects'

const x8664 = 62
const main = 'package main\n\nfunc main() {}\n'
const goMod = 'module example.com/app\n\ngo 1.19\n'

afterAll(removeProjects)

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

  it('builds nothing when a flag is refused', async () => {
    const root = await aProject({ 'go.mod': goMod, 'main.go': main })
    const built = await build(root, '.', { buildFlags: ['-race'], ldflags: '-linkmode=external' })
    expect(built.findings.map(({ code }) => code)).toEqual(['build-flag-refused', 'build-flag-refused'])
    expect(built.calls.map(({ args }) => args[0])).toEqual(['env'])
  })
})
