/**
 * Builds the project: asks the toolchain, plans, runs the one `go build`, and explains a failure.
 * Prints nothing and changes nothing but the output file.
 */
import { readdir } from 'node:fs/promises'
import nodePath from 'node:path'
import { messageOf } from '../errors'
import type { Finding } from '../findings'
import type { goCodes } from './codes'
import { type DiagnosticContext, findingsOf, isProgress, readBuildMessages } from './diagnostics'
import { childEnvironment, withVariables } from './environment'
import { buildFailed, explainBuild } from './explain'
import {
  type BuildPlan,
  type PlanRequest,
  planBuild,
  readMainPackage,
  reviewFlags,
  type Target,
} from './plan'
import type { ProgramResult, RunProgram } from './program'
import { readToolchain, type Toolchain } from './toolchain'

export interface BuildRequest extends PlanRequest {
  /** For messages. */
  readonly executableName: string
  /** The whole environment of the action. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Called with lines such as `go: downloading …` while the build runs. */
  readonly onProgress: (line: string) => void
  readonly signal?: AbortSignal
}

export interface BuildOutput {
  /** Absolute. */
  readonly outputPath: string
  /** For example `go1.26.8`. */
  readonly goVersion: string
  readonly goarch: string
  /** The `go build` line with its environment, ready to paste at the root of the repository. */
  readonly command: string
  readonly argv: readonly string[]
  /** What the environment, GOFLAGS or `go env -w` held that was overridden. */
  readonly neutralised: readonly string[]
  readonly elapsedMs: number
}

export interface BuildOutcome {
  readonly findings: readonly Finding[]
  /** Absent when there is no executable. */
  readonly output?: BuildOutput
  /** The line that was run, also when it failed. */
  readonly command?: string
  /** What `go` printed, bounded. Untrusted. */
  readonly log: string
}

const logLimit = 1024 * 1024

/**
 * Builds the project statically for Linux, whatever the environment, GOFLAGS and `go env -w` say.
 *
 * @param request what to build, where to, and with which environment
 * @param run how programs are run
 * @returns the executable, or findings that say why there is none
 * @throws the reason of the signal when it aborted
 */
export async function buildProject(request: BuildRequest, run: RunProgram): Promise<BuildOutcome> {
  const named = readMainPackage(request.mainPackage)
  const early = reviewFlags(request)
  if (named !== undefined && 'code' in named) early.push(named)
  if (early.length > 0 || (named !== undefined && 'code' in named)) return { findings: early, log: '' }

  const env = workingEnvironment(request)
  try {
    const answer = await readToolchain(request.projectFolder, env, run, request.signal)
    if ('failed' in answer) return failed(answer.failed, contextOf(request, ''))
    return await buildWith(request, answer.toolchain, named, env, run)
  } catch (error) {
    request.signal?.throwIfAborted()
    if (!(error instanceof Error && 'code' in error)) throw error
    return { findings: [goMissing(error)], log: '' }
  }
}

async function buildWith(
  request: BuildRequest,
  toolchain: Toolchain,
  named: Target | undefined,
  env: Readonly<Record<string, string>>,
  run: RunProgram,
): Promise<BuildOutcome> {
  const context = contextOf(request, toolchain.goVersion)
  const chosen = await chooseTarget(request, toolchain, named, env, run)
  if ('code' in chosen) return { findings: [chosen], log: '' }
  if ('exitCode' in chosen) return failed(chosen, context)
  const plan = planBuild(request, toolchain, chosen)
  if ('code' in plan) return { findings: [plan], log: '' }

  const buildEnv = withVariables(env, plan.variables)
  const result = await run({
    file: 'go',
    args: plan.argv,
    cwd: request.projectFolder,
    env: buildEnv,
    onLine: (_stream, line) => {
      if (isProgress(line)) request.onProgress(line)
    },
    ...signalOf(request),
  })
  const log = logOf(result)
  if (result.exitCode === 0)
    return { findings: [], command: plan.command, output: outputOf(request, toolchain, plan, result), log }
  const findings = await explainBuild({ ...request, toolchain, plan, env: buildEnv, context, log }, run)
  return { findings, command: plan.command, log }
}

/**
 * What to build when nothing is named. Without a go.mod, `go build` only takes files: those of the folder. When
 * there are several, Go itself says which of them are meant for Linux.
 */
async function chooseTarget(
  request: BuildRequest,
  { goModPath, goWorkPath }: Toolchain,
  named: Target | undefined,
  env: Readonly<Record<string, string>>,
  run: RunProgram,
): Promise<Target | Finding | ProgramResult> {
  const isFolder = named?.kind !== 'files' && /^\.{0,2}(?:[\\/]|$)/.test(named?.package ?? '')
  if (named !== undefined && !isFolder) return named
  const folder = named?.kind === 'package' ? named.package : '.'
  const asPackage: Target = { kind: 'package', package: folder }
  if (goModPath !== '') return asPackage
  const names = await goFilesIn(nodePath.resolve(request.projectFolder, folder))
  if (names.length === 0) return goWorkPath === '' && named === undefined ? noFiles(request) : asPackage
  const [only] = names
  if (names.length === 1 && only !== undefined) return { kind: 'files', files: [inFolder(folder, only)] }
  const tags =
    request.tags.trim() === ''
      ? []
      : [
          `-tags=${request.tags
            .trim()
            .split(/[\s,]+/)
            .join(',')}`,
        ]
  const listed = await run({
    file: 'go',
    args: ['list', '-f', '{{range .GoFiles}}{{.}}\n{{end}}', ...tags, folder],
    cwd: request.projectFolder,
    env: withVariables(env, {
      GO111MODULE: 'off',
      GOFLAGS: '-trimpath',
      CGO_ENABLED: '0',
      GOOS: 'linux',
      GOARCH: request.goarch,
    }),
    ...signalOf(request),
  })
  if (listed.exitCode !== 0) return listed
  const files = listed.stdout.split(/\r?\n/).filter((name) => name !== '')
  return { kind: 'files', files: files.map((name) => inFolder(folder, name)) }
}

/** Go ignores names that begin with a dot or an underscore (`go help packages`). */
async function goFilesIn(folder: string): Promise<readonly string[]> {
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
    return []
  }
}

function inFolder(folder: string, name: string): string {
  if (folder === '.') return name.startsWith('-') ? `./${name}` : name
  return `${folder.replace(/[\\/]+$/, '')}/${name}`
}

function failed(result: ProgramResult, context: DiagnosticContext): BuildOutcome {
  const log = logOf(result)
  const findings = findingsOf(readBuildMessages(log), context)
  return { findings: findings.length > 0 ? findings : [buildFailed(log)], log }
}

function goMissing(error: Error): Finding {
  const isAbsent = 'code' in error && error.code === 'ENOENT'
  return {
    code: 'go-missing' satisfies keyof typeof goCodes,
    severity: 'error',
    message: isAbsent
      ? 'There is no program "go" on PATH.'
      : `The program "go" cannot be started: ${messageOf(error)}`,
    hint: 'Run actions/setup-go in a step before this one.',
  }
}

function noFiles(request: BuildRequest): Finding {
  return {
    code: 'go-no-files' satisfies keyof typeof goCodes,
    severity: 'error',
    message: `There is no Go file to build "${request.executableName}" from in the folder of host.json, and no go.mod.`,
    hint: 'Set main-package to the folder that holds package main, or give a finished executable with binary.',
  }
}

function workingEnvironment(request: BuildRequest): Record<string, string> {
  const env = childEnvironment(request.environment)
  // Go believes PWD when it names the current folder, and then prints paths below it instead of a symlink's target.
  return process.platform === 'win32' ? env : withVariables(env, { PWD: request.projectFolder })
}

function contextOf(request: BuildRequest, goVersion: string): DiagnosticContext {
  const { projectFolder: cwd, repositoryRoot } = request
  return { cwd, repositoryRoot, flavour: nodePath, goVersion }
}

function outputOf(
  request: BuildRequest,
  { goVersion }: Toolchain,
  { command, argv, neutralised }: BuildPlan,
  { elapsedMs }: ProgramResult,
): BuildOutput {
  const { outputPath, goarch } = request
  return { outputPath, goVersion, goarch, command, argv, neutralised, elapsedMs }
}

function logOf({ stdout, stderr }: ProgramResult): string {
  return `${stderr}${stdout}`.slice(0, logLimit)
}

function signalOf({ signal }: BuildRequest): { readonly signal?: AbortSignal } {
  return signal === undefined ? {} : { signal }
}
