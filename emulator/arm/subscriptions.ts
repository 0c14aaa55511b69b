/**
 * ARM calls above a single site: tenants, subscriptions, resource lists, plans, and the resource graph.
 */

import type { App } from '../app/state'
import { isAllowed, seesAnythingIn } from '../entra/identities'
import type { Answer } from '../server/web-server'
import type { ArmParts, RootCall, RootRoute } from './call'
import { armError, authorizationFailed, resourceNotFound } from './errors'
import { deleteGroup, deletionResult, listedIn, putGroup, showGroup } from './resource-groups'
import { planBody, planId, planName, siteBody } from './site-body'
import { functionAppStacks } from './stacks'
import { putDeployment, showDeployment } from './template-deployments'

const groupPath = '/subscriptions/{subscription}/resourceGroups/{group}'

/** Calls from the root that are about the subscription, its resources and its plans. */
export const subscriptionRoutes: readonly RootRoute[] = [
  { method: 'GET', path: '/tenants', handle: tenants },
  { method: 'GET', path: '/subscriptions', handle: subscriptions },
  { method: 'GET', path: '/subscriptions/{subscription}', handle: oneSubscription },
  { method: 'GET', path: '/subscriptions/{subscription}/resources', handle: resources },
  {
    method: 'GET',
    path: '/subscriptions/{subscription}/resourceGroups/{group}/resources',
    handle: resources,
  },
  { method: 'GET', path: '/subscriptions/{subscription}/providers/Microsoft.Web/sites', handle: sites },
  {
    method: 'GET',
    path: '/subscriptions/{subscription}/resourceGroups/{group}/providers/Microsoft.Web/sites',
    handle: sites,
  },
  {
    method: 'GET',
    path: '/subscriptions/{subscription}/resourceGroups/{group}/providers/Microsoft.Web/serverfarms/{plan}',
    handle: plan,
  },
  { method: 'GET', path: '/providers/Microsoft.Web/functionAppStacks', handle: stacks },
  { method: 'GET', path: '/providers/Microsoft.Web/locations/{location}/functionAppStacks', handle: stacks },
  { method: 'POST', path: '/providers/Microsoft.ResourceGraph/resources', handle: resourceGraph },
  { method: 'GET', path: groupPath, handle: showGroup },
  { method: 'PUT', path: groupPath, handle: putGroup },
  { method: 'DELETE', path: groupPath, handle: deleteGroup },
  {
    method: 'GET',
    path: '/subscriptions/{subscription}/operationresults/{operation}',
    handle: deletionResult,
  },
  {
    method: 'GET',
    path: `${groupPath}/providers/Microsoft.Resources/deployments/{deployment}`,
    handle: showDeployment,
  },
  {
    method: 'PUT',
    path: `${groupPath}/providers/Microsoft.Resources/deployments/{deployment}`,
    handle: putDeployment,
  },
]

function stacks({ request }: RootCall): Answer {
  return functionAppStacks(request.query.get('stack'))
}

function tenants({ parts }: RootCall): Answer {
  const { tenantId } = parts.state.subscription
  return {
    status: 200,
    body: {
      value: [{ id: `/tenants/${tenantId}`, tenantId, tenantCategory: 'Home', displayName: 'Emulator' }],
    },
  }
}

function subscriptions({ parts, principal }: RootCall): Answer {
  const { id } = parts.state.subscription
  const isVisible = seesAnythingIn(principal, `/subscriptions/${id}`)
  return { status: 200, body: { value: isVisible ? [subscriptionBody(parts)] : [], count: undefined } }
}

function oneSubscription({ parts, principal }: RootCall): Answer {
  const scope = `/subscriptions/${parts.state.subscription.id}`
  if (seesAnythingIn(principal, scope)) return { status: 200, body: subscriptionBody(parts) }
  return authorizationFailed(principal, 'Microsoft.Resources/subscriptions/read', scope)
}

function subscriptionBody({ state }: ArmParts): object {
  const { id, name, tenantId } = state.subscription
  return {
    id: `/subscriptions/${id}`,
    subscriptionId: id,
    tenantId,
    displayName: name,
    state: 'Enabled',
    authorizationSource: 'RoleBased',
    managedByTenants: [],
    subscriptionPolicies: {
      locationPlacementId: 'Public_2014-09-01',
      quotaId: 'Emulator',
      spendingLimit: 'Off',
    },
  }
}

/** Only what the caller may read is listed: that is how an app-scoped role finds its app. */
function visible({ parts, principal }: RootCall): readonly App[] {
  return parts.state.apps.filter((app) => isAllowed(principal, 'Microsoft.Web/sites/read', app.id))
}

/** A list of a group that is not there is refused as the group itself is. */
function missingGroup(call: RootCall): Answer | undefined {
  if (call.groups['group'] === undefined) return undefined
  const isThere = call.parts.state.groups.find(decodeURIComponent(call.groups['group'])) !== undefined
  return isThere ? undefined : showGroup(call)
}

function resources(call: RootCall): Answer {
  const missing = missingGroup(call)
  if (missing) return missing
  const filter = parseFilter(call.request.query.get('$filter') ?? '')
  if (!filter) {
    return armError(
      400,
      'InvalidFilterInQueryString',
      'Invalid $filter in query string: only eq and and are emulated.',
    )
  }
  const group = call.groups['group']?.toLowerCase()
  const apps = visible(call)
    .filter((app) => group === undefined || app.spec.resourceGroup.toLowerCase() === group)
    .map((app) => ({
      id: app.id,
      name: app.key,
      type: app.slot ? 'Microsoft.Web/sites/slots' : 'Microsoft.Web/sites',
      kind: siteBody(app)['kind'],
      location: app.spec.location,
    }))
  const value = [...(group === undefined ? [] : listedIn(call, decodeURIComponent(group))), ...apps].filter(
    (each) => filter.every(([key, wanted]) => matchesFilter(each, key, wanted)),
  )
  return { status: 200, body: { value } }
}

function parseFilter(text: string): readonly (readonly [string, string])[] | undefined {
  if (text.trim() === '') return []
  const clauses = text.split(/\s+and\s+/i).map((clause) => /^\s*(\w+)\s+eq\s+'([^']*)'\s*$/i.exec(clause))
  return clauses.every((clause) => clause !== null)
    ? clauses.map((clause) => [clause[1]?.toLowerCase() ?? '', clause[2] ?? ''] as const)
    : undefined
}

function matchesFilter(
  resource: { readonly id: string; readonly name: string; readonly type: string },
  key: string,
  wanted: string,
): boolean {
  const own = {
    resourcetype: resource.type,
    name: resource.name,
    resourcegroup: resource.id.split('/')[4] ?? '',
  }
  return key in own && own[key as keyof typeof own].toLowerCase() === wanted.toLowerCase()
}

function sites(call: RootCall): Answer {
  const missing = missingGroup(call)
  if (missing) return missing
  const group = call.groups['group']?.toLowerCase()
  const value = visible(call)
    .filter(
      (app) =>
        app.slot === undefined && (group === undefined || app.spec.resourceGroup.toLowerCase() === group),
    )
    .map((app) => siteBody(app, call.parts.faults.forApp(app.key).front))
  return { status: 200, body: { value, nextLink: null } }
}

function plan({ parts, principal, groups }: RootCall): Answer {
  const wanted = groups['plan']?.toLowerCase() ?? ''
  const group = groups['group'] ?? ''
  const app = parts.state.apps.find((each) => planName(each).toLowerCase() === wanted)
  const scope = app
    ? planId(app)
    : `/subscriptions/${groups['subscription']}/resourceGroups/${group}/providers/Microsoft.Web/serverfarms/${wanted}`
  const action = 'Microsoft.Web/serverfarms/read'
  if (!isAllowed(principal, action, scope)) return authorizationFailed(principal, action, scope)
  if (!app) return resourceNotFound(`Microsoft.Web/serverFarms/${wanted}`, group)
  return { status: 200, body: planBody(app) }
}

/** Understands the one question that clients ask: sites or slots whose name is a given text. */
function resourceGraph(call: RootCall): Answer {
  const query = call.request.body.toString('utf8')
  const name = /name\s*=~?\s*'([^']*)'/i.exec(query)?.[1]?.toLowerCase()
  const data = visible(call)
    .filter((app) => name === undefined || app.key.toLowerCase() === name)
    .map((app) => ({ id: app.id, name: app.key, resourceGroup: app.spec.resourceGroup }))
  return {
    status: 200,
    body: { totalRecords: data.length, count: data.length, data, resultTruncated: 'false' },
  }
}
