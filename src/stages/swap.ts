/**
 * The stages of a swap: it is made once the slot is verified, its target is verified as well, and it is taken back
 * when the target does not verify.
 */
import { type Deployment, findOvertaking } from '../azure/deploy'
import { slotLabel } from '../azure/site'
import { type Former, readFormer, swapBack, swapSlots, unverifiedSwap } from '../azure/swap'
import type { LivingProof } from '../azure/verify'
import type { Project } from '../checks/project'
import { ActionError } from '../errors'
import type { SwapRecord } from '../report/run-report'
import type { Connection } from './connect'
import { demandClean, packageOf } from './deploy'
import { stoppedCode } from './recorder'
import { publishOutputs } from './report'
import { type Run, settle } from './run'
import { fillFunctions, placeFindings, verificationRecord, verifiedLine, verifySite } from './verification'

// What has run before is known to stay up.
const formerSettleSeconds = 10

/** A connection whose slot is to be swapped. */
export type SwapConnection = Connection & Required<Pick<Connection, 'target'>>

/**
 * Swaps the verified slot into its target, verifies there, and swaps back when that fails.
 *
 * @param connection the slot and its target
 * @param project the project, for the names of its functions
 * @param deployment what is in the slot
 * @param living the rehearsed handler, while it lives
 * @throws ActionError when the target does not run the package at the end, verified
 */
export async function releaseBySwap(
  run: Run,
  connection: SwapConnection,
  project: Project,
  deployment: Deployment,
  living?: LivingProof,
): Promise<void> {
  const { record, signal } = run
  const former = await record.stage('swap', signal, () => swapIn(run, connection, deployment))
  publishOutputs(run)
  try {
    await record.stage('verify-swap', signal, () => verifyTarget(run, connection, project, living))
  } catch (failure) {
    if (signal.aborted) {
      record.add([unverifiedSwap(connection.site, connection.target, deployment.id)])
      throw failure
    }
    await record.stage('swap-back', signal, () => takeBack(run, connection, deployment, former))
    throw failure
  }
  record.skip('swap-back', `the package verifies in '${slotLabel(connection.target)}'`)
  // Not taken back: what is there may be somebody else's.
  const { way, id } = deployment
  // That the package went with the swap is known from the swap itself.
  const own = { way, id, sha256: packageOf(run).sha256, isContentProven: true }
  settle(run, await findOvertaking(connection.session, connection.target, own, signal))
}

async function swapIn(run: Run, connection: SwapConnection, deployment: Deployment): Promise<Former> {
  const { record, log, signal } = run
  const { session, target } = connection
  demandClean(run, 'swapped')
  log.group(`Swap ${slotLabel(connection.site)} with ${slotLabel(target)}`)
  const startedAtMs = record.elapsedMs()
  const former = await readFormer(session, target, signal)
  const swap = await swapSlots(session, { ...requestOf(run, connection, deployment), isBack: false })
  const { elapsedMs, outcome } = swap
  record.draw({ section: 'azure', label: 'swap', startedAtMs, elapsedMs })
  const state = outcome === 'cancelled' ? 'unknown' : outcome
  const { deploymentId, sha256 } = former.active
  fillSwap(run, {
    slotName: slotLabel(connection.site),
    target: slotLabel(target),
    targetUrl: target.appUrl,
    state,
    detail: swap.state,
    swapMs: elapsedMs,
    ...(deploymentId === '' ? {} : { formerDeploymentId: deploymentId }),
    ...(sha256 === '' ? {} : { formerSha256: sha256 }),
  })
  log.endGroup()
  log.info(`Swap of '${slotLabel(connection.site)}' with '${slotLabel(target)}': ${swap.state}`)
  record.add(swap.findings)
  if (outcome === 'cancelled') throw signal.reason ?? new Error('the swap was cancelled')
  if (outcome !== 'swapped') throw new ActionError(stoppedCode, 'the slots were not swapped')
  return former
}

async function verifyTarget(
  run: Run,
  connection: SwapConnection,
  project: Project,
  living: LivingProof | undefined,
): Promise<void> {
  const { record, log, signal } = run
  const { session, target } = connection
  const name = slotLabel(target)
  log.group(`Verify ${name} of ${target.appName} after the swap`)
  const startedAtMs = record.elapsedMs()
  const verification = await verifySite(run, session, target, project, living === undefined ? {} : { living })
  const { isVerified, isCancelled, elapsedMs } = verification
  record.draw({ section: 'azure', label: `verify ${name}`, startedAtMs, elapsedMs })
  fillSwap(run, { verification: verificationRecord(verification) })
  log.endGroup()
  if (isCancelled) throw signal.reason ?? new Error('the verification was cancelled')
  record.add(
    placeFindings(run, project, verification.findings).map((finding) => ({
      ...finding,
      message: `In '${name}', after the swap: ${finding.message}`,
    })),
  )
  if (!isVerified) throw new ActionError(stoppedCode, `'${name}' does not verify after the swap`)
  fillFunctions(run, verification)
  log.info(`After the swap: ${verifiedLine(verification)} at ${target.appUrl}`)
}

async function takeBack(
  run: Run,
  connection: SwapConnection,
  deployment: Deployment,
  former: Former,
): Promise<void> {
  const { record, log, inputs } = run
  const { session, target } = connection
  log.group(`Swap ${slotLabel(connection.site)} and ${slotLabel(target)} back`)
  const startedAtMs = record.elapsedMs()
  const { swap, verification, findings } = await swapBack(session, {
    ...requestOf(run, connection, deployment),
    former,
    verifyTimeoutMs: inputs.verifyTimeoutMinutes * 60_000,
    settleMs: (inputs.verifySettleSeconds ?? formerSettleSeconds) * 1000,
  })
  const elapsedMs = record.elapsedMs() - startedAtMs
  record.draw({ section: 'azure', label: 'swap back', startedAtMs, elapsedMs })
  const isBack = swap.outcome === 'swapped'
  const state = isBack ? 'swapped-back' : swap.outcome === 'not-swapped' ? 'swapped' : 'unknown'
  fillSwap(run, {
    state,
    detail: isBack ? 'swapped back' : `the swap back: ${swap.state}`,
    swapBackMs: swap.elapsedMs,
    ...(verification === undefined ? {} : { formerVerification: verificationRecord(verification) }),
  })
  record.add(findings)
  log.endGroup()
  log.info(`Swap back: ${isBack ? `'${slotLabel(target)}' runs its former package again` : swap.state}`)
  if (!isBack) throw new ActionError(stoppedCode, 'the slots were not swapped back')
}

function requestOf({ inputs, log, signal }: Run, connection: SwapConnection, deployment: Deployment) {
  const { session, site, target } = connection
  const deadline = session.clock.now() + inputs.deployTimeoutMinutes * 60_000
  return { source: site, target, deploymentId: deployment.id, deadline, log, signal }
}

function fillSwap({ record }: Run, parts: Partial<SwapRecord>): void {
  const { swap } = record.filled
  record.fill({ swap: { ...swap, ...parts } as SwapRecord })
}
