/** Projects that a real `go build` refuses: files that do not count. Data only. */
import { type FailingProject, importing, main, mod } from './failing-project'

export const functionsAndFiles: Readonly<Record<string, FailingProject>> = {
  'a program in test files only': {
    files: { 'go.mod': mod, 'main_test.go': main },
    code: 'go-no-files',
    place: 'main_test.go:1',
    says: ['test files', 'git mv main_test.go main.go'],
  },
  'a program in test files only, without go.mod': {
    files: { 'main_test.go': main },
    code: 'go-no-files',
    place: 'main_test.go:1',
    says: ['test files'],
  },
  'a main package in test files only': {
    files: { 'go.mod': mod, 'cmd/h/h_test.go': main },
    mainPackage: './cmd/h',
    code: 'go-no-files',
    place: 'cmd/h/h_test.go:1',
    says: ['"cmd/h"'],
  },
  'an imported package of test files only': {
    files: { 'go.mod': mod, 'a.go': importing('example.com/app/p'), 'p/p_test.go': 'package p\n' },
    code: 'go-no-files',
    place: 'p/p_test.go:1',
    says: ['imported package "example.com/app/p"'],
  },
  'a program beside a library, in a test file': {
    files: { 'go.mod': mod, 'a.go': 'package app\n', 'main_test.go': main },
    code: 'go-mixed-packages',
    place: 'main_test.go:1',
    says: ['package app_test'.replace('package ', '')],
  },
  'function main in a test file': {
    files: { 'go.mod': mod, 'a.go': 'package main\n', 'b_test.go': main },
    code: 'go-no-main-function',
    place: 'b_test.go:3',
    says: ['b_test.go', 'test files'],
  },
  'function main for another system': {
    files: { 'go.mod': mod, 'a.go': 'package main\n', 'b.go': `//go:build windows\n\n${main}` },
    code: 'go-no-main-function',
    place: 'b.go:5',
    says: ['windows'],
  },
  'function Main': {
    files: { 'go.mod': mod, 'a.go': 'package main\n\nfunc Main() {}\n' },
    code: 'go-no-main-function',
    place: 'a.go:3',
    says: ['small letter'],
  },
  'no function main in a folder below': {
    files: { 'go.mod': mod, 'cmd/h/main.go': 'package main\n\nfunc run() {}\n' },
    mainPackage: './cmd/h',
    code: 'go-no-main-function',
    place: 'cmd/h/main.go:1',
    says: ['no function main'],
  },
  'function main with arguments': {
    files: { 'go.mod': mod, 'a.go': 'package main\n\nfunc main(x int) {}\n' },
    code: 'go-no-main-function',
    place: 'a.go:3:6',
    says: ['no arguments'],
  },
  'a helper in a test file': {
    files: {
      'go.mod': mod,
      'a.go': 'package main\n\nfunc main() { help() }\n',
      'a_test.go': 'package main\n\nfunc help() {}\n',
    },
    code: 'go-compile-error',
    place: 'a.go:3:15',
    says: ['a_test.go line 3'],
  },

  'constraints of another system': {
    files: { 'go.mod': mod, 'a.go': `//go:build windows\n\n${main}`, 'b_darwin.go': main },
    code: 'go-files-excluded',
    place: 'a.go:1',
    says: ['a.go is built only for "windows" (line 1)', 'b_darwin.go is for darwin by its name'],
  },
  'a constraint with a tag': {
    files: { 'go.mod': mod, 'a.go': `// Text.\n\n//go:build azure && linux\n\n${main}` },
    code: 'go-files-excluded',
    place: 'a.go:3',
    says: ['Set tags: azure'],
  },
  'go:build ignore': {
    files: { 'go.mod': mod, 'a.go': `//go:build ignore\n\n${main}` },
    code: 'go-files-excluded',
    place: 'a.go:1',
    says: ['main-package: a.go'],
  },
  'an imported package for another system': {
    files: {
      'go.mod': mod,
      'a.go': importing('example.com/app/p'),
      'p/p.go': '//go:build darwin\n\npackage p\n',
    },
    code: 'go-files-excluded',
    place: 'p/p.go:1',
    says: ['example.com/app → example.com/app/p'],
  },
  'constraints beside a test file': {
    files: { 'go.mod': mod, 'a.go': `//go:build windows\n\n${main}`, 'a_test.go': 'package main\n' },
    code: 'go-files-excluded',
    place: 'a.go:1',
    says: ['"windows"'],
  },
  'constraints without go.mod': {
    files: { 'a.go': `//go:build windows\n\n${main}`, 'b.go': '//go:build windows\n\npackage main\n' },
    code: 'go-files-excluded',
    place: 'a.go:1',
    says: ['"windows"'],
  },
  'a go:build line with a comma': {
    files: { 'go.mod': mod, 'a.go': `//go:build linux,amd64\n\n${main}` },
    code: 'go-constraint-invalid',
    place: 'a.go:1:1',
    says: ['linux,amd64', '&&'],
  },
  'a go:build line in a package': {
    files: {
      'go.mod': mod,
      'a.go': importing('example.com/app/p'),
      'p/p.go': '// P.\n\n//go:build (linux\n\npackage p\n',
      'p/q.go': 'package p\n',
    },
    code: 'go-constraint-invalid',
    place: 'p/p.go:3:1',
    says: ['Close the bracket'],
  },
  'a go:build line in a folder below': {
    files: { 'go.mod': mod, 'cmd/h/a.go': `//go:build linux &&\n\n${main}` },
    mainPackage: './cmd/h',
    code: 'go-constraint-invalid',
    place: 'cmd/h/a.go:1:1',
    says: ['end of expression'],
  },
  'two go:build lines': {
    files: { 'go.mod': mod, 'a.go': `//go:build linux\n//go:build amd64\n\n${main}` },
    code: 'go-constraint-invalid',
    place: 'a.go:2:1',
    says: ['multiple'],
  },
}
