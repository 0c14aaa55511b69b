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
    throw await notFound(session, appName, {
      name: group,
      isThere: readArmError(answer.body).code !== 'ResourceGroupNotFound',
    })
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

/** The input `resource-group`. */
interface NamedGroup {
  readonly name: string
  readonly isThere: boolean
}

async function notFound(session: Session, appName: string, group?: NamedGroup): Promise<ActionError> {
  const elsewhere = await searchElsewhere(session, appName, group !== undefined)
  if (elsewhere !== undefined) return elsewhere
  const { seen, meant } = await describeApps(session, appName)
  const guess = meant === undefined ? '' : `Did you mean app-name: ${meant}? `
  const assignee = shellQuote(session.clientId === '' ? '<client-id>' : session.clientId)
  // In a query in a command: whatever is no part of an app's name is left out.
  const name = appName.replace(/[^\w-]/g, '')
  const command = block(
    `az role assignment create --assignee ${assignee} --role 'Website Contributor' --scope "$(az functionapp list --query "[?name=='${name}'].id" --output tsv)"`,
  )
  // Who may not read a group gets 403 for it, so a 404 is about the names.
  const isName = meant !== undefined || group !== undefined
  const hint = isName
    ? `${guess}Check app-name, subscription-id and resource-group. If they are right, the identity has no role on the app. This command gives it one:\n${command}`
    : `If the app exists, give the identity a role on it. A new role takes a few minutes to apply.\n${command}\nIf the app does not exist, correct app-name or subscription-id.`
  return azureError('site-not-found', `${headlineOf(appName, meant, group)} ${seen}`, { hint })
}

/** The likelier cause first; the sentence is the headline of the summary. */
function headlineOf(appName: string, meant: string | undefined, group: NamedGroup | undefined): string {
  if (group?.isThere === false) return `There is no resource group '${group.name}'.`
  if (group !== undefined) return `The resource group '${group.name}' has no app '${appName}'.`
  if (meant !== undefined) return `There is no app '${appName}', or the identity has no role on it.`
  return `The identity has no role on '${appName}', or there is no such app.`
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
          `'${appName}' is in the resource group '${group}', not in the one that resource-group names.`,
          { hint: `Set resource-group: ${group}, or remove the input.` },
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
          `'${appName}' is in the subscription '${other.name}' (${other.id}), not in ${session.subscriptionId}.`,
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
