/**
 * The request by which the host invokes a function: `POST /<FunctionName>` with data and metadata as JSON.
 */
import type { OutgoingRequest } from '../exchange'
import { hostHeaders } from '../forwarding'

/** Binding names with values: text, numbers, booleans, `Date`, bytes, lists, plain objects, null. */
export type BindingValues = Readonly<Record<string, unknown>>

/**
 * Composes a contract request.
 *
 * @param functionName the folder's name; it is the path
 * @param data of the input bindings
 * @param metadata binding data; keys that end in "trigger" and empty values are left out
 * @see src/WebJobs.Script/Workers/MessageExtensions/ScriptInvocationContextExtensions.cs in
 *   Azure/azure-functions-host
 */
export function contractRequest(
  functionName: string,
  data: BindingValues,
  metadata: BindingValues,
  invocationId: string,
): OutgoingRequest {
  const kept = Object.entries(metadata).filter(
    ([key, value]) => value !== null && value !== undefined && !/trigger$/i.test(key),
  )
  const content = { Data: encodedValues(Object.entries(data)), Metadata: encodedValues(kept) }
  return {
    method: 'POST',
    path: `/${encodeURIComponent(functionName)}`,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'transfer-encoding': 'chunked',
      ...hostHeaders(invocationId),
    },
    body: Buffer.from(JSON.stringify(content), 'utf8'),
  }
}

/** The binding data that the host adds to every invocation. */
export function systemMetadata(
  functionName: string,
  ids: { readonly guid: string; readonly now: Date },
): BindingValues {
  const UtcNow = ids.now.toISOString().replace('Z', '0000Z')
  return { sys: { MethodName: functionName, UtcNow, RandGuid: ids.guid } }
}

function encodedValues(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  return Object.fromEntries(entries.map(([name, value]) => [name, encodedValue(value)]))
}

/** Objects stay, times are their text, and everything else is encoded as JSON once more; bytes become base64. */
function encodedValue(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
  if (value instanceof Date) return `${value.toISOString().slice(0, 19)}+00:00`
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isObject ? value : JSON.stringify(value ?? null)
}
