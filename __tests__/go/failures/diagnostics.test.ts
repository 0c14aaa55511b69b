import nodePath from 'node:path'
import { describe, expect, it } from 'vitest'
import { type DiagnosticContext, repositoryPath } from '../../../src/go/command/places'
import { isProgress } from '../../../src/go/command/progress-lines'
import { findingsOf, readBuildMessages } from '../../../src/go/failures/diagnostics'

const linux: DiagnosticContext = {
  cwd: '/repo/api',
  repositoryRoot: '/repo',
  flavour: nodePath.posix,
  goVersion: 'go1.26.8',
}
const windows: DiagnosticContext = {
  cwd: 'D:\\a\\repo\\api',
  repositoryRoot: 'D:\\a\\repo',
  flavour: nodePath.win32,
  goVersion: 'go1.26.8',
}

const findingsIn = (output: string, context = linux) => findingsOf(readBuildMessages(output), context)

describe('positions', () => {
  it.each([
    ['./handler.go:3:4: undefined: x', { file: 'api/handler.go', line: 3, column: 4 }],
    ['handler.go:3:4: undefined: x', { file: 'api/handler.go', line: 3, column: 4 }],
    ['../pkg/store/s.go:10:2: undefined: x', { file: 'pkg/store/s.go', line: 10, column: 2 }],
    ['/repo/lib/x.go:7: undefined: x', { file: 'lib/x.go', line: 7 }],
    ['./with space/x.go:7:1: undefined: x', { file: 'api/with space/x.go', line: 7, column: 1 }],
    ['vet: ./handler.go:3:4: undefined: x', { file: 'api/handler.go', line: 3, column: 4 }],
    ['./asm_amd64.s:5: unrecognized instruction "FOO"', { file: 'api/asm_amd64.s', line: 5 }],
  ])('%s', (line, location) => {
    expect(findingsIn(`# example.com/app\n${line}\n`)).toMatchObject([
      { code: 'go-compile-error', severity: 'error', location },
    ])
  })

  it.each([
    ['.\\handler.go:3:4: undefined: x', { file: 'api/handler.go', line: 3, column: 4 }],
    ['..\\pkg\\s.go:10:2: undefined: x', { file: 'pkg/s.go', line: 10, column: 2 }],
    ['D:\\a\\repo\\lib\\x.go:7:1: undefined: x', { file: 'lib/x.go', line: 7, column: 1 }],
  ])('on Windows, %s', (line, location) => {
    expect(findingsIn(`# example.com/app\r\n${line}\r\n`, windows)).toMatchObject([{ location }])
  })

  it.each([
    ['/root/go/pkg/mod/example.com/m@v1.2.0/m.go:5:6: undefined: y', linux],
    ['../../root/go/pkg/mod/example.com/m@v1.2.0/m.go:5:6: undefined: y', linux],
    ['C:\\Users\\r\\go\\pkg\\mod\\example.com\\m@v1.2.0\\m.go:5:6: undefined: y', windows],
  ])('outside the repository, the message names the file: %s', (line, context) => {
    const [finding] = findingsIn(`# example.com/m\n${line}\n`, context)
    expect(finding).not.toHaveProperty('location')
    expect(finding?.message).toBe('example.com/m@v1.2.0/m.go:5: undefined: y (package example.com/m)')
  })

  it.each([
    ['../../repo2/x.go', undefined],
    ['../..', undefined],
    ['/repository/x.go', undefined],
    ['..', undefined],
    ['../..x/y.go', '..x/y.go'],
    ['../..x.go', '..x.go'],
  ])('repositoryPath of %s', (file, path) => {
    expect(repositoryPath(file, linux)).toBe(path)
  })
})

describe('messages of several lines', () => {
  it('joins what is indented', () => {
    const output = [
      '# example.com/app',
      './handler.go:5:6: cannot use &T{} as io.Writer value: *T does not implement io.Writer (wrong type for method Write)',
      '\t\thave Write([]byte, int)',
      '\t\twant Write([]byte) (int, error)',
      './handler.go:9:2: undefined: x',
      '',
    ].join('\n')
    expect(findingsIn(output).map(({ message }) => message)).toEqual([
      'cannot use &T{} as io.Writer value: *T does not implement io.Writer (wrong type for method Write)\nhave Write([]byte, int)\nwant Write([]byte) (int, error)',
      'undefined: x',
    ])
  })

  it('reads the position under a package line', () => {
    const output =
      'package example.com/app\n\thandler.go:3:8: use of internal package net/http/internal not allowed\n'
    expect(findingsIn(output)).toMatchObject([
      {
        code: 'go-package-error',
        message: 'use of internal package net/http/internal not allowed',
        location: { file: 'api/handler.go', line: 3, column: 8 },
      },
    ])
  })

  it('says that the compiler stopped', () => {
    const output = '# m\n./h.go:2:12: undefined: a\n./h.go:2:13: too many errors\n'
    expect(findingsIn(output).map(({ code }) => code)).toEqual(['go-compile-error', 'go-too-many-errors'])
  })

  it('lists a repeated error once', () => {
    expect(findingsIn('# m\n./h.go:2:1: x\n# m [m.test]\n./h.go:2:1: x\n')).toHaveLength(1)
  })
})

describe('hostile output', () => {
  it('is bounded in count and length', () => {
    const lines = Array.from({ length: 5000 }, (_, index) => `./h.go:${index + 1}:1: ${'x'.repeat(9000)}`)
    const findings = findingsIn(`# m\n${lines.join('\n')}\n`)
    expect(findings).toHaveLength(201)
    expect(findings.at(-1)?.code).toBe('go-too-many-errors')
    expect(Math.max(...findings.map(({ message }) => message.length))).toBeLessThan(4200)
  })

  it('loses control characters', () => {
    expect(findingsIn('# m\n./h.go:2:1: a\u001b[31mb\u0000\n')[0]?.message).toBe('a[31mb')
  })

  it('does not take the compiler quoting the code for the go command', () => {
    const output =
      '# m\n./h.go:2:1: cannot use "dial tcp: no such host" (untyped string constant) as int value\n'
    expect(findingsIn(output)[0]?.code).toBe('go-compile-error')
  })

  it('reads a line of a million characters in no time', () => {
    const startedAt = performance.now()
    readBuildMessages(`${':1'.repeat(500_000)}\n${'a.go:'.repeat(200_000)}`)
    expect(performance.now() - startedAt).toBeLessThan(1000)
  })
})

describe('isProgress', () => {
  it.each([
    ['go: downloading example.com/x v1.0.0', true],
    ['go: finding module for package example.com/x', true],
    ['go: go.mod requires go >= 1.99', false],
    ['h.go:1:1: go: downloading ', false],
  ])('%s', (line, expected) => {
    expect(isProgress(line)).toBe(expected)
  })
})
