/**
 * What is built: the package or the files that `main-package` names, or what the folder holds.
 * Looks at file names; where build constraints decide, it asks `go list` and does not guess.
 */
import { readdir } from 'node:fs/promises'
import nodePath from 'node:path'
import type { Finding } from '../../findings'
import { otherLanguageOf } from '../../functions/other-languages'
import type { ProgramResult, RunProgram } from '../../programs/program'
import type { goCodes } from '../codes/go-codes'
import { splitQuoted } from '../command/quoting'
import { readFolder, readText } from '../command/text-file'
import type { Toolchain } from '../command/toolchain'

/** What to build: a package, or the files of one folder. */
export type Target =
  | { readonly kind: 'package'; readonly package: string }
  | { readonly kind: 'files'; readonly files: readonly string[] }

/**
 * Reads the input `main-package`.
 *
 * @param mainPackage a package path, or `.go` files separated by spaces; empty for the default
 * @returns the target, `undefined` when the default applies, or what is wrong with the value
 */
export function readMainPackage(mainPackage: string): Target | undefined | Finding {
  const words = splitQuoted(mainPackage)
  if (words === undefined) return invalidMainPackage(mainPackage, 'a quotation mark is not closed')
  const [first] = words
  if (first === undefined) return undefined
  if (words.some((word) => word.startsWith('-'))) {
    return invalidMainPackage(mainPackage, 'it holds a flag; flags belong in build-flags')
  }
  if (words.every((word) => word.endsWith('.go'))) return { kind: 'files', files: words }
  if (words.length > 1) {
    return invalidMainPackage(
      mainPackage,
      'it names more than one package, but an executable is built from exactly one',
    )
  }
  if (first.includes('...')) {
    return invalidMainPackage(
      mainPackage,
      'it is a pattern, but an executable is built from exactly one package',
    )
  }
  return { kind: 'package', package: first }
}

export interface TargetRequest {
  /** Absolute. */
  readonly projectFolder: string
  /** Absolute. */
  readonly repositoryRoot: string
  readonly goarch: string
  /** Flags that set build tags, for example `-tags=x`; the last one counts. */
  readonly tagFlags: readonly string[]
  /** Environment of the child. */
  readonly env: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

/**
 * Decides what to build. Without a go.mod, `go build` only takes files: then those of the folder are named, and
 * when there are several, Go itself says which of them are meant for Linux.
 *
 * @param toolchain which go.mod and go.work are in charge
 * @param named what `main-package` names, `undefined` when it is empty
 * @returns the target, a finding, or the result of a failed `go list`
 */
export async function chooseTarget(
  request: TargetRequest,
  { goModPath, goWorkPath }: Pick<Toolchain, 'goModPath' | 'goWorkPath'>,
  named: Target | undefined,
  run: RunProgram,
): Promise<Target | Finding | ProgramResult> {
  if (named?.kind === 'files') return named
  const folder = named?.package ?? '.'
  const asPackage: Target = { kind: 'package', package: folder }
  if (!isFolderPath(folder) || goModPath !== '') return asPackage
  const names = await goFilesIn(nodePath.resolve(request.projectFolder, folder))
  if (names === undefined) return missingFolder(folder)
  const [only, ...others] = names
  // In a workspace, the folder may lie above the modules.
  if (only === undefined) return goWorkPath === '' ? noFiles(request, folder) : asPackage
  if (others.length === 0) return { kind: 'files', files: [inFolder(folder, only)] }
  const listed = await run({
    file: 'go',
    args: ['list', '-f', '{{range .GoFiles}}{{.}}\n{{end}}', ...request.tagFlags, folder],
    cwd: request.projectFolder,
    // Without a go.mod, only the mode from before modules takes a folder, and it refuses flags about modules.
    env: {
      ...request.env,
      GO111MODULE: 'off',
      GOFLAGS: '-trimpath',
      CGO_ENABLED: '0',
      GOOS: 'linux',
      GOARCH: request.goarch,
    },
    ...(request.signal === undefined ? {} : { signal: request.signal }),
  })
  // Files with C code, the build itself refuses, and that can be explained further. Others it would take, since files
  // that are named are built whatever their constraints say.
  const isExcluded =
    /build constraints exclude all Go files/.test(listed.stderr) &&
    names.some((name) =>
      /^\s*(?:import\s+)?"C"\s*$/m.test(
        readText(nodePath.resolve(request.projectFolder, folder, name)) ?? '',
      ),
    )
  if (listed.exitCode !== 0 && !isExcluded) return listed
  if (isExcluded) return { kind: 'files', files: names.map((name) => inFolder(folder, name)) }
  const files = listed.stdout.split(/\r?\n/).filter((name) => name !== '')
  return { kind: 'files', files: files.map((name) => inFolder(folder, name)) }
}

/**
 * Whether Go takes a package argument for a folder (`go help packages`): a path that is absolute or begins with
 * `.` or `..`.
 *
 * @param text value of `main-package`
 * @returns false for an import path
 */
export function isFolderPath(text: string): boolean {
  return nodePath.isAbsolute(text) || /^\.{1,2}(?:[\\/]|$)/.test(text)
}

/** Go ignores names that begin with a dot or an underscore (`go help packages`). */
async function goFilesIn(folder: string): Promise<readonly string[] | undefined> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries
      .filter(
        (entry) =>
          !entry.isDirectory() && /^[^._].*\.go$/.test(entry.name) && !entry.name.endsWith('_test.go'),
      )
      .map(({ name }) => name)
      .sort()
  } catch {
    return undefined
  }
}

function inFolder(folder: string, name: string): string {
  if (folder === '.') return name.startsWith('-') ? `./${name}` : name
  return `${folder.replace(/[\\/]+$/, '')}/${name}`
}

function missingFolder(folder: string): Finding {
  return {
    code: 'main-package-missing' satisfies keyof typeof goCodes,
    severity: 'error',
    message: `There is no folder "${folder}" to build.`,
    hint: 'Correct main-package; it is relative to working-directory.',
  }
}

function noFiles({ projectFolder, repositoryRoot }: TargetRequest, folder: string): Finding {
  const absolute = nodePath.resolve(projectFolder, folder)
  const test = readFolder(absolute)?.find(({ name, isFolder }) => !isFolder && name.endsWith('_test.go'))
  if (test !== undefined) {
    const file = nodePath
      .relative(repositoryRoot, nodePath.join(absolute, test.name))
      .split(nodePath.sep)
      .join('/')
    return {
      code: 'go-no-files' satisfies keyof typeof goCodes,
      severity: 'error',
      message: `Every Go file in the folder "${folder}" is a test file (${test.name}), and go build leaves test files out.`,
      hint: 'Move package main with func main to a file whose name does not end in _test.go, and run go mod init.',
      ...(file.startsWith('..') ? {} : { location: { file, line: 1 } }),
    }
  }
  const other = otherLanguageOf((readFolder(absolute) ?? []).map(({ name }) => name))
  if (other !== undefined) {
    return {
      code: 'go-no-files' satisfies keyof typeof goCodes,
      severity: 'error',
      message: `There is nothing to build with Go: '${other.file}' says that the program is written in ${other.language}.`,
      hint: 'Build the program for Linux in a step before this one, and set binary to the executable.',
    }
  }
  return {
    code: 'go-no-files' satisfies keyof typeof goCodes,
    severity: 'error',
    message:
      folder === '.'
        ? 'The folder of host.json holds no Go file and no go.mod.'
        : `The folder "${folder}" holds no Go file, and there is no go.mod.`,
    hint: 'Set main-package to the folder that holds package main, or set binary to a finished executable.',
  }
}

function invalidMainPackage(mainPackage: string, reason: string): Finding {
  return {
    code: 'main-package-invalid' satisfies keyof typeof goCodes,
    severity: 'error',
    message: `main-package is "${mainPackage}", but ${reason}.`,
    hint: 'Give one package, for example ./cmd/handler, or .go files of one folder separated by spaces.',
  }
}
