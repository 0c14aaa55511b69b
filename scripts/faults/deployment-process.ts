/**
 * The deploying half of the fault matrix, in a process of its own so that it can be ended when it hangs: takes
 * orders from its parent, deploys with the code of the action, and reports what a user would have been told.
 */

import { type Deployment, deployPackage } from '../../src/azure/deploy/deployment'
import { findOvertaking } from '../../src/azure/deploy/overtaken'
import { resolveCloud } from '../../src/azure/http/clouds'
import { createHttpClient } from '../../src/azure/http/http'
import type { AzureLog } from '../../src/azure/http/log'
import { clockFindings } from '../../src/azure/http/runner-clock'
import type { Session } from '../../src/azure/sign-in/session'
import { signIn } from '../../src/azure/sign-in/sign-in'
import { lookUpSite, type Site } from '../../src/azure/site/site'
import { checkSite } from '../../src/azure/site/site-checks'
import { warmUpScm } from '../../src/azure/site/warm-up'
import { swapSlots } from '../../src/azure/swap/swap'
import { swapBack } from '../../src/azure/swap/swap-back'
import { lookUpSwapTarget, readFormer } from '../../src/azure/swap/swap-target'
import { rememberBefore } from '../../src/azure/verify/before'
import type { Uploaded } from '../../src/azure/verify/verification'
import { verifyDeployment } from '../../src/azure/verify/verify'
import { ActionError, messageOf } from '../../src/errors'
import { openFile } from '../../src/files/opened-file'
import type { Finding } from '../../src/findings'
import { requestIdToken } from '../../src/runner/step'
import { agingHosts, fastClock, hurryTimers, noticingTimeouts, setRunnerClock, trueNow } from './fast-clock'

export interface Order {
  readonly appName: string
  readonly slotName: string
  /** Empty: the slot is not swapped. */
  readonly swapWith: string
  readonly clientId: string
  readonly tenantId: string
  readonly subscriptionId: string
  readonly packagePath: string
  readonly sizeBytes: number
  readonly sha256: string
  readonly functions: readonly string[]
  readonly verifyPath: string
  /** What was there before the upload is remembered, so that it is told from what comes after it. */
  readonly remembers: boolean
  /** How far the clock of this runner is ahead of the one of the servers. */
  readonly clockAheadMs: number
}

export interface Report {
  readonly isGreen: boolean
  readonly findings: readonly Finding[]
  /** How the deployment ended, absent when it was not reached. */
  readonly state?: string
  readonly outcome?: string
  /** As the clock of the deployment says. */
  readonly elapsedMs: number
  /** By the true clock, when the last look for other deployments began. */
  readonly checkedAtMs?: number
  /** Of an error that no finding explains: a defect. */
  readonly crash?: string
  readonly log: readonly string[]
}

const timer = hurryTimers()

process.on('message', (order: Order) => {
  deploy(order).then((report) => process.send?.(report))
})

/** The same steps as the stages of the action take. */
async function deploy(order: Order): Promise<Report> {
  setRunnerClock(order.clockAheadMs)
  const clock = fastClock(timer)
  const startedAt = clock.now()
  const findings: Finding[] = []
  const log: string[] = []
  let deployment: Deployment | undefined
  let crash: string | undefined
  let isVerified = false
  let checkedAtMs: number | undefined
  let uploaded: Uploaded | undefined
  const keep = (line: string): void => {
    log.push(line)
  }
  try {
    const signal = new AbortController().signal
    const azureLog = { info: keep, debug: keep }
    const session = await signIn({
      cloud: resolveCloud('azurecloud', process.env),
      clientId: order.clientId,
      tenantId: order.tenantId,
      subscriptionId: order.subscriptionId,
      audience: '',
      env: process.env,
      getIdToken: requestIdToken,
      log: azureLog,
      signal,
      clock,
      http: agingHosts(noticingTimeouts(createHttpClient(), clock), clock),
    })
    const lookForOthers = async (
      where: Site,
      { way, id }: Deployment,
      isContentProven: boolean,
    ): Promise<void> => {
      checkedAtMs = trueNow()
      const own = { way, id, sha256: order.sha256, isContentProven }
      findings.push(...(await findOvertaking(session, where, own, signal)))
    }
    const { appName, slotName } = order
    const site = await lookUpSite(session, { appName, slotName, resourceGroup: '' })
    const target = order.swapWith === '' ? undefined : await lookUpSwapTarget(session, site, order.swapWith)
    findings.push(...clockFindings(session.http.clockAheadMs?.()))
    findings.push(
      ...checkSite(
        site,
        { goarch: 'amd64', model: 'custom-handler', triggers: ['httpTrigger'] },
        session.clock.now(),
      ),
    )
    if (!hasErrors(findings)) findings.push(...(await warmUpScm(session, site)).findings)
    if (!hasErrors(findings)) {
      const { verifyPath, sha256 } = order
      const reads = { functions: [], verifyPath, callsFunctions: false, signal }
      const before = order.remembers ? await rememberBefore(session, site, reads).finish() : undefined
      if (order.remembers) uploaded = { startedAtMs: clock.now(), before, sha256, id: '' }
      const file = await openFile(order.packagePath)
      deployment = await deployPackage(session, site, {
        file,
        sizeBytes: order.sizeBytes,
        sha256: order.sha256,
        message: { sha: 'c0ffee', repoName: 'octo/app', actor: 'mona', slotName },
        deadline: clock.now() + 8 * 60_000,
        log: azureLog,
        signal,
      }).finally(() => file.close())
      findings.push(...deployment.findings)
    }
    if (deployment !== undefined && deployment.outcome !== 'failed') {
      const verification = await verifyDeployment(session, site, {
        expectedFunctions: order.functions,
        ...nothingCalled,
        verifyPath: order.verifyPath,
        timeoutMs: 5 * 60_000,
        ...(uploaded === undefined ? {} : { uploaded: { ...uploaded, id: deployment.id } }),
        log: azureLog,
        signal,
      })
      findings.push(...verification.findings)
      isVerified = verification.isVerified
      if (!isVerified && deployment.restore !== undefined) findings.push(...(await deployment.restore()))
      if (isVerified) await lookForOthers(site, deployment, verification.isContentProven)
      if (isVerified && target !== undefined && !hasErrors(findings)) {
        isVerified = false
        const release = await releaseBySwap({
          session,
          order,
          site,
          target,
          deployment,
          log: azureLog,
          signal,
        })
        findings.push(...release.findings)
        isVerified = release.isVerified
        if (isVerified) await lookForOthers(target, deployment, true)
      }
    }
  } catch (error) {
    if (error instanceof ActionError) {
      findings.push({
        code: error.code,
        severity: 'error',
        message: error.message,
        hint: error.hint ?? '',
      })
    } else crash = error instanceof Error ? (error.stack ?? error.message) : messageOf(error)
  }
  return {
    isGreen: isVerified && crash === undefined && !hasErrors(findings),
    findings,
    ...(deployment === undefined ? {} : { state: deployment.state, outcome: deployment.outcome }),
    elapsedMs: clock.now() - startedAt,
    ...(checkedAtMs === undefined ? {} : { checkedAtMs }),
    ...(crash === undefined ? {} : { crash }),
    log,
  }
}

interface SwapParts {
  readonly session: Session
  readonly order: Order
  readonly site: Site
  readonly target: Site
  readonly deployment: Deployment
  readonly log: AzureLog
  readonly signal: AbortSignal
}

/** The same steps as the stages of a swap take. */
async function releaseBySwap(
  parts: SwapParts,
): Promise<{ readonly isVerified: boolean; readonly findings: readonly Finding[] }> {
  const { session, order, site, target, deployment, log, signal } = parts
  const former = await readFormer(session, target, signal)
  const request = () => ({
    source: site,
    target,
    deploymentId: deployment.id,
    deadline: session.clock.now() + 8 * 60_000,
    log,
    signal,
  })
  const swap = await swapSlots(session, { ...request(), isBack: false })
  if (swap.outcome !== 'swapped') return { isVerified: false, findings: swap.findings }
  const verification = await verifyDeployment(session, target, {
    expectedFunctions: order.functions,
    ...nothingCalled,
    verifyPath: order.verifyPath,
    timeoutMs: 5 * 60_000,
    log,
    signal,
  })
  if (verification.isVerified) return { isVerified: true, findings: verification.findings }
  const back = await swapBack(session, { ...request(), former, verifyTimeoutMs: 5 * 60_000, settleMs: 0 })
  return { isVerified: false, findings: [...verification.findings, ...back.findings] }
}

// Every request meets every fault: calls of functions and a time to settle would only make more of the same.
const nothingCalled = {
  functions: [],
  rehearsed: [],
  callsFunctions: false,
  fetchesKeys: false,
  settleMs: 0,
  mask: () => undefined,
} as const

function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error')
}
