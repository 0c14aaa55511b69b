/**
 * What a slot is swapped with: found and checked before anything is uploaded, and what it ran before the swap.
 * Reads only.
 */
import { ActionError } from '../../errors'
import type { Finding } from '../../findings'
import { type ActivePackage, readActivePackage } from '../deploy'
import { azureError, azureFinding } from '../http'
import type { Session } from '../sign-in'
import { listFunctions, lookUpSite, quotaHint, type Site, slotLabel, startCommand } from '../site'

/**
 * Looks up what the input `swap-with` names.
 *
 * @param source the slot that is deployed to
 * @param swapWith `production` or the name of another slot
 * @throws ActionError `site-swap-on-consumption`, or as `lookUpSite`
 */
export async function lookUpSwapTarget(session: Session, source: Site, swapWith: string): Promise<Site> {
  if (source.plan === 'consumption') {
    throw azureError(
      'site-swap-on-consumption',
      `'${source.appName}' is on Linux Consumption. Azure has undone swaps of such apps some minutes later.`,
      {
        hint: 'Leave slot-name and swap-with out: when the functions do not answer, the run puts the former package back. Swaps work on Elastic Premium and Dedicated plans.',
      },
    )
  }
  const { appName, resourceGroup } = source
  return lookUpSite(session, { appName, resourceGroup, slotName: swapWith })
}

/**
 * Checks what is to be swapped with.
 *
 * @returns an error when its host cannot run
 */
export function checkSwapTarget(target: Site): readonly Finding[] {
  if (target.isQuotaExceeded) {
    const message = `The quota of the swap target, '${slotLabel(target)}' of '${target.appName}', is used up.`
    return [azureFinding('error', 'site-quota-exceeded', message, quotaHint)]
  }
  if (target.state === '' || target.state.toLowerCase() === 'running') return []
  const message = `The swap target, '${slotLabel(target)}' of '${target.appName}', is '${target.state}', not running.`
  return [azureFinding('error', 'site-stopped', message, startCommand(target))]
}

/** What a slot ran before the swap. */
export interface Former {
  /** Undefined when they could not be listed. */
  readonly functions: readonly string[] | undefined
  readonly active: ActivePackage
}

/**
 * Reads what the target runs, so that it can be told and proven when it is put back.
 *
 * @throws the reason of the signal
 */
export async function readFormer(session: Session, target: Site, signal: AbortSignal): Promise<Former> {
  const [functions, active] = await Promise.all([
    namesOf(session, target, signal),
    readActivePackage(session, target, signal),
  ])
  return { functions, active }
}

async function namesOf(
  session: Session,
  target: Site,
  signal: AbortSignal,
): Promise<readonly string[] | undefined> {
  try {
    const { functions } = await listFunctions(session, target, signal)
    return functions.map(({ name }) => name).filter((name) => name.toLowerCase() !== 'warmup')
  } catch (error) {
    signal.throwIfAborted()
    if (!(error instanceof ActionError)) throw error
    session.log.debug(`What '${slotLabel(target)}' runs could not be listed: ${error.message}`)
    return undefined
  }
}
