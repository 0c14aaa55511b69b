/**
 * Checks of the folders of functions and their function.json as files: are there any, does the host find
 * them, can it read them (HostFunctionMetadataProvider.cs and Utility.cs of azure-functions-host).
 */
import { posix } from 'node:path'
import type { FunctionFolder } from '../functions/function-json/functions'
import { sectionExists } from '../functions/host-json/configuration'
import { memberInAnyCase, memberOf, quoteJson } from '../functions/json/json-tree'
import { parseTimeSpan } from '../functions/values/time-span'
import { type Check, type FunctionProblem, inHostJson, onEachFunction, type Problem } from './check'
import { type Project, placeIn } from './project'

export const functionChecks: readonly Check[] = [
  { code: 'no-functions', severity: 'error', run: noFunctions },
  { code: 'function-json-nested', severity: 'warning', run: nested },
  { code: 'function-json-case', severity: 'error', run: wrongCase },
  { code: 'function-name', severity: 'error', run: onEachFunction(name) },
  { code: 'function-json-unparseable', severity: 'error', run: onEachFunction(unparseable) },
  { code: 'script-file-missing', severity: 'error', run: onEachFunction(scriptFile) },
  { code: 'retry-incomplete', severity: 'error', run: onEachFunction(retry) },
  { code: 'function-disabled-key', severity: 'warning', run: onEachFunction(disabled) },
]

const namePattern = /^[a-z][a-z0-9_-]{0,127}$/i

function noFunctions(project: Project): readonly Problem[] {
  if (project.model !== 'custom-handler' || project.hostJson.state === 'missing') return []
  if (
    project.isModelAmbiguous ||
    project.app.functions.length > 0 ||
    isRouted(project) ||
    misspelled(project).length > 0
  )
    return []
  return [
    {
      message: `The folder '${project.folder}' has no function: no folder directly in it holds a function.json.`,
      hint: 'Add one folder for each function next to host.json, named as the function, with a function.json in it.',
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
    hint: `Rename it: git mv ${path} ${posix.dirname(path)}/function.json`,
    location: placeIn(project, path),
  }))
}

function name(folder: FunctionFolder): FunctionProblem | undefined {
  const isReserved = folder.name.toLowerCase() === 'host'
  if (namePattern.test(folder.name) && !isReserved) return undefined
  const rule = isReserved
    ? "the name 'host' is taken"
    : 'it must begin with a letter and hold letters, digits, _ and - only, 128 at most'
  return {
    message: `The folder '${folder.name}' is no valid function name: ${rule}.`,
    hint: 'Rename the folder, and the route in the Go code with it.',
  }
}

function unparseable({ json, path }: FunctionFolder): FunctionProblem | undefined {
  const hint = 'Correct the JSON at this place.'
  if (json.state === 'failed') {
    const { reason, line, column } = json.failure
    return { message: `${path} cannot be read as JSON: ${reason}.`, hint, at: { line, column } }
  }
  if (json.state === 'parsed') return undefined
  const message = `${path} cannot be read: it is a symbolic link out of the repository or no regular file.`
  return { message, hint: 'Put a regular file in its place.' }
}

function rootOf({ json }: FunctionFolder) {
  return json.state === 'parsed' ? json.document.root : undefined
}

function scriptFile(folder: FunctionFolder, project: Project): FunctionProblem | undefined {
  const value = memberOf(rootOf(folder), 'scriptFile')?.value
  if (value?.kind !== 'string' || value.value === '') return undefined
  const target = posix.join(folder.name, value.value)
  if (target === project.executable || project.files.some(({ path }) => path === target)) return undefined
  return {
    message: `'scriptFile' of function '${folder.name}' is '${value.value}', which does not exist.`,
    hint: "Remove the key 'scriptFile': a custom handler needs none.",
    at: value.span,
  }
}

/** Which keys each strategy needs (`Utility.ValidateRetryOptions`). */
const intervals = {
  fixeddelay: ['delayInterval'],
  exponentialbackoff: ['minimumInterval', 'maximumInterval'],
} as const

function retry(folder: FunctionFolder): FunctionProblem | undefined {
  const retry = memberInAnyCase(rootOf(folder), 'retry')
  if (retry?.value.kind !== 'object') return undefined
  const strategy = memberInAnyCase(retry.value, 'strategy')?.value
  const key = strategy?.kind === 'string' ? strategy.value.toLowerCase() : ''
  if (key !== 'fixeddelay' && key !== 'exponentialbackoff') {
    const message = `The retry strategy of function '${folder.name}' ${strategy === undefined ? 'is missing' : `is ${quoteJson(strategy)}, which the host does not know`}.`
    const hint = 'Write "strategy": "fixedDelay" or "exponentialBackoff".'
    return { message, hint, at: strategy?.span ?? retry.keySpan }
  }
  const needed = ['maxRetryCount', ...intervals[key]]
  const missing = needed.filter((name) => memberInAnyCase(retry.value, name) === undefined)
  const wrong = intervals[key].find((name) => {
    const value = memberInAnyCase(retry.value, name)?.value
    return value !== undefined && (value.kind !== 'string' || parseTimeSpan(value.value) === undefined)
  })
  if (missing.length > 0) {
    const message = `The retry policy of function '${folder.name}' lacks ${missing.map((name) => `'${name}'`).join(' and ')}.`
    return {
      message,
      hint: `Add ${missing.map((name) => `"${name}"`).join(' and ')}; this strategy needs ${needed.join(', ')}.`,
      at: retry.keySpan,
    }
  }
  const value = wrong === undefined ? undefined : memberInAnyCase(retry.value, wrong)?.value
  if (value === undefined) return undefined
  const message = `'${wrong}' in the retry policy of function '${folder.name}' is ${quoteJson(value)}, which is no time span.`
  return { message, hint: 'Write hours, minutes and seconds, for example "00:00:10".', at: value.span }
}

function disabled(folder: FunctionFolder): FunctionProblem | undefined {
  const member = memberInAnyCase(rootOf(folder), 'disabled')
  if (member?.value.kind !== 'boolean' || !member.value.value) return undefined
  return {
    message: `'disabled' in function.json does not disable '${folder.name}': version 4 of the host does not read it.`,
    hint: `Set the app setting AzureWebJobs.${folder.name}.Disabled to true.`,
    at: member.keySpan,
  }
}
