/**
 * A function as plain data for those who run it: the host model, the rehearsal, the emulator. It keeps no places.
 */
import type { Binding, Direction, FunctionFolder } from './functions'

export interface HostBinding {
  readonly name: string
  readonly type: string
  readonly direction: Direction
  /** `binary` keeps outputs from being decoded as base64. */
  readonly dataType?: string
  /** `many` gives a trigger's data as a list. */
  readonly cardinality?: string
}

/** One function as the host knows it. */
export interface HostFunction {
  readonly name: string
  /** Binding type of the trigger, for example `httpTrigger`; empty when there is none. */
  readonly trigger: string
  /** Route template without the prefix, nothing trimmed. HTTP functions only. */
  readonly route?: string
  /** As written; undefined means every method, an empty list none. HTTP functions only. */
  readonly methods?: readonly string[]
  readonly authLevel: string
  readonly bindings: readonly HostBinding[]
  /** Exactly one HTTP trigger and one HTTP output: the only shape to which forwarding applies. */
  readonly isHttpInAndOut: boolean
  /** Why the host refuses it, in the host's words: the first reason. */
  readonly errors: readonly string[]
  /** Whether the host lists it, be it in error or not. */
  readonly isListed: boolean
  /** It has its route, although it is in error: its requests are answered with 500. */
  readonly isRoutedInError: boolean
}

/**
 * Makes plain data of a function.
 *
 * @param folder a function as it was read
 */
export function toHostFunction({ name, trigger, http, bindings, refusals }: FunctionFolder): HostFunction {
  const refused = refusals.find(({ effect }) => effect === 'unlisted' || effect === 'function')
  return {
    name,
    trigger: trigger?.type ?? '',
    ...(http === undefined ? {} : { route: http.route }),
    ...(http?.methods === undefined ? {} : { methods: http.methods }),
    authLevel: http?.authLevel ?? 'function',
    bindings: bindings.map(toHostBinding),
    isHttpInAndOut: isHttpInAndOut({ http, bindings }),
    errors: refused === undefined ? [] : [refused.text],
    isListed: refused?.effect !== 'unlisted',
    // The method of a class that is not there is looked for after the routes were made.
    isRoutedInError: refused?.rule === 'configuration-source' && refused.effect === 'function',
  }
}

function toHostBinding({ name = '', type = '', direction, dataType, cardinality }: Binding): HostBinding {
  return {
    name,
    type,
    direction,
    ...(dataType === undefined ? {} : { dataType }),
    ...(cardinality === undefined ? {} : { cardinality }),
  }
}

/**
 * Whether requests are forwarded: exactly one input, the HTTP trigger, and exactly one output, the HTTP response
 * (FunctionMetadataExtensions.cs of azure-functions-host).
 */
export function isHttpInAndOut({ http, bindings }: Pick<FunctionFolder, 'http' | 'bindings'>): boolean {
  const inputs = bindings.filter(({ direction }) => direction !== 'out')
  const outputs = bindings.filter(({ direction }) => direction !== 'in')
  return (
    http !== undefined &&
    inputs.length === 1 &&
    outputs.length === 1 &&
    outputs[0]?.type?.toLowerCase() === 'http'
  )
}
