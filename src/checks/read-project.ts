/**
 * Reads a function app from disk into one `Project`: listing, host.json, functions, Go code.
 * It reads within fixed limits and judges nothing; the checks do.
 */
import { statSync } from 'node:fs'
import { relative, sep } from 'node:path'
import { ActionError } from '../errors'
import { AppFolder } from '../files/app-folder'
import { type ListedFile, listFiles } from '../files/listing'
import { unlessItFails } from '../files/unless-it-fails'
import { readFunctionApp } from '../functions/app'
import { functionNames } from '../functions/function-json/functions'
import { sectionExists } from '../functions/host-json/configuration'
import { executableFrom, nativeExecutable, normalizeExecutable } from '../functions/host-json/executable'
import { maxJsonBytes } from '../functions/json/json'
import { requiresNativeWorker } from '../gosource/native-worker'
import { readGoSources } from '../gosource/read-sources'
import type { GoSources } from '../gosource/sources'
import { appFolderHint, appFoldersIn } from './app-folders'
import type { Model, Project } from './project'

const maxFiles = 50_000
const maxHeadBytes = 512
const maxFunctions = 2000
const maxFunctionBytes = 32 * 1024 * 1024

export interface ProjectRequest {
  /** Absolute path of the folder of host.json. */
  readonly projectFolder: string
  /** Absolute path of the checked-out repository. */
  readonly repositoryRoot: string
  /** The `executable` input; empty takes the name from host.json. */
  readonly executableInput: string
  /** The `model` input. */
  readonly model?: 'auto' | Model
}

/**
 * Reads a function app.
 *
 * @param request absolute folders and the inputs that decide what is read
 * @returns the project; a missing or broken host.json is part of it, not an error
 * @throws ActionError `working-directory-missing`, `project-folder`, `project-too-large`
 */
export function readProject(request: ProjectRequest): Project {
  const { projectFolder, repositoryRoot } = request
  demandFolder(request)
  const files = listFiles(projectFolder, { limit: maxFiles })
  demandFewFunctions(files)
  const reader = new AppFolder(projectFolder, repositoryRoot, files)
  const app = readFunctionApp(reader)
  const go = readGoSources({ projectFolder, repositoryRoot, files })
  const funcignore = reader.text('.funcignore', maxJsonBytes)
  const { configuration } = app.hostJson
  const folder = relative(repositoryRoot, projectFolder).split(sep).join('/') || '.'
  const { model, isModelAmbiguous } = chooseModel(request.model ?? 'auto', {
    folder,
    files,
    configuration,
    go,
  })
  const named = model === 'native' ? nativeExecutable : executableFrom(configuration)
  const isExecutableGiven = request.executableInput !== ''
  return Object.freeze<Project>({
    folder,
    files,
    model,
    isModelAmbiguous,
    hostJson: app.hostJson.file,
    appFolders: app.hostJson.file.state === 'missing' ? appFoldersIn(repositoryRoot) : [],
    configuration,
    functions: app.functions,
    app,
    reader,
    executable: isExecutableGiven ? normalizeExecutable(request.executableInput) : named,
    isExecutableGiven,
    funcignore,
    executableHead: named === '' ? undefined : reader.text(named, maxHeadBytes),
    go: Object.freeze(go),
  })
}

function demandFolder({ projectFolder, repositoryRoot }: ProjectRequest): void {
  const found = unlessItFails(() => statSync(projectFolder))
  if (found?.isDirectory() === true) return
  const shown = relative(repositoryRoot, projectFolder).split(sep).join('/') || '.'
  const wrong = found === undefined ? 'does not exist' : 'is not a folder'
  throw new ActionError('working-directory-missing', `The working-directory '${shown}' ${wrong}.`, {
    hint: `Run actions/checkout before this step. ${appFolderHint(appFoldersIn(repositoryRoot))}`,
  })
}

function demandFewFunctions(files: readonly ListedFile[]): void {
  const names = functionNames(files)
  const own = new Set(names.map((name) => `${name}/function.json`))
  const bytes = files.reduce((sum, { path, sizeBytes }) => (own.has(path) ? sum + sizeBytes : sum), 0)
  if (names.length > maxFunctions || bytes > maxFunctionBytes) {
    const limit = `${maxFunctions} function folders or ${maxFunctionBytes} bytes of function.json`
    throw new ActionError('project-too-large', `The project has more than ${limit}.`, {
      hint: 'Set working-directory to the folder of one function app.',
    })
  }
}

/** The native worker needs its module; a custom handler needs its section (see the host's worker selection). */
function chooseModel(
  input: 'auto' | Model,
  { folder, files, configuration, go }: Pick<Project, 'folder' | 'files' | 'configuration' | 'go'>,
) {
  const hasSection =
    sectionExists(configuration, 'customHandler') || sectionExists(configuration, 'httpWorker')
  const isNative = belongsToNativeWorker(go) || (go.modules.length === 0 && isNativePackage(files))
  const detected: Model = !hasSection && isNative ? 'native' : 'custom-handler'
  return {
    model: input === 'auto' ? detected : input,
    isModelAmbiguous: input === 'auto' && hasSection && startsNativeWorker(folder, go),
  }
}

/** Where there is no code to ask, as in a package: exactly what the native worker is packed as. */
function isNativePackage(files: readonly ListedFile[]): boolean {
  const paths = files.map(({ path }) => path)
  return paths.includes(nativeExecutable) && functionNames(files).length === 0
}

function belongsToNativeWorker(go: GoSources): boolean {
  const [module] = go.modules
  return module !== undefined && requiresNativeWorker(module.text)
}

/** Only code of the folder itself counts: another app of the same module may use the other model. */
function startsNativeWorker(folder: string, go: GoSources): boolean {
  const inside = folder === '.' ? '' : `${folder}/`
  return go.files.some(
    ({ path, text }) =>
      path.startsWith(inside) &&
      !path.slice(inside.length).includes('/') &&
      /^[ \t]*(import[ \t]+)?(\w+[ \t]+)?"github\.com\/azure\/azure-functions-golang-worker\/worker"/im.test(
        text,
      ),
  )
}
