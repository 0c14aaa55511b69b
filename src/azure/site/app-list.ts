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
 * @returns a sentence about what there is, and what to do when one of them was surely meant; it never fails
 */
export async function describeApps(
  session: Session,
  wanted: string,
): Promise<{ readonly seen: string; readonly advice: string }> {
  const apps = await readApps(session)
  if (apps === undefined) return { seen: '', advice: '' }
  if (apps.length === 0) return { seen: 'It sees no function app there at all.', advice: '' }
  const names = apps.map(({ name }) => name)
  const sorted = similarFirst(wanted, names)
  const shown = sorted.slice(0, shownApps).map((name) => {
    const group = apps.find((app) => app.name === name)?.group ?? ''
    return `'${name}' (${group})`
  })
  const more = sorted.length > shownApps ? ` and ${sorted.length - shownApps} more` : ''
  const meant = closestName(wanted, names)
  return {
    seen: `It sees ${shown.join(', ')}${more}.`,
    advice: meant === undefined ? '' : `Did you mean app-name: ${meant}? `,
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
