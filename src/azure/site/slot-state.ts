/**
 * What the resource manager says about the swaps of an app: the last one that succeeded, and whether an operation
 * holds the app now. Reads only.
 */

import { textAt } from '../../text/json-value'
import { block } from '../../text/passages'
import { shellQuote } from '../../text/shell-quote'
import { readArm, type Session } from '../sign-in'
import type { Site } from './site'

export interface SlotState {
  /** `slotSwapStatus`: when the last swap ended and which slots it was about, as one text; empty for none. */
  readonly lastSwap: string
  /** The slots of the last swap, lower case and sorted. */
  readonly lastSlots: readonly string[]
  /** `inProgressOperationId`; empty when no operation holds the app. */
  readonly operationId: string
}

/**
 * Reads the state of one app or slot.
 *
 * @throws ActionError
 */
export async function readSlotState(session: Session, site: Site, signal: AbortSignal): Promise<SlotState> {
  const body = await readArm(session, {
    method: 'GET',
    path: site.resourceId,
    purpose: 'read the state of the slot',
    signal,
  })
  const [time, ...slots] = ['timestampUtc', 'sourceSlotName', 'destinationSlotName'].map((name) =>
    textAt(body, 'properties', 'slotSwapStatus', name).slice(0, 100),
  )
  return {
    lastSwap: time === '' ? '' : [time, ...slots].join(' '),
    lastSlots: slots.map((slot) => slot.toLowerCase()).sort(),
    operationId: textAt(body, 'properties', 'inProgressOperationId').slice(0, 100),
  }
}

/**
 * The name of a slot as Azure knows it.
 *
 * @returns `production` for the app itself
 */
export function slotLabel({ slotName }: Site): string {
  return slotName === '' ? 'production' : slotName
}

/**
 * The command that swaps two slots by hand.
 *
 * @returns a block of a text, one line for a POSIX shell
 */
export function swapCommand(source: Site, target: Site): string {
  const app = `--name ${shellQuote(source.appName)} --resource-group ${shellQuote(source.resourceGroup)}`
  return block(
    `az functionapp deployment slot swap ${app} --slot ${shellQuote(slotLabel(source))} --target-slot ${shellQuote(slotLabel(target))}`,
  )
}

/**
 * The command that shows the last swap of an app, and an operation that still holds it.
 *
 * @returns a block of a text, one line for a POSIX shell
 */
export function lookCommand(target: Site): string {
  const query = 'properties.{lastSwap: slotSwapStatus, running: inProgressOperationId}'
  return block(`az resource show --ids ${shellQuote(target.resourceId)} --query ${shellQuote(query)}`)
}
