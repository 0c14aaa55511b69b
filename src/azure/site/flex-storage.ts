/**
 * The container that a Flex app takes its packages from, and with what the app gets in: a setting or an identity, of
 * which one may be missing. Pure; whether the account lets it in only a deployment tells.
 */
import type { Finding } from '../../findings'
import { at, textAt } from '../../text/json-value'
import { azureFinding } from '../http'
import type { Site } from './site'
import { siteOptions } from './site-commands'

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

/** The name that a portal and the CLI give the setting. */
const usualSetting = 'DEPLOYMENT_STORAGE_CONNECTION_STRING'

/** Finds a deployment storage that the app cannot get into. */
export function* checkDeploymentStorage(site: Site): Generator<Finding> {
  const { appName, deploymentStorage, identities } = site
  if (site.plan !== 'flex-consumption' || deploymentStorage === undefined) return
  const { authentication, identityId, settingName } = deploymentStorage
  const way = authentication.toLowerCase()
  const found = `The deployment storage of '${appName}' is used with`
  const configure = `az functionapp deployment config set ${siteOptions(site)} --deployment-storage-auth-type`
  if (way === 'storageaccountconnectionstring' && site.settingsRefusal === undefined) {
    const name = settingName === '' ? usualSetting : settingName
    const value = site.settings.get(name)
    const isThere = value !== undefined && value !== ''
    if (isThere || site.connectionStrings.some((one) => one.name.toLowerCase() === name.toLowerCase())) return
    yield azureFinding(
      'error',
      'site-deployment-storage',
      `${found} the app setting '${name}', which the app does not have.`,
      `Set ${name} to the connection string of the storage account, or use an identity: ${configure} SystemAssignedIdentity`,
    )
  }
  if (way === 'systemassignedidentity' && !identities.isSystemAssigned) {
    yield azureFinding(
      'error',
      'site-deployment-storage',
      `${found} the system-assigned identity of the app, and the app has none.`,
      `az functionapp identity assign ${siteOptions(site)}\nThen give it Storage Blob Data Contributor on the account.`,
    )
  }
  const isAssigned = identities.userAssigned.some((id) => id.toLowerCase() === identityId.toLowerCase())
  if (way === 'userassignedidentity' && identityId !== '' && !isAssigned) {
    yield azureFinding(
      'error',
      'site-deployment-storage',
      `${found} the identity '${identityId}', which is not assigned to the app.`,
      `az functionapp identity assign ${siteOptions(site)} --identities ${identityId}`,
    )
  }
}
