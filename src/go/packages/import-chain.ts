/** How the user's own code comes to a package: through which packages, and in which line. Reads Go files. */
import { readFile } from 'node:fs/promises'
import nodePath from 'node:path'
import type { Location } from '../../findings'
import { type DiagnosticContext, repositoryPath } from '../command/places'
import { type ImportLine, readImports } from './imports'
import type { GoPackage } from './packages'

/**
 * The shortest way from what is built to a package, following imports.
 *
 * @param culprit the package at the end
 * @param packages what `go list -deps` printed
 * @returns the packages on the way, beginning with what is built
 */
export function chainTo(culprit: GoPackage, packages: readonly GoPackage[]): readonly GoPackage[] {
  const byPath = new Map(packages.map((listed) => [listed.importPath, listed]))
  const cameFrom = new Map<GoPackage, GoPackage | undefined>()
  const queue = packages.filter(({ isTarget }) => isTarget)
  for (const target of queue) cameFrom.set(target, undefined)
  for (const current of queue) {
    if (current === culprit) break
    for (const path of current.imports) {
      const next = byPath.get(path)
      if (next === undefined || cameFrom.has(next)) continue
      cameFrom.set(next, current)
      queue.push(next)
    }
  }
  const chain = [culprit]
  for (let step = cameFrom.get(culprit); step !== undefined; step = cameFrom.get(step)) chain.unshift(step)
  return chain
}

/** The step at which a chain leaves the code of the user. */
export interface Departure {
  /** The last package of the user. */
  readonly importer: GoPackage | undefined
  /** What that imports. */
  readonly imported: GoPackage | undefined
}

/**
 * Finds where a chain leaves the code of the user.
 *
 * @param chain what {@link chainTo} returned
 * @returns the packages on both sides
 */
export function departureOf(chain: readonly GoPackage[]): Departure {
  const lastOwn = chain.reduce((last, { isOwn }, index) => (isOwn ? index : last), -1)
  return { importer: chain[lastOwn], imported: chain[lastOwn + 1] }
}

/**
 * Where a package of the user imports a path.
 *
 * @param path import path, `C` for cgo
 * @param context where the repository is
 * @returns file, line and column; `undefined` when the package lies outside the repository
 */
export async function importLocation(
  importer: GoPackage,
  path: string,
  context: DiagnosticContext,
): Promise<Location | undefined> {
  for (const name of [...importer.cgoFiles, ...importer.goFiles]) {
    const absolute = nodePath.resolve(importer.folder, name)
    const file = repositoryPath(absolute, context)
    if (file === undefined) continue
    const found = (await importsOf(absolute)).find((line) => line.path === path)
    if (found !== undefined) return { file, line: found.line, column: found.column }
  }
  return undefined
}

/**
 * Reads the imports of a file.
 *
 * @param file absolute path
 * @returns its import lines, none when the file cannot be read
 */
export async function importsOf(file: string): Promise<readonly ImportLine[]> {
  try {
    return readImports(await readFile(file, 'utf8'))
  } catch {
    return []
  }
}
