/** Whether a good answer is one at all. */
import { parseJson } from '../../text/json-value'
import type { HttpAnswer } from './http-answer'
import { HttpError } from './http-error'

/**
 * Refuses an answer that was cut off, or a page that a proxy put in its place: read as an empty one it would look like
 * an app that is not there, an app without settings, or one that was never deployed to.
 *
 * @throws HttpError, worth another try
 */
export function requireJson(method: string, url: string, { status, body, requestId }: HttpAnswer): void {
  if (status >= 300 || parseJson(body) !== undefined) return
  throw new HttpError({ method, url, status, flaw: 'a body that is no complete JSON', body, requestId })
}
