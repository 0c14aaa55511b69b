/**
 * Explains a failed `go build`: diagnostics, missing cgo, where the main packages are, which line of go.mod asks
 * for a newer Go. Runs `go list` at most twice, and only here.
 */
import nodePath from 'node:path'
import type { Finding } from '../../findings'
import type { RunProgram } from '../../programs/program'
import type { goCodes } from '../codes/go-codes'
import { type DiagnosticContext, repositoryPath } from '../command/places'
import { isProgress } from '../command/progress-lines'
import type { Toolchain } from '../command/toolchain'
import { boundFindings, explainMessages, readBuildMessages } from '../failures/diagnostics'
import { findMainPackages } from '../packages/main-packages'
import { findCauses } from './causes'
import { explainCgo, mayNeedCgo } from './cgo'
import { moduleFilesAbove } from './situation'

export interface FailedBuild {
  /** Absolute folder to which `main-package` is relative. */
  readonly mainPackageBase: string
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

/** Failures after which it helps to know where else there is a main package. */
const misplacedCodes: readonly string[] = [
  'go-no-main-package',
  'go-no-files',
  'main-package-missing',
  'go-package-missing',
]

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
  const completed: Finding[] = []
  for (const finding of findings) completed.push(await complete(finding, failed, run))
  return completed
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

async function complete(finding: Finding, failed: FailedBuild, run: RunProgram): Promise<Finding> {
  if (misplacedCodes.includes(finding.code)) {
    // With a place it is a line of the project that is wrong, not what was named to be built.
    if (finding.location !== undefined) return finding
    const message = finding.code === 'go-no-main-package' ? notOneMain(failed) : finding.message
    return { ...finding, message, hint: await mainPackageHint(finding, failed, run) }
  }
  return finding
}

/** Go does not say what it was given. */
function notOneMain({ plan, context }: FailedBuild): string {
  const folder = repositoryPath(context.cwd, context) ?? '.'
  return `What is to be built is not one main package: "${plan.targets.join(' ')}" in the folder "${folder}".`
}

async function mainPackageHint(finding: Finding, failed: FailedBuild, run: RunProgram): Promise<string> {
  const { goModPath, goWorkPath } = failed.toolchain
  const inCharge = goWorkPath || goModPath
  if (inCharge === '') return finding.hint
  const found = await findMainPackages(
    { ...failed, projectFolder: failed.mainPackageBase, moduleFolder: nodePath.dirname(inCharge) },
    run,
  )
  const [first, ...others] = found
  if (first === undefined) return `No package of the module says package main. ${finding.hint}`
  if (others.length === 0) return `The module has one main package. Set main-package: ${first}`
  return `The module has several main packages: ${found.join(', ')}. Set main-package to the one that is the handler.`
}
