/** One run of `discover`: its steps in their order, and nothing of what they do. */
import { realpathSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { ActionError } from '../../errors'
import type { Finding } from '../../findings'
import { runProgram } from '../../programs/run-program'
import { listenForCancel } from '../../runner/cancel'
import { type Log, openLog } from '../../runner/log'
import { readWorkspace, repositoryPath, repositoryRootOf, type Workspace } from '../../runner/workspace'
import { findApps } from './apps'
import { type AppChanges, type AppToCompare, findChanges } from './changes'
import { type Comparison, compareCommits } from './commits'
import { conclude } from './conclude'
import { Git } from './git'
import { type DiscoverInputs, readDiscoverInputs } from './inputs'
import type { Mapping } from './mapping'
import { givenNames, readMappingFile, strayEntries } from './mapping-file'
import { nameApps } from './names'
import { listRepository, type RepositoryFiles } from './repository-files'
import { type AppOutcome, choose } from './result'
import { resolveTargets } from './targets'

interface Run {
  readonly inputs: DiscoverInputs
  readonly workspace: Workspace
  /** Absolute folder in which apps are looked for. */
  readonly searched: string
  /** Absolute root of the repository. */
  readonly root: string
  readonly log: Log
  readonly signal: AbortSignal
  readonly git: Git
  readonly findings: Finding[]
}

/**
 * Runs `discover`.
 *
 * @returns when everything is written; the exit code of the process says whether the step passed
 */
export async function run(): Promise<void> {
  const log = openLog()
  const cancel = listenForCancel()
  const findings: Finding[] = []
  const startedMs = performance.now()
  let outcome: AppOutcome = { apps: [], comparison: undefined }
  let environmentName = ''
  let thrown: unknown
  try {
    const current = begin(log, cancel.signal, findings)
    environmentName = current.inputs.environmentName
    outcome = await discover(current)
  } catch (error) {
    thrown = error
    if (error instanceof ActionError) {
      const { code, message, hint = '' } = error
      findings.push({ code, severity: 'error', message, hint })
    }
  } finally {
    log.endGroup()
    cancel.dispose()
  }
  await conclude({
    outcome,
    environmentName,
    findings,
    thrown,
    log,
    elapsedMs: performance.now() - startedMs,
  })
}

function begin(log: Log, signal: AbortSignal, findings: Finding[]): Run {
  const inputs = readDiscoverInputs()
  const workspace = readWorkspace(process.env, process.cwd())
  // Go names folders without links, so that all paths have to be without.
  const searched = realFolder(resolve(workspace.folder, inputs.workingDirectory), inputs.workingDirectory)
  const root = repositoryRootOf(searched, realFolder(workspace.folder, workspace.folder))
  return { inputs, workspace, searched, root, log, signal, findings, git: new Git(root, process.env, signal) }
}

function realFolder(path: string, shown: string): string {
  try {
    return realpathSync(path)
  } catch {
    throw new ActionError('working-directory-missing', `The working-directory '${shown}' does not exist.`, {
      hint: 'Set working-directory to a folder of the repository, and run actions/checkout before this step.',
    })
  }
}

async function discover(current: Run): Promise<AppOutcome> {
  const { inputs, root, git, log, findings } = current
  const [files, comparison] = await Promise.all([listRepository(root, git), compare(current)])
  if (files.withoutGit !== undefined) log.info(`Files are listed from the disk: ${files.withoutGit}`)
  const { mapping, file, findings: faults } = await readMappingFile(root, inputs.mappingFile)
  findings.push(...faults, ...strayEntries(mapping, file, files.paths))
  const folders = search(current, files, mapping)
  const { given, findings: doubles } = givenNames(mapping, file, folders)
  const names = nameApps(folders, given, repositoryName(current))
  const resolution = {
    environment: inputs.environmentName,
    pattern: inputs.appNamePattern,
    mapping,
    file,
    names: new Map(folders.map((folder) => [folder, names.get(folder) ?? ''])),
  }
  // What is told of an entry of the file is not told again of each app that it is for.
  const { targets, findings: unresolved } =
    faults.length > 0 ? { targets: new Map(), findings: [] } : resolveTargets(resolution)
  const mapped = new Map(mapping.apps.map((app) => [app.folder, app.mainPackage ?? '']))
  const apps = folders.map((folder) => ({ folder, mainPackage: mapped.get(folder) ?? '' }))
  const changes = comparison.kind === 'everything' ? undefined : await ask(current, files, comparison, apps)
  const outcome = choose({ apps, names, targets, comparison, changes, inputs })
  findings.push(...doubles, ...unresolved, ...outcome.findings)
  return outcome
}

function search(
  { inputs, root, log, findings, searched }: Run,
  { paths }: RepositoryFiles,
  mapping: Mapping,
): readonly string[] {
  const folder = repositoryPath(searched, root)
  const withMainPackage = new Set(
    mapping.apps.filter(({ mainPackage = '' }) => mainPackage !== '').map((app) => app.folder),
  )
  const found = findApps(root, paths, { folder, exclude: inputs.exclude, withMainPackage })
  for (const left of found.leftOut) log.info(`Left out: ${left.folder}, since ${left.reason}.`)
  findings.push(...found.findings)
  if (found.apps.length === 0) findings.push(noneFound(folder))
  return found.apps.map((app) => app.folder)
}

async function ask(
  { inputs, root, git, log, workspace, signal, findings }: Run,
  files: RepositoryFiles,
  compared: Extract<Comparison, { kind: 'compared' }>,
  apps: readonly AppToCompare[],
): Promise<AppChanges> {
  const { goarch, tags } = inputs
  const { tempFolder } = workspace
  const request = { ...files, ...compared, root, git, apps, goarch, tags, tempFolder, signal }
  const changes = await findChanges({ ...request, environment: process.env, run: runProgram })
  const remedy =
    'Make `go list` work in the job: set up Go before this step, and give it access to the modules.'
  findings.push(...changes.doubts.map((doubt) => uncertain(doubt, remedy)))
  log.debug(`Asking Go took ${Math.round(changes.goMs)} ms.`)
  for (const path of changes.unused) log.debug(`Concerns no app: ${path}`)
  return changes
}

async function compare({ git, inputs, workspace, findings, signal }: Run): Promise<Comparison> {
  let comparison: Comparison
  try {
    comparison = await compareCommits(git, inputs, workspace)
  } catch (error) {
    if (signal.aborted || !(error instanceof ActionError) || error.code !== 'git-failed') throw error
    const { message, hint = '' } = error
    comparison = { kind: 'everything', reason: message.replace(/\.$/, ''), remedy: hint }
  }
  if (comparison.kind === 'everything' && comparison.remedy !== undefined) {
    findings.push(uncertain(`Every app counts as changed: ${comparison.reason}.`, comparison.remedy))
  }
  return comparison
}

function uncertain(message: string, hint: string): Finding {
  return { code: 'changes-uncertain', severity: 'warning', message, hint }
}

function noneFound(folder: string): Finding {
  return {
    code: 'app-none-found',
    severity: 'warning',
    message: `No Go function app was found in '${folder}'.`,
    hint: "Correct 'working-directory' or 'exclude'. The log names every host.json that does not count, with the reason.",
  }
}

function repositoryName({ workspace: { repository }, root }: Run): string {
  return repository.slice(repository.indexOf('/') + 1) || basename(root)
}
