/**
 * Version control other than Git around a folder. `go build` asks it for the commit and so starts its program, which
 * may obey files of the project (`.hg/hgrc`). Only looks; starts nothing.
 */
import { existsSync, realpathSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** What `go` recognises a repository by, without Git's. */
const marks = ['.hg', '.svn', '.bzr', '_FOSSIL_', '.fslckout']

/**
 * Finds such a repository in or above the folders that `go build` looks from.
 *
 * @param projectFolder absolute
 * @param mainPackage as the input names it, relative to the project; empty for the project itself
 * @returns the path of what marks it; undefined where there is none
 * @see src/cmd/go/internal/vcs/vcs.go in golang/go (FromDir)
 */
export function foreignRepository(projectFolder: string, mainPackage: string): string | undefined {
  for (const start of new Set([projectFolder, resolve(projectFolder, mainPackage)])) {
    for (let folder = realPathOf(start); ; folder = dirname(folder)) {
      const found = marks.map((mark) => join(folder, mark)).find((path) => existsSync(path))
      if (found !== undefined) return found
      if (folder === dirname(folder)) break
    }
  }
  return undefined
}

function realPathOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}
