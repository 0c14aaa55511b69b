/**
 * From changed files to the apps that they reach through Go's imports. Pure: the graph is what `go list` said.
 */
import type { GraphPackage } from '../../go/packages/import-graph'
import { folderOf, foldersAround, isWithin, nameOf } from './paths'

/** A package, with its folder as a path of the repository; undefined when it lies outside. */
export interface PlacedPackage extends GraphPackage {
  readonly place: string | undefined
}

/** A path that differs. */
export interface Change {
  readonly path: string
  readonly isDeleted: boolean
}

/** What `go build` takes from a folder besides Go files (go/build, `goodOSArchFile` and the lists of `Package`). */
const builtFile = /\.(?:go|c|cc|cpp|cxx|m|h|hh|hpp|hxx|f|F|for|f90|s|S|sx|swig|swigcxx|syso)$/

/**
 * Finds the packages that changed themselves.
 *
 * @param changes all paths that differ
 * @returns the paths that changed each, by import path
 */
export function changedPackages(
  packages: readonly PlacedPackage[],
  changes: readonly Change[],
): ReadonlyMap<string, readonly string[]> {
  const byPlace = grouped(packages, ({ place }) => (place === undefined ? [] : [place]))
  const byEmbedded = grouped(packages, ({ place, embedFiles }) =>
    place === undefined ? [] : embedFiles.map((file) => within(place, file)),
  )
  const embedding = grouped(
    packages.filter(({ embedPatterns }) => embedPatterns.length > 0),
    ({ place }) => (place === undefined ? [] : [place]),
  )
  const reasons = new Map<string, string[]>()
  const mark = (found: readonly PlacedPackage[] | undefined, path: string): void => {
    for (const { importPath } of found ?? []) {
      const known = reasons.get(importPath)
      if (known === undefined) reasons.set(importPath, [path])
      else known.push(path)
    }
  }
  for (const { path, isDeleted } of changes) {
    if (builtFile.test(path) && !path.endsWith('_test.go')) mark(byPlace.get(folderOf(path)), path)
    mark(byEmbedded.get(path), path)
    if (!isDeleted) continue
    // What is gone is in no list any more; the part of a pattern before its first wildcard still tells.
    for (const folder of foldersAround(path)) {
      mark(
        embedding
          .get(folder)
          ?.filter(({ embedPatterns }) => embedPatterns.some((pattern) => reaches(folder, pattern, path))),
        path,
      )
    }
  }
  return reasons
}

/**
 * The packages inside of folders that changed in one piece.
 *
 * @param folders such folders; other paths among them do no harm
 * @returns the reason for each package inside of one, by import path
 */
export function packagesInside(
  packages: readonly PlacedPackage[],
  folders: readonly string[],
): ReadonlyMap<string, string> {
  const wanted = new Set(folders)
  const reasons = new Map<string, string>()
  for (const { importPath, place } of wanted.size === 0 ? [] : packages) {
    const folder =
      place === undefined ? undefined : [place, ...foldersAround(place)].find((each) => wanted.has(each))
    if (folder !== undefined) reasons.set(importPath, folder)
  }
  return reasons
}

function reaches(folder: string, pattern: string, path: string): boolean {
  const literal = pattern.replace(/^all:/, '').replace(/[*?[\\].*$/, '')
  const file = folder === '.' ? path : path.slice(folder.length + 1)
  return file.startsWith(literal)
}

/**
 * What is built from some packages.
 *
 * @param roots where to begin
 * @returns the import paths of the roots and of everything that they import, near or far
 */
export function builtPackages(
  packages: readonly PlacedPackage[],
  roots: readonly PlacedPackage[],
): ReadonlySet<string> {
  const byPath = new Map(packages.map((each) => [each.importPath, each]))
  const built = new Set<string>()
  const pending = roots.map(({ importPath }) => importPath)
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    if (built.has(path)) continue
    built.add(path)
    pending.push(...(byPath.get(path)?.imports ?? []))
  }
  return built
}

/** Why an app changed: the changed package that it reaches, and what changed there. */
export interface Reached {
  readonly importPath: string
  readonly reason: string
}

/**
 * Follows imports backwards from changed packages.
 *
 * @param seeds the reason for each changed package
 * @returns for each package that is changed or imports one, near or far: the changed one, and why
 */
export function importers(
  packages: readonly PlacedPackage[],
  seeds: ReadonlyMap<string, string>,
): ReadonlyMap<string, Reached> {
  const importedBy = grouped(packages, ({ imports }) => imports)
  const reached = new Map<string, Reached>()
  const pending = [...seeds].map(([importPath, reason]) => ({ importPath, from: { importPath, reason } }))
  for (let next = 0; next < pending.length; next += 1) {
    const { importPath, from } = pending[next] ?? { importPath: '', from: { importPath: '', reason: '' } }
    if (reached.has(importPath)) continue
    reached.set(importPath, from)
    for (const by of importedBy.get(importPath) ?? []) pending.push({ importPath: by.importPath, from })
  }
  return reached
}

/**
 * What is built for an app: the main packages in its folder, or what `main-package` names.
 *
 * @param folder folder of the app
 * @param mainPackage a folder that begins with a dot, an import path, or Go files; empty for what is in the folder
 * @param packages all packages that may be meant
 * @returns its packages; none when Go knows none
 */
export function rootsOf(
  folder: string,
  mainPackage: string,
  packages: PackageIndex,
): readonly PlacedPackage[] {
  if (mainPackage !== '' && !mainPackage.endsWith('.go')) {
    const isFolder = /^\.{1,2}(?:\/|$)/.test(mainPackage)
    return isFolder ? packages.at(packages.join(folder, mainPackage) ?? '') : packages.named(mainPackage)
  }
  const inside = packages.inside(folder)
  const mains = inside.filter(({ name }) => name === 'main')
  return mains.length > 0 ? mains : inside
}

/** Looks packages up by their place. */
export class PackageIndex {
  readonly #byPlace: ReadonlyMap<string, PlacedPackage[]>
  readonly #byFolderAround: ReadonlyMap<string, PlacedPackage[]>
  readonly #byPath: ReadonlyMap<string, PlacedPackage[]>
  readonly join: (folder: string, path: string) => string | undefined

  /** @param join puts a folder of the repository and a relative path together */
  constructor(
    packages: readonly PlacedPackage[],
    join: (folder: string, path: string) => string | undefined,
  ) {
    this.join = join
    this.#byPath = grouped(packages, ({ importPath }) => [importPath])
    this.#byPlace = grouped(packages, ({ place }) => (place === undefined ? [] : [place]))
    this.#byFolderAround = grouped(packages, ({ place }) =>
      place === undefined ? [] : [place, ...foldersAround(place)],
    )
  }

  /** Packages of exactly this folder. */
  at(folder: string): readonly PlacedPackage[] {
    return this.#byPlace.get(folder) ?? []
  }

  /** Packages of this folder and below. */
  inside(folder: string): readonly PlacedPackage[] {
    return this.#byFolderAround.get(folder) ?? []
  }

  /** Packages of this import path. */
  named(importPath: string): readonly PlacedPackage[] {
    return this.#byPath.get(importPath) ?? []
  }
}

function within(folder: string, file: string): string {
  return folder === '.' ? file : `${folder}/${file}`
}

function grouped<Item>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly string[],
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    for (const key of keysOf(item)) {
      const members = groups.get(key)
      if (members === undefined) groups.set(key, [item])
      else members.push(item)
    }
  }
  return groups
}

/**
 * Words for why an app changed.
 *
 * @param reached what it reaches
 * @param own the app's own folder
 * @returns a clause for the summary, for example `imports example.com/shop/money (money/round.go)`
 */
export function reasonFor(reached: Reached, own: string): string {
  const isOwn = isWithin(reached.reason, own)
  return isOwn ? reached.reason : `imports ${reached.importPath} (${shortened(reached.reason)})`
}

function shortened(reason: string): string {
  return reason.length > 120 ? `…/${nameOf(reason)}`.slice(0, 120) : reason
}
