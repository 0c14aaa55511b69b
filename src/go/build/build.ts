/**
 * Builds the project: plans, runs the one `go build`, and explains a failure.
 * Prints nothing and changes nothing but the output file.
 */
import { open, stat } from 'node:fs/promises'
import nodePath from 'node:path'
import type { Finding } from '../../findings'
import type { ProgramResult, RunProgram } from '../../programs/program'
import { explainBuild, explainRefusal } from '../causes/explain'
import { olderThanAsked } from '../causes/version-lines'
import type { goCodes } from '../codes/go-codes'
import { withVariables } from '../command/environment'
import type { DiagnosticContext } from '../command/places'
import type { Toolchain } from '../command/toolchain'
import { type AskedToolchain, progressTo } from './ask-toolchain'
import { type BuildCacheState, readBuildCacheState } from './build-cache'
import { type BuildPlan, type PlanRequest, planBuild, reviewFlags, tagFlagsOf } from './plan'
import { placesOfBuild, type ReadPlace } from './read-places'
import { chooseTarget, type Target } from './target'

export interface BuildRequest extends PlanRequest {
  /** For messages. */
  readonly executableName: string
  /** Called with lines such as `go: downloading …` while the build runs. */
  readonly onProgress: (line: string) => void
  /** Called before `go build` with each place that it will read, where a stranger may have named them; may throw. */
  readonly demandPlace?: (place: ReadPlace) => void
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
  /** How much Go's build cache held; absent when that cannot be said. */
  readonly cacheState?: BuildCacheState
  /** Absolute folder in which `go build` ran. */
  readonly folder: string
  /** What was given to `go build` as packages or files. */
  readonly targets: readonly string[]
  /** Flags that decide which files and packages belonged to the build. */
  readonly selectionFlags: readonly string[]
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
 * @param request what to build, and where to
 * @param asked what `go` said of itself, for the same folder and `main-package`
 * @returns the executable, or findings that say why there is none
 * @throws the reason of the signal when it aborted
 */
export async function buildProject(
  request: BuildRequest,
  asked: Promise<AskedToolchain>,
  run: RunProgram,
): Promise<BuildOutcome> {
  const early = reviewFlags(request)
  const [blocked, { folder, named, env, answer }] = await Promise.all([blockedOutput(request), asked])
  request.signal?.throwIfAborted()
  if (named !== undefined && 'code' in named) early.push(named)
  if (blocked !== undefined) early.push(blocked)
  if (early.length > 0 || (named !== undefined && 'code' in named)) return { findings: early, log: '' }
  if ('code' in answer) return { findings: [answer], log: '' }
  const placed = { ...request, projectFolder: folder }
  if ('failed' in answer)
    return refused(answer.failed, contextOf(placed, ''), { env, goarch: request.goarch, tags: [] })
  const prepared = { request: placed, named, env }
  return await buildWith(prepared, answer.toolchain, run)
}

interface PreparedBuild {
  /** With the folder in which `go` runs as the folder of the project. */
  readonly request: BuildRequest
  readonly named: Target | undefined
  readonly env: Readonly<Record<string, string>>
}

async function buildWith(
  { request, named, env }: PreparedBuild,
  toolchain: Toolchain,
  run: RunProgram,
): Promise<BuildOutcome> {
  const context = contextOf(request, toolchain.goVersion)
  const tooOld = olderThanAsked(toolchain, context)
  if (tooOld !== undefined) return { findings: [tooOld], log: '' }
  const tagFlags = tagFlagsOf(request, toolchain.settings)
  const chosen = await chooseTarget({ ...request, env, tagFlags }, toolchain, named, run)
  if ('code' in chosen) return { findings: [chosen], log: '' }
  if ('exitCode' in chosen) return refused(chosen, context, { env, goarch: request.goarch, tags: tagFlags })
  const plan = planBuild(request, toolchain, chosen)
  if ('code' in plan) return { findings: [plan], log: '' }

  const buildEnv = withVariables(env, plan.variables)
  if (request.demandPlace !== undefined) {
    const args = [...plan.selectionFlags, ...plan.targets]
    const listing = { args, cwd: request.projectFolder, env: buildEnv, ...signalOf(request) }
    const places = await placesOfBuild(listing, toolchain.moduleCache, run)
    if ('exitCode' in places) return refused(places, context, { env, goarch: request.goarch, tags: tagFlags })
    places.forEach(request.demandPlace)
  }
  const startedAt = Date.now()
  const result = await run({
    file: 'go',
    args: plan.argv,
    cwd: request.projectFolder,
    env: buildEnv,
    onLine: progressTo(request),
    ...signalOf(request),
  })
  const log = logOf(result)
  if (result.exitCode === 0) {
    const cacheState = readBuildCacheState(toolchain.cacheFolder, startedAt)
    const built = outputOf(request, toolchain, plan, result)
    const output = cacheState === undefined ? built : { ...built, cacheState }
    return { findings: [], command: plan.command, output, log }
  }
  const findings = await explainBuild(
    { toolchain, plan, env: buildEnv, context, log, ...signalOf(request) },
    run,
  )
  return { findings, command: plan.command, log }
}

function refused(
  result: ProgramResult,
  context: DiagnosticContext,
  {
    env,
    ...asked
  }: {
    readonly env: Readonly<Record<string, string>>
    readonly goarch: string
    readonly tags: readonly string[]
  },
): BuildOutcome {
  const log = logOf(result)
  return { findings: explainRefusal(log, context, { goWork: env['GOWORK'] ?? '', ...asked }), log }
}

// In the project, wherever this build goes: every other build writes there.
async function blockedOutput(request: BuildRequest): Promise<Finding | undefined> {
  const { executableName: name, projectFolder } = request
  const path = nodePath.join(projectFolder, name)
  const found = await stat(path).catch(() => undefined)
  // Into a folder, Go would write under another name. A script, it overwrites or refuses, depending on its version.
  const isFolder = found?.isDirectory() === true
  if (!isFolder && !(found?.isFile() === true && (await beginsLikeScript(path)))) return undefined
  return {
    code: 'go-output-blocked' satisfies keyof typeof goCodes,
    severity: 'error',
    message: `The executable goes to "${name}", but there is already a ${isFolder ? 'folder' : 'script'} of that name.`,
    hint: `Rename the ${isFolder ? 'folder' : 'script'}, or give the executable another name in host.json.`,
  }
}

async function beginsLikeScript(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0)
    return buffer.toString('latin1', 0, bytesRead) === '#!'
  } finally {
    await file.close()
  }
}

function contextOf(request: BuildRequest, goVersion: string): DiagnosticContext {
  const { projectFolder: cwd, repositoryRoot } = request
  return { cwd, repositoryRoot, flavour: nodePath, goVersion }
}

function outputOf(
  request: BuildRequest,
  { goVersion }: Toolchain,
  { command, argv, neutralised, targets, selectionFlags }: BuildPlan,
  { elapsedMs }: ProgramResult,
): BuildOutput {
  const { outputPath, goarch, projectFolder: folder } = request
  return {
    outputPath,
    goVersion,
    goarch,
    command,
    argv,
    neutralised,
    elapsedMs,
    folder,
    targets,
    selectionFlags,
  }
}

function logOf({ stdout, stderr }: ProgramResult): string {
  return `${stderr}${stdout}`.slice(0, logLimit)
}

function signalOf({ signal }: BuildRequest): { readonly signal?: AbortSignal } {
  return signal === undefined ? {} : { signal }
}
