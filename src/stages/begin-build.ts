/**
 * Begins the stage that builds before its turn: `go` is asked about itself while the project is read and checked.
 */

import type { Project } from '../checks/project'
import { askToolchain } from '../go/build/ask-toolchain'
import { runProgram } from '../programs/run-program'
import { promised } from '../runner/promised'
import type { Binary } from './binary'
import { build } from './build'
import type { Run } from './run'

/** A build that is begun. `stop` has to be called at the end, whatever happened. */
export interface BegunBuild {
  /** Resolves when `go` has answered what it is asked about itself, or failed. */
  readonly answered: Promise<void>
  /** Resolves when `go build` runs and leaves the main thread time, and also when it never will. */
  readonly started: Promise<void>
  /**
   * Builds.
   *
   * @param signal ends the build early
   * @param asRun where it is recorded and what it is built into; the run that began it when absent
   * @throws ActionError when the build fails
   */
  finish(project: Project, signal: AbortSignal, asRun?: Run): Promise<Binary>
  /** Ends the question, if it is still open. */
  stop(): void
}

/**
 * Asks `go` about itself. It runs no code of the project.
 *
 * @returns the begun build
 */
export function beginBuild(run: Run): BegunBuild {
  const stopper = new AbortController()
  let isOpen = true
  const stop = (): void => {
    if (isOpen) stopper.abort(new Error('another stage failed'))
  }
  const asked = askToolchain(
    {
      projectFolder: run.projectFolder,
      mainPackage: run.inputs.mainPackage,
      environment: run.environment,
      onProgress: (line) => run.log.info(line),
      signal: AbortSignal.any([run.signal, stopper.signal]),
    },
    runProgram,
  )
  // The failure is seen when the stage has its turn.
  const answered = asked
    .catch(() => undefined)
    .then(() => {
      isOpen = false
    })
  const started = promised<void>()
  const onStart = (): void => started.resolve()
  return {
    answered,
    started: started.promise,
    finish: async (project, signal, asRun = run) => {
      signal.addEventListener('abort', stop, { once: true })
      try {
        return await build(asRun, project, { asked, signal, onStart })
      } finally {
        signal.removeEventListener('abort', stop)
        onStart()
      }
    },
    stop,
  }
}
