/**
 * One run of the action from inputs to report: the order of the stages and nothing of what they do.
 * The only place that fails the step.
 */
import { resolve } from 'node:path'
import type { Finding } from './findings'
import { formerNames } from './inputs/cloud'
import { readInputs } from './inputs/read-inputs'
import { listenForCancel } from './runner/cancel'
import { jobFace } from './runner/step'
import { readWorkflowFile } from './runner/workflow-file'
import { workflowPlace } from './runner/workflow-place'
import { readWorkspace, repositoryRootOf } from './runner/workspace'
import { goThrough } from './stages/order'
import { Recorder } from './stages/recorder'
import { conclude, showInJob } from './stages/report'
import type { Run } from './stages/run'

/**
 * Runs every stage that the inputs ask for, and then reports, whatever happened.
 *
 * @returns when everything is written; the exit code of the process says whether the step passed
 */
export async function run(): Promise<void> {
  const face = jobFace()
  const record = new Recorder()
  const cancel = listenForCancel()
  let started: Run | undefined
  let thrown: unknown
  try {
    started = await record.stage('inputs', cancel.signal, () =>
      begin({ face, record, signal: cancel.signal }),
    )
    await goThrough(started)
  } catch (error) {
    thrown = error
  } finally {
    face.log.endGroup()
  }
  const workflow = readWorkflowFile(process.env)
  const placeOf = (finding: Finding) => workflow && workflowPlace(finding, workflow)
  await conclude({ run: started, record, face, signal: cancel.signal, thrown, placeOf }, showInJob)
  cancel.dispose()
}

function begin(shared: Pick<Run, 'face' | 'record' | 'signal'>): Run {
  const inputs = readInputs()
  shared.record.add(formerNames(inputs.environment))
  const workspace = readWorkspace(process.env, process.cwd())
  const projectFolder = resolve(workspace.folder, inputs.workingDirectory)
  return {
    ...shared,
    log: shared.face.log,
    inputs,
    workspace,
    projectFolder,
    buildFolder: projectFolder,
    repositoryRoot: repositoryRootOf(projectFolder, workspace.folder),
    environment: process.env,
  }
}
