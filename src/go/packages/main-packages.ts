/**
 * When the folder of host.json itself cannot be built: which main packages there are, in the module in charge, in the
 * modules of its workspace, or, where there is none, in a module nearby. Only called after a failure.
 */
import nodePath from 'node:path'
import type { RunProgram } from '../../programs/program'
import { withVariables } from '../command/environment'
import { fileStatus } from '../command/file-status'
import { readFolder, readText } from '../command/text-file'
import { readModuleLines } from './module-file'
import { readPackages } from './packages'

export interface SearchRequest {
  /** Absolute folder of host.json; the answers are relative to it. */
  readonly projectFolder: string
  /** Absolute. */
  readonly repositoryRoot: string
  /** Absolute, empty when there is none. */
  readonly goModPath: string
  /** Absolute, empty when there is none. */
  readonly goWorkPath: string
  readonly env: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

const mostPackages = 10
const mostModules = 10
const mostFolders = 2000
/** Code in these is not the handler's, and Go itself does not look into most of them. */
const foreignFolder = /^(?:[._].*|node_modules|vendor|testdata)$/

/** Values for `main-package`, for example `./cmd/handler`; at most ten of each, shortest first. */
export interface MainPackages {
  readonly own: readonly string[]
  /** There is another host.json nearer to them. Only looked at where none is the app's own. */
  readonly ofOtherApps: readonly string[]
}

/**
 * Looks for main packages around a project.
 *
 * @param request where to look
 */
export async function findMainPackages(request: SearchRequest, run: RunProgram): Promise<MainPackages> {
  const named = (folders: ReadonlySet<string>): readonly string[] =>
    [...folders]
      .map((folder) => nameFrom(request.projectFolder, folder))
      .sort(byLength)
      .slice(0, mostPackages)
  const ofOtherApps = new Set<string>()
  for (const folders of placesToSearch(request)) {
    const own = new Set<string>()
    for (const { cwd, patterns } of folders) {
      const listed = patterns.length === 0 ? programsIn(cwd) : await mainFolders(request, cwd, patterns, run)
      for (const folder of listed) (belongsToAnotherApp(folder, request) ? ofOtherApps : own).add(folder)
    }
    if (own.size > 0) return { own: named(own), ofOtherApps: [] }
  }
  return { own: [], ofOtherApps: named(ofOtherApps) }
}

interface Place {
  readonly cwd: string
  /** For `go list`; none for a folder without any module, whose files are read. */
  readonly patterns: readonly string[]
}

/** What is in charge, then modules below the project, then modules of the repository, then programs without one. */
function* placesToSearch({
  projectFolder,
  repositoryRoot,
  goModPath,
  goWorkPath,
}: SearchRequest): Generator<readonly Place[]> {
  if (goWorkPath !== '') {
    const base = nodePath.dirname(goWorkPath)
    const used = readModuleLines(readText(goWorkPath) ?? '').flatMap(({ verb, words }) =>
      verb === 'use' ? [nodePath.resolve(base, words[0]?.text ?? '.')] : [],
    )
    // `./...` at the top of a workspace does not reach into its modules.
    yield [{ cwd: base, patterns: used.slice(0, mostModules).map((folder) => `${folder}${nodePath.sep}...`) }]
  } else if (goModPath !== '') yield [{ cwd: nodePath.dirname(goModPath), patterns: ['./...'] }]
  for (const top of [projectFolder, repositoryRoot]) {
    const modules = foldersBelow(top).filter((folder) => isFile(folder, 'go.mod'))
    yield modules.slice(0, mostModules).map((cwd) => ({ cwd, patterns: ['./...'] }))
  }
  if (goModPath === '' && goWorkPath === '')
    yield foldersBelow(projectFolder).map((cwd) => ({ cwd, patterns: [] }))
}

async function mainFolders(
  { env, signal }: SearchRequest,
  cwd: string,
  patterns: readonly string[],
  run: RunProgram,
): Promise<readonly string[]> {
  const packages = await readPackages(
    {
      cwd,
      args: ['-e', '-json=ImportPath,Name,Dir,GoFiles', ...patterns],
      env: 'PWD' in env ? withVariables(env, { PWD: cwd }) : env,
      ...(signal === undefined ? {} : { signal }),
    },
    run,
  )
  // One of test files only is listed, too.
  return packages.flatMap(({ name, folder, goFiles }) =>
    name === 'main' && folder !== '' && goFiles.length > 0 ? [folder] : [],
  )
}

function programsIn(folder: string): readonly string[] {
  const files = (readFolder(folder) ?? []).filter(
    ({ name, isFolder }) => !isFolder && /^[^._].*\.go$/.test(name),
  )
  const isProgram = files.some(
    ({ name }) =>
      !name.endsWith('_test.go') && /^package main\b/m.test(readText(nodePath.join(folder, name)) ?? ''),
  )
  return isProgram ? [folder] : []
}

/** The nearest host.json around it is not ours. */
function belongsToAnotherApp(folder: string, { projectFolder, repositoryRoot }: SearchRequest): boolean {
  for (let at = folder; ; at = nodePath.dirname(at)) {
    if (at === projectFolder) return false
    if (isFile(at, 'host.json')) return true
    if (at === repositoryRoot || at === nodePath.dirname(at)) return false
  }
}

/** A folder and those below it. */
function foldersBelow(top: string): readonly string[] {
  const folders = [top]
  for (const folder of folders) {
    for (const { name, isFolder } of readFolder(folder) ?? []) {
      if (isFolder && !foreignFolder.test(name) && folders.length < mostFolders)
        folders.push(nodePath.join(folder, name))
    }
  }
  return folders
}

function isFile(folder: string, name: string): boolean {
  return fileStatus(nodePath.join(folder, name))?.isFile() === true
}

function nameFrom(projectFolder: string, folder: string): string {
  const relative = nodePath.relative(projectFolder, folder).split(nodePath.sep).join('/')
  return nodePath.isAbsolute(relative) || relative.startsWith('..') ? relative : `./${relative}`
}

function byLength(one: string, other: string): number {
  return one.length - other.length || (one < other ? -1 : 1)
}
