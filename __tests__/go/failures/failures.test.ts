import nodePath from 'node:path'
import { describe, expect, it } from 'vitest'
import { findingsOf, readBuildMessages } from '../../../src/go/failures/diagnostics'

const context = { cwd: '/repo/api', repositoryRoot: '/repo', flavour: nodePath.posix, goVersion: 'go1.26.8' }

const findingsIn = (output: string) => findingsOf(readBuildMessages(output), context)

describe('messages of the go command', () => {
  it.each([
    [
      'go: go.mod requires go >= 1.99 (running go 1.26.8; GOTOOLCHAIN=local)',
      'go-too-old',
      'go.mod requires Go 1.99',
    ],
    [
      'go: example.com/m@v1.0.0 requires go >= 1.99 (running go 1.26.8; GOTOOLCHAIN=local)',
      'go-too-old',
      'example.com/m@v1.0.0 requires Go 1.99',
    ],
    [
      'go: module ../b listed in go.work file requires go >= 1.99 (running go 1.26.8)',
      'go-too-old',
      'Module "../b" requires Go 1.99',
    ],
    [
      "go: errors parsing go.mod:\n/repo/go.mod:3: invalid go version '1.24.0': must match format 1.23",
      'go-too-old',
      'go.mod requires Go 1.24.0',
    ],
    [
      'example.com/app: go build example.com/app: copying /tmp/b001/exe/a.out: open handler: read-only file system',
      'go-cannot-write',
      'its files: copying /tmp/b001/exe/a.out: open handler: read-only file system.',
    ],
    [
      '# example.com/app\n/usr/local/go/pkg/tool/linux_amd64/link: mapping output file failed: no space left on device',
      'go-cannot-write',
      'mapping output file failed: no space left on device.',
    ],
    [
      'go: creating work dir: mkdir /tmp/go-build1: permission denied',
      'go-cannot-write',
      'creating work dir: mkdir /tmp/go-build1: permission denied.',
    ],
    ['go: download go1.99.0 for linux/amd64: toolchain not available', 'go-too-old', 'asks for go1.99.0'],
    ['go: cannot find "go1.99.0" in PATH', 'go-too-old', 'requires Go 1.99.0'],
    ['# m\n./h.go:1:1: x\nnote: module requires Go 1.99', 'go-too-old', 'requires Go 1.99'],
    ['go.mod:4: unknown directive: foo', 'go-mod-invalid', 'unknown directive: foo'],
    [
      'h.go:2:8: no required module provides package example.com/x; to add it:\n\tgo get example.com/x',
      'go-module-missing',
      '"example.com/x"',
    ],
    [
      'h.go:2:8: cannot find module providing package example.com/x: import lookup disabled by -mod=readonly',
      'go-module-missing',
      '"example.com/x"',
    ],
    [
      "h.go:2:8: no required module provides package example.com/x: go.mod file not found in current directory or any parent directory; see 'go help modules'",
      'go-mod-missing',
      '"example.com/x"',
    ],
    [
      "no required module provides package other.go: go.mod file not found in current directory or any parent directory; see 'go help modules'",
      'main-package-missing',
      '"other.go"',
    ],
    [
      "go: go.mod file not found in current directory or any parent directory; see 'go help modules'",
      'go-mod-missing',
      'no go.mod',
    ],
    [
      'h.go:2:8: missing go.sum entry for module providing package example.com/x (imported by m); to add:\n\tgo get m',
      'go-sum-missing',
      '"example.com/x"',
    ],
    [
      'go: example.com/x@v1.0.0: missing go.sum entry for go.mod file; to add it:\n\tgo mod download example.com/x',
      'go-sum-missing',
      'example.com/x@v1.0.0',
    ],
    [
      'verifying example.com/x@v1.0.0: checksum mismatch\n\tdownloaded: h1:a\n\tgo.sum: h1:b',
      'go-sum-mismatch',
      'example.com/x@v1.0.0',
    ],
    [
      'h.go:2:8: cannot find module providing package example.com/x: module lookup disabled by GOPROXY=off',
      'go-proxy-unreachable',
      'example.com/x',
    ],
    [
      'h.go:2:8: example.com/x@v1.0.0: Get "http://127.0.0.1:9/example.com/x/@v/v1.0.0.zip": dial tcp 127.0.0.1:9: connect: connection refused',
      'go-proxy-unreachable',
      'connection refused',
    ],
    [
      'go: example.com/x@v1.0.0: reading https://proxy.golang.org/example.com/x/@v/v1.0.0.mod: 404 Not Found',
      'go-module-unavailable',
      '404 Not Found',
    ],
    ['h.go:4:8: package nosuch is not in std (/usr/local/go/src/nosuch)', 'go-package-missing', '"nosuch"'],
    [
      'h.go:4:8: package nosuch is not in GOROOT (/usr/lib/go-1.19/src/nosuch)',
      'go-package-missing',
      '"nosuch"',
    ],
    [
      'current directory is contained in a module that is not one of the workspace modules listed in go.work. You can add the module to the workspace using:\n\tgo work use .',
      'go-work-missing-module',
      'listed in go.work.',
    ],
    [
      'directory b is contained in a module that is not one of the workspace modules listed in go.work. You can add the module to the workspace using go work use b',
      'go-work-missing-module',
      'directory b',
    ],
    ['-buildmode=exe requires exactly one main package', 'go-no-main-package', 'exactly one package main'],
    [
      '# m\nruntime.main_main·f: function main is undeclared in the main package',
      'go-no-main-function',
      'no function main',
    ],
    [
      'found packages main (a.go) and lib (b.go) in /repo/api',
      'go-mixed-packages',
      '"main" in a.go and "lib" in b.go',
    ],
    [
      '# m\n./b.go:2:6: main redeclared in this block\n\t./a.go:2:6: other declaration of main',
      'go-main-redeclared',
      'at ./a.go:2',
    ],
    ['no Go files in /repo/api', 'go-no-files', 'no Go files in "api".'],
    ['no Go files in /repo', 'go-no-files', 'no Go files in ".".'],
    ['no Go files in /elsewhere/a b', 'go-no-files', 'no Go files in "/elsewhere/a b".'],
    ['stat /repo/api/nope: directory not found', 'main-package-missing', '/repo/api/nope'],
    ['package m: build constraints exclude all Go files in /repo/api', 'go-files-excluded', '/repo/api'],
    [
      'error obtaining VCS status: exit status 128\n\tUse -buildvcs=false to disable VCS stamping.',
      'go-vcs-status',
      'exit status 128',
    ],
    [
      'go: inconsistent vendoring in /repo:\n\texample.com/x@v1.0.0: is explicitly required in go.mod, but not marked as explicit',
      'go-mod-untidy',
      'inconsistent vendoring',
    ],
    ['go: updates to go.mod needed; to update it:\n\tgo mod tidy', 'go-mod-untidy', 'updates to go.mod'],
    ['go: build output "handler" already exists and is not an object file', 'go-output-blocked', '"handler"'],
    ['flag provided but not defined: -bad\nusage: go build', 'build-flag-malformed', '"-bad"'],
    ['go: parsing $GOFLAGS: unknown flag -bad', 'build-flag-malformed', '"-bad"'],
    ['h.go:3:12: pattern nofile.txt: no matching files found', 'go-package-error', 'nofile.txt'],
    [
      'package m\n\timports m/a from h.go\n\timports m from a.go: import cycle not allowed',
      'go-package-error',
      'circle: m → m/a → m.',
    ],
    ['# m\nmain.main: relocation target runtime.nosuch not defined', 'go-link-error', 'runtime.nosuch'],
  ])('%s', (output, code, text) => {
    const finding = findingsIn(`${output}\n`).find((candidate) => candidate.code === code)
    expect(finding?.message).toContain(text)
    expect(finding?.severity).toBe('error')
    expect(finding?.hint).not.toBe('')
  })
})
