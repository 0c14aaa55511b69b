/**
 * The stage that looks at the project before anything is built: reads it, checks it, and says what was found.
 */

import type { Finding, Location } from '../findings'
import { checkProject } from '../project/checks'
import { leafAt } from '../project/configuration'
import { describeFunctions } from '../project/describe-functions'
import { type Project, placeIn } from '../project/project'
import { readProject } from '../project/read-project'
import { type Run, settle } from './run'

/**
 * Reads and checks the project in the working directory.
 *
 * @param run the run
 * @returns the project
 * @throws ActionError when the folder cannot be read, or when a finding is an error
 */
export async function preflight(run: Run): Promise<Project> {
  const { projectFolder, repositoryRoot, inputs } = run
  const project = await readProject({ projectFolder, repositoryRoot, executableInput: inputs.executable })
  checkAndRecord(run, project)
  return project
}

/**
 * Checks a project that was read, and records it.
 *
 * @param run the run
 * @param project the project
 * @param present changes each finding before it is recorded
 * @throws ActionError when a finding is an error
 */
export function checkAndRecord(
  run: Run,
  project: Project,
  present: (finding: Finding) => Finding = (finding) => finding,
): void {
  const { folder, model, executable } = project
  run.record.fill({ project: { folder, model, executable, functions: describeFunctions(project) } })
  settle(run, checkProject(project).map(present))
}

/**
 * The place that findings about the binary are annotated at: the line of host.json that names it.
 *
 * @param project the project
 * @returns the place of `defaultExecutablePath`, or of host.json as a whole
 */
export function executablePlace(project: Project): Location {
  const leaf = leafAt(project.configuration, 'customHandler:description:defaultExecutablePath')
  return placeIn(project, 'host.json', leaf?.node.span)
}
