/**
 * Where the app keeps its packages, from its own app settings. Pure. Values of settings pass through and are never
 * put into messages.
 */
import { azureError, type Cloud } from '../http'
import type { Site } from './site'

export type StoragePlace =
  | {
      readonly way: 'identity'
      readonly account: string
      readonly endpoint: string
      /** The app reads with a user-assigned identity that it must be told. */
      readonly isIdentityNamed: boolean
    }
  | { readonly way: 'key'; readonly account: string; readonly key: string; readonly endpoint: string }

/**
 * The places to try, the better one first. With an identity there is no signature that leaks or ends; with a
 * connection string and an identity both are possible, and whether the deployer may write shows at the upload.
 *
 * @param cloud whose blob suffix is used when the settings name only an account
 * @returns one or two places, or none
 * @throws ActionError `blob-storage-setting` when the setting is there but cannot be read
 */
export function storagePlaces(cloud: Cloud, site: Site): readonly StoragePlace[] {
  const { settings } = site
  const isIdentityNamed = (settings.get('WEBSITE_RUN_FROM_PACKAGE_BLOB_MI_RESOURCE_ID') ?? '') !== ''
  const endpointOf = (account: string): string => `https://${account}${cloud.blobHostSuffixes[0] ?? ''}`
  const uri = setting(site, 'blobServiceUri')
  const account = setting(site, 'accountName') || accountOf(uri)
  if (account !== '') {
    if (!/^[a-z0-9]{3,24}$/.test(account))
      throw unreadable('AzureWebJobsStorage__accountName', 'is no storage account')
    return [{ way: 'identity', account, endpoint: uri || endpointOf(account), isIdentityNamed }]
  }
  const text = settings.get('AzureWebJobsStorage') ?? ''
  if (text === '') return []
  const key = readConnectionString(cloud, text)
  return site.hasIdentity
    ? [{ way: 'identity', account: key.account, endpoint: key.endpoint, isIdentityNamed }, key]
    : [key]
}

/**
 * Reads a connection string of a storage account.
 *
 * @param cloud whose suffix is used when the string names none
 * @param text of the setting
 * @returns account, key and blob endpoint
 * @throws ActionError `blob-storage-setting`, without the value
 */
export function readConnectionString(
  cloud: Cloud,
  text: string,
): { readonly way: 'key'; readonly account: string; readonly key: string; readonly endpoint: string } {
  const name = 'AzureWebJobsStorage'
  if (/^@Microsoft\.KeyVault\(/i.test(text.trim())) {
    throw unreadable(name, 'is a Key Vault reference, which only the app itself can read')
  }
  const parts = new Map<string, string>()
  for (const part of text.split(';')) {
    // A key ends with `=`, so only the first one separates.
    const separator = part.indexOf('=')
    if (separator > 0)
      parts.set(part.slice(0, separator).trim().toLowerCase(), part.slice(separator + 1).trim())
  }
  const account = parts.get('accountname') ?? ''
  const key = parts.get('accountkey') ?? ''
  if (account === '' || key === '')
    throw unreadable(name, 'is no connection string with AccountName and AccountKey')
  const suffix = parts.get('endpointsuffix')
  const endpoint =
    parts.get('blobendpoint') ??
    `https://${account}${suffix === undefined ? (cloud.blobHostSuffixes[0] ?? '') : `.blob.${suffix}`}`
  if (!URL.canParse(endpoint) || new URL(endpoint).protocol !== 'https:') {
    throw unreadable(name, 'has a blob endpoint that is not an https URL')
  }
  return { way: 'key', account, key, endpoint }
}

// A colon separates where the host reads configuration from files, two underscores everywhere else.
function setting(site: Site, name: string): string {
  return (
    site.settings.get(`AzureWebJobsStorage__${name}`) ??
    site.settings.get(`AzureWebJobsStorage:${name}`) ??
    ''
  ).trim()
}

function accountOf(uri: string): string {
  if (uri === '') return ''
  if (!URL.canParse(uri) || new URL(uri).protocol !== 'https:') {
    throw unreadable('AzureWebJobsStorage__blobServiceUri', 'is not an https URL')
  }
  return new URL(uri).hostname.split('.')[0] ?? ''
}

function unreadable(name: string, why: string): Error {
  return azureError('blob-storage-setting', `The app setting ${name} ${why}.`, {
    hint: 'Set AzureWebJobsStorage__accountName and give the identities roles on the account, or set AzureWebJobsStorage to a connection string with a key.',
  })
}
