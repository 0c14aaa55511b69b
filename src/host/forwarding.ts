/**
 * What becomes of a public HTTP request on its way to the handler, and of the answer on its way back. Pure.
 */
import type { OutgoingRequest, ReceivedResponse } from './exchange'
import { forwardedPath, queryText, queryValues } from './request-target'

/** A request as the public endpoint received it. */
export interface PublicRequest {
  readonly method: string
  /** As the client typed it: with prefix and query, still percent-encoded. */
  readonly path: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body?: Uint8Array
}

export interface ForwardingRules {
  readonly mode: 'forward' | 'proxy'
  readonly invocationId: string
  /** With the legacy `httpWorker` section the path is replaced by the function's name. */
  readonly legacyFunctionName?: string
}

/** The version that this host claims to be in the headers it adds: the one that it was compared with. */
export const hostVersion = '4.1037.0.0'

/** What belongs to one connection and never comes back to the client. */
const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])
/** The headers that .NET files under the content; two of them survive forwarding, with a body only. */
const contentHeaders = new Set([
  'allow',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-location',
  'content-md5',
  'content-range',
  'expires',
  'last-modified',
])

/**
 * Composes the request that the handler receives.
 *
 * @returns same method; path and query read and written anew unless proxied; headers added
 * @throws Error with the host's words for a chunked request, which its own client cannot send on
 * @see src/WebJobs.Script/Workers/Http/DefaultHttpWorkerService.cs and
 *   src/WebJobs.Script/Extensions/HttpRequestExtensions.cs in Azure/azure-functions-host
 */
export function forwardedRequest(incoming: PublicRequest, rules: ForwardingRules): OutgoingRequest {
  const [path, query] = splitOnce(incoming.path, '?')
  const isProxied = rules.mode === 'proxy'
  if (!isProxied && incoming.headers['transfer-encoding'] !== undefined) {
    throw new Error(
      "'Transfer-Encoding: chunked' header can not be used when content object is not specified.",
    )
  }
  const own = isProxied ? path : forwardedPath(path)
  const target = rules.legacyFunctionName === undefined ? own : `/${rules.legacyFunctionName}`
  const search = isProxied ? query : queryText(queryValues(query))
  const declaredLength = Number(single(incoming.headers['content-length']) ?? 0)
  const body = isProxied || declaredLength > 0 ? incoming.body : undefined
  return {
    method: incoming.method.toUpperCase(),
    path: search === '' ? target : `${target}?${search}`,
    headers: forwardedHeaders(incoming, rules, body),
    ...(body === undefined || body.length === 0 ? {} : { body }),
  }
}

/** The headers that the host adds to every request for the handler. */
export function hostHeaders(invocationId: string, clientAgent?: string): Readonly<Record<string, string>> {
  const product = `Azure-Functions-Host/${hostVersion}`
  return {
    'user-agent': clientAgent === undefined ? product : `${clientAgent} ${product}`,
    'x-azure-functions-hostversion': hostVersion,
    'x-azure-functions-invocationid': invocationId,
  }
}

/**
 * The headers of a handler's answer that reach the client.
 *
 * @returns all but those that belong to one connection
 */
export function returnedHeaders(
  response: ReceivedResponse,
): Readonly<Record<string, string | readonly string[]>> {
  return Object.fromEntries(Object.entries(response.headers).filter(([name]) => !hopByHop.has(name)))
}

function forwardedHeaders(
  incoming: PublicRequest,
  rules: ForwardingRules,
  body: Uint8Array | undefined,
): OutgoingRequest['headers'] {
  const headers: Record<string, string | readonly string[]> = {}
  const isEmpty = body === undefined || body.length === 0
  for (const [name, value] of Object.entries(incoming.headers)) {
    const key = name.toLowerCase()
    if (value === undefined || key === 'content-length' || key === 'expect') continue
    if (rules.mode === 'proxy' ? hopByHop.has(key) : contentHeaders.has(key)) continue
    if (key === 'content-type' && isEmpty && rules.mode === 'forward') continue
    headers[key] = value
  }
  if (!isEmpty) headers['content-length'] = String(body.length)
  return { ...headers, ...hostHeaders(rules.invocationId, single(incoming.headers['user-agent'])) }
}

function splitOnce(text: string, separator: string): [string, string] {
  const index = text.indexOf(separator)
  return index < 0 ? [text, ''] : [text.slice(0, index), text.slice(index + 1)]
}

function single(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' || value === undefined ? value : value[0]
}
