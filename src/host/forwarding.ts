/**
 * What becomes of a public HTTP request on its way to the handler, and of the answer on its way back. Pure.
 */
import type { OutgoingRequest, ReceivedResponse } from './exchange'

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

/** The version that this host claims to be in the headers it adds. */
export const hostVersion = '4.1052.0'

const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
])
/** The headers that .NET files under the content; two of them survive forwarding. */
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
 * @param incoming the public request
 * @param rules forwarding or proxying, and the invocation's id
 * @returns the request for the handler: same method and path, query merged unless proxied, headers added
 * @see src/WebJobs.Script/Workers/Http/DefaultHttpWorkerService.cs and
 *   src/WebJobs.Script/Extensions/HttpRequestExtensions.cs in Azure/azure-functions-host
 */
export function forwardedRequest(incoming: PublicRequest, rules: ForwardingRules): OutgoingRequest {
  const [path = '/', query = ''] = splitOnce(incoming.path, '?')
  const isProxied = rules.mode === 'proxy'
  const target = rules.legacyFunctionName === undefined ? path : `/${rules.legacyFunctionName}`
  const search = isProxied ? query : mergeQuery(query)
  // Chunked requests reach a forwarded handler empty.
  const declaredLength = Number(single(incoming.headers['content-length']) ?? 0)
  const body = isProxied || declaredLength > 0 ? incoming.body : undefined
  return {
    method: incoming.method.toUpperCase(),
    path: search === '' ? target : `${target}?${search}`,
    headers: forwardedHeaders(incoming, rules, body),
    ...(body === undefined || body.length === 0 ? {} : { body }),
  }
}

/**
 * The headers of a handler's answer that reach the client.
 *
 * @param response the handler's answer
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
  for (const [name, value] of Object.entries(incoming.headers)) {
    const key = name.toLowerCase()
    if (value === undefined || hopByHop.has(key) || key === 'content-length') continue
    if (rules.mode === 'forward' && contentHeaders.has(key)) continue
    if (key === 'content-type' && (body === undefined || body.length === 0) && rules.mode === 'forward')
      continue
    headers[key] = value
  }
  if (body !== undefined && body.length > 0) headers['content-length'] = String(body.length)
  const product = `Azure-Functions-Host/${hostVersion}`
  const agent = single(incoming.headers['user-agent'])
  headers['user-agent'] = agent === undefined ? product : `${agent} ${product}`
  headers['x-azure-functions-hostversion'] = hostVersion
  headers['x-azure-functions-invocationid'] = rules.invocationId
  return headers
}

/** The query passes through a dictionary: repeated keys end up as one value with commas. */
function mergeQuery(query: string): string {
  const values = new Map<string, { name: string; values: string[] }>()
  for (const [name, value] of new URLSearchParams(query)) {
    const known = values.get(name.toLowerCase())
    if (known === undefined) values.set(name.toLowerCase(), { name, values: [value] })
    else known.values.push(value)
  }
  return [...values.values()]
    .map((entry) => `${encodeURIComponent(entry.name)}=${encodeURIComponent(entry.values.join(','))}`)
    .join('&')
}

function splitOnce(text: string, separator: string): [string, string] {
  const index = text.indexOf(separator)
  return index < 0 ? [text, ''] : [text.slice(0, index), text.slice(index + 1)]
}

function single(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' || value === undefined ? value : value[0]
}
