/** The stage that builds the one binary. */
import { basename, join } from 'node:path'
import type { Project } from '../checks/project'
import { ActionError } from '../errors'
import type { AskedToolchain } from '../go/build/ask-toolchain'
import type { BuildRequest } from '../go/build/build'
import { findEmbeddedPointers } from '../go/build/embedded-pointers'
import { placeAtModuleFile } from '../go/build/failure-place'
import { buildMeantProject } from '../go/build/lone-main-package'
import { foreignRepository } from '../go/build/version-control'
import { explainStubs } from '../go/cgo/stubs'
import { runProgram } from '../programs/run-program'
import { repositoryPath } from '../runner/workspace'
import type { Binary } from './binary'
import { makeOutputFolder } from './folders'
import { demandInside } from './fork-code'
import { type Run, settle } from './run'

export interface Building {
  /** What `go` said of itself. */
  readonly asked: Promise<AskedToolchain>
  /** Ends the build early, also when another stage found a reason to. */
  readonly signal: AbortSignal
  /** Called when `go build` was started. */
  readonly onStart: () => void
}

/**
 * Builds the project with forced static flags.
 *
 * @param building what is known and who waits
 * @returns the binary, at the path that host.json names
 * @throws ActionError when the build fails; its diagnostics are findings then
 */
export async function build(
  run: Run,
  project: Project,
  { asked, signal, onStart }: Building,
): Promise<Binary> {
  const { inputs, log } = run
  const outputPath = join(run.buildFolder, project.executable)
  log.group(`Build ${project.executable}`)
  // A folder of our own lies outside of the workspace, where nothing of the project's leads.
  if (run.workspace.stranger !== undefined && run.buildFolder === run.projectFolder)
    demandInside(run, { what: 'the executable', path: outputPath })
  await makeOutputFolder(outputPath, project.executable)
  const foreign = foreignRepository(run.projectFolder, inputs.mainPackage)
  if (foreign !== undefined)
    log.info(
      `The binary gets no stamp of a commit: '${foreign}' belongs to a version control other than Git.`,
    )
  const request: BuildRequest = {
    projectFolder: run.projectFolder,
    repositoryRoot: run.repositoryRoot,
    outputPath,
    executableName: project.executable,
    mainPackage: inputs.mainPackage,
    goarch: inputs.goarch,
    tags: inputs.tags,
    ldflags: inputs.ldflags,
    buildFlags: inputs.buildFlags,
    isUnstamped: run.workspace.stranger !== undefined || foreign !== undefined,
    ...(run.workspace.stranger === undefined ? {} : { demandPlace: (place) => demandInside(run, place) }),
    onProgress: (line) => log.info(line),
    signal,
  }
  const outcome = await buildMeantProject(request, asked, (program) => {
    const running = runProgram(program)
    if (program.args[0] === 'build') onStart()
    return running
  })
  if (outcome.output === undefined) {
    log.info(outcome.log)
    if (outcome.command !== undefined) log.info(outcome.command)
    settle(run, placeAtModuleFile(outcome.findings, run))
    throw new ActionError(
      'build-silent',
      `'go build' wrote no '${project.executable}' and said nothing that can be shown.`,
      {
        hint: 'Run the step again with debug logging, and report it if it stays.',
      },
    )
  }
  const { output } = outcome
  const { goVersion, goarch, command, neutralised, elapsedMs, cacheState } = output
  const facts = { goVersion, goarch, command, neutralised, elapsedMs }
  run.record.fill({ build: cacheState === undefined ? facts : { ...facts, cacheState } })
  for (const flag of neutralised) log.info(`Overridden: ${flag}`)
  log.info(command)
  log.endGroup()
  const embedding = { ...request, ...output, environment: run.environment }
  settle(run, [...outcome.findings, ...(await findEmbeddedPointers(embedding, project.go.files, runProgram))])
  return {
    path: outputPath,
    shownAs: repositoryPath(join(run.projectFolder, project.executable), run.repositoryRoot),
    name: basename(outputPath),
    explainStubs: (modulePaths) =>
      explainStubs({ ...request, environment: run.environment }, output, modulePaths, runProgram),
  }
}
