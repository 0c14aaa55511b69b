/**
 * Explains a failed `go build`: diagnostics, missing cgo, which line of go.mod asks
 * for a newer Go. Runs `go list` at most once, and only here.
 */
import type { Finding } from '../../findings'
import type { RunProgram } from '../../programs/program'
import type { goCodes } from '../codes/go-codes'
import { type DiagnosticContext, repositoryPath } from '../command/places'
import { isProgress } from '../command/progress-lines'
import type { Toolchain } from '../command/toolchain'
import { boundFindings, explainMessages, readBuildMessages } from '../failures/diagnostics'
import { findCauses } from './causes'
import { explainCgo, mayNeedCgo } from './cgo'
import { misnamedMain } from './misnamed-main'
import { moduleFilesAbove } from './situation'

export interface FailedBuild {
  readonly toolchain: Toolchain
  /** What `go build` was given; see the plan of the build. */
  readonly plan: { readonly targets: readonly string[]; readonly selectionFlags: readonly string[] }
  /** Environment of the build. */
  readonly env: Readonly<Record<string, string>>
  readonly context: DiagnosticContext
  /** What `go build` printed. */
  readonly log: string
  readonly signal?: AbortSignal
}

/**
 * Says why a build failed.
 *
 * @param failed the build and what it printed
 * @returns at least one finding
 */
export async function explainBuild(failed: FailedBuild, run: RunProgram): Promise<Finding[]> {
  const messages = readBuildMessages(failed.log)
  const cgo = mayNeedCgo(messages.diagnostics)
    ? await explainCgo({ ...failed, ...failed.plan, diagnostics: messages.diagnostics }, run)
    : { findings: [], explained: new Set() }
  const diagnostics = messages.diagnostics.filter((diagnostic) => !cgo.explained.has(diagnostic))
  const isCutShort = messages.isCutShort && diagnostics.length > 0
  const explained = explainMessages({ diagnostics, isCutShort }, failed.context)
  const { goModPath, goWorkPath } = failed.toolchain
  const { targets, selectionFlags } = failed.plan
  const causes = findCauses(explained, {
    ...failed.context,
    goModPath,
    goWorkPath,
    targets,
    goarch: failed.env['GOARCH'] ?? '',
    tags: tagsIn(selectionFlags),
  })
  const findings = boundFindings([...cgo.findings, ...causes], isCutShort)
  if (findings.length === 0) return [buildFailed(failed.log)]
  return findings.map((finding) =>
    // With a place it is a line of the project that is wrong, not what was named to be built.
    finding.code === 'go-no-main-package' && finding.location === undefined
      ? { ...finding, ...(misnamedMain(targets, failed.context) ?? { message: notOneMain(failed) }) }
      : finding,
  )
}

/**
 * Says why `go` refused to answer a question before the build. Runs no program.
 *
 * @param log what it printed
 * @param context where it ran
 * @param asked value of GOWORK, machine, and flags that set tags
 * @returns at least one finding
 */
export function explainRefusal(
  log: string,
  context: DiagnosticContext,
  {
    goWork,
    goarch,
    tags,
  }: { readonly goWork: string; readonly goarch: string; readonly tags: readonly string[] },
): readonly Finding[] {
  const messages = readBuildMessages(log)
  const files = moduleFilesAbove(context.cwd, goWork, context.flavour)
  const found = findCauses(explainMessages(messages, context), {
    ...context,
    ...files,
    targets: [],
    goarch,
    tags: tagsIn(tags),
  })
  return found.length > 0 ? boundFindings(found, messages.isCutShort) : [buildFailed(log)]
}

/** Of several flags, the last one counts. */
function tagsIn(flags: readonly string[]): readonly string[] {
  const last = flags.filter((flag) => flag.startsWith('-tags=')).at(-1)
  return last === undefined ? [] : last.slice('-tags='.length).split(/[\s,]+/)
}

/**
 * The finding for a failure that nothing else explains.
 *
 * @param log what `go` printed
 * @returns a finding with the last lines of it
 */
export function buildFailed(log: string): Finding {
  const lines = log.split('\n').filter((line) => line.trim() !== '' && !isProgress(line))
  const last = lines.slice(-5).join('\n').slice(-1000)
  return {
    code: 'go-build-failed' satisfies keyof typeof goCodes,
    severity: 'error',
    message: last === '' ? 'go build failed and printed nothing.' : `go build failed: ${last}`,
    hint: 'Read the whole output of go build in the log of this step.',
  }
}

/** Go does not say what it was given. */
function notOneMain({ plan, context }: FailedBuild): string {
  const folder = repositoryPath(context.cwd, context) ?? '.'
  return `go build needs exactly one package main. In the folder "${folder}", "${plan.targets.join(' ')}" holds none or several.`
}
