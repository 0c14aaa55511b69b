import nodePath from 'node:path'
import { describe, expect, it } from 'vitest'
import { findingsOf, readBuildMessages } from '../../../src/go/failures/diagnostics'
import { packageSince } from '../../../src/go/failures/go-releases'
import { readMessageForm } from '../../../src/go/failures/message-form'

const read = (output: string, goVersion: string, flavour: typeof nodePath.posix = nodePath.posix) =>
  findingsOf(readBuildMessages(output), {
    cwd: flavour === nodePath.win32 ? 'C:\\repo' : '/repo',
    repositoryRoot: flavour === nodePath.win32 ? 'C:\\repo' : '/repo',
    flavour,
    goVersion,
  })

describe('the parts of a message', () => {
  it.each([
    [
      'go: module . listed in go.work file requires go >= 1.21, but go.work lists go 1.19; to download and use go 1.21:\ngo work use',
      {
        stack: [],
        body: 'module . listed in go.work file requires go >= 1.21, but go.work lists go 1.19',
        details: [],
        advice: ['go work use'],
      },
    ],
    [
      'package m\nimports m/a from h.go\nimports m from a.go: import cycle not allowed',
      {
        stack: [{ importPath: 'm' }, { importPath: 'm/a', from: 'h.go' }, { importPath: 'm', from: 'a.go' }],
        body: 'import cycle not allowed',
        details: [],
        advice: [],
      },
    ],
    [
      'package x is not in std (/usr/local/go/src/x)',
      { stack: [], body: 'package x is not in std (/usr/local/go/src/x)', details: [], advice: [] },
    ],
    [
      'go build example.com/app: no non-test Go files in /repo',
      { stack: [], body: 'example.com/app: no non-test Go files in /repo', details: [], advice: [] },
    ],
    [
      'go: inconsistent vendoring in /repo:\na@v1: is one\nb@v1: is two\nTo ignore the vendor directory, use -mod=readonly or -mod=mod.\nTo sync the vendor directory, run:\ngo mod vendor',
      {
        stack: [],
        body: 'inconsistent vendoring in /repo:',
        details: ['a@v1: is one', 'b@v1: is two'],
        advice: ['go mod vendor'],
      },
    ],
  ])('of %j', (message, form) => {
    expect(readMessageForm(message)).toEqual(form)
  })
})

describe('words of the versions of Go', () => {
  it.each([
    ['go1.19.8', '/repo/go.mod:5: unknown directive: toolchain', 'go-too-old', 'requires Go 1.21'],
    ['go1.19.8', '/repo/go.mod:5: unknown block type: tool', 'go-too-old', 'requires Go 1.24'],
    ['go1.23.1', 'go.mod:5: unknown directive: tool', 'go-too-old', 'requires Go 1.24'],
    ['go1.22.1', 'go.mod:5: unknown directive: godebug', 'go-too-old', 'requires Go 1.23'],
    ['go1.24.1', 'go.mod:5: unknown directive: ignore', 'go-too-old', 'requires Go 1.25'],
    [
      'go1.19.8',
      'reading go.work: /repo/go.work:3: unknown directive: godebug',
      'go-too-old',
      'go.work holds',
    ],
    ['go1.26.8', 'go.mod:5: unknown directive: tolo', 'go-mod-invalid', 'unknown directive: tolo'],
    [
      'go1.26.8',
      "go.mod:3: invalid go version '1.21.x': must match format 1.23.0",
      'go-mod-invalid',
      '"1.21.x"',
    ],
    [
      'go1.19.8',
      "/repo/go.mod:3: invalid go version 'v1.21': must match format 1.23",
      'go-mod-invalid',
      '"v1.21"',
    ],
    [
      'go1.19.8',
      "/repo/go.mod:3: invalid go version '1.21.0': must match format 1.23",
      'go-too-old',
      'Go 1.21.0',
    ],
    [
      'go1.26.8',
      "go: errors parsing go.work:\ngo.work:1: invalid go version '1.x': must match format 1.23.0",
      'go-mod-invalid',
      'go.work says "1.x"',
    ],
    [
      'go1.21.0',
      'go: module ./lib requires go >= 1.99 (running go 1.21.0; GOTOOLCHAIN=local)',
      'go-too-old',
      'Module "./lib" requires Go 1.99',
    ],
    [
      'go1.27.0',
      'go: module . listed in go.work file requires go >= 1.22, but go.work implicitly requires go 1.18; to download and use go 1.22:\n\tgo work use',
      'go-work-too-old',
      'no go line, which means go 1.18',
    ],
    [
      'go1.26.8',
      'a.go:4:2: m@v1.2.0: replacement directory ../lib does not exist',
      'go-replace-missing',
      '"../lib"',
    ],
    [
      'go1.26.8',
      'a.go:4:2: m@v0.0.0 (replaced by ./lib): reading lib/go.mod: open /repo/lib/go.mod: no such file or directory',
      'go-replace-missing',
      '"./lib"',
    ],
    [
      'go1.26.8',
      'go: cannot load module gone listed in go.work file: open gone/go.mod: no such file or directory',
      'go-work-use-missing',
      '"gone"',
    ],
    [
      'go1.19.8',
      'go: open /repo/gone/go.mod: no such file or directory',
      'go-work-use-missing',
      '"/repo/gone"',
    ],
    [
      'go1.26.8',
      'a.go: parsing //go:build line: unexpected end of expression',
      'go-constraint-invalid',
      'of a.go',
    ],
    ['go1.26.8', 'a.go:4:2: p.go: multiple //go:build comments', 'go-constraint-invalid', 'of p.go'],
    [
      'go1.21.0',
      '# m\n./a.go:3:19: min requires go1.21 or later (-lang was set to go1.20; check go.mod)',
      'go-language-version',
      'Go 1.21 (min)',
    ],
    [
      'go1.26.8',
      '# m\n./a.go:6:17: cannot range over 3 (untyped int constant): requires go1.22 or later (file declares //go:build go1.21)',
      'go-language-version',
      'go1.21',
    ],
    ['go1.19.8', '# m\n./a.go:4:17: cannot range over 3 (untyped int constant)', 'go-too-old', 'Go 1.22'],
    [
      'go1.24.0',
      '# m\n./a.go:4:17: cannot range over x (variable of type T)',
      'go-compile-error',
      'variable of type T',
    ],
    ['go1.19.8', '# m\n./a.go:3:3: undefined: min', 'go-too-old', 'Go 1.21'],
    ['go1.26.8', '# m\n./a.go:3:3: undefined: min', 'go-compile-error', 'undefined: min'],
    [
      'go1.26.8',
      'a.go:5:2: cannot find module providing package m/x: import lookup disabled by -mod=vendor\n\t(Go version in go.mod is at least 1.14 and vendor directory exists.)',
      'go-mod-untidy',
      '"m/x"',
    ],
    [
      'go1.19.8',
      'a.go:5:2: cannot find package "." in:\n\t/repo/vendor/m/x',
      'go-mod-untidy',
      '/repo/vendor/m/x',
    ],
    [
      'go1.26.8',
      'go: inconsistent vendoring in /repo:\n\tm@v1: one\n\n\tTo ignore the vendor directory, use -mod=readonly or -mod=mod.\n\tTo sync the vendor directory, run:\n\t\tgo work vendor',
      'go-mod-untidy',
      'm@v1: one',
    ],
  ])('%s: %s', (goVersion, output, code, words) => {
    const found = read(`${output}\n`, goVersion)
    expect(found.map((finding) => finding.code)).toContain(code)
    expect(found.find((finding) => finding.code === code)?.message).toContain(words)
  })

  it.each([
    ['a.go:4:2: m@v1.2.0: replacement directory ..\\lib does not exist', 'go-replace-missing'],
    [
      'go: cannot load module ..\\gone listed in go.work file: open ..\\gone\\go.mod: The system cannot find the path specified.',
      'go-work-use-missing',
    ],
    ['go: open C:\\repo\\gone\\go.mod: The system cannot find the file specified.', 'go-work-use-missing'],
    ['package m: build constraints exclude all Go files in C:\\repo\\a', 'go-files-excluded'],
    ["C:\\repo\\go.mod:3: invalid go version '1.x': must match format 1.23", 'go-mod-invalid'],
    [
      'a.go:3:8: package net/htp is not in std (C:\\hostedtoolcache\\go\\src\\net\\htp)',
      'go-package-missing',
    ],
  ])('on Windows: %s', (output, code) => {
    expect(read(`${output}\n`, 'go1.26.8', nodePath.win32).map((finding) => finding.code)).toEqual([code])
  })

  it('keeps what stands on the second and third line', () => {
    const [finding] = read(
      'go: example.com/x@v1: git ls-remote -q origin in /c: exit status 128:\n\tfatal: could not read Username\n\tfor https://example.com: terminal prompts disabled\n',
      'go1.26.8',
    )
    expect(finding?.message).toContain('fatal: could not read Username for https://example.com')
  })

  it('knows which Go brought a package', () => {
    expect(packageSince('slices')).toBe(21)
    expect(packageSince('encoding/json/v2')).toBe(27)
    expect(packageSince('fmt')).toBeUndefined()
  })
})
