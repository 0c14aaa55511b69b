/**
 * Deployments of templates to a resource group: accepted, running, and done when what the template names is there.
 */
import { randomUUID } from 'node:crypto'
import type { ResourceGroup, TemplateDeployment } from '../app/resource-groups'
import { addRole, isAllowed } from '../entra/identities'
import { pause } from '../server/latencies'
import type { Answer } from '../server/web-server'
import type { RootCall } from './call'
import { armError, resourceNotFound } from './errors'
import { groupFor, readBody } from './resource-groups'
import { evaluated, TemplateError, type TemplateScope } from './template-expressions'
import { type Planned, plannedFrom, type TemplateResource } from './template-resources'

const deployments = 'Microsoft.Resources/deployments'

interface Template {
  readonly parameters?: Readonly<Record<string, { readonly defaultValue?: unknown }>>
  readonly resources?: readonly unknown[]
  readonly outputs?: Readonly<Record<string, { readonly type: string; readonly value: unknown }>>
}

export function putDeployment(call: RootCall): Answer {
  const found = groupFor(call, `${deployments}/write`)
  if ('status' in found) return found
  const { id, group } = found
  const properties = readBody(call.request.body)?.['properties'] as
    | { readonly template?: Template; readonly parameters?: Record<string, { readonly value: unknown }> }
    | undefined
  if (properties?.template === undefined) {
    return armError(400, 'InvalidRequestContent', 'The request content has no template.')
  }
  const name = decodeURIComponent(call.groups['deployment'] ?? '')
  try {
    const parameters = parametersOf(properties.template, properties.parameters ?? {})
    const scope = scopeOf(call, id, group, parameters)
    const resources = evaluated(properties.template.resources ?? [], scope) as TemplateResource[]
    const planned = plannedFrom(resources, id, group)
    const outputs = evaluated(properties.template.outputs ?? {}, scope) as Record<string, unknown>
    const refused = grantRefusal(call, planned)
    if (refused) return refused
    const deployment: TemplateDeployment = {
      name,
      startedAtMs: Date.now(),
      parameters: Object.fromEntries(
        Object.entries(parameters).map(([key, value]) => [key, { type: 'String', value }]),
      ),
      state: 'Accepted',
      endedAtMs: undefined,
      outputs: {},
      resources: [],
      error: undefined,
    }
    const isKnown = group.deployments.has(name)
    group.deployments.set(name, deployment)
    void carryOut(call, group, deployment, planned, outputs)
    return {
      status: isKnown ? 200 : 201,
      headers: {
        'azure-asyncoperation': `https://${call.request.host}${id}/providers/${deployments}/${name}/operationStatuses/${Date.now()}?api-version=${call.request.query.get('api-version')}`,
      },
      body: deploymentBody(id, deployment),
    }
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error
    return armError(400, 'InvalidTemplate', `Deployment template validation failed: '${error.message}'`)
  }
}

export function showDeployment(call: RootCall): Answer {
  const found = groupFor(call, `${deployments}/read`)
  if ('status' in found) return found
  const name = decodeURIComponent(call.groups['deployment'] ?? '')
  const deployment = found.group.deployments.get(name)
  if (!deployment) return resourceNotFound(`${deployments}/${name}`, found.group.name)
  return { status: 200, body: deploymentBody(found.id, deployment) }
}

function parametersOf(
  { parameters = {} }: Template,
  given: Readonly<Record<string, { readonly value: unknown }>>,
): Record<string, unknown> {
  const surplus = Object.keys(given).find((key) => !(key in parameters))
  if (surplus !== undefined) {
    throw new TemplateError(
      `The following parameters were supplied, but do not correspond to any parameters defined in the template: '${surplus}'.`,
    )
  }
  return Object.fromEntries(
    Object.entries(parameters).map(([key, { defaultValue }]) => {
      const value = given[key]?.value ?? defaultValue
      if (value === undefined)
        throw new TemplateError(`The value for the template parameter '${key}' is not provided.`)
      return [key, value]
    }),
  )
}

function scopeOf(
  { parts }: RootCall,
  id: string,
  { name, location }: ResourceGroup,
  parameters: Readonly<Record<string, unknown>>,
): TemplateScope {
  const { identity } = parts.platform
  const blobEndpoint = parts.platform.blobEndpoint()
  return {
    parameters,
    resourceGroup: { id, name, location },
    reference: (of) => {
      if (/\/Microsoft\.Storage\/storageAccounts\/[^/]+$/i.test(of)) {
        const other = (service: string): string => `${blobEndpoint}-${service}/`
        return {
          primaryEndpoints: { blob: `${blobEndpoint}/`, queue: other('queue'), table: other('table') },
        }
      }
      return /\/userAssignedIdentities\/[^/]+$/i.test(of)
        ? { principalId: identity.objectId, clientId: identity.clientId }
        : undefined
    },
    listKeys: () => ({ keys: [{ keyName: 'key1', value: parts.platform.storageKey }] }),
  }
}

/** Roles can only be given by whoever may give them. */
function grantRefusal({ principal }: RootCall, { grants }: Planned): Answer | undefined {
  const action = 'Microsoft.Authorization/roleAssignments/write'
  const refused = grants.find(({ scope }) => !isAllowed(principal, action, scope))
  return (
    refused &&
    armError(
      403,
      'InvalidTemplateDeployment',
      `Deployment failed with multiple errors: 'Authorization failed for template resource of type 'Microsoft.Authorization/roleAssignments'. The client '${principal.clientId}' with object id '${principal.objectId}' does not have permission to perform action '${action}' at scope '${refused.scope}'.'`,
    )
  )
}

async function carryOut(
  { parts }: RootCall,
  group: ResourceGroup,
  deployment: TemplateDeployment,
  planned: Planned,
  outputs: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { deploymentStepMs } = parts.latencies
  await pause(deploymentStepMs)
  deployment.state = 'Running'
  try {
    const taken = planned.apps.find(({ name }) => parts.state.find(name) !== undefined)
    await Promise.all(
      planned.apps.filter(({ name }) => !parts.state.find(name)).map((spec) => parts.platform.create(spec)),
    )
    if (taken && parts.state.find(taken.name, undefined, group.name) === undefined) {
      throw Object.assign(new Error(`Website with given name ${taken.name} already exists.`), {
        code: 'Conflict',
      })
    }
    for (const { principalId, roleId, scope } of planned.grants) {
      const principal = parts.principals.find(({ objectId }) => objectId === principalId)
      if (principal) addRole(principal, roleId, scope)
    }
    group.resources = planned.listed
    await pause(deploymentStepMs)
    deployment.outputs = outputs
    deployment.resources = planned.ids
    deployment.state = 'Succeeded'
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    deployment.error = { code: 'DeploymentFailed', message }
    deployment.state = 'Failed'
  }
  deployment.endedAtMs = Date.now()
}

function deploymentBody(groupId: string, deployment: TemplateDeployment): object {
  const { name, startedAtMs, endedAtMs, parameters, state, outputs, resources, error } = deployment
  const isOver = endedAtMs !== undefined
  return {
    id: `${groupId}/providers/${deployments}/${name}`,
    name,
    type: deployments,
    properties: {
      templateHash: '0',
      parameters,
      mode: 'Incremental',
      provisioningState: state,
      timestamp: new Date(endedAtMs ?? startedAtMs).toISOString(),
      duration: `PT${(((endedAtMs ?? Date.now()) - startedAtMs) / 1000).toFixed(1)}S`,
      correlationId: randomUUID(),
      providers: [],
      dependencies: [],
      ...(isOver ? { outputs, outputResources: resources.map((id) => ({ id })) } : {}),
      ...(error === undefined ? {} : { error }),
    },
  }
}
