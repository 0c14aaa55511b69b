import { afterAll, describe, expect, it } from 'vitest'
import { aProject, build, removeProjects } from '../projects'

const main = 'package main\n\nfunc main() {}\n'
const goMod = 'module example.com/app\n\ngo 1.19\n'

afterAll(removeProjects)

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
      'Package "example.com/missing" comes from another module, but no go.mod names the version of that module.',
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
      'go.sum has no entry for the module of package "github.com/google/uuid".',
      { file: 'h.go', line: 3, column: 8 },
    ],
    [
      'has no main package',
      { 'go.mod': goMod, 'lib.go': 'package lib\n', 'cmd/a/a.go': main, 'cmd/b/b.go': main },
      '.',
      '',
      'go-no-main-package',
      'go build needs exactly one package main. In the folder ".", "." holds none or several.',
      undefined,
    ],
    [
      'names its program after the handler',
      {
        'go.mod': goMod,
        'api/handler.go': '// Package handler answers.\npackage handler\n\nfunc main() {}\n',
        'cmd/a/a.go': main,
      },
      'api',
      '',
      'go-no-main-package',
      '"api/handler.go" has func main, but its line 2 says "package handler". Go builds a program from package main only.',
      { file: 'api/handler.go', line: 2, column: 1 },
    ],
    [
      'names its program otherwise, without a go.mod',
      { 'api/x.go': 'package handler\n\nfunc main() {}\n' },
      'api',
      '',
      'go-no-main-package',
      '"api/x.go" has func main, but its line 1 says "package handler". Go builds a program from package main only.',
      { file: 'api/x.go', line: 1, column: 1 },
    ],
    [
      'has no Go file beside go.mod',
      { 'go.mod': goMod },
      '.',
      '',
      'go-no-files',
      'There is nothing to build: no Go files in ".".',
      undefined,
    ],
    [
      'is an empty folder',
      {},
      '.',
      '',
      'go-no-files',
      'The folder of host.json holds no Go file and no go.mod.',
      undefined,
    ],
    [
      'has two programs in one folder',
      { 'go.mod': goMod, 'a.go': main, 'b.go': main },
      '.',
      '',
      'go-main-redeclared',
      'Two files of one folder declare function main; the other one is at ./a.go:3.',
      { file: 'b.go', line: 3, column: 6 },
    ],
    [
      'has two packages in one folder',
      { 'go.mod': goMod, 'a.go': main, 'b.go': 'package b\n' },
      '.',
      '',
      'go-mixed-packages',
      'One folder holds two packages: "main" in a.go and "b" in b.go.',
      { file: 'b.go', line: 1 },
    ],
    [
      'has two packages in one folder and no go.mod',
      { 'a.go': main, 'b.go': 'package b\n' },
      '.',
      '',
      'go-mixed-packages',
      'One folder holds two packages: "main" in a.go and "b" in b.go.',
      { file: 'b.go', line: 1 },
    ],
    [
      'has no function main',
      { 'go.mod': goMod, 'a.go': 'package main\n' },
      '.',
      '',
      'go-no-main-function',
      'The main package has no function main.',
      { file: 'a.go', line: 1 },
    ],
    [
      'has a broken go.mod',
      { 'go.mod': 'module example.com/app\n\nfoo bar\n', 'a.go': main },
      '.',
      '',
      'go-mod-invalid',
      'Go cannot read this line: unknown directive: foo',
      { file: 'go.mod', line: 3 },
    ],
    [
      'asks for a newer Go',
      { 'go.mod': 'module example.com/app\n\ngo 1.999\n', 'a.go': 'package main\n\nfunc main() { x() }\n' },
      '.',
      '',
      'go-too-old',
      /^go\.mod requires Go 1\.999, but the Go on PATH is go1\.\d+(\.\d+)?\.$/,
      { file: 'go.mod', line: 3 },
    ],
    [
      'names a folder that is not there',
      { 'go.mod': goMod, 'a.go': main },
      '.',
      './nope',
      'main-package-missing',
      'main-package names something that is not there: stat <root>/nope: directory not found',
      undefined,
    ],
    [
      'names a folder that is not there, without go.mod',
      { 'a.go': main },
      '.',
      './nope',
      'main-package-missing',
      'There is no folder "./nope" to build.',
      undefined,
    ],
    [
      'names a file that is not there',
      { 'a.go': main },
      '.',
      'nope.go',
      'main-package-missing',
      'There is no file "nope.go" to build.',
      undefined,
    ],
    [
      'forgets the dot of a folder',
      { 'go.mod': goMod, 'cmd/a/a.go': main },
      '.',
      'cmd/a',
      'go-package-missing',
      'There is no package "cmd/a" in the Go standard library.',
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
      /^The package does not belong to a module that is being built: (current directory|directory \.) is contained in a module that is not one of the workspace modules listed in go\.work\.$/,
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
      'The pattern "x.txt" finds nothing (no matching files found): "x.txt" is not in the checkout.',
      { file: 'a.go', line: 5, column: 12 },
    ],
    [
      'has a script where the executable goes',
      { 'go.mod': goMod, 'a.go': main, handler: '#!/bin/sh\n' },
      '.',
      '',
      'go-output-blocked',
      'The executable goes to "handler", but there is already a script of that name.',
      undefined,
    ],
    [
      'has a folder where the executable goes',
      { 'go.mod': goMod, 'a.go': main, 'handler/x': '' },
      '.',
      '',
      'go-output-blocked',
      'The executable goes to "handler", but there is already a folder of that name.',
      undefined,
    ],
  ])('%s', async (_name, files, folder, mainPackage, code, said, location) => {
    const root = await aProject(files as Record<string, string>)
    const built = await build(root, folder, { mainPackage })
    const finding = built.findings.find((candidate) => candidate.code === code)
    expect(built.findings.map((candidate) => candidate.code)).toContain(code)
    // Go's own words are quoted, and two of them differ between its versions.
    const message = finding?.message.replaceAll(root, '<root>').replaceAll('\\', '/')
    if (typeof said === 'string') expect(message).toBe(said)
    else expect(message).toMatch(said)
    expect(finding?.location).toEqual(location)
    expect(built.output).toBeUndefined()
  })
})
