/** Which function apps an identity sees, for a name that was not found: those with a similar name first. Reads only. */
import { messageOf } from '../../errors'
import { textAt } from '../../text/json-value'
import { closestName, similarFirst } from '../../text/name-distance'
import { listArm, type Session } from '../sign-in'

const shownApps = 10

/**
 * Describes the function apps of the subscription.
 *
 * @param wanted the name that was not found
 * @returns a sentence about what there is, and the name of the one that was surely meant; it never fails
 */
export async function describeApps(
  session: Session,
  wanted: string,
): Promise<{ readonly seen: string; readonly meant?: string }> {
  const apps = await readApps(session)
  const place = `in the subscription ${session.subscriptionId}`
  if (apps === undefined) return { seen: `The run looked ${place}.` }
  if (apps.length === 0) return { seen: `The identity sees no function app at all ${place}.` }
  const names = apps.map(({ name }) => name)
  const sorted = similarFirst(wanted, names)
  const shown = sorted.slice(0, shownApps).map((name) => {
    const group = apps.find((app) => app.name === name)?.group ?? ''
    return `'${name}' (${group})`
  })
  const more = sorted.length > shownApps ? ` and ${sorted.length - shownApps} more` : ''
  const meant = closestName(wanted, names)
  return {
    seen: `The identity sees ${shown.join(', ')}${more} ${place}.`,
    ...(meant === undefined ? {} : { meant }),
  }
}

async function readApps(
  session: Session,
): Promise<readonly { readonly name: string; readonly group: string }[] | undefined> {
  try {
    const items = await listArm(session, {
      method: 'GET',
      path: `/subscriptions/${encodeURIComponent(session.subscriptionId)}/resources`,
      apiVersion: '2024-11-01',
      query: { $filter: "resourceType eq 'Microsoft.Web/sites'" },
      purpose: 'list the apps of the subscription',
    })
    return items
      .filter((item) => /functionapp/i.test(textAt(item, 'kind')))
      .map((item) => ({
        name: textAt(item, 'name').slice(0, 100),
        group: /\/resourceGroups\/([^/]+)/i.exec(textAt(item, 'id'))?.[1] ?? '',
      }))
  } catch (error) {
    session.signal.throwIfAborted()
    session.log.debug(`The apps could not be listed: ${messageOf(error)}`)
    return undefined
  }
}
