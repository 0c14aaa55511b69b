/**
 * Whether a Flex app can get into the container that it takes its packages from: the setting or identity may be missing.
 * Pure; whether the account lets it in only a deployment tells.
 */

import type { Finding } from '../../findings'
import { block } from '../../text/passages'
import { shellQuote } from '../../text/shell-quote'
import { azureFinding } from '../http'
import type { Site } from './site'
import { siteOptions } from './site-commands'

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
    if (value !== undefined && value !== '') return
    yield azureFinding(
      'error',
      'site-deployment-storage',
      `${found} the app setting '${name}', which the app does not have.`,
      `Set ${name} to the connection string of the storage account, or use an identity:\n${block(`${configure} SystemAssignedIdentity`)}`,
    )
  }
  if (way === 'systemassignedidentity' && !identities.isSystemAssigned) {
    yield azureFinding(
      'error',
      'site-deployment-storage',
      `${found} the system-assigned identity of the app, and the app has none.`,
      `${block(`az functionapp identity assign ${siteOptions(site)}`)}\nThen give it Storage Blob Data Contributor on the account.`,
    )
  }
  const isAssigned = identities.userAssigned.some((id) => id.toLowerCase() === identityId.toLowerCase())
  if (way === 'userassignedidentity' && identityId !== '' && !isAssigned) {
    yield azureFinding(
      'error',
      'site-deployment-storage',
      `${found} the identity '${identityId}', which is not assigned to the app.`,
      block(`az functionapp identity assign ${siteOptions(site)} --identities ${shellQuote(identityId)}`),
    )
  }
}
