/** The outputs of the action that follow from the record of the run. Pure; setting them is the caller's work. */
import { countFindings } from '../findings'
import type { RunReport } from './run-report'

/**
 * Outputs that are known at this point of the run; called again later it returns more of them. `report`, the
 * path of the report file, is an input and not part of the record, so it is not among them.
 *
 * @param report the run so far
 * @returns output names as in action.yml with their values; lists as JSON arrays, `deployed` as `true` or `false`
 */
export function outputsOf(report: RunReport): Record<string, string> {
  return {
    ...artifactOutputs(report),
    ...packageOutputs(report),
    ...answeredOutput(report),
    ...deploymentOutputs(report),
    ...findingOutputs(report),
    ...(report.project === undefined
      ? {}
      : { functions: JSON.stringify(report.project.functions.map((entry) => entry.name)) }),
  }
}

function artifactOutputs({ artifact, build }: RunReport): Record<string, string> {
  if (artifact === undefined) return build === undefined ? {} : { 'go-version': build.goVersion }
  return {
    executable: artifact.path,
    linkage: artifact.linkage === 'unknown' ? '' : artifact.linkage,
    interpreter: artifact.interpreter,
    needed: JSON.stringify(artifact.needed),
    machine: artifact.machine,
    'go-version': artifact.goVersion || (build?.goVersion ?? ''),
    'file-output': artifact.fileOutput,
    'ldd-output': artifact.lddOutput,
  }
}

function packageOutputs({ package: zip }: RunReport): Record<string, string> {
  return zip === undefined ? {} : { package: zip.path, 'package-sha256': zip.sha256 }
}

function deploymentOutputs({ deployment, stages, swap }: RunReport): Record<string, string> {
  // Only the stage knows whether the server took the package; the record exists before that.
  const isAccepted = stages.some((stage) => stage.name === 'deploy' && stage.state === 'done')
  const deployed = String(deployment !== undefined && !deployment.dryRun && isAccepted)
  const swapped = String(swap?.state === 'swapped' && swap.verification?.isVerified === true)
  if (deployment === undefined) return { deployed, swapped }
  return {
    deployed,
    swapped,
    plan: deployment.plan,
    'app-url': swap?.state === 'swapped' ? swap.targetUrl : deployment.appUrl,
    ...(deployment.deploymentId === undefined ? {} : { 'deployment-id': deployment.deploymentId }),
  }
}

// After a swap, what its target answers is what counts.
function answeredOutput({ verification, swap }: RunReport): Record<string, string> {
  const last = swap?.verification ?? verification
  return last === undefined ? {} : { answered: JSON.stringify(last.answers) }
}

function findingOutputs({ findings }: RunReport): Record<string, string> {
  const counts = countFindings(findings)
  return { errors: String(counts.error), warnings: String(counts.warning) }
}
