/** The stage that delivers the package, and the stage that proves that its functions answer. */

import { type Deployment, deployPackage, findOvertaking } from '../azure/deploy'
import { describeWayBack, type LivingProof, type Uploaded } from '../azure/verify'
import type { Project } from '../checks/project'
import { ActionError } from '../errors'
import { openFile } from '../files/opened-file'
import { failsStep } from '../inputs/inputs'
import type { DeploymentRecord, PackageRecord } from '../report/run-report'
import { showProgress } from '../runner/progress'
import type { Connection } from './connect'
import { stoppedCode } from './recorder'
import { type Run, settle } from './run'
import { fillFunctions, placeFindings, verificationRecord, verifiedLine, verifySite } from './verification'

/** A deployment, and what its verification has to know of the upload. */
export type Delivery = Deployment & { readonly uploaded: Uploaded }

/**
 * Uploads the package and waits until the server says how it went.
 *
 * @throws ActionError when findings forbid it, or the server did not take the package
 */
export async function deploy(run: Run, connection: Connection): Promise<Delivery> {
  const { record, log, inputs, workspace, signal } = run
  const { session, site } = connection
  demandClean(run, 'deployed')
  const zip = packageOf(run)
  const file = await openFile(zip.path)
  log.group(`Deploy to ${site.appName}`)
  const before = await connection.before?.finish()
  const uploaded = { startedAtMs: session.clock.now(), before, sha256: zip.sha256 }
  const startedAtMs = record.elapsedMs()
  const deployment = await deployPackage(session, site, {
    file,
    sizeBytes: zip.sizeBytes,
    sha256: zip.sha256,
    message: {
      sha: workspace.sha,
      repoName: workspace.repository,
      actor: workspace.actor,
      slotName: site.slotName,
      runUrl: workspace.runUrl,
    },
    deadline: session.clock.now() + inputs.deployTimeoutMinutes * 60_000,
    onProgress: showProgress('Uploaded', log, process.stdout),
    log,
    signal,
  }).finally(() => file.close())
  const { uploadMs = 0, serverMs = 0 } = deployment
  record.draw({ section: 'runner', label: 'upload', startedAtMs, elapsedMs: uploadMs })
  record.draw({ section: 'azure', label: 'deploy', startedAtMs: startedAtMs + uploadMs, elapsedMs: serverMs })
  record.fill({ deployment: { ...deploymentOf(run), ...recordOf(deployment) } })
  for (const line of deployment.log) log.info(line)
  log.endGroup()
  log.info(`Deployment ${deployment.id || 'without an id'}: ${deployment.state}`)
  record.add(deployment.findings)
  if (deployment.outcome === 'cancelled') throw signal.reason ?? new Error('the deployment was cancelled')
  if (deployment.outcome === 'failed') settle(run, deployment.findings)
  return { ...deployment, uploaded: { ...uploaded, id: deployment.id } }
}

/**
 * Waits until the app runs what was uploaded, its functions answer, and all of that stays so.
 *
 * @param project the project, for the names of its functions
 * @param deployment what was deployed; it is taken back where that is possible when it cannot be verified
 * @param living the rehearsed handler, while it lives
 * @throws ActionError when it cannot be verified in time
 */
export async function verify(
  run: Run,
  connection: Connection,
  project: Project,
  deployment: Delivery,
  living?: LivingProof,
): Promise<void> {
  const { record, log, signal } = run
  const { session, site } = connection
  log.group(`Verify ${site.appName}`)
  const startedAtMs = record.elapsedMs()
  const { uploaded } = deployment
  const how = living === undefined ? { uploaded } : { uploaded, living }
  const verification = await verifySite(run, session, site, project, how)
  const { isVerified, elapsedMs } = verification
  record.draw({ section: 'azure', label: 'verify', startedAtMs, elapsedMs })
  // What restores itself says so.
  const wayBack =
    isVerified || deployment.restore !== undefined ? {} : { wayBack: describeWayBack(site, uploaded) }
  record.fill({ verification: { ...verificationRecord(verification), ...wayBack } })
  fillFunctions(run, verification)
  record.add(placeFindings(run, project, verification.findings))
  if (!isVerified && deployment.restore !== undefined) {
    record.add(await deployment.restore())
  }
  if (isVerified) {
    const { way, id } = deployment
    const own = { way, id, sha256: packageOf(run).sha256, isContentProven: verification.isContentProven }
    record.add(await findOvertaking(session, site, own, signal))
  }
  log.endGroup()
  if (verification.isCancelled) throw signal.reason ?? new Error('the verification was cancelled')
  if (isVerified) log.info(`${verifiedLine(verification)} at ${site.appUrl}`)
  settle(run, [])
}

/**
 * With `fail-on: warning`, a run that is going to fail must not change anything first.
 *
 * @param what follows "not" in the message, for example `deployed`
 * @throws ActionError `run-stopped` when there are findings that fail the step
 */
export function demandClean(run: Run, what: string): void {
  const failing = run.record.found.filter(({ severity }) => failsStep(severity, run.inputs.failOn))
  if (failing.length > 0) {
    throw new ActionError(
      stoppedCode,
      `not ${what}, since 'fail-on' is '${run.inputs.failOn}' and there are findings`,
    )
  }
}

/** @returns the package that was made or given */
export function packageOf({ record }: Run): PackageRecord {
  const { package: zip } = record.filled
  if (zip === undefined) throw new Error('deploy was reached without a package')
  return zip
}

/** @returns the deployment as it is recorded so far */
export function deploymentOf({ record }: Run): DeploymentRecord {
  const { deployment } = record.filled
  if (deployment === undefined) throw new Error('deploy was reached without a site')
  return deployment
}

function recordOf(deployment: Deployment): Partial<DeploymentRecord> {
  const { way, id, state, uploadMs, serverMs, log, scmAudience } = deployment
  return {
    way,
    state,
    log,
    ...(id === '' ? {} : { deploymentId: id }),
    ...(uploadMs === undefined ? {} : { uploadMs }),
    ...(serverMs === undefined ? {} : { serverMs }),
    ...(scmAudience === undefined ? {} : { scmAudience }),
  }
}
