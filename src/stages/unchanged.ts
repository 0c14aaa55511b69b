/** Leaves the upload out when the same package is active and verifies right now. */
import { readActivePackage } from '../azure/deploy'
import { type Site, slotLabel } from '../azure/site'
import type { Project } from '../checks/project'
import { swapStages } from '../report/run-report'
import type { Connection } from './connect'
import { demandClean, deploymentOf, packageOf } from './deploy'
import type { Run } from './run'
import { fillFunctions, placeFindings, verificationRecord, verifiedLine, verifySite } from './verification'

// A package that has been active for a while answers at once, or is uploaded again.
const patienceMs = 30_000
const usualSettleMs = 10_000

/**
 * Looks whether there is anything to deploy. With a swap, only what its target runs counts: a slot holds what
 * production ran before, and what is swapped is always what this very run uploaded and verified there.
 *
 * @param project the project, for the names of its functions
 * @returns true when the package is active, verified and recorded; false when it has to be uploaded
 * @throws the reason of the signal
 */
export async function skipUnchanged(run: Run, connection: Connection, project: Project): Promise<boolean> {
  const { record, log, inputs, signal } = run
  const { session } = connection
  demandClean(run, 'deployed')
  const site = connection.target ?? connection.site
  const place = `'${slotLabel(site)}' of ${site.appName}`
  const { sha256 } = packageOf(run)
  log.group(`Look at what ${site.appName} runs`)
  const active = await readActivePackage(session, site, signal)
  if (active.sha256 !== sha256) {
    const known = active.sha256 === '' ? active.problem : `sha256 ${active.sha256} is active there`
    log.endGroup()
    log.info(`Not skipped: this package is not known to be active in ${place}: ${known}.`)
    return false
  }
  const startedAtMs = record.elapsedMs()
  const timeoutMs = Math.min(patienceMs, inputs.verifyTimeoutMinutes * 60_000)
  const verification = await verifySite(run, session, site, project, {
    timeoutMs,
    settleMs: usualSettleMs,
    countsUptime: true,
  })
  const { elapsedMs } = verification
  record.draw({ section: 'azure', label: 'verify what is active', startedAtMs, elapsedMs })
  log.endGroup()
  if (verification.isCancelled) throw signal.reason ?? new Error('the verification was cancelled')
  if (!verification.isVerified) {
    const [reason] = verification.findings.filter(({ severity }) => severity === 'error')
    log.info(
      `Not skipped: the same package is active in ${place}, but it does not verify: ${reason?.message ?? ''}`,
    )
    return false
  }
  const reason = `the same package is active in ${place}: deployment '${active.deploymentId}'`
  record.skip('deploy', reason)
  if (connection.target !== undefined) for (const stage of swapStages) record.skip(stage, reason)
  await record.stage('verify', signal, () => {
    record.fill({ deployment: unchangedRecord(run, site, active.deploymentId) })
    record.fill({ verification: verificationRecord(verification) })
    record.add(placeFindings(run, project, verification.findings))
    fillFunctions(run, verification)
  })
  log.info(`Skipped: ${reason}, sha256 ${sha256}. ${verifiedLine(verification)}`)
  return true
}

function unchangedRecord(run: Run, { slotName, appUrl }: Site, deploymentId: string) {
  const { slotName: _, ...record } = deploymentOf(run)
  return {
    ...record,
    ...(slotName === '' ? {} : { slotName }),
    appUrl,
    deploymentId,
    state: 'skipped: the same package is active',
    unchanged: true,
  }
}
