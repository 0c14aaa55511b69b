/**
 * Refusals of the resource manager that no further try changes: locks, subscriptions that are read-only or unknown.
 * Decided by the code of the answer, whatever its status. Pure.
 */

import type { ActionError } from '../../errors'
import { block } from '../../text/passages'
import { shellQuote } from '../../text/shell-quote'
import { azureError, type HttpError } from '../http'

/** The answer, as far as it decides. */
export interface Refusal {
  readonly body: string
  /** What was to be done, to follow "refused to". */
  readonly purpose: string
  readonly subscriptionId: string
  readonly cause?: HttpError
}

type Explain = (refusal: Refusal) => ActionError

const explanations: Readonly<Record<string, Explain>> = {
  scopelocked: ({ body, purpose, cause }) => {
    const scope = /scope\(s\) are locked: '([^']{1,1000})'/i.exec(body)?.[1]
    const place = scope === undefined ? '' : ` of '${scope}'`
    const where = scope === undefined ? '' : ` --resource ${shellQuote(scope)}`
    return azureError('azure-scope-locked', `Azure refused to ${purpose}: a lock${place} forbids it.`, {
      hint: `A read-only lock forbids more than writing: app settings cannot be read either. Remove the lock for the deployment, or deploy to another app. This shows it:\n${block(`az lock list${where}`)}`,
      ...(cause === undefined ? {} : { cause }),
    })
  },
  readonlydisabledsubscription: ({ purpose, subscriptionId, cause }) =>
    azureError(
      'azure-subscription-disabled',
      `Azure refused to ${purpose}: the subscription ${subscriptionId} is disabled and read-only.`,
      {
        hint: 'Its owner can enable it again in the portal under Subscriptions, usually by paying what is due or lifting the spending limit.',
        ...(cause === undefined ? {} : { cause }),
      },
    ),
  subscriptionnotfound: unknownSubscription,
  invalidsubscriptionid: unknownSubscription,
}

function unknownSubscription({ subscriptionId, cause }: Refusal): ActionError {
  return azureError(
    'azure-subscription-not-found',
    `The run signed in to a tenant that has no subscription ${subscriptionId}.`,
    {
      hint: `Check subscription-id, and that tenant-id is its tenant:\n${block('az account list --query "[].{name:name, id:id, tenant:tenantId}" --output table')}`,
      ...(cause === undefined ? {} : { cause }),
    },
  )
}

/**
 * The error for a standing refusal.
 *
 * @returns undefined when the answer is another one
 */
export function explainStanding(refusal: Refusal): ActionError | undefined {
  const code = /"code"\s*:\s*"([A-Za-z]{1,60})"/i.exec(refusal.body.slice(0, 4000))?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(explanations, code) ? explanations[code]?.(refusal) : undefined
}
