/**
 * The invocation contract between the host and a handler: the JSON it posts and the JSON it expects back. Pure.
 */
import type { OutgoingRequest, ReceivedResponse } from './exchange'
import { hostVersion, type PublicRequest } from './forwarding'
import type { HostBinding } from './function-bindings'

/** The body that the host posts to `/<FunctionName>`. */
export interface ContractBody {
  readonly Data: Readonly<Record<string, unknown>>
  readonly Metadata: Readonly<Record<string, unknown>>
}

export const contractFailures = ['status', 'media-type', 'empty', 'json', 'http-output'] as const
export type ContractFailure = (typeof contractFailures)[number]

export type ContractResult =
  | {
      readonly isValid: true
      readonly outputs: Readonly<Record<string, unknown>>
      readonly logs: readonly string[]
      readonly returnValue: unknown
      /** What the host logs although it accepts the answer. */
      readonly warnings: readonly string[]
    }
  | {
      readonly isValid: false
      readonly failure: ContractFailure
      /** What the host logs; empty for an empty body, about which it says nothing. */
      readonly hostText: string
    }

/** An HTTP answer taken from a binding's value. */
export interface HttpOutput {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/**
 * The value of an `httpTrigger` binding in a contract request.
 *
 * @param incoming the public request
 * @param url its absolute URL
 * @param parameters route parameters
 * @returns the object that stands under the binding's name
 * @see src/WebJobs.Script/Workers/MessageExtensions/ScriptInvocationContextExtensions.cs in Azure/azure-functions-host
 */
export function httpInput(
  incoming: PublicRequest,
  url: string,
  parameters: Readonly<Record<string, string | null>>,
): Readonly<Record<string, unknown>> {
  const query = new Map<string, string>()
  for (const [name, value] of new URL(url).searchParams) {
    const earlier = query.get(name)
    query.set(name, earlier === undefined ? value : `${earlier},${value}`)
  }
  const headers = Object.entries(incoming.headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, typeof value === 'string' ? [value] : [...value]]],
  )
  return {
    Url: url,
    Method: incoming.method.toUpperCase(),
    Query: Object.fromEntries(query),
    Headers: Object.fromEntries(headers),
    Params: parameters,
    Identities: [],
    ...bodyOf(incoming),
  }
}

/**
 * Composes a contract request.
 *
 * @param functionName the folder's name; it is the path
 * @param data binding names with their values; strings and other scalars are encoded as JSON a second time
 * @param metadata binding data; keys that end in "trigger" and empty values are left out
 * @param invocationId the invocation's id
 * @returns the POST for the handler
 * @see src/WebJobs.Script/Workers/Http/DefaultHttpWorkerService.cs in Azure/azure-functions-host
 */
export function contractRequest(
  functionName: string,
  data: Readonly<Record<string, unknown>>,
  metadata: Readonly<Record<string, unknown>>,
  invocationId: string,
): OutgoingRequest {
  const kept = Object.entries(metadata).filter(
    ([key, value]) => value !== null && value !== undefined && !/trigger$/i.test(key),
  )
  const content: ContractBody = {
    Data: Object.fromEntries(Object.entries(data).map(([name, value]) => [name, dataValue(value)])),
    Metadata: Object.fromEntries(kept),
  }
  const body = Buffer.from(JSON.stringify(content), 'utf8')
  return {
    method: 'POST',
    path: `/${encodeURIComponent(functionName)}`,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(body.length),
      'user-agent': `Azure-Functions-Host/${hostVersion}`,
      'x-azure-functions-hostversion': hostVersion,
      'x-azure-functions-invocationid': invocationId,
    },
    body,
  }
}

/**
 * Judges a handler's answer to a contract request.
 *
 * @param response the answer
 * @param bindings the function's bindings; an `http` output among them is checked for its shape
 * @returns outputs, logs and return value, or what is wrong with the host's own text
 * @see src/WebJobs.Script/Workers/Http/DefaultHttpWorkerService.cs and HttpScriptInvocationResultExtensions.cs
 *   in Azure/azure-functions-host
 */
export function readContractResponse(
  response: ReceivedResponse,
  bindings: readonly HostBinding[],
): ContractResult {
  const { status, statusText, body } = response
  if (status < 200 || status > 299) {
    const hostText = `Response status code does not indicate success: ${status} (${statusText}).`
    return { isValid: false, failure: 'status', hostText }
  }
  if (body.toString('utf8').trim() === '') return { isValid: false, failure: 'empty', hostText: '' }
  const mediaType = mediaTypeOf(response)
  if (mediaType !== 'application/json' && mediaType !== 'text/json') {
    const hostText =
      "Invalid HttpResponseMessage: No MediaTypeFormatter is available to read an object of type 'HttpScriptInvocationResult' " +
      `from content with media type '${mediaType || 'application/octet-stream'}'.`
    return { isValid: false, failure: 'media-type', hostText }
  }
  const content = parseObject(body.toString('utf8'))
  if (content === undefined)
    return { isValid: false, failure: 'json', hostText: 'Invalid HttpResponseMessage:' }
  const outputs = asRecord(field(content, 'Outputs')) ?? {}
  const returnValue = field(content, 'ReturnValue')
  const logs = field(content, 'Logs')
  const output = httpOutputBinding(bindings)
  const value =
    output === undefined ? undefined : output.name === '$return' ? returnValue : field(outputs, output.name)
  if (value !== undefined && value !== null && httpOutput(value) === undefined) {
    const hostText =
      'Failed while trying to Deserialize to httpOutputBindingResponse. Output is not in expected format'
    return { isValid: false, failure: 'http-output', hostText }
  }
  const warnings: string[] = []
  if (Object.keys(outputs).length === 0) warnings.push('Outputs not set on http response')
  if (returnValue === undefined || returnValue === null) warnings.push('ReturnValue not set on http response')
  return {
    isValid: true,
    outputs,
    logs: Array.isArray(logs) ? logs.map(asText) : [],
    returnValue,
    warnings,
  }
}

/**
 * The HTTP answer that a contract function gives through its `http` output binding.
 *
 * @param result a valid contract answer
 * @param bindings the function's bindings
 * @returns the answer for the client; 200 without a body when the binding got no value
 */
export function httpAnswer(
  result: Extract<ContractResult, { isValid: true }>,
  bindings: readonly HostBinding[],
): HttpOutput {
  const output = httpOutputBinding(bindings)
  const value =
    output === undefined || output.name === '$return'
      ? result.returnValue
      : field(result.outputs, output.name)
  const empty: HttpOutput = { status: 200, headers: {}, body: new Uint8Array() }
  return value === undefined || value === null ? empty : (httpOutput(value) ?? empty)
}

function httpOutputBinding(bindings: readonly HostBinding[]): HostBinding | undefined {
  return bindings.find(({ type, direction }) => type.toLowerCase() === 'http' && direction !== 'in')
}

function httpOutput(value: unknown): HttpOutput | undefined {
  const object = asRecord(value)
  if (object === undefined) return undefined
  const status = Number(asText(field(object, 'statusCode') ?? field(object, 'status') ?? 200))
  if (!Number.isInteger(status) || status < 100 || status > 999) return undefined
  const body = field(object, 'body')
  const headers = Object.entries(asRecord(field(object, 'headers')) ?? {}).map(([name, header]) => [
    name.toLowerCase(),
    Array.isArray(header) ? header.map(asText).join(', ') : asText(header),
  ])
  const isText = typeof body === 'string'
  const text = body === undefined || body === null ? '' : isText ? body : JSON.stringify(body)
  return {
    status,
    headers: {
      'content-type': isText ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8',
      ...Object.fromEntries(headers),
    },
    body: Buffer.from(text, 'utf8'),
  }
}

function bodyOf(incoming: PublicRequest): { readonly Body?: string } {
  if (incoming.body === undefined || incoming.body.length === 0) return {}
  const type = String(incoming.headers['content-type'] ?? '').toLowerCase()
  const isBinary = type.startsWith('application/octet-stream') || type.startsWith('multipart/')
  return { Body: Buffer.from(incoming.body).toString(isBinary ? 'base64' : 'utf8') }
}

function dataValue(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
  return typeof value === 'object' && value !== null ? value : JSON.stringify(value ?? null)
}

/** `String` calls the `toString` of an object, which a handler can set to anything. */
function asText(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)
}

function mediaTypeOf(response: ReceivedResponse): string {
  const header = response.headers['content-type']
  return (typeof header === 'string' ? header : '').split(';')[0]?.trim().toLowerCase() ?? ''
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    return asRecord(JSON.parse(text))
  } catch {
    return undefined
  }
}

function asRecord(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined
}

/** Newtonsoft finds a property in any case. */
function field(object: Record<string, unknown>, name: string): unknown {
  if (Object.hasOwn(object, name)) return object[name]
  const key = Object.keys(object).find((other) => other.toLowerCase() === name.toLowerCase())
  return key === undefined ? undefined : object[key]
}
