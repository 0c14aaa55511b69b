/**
 * The stage that looks at the project before anything is built: reads it, checks it, and says what was found.
 */

import type { Location } from '../findings'
import { checkProject } from '../project/checks'
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
  const functions = describeFunctions(project)
  run.record.fill({
    project: { folder: project.folder, model: project.model, executable: project.executable, functions },
  })
  settle(run, checkProject(project))
  return project
}

/**
 * The place that findings about the binary are annotated at: the line of host.json that names it.
 *
 * @param project the project
 * @returns the place of `defaultExecutablePath`, or of host.json as a whole
 */
export function executablePlace(project: Project): Location {
  const place = project.configuration.places.get('customhandler:description:defaultexecutablepath')
  return placeIn(project, 'host.json', place)
}
