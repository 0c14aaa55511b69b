/**
 * Where a token may go: hosts of the chosen cloud or of the endpoints that were set, and nowhere else.
 * Pure. Every request that carries a credential passes through `requireAllowed`.
 */
import { azureError } from './azure-error'
import type { Cloud } from './clouds'

export const hostPurposes = ['arm', 'scm', 'blob'] as const
export type HostPurpose = (typeof hostPurposes)[number]

/**
 * Whether a URL belongs to the cloud, for one purpose.
 *
 * @param cloud the chosen cloud
 * @param purpose what the host is used for
 * @param url an absolute URL
 * @returns true when a token of this purpose may be sent there
 */
export function isAllowedUrl(cloud: Cloud, purpose: HostPurpose, url: string): boolean {
  if (!URL.canParse(url)) return false
  const target = new URL(url)
  if (target.protocol !== 'https:' || target.username !== '' || target.password !== '') return false
  if (target.origin === cloud.armEndpoint) return purpose === 'arm' || cloud.isPrivateArm
  if (purpose === 'arm') return false
  // Real hosts live on the default port; only endpoints that were set explicitly may use another one.
  if (!cloud.isPrivateArm && target.port !== '') return false
  const suffixes = purpose === 'blob' ? cloud.blobHostSuffixes : cloud.siteHostSuffixes
  const host = target.hostname.toLowerCase()
  if (!suffixes.some((suffix) => host.endsWith(suffix) || `.${host}` === suffix)) return false
  // Every SCM host has the label `scm`, regional ones included (app-hash.scm.region-01.azurewebsites.net).
  return purpose !== 'scm' || cloud.isPrivateArm || host.split('.').includes('scm')
}

/**
 * The same rule, as a guard.
 *
 * @param cloud the chosen cloud
 * @param purpose what the host is used for
 * @param url an absolute URL
 * @returns the parsed URL
 * @throws ActionError `azure-host-not-allowed`, before anything is sent
 */
export function requireAllowed(cloud: Cloud, purpose: HostPurpose, url: string): URL {
  if (isAllowedUrl(cloud, purpose, url)) return new URL(url)
  const host = URL.canParse(url) ? new URL(url).host : url.slice(0, 100)
  throw azureError(
    'azure-host-not-allowed',
    `'${host}' is not a ${purpose} host of ${cloud.name}, so no token was sent to it.`,
    {
      hint: cloud.isPrivateArm
        ? 'AZURE_RESOURCE_MANAGER_ENDPOINT is set: name the host suffix in AZURE_SCM_HOST_SUFFIX, or unset both.'
        : 'Check the input cloud: the app may be in another cloud.',
    },
  )
}
