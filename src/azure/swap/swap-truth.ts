/**
 * Whether a swap has taken place, when nobody answered: from the resource manager's own notes of the last swap, and
 * from where our deployment is found. A swap is its own reverse, so this is asked before it would be sent again.
 */
import { ActionError } from '../../errors'
import { type ActivePackage, readActivePackage } from '../deploy'
import type { AzureLog } from '../http'
import type { Session } from '../sign-in'
import { readSlotState, type Site, type SlotState } from '../site'

export interface SwapRequest {
  /** The slot; the swap is asked of it. */
  readonly source: Site
  /** The slot or the app that it is swapped with. */
  readonly target: Site
  /** The swap takes the deployment out of the target again. */
  readonly isBack: boolean
  /** Of our deployment: it is in the source now, or in the target when `isBack`. */
  readonly deploymentId: string
  /** Clock time after which nothing is waited for any more. */
  readonly deadline: number
  readonly log: AzureLog
  readonly signal: AbortSignal
}

export interface SwapWatch {
  readonly session: Session
  readonly request: SwapRequest
  /** Kept up to date, so that it is known wherever the swap stops. */
  readonly progress: {
    state: string
    isAsked: boolean
    /** An answer was lost: what was asked for may still begin, however quiet it was. */
    isLost: boolean
  }
  /** The last swaps before ours, of source and target. */
  before: readonly string[]
}

export const swapTruths = ['swapped', 'not-swapped', 'running', 'unknown'] as const
export type SwapTruth = (typeof swapTruths)[number]

const lookEveryMs = 5000
// The resource manager shows an operation at once; a request that left no sign for a minute did not arrive.
const quietMs = 60_000

/**
 * Waits until it is known whether a swap that was asked for took place.
 *
 * @returns `running` and `unknown` only at the deadline, or when there is nothing to tell it by
 * @throws the reason of the signal
 */
export async function establishTruth(watch: SwapWatch): Promise<SwapTruth> {
  const { session, request, progress } = watch
  const { clock } = session
  let quietSince: number | undefined
  for (;;) {
    const glance = await glanceAt(watch)
    if (glance === 'swapped') return glance
    if (glance === 'running') {
      quietSince = undefined
      progress.state = 'running'
    } else if (glance !== 'unreadable') {
      quietSince ??= clock.now()
      if (clock.now() - quietSince >= quietMs) return glance
    }
    if (clock.now() + lookEveryMs > request.deadline) return glance === 'running' ? glance : 'unknown'
    await clock.sleep(lookEveryMs, request.signal)
  }
}

/**
 * One look at what is known of a swap.
 *
 * @returns what it says at this moment; `not-swapped` may still change
 * @throws the reason of the signal
 */
export async function glanceAt(watch: SwapWatch): Promise<SwapTruth | 'unreadable'> {
  const { request } = watch
  try {
    const states = await lookAtBoth(watch)
    if (states.some(({ operationId }) => operationId !== '')) return 'running'
    if (states.some((state, index) => isOurSwap(watch, state, index))) return 'swapped'
  } catch (error) {
    request.signal.throwIfAborted()
    if (!(error instanceof ActionError)) throw error
    request.log.debug(`The state of the slots could not be read: ${error.message}`)
    return 'unreadable'
  }
  const place = await placeOfDeployment(watch)
  if (place === 'there') return 'swapped'
  return place === 'here' ? 'not-swapped' : 'unknown'
}

/**
 * Reads the state of both apps.
 *
 * @returns the states of source and target
 * @throws ActionError; the reason of the signal
 */
export function lookAtBoth({ session, request }: SwapWatch): Promise<readonly SlotState[]> {
  const { source, target, signal } = request
  return Promise.all([source, target].map((site) => readSlotState(session, site, signal)))
}

// Another pair of slots may have been swapped meanwhile.
function isOurSwap({ before, request }: SwapWatch, state: SlotState, index: number): boolean {
  if (state.lastSwap === '' || state.lastSwap === before[index]) return false
  const ours = [request.source, request.target].map(({ slotName }) => slotName.toLowerCase() || 'production')
  return ours.sort().join() === state.lastSlots.join()
}

/**
 * Where our deployment is the active one: the history of an app goes with its content.
 *
 * @returns `here` where it was before the swap, `there` where the swap brings it, `nowhere` when another deployment is
 *   active at its goal, `unknown` when the histories do not tell
 * @throws the reason of the signal
 */
export async function placeOfDeployment(watch: SwapWatch): Promise<'here' | 'there' | 'nowhere' | 'unknown'> {
  const { session, request } = watch
  const { source, target, isBack, deploymentId } = request
  if (deploymentId === '') return 'unknown'
  const sites = isBack ? [target, source] : [source, target]
  const [here, there] = await Promise.all(
    sites.map((site) => readActivePackage(session, site, request.signal)),
  )
  if (has(there, deploymentId)) return 'there'
  if (has(here, deploymentId)) return 'here'
  return there === undefined || there.deploymentId === '' ? 'unknown' : 'nowhere'
}

function has(active: ActivePackage | undefined, deploymentId: string): boolean {
  return active?.deploymentId === deploymentId
}
