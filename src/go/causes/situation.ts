/**
 * What is known of a failed build when its cause is looked for: where `go` ran, which module files are in charge,
 * which modules lie in the checkout. Reads module files, nothing else.
 */
import type { Location } from '../../findings'
import { fileStatus } from '../command/file-status'
import { type DiagnosticContext, repositoryPath } from '../command/places'
import { readText } from '../command/text-file'
import { localReplacementsOf, type ModuleLine, modulePathOf, readModuleLines } from '../packages/module-file'

/** What the caller knows. */
export interface Situation extends DiagnosticContext {
  /** Absolute, empty when there is none. */
  readonly goModPath: string
  /** Absolute, empty when there is none. */
  readonly goWorkPath: string
  /** What was built, as given to `go build`. */
  readonly targets: readonly string[]
}

/** A module whose files lie in the checkout: a main module, or one that is replaced by a folder. */
export interface LocalModule {
  readonly path: string
  /** Absolute. */
  readonly folder: string
}

const mostModules = 200

/**
 * Finds the module files as `go env GOMOD GOWORK` does, for a `go` that did not answer.
 *
 * @param cwd absolute folder
 * @param goWork value of GOWORK
 * @param flavour path rules
 * @returns absolute paths, empty when there is none
 */
export function moduleFilesAbove(
  cwd: string,
  goWork: string,
  flavour: DiagnosticContext['flavour'],
): Pick<Situation, 'goModPath' | 'goWorkPath'> {
  const above = (name: string): string => {
    for (let folder = cwd, depth = 0; depth < 256; depth += 1) {
      const path = flavour.resolve(folder, name)
      if (fileStatus(path)?.isFile() === true) return path
      const parent = flavour.resolve(folder, '..')
      if (parent === folder) return ''
      folder = parent
    }
    return ''
  }
  const work = goWork === 'off' ? '' : goWork === '' || goWork === 'auto' ? above('go.work') : goWork
  return { goModPath: above('go.mod'), goWorkPath: work }
}

/**
 * @param path absolute path of a go.mod or go.work, or empty
 * @returns its lines, none when it cannot be read
 */
export function moduleLinesOf(path: string): readonly ModuleLine[] {
  return readModuleLines(path === '' ? '' : (readText(path) ?? ''))
}

/** @returns the main modules, and modules that a main module or the workspace replaces by a folder */
export function localModulesOf(situation: Situation): readonly LocalModule[] {
  const { flavour, goWorkPath, goModPath } = situation
  const modules: LocalModule[] = []
  const files = goWorkPath === '' ? [goModPath] : [goWorkPath]
  if (goWorkPath !== '') {
    const base = flavour.resolve(goWorkPath, '..')
    for (const { verb, words } of moduleLinesOf(goWorkPath)) {
      if (verb !== 'use' || files.length >= mostModules) continue
      files.push(flavour.resolve(base, words[0]?.text ?? '.', 'go.mod'))
    }
  }
  for (const file of files.filter((path) => path !== '')) {
    const lines = moduleLinesOf(file)
    const folder = flavour.resolve(file, '..')
    const path = modulePathOf(lines)
    if (path !== '') modules.push({ path, folder })
    for (const { module, target } of localReplacementsOf(lines)) {
      modules.push({ path: module, folder: flavour.resolve(folder, target.text) })
    }
  }
  return modules
}

/**
 * @param modules modules of the checkout
 * @param flavour path rules
 * @returns the module with the longest path that begins it, and the folder in which it would lie
 */
export function folderOfPackage(
  importPath: string,
  modules: readonly LocalModule[],
  flavour: DiagnosticContext['flavour'],
): { readonly module: LocalModule; readonly folder: string } | undefined {
  const [module] = modules
    .filter(({ path }) => importPath === path || importPath.startsWith(`${path}/`))
    .sort((one, other) => other.path.length - one.path.length)
  if (module === undefined) return undefined
  const below = importPath.slice(module.path.length + 1)
  return { module, folder: below === '' ? module.folder : flavour.resolve(module.folder, below) }
}

/**
 * @param path absolute
 * @param place line and column, where they are known
 * @returns the place; undefined outside of the repository
 */
export function placeOf(
  path: string,
  situation: DiagnosticContext,
  place: Omit<Location, 'file'> = {},
): Location | undefined {
  const file = path === '' ? undefined : repositoryPath(path, situation)
  return file === undefined ? undefined : { file, ...place }
}

/**
 * @param path absolute
 * @returns how a message names it: from the root of the repository where it lies below
 */
export function nameOf(path: string, situation: DiagnosticContext): string {
  const isRoot = situation.flavour.relative(situation.repositoryRoot, path) === ''
  return isRoot ? '.' : (repositoryPath(path, situation) ?? path)
}
