/**
 * Checks of the folders of functions and their function.json as files: are there any, does the host find
 * them, can it read them (HostFunctionMetadataProvider.cs and Utility.cs of azure-functions-host).
 */
import { posix } from 'node:path'
import type { FunctionFolder } from '../../functions/function-json/functions'
import { sectionExists } from '../../functions/host-json/configuration'
import { type JsonNode, memberInAnyCase, quoteJson } from '../../functions/json/json-tree'
import { parseTimeSpan } from '../../functions/values/time-span'
import { type Check, type FunctionProblem, inHostJson, onEachFunction, type Problem } from '../check'
import { isMisspelt, renaming } from '../file-names'
import { jsonAdvice } from '../json-advice'
import { type Project, placeIn } from '../project'
import { capitalized, onRefusals, quoted, type Refused } from './function-refusals'

export const functionChecks: readonly Check[] = [
  { code: 'no-functions', severity: 'error', run: noFunctions },
  { code: 'function-json-nested', severity: 'warning', run: nested },
  { code: 'function-json-case', severity: 'error', run: wrongCase },
  { code: 'function-name', severity: 'error', run: onRefusals(['function-name'], name) },
  {
    code: 'function-json-unparseable',
    severity: 'error',
    run: (project, context) => [...unparseableFiles(project, context), ...unreadableFiles(project, context)],
  },
  { code: 'script-file-missing', severity: 'error', run: onRefusals(['script-file-missing'], scriptFile) },
  { code: 'retry-incomplete', severity: 'error', run: onRefusals(['retry-incomplete'], retry) },
  { code: 'function-disabled-key', severity: 'warning', run: onEachFunction(disabled) },
]

const unparseableFiles = onRefusals(['function-json-unparseable'], unparseable)
const unreadableFiles = onEachFunction(unreadable)

function noFunctions(project: Project): readonly Problem[] {
  if (project.model !== 'custom-handler' || project.hostJson.state === 'missing') return []
  if (
    project.isModelAmbiguous ||
    project.app.functions.length > 0 ||
    isRouted(project) ||
    misspelled(project).length > 0
  )
    return []
  const misnamed = project.files.filter(
    ({ path }) => /^[^/]+\/[^/]+$/.test(path) && isMisspelt(path, 'function.json'),
  )
  if (misnamed.length > 0) {
    return misnamed.slice(0, 20).map(({ path }) => ({
      message: `The folder '${project.folder}' has no function: the host does not read '${path}', only function.json.`,
      hint: renaming(path, `${posix.dirname(path)}/function.json`),
      location: placeIn(project, path),
    }))
  }
  return [
    {
      message: `The folder '${project.folder}' has no function: no folder directly in it holds a function.json.`,
      hint: 'Add one folder for each function next to host.json, named as the function, with a function.json in it. When a Makefile, a Dockerfile or a script puts them there, run it in a step before this one, or give its zip as package.',
      location: inHostJson(project),
    },
  ]
}

/** Functions can also come from `customHandler.http.routes` or from a configuration profile. */
function isRouted({ configuration }: Project): boolean {
  return (
    sectionExists(configuration, 'customHandler:http:routes') ||
    sectionExists(configuration, 'configurationProfile')
  )
}

/** Folders in which a nested function.json is an example, a dependency or build output. */
const unrelated =
  /(^|\/)(\.[^/]*|vendor|testdata|bin|obj|dist|out|publish|examples?|samples?|docs?|tests?)\//i

function nested(project: Project): readonly Problem[] {
  if (project.hostJson.state === 'missing') return []
  const otherApps = new Set(
    project.files.filter(({ path }) => path.endsWith('/host.json')).map(({ path }) => posix.dirname(path)),
  )
  return project.files
    .filter(({ path }) => path === 'function.json' || /^[^/]+\/.+\/function\.json$/.test(path))
    .filter(
      ({ path }) => !unrelated.test(path) && !foldersAround(path).some((folder) => otherApps.has(folder)),
    )
    .slice(0, 20)
    .map(({ path }) => ({
      message: `'${path}' is not read: the host looks for function.json in folders directly beside host.json only.`,
      hint:
        path === 'function.json'
          ? 'Move it into a folder named as the function.'
          : `Move its folder beside host.json.`,
      location: placeIn(project, path),
    }))
}

function foldersAround(path: string): readonly string[] {
  const parts = path.split('/')
  return parts.map((_, length) => parts.slice(0, length).join('/'))
}

function misspelled(project: Project): readonly string[] {
  return project.files
    .map(({ path }) => path)
    .filter((path) => /^[^/]+\/function\.json$/i.test(path) && !path.endsWith('/function.json'))
    .filter((path) => !project.functions.some((folder) => folder.name === posix.dirname(path)))
}

function wrongCase(project: Project): readonly Problem[] {
  if (project.model !== 'custom-handler') return []
  return misspelled(project).map((path) => ({
    message: `'${path}' is not read: the host looks for 'function.json', and Linux tells the cases apart.`,
    hint: renaming(path, `${posix.dirname(path)}/function.json`),
    location: placeIn(project, path),
  }))
}

function name({ folder }: Refused): FunctionProblem {
  const rule =
    folder.name.toLowerCase() === 'host'
      ? "the name 'host' is taken"
      : 'it must begin with a letter and hold letters, digits, _ and - only, 128 at most'
  return {
    message: `The folder '${folder.name}' is no valid function name: ${rule}.`,
    hint: 'Rename the folder, and the route in the Go code with it.',
  }
}

function unparseable({ folder }: Refused): FunctionProblem | undefined {
  if (folder.json.state !== 'failed') return undefined
  const { reason, line, column } = folder.json.failure
  const message = `${folder.path} cannot be read as JSON: ${reason}.`
  return { message, hint: jsonAdvice(folder.json.failure), at: { line, column } }
}

function unreadable({ json, path }: FunctionFolder): FunctionProblem | undefined {
  if (json.state !== 'missing') return undefined
  const message = `${path} cannot be read: it is a symbolic link out of the repository or no regular file.`
  return { message, hint: 'Put a regular file in its place.' }
}

function scriptFile(refused: Refused): FunctionProblem {
  const { value, folder } = refused
  const shown = value?.kind === 'string' ? `'${value.value}'` : quoted(refused)
  return {
    message: `'scriptFile' of function '${folder.name}' is ${shown}, which does not exist.`,
    hint: "Remove the key 'scriptFile': a custom handler needs none.",
  }
}

const retryHint =
  'A fixedDelay needs maxRetryCount and delayInterval, an exponentialBackoff maxRetryCount, minimumInterval and maximumInterval; intervals are time spans such as "00:00:10".'

function retry({ folder, key = 'retry', value }: Refused): FunctionProblem {
  const policy = `the retry policy of function '${folder.name}'`
  if (value === undefined || value.kind === 'null') {
    return { message: `${capitalized(policy)} lacks '${key}'.`, hint: retryHint }
  }
  if (key === 'retry') {
    return {
      message: `'retry' of function '${folder.name}' is ${quoteJson(value)}, not an object.`,
      hint: retryHint,
    }
  }
  return {
    message: `'${key}' in ${policy} is ${quoteJson(value)}, which ${retryFaultOf(key, value)}.`,
    hint: retryHint,
  }
}

function retryFaultOf(key: string, value: JsonNode): string {
  const lowerKey = key.toLowerCase()
  if (lowerKey === 'strategy') return 'the host does not know'
  if (lowerKey === 'maxretrycount') return 'is no whole number from -1 on'
  const seconds = value.kind === 'string' ? parseTimeSpan(value.value) : undefined
  if (seconds === undefined) return 'is no time span'
  return seconds < 0 ? 'is negative' : 'is longer than maximumInterval'
}

function disabled(folder: FunctionFolder): FunctionProblem | undefined {
  const root = folder.json.state === 'parsed' ? folder.json.document.root : undefined
  const member = memberInAnyCase(root, 'disabled')
  if (member?.value.kind !== 'boolean' || !member.value.value) return undefined
  return {
    message: `'disabled' in function.json does not disable '${folder.name}': version 4 of the host does not read it.`,
    hint: `Set the app setting AzureWebJobs.${folder.name}.Disabled to true.`,
    at: member.keySpan,
  }
}
