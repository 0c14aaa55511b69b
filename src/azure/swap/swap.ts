/**
 * Swaps a slot with another one or with the app itself, as the long-running operation that it is. Asks once; it asks
 * again only when it is known that nothing came of the first time.
 */
import { ActionError } from '../../errors'
import type { Finding } from '../../findings'
import { HttpError, isTransient } from '../http'
import { callArm, type Session } from '../sign-in'
import { slotLabel } from '../site'
import {
  abandonedSwap,
  busyTarget,
  failedSwap,
  ineffectiveSwap,
  refusedSwap,
  unansweredSwap,
  unfinishedSwap,
  unknownSwap,
} from './swap-findings'
import { followOperation, operationPath } from './swap-operation'
import {
  establishTruth,
  glanceAt,
  lookAtBoth,
  placeOfDeployment,
  type SwapRequest,
  type SwapWatch,
} from './swap-truth'

export type { SwapRequest } from './swap-truth'

export const swapOutcomes = ['swapped', 'not-swapped', 'unknown', 'cancelled'] as const
export type SwapOutcome = (typeof swapOutcomes)[number]

export interface Swap {
  readonly outcome: SwapOutcome
  /** In words, for the report. */
  readonly state: string
  readonly elapsedMs: number
  /** One error unless it is swapped or cancelled. */
  readonly findings: readonly Finding[]
}

const maxLosses = 3
const busyWaitMs = 10_000

/**
 * Swaps, and waits until it is known what became of it.
 *
 * @returns what became of it; what Azure refuses is never thrown
 */
export async function swapSlots(session: Session, request: SwapRequest): Promise<Swap> {
  const startedAt = session.clock.now()
  const watch: SwapWatch = {
    session,
    request,
    progress: { state: 'not started', isAsked: false, isLost: false },
    before: [],
  }
  const end = (outcome: SwapOutcome, findings: readonly Finding[] = []): Swap => ({
    outcome,
    state: watch.progress.state,
    elapsedMs: session.clock.now() - startedAt,
    findings,
  })
  try {
    await swapOnce(watch)
    watch.progress.state = 'swapped'
    const contradiction = await findContradiction(watch)
    if (contradiction === undefined) return end('swapped')
    watch.progress.state = 'swapped, as Azure says; the deployments are not where they should be'
    return end('unknown', [contradiction])
  } catch (error) {
    if (request.signal.aborted || session.signal.aborted) return end('cancelled', [abandonedSwap(watch)])
    if (!(error instanceof ActionError)) throw error
    const finding: Finding = {
      code: error.code,
      severity: 'error',
      message: error.message,
      hint: error.hint ?? '',
    }
    const isOpen = error.code === 'swap-unknown' || error.code === 'swap-unfinished'
    if (!isOpen && watch.progress.state !== 'not started') watch.progress.state = 'not swapped'
    return end(isOpen ? 'unknown' : 'not-swapped', [finding])
  }
}

async function swapOnce(watch: SwapWatch): Promise<void> {
  const { request, progress } = watch
  for (let losses = 0; ; ) {
    await waitUntilFree(watch)
    if (progress.isAsked && (await glanceAt(watch)) === 'swapped') return
    progress.state = 'asked for, not answered yet'
    progress.isAsked = true
    const asked = await ask(watch)
    if (asked.kind === 'busy') {
      await waitBusy(watch, asked.error)
      continue
    }
    let lost = asked.kind === 'lost' ? asked.error : undefined
    if (asked.kind === 'accepted') {
      progress.state = 'running'
      const ended = asked.path === '' ? { kind: 'lost' as const } : await followOperation(watch, asked.path)
      if (ended.kind === 'done') return
      const glance = ended.kind === 'lost' ? 'unknown' : await glanceAt(watch)
      if (glance === 'swapped') return
      if (ended.kind === 'late') throw unfinishedSwap(request)
      // An error about the question is no error of the operation, when that is still running.
      if (ended.kind === 'failed' && glance !== 'running') throw failedSwap(request, ended.error)
      lost = ended.error
    }
    if (asked.kind !== 'unsent') progress.isLost = true
    const truth = asked.kind === 'unsent' ? 'not-swapped' : await establishTruth(watch)
    if (truth === 'swapped') return
    if (truth === 'running') throw unfinishedSwap(request)
    if (truth === 'unknown') throw unknownSwap(request, lost)
    losses += 1
    const error = asked.kind === 'unsent' ? asked.error : lost
    await waitAfterLoss(watch, error, losses)
  }
}

// Another operation may hold the app, for example a swap by hand. What it was before ours is kept.
async function waitUntilFree(watch: SwapWatch): Promise<void> {
  for (let announced = false; ; announced = true) {
    const states = await lookAtBoth(watch)
    if (!watch.progress.isLost) watch.before = states.map(({ lastSwap }) => lastSwap)
    if (states.every(({ operationId }) => operationId === '')) return
    if (!announced) watch.request.log.info('Waiting for another operation that holds the app.')
    watch.progress.state = 'waiting for another operation'
    await waitBusy(watch, undefined)
  }
}

type Asked =
  | { readonly kind: 'accepted'; readonly path: string }
  | { readonly kind: 'busy' | 'lost' | 'unsent'; readonly error: HttpError }

async function ask({ session, request }: SwapWatch): Promise<Asked> {
  const { source, target } = request
  try {
    const answer = await callArm(session, {
      method: 'POST',
      path: `${source.resourceId}/slotsswap`,
      body: { targetSlot: slotLabel(target), preserveVnet: true },
      purpose: `swap '${slotLabel(source)}' with '${slotLabel(target)}'`,
      // Not idempotent: a swap that is made twice is undone.
      attempts: 1,
      signal: request.signal,
    })
    return { kind: 'accepted', path: operationPath(session, answer) }
  } catch (error) {
    request.signal.throwIfAborted()
    const cause = error instanceof ActionError ? error.cause : undefined
    if (!(cause instanceof HttpError) || cause.status === 403) throw error
    if (cause.status === 409) return { kind: 'busy', error: cause }
    if (cause.status === 429 || ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'].includes(cause.networkCode))
      return { kind: 'unsent', error: cause }
    if (isTransient(cause)) return { kind: 'lost', error: cause }
    // A new token was tried already.
    throw cause.status === 401 ? error : refusedSwap(request, cause)
  }
}

async function waitBusy({ session, request }: SwapWatch, error: HttpError | undefined): Promise<void> {
  const delayMs = Math.max(error?.retryAfterMs ?? 0, busyWaitMs)
  if (session.clock.now() + delayMs > request.deadline) throw busyTarget(request, error)
  if (error !== undefined)
    request.log.info('Azure answered 409: another operation holds the app. Waiting for it.')
  await session.clock.sleep(delayMs, request.signal)
}

async function waitAfterLoss(
  { session, request, progress }: SwapWatch,
  error: HttpError | undefined,
  losses: number,
): Promise<void> {
  const delayMs = Math.max(error?.retryAfterMs ?? 0, 1000 * 2 ** losses)
  if (losses >= maxLosses || session.clock.now() + delayMs > request.deadline)
    throw unansweredSwap(request, error)
  progress.state = 'asked for, and nothing came of it'
  request.log.info(`${error?.message ?? 'The swap was not made.'} The slots are as they were: asking again.`)
  await session.clock.sleep(delayMs, request.signal)
}

// An SCM site is away for some moments after a swap, so a contradiction has to stay.
async function findContradiction(watch: SwapWatch): Promise<Finding | undefined> {
  const { session, request } = watch
  for (let looks = 1; ; looks += 1) {
    const place = await placeOfDeployment(watch)
    if (place === 'unknown') request.log.debug('The deployment histories do not tell what was swapped.')
    if (place === 'there' || place === 'unknown') return undefined
    if (looks >= 4) return ineffectiveSwap(request, place)
    await session.clock.sleep(5000, request.signal)
  }
}
