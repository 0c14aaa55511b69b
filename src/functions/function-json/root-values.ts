/**
 * Reads what stands beside `bindings` in a function.json: `configurationSource`, `scriptFile`, `entryPoint`, `retry`.
 * What fails here keeps the function out of the host's list (HostFunctionMetadataProvider.cs of azure-functions-host).
 */
import { posix } from 'node:path'
import { castToText } from '../json/json-text'
import { type JsonNode, type JsonObject, memberInAnyCase, memberOf } from '../json/json-tree'
import type { Refuse } from './refusals'
import { readRetry } from './retry'

/**
 * Judges the values that are no bindings.
 *
 * @param root the object of a function.json
 * @param name the function's name
 * @param hasFile whether a path, relative to the folder of host.json, is a file of the app
 * @param refuse takes what the host refuses
 */
export function readRootValues(
  root: JsonObject,
  name: string,
  hasFile: (path: string) => boolean,
  refuse: Refuse,
): void {
  const unlisted = { effect: 'unlisted' as const }
  const source = memberInAnyCase(root, 'configurationSource')
  const sourceText = source === undefined ? 'config' : textOf(source.value)
  if (source !== undefined && !['config', 'attributes'].includes(sourceText.toLowerCase())) {
    const text = `Illegal value '${sourceText}' for 'configurationSource' property in ${name}'.`
    refuse('configuration-source', text, { ...unlisted, key: source.key, value: source.value })
  }
  const scriptFile = memberOf(root, 'scriptFile')?.value
  const script = scriptFile === undefined ? { value: undefined } : castToText(scriptFile)
  if (scriptFile !== undefined && 'refused' in script) {
    refuse('binding-text', script.refused, { ...unlisted, key: 'scriptFile', value: scriptFile })
  } else if (
    scriptFile !== undefined &&
    'value' in script &&
    script.value &&
    !hasFile(pathOf(name, script.value))
  ) {
    refuse('script-file-missing', noScriptFile, { ...unlisted, key: 'scriptFile', value: scriptFile })
  }
  const entryPoint = memberOf(root, 'entryPoint')?.value
  const entry = entryPoint === undefined ? { value: undefined } : castToText(entryPoint)
  if (entryPoint !== undefined && 'refused' in entry) {
    refuse('binding-text', entry.refused, { ...unlisted, key: 'entryPoint', value: entryPoint })
  }
  const retry = memberOf(root, 'retry')
  const fault = retry === undefined ? undefined : readRetry(retry.value, 'retry')
  if (retry !== undefined && fault !== undefined) {
    const { key = 'retry', value, text } = fault
    refuse('retry-incomplete', text, {
      ...unlisted,
      key,
      ...(value === undefined ? { span: retry.keySpan } : { value }),
    })
  }
  if (source !== undefined && sourceText.toLowerCase() === 'attributes') {
    // The host then looks for a .NET method and finds none.
    const text = 'Object reference not set to an instance of an object.'
    refuse('configuration-source', text, { key: source.key, value: source.value })
  }
}

const noScriptFile =
  "Invalid script file name configuration. The 'scriptFile' property is set to a file that does not exist."

function pathOf(name: string, scriptFile: string): string {
  return posix.isAbsolute(scriptFile) ? scriptFile : posix.normalize(posix.join(name, scriptFile))
}

/** `JToken.ToString()`: single values as text, lists and objects as indented JSON. */
function textOf(node: JsonNode, indent = ''): string {
  const inner = `${indent}  `
  if (node.kind === 'array') {
    if (node.items.length === 0) return '[]'
    return `[\n${node.items.map((item) => `${inner}${jsonOf(item, inner)}`).join(',\n')}\n${indent}]`
  }
  if (node.kind === 'object') {
    if (node.members.length === 0) return '{}'
    const lines = node.members.map(
      ({ key, value }) => `${inner}${JSON.stringify(key)}: ${jsonOf(value, inner)}`,
    )
    return `{\n${lines.join(',\n')}\n${indent}}`
  }
  const text = castToText(node)
  return 'value' in text ? (text.value ?? '') : ''
}

function jsonOf(node: JsonNode, indent: string): string {
  if (node.kind === 'array' || node.kind === 'object') return textOf(node, indent)
  if (node.kind === 'string' || node.kind === 'boolean') return JSON.stringify(node.value)
  return node.kind === 'number' ? node.text : 'null'
}
