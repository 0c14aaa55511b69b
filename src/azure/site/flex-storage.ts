/** The identities of an app, and with what a Flex app gets into the container of its packages, as Azure says it. Pure. */
import { at, textAt } from '../../text/json-value'

export interface Identities {
  readonly isSystemAssigned: boolean
  /** Resource ids. */
  readonly userAssigned: readonly string[]
}

/** `functionAppConfig.deployment.storage.authentication`; texts are empty where Azure says nothing. */
export interface DeploymentStorage {
  /** For example `SystemAssignedIdentity`. */
  readonly authentication: string
  readonly identityId: string
  readonly settingName: string
}

/** The identities of a site resource. */
export function readIdentities(body: unknown): Identities {
  const assigned = at(body, 'identity', 'userAssignedIdentities')
  return {
    isSystemAssigned: /systemassigned/i.test(textAt(body, 'identity', 'type')),
    userAssigned: typeof assigned === 'object' && assigned !== null ? Object.keys(assigned) : [],
  }
}

/** The deployment storage of a site resource; undefined where it says nothing of one. */
export function readDeploymentStorage(body: unknown): DeploymentStorage | undefined {
  const storage = at(body, 'properties', 'functionAppConfig', 'deployment', 'storage')
  const authentication = textAt(storage, 'authentication', 'type')
  if (authentication === '') return undefined
  return {
    authentication,
    identityId: textAt(storage, 'authentication', 'userAssignedIdentityResourceId'),
    settingName: textAt(storage, 'authentication', 'storageAccountConnectionStringName'),
  }
}
