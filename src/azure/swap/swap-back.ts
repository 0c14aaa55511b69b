/** Puts back what a swap has changed, proves it as far as it can be told, and says what is active where. */
import type { Finding } from '../../findings'
import { azureFinding } from '../http'
import type { Session } from '../sign-in'
import { slotLabel, swapCommand } from '../site'
import { type Verification, verifyDeployment } from '../verify'
import { type Swap, type SwapRequest, swapSlots } from './swap'
import type { Former } from './swap-target'

export interface SwapBackRequest extends Omit<SwapRequest, 'isBack'> {
  /** What the target ran before the swap. */
  readonly former: Former
  /** For the verification of the former package. */
  readonly verifyTimeoutMs: number
  /** How long it has to stay as it is. */
  readonly settleMs: number
}

export interface SwapBack {
  readonly swap: Swap
  /** Of the former package; absent when there was nothing to verify it by. */
  readonly verification?: Verification
  readonly findings: readonly Finding[]
}

/**
 * Swaps back.
 *
 * @param request the slots, and what is expected to be there again
 * @returns what became of it, with one warning when it worked and an error when it did not
 */
export async function swapBack(session: Session, request: SwapBackRequest): Promise<SwapBack> {
  const { former, target, log, signal } = request
  const swap = await swapSlots(session, { ...request, isBack: true })
  if (swap.outcome !== 'swapped') return { swap, findings: [notSwappedBack(request, swap)] }
  const { functions } = former
  if (functions === undefined || functions.length === 0)
    return { swap, findings: [undone(request, undefined)] }
  const verification = await verifyDeployment(session, target, {
    expectedFunctions: functions,
    // The former package need not have the path; what of it may be called is not known.
    verifyPath: '',
    functions: [],
    rehearsed: [],
    callsFunctions: false,
    fetchesKeys: false,
    settleMs: request.settleMs,
    mask: () => undefined,
    timeoutMs: request.verifyTimeoutMs,
    log,
    signal,
  })
  const findings = [undone(request, verification)]
  if (!verification.isVerified) findings.push(unverified(request, verification))
  return { swap, verification, findings }
}

function undone(request: SwapBackRequest, verification: Verification | undefined): Finding {
  const { source, target, former } = request
  const proof =
    verification === undefined
      ? former.functions === undefined
        ? 'Which functions it had is not known, so it was not verified.'
        : 'It had no functions, so there is nothing to verify.'
      : verification.isVerified
        ? `Its host runs and Azure lists its functions: ${verification.listed.map((name) => `'${name}'`).join(', ')}.`
        : ''
  return azureFinding(
    'warning',
    'swap-undone',
    `The slots of '${source.appName}' were swapped back: '${slotLabel(target)}' runs ${describeFormer(request)} again, and '${slotLabel(source)}' the new package, deployment '${request.deploymentId}'. ${proof}`.trim(),
    `Correct what verification found. The new package verified in '${slotLabel(source)}': look at what only '${slotLabel(target)}' has, its settings above all.`,
  )
}

function unverified(request: SwapBackRequest, { findings }: Verification): Finding {
  const reasons = findings.filter(({ severity }) => severity !== 'notice').map(({ message }) => message)
  return azureFinding(
    'warning',
    'swap-back-unverified',
    `After the swap back, the former package did not verify in '${slotLabel(request.target)}': ${reasons.join(' ')}`,
    'Look at the log stream of the app, and restart it.',
  )
}

function notSwappedBack(request: SwapBackRequest, swap: Swap): Finding {
  const { source, target } = request
  const [reason] = swap.findings
  const known =
    swap.outcome === 'not-swapped'
      ? `'${slotLabel(target)}' of '${source.appName}' still runs the new package, which does not verify there, and '${slotLabel(source)}' has ${describeFormer(request)}.`
      : `It is not known whether '${slotLabel(target)}' of '${source.appName}' runs the new package, which does not verify there, or ${describeFormer(request)} again.`
  return azureFinding(
    'error',
    'swap-back-failed',
    `${known} The swap back was not completed: ${reason?.message ?? swap.state}`,
    swap.outcome === 'not-swapped'
      ? `Swap back by hand:\n${swapCommand(source, target)}`
      : (reason?.hint ?? swapCommand(source, target)),
  )
}

function describeFormer({ former }: SwapBackRequest): string {
  const { deploymentId, sha256 } = former.active
  if (deploymentId === '') return 'what it ran before'
  const digest = sha256 === '' ? '' : `, sha256 ${sha256}`
  return `the former package, deployment '${deploymentId}'${digest},`
}
