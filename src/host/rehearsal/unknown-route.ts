/** Tells "this router does not know the path" from an application's own answer. Pure. */
import { randomBytes } from 'node:crypto'
import { publicPath } from '../../functions/routes/route'
import type { ReceivedResponse } from '../exchange'

/**
 * A path that no handler has registered by chance.
 *
 * @param routePrefix the prefix as written, empty for none
 * @returns the path, different each time
 */
export function unknownPath(routePrefix: string): string {
  const name = `rehearsal-${randomBytes(6).toString('hex')}`
  return publicPath(routePrefix, name)
}

/**
 * Whether an answer is the handler's answer to any path it does not know: the same 404, of the same content
 * type, with the same text once paths and random identifiers are left out.
 *
 * @param answer the answer to a function's route, and the path that was asked for
 * @param unknown the answer to a path that nobody registered, and that path
 * @returns true when the two cannot be told apart
 */
export function isUnknownRoute(
  answer: { readonly response: ReceivedResponse; readonly path: string },
  unknown: { readonly response: ReceivedResponse; readonly path: string },
): boolean {
  if (answer.response.status !== 404 || unknown.response.status !== 404) return false
  if (mediaType(answer.response) !== mediaType(unknown.response)) return false
  return shapeOf(answer.response, answer.path) === shapeOf(unknown.response, unknown.path)
}

function mediaType({ headers }: ReceivedResponse): string {
  return String(headers['content-type'] ?? '').toLowerCase()
}

/** Identifiers and times differ from answer to answer; everything else must be equal. */
function shapeOf({ body }: ReceivedResponse, path: string): string {
  const text = body.subarray(0, maximumCompared).toString('utf8')
  return [path, decodeURI(path), encodeURIComponent(path)]
    .reduce((shape, variant) => shape.replaceAll(variant, '<path>'), text)
    .replace(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\da-f]{12,}|\d+/gi, '#')
}

const maximumCompared = 64 * 1024
