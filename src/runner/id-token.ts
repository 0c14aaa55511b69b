/**
 * Asks GitHub for an OIDC token of this job. Loaded only when one is due, since the library brings its own HTTP
 * client.
 */
import { getIDToken } from '@actions/core'

/**
 * Asks GitHub for an OIDC token of this job. The runner masks it in the log.
 *
 * @param audience the `aud` claim that the token shall have
 * @returns the token
 * @throws an `Error` when the job may not have one, or GitHub did not answer
 */
export function requestIdToken(audience: string): Promise<string> {
  return getIDToken(audience)
}
