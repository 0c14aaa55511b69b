/**
 * The stage that looks at the project before anything is built: reads it, checks it, and says what was found.
 */

import { checkArchitecture } from '../azure/site'
import { checkProject } from '../checks'
import type { CheckContext } from '../checks/check'
import { describeFunctions } from '../checks/describe-functions'
import { type Project, placeIn } from '../checks/project'
import { readProject } from '../checks/read-project'
import { ActionError } from '../errors'
import type { Finding, Location } from '../findings'
import { leafAt } from '../functions/host-json/configuration'
import { descriptionPath } from '../functions/host-json/handler'
import { nativeProblems } from '../inputs/rules'
import { trialOf } from './real-host/on-trial'
import { type Run, settle } from './run'

/** A project under check, and how what is found in it is shown. */
export interface Subject {
  readonly project: Project
  /** Changes each finding before it is recorded. */
  readonly present: (finding: Finding) => Finding
}

/**
 * Reads the project in the working directory.
 *
 * @throws ActionError when the folder cannot be read, or when an input does not fit the project
 */
export function readSubject(run: Run): Subject {
  const { projectFolder, repositoryRoot, inputs } = run
  const project = readProject({
    projectFolder,
    repositoryRoot,
    executableInput: inputs.executable,
    model: inputs.model,
  })
  demandNativeInputs(run, project)
  return { project, present: (finding) => finding }
}

// With `model: auto` only the project says that it is for the native worker.
function demandNativeInputs({ inputs }: Run, project: Project): void {
  const problems = project.model === 'native' ? nativeProblems(inputs) : []
  if (problems.length > 0) {
    throw new ActionError('input-invalid', problems.join('\n'), {
      hint: 'Correct the `with:` block of this step, or set `model: custom-handler` if the project is one.',
    })
  }
}

/**
 * Checks a project that was read, and records it.
 *
 * @throws ActionError when a finding is an error
 */
export function checkAndRecord(run: Run, subject: Subject): void {
  const { executable } = subject.project
  if (run.inputs.appName === '') run.record.add(checkArchitecture(run.inputs.goarch, false))
  recordFunctions(run, subject.project)
  // What is built is named by host.json itself; what is given has to fit it.
  const isGiven = run.inputs.binary !== '' || run.inputs.package !== ''
  checkFor(run, subject, {
    awaitsApp: run.inputs.appName !== '',
    ...(isGiven && executable !== '' ? { deliveredExecutable: executable } : {}),
  })
}

/** Records a project, with its functions as they are known now: an app's settings can change their routes. */
export function recordFunctions(run: Run, project: Project): void {
  const { folder, model, executable } = project
  run.record.fill({ project: { folder, model, executable, functions: describeFunctions(project) } })
}

/**
 * Checks a project against what is known besides it. What was found before is not recorded twice.
 *
 * @throws ActionError when a finding is an error
 */
export function checkFor(run: Run, { project, present }: Subject, context: CheckContext): void {
  const findings = checkProject(project, context)
  // What the plan and the settings of the app refuse, the host in a container cannot know.
  if (run.inputs.rehearse === 'host' && context.app === undefined && context.plan === undefined)
    run.record.putOnTrial(trialOf(project, findings), present)
  settle(run, findings.map(present))
}

/**
 * The place that findings about the binary are annotated at: the line of host.json that names it.
 *
 * @returns the place of `defaultExecutablePath`, or of host.json as a whole
 */
export function executablePlace(project: Project): Location {
  const leaf = leafAt(
    project.configuration,
    `${descriptionPath(project.configuration)}:defaultExecutablePath`,
  )
  return placeIn(project, 'host.json', leaf?.node.span)
}
