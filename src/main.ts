/**
 * One run of the action from inputs to report: the order of the stages and nothing of what they do.
 * The only place that fails the step.
 */
import { resolve } from 'node:path'
import { readInputs } from './inputs/read-inputs'
import { listenForCancel } from './runner/cancel'
import { openLog } from './runner/log'
import { readWorkspace, repositoryRootOf } from './runner/workspace'
import type { Ahead } from './stages/ahead'
import { Recorder } from './stages/recorder'
import { conclude } from './stages/report'
import type { Run } from './stages/run'

/**
 * Runs every stage that the inputs ask for, and then reports, whatever happened.
 *
 * @returns when everything is written; the exit code of the process says whether the step passed
 */
export async function run(): Promise<void> {
  const log = openLog()
  const record = new Recorder()
  const cancel = listenForCancel()
  let started: Run | undefined
  let thrown: unknown
  let ahead: Ahead = {}
  try {
    started = await record.stage('inputs', cancel.signal, () => begin({ log, record, signal: cancel.signal }))
    ahead = beginAhead(started)
    const { goThrough } = await import('./stages/order')
    await goThrough(started, ahead)
  } catch (error) {
    thrown = error
  } finally {
    endAhead(ahead)
    log.endGroup()
  }
  await conclude({ run: started, record, log, signal: cancel.signal, thrown })
  cancel.dispose()
}

// The threads that compress, or `go`, have work while the main thread loads and runs the other stages.
function beginAhead(run: Run): Ahead {
  const { inputs, workspace } = run
  if (inputs.binary !== '') {
    return {
      executable: kept(import('./stages/ahead').then(({ beginGivenBinary }) => beginGivenBinary(run))),
    }
  }
  // A run that refuses the code of a fork does nothing in its folder before.
  if (inputs.package !== '' || (inputs.appName !== '' && workspace.fork !== undefined)) return {}
  return { building: kept(import('./stages/begin-build').then(({ beginBuild }) => beginBuild(run))) }
}

// What goes wrong is thrown where the promise is awaited, if it ever is.
function kept<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined)
  return promise
}

// Closes the file and ends the question when the run ended before they were used.
function endAhead({ executable, building }: Ahead): void {
  executable?.then((entry) => entry.stop()).catch(() => undefined)
  building?.then(({ stop }) => stop()).catch(() => undefined)
}

function begin(shared: Pick<Run, 'log' | 'record' | 'signal'>): Run {
  const inputs = readInputs()
  const workspace = readWorkspace(process.env, process.cwd())
  const projectFolder = resolve(workspace.folder, inputs.workingDirectory)
  return {
    ...shared,
    inputs,
    workspace,
    projectFolder,
    repositoryRoot: repositoryRootOf(projectFolder, workspace.folder),
    environment: process.env,
  }
}
