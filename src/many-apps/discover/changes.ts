/**
 * Which apps a comparison of two commits concerns, and why: by the files in their folders, by what they import, and by
 * the modules that they are built with. What cannot be told counts as changed.
 */
import { availableParallelism } from 'node:os'
import { join, relative, sep } from 'node:path'
import { childEnvironment, staticEnvironment, withVariables } from '../../go/command/environment'
import { type GraphPackage, readImportGraph } from '../../go/packages/import-graph'
import type { RunProgram } from '../../programs/program'
import type { ChangedPath, Git } from './git'
import { compareModules, EarlierModules, isModuleFile } from './module-files'
import { foldersAround, isWithin, joinPaths } from './paths'
import {
  builtPackages,
  changedPackages,
  importers,
  PackageIndex,
  type PlacedPackage,
  packagesInside,
  reasonFor,
  rootsOf,
} from './reach'
import { findWorkspaces, type GoWorkspace, isConcerned } from './workspaces'

export interface AppToCompare {
  readonly folder: string
  /** As the mapping file says; empty without. */
  readonly mainPackage: string
}

export interface ChangeRequest {
  /** Absolute, with links resolved, as Go names folders. */
  readonly root: string
  readonly git: Git
  readonly base: string
  readonly changed: readonly ChangedPath[]
  readonly paths: readonly string[]
  readonly links: ReadonlyMap<string, string>
  readonly apps: readonly AppToCompare[]
  readonly goarch: string
  readonly tags: string
  readonly tempFolder: string
  readonly environment: NodeJS.ProcessEnv
  readonly signal: AbortSignal
  readonly run: RunProgram
}

export interface AppChanges {
  /** Why each changed app changed, by folder. */
  readonly reasons: ReadonlyMap<string, string>
  /** What could not be told, with what it means. */
  readonly doubts: readonly string[]
  /** Changed paths that concern no app. */
  readonly unused: readonly string[]
  /** Milliseconds that `go list` took, waiting for it included. */
  readonly goMs: number
}

/**
 * Finds the changed apps.
 *
 * @param request the apps, what differs, and how to ask Go
 * @returns the changed apps with the first reason that was found for each
 */
export async function findChanges(request: ChangeRequest): Promise<AppChanges> {
  const changes = throughLinks(request.changed, request.links)
  const marks: Marks = { reasons: new Map(), doubts: [], used: new Set() }
  markByFolder(request.apps, changes, marks)
  const startedMs = performance.now()
  if (changes.length > 0) await markByImports(request, changes, marks)
  const goMs = performance.now() - startedMs
  const unused = request.changed.map(({ path }) => path).filter((path) => !marks.used.has(path))
  return { reasons: marks.reasons, doubts: marks.doubts, unused, goMs }
}

interface Marks {
  readonly reasons: Map<string, string>
  readonly doubts: string[]
  /** Changed paths that concern an app. */
  readonly used: Set<string>
}

/** A link counts as changed when what it leads to did; links may lead to links. */
function throughLinks(
  changed: readonly ChangedPath[],
  links: ReadonlyMap<string, string>,
): readonly ChangedPath[] {
  const all = [...changed]
  const known = new Set(all.map(({ path }) => path))
  const touched = new Set(all.flatMap(({ path }) => [path, ...foldersAround(path)]))
  let pending = [...links]
  for (let before = -1; before !== all.length; ) {
    before = all.length
    pending = pending.filter(([link, target]) => {
      const isTouched = touched.has(target) || foldersAround(target).some((folder) => known.has(folder))
      if (!isTouched) return true
      all.push({ path: link, isDeleted: false })
      known.add(link)
      for (const folder of [link, ...foldersAround(link)]) touched.add(folder)
      return false
    })
  }
  return all
}

function markByFolder(apps: readonly AppToCompare[], changes: readonly ChangedPath[], marks: Marks): void {
  const folders = new Set(apps.map(({ folder }) => folder))
  const changed = new Set(changes.map(({ path }) => path))
  for (const { path } of changes) {
    for (const folder of [path, ...foldersAround(path)]) {
      if (!folders.has(folder)) continue
      marks.used.add(path)
      if (!marks.reasons.has(folder)) marks.reasons.set(folder, path)
    }
  }
  // A submodule is one changed path, which may hold apps.
  for (const folder of folders) {
    const around = foldersAround(folder).find((each) => changed.has(each))
    if (around === undefined) continue
    marks.used.add(around)
    if (!marks.reasons.has(folder)) marks.reasons.set(folder, around)
  }
}

async function markByImports(
  request: ChangeRequest,
  changes: readonly ChangedPath[],
  marks: Marks,
): Promise<void> {
  const { root, paths, apps, environment, goarch } = request
  const folders = apps.map(({ folder }) => folder)
  const workspaces = await findWorkspaces(root, paths, folders, environment['GOWORK'])
  const changedPaths = changes.map(({ path }) => path)
  const concerned = workspaces.filter((workspace) => isConcerned(workspace, changedPaths))
  // What the build sets, so that Go counts the same files.
  const { variables } = staticEnvironment(goarch, {})
  const env = withVariables(childEnvironment(environment), variables)
  const earlier = new EarlierModules(request.git, request.base, request.tempFolder)
  try {
    await inTurn(concerned, async (workspace) => {
      const own = apps.filter(({ folder }) => workspace.apps.includes(folder))
      await markWorkspace({ ...request, apps: own, env, earlier }, workspace, changes, marks)
    })
  } finally {
    await earlier.dispose()
  }
}

/** One `go list` uses several processors at times; more at once than there are would only wait. */
async function inTurn<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const pending = [...items]
  const workers = Array.from({ length: Math.min(availableParallelism(), pending.length) }, async () => {
    for (let item = pending.shift(); item !== undefined; item = pending.shift()) await work(item)
  })
  await Promise.all(workers)
}

async function markWorkspace(
  request: ChangeRequest & {
    readonly env: Readonly<Record<string, string>>
    readonly earlier: EarlierModules
  },
  workspace: GoWorkspace,
  changes: readonly ChangedPath[],
  marks: Marks,
): Promise<void> {
  const { root, env, tags, signal, run, apps } = request
  const cwd = join(root, workspace.folder)
  const patterns = workspace.hasGoWork
    ? workspace.modules.map((module) => `./${relativeTo(workspace.folder, module)}/...`.replace('/./', '/'))
    : ['./...']
  const all = (reason: string): void => {
    marks.doubts.push(`Every app of ${workspace.folder} counts as changed: ${reason}.`)
    for (const { folder } of apps) if (!marks.reasons.has(folder)) marks.reasons.set(folder, reason)
  }
  const [graph, modules] = await Promise.all([
    readImportGraph({ cwd, patterns, tags, env, signal }, run),
    compareModules(
      workspace,
      changes.map(({ path }) => path),
      request.earlier,
      { root, env, signal, run },
    ),
  ])
  for (const { path } of changes) {
    if (isModuleFile(path) && isWithin(path, workspace.folder)) marks.used.add(path)
  }
  if ('failed' in graph) return all(graph.failed)
  if (modules.everything !== undefined) return all(modules.everything)

  const packages = graph.packages.map((each) => placed(each, root))
  const ownChanges = changedPackages(packages, changes)
  const seeds = new Map<string, string>([
    ...packages.flatMap(({ importPath, modulePath }) => {
      const reason = modules.modules.get(modulePath)
      return reason === undefined ? [] : [[importPath, reason] as const]
    }),
    ...packagesInside(packages, [...modules.folders.keys()]),
    // Submodules, and links to folders: what is inside of them is no path of its own.
    ...packagesInside(
      packages,
      changes.map(({ path }) => path),
    ),
    ...[...ownChanges].map(([importPath, [first = '']]) => [importPath, first] as const),
  ])
  const reached = importers(packages, seeds)
  const index = new PackageIndex(packages, joinPaths)
  const built = builtPackages(
    packages,
    apps.flatMap(({ folder, mainPackage }) => rootsOf(folder, mainPackage, index)),
  )
  for (const [importPath, paths] of ownChanges) {
    if (built.has(importPath)) for (const path of paths) marks.used.add(path)
  }
  for (const { folder, mainPackage } of apps) {
    const roots = rootsOf(folder, mainPackage, index)
    const hit = roots.flatMap(({ importPath }) => reached.get(importPath) ?? [])[0]
    const broken = roots.find(({ error }) => error !== '')
    if (marks.reasons.has(folder)) continue
    if (hit !== undefined) marks.reasons.set(folder, reasonFor(hit, folder))
    else if (roots.length === 0) {
      const reason = graph.packages.find(({ name, error }) => name === '' && error !== '')?.error
      marks.reasons.set(folder, `Go names no package of it${reason === undefined ? '' : `: ${reason}`}`)
    } else if (broken !== undefined)
      marks.reasons.set(folder, `Go cannot tell what it imports: ${broken.error}`)
  }
}

function placed(each: GraphPackage, root: string): PlacedPackage {
  if (each.folder === '') return { ...each, place: undefined }
  const inside = relative(root, each.folder).split(sep).join('/')
  const isOutside = inside === '..' || inside.startsWith('../') || /^(?:\/|[A-Za-z]:)/.test(inside)
  return { ...each, place: isOutside ? undefined : inside || '.' }
}

function relativeTo(folder: string, path: string): string {
  return folder === '.' ? path : path === folder ? '.' : path.slice(folder.length + 1)
}
