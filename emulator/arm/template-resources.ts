/**
 * What the resources of a template are in the emulator: an app with its slots, roles, and names in a list.
 * Pure: a template with its expressions evaluated in, descriptions out.
 */
import type { Plan } from '../../src/functions/plans'
import { type AppSpec, anApp, type SlotSpec } from '../app/apps'
import type { ListedResource, ResourceGroup } from '../app/resource-groups'
import { TemplateError } from './template-expressions'

export interface TemplateResource {
  readonly type: string
  readonly name: string
  readonly location?: string
  readonly kind?: string
  readonly scope?: string
  readonly tags?: Readonly<Record<string, string>>
  readonly sku?: { readonly name?: string }
  readonly identity?: { readonly userAssignedIdentities?: Readonly<Record<string, unknown>> }
  readonly properties?: Readonly<Record<string, unknown>>
}

export interface RoleGrant {
  readonly principalId: string
  /** The last part of the role definition's id. */
  readonly roleId: string
  /** ARM id. */
  readonly scope: string
}

export interface Planned {
  readonly apps: readonly AppSpec[]
  readonly listed: readonly ListedResource[]
  readonly grants: readonly RoleGrant[]
  /** ARM ids of everything. */
  readonly ids: readonly string[]
}

const listedTypes = ['microsoft.storage/storageaccounts', 'microsoft.managedidentity/userassignedidentities']
const silentTypes = [
  'microsoft.storage/storageaccounts/blobservices/containers',
  'microsoft.authorization/roleassignments',
  'microsoft.web/serverfarms',
  'microsoft.web/sites',
  'microsoft.web/sites/slots',
]

/**
 * @param groupId ARM id of the resource group
 * @throws TemplateError when a resource is of a type that is not emulated, or the app's plan is not in the template
 */
export function plannedFrom(
  resources: readonly TemplateResource[],
  groupId: string,
  { name: resourceGroup }: Pick<ResourceGroup, 'name'>,
): Planned {
  const unknown = resources.find(({ type }) => ![...listedTypes, ...silentTypes].includes(type.toLowerCase()))
  if (unknown) throw new TemplateError(`The emulator makes no resource of the type '${unknown.type}'.`)
  const of = (type: string) => resources.filter((each) => each.type.toLowerCase() === type)
  const grants = of('microsoft.authorization/roleassignments').map(
    ({ scope = '', properties = {} }): RoleGrant => ({
      principalId: String(properties['principalId']),
      roleId: String(properties['roleDefinitionId']).split('/').at(-1) ?? '',
      scope: scope === '' ? groupId : idOf(groupId, ...splitScope(scope)),
    }),
  )
  const slots = of('microsoft.web/sites/slots')
  const apps = of('microsoft.web/sites').map((site) => {
    const plan = of('microsoft.web/serverfarms').find(
      ({ name }) => String(site.properties?.['serverFarmId']).split('/').at(-1) === name,
    )
    if (!plan) throw new TemplateError(`The plan of '${site.name}' is not in the template.`)
    return appOf(site, plan, {
      resourceGroup,
      slots: slots.filter(({ name }) => name.startsWith(`${site.name}/`)).map(slotOf),
    })
  })
  const listed = resources
    .filter(({ type }) => listedTypes.includes(type.toLowerCase()))
    .map(
      (each): ListedResource => ({
        id: idOf(groupId, each.type, each.name),
        name: each.name,
        type: each.type,
        location: each.location ?? '',
        ...(each.kind === undefined ? {} : { kind: each.kind }),
        tags: each.tags ?? {},
      }),
    )
  return { apps, listed, grants, ids: resources.map(({ type, name }) => idOf(groupId, type, name)) }
}

function appOf(
  site: TemplateResource,
  plan: TemplateResource,
  given: Pick<AppSpec, 'resourceGroup' | 'slots'>,
): AppSpec {
  const config = site.properties?.['functionAppConfig'] as
    | {
        readonly runtime?: AppSpec['runtime']
        readonly deployment?: {
          readonly storage?: { readonly authentication?: AppSpec['deploymentAuthentication'] }
        }
      }
    | undefined
  const [identityId] = Object.keys(site.identity?.userAssignedIdentities ?? {})
  const authentication = config?.deployment?.storage?.authentication
  return anApp({
    name: site.name,
    plan: planOf(plan.sku?.name ?? ''),
    planName: plan.name,
    location: site.location ?? '',
    settings: settingsOf(site),
    storage: 'none',
    tags: site.tags ?? {},
    ...given,
    ...(config?.runtime === undefined ? {} : { runtime: config.runtime }),
    ...(identityId === undefined ? { canReadBlobs: false } : { identityId }),
    ...(authentication === undefined
      ? {}
      : { deploymentAuthentication: { ...authentication, type: authentication.type.toLowerCase() } }),
  })
}

function slotOf(slot: TemplateResource): SlotSpec {
  return { name: slot.name.split('/')[1] ?? '', settings: settingsOf(slot) }
}

function settingsOf({ properties }: TemplateResource): Record<string, string> {
  const config = properties?.['siteConfig'] as
    | { readonly appSettings?: readonly { readonly name: string; readonly value: unknown }[] }
    | undefined
  return Object.fromEntries((config?.appSettings ?? []).map(({ name, value }) => [name, String(value)]))
}

function planOf(sku: string): Plan {
  if (/^FC/i.test(sku)) return 'flex-consumption'
  if (/^EP/i.test(sku)) return 'elastic-premium'
  return /^Y/i.test(sku) ? 'consumption' : 'dedicated'
}

/** `Microsoft.Storage/storageAccounts/name` into type and name. */
function splitScope(scope: string): readonly [string, string] {
  const [provider = '', type = '', name = ''] = scope.split('/')
  return [`${provider}/${type}`, name]
}

function idOf(groupId: string, type: string, name: string): string {
  const [provider = '', ...types] = type.split('/')
  const names = name.split('/')
  return [groupId, 'providers', provider, ...types.flatMap((each, at) => [each, names[at] ?? ''])].join('/')
}
