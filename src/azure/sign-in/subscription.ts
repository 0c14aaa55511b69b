/** Which subscription: the only one the identity sees, when none was named. Reads only. */

import { textAt } from '../../text/json-value'
import { azureError } from '../http'
import { listArm } from './arm'
import type { Session } from './session'

/** The version that lists subscriptions. */
const subscriptionsApiVersion = '2018-09-01'

export interface Subscription {
  readonly id: string
  readonly name: string
}

/**
 * The subscriptions the identity sees.
 *
 * @returns at most a hundred
 * @throws as `callArm`
 */
export async function listSubscriptions(session: Session): Promise<readonly Subscription[]> {
  const items = await listArm(session, {
    method: 'GET',
    path: '/subscriptions',
    apiVersion: subscriptionsApiVersion,
    purpose: 'list subscriptions',
  })
  return items
    .map((item) => ({ id: textAt(item, 'subscriptionId'), name: textAt(item, 'displayName') }))
    .filter((subscription) => subscription.id !== '')
    .slice(0, 100)
}

/**
 * The subscription to use when the input is empty.
 *
 * @param session signed in, its subscription not yet known
 * @returns the id of the only one
 * @throws ActionError `azure-subscription-unclear` when there is none or more than one
 */
export async function chooseSubscription(session: Session): Promise<string> {
  const found = await listSubscriptions(session)
  const only = found[0]
  if (only !== undefined && found.length === 1) return only.id
  const seen = found.slice(0, 10).map((subscription) => `'${subscription.name}' (${subscription.id})`)
  throw azureError(
    'azure-subscription-unclear',
    found.length === 0
      ? 'subscription-id is empty and the identity sees no subscription.'
      : `subscription-id is empty and the identity sees ${found.length} subscriptions: ${seen.join(', ')}.`,
    {
      hint:
        found.length === 0
          ? 'Give the identity a role on the function app, and set subscription-id.'
          : 'Set subscription-id to the one that holds the function app.',
    },
  )
}
