/**
 * What the compiler and the linker say when something other than a line of code is wrong, and what to do about it.
 * A table over the texts of cmd/compile and cmd/link from 1.19 to 1.27. Pure.
 */
import type { FailureRule } from './explanation'
import { featureTooNew } from './go-releases'
import { newerGo, tooOld } from './toolchain-failures'

/** Words of the system, which Go passes on at the end of a line. */
export const cannotWrite: FailureRule = {
  pattern:
    /(?:no space left on device|disk quota exceeded|read-only file system|not enough space on the disk\.)(?:\n|$)|(?:copying|creating work dir|build cache|module cache)[^\n]*(?:permission denied|Access is denied)/,
  explain: ({ line }) => ({
    code: 'go-cannot-write',
    message: `go build cannot write its files: ${line.replace(/^\S+: go build \S+: /, '')}.`,
    hint: 'Make room on the disk (df -h shows it), or build where the workspace, GOCACHE and the temporary folder are writable.',
  }),
}

/** Printed under `# package`. A text of the compiler that quotes the user's code must not be taken for another. */
export const compilerFailures: readonly FailureRule[] = [
  cannotWrite,
  {
    pattern: /^note: module requires Go (\S+)/,
    explain: ({ groups: [wanted = ''], goVersion }) => ({
      ...tooOld('The module', wanted, goVersion),
      about: { kind: 'version-line', wanted },
    }),
  },
  {
    pattern:
      /^([^\n]*?):? requires go(1\.\d+(?:\.\d+)?) or later \(-lang was set to go(1\.\d+); check go\.mod\)/,
    explain: ({ groups: [feature = '', version = '', limit = ''] }) => ({
      code: 'go-language-version',
      message: `The code needs Go ${version} (${feature}), but go.mod says go ${limit}.`,
      hint: `Write go ${version} or later in go.mod: go mod edit -go=${version}, then go mod tidy.`,
      about: { kind: 'language', feature, version, limit },
    }),
  },
  {
    pattern:
      /^([^\n]*?):? requires go(1\.\d+(?:\.\d+)?) or later \((?:file declares|-lang was set to[^\n]*file declares) \/\/go:build (?:[^)\n]*?)(1\.\d+)\)/,
    explain: ({ groups: [feature = '', version = '', limit = ''] }) => ({
      code: 'go-language-version',
      message: `The code needs Go ${version} (${feature}), but the go:build line of the file says go${limit}.`,
      hint: `Write //go:build go${version}, or remove the line when go.mod says go ${version} or later.`,
      about: { kind: 'language', feature, version, limit: '' },
    }),
  },
  {
    pattern: /function main is undeclared in the main package/,
    explain: ({ package: name }) => ({
      code: 'go-no-main-function',
      message: 'The main package has no function main.',
      hint: 'Add func main() that listens on the port in FUNCTIONS_CUSTOMHANDLER_PORT.',
      about: { kind: 'main-function', package: name },
    }),
  },
  {
    pattern: /^(?:func main must have no (?:arguments|type parameters)|cannot declare main - must be func)/,
    explain: ({ line }) => ({
      code: 'go-no-main-function',
      message: `The main package has no function main that Go can start: ${line}.`,
      hint: 'Write func main() { … } without arguments and results.',
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
    pattern: /^misplaced compiler directive/,
    explain: ({ line }) => ({
      code: 'go-constraint-invalid',
      message: `A //go: line stands where Go does not read it: ${line}.`,
      hint: 'Put a //go:build line above the package line with an empty line between them, and //go:embed directly above its variable.',
    }),
  },
  {
    pattern: /^go:embed (?:only allowed in Go files that import "embed"|requires import "embed")/,
    explain: () => ({
      code: 'go-package-error',
      message: 'A go:embed line stands in a file that does not import "embed".',
      hint: 'Add import _ "embed" to the file.',
    }),
  },
  {
    pattern: /^(?:invalid quoted string in \/\/go:embed|usage: \/\/go:embed pattern)/,
    explain: ({ line }) => ({
      code: 'go-package-error',
      message: `The go:embed line cannot be read: ${line}.`,
      hint: 'Write the patterns with spaces between them, and close each quotation mark.',
    }),
  },
  {
    pattern: /^undefined: ([\p{L}_][\p{L}\p{N}_]*)$/mu,
    explain: ({ groups: [name = ''], line, goVersion }) => {
      const old = featureTooNew(line, goVersion)
      if (old !== undefined) return tooOldFor(old, line, goVersion)
      return {
        code: 'go-compile-error',
        message: line,
        hint: placeHint,
        about: { kind: 'undefined-name', name },
      }
    },
  },
  {
    pattern: /^(?:cannot range over |generic type cannot be alias)/,
    explain: ({ line, goVersion }) => {
      const old = featureTooNew(line, goVersion)
      return old === undefined
        ? { code: 'go-compile-error', message: line, hint: placeHint }
        : tooOldFor(old, line, goVersion)
    },
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

/** For an error of the compiler that stands in the code itself. */
export const placeHint = 'Correct this line. On your machine, go vet ./... shows the same error.'

function tooOldFor(
  { feature, minor }: { readonly feature: string; readonly minor: number },
  line: string,
  goVersion: string,
): ReturnType<FailureRule['explain']> {
  return {
    code: 'go-too-old',
    message: `The code uses ${feature}, which came with Go 1.${minor}, but the Go on PATH is ${goVersion}: ${line}.`,
    hint: `Set up Go 1.${minor} or later, and write go 1.${minor} or later into go.mod. ${newerGo(goVersion)}`,
  }
}
