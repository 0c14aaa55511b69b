/**
 * Who may do what: app registrations with their federated credentials, and role assignments by scope.
 * Checks are by role definition only; there are no groups, deny assignments or conditions.
 */
export interface FederatedCredential {
  readonly issuer: string
  readonly subject: string
  readonly audience: string
}

export interface RoleAssignment {
  /** A built-in role of `roleDefinitions`, or the actions of a custom role. */
  readonly role: RoleName | readonly string[]
  /** ARM id; the role holds there and below. */
  readonly scope: string
}

export interface Principal {
  readonly tenantId: string
  readonly clientId: string
  readonly objectId: string
  readonly federated: readonly FederatedCredential[]
  roles: readonly RoleAssignment[]
  /** An app registration without enterprise application in the tenant gives AADSTS7000229; true when absent. */
  readonly hasServicePrincipal?: boolean
}

/** Actions and data actions of the built-in roles that matter for a deployment. */
export const roleDefinitions = {
  Owner: ['*'],
  Contributor: ['*'],
  Reader: ['*/read'],
  'Website Contributor': [
    'Microsoft.Web/sites/*',
    'Microsoft.Web/serverFarms/read',
    'Microsoft.Web/serverFarms/join/action',
    'Microsoft.Resources/subscriptions/resourceGroups/read',
  ],
  'Storage Blob Data Contributor': [
    'Microsoft.Storage/storageAccounts/blobServices/containers/*',
    'Microsoft.Storage/storageAccounts/blobServices/generateUserDelegationKey/action',
  ],
  'Storage Blob Data Reader': ['Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read'],
} as const satisfies Record<string, readonly string[]>

/** Of the roles that templates give, by the last part of the id of their definition. */
const roleIds: Readonly<Record<string, RoleName>> = {
  'ba92f5b4-2d11-453d-a403-e96b0029c9fe': 'Storage Blob Data Contributor',
  '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1': 'Storage Blob Data Reader',
}

/**
 * Gives a role; one that is not emulated gives nothing.
 *
 * @param roleId last part of the id of its definition
 * @param scope ARM id
 */
export function addRole(principal: Principal, roleId: string, scope: string): void {
  const role = roleIds[roleId]
  if (role !== undefined) principal.roles = [...principal.roles, { role, scope }]
}

export type RoleName = keyof typeof roleDefinitions

/**
 * Whether a principal may perform an action on a scope, as Azure RBAC evaluates role definitions.
 *
 * @param principal whose roles count
 * @param action for example `Microsoft.Web/sites/read`; compared without regard to case
 * @param scope ARM id
 */
export function isAllowed(principal: Principal, action: string, scope: string): boolean {
  return principal.roles.some((assignment) => {
    const within = `${scope}/`
      .toLowerCase()
      .startsWith(`${assignment.scope.replace(/\/$/, '')}/`.toLowerCase())
    if (!within) return false
    const actions: readonly string[] =
      typeof assignment.role === 'string' ? roleDefinitions[assignment.role] : assignment.role
    return actions.some((pattern) => matches(pattern, action))
  })
}

/**
 * Whether a principal has any role at the scope or below it: what lists show.
 *
 * @param principal whose roles count
 * @param scope ARM id
 */
export function seesAnythingIn(principal: Principal, scope: string): boolean {
  const folder = `${scope.replace(/\/$/, '')}/`.toLowerCase()
  return principal.roles.some((assignment) => {
    const held = `${assignment.scope.replace(/\/$/, '')}/`.toLowerCase()
    return held.startsWith(folder) || folder.startsWith(held)
  })
}

function matches(pattern: string, action: string): boolean {
  const source = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')
  return new RegExp(`^${source}$`, 'i').test(action)
}
