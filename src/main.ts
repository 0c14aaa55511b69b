/**
 * One run of the action from inputs to report: the order of the stages and nothing of what they do.
 * The only place that fails the step.
 */
import { resolve } from 'node:path'
import { readInputs } from './inputs'
import { listenForCancel } from './runner/cancel'
import { openLog } from './runner/log'
import { readWorkspace, repositoryRootOf } from './runner/workspace'
import type { BegunEntry } from './stages/ahead'
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
  let ahead: Promise<BegunEntry> | undefined
  try {
    started = await record.stage('inputs', cancel.signal, () => begin({ log, record, signal: cancel.signal }))
    // The threads that compress have work while the main thread loads and runs the other stages.
    ahead = started.inputs.binary === '' ? undefined : beginAhead(started)
    const { goThrough } = await import('./stages/order')
    await goThrough(started, ahead)
  } catch (error) {
    thrown = error
  } finally {
    // Closes its file when the run ended before it was packed.
    ahead?.then(({ stream }) => stream.return(undefined as never)).catch(() => undefined)
    log.endGroup()
  }
  await conclude({ run: started, record, log, signal: cancel.signal, thrown })
  cancel.dispose()
}

async function beginAhead(run: Run): Promise<BegunEntry> {
  const { beginGivenBinary } = await import('./stages/ahead')
  return beginGivenBinary(run)
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
