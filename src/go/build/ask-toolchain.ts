/**
 * What can be asked of `go` before anything is known of the project: in which folder it will run, with which
 * environment, and what it says of itself there. Apart from the build, so that the answer comes while the project is
 * read. It builds nothing.
 */
import nodePath from 'node:path'
import { messageOf } from '../../errors'
import type { Finding } from '../../findings'
import type { ProgramRequest, ProgramResult, RunProgram } from '../../programs/program'
import type { goCodes } from '../codes/go-codes'
import { childEnvironment, withVariables } from '../command/environment'
import { fileStatus } from '../command/file-status'
import { isProgress } from '../command/progress-lines'
import { readToolchain, type Toolchain } from '../command/toolchain'
import { isFolderPath, readMainPackage, type Target } from './target'

export interface Question {
  /** Absolute. */
  readonly projectFolder: string
  /** The input `main-package`. */
  readonly mainPackage: string
  /** The whole environment of the action. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Called with lines such as `go: downloading …`. */
  readonly onProgress: (line: string) => void
  readonly signal?: AbortSignal
}

/** Where `go` runs, and what it answered there. */
export interface AskedToolchain {
  /** Absolute. */
  readonly folder: string
  /** What `main-package` names, seen from that folder; a finding when it cannot be read. */
  readonly named: Target | undefined | Finding
  /** The whole environment of the child. */
  readonly env: Readonly<Record<string, string>>
  readonly answer: { readonly toolchain: Toolchain } | { readonly failed: ProgramResult } | Finding
}

/**
 * Asks `go env` in the folder in which the project will be built.
 *
 * @param question what the inputs say
 * @returns folder, environment and answer; a missing `go` is a finding (`go-missing`)
 * @throws the reason of the signal when it aborted
 */
export async function askToolchain(question: Question, run: RunProgram): Promise<AskedToolchain> {
  const { projectFolder, mainPackage, environment, signal } = question
  const read = readMainPackage(mainPackage)
  const { folder, named } = placeBuild(projectFolder, read)
  const env = workingEnvironment(environment, folder)
  try {
    const request = {
      cwd: folder,
      env,
      onLine: progressTo(question),
      ...(signal === undefined ? {} : { signal }),
    }
    return { folder, named, env, answer: await readToolchain(request, run) }
  } catch (error) {
    signal?.throwIfAborted()
    if (!(error instanceof Error && 'code' in error)) throw error
    return { folder, named, env, answer: goMissing(error) }
  }
}

/**
 * Passes on the lines that say what `go` is doing.
 *
 * @param listener who hears of them
 * @returns a listener for all lines
 */
export function progressTo({
  onProgress,
}: Pick<Question, 'onProgress'>): NonNullable<ProgramRequest['onLine']> {
  return (_stream, line) => {
    if (isProgress(line)) onProgress(line)
  }
}

/** Go only takes the go.mod of the folder it runs in or of one above: a module further down is built from inside. */
function placeBuild(
  projectFolder: string,
  named: AskedToolchain['named'],
): Pick<AskedToolchain, 'folder' | 'named'> {
  const asked = { folder: projectFolder, named }
  if (named === undefined || 'code' in named || named.kind !== 'package') return asked
  if (!isFolderPath(named.package)) return asked
  const folder = nodePath.resolve(projectFolder, named.package)
  return fileStatus(nodePath.join(folder, 'go.mod'))?.isFile() === true
    ? { folder, named: { kind: 'package', package: '.' } }
    : asked
}

function workingEnvironment(environment: Question['environment'], folder: string): Record<string, string> {
  const env = childEnvironment(environment)
  // Go believes PWD when it names the current folder, and then prints paths below it instead of a symlink's target.
  return process.platform === 'win32' ? env : withVariables(env, { PWD: folder })
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
