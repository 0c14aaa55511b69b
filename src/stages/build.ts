/**
 * The stage that builds the one binary, or takes the one that is given.
 */
import { statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { ActionError } from '../errors'
import type { Finding } from '../findings'
import { type BuildRequest, buildProject } from '../go/build'
import { explainStubs, stubModules } from '../go/stubs'
import type { Project } from '../project/project'
import { runProgram } from '../runner/programs'
import { repositoryPath } from '../runner/workspace'
import { makeOutputFolder } from './folders'
import { type Run, settle } from './run'

/** A binary on disk, and how it is named to the user. */
export interface Binary {
  readonly path: string
  /** Relative to the repository root, or `ENTRY in FILE.zip`. */
  readonly shownAs: string
  /** The name that `file` and `ldd` are asked about. */
  readonly name: string
  /** Modules among these that build without cgo and then refuse to work, with the import that brings them in. */
  stubsAmong(modulePaths: readonly string[]): Promise<readonly Finding[]>
}

/**
 * Builds the project with forced static flags.
 *
 * @param run the run
 * @param project the project
 * @param signal ends the build early, also when another stage found a reason to
 * @returns the binary, at the path that host.json names
 * @throws ActionError when the build fails; its diagnostics are findings then
 */
export async function build(run: Run, project: Project, signal: AbortSignal): Promise<Binary> {
  const { inputs, log } = run
  const outputPath = join(run.projectFolder, project.executable)
  log.group(`Build ${project.executable}`)
  makeOutputFolder(outputPath, project.executable)
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
    environment: run.environment,
    onProgress: (line) => log.info(line),
    signal,
  }
  const outcome = await buildProject(request, runProgram)
  if (outcome.output === undefined) {
    log.info(outcome.log)
    if (outcome.command !== undefined) log.info(outcome.command)
    settle(run, outcome.findings)
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
  settle(run, outcome.findings)
  return {
    path: outputPath,
    shownAs: repositoryPath(outputPath, run.repositoryRoot),
    name: basename(outputPath),
    stubsAmong: (modulePaths) => explainStubs(request, output, modulePaths, runProgram),
  }
}

/**
 * Names a binary that was not built here.
 *
 * @param path absolute path
 * @param shownAs how the user knows it
 * @param name the name that `file` and `ldd` are asked about
 * @returns the binary
 */
export function foreignBinary(path: string, shownAs: string, name: string): Binary {
  return { path, shownAs, name, stubsAmong: async (modulePaths) => stubModules(modulePaths) }
}

/**
 * Takes the binary that the `binary` input names.
 *
 * @param run the run
 * @returns the binary
 * @throws ActionError `binary-missing` when there is no such file
 */
export function takeBinary(run: Run): Binary {
  const path = resolve(run.workspace.folder, run.inputs.binary)
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined || !found.isFile()) {
    throw new ActionError(
      'binary-missing',
      `'binary' is '${run.inputs.binary}', and there is no such file in the workspace.`,
      {
        hint: 'Set it to the path of the built binary, relative to the workspace, or remove it so that the action builds.',
      },
    )
  }
  return foreignBinary(path, repositoryPath(path, run.repositoryRoot), basename(path))
}
