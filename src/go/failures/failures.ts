/**
 * What the `go` command and the linker say when something other than a line of code is wrong, and what to do
 * about it. A table over the texts of cmd/go from 1.19 to 1.26. Pure.
 */
import type { Finding } from '../../findings'
import type { goCodes } from '../codes/go-codes'
import { type Explanation, type FailureRule, moduleFailures, tooOld } from './module-failures'

export interface FailureSource {
  /** Text without its position. */
  readonly message: string
  /** Import path under whose `# …` line it was printed: then the compiler or the linker said it. */
  readonly package?: string
  /** The file it points to, as printed. */
  readonly file?: string
}

/**
 * Recognises a message of the `go` command or the linker.
 *
 * @param source the message and where it was printed
 * @param goVersion for example `go1.26.8`
 * @returns a finding without location, or `undefined` for a message that is not known
 */
export function explainFailure(source: FailureSource, goVersion: string): Finding | undefined {
  const rules = source.package === undefined ? commandFailures : compilerFailures
  const known = firstMatch(rules, source.message, goVersion)
  if (known !== undefined) return { severity: 'error', ...known }
  if (source.file !== undefined && /\.(?:mod|work|sum)$/.test(source.file)) {
    return {
      code: 'go-mod-invalid' satisfies keyof typeof goCodes,
      severity: 'error',
      message: `Go cannot read this line: ${source.message}`,
      hint: 'Correct the line; go mod tidy says the same on your machine.',
    }
  }
  return undefined
}

function firstMatch(
  rules: readonly FailureRule[],
  message: string,
  goVersion: string,
): Explanation | undefined {
  for (const { pattern, explain } of rules) {
    const match = pattern.exec(message)
    if (match === null) continue
    const groups = match.slice(1).map((group: string | undefined) => group ?? '')
    return explain({
      groups,
      line: message.split('\n', 1)[0] ?? '',
      text: message.replaceAll('\n', ' '),
      goVersion,
    })
  }
  return undefined
}

/** Words of the system, which Go passes on at the end of a line. */
const cannotWrite: FailureRule = {
  pattern:
    /(?:no space left on device|disk quota exceeded|read-only file system|not enough space on the disk\.)(?:\n|$)|(?:copying|creating work dir|build cache|module cache)[^\n]*(?:permission denied|Access is denied)/,
  explain: ({ line }) => ({
    code: 'go-cannot-write',
    message: `go build cannot write its files: ${line.replace(/^\S+: go build \S+: /, '')}.`,
    hint: 'Make room on the disk (df -h shows it), or build where the workspace, GOCACHE and the temporary folder are writable.',
  }),
}

/** Printed under `# package`. A text of the compiler that quotes the user's code must not be taken for another. */
const compilerFailures: readonly FailureRule[] = [
  cannotWrite,
  {
    pattern: /^note: module requires Go (\S+)/,
    explain: ({ groups: [wanted], goVersion }) => tooOld('The module', wanted ?? '', goVersion),
  },
  {
    pattern: /function main is undeclared in the main package/,
    explain: () => ({
      code: 'go-no-main-function',
      message: 'The main package has no function main.',
      hint: 'Add func main() that listens on the port in FUNCTIONS_CUSTOMHANDLER_PORT.',
    }),
  },
  {
    pattern: /^main redeclared in this block(?:\n(\S+\.go:\d+))?/,
    explain: ({ groups: [other] }) => ({
      code: 'go-main-redeclared',
      message: `Two files of one folder declare function main${other ? `; the other one is at ${other}` : ''}.`,
      hint: 'Move each program to a folder of its own and set main-package, or name the .go files of one in main-package.',
    }),
  },
  {
    pattern: /^\S+: (?:relocation target \S+ not defined|.*undefined reference|.*: not defined$)/,
    explain: ({ line }) => ({
      code: 'go-link-error',
      message: `Linking failed: ${line}`,
      hint: 'A function is declared without a body, or go:linkname names a function that this Go does not have.',
    }),
  },
]

const commandFailures: readonly FailureRule[] = [
  cannotWrite,
  ...moduleFailures,
  {
    pattern: /-buildmode=exe requires exactly one main package|is not a main package/,
    explain: () => ({
      code: 'go-no-main-package',
      message: 'What is to be built is not one main package.',
      hint: 'Build a folder whose files say package main: set main-package, for example ./cmd/handler.',
    }),
  },
  {
    pattern: /found packages (\S+) \(([^)]+)\) and (\S+) \(([^)]+)\) in (.+)/,
    explain: ({ groups: [one, oneFile, other, otherFile] }) => ({
      code: 'go-mixed-packages',
      message: `One folder holds two packages: "${one}" in ${oneFile} and "${other}" in ${otherFile}.`,
      hint: 'Move one of them to a folder of its own, or give both files the same package line.',
    }),
  },
  {
    pattern: /no (?:non-test |buildable )?Go (?:source )?files in/,
    explain: ({ line }) => ({
      code: 'go-no-files',
      message: `There is nothing to build: ${line}.`,
      hint: 'Set working-directory to the folder of the project, or main-package to the folder that holds package main.',
    }),
  },
  {
    pattern:
      /^(?:go: )?(?:stat (\S+): |cannot find (\S+)|directory (\S+) (?:not found|outside)|.*: directory not found)/,
    explain: ({ line }) => ({
      code: 'main-package-missing',
      message: `What main-package names is not there: ${line}`,
      hint: 'Correct main-package; it is relative to working-directory.',
    }),
  },
  {
    pattern: /build constraints exclude all Go files in|no Go source files$/,
    explain: ({ line }) => ({
      code: 'go-files-excluded',
      message: `No file of a package is meant for Linux without cgo: ${line}`,
      hint: 'Look at the go:build lines and the file names (_windows.go) of that package; set tags if it needs some.',
    }),
  },
  {
    pattern: /error obtaining VCS status|Use -buildvcs=false/,
    explain: ({ line }) => ({
      code: 'go-vcs-status',
      message: `Go could not ask git for the commit that it writes into the binary: ${line}`,
      hint: 'Put -buildvcs=false in build-flags, or mark the checkout as safe: git config --global --add safe.directory "$GITHUB_WORKSPACE".',
    }),
  },
  {
    pattern: /build output "?([^"\s]+)"? already exists and is (?:a directory|not an object file)/,
    explain: ({ groups: [name] }) => ({
      code: 'go-output-blocked',
      message: `The executable would be written to "${name}", where there is something else.`,
      hint: 'Remove it from the repository, or give the executable another name in host.json.',
    }),
  },
  {
    pattern:
      /flag provided but not defined: (\S+)|invalid value ("[^\n]*" for flag [^\n]*)|unknown flag (\S+)/,
    explain: ({ groups: [name, value, other], goVersion }) => ({
      code: 'build-flag-malformed',
      message: `go build does not accept ${value || `the flag "${name || other}"`}.`,
      hint: `Correct build-flags, ldflags or GOFLAGS; go help build lists what ${goVersion || 'this Go'} knows.`,
    }),
  },
  {
    pattern:
      /import cycle not allowed|use of (?:internal|vendored) package|no matching files found|is a program, not an importable package|invalid go:embed/,
    explain: ({ text }) => ({
      code: 'go-package-error',
      message: text,
      hint: 'Repair the import or go:embed line; go build stops before it compiles.',
    }),
  },
]
