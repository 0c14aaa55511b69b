/**
 * Turns what the user asked for and what the toolchain said into the one `go build` line, or into findings that
 * say why it may not run. Pure: it neither reads files nor starts programs.
 */
import nodePath from 'node:path'
import type { Finding } from '../../findings'
import type { goCodes } from '../codes/go-codes'
import { staticEnvironment } from '../command/environment'
import { shellWord, splitQuoted } from '../command/quoting'
import type { GoSettings, Toolchain } from '../command/toolchain'
import { filterGoFlags, reviewBuildFlags, selectionFlags } from '../flags/flags'
import { type FlagReview, reviewLinkerFlags } from '../flags/linker-flags'
import type { Target } from './target'

export interface PlanRequest {
  /** Absolute. */
  readonly projectFolder: string
  /** Absolute. */
  readonly repositoryRoot: string
  /** Absolute. */
  readonly outputPath: string
  readonly mainPackage: string
  readonly goarch: string
  readonly tags: string
  readonly ldflags: string
  readonly buildFlags: readonly string[]
  /** Leaves the commit out of the binary, so that no program of a version control is started. */
  readonly isUnstamped?: boolean
}

export interface BuildPlan {
  /** Arguments for `go`, beginning with `build`. */
  readonly argv: readonly string[]
  /** What is set in the child's environment in addition. */
  readonly variables: Readonly<Record<string, string>>
  /** Flags that decide which files and packages belong to the build, for `go list`. */
  readonly selectionFlags: readonly string[]
  readonly targets: readonly string[]
  /** The same as one line for a POSIX shell, to be run at the root of the repository. */
  readonly command: string
  readonly neutralised: readonly string[]
}

/**
 * Checks the flags that the user gives, before anything is started.
 *
 * @param request the inputs `ldflags` and `build-flags`
 * @returns one finding for each flag that is refused or badly written
 */
export function reviewFlags(request: Pick<PlanRequest, 'ldflags' | 'buildFlags'>): Finding[] {
  return [
    ...flagFindings('build-flags', reviewBuildFlags(request.buildFlags)),
    ...flagFindings('ldflags', reviewLinkerFlags(request.ldflags)),
  ]
}

/**
 * The flags that set build tags, wherever they are set.
 *
 * @param request the inputs `tags` and `build-flags`
 * @param settings what the environment and `go env -w` say
 * @returns `-tags=…` flags, the one that counts last
 */
export function tagFlagsOf(
  request: Pick<PlanRequest, 'tags' | 'buildFlags'>,
  settings: GoSettings,
): readonly string[] {
  const goflags = splitQuoted(settings.GOFLAGS?.value ?? '') ?? []
  const all = [...selectionFlags(goflags), ...tagsFlag(request.tags), ...selectionFlags(request.buildFlags)]
  return all.filter((flag) => flag.startsWith('-tags='))
}

/** Tags may be separated by commas or, as in old scripts, by spaces. */
function tagsFlag(tags: string): readonly string[] {
  const names = tags.split(/[\s,]+/).filter((name) => name !== '')
  return names.length === 0 ? [] : [`-tags=${names.join(',')}`]
}

/**
 * Plans the build.
 *
 * @param request what the user asked for
 * @param toolchain what `go env` said
 * @param flavour path rules of the machine that builds
 * @returns the plan, or why GOFLAGS cannot be read
 */
export function planBuild(
  request: PlanRequest,
  toolchain: Pick<Toolchain, 'settings'>,
  target: Target,
  flavour: nodePath.PlatformPath = nodePath,
): BuildPlan | Finding {
  const forced = staticEnvironment(request.goarch, toolchain.settings)
  const goflags = toolchain.settings.GOFLAGS
  const filtered = filterGoFlags(goflags?.value ?? '')
  if (filtered === undefined) return unreadableGoFlags(goflags?.value ?? '')
  const origin = goflags?.isPersistent === true ? ' (go env -w)' : ''
  const variables: Record<string, string> = { ...forced.variables }
  // An empty GOFLAGS would fall back to the one of `go env -w`; a flag that is given anyway does no harm.
  if (filtered.neutralised.length > 0) variables['GOFLAGS'] = filtered.goflags || '-trimpath'

  const keptGoFlags = variables['GOFLAGS'] ?? goflags?.value
  const shown = keptGoFlags === undefined ? variables : { ...variables, GOFLAGS: keptGoFlags }
  const targets = target.kind === 'files' ? target.files : [target.package]
  const tagFlags = tagsFlag(request.tags)
  const output = outputArgument(request, flavour)
  const argv = [
    'build',
    '-trimpath',
    ...tagFlags,
    ...(request.ldflags.trim() === '' ? [] : [`-ldflags=${request.ldflags.trim()}`]),
    ...request.buildFlags,
    // After the user's own flags, since the last one wins.
    ...(request.isUnstamped ? ['-buildvcs=false'] : []),
    '-buildmode=exe',
    '-o',
    output,
    ...targets,
  ]
  return {
    argv,
    variables,
    selectionFlags: [...tagFlags, ...selectionFlags(request.buildFlags)],
    targets,
    command: shellCommand(request, shown, argv, flavour),
    neutralised: [...forced.overridden, ...filtered.neutralised.map((flag) => `GOFLAGS=${flag}${origin}`)],
  }
}

/** Relative inside the repository, so that the line can be pasted on another machine. */
function outputArgument(
  { projectFolder, repositoryRoot, outputPath }: PlanRequest,
  flavour: nodePath.PlatformPath,
): string {
  const isInside = relativeInside(repositoryRoot, outputPath, flavour) !== undefined
  return isInside ? flavour.relative(projectFolder, outputPath).split(flavour.sep).join('/') : outputPath
}

function shellCommand(
  request: PlanRequest,
  variables: Readonly<Record<string, string>>,
  argv: readonly string[],
  flavour: nodePath.PlatformPath,
): string {
  const folder =
    relativeInside(request.repositoryRoot, request.projectFolder, flavour) ?? request.projectFolder
  const enter = folder === '' ? '' : `cd ${shellWord(folder)} && `
  const settings = Object.entries(variables).map(([name, value]) => `${name}=${shellWord(value)}`)
  return enter + [...settings, 'go', ...argv.map(shellWord)].join(' ')
}

/** Relative path with forward slashes, or `undefined` when the path lies outside the folder. */
function relativeInside(folder: string, path: string, flavour: nodePath.PlatformPath): string | undefined {
  const relative = flavour.relative(folder, path)
  if (relative === '..' || relative.startsWith(`..${flavour.sep}`) || flavour.isAbsolute(relative))
    return undefined
  return relative.split(flavour.sep).join('/')
}

function flagFindings(input: string, review: FlagReview): Finding[] {
  return [
    ...review.refusals.map(({ flag, reason }) => ({
      code: 'build-flag-refused' satisfies keyof typeof goCodes,
      severity: 'error' as const,
      message: `The flag "${flag}" in ${input} is refused: ${reason}.`,
      hint: `Remove "${flag}" from ${input}.`,
    })),
    ...review.malformed.map(({ flag, reason }) => ({
      code: 'build-flag-malformed' satisfies keyof typeof goCodes,
      severity: 'error' as const,
      message: `"${flag}" in ${input} cannot be given to go build: ${reason}.`,
      hint:
        input === 'ldflags'
          ? "Close the quotation mark. Go counts a quote only at the start of an argument: -X 'main.text=two words'."
          : 'Write one argument on each line of build-flags, with its value after "=": -mod=vendor.',
    })),
  ]
}

function unreadableGoFlags(goflags: string): Finding {
  return {
    code: 'build-flag-malformed' satisfies keyof typeof goCodes,
    severity: 'error',
    message: `GOFLAGS is "${goflags}", but a quotation mark in it is not closed.`,
    hint: 'Close the quotation mark where GOFLAGS is set: in the workflow, on the machine, or with go env -w.',
  }
}
