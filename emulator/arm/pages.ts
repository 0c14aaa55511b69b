/**
 * Lists in pages: any answer to a GET whose body has a `value` list is cut to one page, and names the next one.
 * Knows no list.
 */
import type { Answer, WebRequest } from '../server/web-server'
import type { ArmParts } from './call'
import { armError } from './errors'

const skipToken = '$skipToken'

/** The page of a list that the request asks for; other answers as they are. */
export function onePage({ faults, pageItems }: ArmParts, request: WebRequest, answer: Answer): Answer {
  const { body } = answer
  if (request.method !== 'GET' || answer.status !== 200 || !isList(body)) return answer
  const size = faults.pageItems ?? pageItems
  const token = [...request.query].find(([name]) => name.toLowerCase() === skipToken.toLowerCase())?.[1]
  const start = token === undefined ? 0 : readToken(token)
  if (start === undefined) {
    return armError(400, 'InvalidSkipToken', `The skip token '${token}' is invalid.`)
  }
  const end = start + size
  const value = body.value.slice(start, end)
  if (end >= body.value.length) return { ...answer, body: { ...body, value } }
  const query = new URLSearchParams(request.query)
  query.delete(skipToken)
  query.set(skipToken, Buffer.from(`from:${end}`).toString('base64url'))
  const nextLink = `https://${request.host}${request.path}?${query.toString()}`
  return { ...answer, body: { ...body, value, nextLink } }
}

function readToken(token: string): number | undefined {
  const [, digits] = /^from:(\d{1,9})$/.exec(Buffer.from(token, 'base64url').toString('utf8')) ?? []
  return digits === undefined ? undefined : Number(digits)
}

function isList(body: Answer['body']): body is { readonly value: readonly unknown[] } {
  return typeof body === 'object' && !Buffer.isBuffer(body) && 'value' in body && Array.isArray(body.value)
}
