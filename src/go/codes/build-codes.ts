/**
 * The part of the descriptions for docs/findings.md that is about the build itself: toolchain, flags, packages, cgo.
 */
import type { CodeDescription } from '../../findings'

const nothing = 'Nothing: the step stops before there is a package.'

export const buildCodes = {
  'go-missing': {
    severity: 'error',
    title: 'There is no Go',
    wrong: 'The program `go` is not on PATH, or cannot be started.',
    seen: nothing,
    fix: 'Run `actions/setup-go` before this step:\n\n```yaml\n- uses: actions/setup-go@v6\n  with:\n    go-version-file: go.mod\n    cache-dependency-path: |\n      **/go.sum\n      **/host.json\n```',
    source: 'https://github.com/actions/setup-go',
  },
  'go-too-old': {
    severity: 'error',
    title: 'Go is older than the project asks for',
    wrong:
      'The `go` line of go.mod, of go.work or of a module asks for a newer Go than the one on PATH, and `GOTOOLCHAIN` does not let Go fetch it. Up to Go 1.20, Go would build the project all the same, by its own older rules: patterns such as `"GET /path"`, for example, would never match.',
    seen: nothing,
    fix: 'Install the version with `actions/setup-go` and `go-version-file`, or set `GOTOOLCHAIN: auto` in the environment of the step.',
    source: 'https://go.dev/doc/toolchain',
  },
  'main-package-found': {
    severity: 'notice',
    title: 'The only main package was built',
    wrong:
      'Nothing, unless you meant another package. The folder of host.json holds no package main, and `main-package` is not set. Exactly one package around it says `package main`: in the same module, in its workspace, or in a module nearby. Packages below the host.json of another app do not count.',
    seen: 'Nothing: Azure starts the package that was built.',
    fix: 'Set `main-package` to that package, so that the choice stays when there is another one.',
    source: '`go list ./...`',
  },
  'build-flag-refused': {
    severity: 'error',
    title: 'A flag would undo the static link',
    wrong:
      '`build-flags` or `ldflags` holds a flag after which the executable would need a program interpreter or shared libraries, would not be a program, or would be written elsewhere.',
    seen: "`No such file or directory` for a file that is there, or ``version `GLIBC_2.34' not found``, when the host starts the handler.",
    fix: 'Remove the flag.',
    source: '`go help buildmode`, `go tool link -h`',
  },
  'build-flag-malformed': {
    severity: 'error',
    title: 'A flag cannot be read',
    wrong:
      'An argument in `build-flags`, `ldflags` or `GOFLAGS` is not a flag, has an open quotation mark, or is not known to this Go.',
    seen: nothing,
    fix: 'Write one argument on each line of `build-flags`, with its value after `=`. Go counts a quotation mark only at the start of an argument.',
    source: '`go help build`, `go help environment`',
  },
  'main-package-invalid': {
    severity: 'error',
    title: 'main-package cannot be read',
    wrong: '`main-package` is neither one package nor a list of `.go` files.',
    seen: nothing,
    fix: 'Give one package, for example `./cmd/handler`, or `.go` files of one folder.',
    source: '`go help packages`',
  },
  'main-package-missing': {
    severity: 'error',
    title: 'main-package names something that is not there',
    wrong: '`main-package` names a folder or a file that does not exist.',
    seen: nothing,
    fix: 'Correct `main-package`; it is relative to `working-directory`.',
    source: '`go help packages`',
  },
  'go-no-files': {
    severity: 'error',
    title: 'There are no Go files',
    wrong: 'The folder holds no Go file for this build.',
    seen: nothing,
    fix: 'Set `working-directory` to the folder of host.json, and `main-package` to the folder that holds `package main`.',
    source: '`go help build`',
  },
  'go-no-main-package': {
    severity: 'error',
    title: 'There is no main package, or there are several',
    wrong: 'There is no `package main` to build, or there are several.',
    seen: 'Without this check, `Exec format error`: `go build` writes an archive instead of a program.',
    fix: 'Write `package main` in the first line of the program, also where the folder has another name. When the program lies elsewhere, set `main-package` to its folder.',
    source: '`go help buildmode`',
  },
  'go-no-main-function': {
    severity: 'error',
    title: 'There is no function main',
    wrong: 'The main package does not declare `func main()`.',
    seen: nothing,
    fix: 'Add `func main()` that listens on the port in `FUNCTIONS_CUSTOMHANDLER_PORT`.',
    source: 'https://go.dev/ref/spec#Program_execution',
  },
  'go-main-redeclared': {
    severity: 'error',
    title: 'There are two functions main',
    wrong: 'Two files of one folder declare `func main()`.',
    seen: nothing,
    fix: 'Move each program to a folder of its own and set `main-package`, or name the files of one program in `main-package`.',
    source: 'https://go.dev/ref/spec#Program_execution',
  },
  'go-mixed-packages': {
    severity: 'error',
    title: 'One folder holds two packages',
    wrong: 'Files of one folder have different `package` lines.',
    seen: nothing,
    fix: 'Move one package to a folder of its own.',
    source: 'https://go.dev/ref/spec#Package_clause',
  },
  'go-compile-error': {
    severity: 'error',
    title: 'The code does not compile',
    wrong: 'The compiler refuses the code at this place.',
    seen: nothing,
    fix: 'Repair the code. `go vet ./...` on your machine shows the same.',
    source: 'https://go.dev/ref/spec',
  },
  'go-package-error': {
    severity: 'error',
    title: 'An import or go:embed line is wrong',
    wrong:
      'Go refuses a package before compiling it: an import cycle, an internal package of another module, or a `go:embed` pattern without files.',
    seen: nothing,
    fix: 'Repair the line. Files for `go:embed` must be in the repository at build time.',
    source: '`go help importpath`, https://pkg.go.dev/embed',
  },
  'go-constraint-invalid': {
    severity: 'error',
    title: 'A go:build line cannot be read',
    wrong:
      'A `//go:build` line has words that are no expression, there are two in one file, or it stands below the `package` line.',
    seen: nothing,
    fix: 'Write words with `&&`, `||`, `!` and brackets, in one line above the `package` line with an empty line between them: `//go:build linux && amd64`.',
    source: '`go help buildconstraint`',
  },
  'go-language-version': {
    severity: 'error',
    title: 'The code is newer than the go line',
    wrong:
      'The code uses a feature of a newer Go than the one in the `go` line of go.mod, or in the `go:build go1.N` line of the file. That line decides by which rules Go compiles the code.',
    seen: nothing,
    fix: 'Raise the line: `go mod edit -go=1.N`, then `go mod tidy`.',
    source: 'https://go.dev/ref/mod#go-mod-file-go',
  },
  'lfs-pointer': {
    severity: 'error',
    title: 'A file is only a pointer of Git LFS',
    wrong:
      'The checkout did not fetch what Git LFS keeps, so a file that is compiled, embedded or packed holds three lines of text in place of its content.',
    seen: 'Without this check, the app starts and serves the three lines, which begin with `version https://git-lfs.github.com/spec/v1`.',
    fix: 'Fetch the content in the checkout:\n\n```yaml\n- uses: actions/checkout@v7\n  with:\n    lfs: true\n    persist-credentials: false\n```',
    source: 'https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md',
  },
  'go-link-error': {
    severity: 'error',
    title: 'The program cannot be linked',
    wrong: 'The code calls a function that is defined nowhere.',
    seen: nothing,
    fix: 'Give the function a body, or correct the `go:linkname` line.',
    source: '`go tool link -h`',
  },
  'go-files-excluded': {
    severity: 'error',
    title: 'Every file of a package is excluded',
    wrong: 'The build constraints or file names of a package leave no file for Linux without cgo.',
    seen: nothing,
    fix: 'Look at the `go:build` lines of the package; set `tags` if it needs some; replace a package that needs cgo.',
    source: '`go help buildconstraint`',
  },
  'go-too-many-errors': {
    severity: 'notice',
    title: 'There are more errors',
    wrong: 'The compiler stopped after ten errors, or there were more than are listed.',
    seen: nothing,
    fix: 'Repair the first ones, or put `-gcflags=-e` in `build-flags`.',
    source: '`go tool compile -h`',
  },
  'go-cannot-write': {
    severity: 'error',
    title: 'Go cannot write its files',
    wrong:
      'The disk of the runner is full, or the workspace, the build cache (`GOCACHE`), the module cache or the temporary folder is read-only.',
    seen: nothing,
    fix: 'Make room, for example by removing what earlier steps left. Where the workspace is read-only, build elsewhere and set `binary`.',
    source:
      'What the system answers to cmd/go and cmd/link: `no space left on device`, `read-only file system`, `permission denied`.',
  },
  'go-vcs-status': {
    severity: 'error',
    title: 'Git does not answer',
    wrong:
      'Go writes the commit into the binary, but git did not answer, often because the checkout belongs to another user (jobs in containers).',
    seen: nothing,
    fix: 'Put `-buildvcs=false` in `build-flags`, or run `git config --global --add safe.directory "$GITHUB_WORKSPACE"` before.',
    source: '`go help build`',
  },
  'go-output-blocked': {
    severity: 'error',
    title: 'Something else has the name of the executable',
    wrong: 'A folder, or a file that is not a program, already has the name of the executable.',
    seen: nothing,
    fix: 'Remove it from the repository, or change `defaultExecutablePath` in host.json.',
    source: '`go help build`',
  },
  'go-build-failed': {
    severity: 'error',
    title: 'go build failed',
    wrong: '`go build` failed with a message that the action does not know.',
    seen: nothing,
    fix: 'Read the output of `go build` in the log of the step.',
    source: '`go help build`',
  },
  'cgo-required': {
    severity: 'error',
    title: 'The code needs cgo',
    wrong:
      'A package consists of C code bound with cgo. It cannot be linked statically without a C library, and the action builds with `CGO_ENABLED=0`.',
    seen: "`No such file or directory` for a file that is there, or ``version `GLIBC_2.34' not found``, when it is built with cgo.",
    fix: 'Remove `import "C"` from a file that uses nothing of C. Replace a package that needs C by one that is written in Go. Or build a static binary with musl yourself and name it in the input `binary`.',
    source: 'https://pkg.go.dev/cmd/cgo',
  },
  'cgo-stub': {
    severity: 'error',
    title: 'A module is only a stub without cgo',
    wrong: 'The module builds without cgo, and then answers every call with an error.',
    seen: "`Binary was compiled with 'CGO_ENABLED=0', go-sqlite3 requires cgo to work. This is a stub` on the first call.",
    fix: 'Replace the module by one that is written in Go.',
    source: 'https://github.com/mattn/go-sqlite3 (static_mock.go)',
  },
} as const satisfies Record<string, CodeDescription>
