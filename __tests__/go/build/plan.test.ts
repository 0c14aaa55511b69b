import nodePath from 'node:path'
import { describe, expect, it } from 'vitest'
import { type BuildPlan, type PlanRequest, planBuild, reviewFlags } from '../../../src/go/build/plan'
import { readMainPackage, type Target } from '../../../src/go/build/target'
import type { GoSettings } from '../../../src/go/command/toolchain'

const aRequest = (changes: Partial<PlanRequest> = {}): PlanRequest => ({
  projectFolder: '/repo/app',
  repositoryRoot: '/repo',
  outputPath: '/repo/app/handler',
  mainPackage: '',
  goarch: 'amd64',
  tags: '',
  ldflags: '',
  buildFlags: [],
  ...changes,
})

const folder: Target = { kind: 'package', package: '.' }

function planned(request: PlanRequest, settings: GoSettings = {}, target = folder): BuildPlan {
  const plan = planBuild(request, { settings }, target, nodePath.posix)
  if ('code' in plan) throw new Error(plan.message)
  return plan
}

describe('planBuild', () => {
  it('builds the folder with the least that is needed', () => {
    expect(planned(aRequest())).toEqual({
      argv: ['build', '-trimpath', '-buildmode=exe', '-o', 'handler', '.'],
      variables: { CGO_ENABLED: '0', GOOS: 'linux', GOARCH: 'amd64' },
      selectionFlags: [],
      targets: ['.'],
      command:
        'cd app && CGO_ENABLED=0 GOOS=linux GOARCH=amd64 go build -trimpath -buildmode=exe -o handler .',
      neutralised: [],
    })
  })

  it('puts the flags that matter after those of the user', () => {
    const request = aRequest({
      projectFolder: '/repo',
      outputPath: '/tmp/out/handler',
      goarch: 'arm64',
      tags: ' one, two three ',
      ldflags: " -s -X 'main.v=1 2' ",
      buildFlags: ['-trimpath=false', '-mod=vendor'],
    })
    const plan = planned(request, {}, { kind: 'files', files: ['a.go', 'b c.go'] })
    expect(plan.argv).toEqual([
      'build',
      '-trimpath',
      '-tags=one,two,three',
      "-ldflags=-s -X 'main.v=1 2'",
      '-trimpath=false',
      '-mod=vendor',
      '-buildmode=exe',
      '-o',
      '/tmp/out/handler',
      'a.go',
      'b c.go',
    ])
    expect(plan.command).toBe(
      "CGO_ENABLED=0 GOOS=linux GOARCH=arm64 go build -trimpath -tags=one,two,three '-ldflags=-s -X '\\''main.v=1 2'\\''' -trimpath=false -mod=vendor -buildmode=exe -o /tmp/out/handler a.go 'b c.go'",
    )
    expect(plan.selectionFlags).toEqual(['-tags=one,two,three', '-mod=vendor'])
  })

  it('overrides what the environment and go env -w hold, and names it', () => {
    const settings: GoSettings = {
      CGO_ENABLED: { value: '1', isPersistent: false },
      GOOS: { value: 'windows', isPersistent: true },
      GOARCH: { value: 'amd64', isPersistent: false },
      GOAMD64: { value: 'v3', isPersistent: false },
      GO_EXTLINK_ENABLED: { value: '1', isPersistent: false },
      GOFLAGS: { value: '-buildmode=pie -mod=mod', isPersistent: true },
    }
    const plan = planned(aRequest(), settings)
    expect(plan.variables).toEqual({
      CGO_ENABLED: '0',
      GOOS: 'linux',
      GOARCH: 'amd64',
      GOAMD64: 'v1',
      GO_EXTLINK_ENABLED: '0',
      GOFLAGS: '-mod=mod',
    })
    expect(plan.neutralised).toEqual([
      'CGO_ENABLED=1',
      'GOOS=windows (go env -w)',
      'GOAMD64=v3',
      'GO_EXTLINK_ENABLED=1',
      'GOFLAGS=-buildmode=pie (go env -w)',
    ])
  })

  it('never leaves GOFLAGS empty, since an empty variable falls back to go env -w', () => {
    const plan = planned(aRequest(), { GOFLAGS: { value: '-race', isPersistent: true } })
    expect(plan.variables['GOFLAGS']).toBe('-trimpath')
  })

  it('shows GOFLAGS that stay as they are without setting them', () => {
    const plan = planned(aRequest(), { GOFLAGS: { value: '-mod=mod', isPersistent: false } })
    expect(plan.variables['GOFLAGS']).toBeUndefined()
    expect(plan.command).toContain(' GOFLAGS=-mod=mod go build ')
  })

  it('leaves GOAMD64 alone for other architectures', () => {
    const plan = planned(aRequest({ goarch: 'arm64' }), { GOAMD64: { value: 'v3', isPersistent: false } })
    expect(plan.variables).toEqual({ CGO_ENABLED: '0', GOOS: 'linux', GOARCH: 'arm64' })
  })

  it('says so when GOFLAGS cannot be read', () => {
    const settings: GoSettings = { GOFLAGS: { value: "'-race", isPersistent: false } }
    expect(planBuild(aRequest(), { settings }, folder)).toMatchObject({
      code: 'build-flag-malformed',
      message: `GOFLAGS is "'-race", but a quotation mark in it is not closed.`,
    })
  })

  it('writes forward slashes on Windows', () => {
    const request = aRequest({
      projectFolder: 'D:\\a\\repo\\api app',
      repositoryRoot: 'D:\\a\\repo',
      outputPath: 'D:\\a\\repo\\api app\\bin\\handler',
    })
    const plan = planBuild(request, { settings: {} }, folder, nodePath.win32)
    expect(plan).toMatchObject({
      command:
        "cd 'api app' && CGO_ENABLED=0 GOOS=linux GOARCH=amd64 go build -trimpath -buildmode=exe -o bin/handler .",
    })
  })
})

describe('reviewFlags', () => {
  it('refuses each flag with its reason', () => {
    const findings = reviewFlags({ buildFlags: ['-race', '-buildmode=pie'], ldflags: '-linkmode external' })
    expect(findings.map(({ code, message }) => [code, message])).toEqual([
      [
        'build-flag-refused',
        'The flag "-race" in build-flags is refused: the race detector is C code: it needs cgo, and a program with cgo is linked dynamically.',
      ],
      [
        'build-flag-refused',
        'The flag "-buildmode=pie" in build-flags is refused: a position-independent executable asks for a program interpreter even without cgo.',
      ],
      [
        'build-flag-refused',
        'The flag "-linkmode external" in ldflags is refused: the C linker would link the program against the C library.',
      ],
    ])
  })
})

describe('readMainPackage', () => {
  it.each([
    ['', undefined],
    ['  ', undefined],
    ['./cmd/handler', { kind: 'package', package: './cmd/handler' }],
    ['example.com/x/cmd', { kind: 'package', package: 'example.com/x/cmd' }],
    ['handler.go', { kind: 'files', files: ['handler.go'] }],
    ["a.go 'b c.go'", { kind: 'files', files: ['a.go', 'b c.go'] }],
  ])('reads %j', (mainPackage, target) => {
    expect(readMainPackage(mainPackage)).toEqual(target)
  })

  it.each([
    ['./a ./b', 'it names more than one package, but an executable is built from exactly one'],
    ['a.go ./b', 'it names more than one package, but an executable is built from exactly one'],
    ['./cmd/...', 'it is a pattern, but an executable is built from exactly one package'],
    ['-toolexec=x .', 'it holds a flag; flags belong in build-flags'],
    ["'./cmd", 'a quotation mark is not closed'],
  ])('refuses %j', (mainPackage, reason) => {
    expect(readMainPackage(mainPackage)).toMatchObject({
      code: 'main-package-invalid',
      message: `main-package is "${mainPackage}", but ${reason}.`,
    })
  })
})
