/**
 * Finding a site by name, and saying why it was not found: nowhere, twice, or in another subscription. Reads only.
 */
import { ActionError } from '../../errors'
import { parseJson, textAt } from '../../text/json-value'
import { block } from '../../text/passages'
import { shellQuote } from '../../text/shell-quote'
import { azureError } from '../http'
import {
  callArm,
  explainStanding,
  listArm,
  listSubscriptions,
  readArm,
  readArmError,
  type Session,
} from '../sign-in'
import { describeApps } from './app-list'

export interface FoundSite {
  readonly id: string
  readonly body: unknown
}

/** The version that filters the resources of a subscription. */
const resourcesApiVersion = '2024-11-01'

/**
 * Finds the one site with a name in the subscription. The list shows what the identity may see, so a role
 * on the app alone is enough.
 *
 * @param appName the input `app-name`
 * @returns the resource id
 * @throws ActionError `site-not-found`, `site-found-twice` or `site-in-other-subscription`
 */
export async function findSite(session: Session, appName: string): Promise<string> {
  const ids = await sitesNamed(session, session.subscriptionId, appName)
  const [only] = ids
  if (only !== undefined && ids.length === 1) return only
  if (ids.length > 1) {
    const groups = ids.map((id) => `'${/\/resourceGroups\/([^/]+)/i.exec(id)?.[1] ?? id}'`)
    throw azureError(
      'site-found-twice',
      `${ids.length} apps of the subscription are named '${appName}', in the resource groups ${groups.join(', ')}.`,
      { hint: 'Set resource-group: to the one that is meant.' },
    )
  }
  throw await notFound(session, appName)
}

/**
 * Reads a site whose id is known or built from the inputs.
 *
 * @returns its id as Azure spells it, and its body
 * @throws ActionError `site-not-found` or `site-in-other-subscription`
 */
export async function readSite(session: Session, id: string): Promise<FoundSite> {
  const answer = await callArm(session, {
    method: 'GET',
    path: id,
    purpose: 'read the app',
    alsoAccepts: [404],
  })
  if (answer.status === 404) {
    const { subscriptionId } = session
    const standing = explainStanding({ body: answer.body, purpose: 'read the app', subscriptionId })
    if (standing !== undefined) throw standing
    const appName = decodeURIComponent(id.split('/').at(-1) ?? '')
    const group = decodeURIComponent(/\/resourceGroups\/([^/]+)/i.exec(id)?.[1] ?? '')
    const isGroupMissing = readArmError(answer.body).code === 'ResourceGroupNotFound'
    throw await notFound(
      session,
      appName,
      `the resource group '${group}'${isGroupMissing ? ' (which does not exist)' : ''}`,
    )
  }
  return { id, body: parseJson(answer.body) }
}

/**
 * Reads a slot of a site.
 *
 * @param siteId of the app itself
 * @param slotName the input `slot-name`
 * @throws ActionError `site-slot-not-found`, naming the slots there are
 */
export async function readSlot(session: Session, siteId: string, slotName: string): Promise<FoundSite> {
  const id = `${siteId}/slots/${encodeURIComponent(slotName)}`
  const answer = await callArm(session, {
    method: 'GET',
    path: id,
    purpose: 'read the slot',
    alsoAccepts: [404],
  })
  if (answer.status !== 404) return { id, body: parseJson(answer.body) }
  const slots = await listArm(session, { method: 'GET', path: `${siteId}/slots`, purpose: 'list the slots' })
  const found = slots.map((slot) => textAt(slot, 'name').split('/').at(-1) ?? '')
  // A list that has it knows better than one answer, which may come from a region that does not know it yet.
  if (found.some((name) => name.toLowerCase() === slotName.toLowerCase())) {
    return { id, body: await readArm(session, { method: 'GET', path: id, purpose: 'read the slot' }) }
  }
  const names = found.map((name) => `'${name}'`).slice(0, 20)
  throw azureError(
    'site-slot-not-found',
    `The app has no slot '${slotName}'; it has ${names.length === 0 ? 'no slots' : names.join(', ')}.`,
    { hint: 'Correct slot-name, or leave it out to deploy to the app itself.' },
  )
}

async function sitesNamed(
  session: Session,
  subscriptionId: string,
  appName: string,
): Promise<readonly string[]> {
  // A quote in OData text is doubled.
  const name = appName.replaceAll("'", "''")
  const items = await listArm(session, {
    method: 'GET',
    path: `/subscriptions/${encodeURIComponent(subscriptionId)}/resources`,
    apiVersion: resourcesApiVersion,
    query: { $filter: `resourceType eq 'Microsoft.Web/sites' and name eq '${name}'` },
    purpose: 'look for the app in the subscription',
  })
  return items
    .map((item) => textAt(item, 'id'))
    .filter((id) =>
      /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.Web\/sites\/[^/?#]+$/i.test(id),
    )
    .filter((id) => id.split('/').at(-1)?.toLowerCase() === appName.toLowerCase())
}

async function notFound(session: Session, appName: string, group?: string): Promise<ActionError> {
  const elsewhere = await searchElsewhere(session, appName, group !== undefined)
  if (elsewhere !== undefined) return elsewhere
  const place = group ?? `the subscription ${session.subscriptionId}`
  const assignee = shellQuote(session.clientId === '' ? '<client-id>' : session.clientId)
  // In a query in a command: whatever is no part of an app's name is left out.
  const name = appName.replace(/[^\w-]/g, '')
  const { seen, advice } = await describeApps(session, appName)
  return azureError(
    'site-not-found',
    `There is no function app '${appName}' in ${place} that this identity may see. ${seen}`,
    {
      hint: [
        `${advice}Check app-name, subscription-id and resource-group. If they are right, the identity has no role on the app yet:`,
        block(
          `az role assignment create --assignee ${assignee} --role 'Website Contributor' --scope "$(az functionapp list --query "[?name=='${name}'].id" --output tsv)"`,
        ),
      ].join('\n'),
    },
  )
}

// Only to say more: a failure here must not hide that the app was not found.
async function searchElsewhere(
  session: Session,
  appName: string,
  isGroupNamed: boolean,
): Promise<ActionError | undefined> {
  try {
    if (isGroupNamed) {
      const here = await sitesNamed(session, session.subscriptionId, appName)
      const group = /\/resourceGroups\/([^/]+)/i.exec(here[0] ?? '')?.[1]
      if (group !== undefined) {
        return azureError(
          'site-not-found',
          `'${appName}' is in the resource group '${group}', not in the one named.`,
          {
            hint: `Set resource-group: ${group}, or leave it out.`,
          },
        )
      }
    }
    const others = (await listSubscriptions(session))
      .filter((one) => one.id !== session.subscriptionId)
      .slice(0, 10)
    for (const other of others) {
      const ids = await sitesNamed(session, other.id, appName)
      if (ids.length > 0) {
        return azureError(
          'site-in-other-subscription',
          `'${appName}' is not in the subscription ${session.subscriptionId} but in '${other.name}' (${other.id}).`,
          { hint: `Set subscription-id: ${other.id}.` },
        )
      }
    }
  } catch (error) {
    session.signal.throwIfAborted()
    session.log.debug(
      `Did not look into other places: ${error instanceof ActionError ? error.message : String(error)}`,
    )
  }
  return undefined
}
