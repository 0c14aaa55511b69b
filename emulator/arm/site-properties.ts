/** The `properties` that a request writes, or why they cannot be read. */
import type { Answer, WebRequest } from '../server/service'
import { armError } from './errors'

export function readProperties({
  body,
}: WebRequest): { readonly properties: object } | { readonly refusal: Answer } {
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'))
    const properties =
      typeof parsed === 'object' && parsed !== null && 'properties' in parsed ? parsed.properties : undefined
    if (typeof properties === 'object' && properties !== null) return { properties }
  } catch {
    const message = 'The request content was invalid and could not be deserialized.'
    return { refusal: armError(400, 'InvalidRequestContent', message) }
  }
  return { refusal: armError(400, 'BadRequest', 'The parameter properties has an invalid value.') }
}
