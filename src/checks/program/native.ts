/**
 * Checks of projects for the native Go worker, and of projects that are two things at once
 * (README and roadmap of Azure/azure-functions-golang-worker, GoHelpers.cs of azure-functions-core-tools).
 */
import { placeAt, sectionExists } from '../../functions/host-json/configuration'
import { type GoFile, goCodeOf, hasOwnMain } from '../../gosource/code'
import { workerModule, workerRequirement } from '../../gosource/native-worker'
import { placeOfOffset } from '../../gosource/source'
import { type Check, inFunctionJson, inHostJson, type Problem, type ProjectFinding } from '../check'
import type { Project } from '../project'

export const nativeChecks: readonly Check[] = [
  { code: 'model-ambiguous', severity: 'error', run: ambiguous },
  { code: 'native-custom-handler', severity: 'error', run: customHandler },
  { code: 'native-function-json', severity: 'error', run: functionJson },
  { code: 'native-module-missing', severity: 'error', run: moduleMissing },
  { code: 'native-module-version', severity: 'warning', run: moduleVersion },
  { code: 'native-go-version', severity: 'error', run: goVersion },
  { code: 'native-trigger-import', severity: 'warning', run: triggerImport },
  { code: 'native-not-started', severity: 'warning', run: notStarted },
]

function ambiguous(project: Project): readonly Problem[] {
  if (!project.isModelAmbiguous) return []
  return [
    {
      message: `host.json has a custom handler, but the Go code starts the native worker of '${workerModule}'.`,
      hint: "Remove the section 'customHandler' for the native worker, or do not import its module for a custom handler.",
      location: sectionPlace(project),
    },
  ]
}

function sectionPlace(project: Project) {
  const { configuration } = project
  const place = placeAt(configuration, 'customHandler') ?? placeAt(configuration, 'httpWorker')
  return inHostJson(project, place?.keySpan)
}

function customHandler(project: Project): readonly Problem[] {
  if (project.model !== 'native' || !sectionExists(project.configuration, 'customHandler')) return []
  return [
    {
      message: "host.json has a section 'customHandler', so the host would not use the native Go worker.",
      hint: 'Remove the section.',
      location: sectionPlace(project),
    },
  ]
}

function functionJson(project: Project): readonly Problem[] {
  if (project.model !== 'native') return []
  return project.functions.map((folder) => ({
    message: `'${folder.path}' is a left-over: the native Go worker registers functions in code.`,
    hint: `Delete the folder '${folder.name}', or register the function with app.HTTP or another method.`,
    location: inFunctionJson(project, folder),
  }))
}

// Only where there is a go.mod to ask: a binary that is given may come from elsewhere.
function moduleMissing(project: Project): readonly Problem[] {
  const [module] = project.go.modules
  if (project.model !== 'native' || module === undefined) return []
  if (workerRequirement(module.text) !== undefined) return []
  return [
    {
      message: `The model is 'native', but '${module.path}' does not require '${workerModule}'.`,
      hint: `Run 'go get ${workerModule}' and end main with worker.Start(app), or remove the input 'model'.`,
      location: { file: module.path },
    },
  ]
}

function moduleVersion(project: Project): readonly Problem[] {
  const [module] = project.go.modules
  if (project.model !== 'native' || module === undefined) return []
  const found = workerRequirement(module.text)
  if (found === undefined) return []
  const { path, version, offset } = found
  const place = (start: number, text: string) => {
    const { line, column } = placeOfOffset(module.text, start)
    return { file: module.path, line, column, endLine: line, endColumn: column + text.length }
  }
  if (path !== workerModule) {
    return [
      {
        message: `go.mod requires '${path}', but the module calls itself '${workerModule}'.`,
        hint: 'Write the path in lower case, in go.mod and in every import.',
        location: place(offset, path),
      },
    ]
  }
  // As `go get MODULE@COMMIT` writes it (Go modules reference, pseudo-versions).
  if (!/[-.]\d{14}-[0-9a-f]{12}$/.test(version)) return []
  return [
    {
      message: `go.mod requires '${workerModule}' at '${version}', a commit that was never released.`,
      hint: `Run 'go get ${workerModule}@latest' for a tagged release.`,
      location: place(module.text.indexOf(version, offset), version),
    },
  ]
}

/** What Core Tools ask for, and what go.mod of the worker says since 2026 (1.25.0). */
const oldestGoMinor = 24
const newestGoMinor = 25

function goVersion(project: Project): readonly Problem[] {
  const [module] = project.go.modules
  if (project.model !== 'native' || module === undefined) return []
  const match = /^([ \t]*go[ \t]+)(\d+)\.(\d+)(\S*)/m.exec(module.text)
  if (match === null) return []
  const [, before = '', major = '0', minor = '0', rest = ''] = match
  if (Number(major) > 1 || Number(minor) >= newestGoMinor) return []
  const isTooOld = Number(minor) < oldestGoMinor
  const { line, column } = placeOfOffset(module.text, match.index + before.length)
  const version = `${major}.${minor}${rest}`
  return [
    {
      message: isTooOld
        ? `go.mod says 'go ${version}', but the native Go worker needs 1.${oldestGoMinor} or later.`
        : `go.mod says 'go ${version}', but newer releases of the native Go worker need 1.${newestGoMinor}.`,
      hint: `Write go 1.${newestGoMinor}.0 or later.`,
      ...(isTooOld ? {} : { severity: 'notice' as const }),
      location: { file: module.path, line, column, endLine: line, endColumn: column + version.length },
    },
  ]
}

/** Triggers that work only when the package with their client is imported (README, extension triggers). */
const extensionTriggers: Readonly<Record<string, string>> = { Blob: 'blob' }

function triggerImport(project: Project): readonly Problem[] {
  const files = workerFiles(project)
  return Object.entries(extensionTriggers).flatMap(([method, name]) => {
    const path = `${workerModule}/triggers/${name}`
    if (files === undefined || goCodeOf(project.go).files.some(({ imports }) => imports.includes(path)))
      return []
    for (const { path: file, text, tokens: read } of files) {
      const tokens = read()
      const at = tokens.findIndex(
        (token, index) =>
          token.text === method &&
          tokens[index - 1]?.text === '.' &&
          tokens[index + 1]?.text === '(' &&
          tokens[index + 2]?.kind === 'string',
      )
      const token = tokens[at]
      if (token === undefined) continue
      return [
        {
          message: `The code registers a trigger with '${method}', but nothing imports the package that provides it.`,
          hint: `Add the import _ "${path}".`,
          location: { file, ...placeOfOffset(text, token.offset) },
        },
      ]
    }
    return []
  })
}

function notStarted(project: Project): readonly Problem[] {
  const code = goCodeOf(project.go)
  if (project.model !== 'native' || !project.go.isComplete || !hasOwnMain(code)) return []
  const starts = code.files.some(({ imports, tokens }) => {
    const isImported = imports.includes(`${workerModule}/worker`)
    if (!isImported) return false
    const all = tokens()
    return all.some(({ text }, index) => text === 'Start' && all[index + 1]?.text === '(')
  })
  const main = code.files.find(({ isMain }) => isMain)
  if (starts || main === undefined) return []
  return [
    {
      message: 'Nothing in the Go code calls worker.Start, so the host would find no function.',
      hint: 'End main with worker.Start(app), where app is sdk.FunctionApp().',
      location: { file: main.path },
    },
  ]
}

/**
 * Says whether a built program is one of the native worker, from the modules in its build info. Outside the table of
 * checks, because only the binary knows: a package that is given has no go.mod.
 *
 * @param modulePaths paths of the modules that were linked, the main one among them; `undefined` without build info
 * @returns an error when the worker's module is not among them
 */
export function workerNotLinked(
  project: Project,
  modulePaths: readonly string[] | undefined,
): ProjectFinding | undefined {
  if (project.model !== 'native' || modulePaths === undefined) return undefined
  if (modulePaths.some((path) => path.toLowerCase() === workerModule)) return undefined
  return {
    code: 'native-worker-not-linked',
    severity: 'error',
    message: `'${project.executable}' holds no package of '${workerModule}', so the host cannot talk to it.`,
    hint: 'Build the program that ends with worker.Start(app), or add the section customHandler to host.json if it serves HTTP itself.',
  }
}

/** Files that use the worker's SDK, when the project is native and its code is complete. */
function workerFiles(project: Project): readonly GoFile[] | undefined {
  if (project.model !== 'native' || !project.go.isComplete) return undefined
  return goCodeOf(project.go).files.filter(({ imports }) =>
    imports.some((path) => path.startsWith(`${workerModule}/`)),
  )
}
