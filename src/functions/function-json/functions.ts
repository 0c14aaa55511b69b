/**
 * Finds the functions of an app as the host does: direct child folders with a `function.json`
 * (HostFunctionMetadataProvider.cs of azure-functions-host), and reads their bindings.
 * It judges nothing.
 */

import type { AppFile } from '../app-files'
import type { JsonFile } from '../json/json'
import type { JsonNode } from '../json/json-tree'
import { memberInAnyCase, memberOf, stringOf } from '../json/json-tree'
import { effectiveRoute } from '../routes/route'

/** One entry of `bindings` in a function.json, its values as the host binds them (names in any case). */
export interface Binding {
  readonly node: JsonNode
  /** Undefined when absent or no string. */
  readonly type: string | undefined
  readonly name: string | undefined
  /** Lower case; `in` when the key is absent, as the host assumes. */
  readonly direction: string
  readonly isTrigger: boolean
}

/** What the host makes of an `httpTrigger`. */
export interface HttpTrigger {
  /** As written; the function's name when there is none. */
  readonly route: string
  /** As written; undefined means every method, an empty list none. */
  readonly methods: readonly string[] | undefined
  /** Lower case; `function` when there is none. */
  readonly authLevel: string
}

/** A direct child folder with a `function.json`. */
export interface FunctionFolder {
  /** The folder's name, which is the function's name. */
  readonly name: string
  /** Path of its function.json relative to the project folder. */
  readonly path: string
  readonly json: JsonFile
  readonly bindings: readonly Binding[]
  /** The first input binding whose type ends in `Trigger`. */
  readonly trigger: Binding | undefined
  readonly http: HttpTrigger | undefined
}

/** No function has this many; a file with more is not worth the time. */
const maxBindings = 100

/**
 * The function folders among the files of a project.
 *
 * @param files the listing of the project folder
 * @returns names of direct child folders that hold a `function.json` in exactly this spelling
 */
export function functionNames(files: readonly AppFile[]): readonly string[] {
  const names: string[] = []
  for (const { path, kind } of files) {
    const [name, file, ...rest] = path.split('/')
    if (name !== undefined && file === 'function.json' && rest.length === 0 && kind !== 'other')
      names.push(name)
  }
  return names
}

/**
 * Makes a function out of its parsed `function.json`.
 *
 * @param name the folder's name
 * @param json its function.json
 * @returns the function with its bindings; the lists are empty when the file is no JSON object
 */
export function readFunction(name: string, json: JsonFile): FunctionFolder {
  const root = json.state === 'parsed' ? json.document.root : undefined
  const list = memberOf(root, 'bindings')?.value
  const bindings = list?.kind === 'array' ? list.items.slice(0, maxBindings).map(readBinding) : []
  const trigger = bindings.find((binding) => binding.isTrigger)
  const http =
    trigger?.type?.toLowerCase() === 'httptrigger' ? readHttpTrigger(name, trigger.node) : undefined
  return { name, path: `${name}/function.json`, json, bindings, trigger, http }
}

function readBinding(node: JsonNode): Binding {
  const type = stringOf(memberInAnyCase(node, 'type')?.value)
  const direction = memberInAnyCase(node, 'direction')?.value
  const isOutput = stringOf(direction)?.toLowerCase() === 'out'
  return {
    node,
    type,
    name: stringOf(memberInAnyCase(node, 'name')?.value),
    direction: stringOf(direction)?.toLowerCase() ?? 'in',
    isTrigger: !isOutput && type !== undefined && /trigger$/i.test(type),
  }
}

function readHttpTrigger(name: string, node: JsonNode): HttpTrigger {
  const methods = memberInAnyCase(node, 'methods')?.value
  return {
    route: effectiveRoute(name, stringOf(memberInAnyCase(node, 'route')?.value) ?? ''),
    methods: methods?.kind === 'array' ? methods.items.map((item) => stringOf(item) ?? '') : undefined,
    authLevel: stringOf(memberInAnyCase(node, 'authLevel')?.value)?.toLowerCase() ?? 'function',
  }
}
