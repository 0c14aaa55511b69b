/** The schema of workflows, for the workflows of the repository and of its pages. */
import { validateWorkflow } from '@action-validator/core'

/**
 * @param text of a workflow
 * @returns what is wrong with it. The schema is older than the permission `attestations`, so that is left out.
 */
export function workflowErrors(text: string): readonly unknown[] {
  return validateWorkflow(text.replace(/^ +attestations: (read|write)( #.*)?$/gm, '')).errors
}
