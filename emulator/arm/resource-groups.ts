/**
 * Resource groups: created, shown, deleted (which takes a while), and what is in one.
 */
import { randomUUID } from 'node:crypto'
import type { ListedResource, ResourceGroup } from '../app/resource-groups'
import { isAllowed } from '../entra/identities'
import type { Answer } from '../server/web-server'
import type { RootCall } from './call'
import { armError, authorizationFailed } from './errors'
import { lockRefusal } from './locks'
import { planId, planName } from './site-body'

const actions = 'Microsoft.Resources/subscriptions/resourceGroups'

/** A group of that name that the caller may do this with, or the refusal. */
export function groupFor(
  { parts, principal, groups }: RootCall,
  action: string,
): { readonly id: string; readonly group: ResourceGroup } | Answer {
  const name = decodeURIComponent(groups['group'] ?? '')
  const id = `/subscriptions/${parts.state.subscription.id}/resourceGroups/${name}`
  if (!isAllowed(principal, action, id)) return authorizationFailed(principal, action, id)
  const group = parts.state.groups.find(name)
  return group ? { id, group } : groupNotFound(name)
}

export function groupNotFound(name: string): Answer {
  return armError(404, 'ResourceGroupNotFound', `Resource group '${name}' could not be found.`)
}

export function showGroup(call: RootCall): Answer {
  const found = groupFor(call, `${actions}/read`)
  return 'status' in found ? found : { status: 200, body: groupBody(found.id, found.group) }
}

export function putGroup({ parts, principal, request, groups }: RootCall): Answer {
  const name = decodeURIComponent(groups['group'] ?? '')
  const id = `/subscriptions/${parts.state.subscription.id}/resourceGroups/${name}`
  if (!isAllowed(principal, `${actions}/write`, id))
    return authorizationFailed(principal, `${actions}/write`, id)
  const wanted = readBody(request.body)
  if (typeof wanted?.['location'] !== 'string') {
    return armError(400, 'LocationRequired', 'The location property is required for this definition.')
  }
  const known = parts.state.groups.find(name)
  if (known?.isDeleting) {
    return armError(
      409,
      'ResourceGroupBeingDeleted',
      `The resource group '${name}' is in deprovisioning state and cannot perform this operation.`,
    )
  }
  const tags = (wanted['tags'] ?? {}) as Record<string, string>
  const group = known ?? parts.state.groups.add(name, wanted['location'], tags)
  group.tags = tags
  return { status: known ? 200 : 201, body: groupBody(id, group) }
}

/** Answers at once; what is in the group goes while the caller asks. */
export function deleteGroup(call: RootCall): Answer {
  const { parts, request } = call
  const found = groupFor(call, `${actions}/delete`)
  if ('status' in found) return found
  const { group, id } = found
  const apps = parts.state.apps.filter(({ spec }) => sameName(spec.resourceGroup, group.name))
  const locked = lockRefusal(parts.faults, 'DELETE', id, apps)
  if (locked) return locked
  const operation = randomUUID().replaceAll('-', '')
  parts.state.groups.deletions.set(operation, false)
  group.isDeleting = true
  setTimeout(() => {
    void parts.platform.remove(group.name).then(() => {
      parts.state.groups.remove(group.name)
      parts.state.groups.deletions.set(operation, true)
    })
  }, parts.latencies.deploymentStepMs).unref()
  return { status: 202, headers: waiting(call, operation, request.query.get('api-version') ?? '') }
}

export function deletionResult(call: RootCall): Answer {
  const operation = call.groups['operation'] ?? ''
  const isDone = call.parts.state.groups.deletions.get(operation)
  if (isDone === undefined) return armError(404, 'NotFound', `The operation '${operation}' was not found.`)
  if (isDone) return { status: 200 }
  return { status: 202, headers: waiting(call, operation, call.request.query.get('api-version') ?? '') }
}

function waiting({ parts, request }: RootCall, operation: string, version: string): Record<string, string> {
  const path = `/subscriptions/${parts.state.subscription.id}/operationresults/${operation}`
  return {
    location: `https://${request.host}${path}?api-version=${version}`,
    'retry-after': String(parts.latencies.groupRetryAfterSeconds),
  }
}

/** What is in a group besides apps and their slots. */
export function listedIn({ parts, principal }: RootCall, name: string): readonly ListedResource[] {
  const isReadable = ({ id, type }: ListedResource): boolean => isAllowed(principal, `${type}/read`, id)
  const plans = parts.state.apps
    .filter((app) => app.slot === undefined && app.spec.planName !== undefined)
    .filter((app) => sameName(app.spec.resourceGroup, name))
    .map(
      (app): ListedResource => ({
        id: planId(app),
        name: planName(app),
        type: 'Microsoft.Web/serverFarms',
        kind: 'functionapp,linux',
        location: app.spec.location,
      }),
    )
  return [...(parts.state.groups.find(name)?.resources ?? []), ...plans].filter(isReadable)
}

function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

function groupBody(id: string, { name, location, tags, isDeleting }: ResourceGroup): object {
  return {
    id,
    name,
    type: 'Microsoft.Resources/resourceGroups',
    location,
    tags,
    properties: { provisioningState: isDeleting ? 'Deleting' : 'Succeeded' },
  }
}

/** The object of a JSON body; undefined when it is none. */
export function readBody(body: Buffer): Readonly<Record<string, unknown>> | undefined {
  try {
    const read: unknown = JSON.parse(body.toString('utf8'))
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
