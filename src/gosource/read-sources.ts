/**
 * Collects the Go code around a function app: the workspace or module that the project folder belongs to,
 * or the folder itself. It reads within fixed limits, says when it left files out, and judges nothing.
 */
import { readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { type ListedFile, listFiles } from '../files/listing'
import { unlessItFails } from '../files/unless-it-fails'
import type { GoSources, SourceFile } from './sources'

const maxListedFiles = 20_000
const maxGoFiles = 3000
const maxModules = 100
const maxFileBytes = 2 * 1024 * 1024
const maxTotalBytes = 16 * 1024 * 1024

/** Code in these folders is never part of the handler's own package graph. */
const foreignFolder = /(^|\/)(vendor|testdata|_[^/]*|\.[^/]*)\//

/**
 * Reads the Go code that belongs to a project.
 *
 * @param request absolute folders, and the listing of the project folder
 * @returns texts with paths relative to the repository root
 */
export function readGoSources(request: {
  readonly projectFolder: string
  readonly repositoryRoot: string
  readonly files: readonly ListedFile[]
}): GoSources {
  const { projectFolder, repositoryRoot } = request
  const workspace = nearestFolderWith('go.work', projectFolder, repositoryRoot)
  const module = nearestFolderWith('go.mod', projectFolder, repositoryRoot)
  const root = workspace ?? module ?? projectFolder
  const listing = root === projectFolder ? request.files : listOrNothing(root)
  const wanted = (listing ?? request.files).filter(isWanted)
  const base = listing === undefined ? projectFolder : root
  const toRepository = (path: string) => relative(repositoryRoot, join(base, path)).split(sep).join('/')

  const goFiles = wanted.filter(({ path }) => path.endsWith('.go'))
  const chosen = withinLimits(goFiles)
  const read = ({ path }: ListedFile): SourceFile => ({
    path: toRepository(path),
    text: unlessItFails(() => readFileSync(join(base, path), 'utf8')) ?? '',
  })
  const files = chosen.map(read)
  const modules = withinLimits(wanted.filter(isModuleFile)).slice(0, maxModules).map(read)
  const ownModule = module === undefined ? undefined : toRepository(relative(base, join(module, 'go.mod')))
  return {
    moduleFolder: workspace === undefined && module === undefined ? undefined : toRepository('.') || '.',
    modules: [...modules].sort((a, b) => Number(b.path === ownModule) - Number(a.path === ownModule)),
    hasWorkspace: workspace !== undefined,
    sums: (listing ?? request.files).filter(isSumFile).map(({ path }) => toRepository(path)),
    files,
    isComplete: listing !== undefined && chosen.length === goFiles.length,
  }
}

function nearestFolderWith(name: string, start: string, root: string): string | undefined {
  for (let folder = start; isInside(folder, root); folder = dirname(folder)) {
    if (unlessItFails(() => statSync(join(folder, name)).isFile()) === true) return folder
    if (folder === dirname(folder)) return undefined
  }
  return undefined
}

function isInside(folder: string, root: string): boolean {
  const path = relative(root, folder)
  return path !== '..' && !path.startsWith(`..${sep}`)
}

function listOrNothing(folder: string): readonly ListedFile[] | undefined {
  // A module around the project that is too large to list only means that less can be checked.
  return unlessItFails(() => listFiles(folder, { limit: maxListedFiles }))
}

function isWanted({ path, kind }: ListedFile): boolean {
  if (kind !== 'file' || foreignFolder.test(path)) return false
  return (path.endsWith('.go') && !path.endsWith('_test.go')) || isModuleFile({ path })
}

function isModuleFile({ path }: { readonly path: string }): boolean {
  return path === 'go.mod' || path.endsWith('/go.mod')
}

function isSumFile({ path }: ListedFile): boolean {
  return /(^|\/)go\.(work\.)?sum$/.test(path) && !foreignFolder.test(path)
}

function withinLimits(files: readonly ListedFile[]): readonly ListedFile[] {
  let total = 0
  return files.filter(({ sizeBytes }, index) => {
    total += sizeBytes
    return index < maxGoFiles && sizeBytes <= maxFileBytes && total <= maxTotalBytes
  })
}
