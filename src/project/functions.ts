/**
 * Finds the functions of an app as the host does: direct child folders with a `function.json`
 * (HostFunctionMetadataProvider.cs of azure-functions-host), and reads their bindings.
 * It judges nothing.
 */

import type { JsonNode } from './json-tree'
import { memberInAnyCase, memberOf, stringOf } from './json-tree'
import type { ListedFile } from './listing'
import type { Binding, FunctionFolder, HttpTrigger, ProjectJson } from './project'
import { withoutSlashes } from './route-text'

/** No function has this many; a file with more is not worth the time. */
const maxBindings = 100

/**
 * The function folders among the files of a project.
 *
 * @param files the listing of the project folder
 * @returns names of direct child folders that hold a `function.json` in exactly this spelling
 */
export function functionNames(files: readonly ListedFile[]): readonly string[] {
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
export function readFunction(name: string, json: ProjectJson): FunctionFolder {
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
  const route = withoutSlashes(stringOf(memberInAnyCase(node, 'route')?.value) ?? '')
  const methods = memberInAnyCase(node, 'methods')?.value
  const listed = methods?.kind === 'array' ? methods.items.map(stringOf) : []
  return {
    route: route === '' ? name : route,
    methods: listed.filter((method) => method !== undefined).map((method) => method.toUpperCase()),
    authLevel: stringOf(memberInAnyCase(node, 'authLevel')?.value)?.toLowerCase() ?? 'function',
  }
}
