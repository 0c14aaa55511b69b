/**
 * Finds the Go function apps among the files of a repository: folders with a host.json that names a custom handler,
 * or that belong to the native Go worker, and that hold Go code.
 */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import ignore from 'ignore'
import type { Finding } from '../../findings'
import { flatten, sectionExists } from '../../functions/host-json/configuration'
import { maxJsonBytes, parseJson } from '../../functions/json/json'
import { requiresNativeWorker } from '../../gosource/native-worker'
import { folderOf, foldersAround, isWithin, nameOf } from './paths'

/** A function app of the repository. */
export interface FoundApp {
  /** Folder of host.json, a path of the repository. */
  readonly folder: string
}

export interface Search {
  readonly apps: readonly FoundApp[]
  /** Folders with a host.json that is no Go app of ours, with the reason as a clause. */
  readonly leftOut: readonly { readonly folder: string; readonly reason: string }[]
  /** Apps that cannot be handed on. */
  readonly findings: readonly Finding[]
}

/** Go itself does not look into these, and neither holds an app. */
const skippedFolder = /^(?:[._].*|node_modules|vendor|testdata)$/

/**
 * Looks for apps.
 *
 * @param root absolute root of the repository
 * @param paths files of the repository
 * @param where the folder to search, a path of the repository, and what is known of folders in it
 * @returns the apps by folder, in the order of their paths
 */
export function findApps(
  root: string,
  paths: readonly string[],
  where: {
    readonly folder: string
    readonly exclude: readonly string[]
    /** Folders whose main package is named to lie elsewhere, so that they need not hold Go code. */
    readonly withMainPackage: ReadonlySet<string>
  },
): Search {
  const excluded = ignore({ ignorecase: false }).add([...where.exclude])
  const candidates = paths
    .filter((path) => nameOf(path) === 'host.json')
    .map(folderOf)
    .filter((folder) => isWithin(folder, where.folder))
    .sort((one, other) => (one < other ? -1 : 1))
  const goFolders = foldersWithGo(paths)
  const modules = new Set(paths.filter((path) => nameOf(path) === 'go.mod').map(folderOf))
  const models = new Map<string, boolean | undefined>()
  const verdicts = candidates.map((folder) => {
    const inside =
      folder === where.folder ? '.' : where.folder === '.' ? folder : folder.slice(where.folder.length + 1)
    if (inside.split('/').some((part) => part !== '.' && skippedFolder.test(part))) {
      return 'Go leaves folders of such a name out'
    }
    if (inside !== '.' && ignore.isPathValid(inside) && excluded.ignores(`${inside}/`))
      return "'exclude' names it"
    if (!goFolders.has(folder) && !where.withMainPackage.has(folder)) return 'it holds no Go file'
    return hindrance(root, folder, modules, models)
  })
  const apps = candidates.filter((_, index) => verdicts[index] === undefined).map((folder) => ({ folder }))
  return {
    apps: apps.filter(({ folder }) => !isUnspeakable(folder)),
    leftOut: candidates.flatMap((folder, index) => {
      const reason = verdicts[index]
      return reason === undefined ? [] : [{ folder, reason }]
    }),
    findings: apps.filter(({ folder }) => isUnspeakable(folder)).map(({ folder }) => unspeakable(folder)),
  }
}

/** Every folder that has a Go file in it or below it. */
function foldersWithGo(paths: readonly string[]): ReadonlySet<string> {
  const folders = new Set<string>()
  for (const path of paths) {
    if (!path.endsWith('.go') || path.endsWith('_test.go')) continue
    for (const folder of foldersAround(path)) {
      if (folders.has(folder)) break
      folders.add(folder)
    }
  }
  return folders
}

/** Why a folder with a host.json and Go code is no app; undefined when it is one. */
function hindrance(
  root: string,
  folder: string,
  modules: ReadonlySet<string>,
  known: Map<string, boolean | undefined>,
): string | undefined {
  const hostJson = head(join(root, folder, 'host.json'), maxJsonBytes + 1)
  if (hostJson === undefined) return 'its host.json cannot be read'
  // Most of a thousand apps have the same host.json: it is parsed once.
  const text = hostJson.toString('latin1')
  if (!known.has(text)) known.set(text, namesHandler(hostJson))
  // The build of an app whose host.json is no JSON says what is wrong with it, and where.
  if (known.get(text) !== false) return undefined
  const module = [folder, ...foldersAround(folder)].find((candidate) => modules.has(candidate))
  const goMod = module === undefined ? undefined : head(join(root, module, 'go.mod'), maxJsonBytes)
  if (goMod !== undefined && requiresNativeWorker(goMod.toString('utf8'))) return undefined
  return 'its host.json names no custom handler, and its module does not require the Go worker'
}

/** Whether a host.json names a custom handler; undefined when it is no JSON. */
function namesHandler(hostJson: Uint8Array): boolean | undefined {
  const parsed = parseJson(hostJson)
  if (parsed.state === 'failed') return undefined
  const configuration = flatten(parsed.document.root)
  return sectionExists(configuration, 'customHandler') || sectionExists(configuration, 'httpWorker')
}

/** The beginning of a file. Thousands of small files are read in turn, which is faster than side by side. */
function head(path: string, limitBytes: number): Buffer | undefined {
  let file: number | undefined
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    const status = fstatSync(file)
    if (!status.isFile()) return undefined
    const buffer = Buffer.alloc(Math.min(limitBytes, status.size))
    return buffer.subarray(0, readSync(file, buffer, 0, buffer.length, 0))
  } catch {
    return undefined
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

/** An input loses white space at its ends, and a line end would cut it. */
function isUnspeakable(folder: string): boolean {
  return folder.trim() !== folder || /\p{Cc}/u.test(folder)
}

function unspeakable(folder: string): Finding {
  return {
    code: 'app-folder-name',
    severity: 'error',
    message: `The folder ${JSON.stringify(folder)} has a host.json, but its name has a control character, or white space at an end, and cannot be handed to a step.`,
    hint: "Rename the folder, or name it in 'exclude'.",
  }
}
