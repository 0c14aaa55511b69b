/**
 * Reads the package that `WEBSITE_RUN_FROM_PACKAGE` points to, as an app on Linux Consumption does at start:
 * with the URL's own signature, or else as the app's identity.
 */
import { request } from 'node:https'
import type { AccessTokens } from '../entra/access-tokens'
import type { Principal } from '../entra/identities'
import type { PackageFetcher } from './lifecycle'

/**
 * A reader of packages.
 *
 * @param tokens issues the identity's tokens
 * @param identity system-assigned identity of the apps that have one
 * @param ca authority of the storage front
 * @returns a function that gives the bytes, or throws with the storage service's answer; the query of the URL,
 *   which can be a signature, is never part of a message
 */
export function packageFetcher(tokens: AccessTokens, identity: Principal, ca: string): PackageFetcher {
  return async (url, app) => {
    const target = new URL(url)
    const isSigned = target.searchParams.has('sig')
    if (!isSigned && !app.spec.canReadBlobs)
      throw failed(target, 'the app has no identity that may read the blob')
    const authorization = isSigned
      ? {}
      : { authorization: `Bearer ${await tokens.issue(identity, 'https://storage.azure.com')}` }
    return await new Promise((resolve, reject) => {
      const outgoing = request(
        target,
        { ca, headers: { 'x-ms-version': '2023-11-03', ...authorization } },
        (incoming) => {
          const chunks: Buffer[] = []
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
          incoming.once('error', reject)
          incoming.once('end', () => {
            if (incoming.statusCode === 200) resolve(Buffer.concat(chunks))
            else reject(failed(target, `storage answered ${incoming.statusCode}`))
          })
        },
      )
      outgoing.once('error', reject)
      outgoing.end()
    })
  }
}

function failed(target: URL, reason: string): Error {
  return new Error(`Failed to download the package from ${target.origin}${target.pathname}: ${reason}.`)
}
