/**
 * The files of the repository in which apps are looked for: from Git, or from the disk when Git cannot say.
 */
import { readlink } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { messageOf } from '../../errors'
import { inBatches } from '../../files/batches'
import { listFiles } from '../../files/listing'
import { unlessItFails } from '../../files/unless-it-fails'
import type { Git } from './git'
import { folderOf, joinPaths } from './paths'

const mostFilesOnDisk = 500_000

export interface RepositoryFiles {
  /** Paths of the repository. */
  readonly paths: readonly string[]
  /** Symbolic links that lead to another place of the repository, and that place. */
  readonly links: ReadonlyMap<string, string>
  /** Why Git could not be asked. */
  readonly withoutGit?: string
}

/**
 * Lists the files of a repository, those of its submodules included.
 *
 * @param root absolute root of the repository
 * @returns its files and links
 * @throws ActionError `project-too-large` or `project-folder` when Git cannot be asked and the disk cannot be read
 */
export async function listRepository(root: string, git: Git): Promise<RepositoryFiles> {
  try {
    const { paths, links, submodules } = await git.files()
    const inside = submodules.map((folder) => filesOf(join(root, folder), folder))
    const all = inside.length === 0 ? paths : [...paths, ...inside.flat()]
    return { paths: all, links: await targetsOf(root, links) }
  } catch (error) {
    const listed = listFiles(root, { limit: mostFilesOnDisk })
    const links = listed.filter(({ kind }) => kind === 'symlink').map(({ path }) => path)
    return {
      paths: listed.map(({ path }) => path),
      links: await targetsOf(root, links),
      withoutGit: messageOf(error),
    }
  }
}

/** A submodule that is not checked out is an empty folder. */
function filesOf(folder: string, name: string): readonly string[] {
  const listed = unlessItFails(() => listFiles(folder, { limit: mostFilesOnDisk })) ?? []
  return listed.map(({ path }) => `${name}/${path}`)
}

async function targetsOf(root: string, links: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const targets = await inBatches(links, async (path) => {
    const text = await readlink(join(root, path)).catch(() => '')
    if (text === '') return undefined
    const inside = text.startsWith('/') ? relative(root, text) : text
    const from = text.startsWith('/') ? '.' : folderOf(path)
    const target = joinPaths(from, inside.split(sep).join('/'))
    return target === undefined || target === path ? undefined : ([path, target] as const)
  })
  return new Map(targets.filter((target) => target !== undefined))
}
