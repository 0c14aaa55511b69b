/**
 * The part of the descriptions for docs/findings.md that is about modules: go.mod, go.sum, go.work, downloads.
 */
import type { CodeDescription } from '../../findings'

const nothing = 'Nothing: the step stops before there is a package.'

export const moduleCodes = {
  'go-mod-missing': {
    severity: 'error',
    title: 'There is no go.mod',
    wrong: 'The code uses other modules or packages of its own, and no go.mod says which.',
    seen: nothing,
    fix: 'Run `go mod init example.com/NAME && go mod tidy` and commit go.mod and go.sum.',
    source: 'https://go.dev/ref/mod#go-mod-init',
  },
  'go-mod-invalid': {
    severity: 'error',
    title: 'go.mod cannot be read',
    wrong: 'A line of go.mod, go.sum or go.work is not one that this Go understands.',
    seen: nothing,
    fix: 'Correct the line.',
    source: 'https://go.dev/ref/mod#go-mod-file',
  },
  'go-mod-untidy': {
    severity: 'error',
    title: 'go.mod does not fit the code',
    wrong: 'go.mod, go.sum or the vendor folder would have to change for this build.',
    seen: nothing,
    fix: 'Run `go mod tidy` (and `go mod vendor`) and commit the result.',
    source: 'https://go.dev/ref/mod#go-mod-tidy',
  },
  'go-sum-missing': {
    severity: 'error',
    title: 'go.sum is incomplete',
    wrong: 'go.sum lacks the checksum of a module that the code imports.',
    seen: nothing,
    fix: 'Run `go mod tidy` and commit go.sum.',
    source: 'https://go.dev/ref/mod#go-sum-files',
  },
  'go-sum-mismatch': {
    severity: 'error',
    title: 'A module is not the recorded one',
    wrong: 'The downloaded module has another checksum than the one in go.sum.',
    seen: nothing,
    fix: 'Find out why the module changed before replacing its line in go.sum.',
    source: 'https://go.dev/ref/mod#authenticating',
  },
  'go-module-missing': {
    severity: 'error',
    title: 'A module is not in go.mod',
    wrong: 'The code imports a package that no module in go.mod provides.',
    seen: nothing,
    fix: 'Run `go get` with the package and commit go.mod and go.sum.',
    source: 'https://go.dev/ref/mod#go-get',
  },
  'go-module-unavailable': {
    severity: 'error',
    title: 'A module cannot be fetched',
    wrong: 'The module or version does not exist, or the runner may not read it.',
    seen: nothing,
    fix: 'Correct go.mod. For a private module set `GOPRIVATE` and give git the credentials in a step before.',
    source: 'https://go.dev/ref/mod#private-modules',
  },
  'go-proxy-unreachable': {
    severity: 'error',
    title: 'Modules cannot be downloaded',
    wrong: 'A module is not in the cache, and the module proxy does not answer or is switched off.',
    seen: nothing,
    fix: 'Let the runner reach `GOPROXY`, cache modules with `actions/setup-go`, or commit a vendor folder.',
    source: 'https://go.dev/ref/mod#environment-variables',
  },
  'go-package-missing': {
    severity: 'error',
    title: 'A package does not exist',
    wrong: 'An import path without a domain is not in the standard library.',
    seen: nothing,
    fix: 'Correct the path. Packages of your own module begin with the module path.',
    source: '`go help importpath`',
  },
  'go-own-package-missing': {
    severity: 'error',
    title: 'A package of the project is not found',
    wrong:
      'The code imports a package of its own module (or of one that go.work or a replacement takes from a folder), and the folder is not there. Perhaps a step should have generated it, a line of .gitignore keeps it out, nobody committed it, or its name is written differently. Or the folder is there, but the imports begin with another path than the `module` line of go.mod.',
    seen: nothing,
    fix: 'Commit the folder, or generate it in a step before this one, or make the `module` line and the imports alike. `go get` cannot help.',
    source: 'https://go.dev/ref/mod#resolve-pkg-mod',
  },
  'go-replace-missing': {
    severity: 'error',
    title: 'A replacement is not in the checkout',
    wrong: 'A `replace` line names a folder that is not there or holds no go.mod.',
    seen: nothing,
    fix: 'Commit the folder, check out the other repository too, or remove the line and run `go mod tidy`. A go.work that is not committed keeps such paths out of go.mod.',
    source: 'https://go.dev/ref/mod#go-mod-file-replace',
  },
  'git-submodule-empty': {
    severity: 'error',
    title: 'A submodule was not checked out',
    wrong: 'The build needs a folder that .gitmodules names as a submodule, but the folder is empty.',
    seen: nothing,
    fix: 'Fetch submodules in the checkout:\n\n```yaml\n- uses: actions/checkout@v7\n  with:\n    submodules: recursive\n    persist-credentials: false\n```',
    source: 'https://github.com/actions/checkout#usage',
  },
  'go-work-too-old': {
    severity: 'error',
    title: 'go.work is older than a module',
    wrong: 'A module that go.work lists asks for a newer Go than the `go` line of go.work.',
    seen: nothing,
    fix: 'Run `go work use` and commit go.work.',
    source: 'https://go.dev/ref/mod#go-work-file-go',
  },
  'go-work-use-missing': {
    severity: 'error',
    title: 'go.work lists a folder without a module',
    wrong: 'A `use` line of go.work names a folder that is not there or holds no go.mod.',
    seen: nothing,
    fix: 'Commit the folder, or remove the line: `go work edit -dropuse=FOLDER`.',
    source: 'https://go.dev/ref/mod#go-work-file-use',
  },
  'go-work-missing-module': {
    severity: 'error',
    title: 'The module is not in the workspace',
    wrong:
      'A go.work applies and does not list the module, or the package belongs to no module of the build.',
    seen: nothing,
    fix: 'Run `go work use FOLDER`, or set `GOWORK: off` in the environment of the step.',
    source: 'https://go.dev/ref/mod#workspaces',
  },
} as const satisfies Record<string, CodeDescription>
