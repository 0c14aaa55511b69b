/**
 * A public HTTP request as a contract function's handler gets it: the value of its trigger, and its binding data.
 */
import type { JsonNode } from '../../functions/json/json-tree'
import { readJsonText } from '../../functions/json/reader'
import { decodedPath } from '../../functions/routes/request-path'
import type { PublicRequest } from '../forwarding'
import { encodedPath, queryValues } from '../request-target'
import { membersOf, toStringOf, writeJson } from './json-writer'

/** Route parameters; an optional one that the request leaves out is null. */
export type RouteParameters = Readonly<Record<string, string | null>>

/** Nobody is signed in: one identity without anything. */
const anonymousIdentity = {
  AuthenticationType: null,
  IsAuthenticated: false,
  Actor: null,
  BootstrapContext: null,
  Claims: [],
  Label: null,
  Name: null,
  NameClaimType: 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name',
  RoleClaimType: 'http://schemas.microsoft.com/ws/2008/06/identity/claims/role',
}

/**
 * The value of an `httpTrigger` binding.
 *
 * @param origin scheme of the public site and, without a Host header, its name
 * @see src/WebJobs.Script/Extensions/HttpRequestExtensions.cs (GetRequestAsJObject) in Azure/azure-functions-host
 */
export function httpInput(
  incoming: PublicRequest,
  origin: string,
  parameters: RouteParameters,
): Readonly<Record<string, unknown>> {
  const { protocol, host } = new URL(origin)
  const [path = '/', query] = splitTarget(incoming.path)
  const body = bodyOf(incoming)
  return {
    Url: `${protocol}//${single(incoming.headers['host']) ?? host}${encodedPath(decodedPath(path))}${query}`,
    Method: incoming.method,
    Query: Object.fromEntries(queryValues(query)),
    Headers: Object.fromEntries(
      headersOf(incoming).map(([name, value]) => [name, typeof value === 'string' ? [value] : value]),
    ),
    Params: parameters,
    Identities: [anonymousIdentity],
    ...(body === undefined ? {} : { Body: body }),
  }
}

/**
 * The binding data of an HTTP request: members of a JSON body, then the query, then route parameters; later ones
 * win, in any case.
 *
 * @see src/WebJobs.Extensions.Http/HttpTriggerAttributeBindingProvider.cs (GetRequestBindingData) in
 *   Azure/azure-webjobs-sdk-extensions
 */
export function httpBindingData(
  incoming: PublicRequest,
  parameters: RouteParameters,
): Readonly<Record<string, unknown>> {
  const data = new BindingData()
  if (hasLength(incoming)) data.addMembers(Buffer.from(incoming.body ?? '').toString('utf8'))
  const query = queryValues(splitTarget(incoming.path)[1])
  for (const [name, value] of query) if (name.toLowerCase() !== 'code') data.set(name, value)
  for (const [name, value] of Object.entries(parameters)) data.set(name, value)
  data.setNew('Query', Object.fromEntries(query))
  const headers = headersOf(incoming).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : value.join(','),
  ])
  data.setNew('Headers', Object.fromEntries(headers))
  return data.values()
}

/**
 * What a text gives to the binding data: the members of a JSON object, but no lists; single values as text.
 *
 * @see src/WebJobs.Script/Utility.cs (ApplyBindingData) in Azure/azure-functions-host
 */
export function membersInText(text: string): ReadonlyMap<string, unknown> {
  if (!/^\s*\{[\s\S]*\}\s*$/.test(text)) return new Map()
  const read = readJsonText(text, 'object')
  if (!('root' in read)) return new Map()
  return new Map(
    [...membersOf(read.root)].flatMap(([name, node]): [string, unknown][] => {
      if (node.kind === 'array' || node.kind === 'null' || node.kind === 'constructor') return []
      return [[name, node.kind === 'object' ? plainObject(node) : toStringOf(node)]]
    }),
  )
}

function plainObject(node: JsonNode): unknown {
  try {
    return JSON.parse(writeJson(node, 'compact'))
  } catch {
    return {}
  }
}

class BindingData {
  readonly #values = new Map<string, { readonly name: string; readonly value: unknown }>()

  /** A name keeps the spelling and the place that it had first. */
  set(name: string, value: unknown): void {
    const key = name.toLowerCase()
    this.#values.set(key, { name: this.#values.get(key)?.name ?? name, value })
  }

  setNew(name: string, value: unknown): void {
    if (!this.#values.has(name.toLowerCase())) this.set(name, value)
  }

  addMembers(text: string): void {
    for (const [name, value] of membersInText(text)) this.set(name, value)
  }

  values(): Readonly<Record<string, unknown>> {
    return Object.fromEntries([...this.#values.values()].map(({ name, value }) => [name, value]))
  }
}

/** A chunked body does not count. */
function hasLength({ headers, body }: PublicRequest): boolean {
  const declared = Number(single(headers['content-length']) ?? body?.length ?? 0)
  return headers['transfer-encoding'] === undefined && declared > 0
}

function bodyOf(incoming: PublicRequest): string | undefined {
  if (!hasLength(incoming) || incoming.body === undefined) return undefined
  const type = String(incoming.headers['content-type'] ?? '').toLowerCase()
  const isBinary = /^\s*(?:application\/octet-stream|multipart\/)/.test(type)
  return Buffer.from(incoming.body).toString(isBinary ? 'base64' : 'utf8')
}

/** Names of known headers are written as the web server writes them. */
function headersOf({ headers }: PublicRequest): [string, string | readonly string[]][] {
  return Object.entries(headers).flatMap(([name, value]): [string, string | readonly string[]][] =>
    value === undefined ? [] : [[knownName(name), value]],
  )
}

const knownHeaders: ReadonlyMap<string, string> = new Map(
  (
    'Accept Accept-Charset Accept-Encoding Accept-Language Access-Control-Request-Headers ' +
    'Access-Control-Request-Method Authorization Cache-Control Connection Content-Length Content-Type Cookie ' +
    'Date Expect From Host If-Match If-Modified-Since If-None-Match If-Range If-Unmodified-Since Keep-Alive ' +
    'Max-Forwards Origin Pragma Proxy-Authorization Range Referer TE Trailer Transfer-Encoding Translate Upgrade ' +
    'Upgrade-Insecure-Requests User-Agent Via Warning'
  )
    .split(' ')
    .map((name) => [name.toLowerCase(), name]),
)

function knownName(name: string): string {
  return knownHeaders.get(name.toLowerCase()) ?? name
}

/** Path, and query with its question mark. */
function splitTarget(target: string): readonly [string, string] {
  const index = target.indexOf('?')
  return index < 0 ? [target, ''] : [target.slice(0, index), target.slice(index)]
}

function single(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' || value === undefined ? value : value[0]
}
