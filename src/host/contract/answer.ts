/**
 * The host's reading of a handler's answer to a contract request: outputs, logs and return value, or why the
 * invocation fails. What a client gets of it is decided elsewhere.
 */
import { readAsText } from '../../functions/json/json-text'
import { type JsonNode, memberInAnyCase } from '../../functions/json/json-tree'
import { readJsonText } from '../../functions/json/reader'
import type { ReceivedResponse } from '../exchange'
import { type ContractBinding, isBinary, outputsAmong, returnName } from './binding'
import { membersOf, toStringOf } from './json-writer'

export const contractFailures = ['status', 'media-type', 'json', 'http-output'] as const
export type ContractFailure = (typeof contractFailures)[number]

/** An `http` output as the host takes it apart: `status` is read and counts for nothing. */
export interface HttpOutput {
  readonly statusCode: string | undefined
  readonly body: JsonNode | undefined
  readonly headers: ReadonlyMap<string, JsonNode> | undefined
}

export type OutputValue =
  | { readonly kind: 'http'; readonly output: HttpOutput }
  /** Nothing under the binding's name: an object without members. */
  | { readonly kind: 'http-missing' }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'json'; readonly node: JsonNode }

export type ContractAnswer =
  | {
      readonly kind: 'completed'
      /** One value per output binding that got one. */
      readonly outputs: ReadonlyMap<string, OutputValue>
      readonly returned: OutputValue | undefined
      readonly logs: readonly string[]
    }
  | { readonly kind: 'failed'; readonly failure: ContractFailure; readonly hostText: string }
  /** A body of nothing: nobody completes the invocation, and it runs until `functionTimeout`. */
  | { readonly kind: 'never' }

/**
 * Reads an answer.
 *
 * @param response after redirects
 * @param bindings of the function
 * @see src/WebJobs.Script/Workers/Http/DefaultHttpWorkerService.cs (ProcessDefaultInvocationRequest) and
 *   HttpScriptInvocationResultExtensions.cs in Azure/azure-functions-host
 */
export function readContractAnswer(
  response: ReceivedResponse,
  bindings: readonly ContractBinding[],
): ContractAnswer {
  const { status, statusText } = response
  if (status < 200 || status > 299) {
    const hostText = `Response status code does not indicate success: ${status} (${statusText}).`
    return { kind: 'failed', failure: 'status', hostText }
  }
  const content = readContent(response)
  if (!('values' in content)) return content
  try {
    return { kind: 'completed', ...assign(content.values, bindings) }
  } catch (thrown) {
    if (!(thrown instanceof HttpOutputError)) throw thrown
    return { kind: 'failed', failure: 'http-output', hostText: thrown.message }
  }
}

interface Values {
  readonly outputs: JsonNode | undefined
  readonly returned: JsonNode | undefined
  readonly logs: readonly string[]
}

type Content = { readonly values: Values } | Exclude<ContractAnswer, { kind: 'completed' }>

function readContent(response: ReceivedResponse): Content {
  const mediaType = mediaTypeOf(response)
  const isEmpty = response.body.length === 0
  if (mediaType !== 'application/json' && mediaType !== 'text/json') {
    if (isEmpty && response.headers['transfer-encoding'] === undefined) return { kind: 'never' }
    const shown = mediaType || 'application/octet-stream'
    return invalid(
      'media-type',
      response,
      "No MediaTypeFormatter is available to read an object of type 'HttpScriptInvocationResult' " +
        `from content with media type '${shown}'.`,
    )
  }
  const text = textOf(response)
  if (/^[\s\0]*$/.test(text)) return { kind: 'never' }
  const root = readValue(text)
  if (root === undefined) return invalid('json', response, '')
  if (isNothing(root)) return { kind: 'never' }
  const outputs = present(root, 'Outputs')
  const logs = present(root, 'Logs')
  const lines = logs === undefined ? [] : linesOf(logs)
  const isWrong =
    root.kind !== 'object' || (outputs !== undefined && outputs.kind !== 'object') || lines === undefined
  if (isWrong) return invalid('json', response, '')
  return { values: { outputs, returned: present(root, 'ReturnValue', 'any'), logs: lines } }
}

function invalid(failure: ContractFailure, { status, statusText }: ReceivedResponse, why: string): Content {
  const hostText = `Invalid HttpResponseMessage: StatusCode: ${status}, ReasonPhrase: '${statusText}' ${why}`
  return { kind: 'failed', failure, hostText: hostText.trimEnd() }
}

/** The formatter reads one value and leaves what follows alone. */
function readValue(text: string): JsonNode | undefined {
  const read = readJsonText(text, 'any')
  if ('root' in read) return read.root
  if (!read.complaint.words.startsWith('Additional text encountered')) return undefined
  const lines = text.split('\n')
  const before = [...lines.slice(0, read.line - 1), (lines[read.line - 1] ?? '').slice(0, read.column - 1)]
  const first = readJsonText(before.join('\n'), 'any')
  return 'root' in first ? first.root : undefined
}

/** Where an object is wanted, an empty text counts as null. */
function present(root: JsonNode, name: string, wanted: 'object' | 'any' = 'object'): JsonNode | undefined {
  const value = memberInAnyCase(root, name)?.value
  const isNone =
    value === undefined ||
    value.kind === 'null' ||
    value.kind === 'undefined' ||
    (wanted === 'object' && isNothing(value))
  return isNone ? undefined : value
}

function isNothing(node: JsonNode): boolean {
  return node.kind === 'null' || node.kind === 'undefined' || (node.kind === 'string' && node.value === '')
}

function linesOf(logs: JsonNode): readonly string[] | undefined {
  if (logs.kind !== 'array') return undefined
  const lines = logs.items.map((item) => readAsText(item, ''))
  return lines.some((line) => 'refused' in line)
    ? undefined
    : lines.map((line) => ('value' in line ? (line.value ?? '') : ''))
}

const httpOutputText =
  'Failed while trying to Deserialize to httpOutputBindingResponse. Output is not in expected format'

class HttpOutputError extends Error {}

function assign(
  { outputs, returned, logs }: Values,
  bindings: readonly ContractBinding[],
): { outputs: ReadonlyMap<string, OutputValue>; returned: OutputValue | undefined; logs: readonly string[] } {
  const assigned = new Map<string, OutputValue>()
  const given = outputs === undefined ? undefined : membersOf(outputs)
  const targets = outputsAmong(bindings)
  for (const binding of targets) {
    const value = given === undefined ? undefined : outputValue(binding, given)
    if (value !== undefined) assigned.set(binding.name, value)
  }
  const returnBinding = targets.find(({ name }) => name === returnName)
  const value = returned === undefined ? undefined : decoded(returned, returnBinding)
  if (returnBinding !== undefined) {
    if (value === undefined) assigned.delete(returnName)
    else assigned.set(returnName, value)
  } else if (returned?.kind === 'object') {
    for (const [name, node] of membersOf(returned)) {
      if (node.kind === 'null') assigned.delete(name)
      else assigned.set(name, { kind: 'json', node })
    }
  }
  return { outputs: assigned, returned: value, logs }
}

function outputValue(
  binding: ContractBinding,
  given: ReadonlyMap<string, JsonNode>,
): OutputValue | undefined {
  const node = given.get(binding.name)
  // Only this spelling is taken apart.
  if (binding.type === 'http' && binding.name !== returnName) {
    return node === undefined ? { kind: 'http-missing' } : { kind: 'http', output: readHttpOutput(node) }
  }
  return node === undefined || node.kind === 'null' ? undefined : decoded(node, binding)
}

/** A text that happens to be base64 becomes bytes, except for `$return` without a binding and for `binary`. */
function decoded(node: JsonNode, binding: ContractBinding | undefined): OutputValue {
  if (node.kind !== 'string' || binding === undefined || isBinary(binding)) return { kind: 'json', node }
  const bytes = fromBase64(node.value)
  return bytes === undefined ? { kind: 'json', node } : { kind: 'bytes', bytes }
}

/** `Convert.FromBase64String`: blanks are passed over, padding has to be complete. */
function fromBase64(text: string): Uint8Array | undefined {
  const dense = text.replace(/[ \t\r\n]/g, '')
  if (dense.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(dense)) return undefined
  return Buffer.from(dense, 'base64')
}

function readHttpOutput(node: JsonNode): HttpOutput {
  const root = node.kind === 'object' ? node : httpOutputInText(node)
  if (root === undefined || root.kind !== 'object') throw new HttpOutputError(httpOutputText)
  const statusCode = textMember(root, 'StatusCode')
  textMember(root, 'Status')
  const headers = present(root, 'Headers')
  if (headers !== undefined && headers.kind !== 'object') throw new HttpOutputError(httpOutputText)
  return {
    statusCode,
    body: present(root, 'Body', 'any'),
    headers: headers === undefined ? undefined : membersOf(headers),
  }
}

function httpOutputInText(node: JsonNode): JsonNode | undefined {
  if (node.kind !== 'string') return undefined
  const read = readJsonText(toStringOf(node), 'any')
  return 'root' in read ? read.root : undefined
}

function textMember(root: JsonNode, name: string): string | undefined {
  const value = memberInAnyCase(root, name)?.value
  if (value === undefined) return undefined
  const text = readAsText(value, name)
  if ('refused' in text) throw new HttpOutputError(httpOutputText)
  return text.value
}

function textOf(response: ReceivedResponse): string {
  const charset = /;\s*charset="?([^";\s]+)/i.exec(contentTypeOf(response))?.[1]?.toLowerCase()
  const isUtf16 = charset === 'utf-16' || charset === 'utf-16le'
  return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(response.body)
}

/** Empty when there is none, or none that .NET can read. */
function mediaTypeOf(response: ReceivedResponse): string {
  const token = "[\\w!#$%&'*+.^`|~-]+"
  const pattern = new RegExp(`^\\s*(${token}/${token})\\s*(?:;.*)?$`)
  return pattern.exec(contentTypeOf(response))?.[1]?.toLowerCase() ?? ''
}

function contentTypeOf({ headers }: ReceivedResponse): string {
  const header = headers['content-type']
  return typeof header === 'string' ? header : ''
}
