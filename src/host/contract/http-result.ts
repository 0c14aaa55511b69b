/**
 * The client's answer that a completed contract invocation gives: by an `http` output, by `$return`, or by the
 * return value alone. Knows what the web server of the host would not send.
 */
import type { JsonNode } from '../../functions/json/json-tree'
import { readJsonText } from '../../functions/json/reader'
import type { ContractAnswer, HttpOutput, OutputValue } from './answer'
import { type ContractBinding, isHttpOutput } from './binding'
import { membersOf, toStringOf, writeJson } from './json-writer'

/** `undefined` where the connection breaks instead. */
export type HttpResult =
  | {
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
      readonly body: Uint8Array
    }
  | undefined

type Completed = Extract<ContractAnswer, { kind: 'completed' }>

/** What a response is made of before it is written. */
interface Response {
  readonly status: number
  /** `undefined` when the value of a header is null, which is an error. */
  readonly headers: readonly (readonly [string, string | undefined])[]
  readonly content: Content
}

type Content =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }

export interface ClientRequest {
  readonly method: string
  /** The `Accept` header: one that names JSON and not everything chooses the form of a bare return value. */
  readonly accept?: string | undefined
}

const serverError: HttpResult = { status: 500, headers: { 'content-length': '0' }, body: new Uint8Array() }

/**
 * Turns an answer into the response for the client.
 *
 * @param answer of the handler
 * @param bindings of the function; the last `http` output that got a value decides
 * @see src/WebJobs.Script/Binding/Http/HttpBinding.cs and RawScriptResult.cs in Azure/azure-functions-host
 */
export function httpResult(
  answer: Completed,
  bindings: readonly ContractBinding[],
  request: ClientRequest,
): HttpResult {
  const values = bindings.filter(isHttpOutput).flatMap(({ name }) => answer.outputs.get(name) ?? [])
  const value = values.at(-1)
  return value === undefined
    ? bareResult(answer.returned, request)
    : written(responseOf(value), request.method)
}

/** The return value of a function whose `http` outputs got nothing goes through the web server's formatters. */
function bareResult(returned: OutputValue | undefined, { method, accept = '' }: ClientRequest): HttpResult {
  if (returned === undefined || returned.kind === 'http' || returned.kind === 'http-missing')
    return { status: 204, headers: {}, body: new Uint8Array() }
  const wantsJson = /\b(?:application|text)\/json\b/i.test(accept) && !accept.includes('*/*')
  const isText = returned.kind === 'json' && returned.node.kind === 'string' && !wantsJson
  const text =
    returned.kind === 'bytes'
      ? JSON.stringify(Buffer.from(returned.bytes).toString('base64'))
      : isText
        ? toStringOf(returned.node)
        : writeJson(returned.node, 'compact')
  const type = isText ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8'
  const content: Content = { kind: 'text', text }
  return written({ status: 200, headers: [['content-type', type]], content }, method)
}

function responseOf(value: OutputValue): Response {
  switch (value.kind) {
    case 'http':
      return shapedResponse(value.output)
    case 'http-missing':
      return { status: 200, headers: [], content: { kind: 'text', text: '{}' } }
    case 'bytes':
      return { status: 200, headers: [], content: { kind: 'bytes', bytes: value.bytes } }
    default:
      return freeResponse(value.node)
  }
}

function shapedResponse({ statusCode, body, headers }: HttpOutput): Response {
  return {
    status: statusOf(statusCode),
    headers: [...(headers ?? [])].map(([name, node]) => [name, headerText(node, toStringOf)]),
    content: { kind: 'text', text: body === undefined ? '' : toStringOf(body) },
  }
}

/** A value that nobody has taken apart: text may be JSON, and an object with a `body` is a response. */
function freeResponse(node: JsonNode): Response {
  const value = node.kind === 'string' ? (jsonIn(toStringOf(node)) ?? node) : node
  const plain = (text: string): Response => ({ status: 200, headers: [], content: { kind: 'text', text } })
  if (value.kind !== 'object') return plain(toStringOf(value))
  const body = inAnyCase(value, 'body')
  if (body === undefined) return plain(toStringOf(value))
  const headers = inAnyCase(value, 'headers')
  const status = inAnyCase(value, 'statusCode') ?? inAnyCase(value, 'status')
  return {
    status: freeStatus(status),
    headers:
      headers?.kind === 'object'
        ? [...membersOf(headers)].map(([name, header]) => [name, headerText(header, looseText)])
        : [],
    content: { kind: 'text', text: body.kind === 'object' ? writeJson(body, 'compact') : looseText(body) },
  }
}

function jsonIn(text: string): JsonNode | undefined {
  const read = readJsonText(text, 'any')
  return 'root' in read ? read.root : undefined
}

/** First the name as it is, then the first one in another case. */
function inAnyCase(node: JsonNode, name: string): JsonNode | undefined {
  const members = membersOf(node)
  const key = [...members.keys()].find((other) => other.toLowerCase() === name.toLowerCase())
  return members.get(name) ?? (key === undefined ? undefined : members.get(key))
}

/** Lists and objects inside of an `ExpandoObject` only have the names of their types. */
function looseText(node: JsonNode): string {
  if (node.kind === 'array') return 'System.Collections.Generic.List`1[System.Object]'
  return node.kind === 'object' ? 'System.Dynamic.ExpandoObject' : toStringOf(node)
}

function headerText(node: JsonNode, text: (node: JsonNode) => string): string | undefined {
  return node.kind === 'null' || node.kind === 'undefined' ? undefined : text(node)
}

function freeStatus(node: JsonNode | undefined): number {
  if (node?.kind === 'number' && node.isInteger) return node.value
  return statusOf(node?.kind === 'string' ? node.value : undefined)
}

/** What is no whole number of 32 bits is 200. */
function statusOf(text: string | undefined): number {
  const match = /^[\t-\r ]*([-+]?\d{1,20})[\t-\r ]*$/.exec(text ?? '')
  const status = Number(match?.[1] ?? Number.NaN)
  return Number.isInteger(status) && Math.abs(status) < 2 ** 31 ? status : 200
}

const bodiless = new Set([204, 205, 304])

function written({ status, headers: given, content }: Response, method: string): HttpResult {
  const headers: Record<string, string> = {}
  for (const [name, value] of given) {
    const key = name.toLowerCase()
    if (value === undefined || !isSendable(name, value)) return serverError
    headers[key] ??= value
  }
  // The status line would not be one.
  if (status < 100 || status > 999) return undefined
  const { type, body } = encoded(content, headers['content-type'])
  if (type !== undefined) headers['content-type'] = type
  const declared = headers['content-length']
  if (declared !== undefined) {
    if (!/^\d+$/.test(declared) || Number(declared) < body.length) return serverError
    if (Number(declared) > body.length && method !== 'HEAD') return undefined
  }
  if (bodiless.has(status) || status < 200) return { status, headers, body: new Uint8Array() }
  if (body.length === 0 && declared === undefined) headers['content-length'] = '0'
  return { status, headers, body: method === 'HEAD' ? new Uint8Array() : body }
}

/** The web server sends no control characters, and ASCII only. */
function isSendable(name: string, value: string): boolean {
  return /^[\w!#$%&'*+.^`|~-]+$/.test(name) && /^[ -~]*$/.test(value)
}

/** Text is written in UTF-8 or UTF-16, and the content type says so whatever the handler set. */
function encoded(
  content: Content,
  type: string | undefined,
): { readonly type?: string; readonly body: Uint8Array } {
  if (content.kind === 'bytes') return { ...(type === undefined ? {} : { type }), body: content.bytes }
  const { text } = content
  if (type === undefined) return { type: 'text/plain; charset=utf-8', body: Buffer.from(text, 'utf8') }
  const charset = /;\s*charset\s*=\s*"?([^";\s]*)"?/i.exec(type)
  const name = charset?.[1]?.toLowerCase()
  if (name === 'utf-8') return { type, body: Buffer.from(text, 'utf8') }
  if (name === 'utf-16') return { type, body: Buffer.from(text, 'utf16le') }
  const rest = charset === null ? type : type.replace(charset[0], '')
  return { type: `${rest}; charset=utf-8`, body: Buffer.from(text, 'utf8') }
}
