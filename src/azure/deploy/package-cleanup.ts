/** Removes packages of ours that nothing points to any more. Its failures never fail a deployment. */

import { messageOf } from '../../errors'
import type { Finding } from '../../findings'
import { azureFinding } from '../http'
import type { DeployContext } from './deploy-context'
import type { PackageStore } from './package-store'

const kept = 5

/**
 * Removes all but the newest five packages of this app.
 *
 * @param store where they are
 * @param prefix of their names
 * @param inUse names, or addresses that contain a name, that must stay
 * @returns a notice when something could not be removed
 * @throws the reason of the signal
 */
export async function removeOldPackages(
  context: DeployContext,
  store: PackageStore,
  prefix: string,
  inUse: readonly string[],
): Promise<readonly Finding[]> {
  const addresses = inUse.map((address) => decodeAddress(address))
  try {
    // Names begin with the time, so their order is their age; only names of our own form are looked at.
    const names = (await store.list(prefix)).filter((name) => isOurName(name.slice(prefix.length))).sort()
    const old = names.slice(0, -kept).filter((name) => !addresses.some((address) => address.includes(name)))
    for (const name of old) await store.remove(name)
    if (old.length > 0) context.request.log.debug(`Removed ${old.length} old packages.`)
    return []
  } catch (error) {
    context.request.signal.throwIfAborted()
    return [
      azureFinding(
        'notice',
        'blob-cleanup-failed',
        `Old packages of '${context.site.appName}' could not be removed: ${messageOf(error)}`,
        'They cost a little storage and do no other harm.',
      ),
    ]
  }
}

function isOurName(name: string): boolean {
  return /^\d{8}T\d{6}Z-[0-9a-f]{1,12}-[0-9a-f]{8}\.zip$/.test(name)
}

function decodeAddress(address: string): string {
  const path = address.split('?')[0] ?? ''
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
