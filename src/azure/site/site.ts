/** Finds the function app and reads what the deployment needs to know about it. Reads only. */

import { ActionError } from '../../errors'
import { type Plan, planRules } from '../../functions/plans'
import { at, listAt, numberAt, textAt, textsAt } from '../../text/json-value'
import { azureError } from '../http'
import { readArm, type Session } from '../sign-in'
import { AppSettings, readAppSettings } from './app-settings'
import {
  type DeploymentStorage,
  type Identities,
  readDeploymentStorage,
  readIdentities,
} from './flex-storage'
import { planOf } from './plan'
import { findSite, readSite, readSlot } from './site-search'

export interface SiteRequest {
  readonly appName: string
  /** Empty for the app itself. */
  readonly slotName: string
  /** Empty: found by name. */
  readonly resourceGroup: string
}

export interface Site {
  readonly appName: string
  /** Empty for the app itself. */
  readonly slotName: string
  readonly resourceGroup: string
  /** Of the site or slot, the root of all further calls. */
  readonly resourceId: string
  readonly plan: Plan
  readonly kind: string
  readonly sku: string
  readonly location: string
  /** For example `Running` or `Stopped`. */
  readonly state: string
  /** For example `https://app.azurewebsites.net`. */
  readonly appUrl: string
  /** With a port only where the resource manager is replaced. */
  readonly scmHost: string
  /** `functionAppConfig.runtime`, Flex only; both `''` elsewhere. */
  readonly runtime: { readonly name: string; readonly version: string }
  /** Empty as well when they may not be read. */
  readonly settings: AppSettings
  /** Why the settings may not be read; nothing is decided by them then. */
  readonly settingsRefusal?: ActionError
  /** The quota of the plan is used up, and Azure has stopped the app until it is renewed. */
  readonly isQuotaExceeded: boolean
  /** Dedicated only; true where it has no meaning. */
  readonly isAlwaysOn: boolean
  readonly isPublic: boolean
  readonly hasIdentity: boolean
  readonly identities: Identities
  /** Flex only. */
  readonly deploymentStorage?: DeploymentStorage
}

/**
 * Looks the app up: directly with a resource group, by its name in the subscription without one.
 *
 * @param request the inputs `app-name`, `slot-name`, `resource-group`
 * @throws ActionError of the codes `site-…` and `azure-…`; HttpError when Azure does not answer
 */
export async function lookUpSite(session: Session, request: SiteRequest): Promise<Site> {
  const production =
    request.resourceGroup === ''
      ? await readSite(session, await findSite(session, request.appName))
      : await readSite(session, idOf(session, request))
  const plan = planFrom(request, production.body)
  if (request.slotName !== '' && !planRules[plan].hasSlots) {
    throw azureError(
      'site-slot-on-flex',
      `'${request.appName}' is on ${planRules[plan].title}, which has no slots.`,
      {
        hint: 'Leave slot-name and swap-with out, or use a second app for staging: slots are a matter of Elastic Premium and Dedicated plans.',
      },
    )
  }
  const isProduction = request.slotName === '' || request.slotName.toLowerCase() === 'production'
  const found = isProduction ? production : await readSlot(session, production.id, request.slotName)
  const [known, isAlwaysOn] = await Promise.all([
    readSettings(session, found.id, plan),
    plan === 'dedicated' ? readAlwaysOn(session, found.id) : true,
  ])
  const { body } = found
  const state = textAt(body, 'properties', 'state')
  const usage = textAt(body, 'properties', 'usageState')
  const deploymentStorage = readDeploymentStorage(body)
  return {
    appName: request.appName,
    slotName: isProduction ? '' : request.slotName,
    resourceGroup: /\/resourceGroups\/([^/]+)/i.exec(production.id)?.[1] ?? '',
    resourceId: found.id,
    plan,
    kind: textAt(body, 'kind'),
    sku: textAt(body, 'properties', 'sku'),
    location: textAt(body, 'location'),
    state,
    appUrl: `https://${hostAt(request, textAt(body, 'properties', 'defaultHostName'), 'default')}`,
    scmHost: hostAt(request, scmHostOf(body), 'SCM'),
    runtime: {
      name: textAt(body, 'properties', 'functionAppConfig', 'runtime', 'name'),
      version: textAt(body, 'properties', 'functionAppConfig', 'runtime', 'version'),
    },
    ...known,
    isQuotaExceeded: /^exceeded$/i.test(usage) || /^quotaexceeded$/i.test(state),
    isAlwaysOn,
    isPublic: textAt(body, 'properties', 'publicNetworkAccess').toLowerCase() !== 'disabled',
    hasIdentity: /assigned/i.test(textAt(body, 'identity', 'type')),
    identities: readIdentities(body),
    ...(deploymentStorage === undefined ? {} : { deploymentStorage }),
  }
}

/** A deployment over the SCM site does without the settings; one over the storage begins with them. */
async function readSettings(
  session: Session,
  resourceId: string,
  plan: Plan,
): Promise<Pick<Site, 'settings' | 'settingsRefusal'>> {
  try {
    const { settings } = await readAppSettings(session, resourceId)
    return { settings }
  } catch (error) {
    const isRefusal = error instanceof ActionError && /^azure-(?:role-missing|forbidden)$/.test(error.code)
    if (!isRefusal || planRules[plan].way === 'blob') throw error
    return { settings: new AppSettings([]), settingsRefusal: error }
  }
}

function idOf(session: Session, request: SiteRequest): string {
  const segments = [session.subscriptionId, request.resourceGroup, request.appName].map(encodeURIComponent)
  return `/subscriptions/${segments[0]}/resourceGroups/${segments[1]}/providers/Microsoft.Web/sites/${segments[2]}`
}

function planFrom(request: SiteRequest, body: unknown): Plan {
  const environment = at(body, 'properties', 'managedEnvironmentId')
  const flex = at(body, 'properties', 'functionAppConfig')
  return planOf({
    appName: request.appName,
    kind: textAt(body, 'kind'),
    sku: textAt(body, 'properties', 'sku'),
    isReserved: at(body, 'properties', 'reserved') === true,
    linuxFxVersion: textAt(body, 'properties', 'siteConfig', 'linuxFxVersion'),
    isInManagedEnvironment: typeof environment === 'string' && environment !== '',
    isFlexConfigured: typeof flex === 'object' && flex !== null,
  })
}

// The host is taken from the site and never built from its name: new apps have regional hosts with a hash.
function scmHostOf(body: unknown): string {
  const states = listAt(body, 'properties', 'hostNameSslStates')
  const repository = states.find((state) => {
    // Azure writes the type as a word, older versions as a number.
    return textAt(state, 'hostType').toLowerCase() === 'repository' || numberAt(state, 'hostType') === 1
  })
  const enabled = textsAt(body, 'properties', 'enabledHostNames').find((host) =>
    host.split('.').includes('scm'),
  )
  return textAt(repository, 'name') || (enabled ?? '')
}

function hostAt(request: SiteRequest, host: string, which: string): string {
  if (/^[A-Za-z0-9.-]+(?::\d{1,5})?$/.test(host)) return host.toLowerCase()
  throw azureError('site-host-missing', `Azure names no ${which} host for '${request.appName}'.`, {
    hint: 'The app may still be being created: run the job again in a few minutes.',
  })
}

async function readAlwaysOn(session: Session, resourceId: string): Promise<boolean> {
  const body = await readArm(session, {
    method: 'GET',
    path: `${resourceId}/config/web`,
    purpose: 'read the site configuration',
  })
  return at(body, 'properties', 'alwaysOn') !== false
}
