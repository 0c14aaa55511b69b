/**
 * Lists the files of a project folder: names, sizes, modes, kinds.
 * It never follows a symbolic link and never reads a file's content. It asks the file system without a detour over
 * the thread pool, whose threads may be compressing: each answer takes some microseconds.
 */
import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ActionError, messageOf } from '../errors'

export const fileKinds = ['file', 'symlink', 'other'] as const
export type FileKind = (typeof fileKinds)[number]

export interface ListedFile {
  /** Relative to the listed folder, with forward slashes on every system. */
  readonly path: string
  readonly sizeBytes: number
  /** Permission bits as the file system reports them, for example 0o755. */
  readonly mode: number
  readonly kind: FileKind
}

export interface ListingOptions {
  /** Most entries that are listed before the folder is refused. */
  readonly limit: number
}

/** Folders that never hold a part of a function app and can be very large. */
const skippedFolders: ReadonlySet<string> = new Set(['.git', 'node_modules'])

/**
 * Lists everything below a folder that is not a folder itself.
 *
 * @param folder absolute path of an existing folder
 * @param options `limit`: most entries that are accepted
 * @returns the entries sorted by path (code units), so that every system gives the same order
 * @throws ActionError `project-folder` when the folder is missing or cannot be read,
 *   `project-too-large` when there are more than `limit` entries
 */
export function listFiles(folder: string, options: ListingOptions): readonly ListedFile[] {
  const listed: ListedFile[] = []
  const pending: string[] = ['']
  for (let parent = pending.pop(); parent !== undefined; parent = pending.pop()) {
    const names: string[] = []
    for (const entry of readFolder(folder, parent)) {
      const path = parent === '' ? entry.name : `${parent}/${entry.name}`
      if (!entry.isDirectory()) names.push(path)
      else if (!skippedFolders.has(entry.name)) pending.push(path)
    }
    if (listed.length + names.length + pending.length > options.limit) throw tooLarge(folder, options.limit)
    for (const name of names) {
      const file = describe(folder, name)
      if (file !== undefined) listed.push(file)
    }
  }
  return listed.sort((left, right) => (left.path < right.path ? -1 : left.path > right.path ? 1 : 0))
}

function readFolder(folder: string, parent: string) {
  const path = join(folder, parent)
  try {
    return readdirSync(path, { withFileTypes: true })
  } catch (error) {
    throw new ActionError('project-folder', `The folder '${path}' cannot be read: ${messageOf(error)}.`, {
      hint: 'Set working-directory to the folder that holds host.json, relative to the repository root.',
      cause: error,
    })
  }
}

function describe(folder: string, path: string): ListedFile | undefined {
  try {
    const status = lstatSync(join(folder, path))
    const kind = status.isFile() ? 'file' : status.isSymbolicLink() ? 'symlink' : 'other'
    return { path, sizeBytes: status.size, mode: status.mode & 0o7777, kind }
  } catch {
    // The file went away between the two calls, as temporary files do.
    return undefined
  }
}

function tooLarge(folder: string, limit: number): ActionError {
  return new ActionError('project-too-large', `The folder '${folder}' holds more than ${limit} files.`, {
    hint: 'Set working-directory to the folder of the function app only, or remove caches and build output from it.',
  })
}
