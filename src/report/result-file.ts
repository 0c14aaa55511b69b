/**
 * Writes the files that inputs ask for (`report-file`, `sarif-file`, `sbom-file`). A checkout may hold links that the
 * author of a pull request made: a path inside the workspace never leads out of it.
 */
import type { Stats } from 'node:fs'
import { lstat, mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { messageOf } from '../errors'

export interface ResultFile {
  /** As the input says it: relative to the workspace, or absolute. */
  readonly path: string
  /** Absolute path of the workspace. */
  readonly workspace: string
  /** What the file is, for the reason, for example `report`. */
  readonly what: string
}

/**
 * Writes the file. Missing folders are made.
 *
 * @returns why it was not written, in one sentence; `undefined` when it was
 */
export async function writeResultFile(file: ResultFile, text: string): Promise<string | undefined> {
  const path = resolve(file.workspace, file.path)
  try {
    const root = await realpath(file.workspace)
    // A path that names a place elsewhere, for example '/dev/stdout', is the user's own wish.
    if (isWithin(path, file.workspace) || isWithin(path, root)) await writeWithin(root, path, text)
    else {
      await mkdir(dirname(path), { recursive: true })
      await writeWhole(path, text, await stat(path).catch(() => undefined))
    }
    return undefined
  } catch (thrown) {
    return `No ${file.what} was written to '${path}': ${messageOf(thrown)}`
  }
}

/** The folder has to lie in the workspace in truth, before and after it is made. */
async function writeWithin(root: string, path: string, text: string): Promise<void> {
  const folder = dirname(path)
  demandWithin(await realpathOfExisting(folder), root)
  await mkdir(folder, { recursive: true })
  const real = await realpath(folder)
  demandWithin(real, root)
  const target = join(real, basename(path))
  const present = await lstat(target).catch(() => undefined)
  // A link of that name is replaced, not followed.
  await writeWhole(target, text, present?.isSymbolicLink() === true ? undefined : present)
}

/** The real path of the nearest folder that exists. */
async function realpathOfExisting(path: string): Promise<string> {
  for (let at = path; ; at = dirname(at)) {
    const status = await lstat(at).catch(() => undefined)
    // A link that leads nowhere yet would be followed all the same.
    if (status !== undefined || dirname(at) === at) return realpath(at)
  }
}

function demandWithin(real: string, root: string): void {
  if (!isWithin(real, root)) {
    throw new Error(
      `a link in this path leads out of the workspace, to '${real}'. Remove the link, or name another path.`,
    )
  }
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/** Half a file would be taken for a whole one: it is written beside its place and then moved there. */
async function writeWhole(path: string, text: string, present: Stats | undefined): Promise<void> {
  // A device or a pipe has nothing beside it, and what a link leads to is not moved to another place.
  if (present !== undefined && (!present.isFile() || (await lstat(path)).isSymbolicLink())) {
    await writeFile(path, text)
    return
  }
  // Most runs write no report file, and loading this takes longer than reading the inputs.
  const { randomBytes } = await import('node:crypto')
  // Names end at 255 bytes: the last part of this one is not built on that of the file.
  const partial = join(dirname(path), `.${randomBytes(6).toString('hex')}.partial`)
  try {
    await writeFile(partial, text, { flag: 'wx' })
    await rename(partial, path)
  } catch (thrown) {
    await rm(partial, { force: true }).catch(() => undefined)
    throw thrown
  }
}
