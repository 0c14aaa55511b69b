/**
 * What the `go` command says about packages before it compiles them: which files there are, which are excluded, who
 * imports whom, what is embedded. A table over the texts of cmd/go from 1.19 to 1.27. Pure.
 */
import type { FailureRule } from './explanation'

export const packageFailures: readonly FailureRule[] = [
  {
    pattern: /-buildmode=exe requires exactly one main package|is not a main package/,
    explain: () => ({
      code: 'go-no-main-package',
      message: 'go build needs exactly one package main. There is none, or there are several.',
      hint: 'Build a folder whose files say package main: set main-package, for example ./cmd/handler.',
    }),
  },
  {
    pattern: /found packages (\S+) \(([^)]+)\) and (\S+) \(([^)]+)\) in (.+)/,
    explain: ({ groups: [one, oneFile, other, otherFile = '', folder = ''] }) => ({
      code: 'go-mixed-packages',
      message: `One folder holds two packages: "${one}" in ${oneFile} and "${other}" in ${otherFile}.`,
      hint: otherFile.endsWith('_test.go')
        ? `Write package ${one} (or ${one}_test) in ${otherFile}; when it is the program, move it to a folder of its own under a name that does not end in _test.go.`
        : 'Move one of them to a folder of its own, or give both files the same package line.',
      about: { kind: 'mixed-packages', folder, file: otherFile },
    }),
  },
  {
    pattern: /^(?:(\S+): )?no non-test Go files in (.+)/,
    explain: ({ groups: [importPath = '', folder = ''], line }) => ({
      code: 'go-no-files',
      message: `There is nothing to build: ${line}.`,
      hint: 'Rename a file of the program so that its name does not end in _test.go; go build leaves those out.',
      about: { kind: 'test-files', importPath, folder },
    }),
  },
  {
    pattern: /no (?:buildable )?Go (?:source )?files in/,
    explain: ({ line }) => ({
      code: 'go-no-files',
      message: `There is nothing to build: ${line}.`,
      hint: 'Set working-directory to the folder of the project, or main-package to the folder that holds package main.',
    }),
  },
  {
    pattern:
      /^(?:stat (\S+): |cannot find (\S+)|directory (\S+) (?:not found|outside)|.*: directory not found)/,
    explain: ({ line }) => ({
      code: 'main-package-missing',
      message: `main-package names something that is not there: ${line}`,
      hint: 'Correct main-package; it is relative to working-directory.',
    }),
  },
  {
    pattern: /(?:(\S+): )?build constraints exclude all Go files in (.+)|no Go source files$/,
    explain: ({ groups: [importPath = '', folder = ''], line, stack }) => ({
      code: 'go-files-excluded',
      message: `No file of a package is meant for Linux without cgo: ${line}`,
      hint: 'Look at the go:build lines and the file names (_windows.go) of that package; set tags if it needs some.',
      about: {
        kind: 'excluded-files',
        folder,
        stack: stack.length > 0 || importPath === '' ? stack : [{ importPath }],
      },
    }),
  },
  {
    pattern: /^(?:(\S+\.\w+): )?(parsing \/\/go:build line: [^\n]+|multiple \/\/go:build comments)/,
    explain: ({ groups: [file = '', reason = ''], stack }) => ({
      code: 'go-constraint-invalid',
      message: `A go:build line${file === '' ? '' : ` of ${file}`} cannot be read: ${reason}.`,
      hint: constraintHint(reason),
      about: { kind: 'build-line', file, stack },
    }),
  },
  {
    pattern: /^read (\S[^\n]*\.go): (unexpected NUL in input|[^\n]*)/,
    explain: ({ groups: [file = '', reason = ''] }) => ({
      code: 'go-compile-error',
      message: `Go cannot read the file: ${reason}.`,
      hint: 'Save the file as UTF-8 text without zero bytes.',
      about: { kind: 'file', path: file },
    }),
  },
  {
    pattern: /^import cycle not allowed/,
    explain: ({ stack }) => ({
      code: 'go-package-error',
      message: `Packages import each other in a circle: ${stack.map(({ importPath }) => importPath).join(' → ')}.`,
      hint: 'Remove one import of the circle, for example by moving what both packages need to a third one.',
      about: { kind: 'cycle', stack },
    }),
  },
  {
    pattern:
      /^(?:"(\.{1,2}\/[^"]*)" is relative, but relative import paths|local import "([^"]+)" in non-local)/,
    explain: ({ groups: [one, other] }) => ({
      code: 'go-package-error',
      message: `The import "${one || other}" is relative, and with modules Go takes no relative imports.`,
      hint: 'Write the module path of go.mod in front of the folder, for example "example.com/app/store".',
    }),
  },
  {
    pattern: /^pattern (\S+): ((?:no matching files found|invalid pattern syntax|cannot embed) ?[^\n]*)/,
    explain: ({ groups: [pattern = '', reason = ''] }) => ({
      code: 'go-package-error',
      message: `pattern ${pattern}: ${reason}`,
      hint: 'Correct the go:embed line, or put the files into the repository.',
      about: { kind: 'embed', pattern, reason },
    }),
  },
  {
    pattern: /use of (?:internal|vendored) package|is a program, not an importable package|invalid go:embed/,
    explain: ({ line }) => ({
      code: 'go-package-error',
      message: line,
      hint: 'Repair the import or go:embed line; go build stops before it compiles.',
    }),
  },
]

function constraintHint(reason: string): string {
  if (reason.startsWith('multiple')) return 'Make one line of both: //go:build a && b.'
  if (/invalid syntax at ,/.test(reason)) return 'Write && in place of the comma: //go:build linux && amd64.'
  if (/unexpected token/.test(reason)) return 'Write && or || between the words: //go:build linux && amd64.'
  if (/missing close paren/.test(reason)) return 'Close the bracket.'
  if (/double negation/.test(reason)) return 'Write one ! instead of two.'
  return 'Write words with && || ! and brackets, for example //go:build linux && !cgo.'
}
