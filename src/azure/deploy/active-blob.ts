/**
 * Which package an app on Linux Consumption is pointed to, and the digest it was written with. Reads only.
 */

import { HttpError } from '../http'
import type { Session } from '../sign-in'
import { readAppSettings, type Site, storagePlaces } from '../site'
import { packagePrefix } from './deploy-blob'
import { type ActivePackage, unknownPackage } from './known-package'
import { openPackageStore, type PackageStore } from './package-store'

/**
 * Reads which package is active.
 *
 * @throws HttpError or ActionError when Azure or the storage does not tell
 */
export async function readActiveBlob(
  session: Session,
  site: Site,
  signal: AbortSignal,
): Promise<ActivePackage> {
  const { settings } = await readAppSettings(session, site.resourceId, signal)
  const address = settings.get('WEBSITE_RUN_FROM_PACKAGE') ?? ''
  if (!URL.canParse(address)) return unknownPackage('the app is pointed to no package')
  // The rest of the address may be a signature.
  const url = new URL(address)
  const path = decoded(url.pathname)
  const start = path.indexOf(`/${packagePrefix(site)}`)
  const name = path.slice(start + 1)
  if (start < 0) return unknownPackage('the package of the app was not put there by this action')
  for (const place of storagePlaces(session.cloud, site)) {
    const store = await openPackageStore(session, place)
    const own = new URL(store.addressOf(name))
    if (own.origin !== url.origin || decoded(own.pathname) !== path) continue
    const sha256 = await digestFrom(store, name, signal)
    if (sha256 === undefined) continue
    const isDigest = /^[0-9a-f]{64}$/.test(sha256)
    const problem = isDigest ? '' : `the package '${name}' names no digest`
    return { deploymentId: name, sha256: isDigest ? sha256 : '', problem }
  }
  return unknownPackage('the package of the app is not where this identity may read it')
}

// Of two ways into one account the first may be closed.
async function digestFrom(
  store: PackageStore,
  name: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  try {
    return await store.digestOf(name, signal)
  } catch (error) {
    if (error instanceof HttpError && (error.status === 401 || error.status === 403)) return undefined
    throw error
  }
}

/** A path without its escapes; as it is when they are none, since the setting may hold anything. */
export function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
