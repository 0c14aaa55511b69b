/**
 * Which apps Go builds together: those of one go.work, else those of one go.mod. Apps without a go.mod import the
 * standard library alone. Looks at names and at the text of module files; asks Go nothing.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inBatches } from '../../files/batches'
import { foldersAround, isWithin, nameOf } from './paths'

/** Apps whose imports one `go list` tells. */
export interface GoWorkspace {
  /** Folder of go.work or go.mod, a path of the repository. */
  readonly folder: string
  readonly hasGoWork: boolean
  /** Folders of the modules that hold its apps. */
  readonly modules: readonly string[]
  readonly apps: readonly string[]
  /** Its module files name folders outside of it, so that a change anywhere may matter. */
  readonly reachesOut: boolean
}

/**
 * Sorts apps by what Go builds them with.
 *
 * @param root absolute root of the repository
 * @param paths files of the repository
 * @param apps folders of the apps
 * @param goWork value of `GOWORK` in the environment, as `go help environment` describes it
 * @returns the workspaces; apps without any module are in none
 */
export async function findWorkspaces(
  root: string,
  paths: readonly string[],
  apps: readonly string[],
  goWork: string | undefined,
): Promise<readonly GoWorkspace[]> {
  const moduleFiles = paths.filter((path) => /^go\.(?:mod|work)$/.test(nameOf(path)))
  const folders = (name: string): ReadonlySet<string> =>
    new Set(moduleFiles.filter((path) => nameOf(path) === name).map((path) => foldersAround(path)[0] ?? '.'))
  const modules = folders('go.mod')
  const works = goWork === 'off' ? new Set<string>() : folders('go.work')
  const found = new Map<string, { hasGoWork: boolean; modules: Set<string>; apps: string[] }>()
  for (const app of apps) {
    const around = [app, ...foldersAround(app)]
    const module = around.find((folder) => modules.has(folder))
    if (module === undefined) continue
    const work = [module, ...foldersAround(module)].find((folder) => works.has(folder))
    const key = `${work === undefined ? 'go.mod' : 'go.work'} ${work ?? module}`
    const workspace = found.get(key) ?? { hasGoWork: work !== undefined, modules: new Set(), apps: [] }
    workspace.modules.add(module)
    workspace.apps.push(app)
    found.set(key, workspace)
  }
  return inBatches([...found], async ([key, { hasGoWork, modules: own, apps: members }]) => {
    const folder = key.slice(key.indexOf(' ') + 1)
    const files = [...own].map((module) => (module === '.' ? 'go.mod' : `${module}/go.mod`))
    if (hasGoWork) files.push(folder === '.' ? 'go.work' : `${folder}/go.work`)
    const texts = await inBatches(files, (path) => readFile(join(root, path), 'utf8').catch(() => '../'))
    const reachesOut = texts.some(namesFolderOutside)
    return { folder, hasGoWork, modules: [...own], apps: members, reachesOut }
  })
}

/** A folder in `replace` or `use` is written as a path that begins with a dot or is absolute (Go modules reference). */
function namesFolderOutside(text: string): boolean {
  return /(?:^|[\s"'`])(?:\.\.(?:[\\/]|\s|$)|\/|[A-Za-z]:[\\/])/m.test(text.replace(/\/\/.*$/gm, ''))
}

/**
 * Whether a change can matter to a workspace at all. Where none does, Go need not be asked.
 *
 * @param changed paths that differ
 * @returns false when all of them lie outside
 */
export function isConcerned(workspace: GoWorkspace, changed: readonly string[]): boolean {
  if (workspace.reachesOut) return changed.length > 0
  return changed.some((path) => isWithin(path, workspace.folder) || isWithin(workspace.folder, path))
}
