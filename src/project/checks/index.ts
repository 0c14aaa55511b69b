/**
 * Runs every check over a project. The order of the tables is the order of the findings.
 */
import type { Project } from '../project'
import type { Check, CheckContext, ProjectFinding } from './check'
import { customHandlerChecks } from './custom-handler'
import { executableChecks } from './executable'
import { functionFolderChecks } from './functions'
import { hostJsonChecks } from './host-json'

/** Every check of the room. */
export const checks: readonly Check[] = [
  ...hostJsonChecks,
  ...customHandlerChecks,
  ...executableChecks,
  ...functionFolderChecks,
]

/**
 * Judges a project.
 *
 * @param project what was read from disk
 * @param context what is known besides; whatever is absent is not judged
 * @returns all findings, grouped by check
 */
export function checkProject(project: Project, context: CheckContext = {}): readonly ProjectFinding[] {
  return checks.flatMap(({ code, severity, run }) =>
    run(project, context).map((problem) => ({ code, severity, ...problem })),
  )
}
