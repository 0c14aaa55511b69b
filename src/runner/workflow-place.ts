/**
 * Which findings are about the job that runs, and by which key of its workflow one repairs them. A failure of Azure
 * itself is not among them: no file has it.
 */
import type { Finding, Location } from '../findings'
import { placeInWorkflow, type WorkflowFile } from './workflow-file'

const identity = ['client-id'] as const
const appName = ['app-name'] as const

/** Keys of the workflow by codes of findings, the best first; none where the step itself is meant. */
export const keysByCode: Readonly<Record<string, readonly string[]>> = {
  'input-invalid': [],
  'input-renamed': [],
  'binary-missing': ['binary'],
  'package-missing': ['package'],
  'package-digest-mismatch': ['package-sha256'],
  'deploy-fork-code': appName,
  'oidc-permission-missing': ['permissions'],
  'oidc-fork-pull-request': appName,
  'oidc-dependabot': appName,
  'entra-client-unknown': identity,
  'entra-tenant-unknown': ['tenant-id'],
  'entra-no-matching-credential': identity,
  'entra-no-credential': identity,
  'entra-client-disabled': identity,
  'entra-issuer-mismatch': identity,
  'entra-audience-mismatch': ['audience', ...identity],
  'entra-subject-case': identity,
  'entra-assertion-expired': identity,
  'entra-assertion-invalid': identity,
  'entra-client-secret': identity,
  'entra-conditional-access': identity,
  'entra-principal-missing': identity,
  'entra-refused': identity,
  'azure-cloud-unknown': ['cloud'],
  'azure-sign-in-missing': [],
  'azure-sign-in-inputs': identity,
  'azure-cloud-mismatch': ['cloud'],
  'azure-cli-token-failed': [],
  'azure-subscription-unclear': ['subscription-id'],
  'azure-subscription-not-found': ['subscription-id'],
  'azure-subscription-disabled': ['subscription-id'],
  'azure-token-refused': ['tenant-id'],
  'azure-role-missing': appName,
  'site-not-found': appName,
  'site-found-twice': appName,
  'site-in-other-subscription': ['subscription-id'],
  'site-slot-not-found': ['slot-name'],
  'site-slot-on-flex': ['slot-name'],
  'site-is-windows': appName,
  'site-is-container': appName,
  'site-is-container-app': appName,
  'site-is-kubernetes': appName,
  'site-is-logic-app': appName,
  'site-is-web-app': appName,
  'site-runtime-wrong': appName,
  'site-swap-on-consumption': ['swap-with'],
  'verify-path-invalid': ['verify-path'],
}

/**
 * The place in the workflow of a finding that names no file.
 *
 * @returns undefined when the finding is about something else than the job
 */
export function workflowPlace(finding: Finding, workflow: WorkflowFile): Location | undefined {
  const keys = Object.hasOwn(keysByCode, finding.code) ? keysByCode[finding.code] : undefined
  return keys === undefined ? undefined : placeInWorkflow(workflow, keys)
}
