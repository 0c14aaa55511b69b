/** The key of one function, fetched only where nothing answers without one. It is masked, and never shown. */
import { ActionError } from '../../errors'
import { at, parseJson } from '../../text/json-value'
import { HttpError } from '../http'
import { callArm, type Session } from '../sign-in'
import type { Site } from '../site'

export type FunctionKey =
  | { readonly key: string }
  | { readonly problem: string; readonly hint: string; readonly isForbidden: boolean }

/**
 * Fetches the key `default` of a function, or another one of its keys.
 *
 * @param mask called with the key before anybody else has it
 * @throws the reason of the signal
 */
export async function fetchKey(
  session: Session,
  site: Site,
  name: string,
  mask: (secret: string) => void,
  signal: AbortSignal,
): Promise<FunctionKey> {
  try {
    const answer = await callArm(session, {
      method: 'POST',
      path: `${site.resourceId}/functions/${encodeURIComponent(name)}/listkeys`,
      purpose: `read the key of the function '${name}'`,
      attempts: 2,
      signal,
    })
    const keys = parseJson(answer.body)
    const [key] = [at(keys, 'default'), ...(isRecord(keys) ? Object.values(keys) : [])].filter(isKey)
    if (key === undefined) return { problem: 'Azure names no key of it', hint: '', isForbidden: false }
    mask(key)
    return { key }
  } catch (error) {
    signal.throwIfAborted()
    if (!(error instanceof ActionError)) throw error
    const status = error.cause instanceof HttpError ? error.cause.status : 0
    return { problem: error.message, hint: error.hint ?? '', isForbidden: status === 401 || status === 403 }
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

// It becomes the value of a header.
function isKey(value: unknown): value is string {
  return typeof value === 'string' && /^[\x21-\x7e]{1,300}$/.test(value)
}
