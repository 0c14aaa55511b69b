/**
 * Which file a program's name stands for, by PATH alone. A PATH entry that depends on the current folder is passed
 * over: there the current folder may be the project, and a `go` in it must not be started in the place of Go.
 */
import { isAbsolute } from 'node:path'
import { findInPath } from '@actions/io'

/**
 * Finds a program on PATH.
 *
 * @param name without a folder, for example `go`; an absolute path stands for itself
 * @param endings the only endings that count on Windows, in lower case
 * @returns its absolute path
 * @throws an `Error` with `code: 'ENOENT'` when PATH does not lead to it
 */
export async function findProgram(name: string, endings?: readonly string[]): Promise<string> {
  const isCounted = (path: string): boolean =>
    process.platform !== 'win32' || endings?.some((ending) => path.toLowerCase().endsWith(ending)) !== false
  const found = (await findInPath(name)).find((path) => isSteady(path, process.platform) && isCounted(path))
  if (found === undefined) throw Object.assign(new Error(`spawn ${name} ENOENT`), { code: 'ENOENT' })
  return found
}

/**
 * Whether a path means the same file from every folder. On Windows `C:bin` depends on the current folder, and `\bin`
 * on its drive.
 */
export function isSteady(path: string, platform: NodeJS.Platform): boolean {
  return platform === 'win32' ? /^(?:[A-Za-z]:[\\/]|\\\\)/.test(path) : isAbsolute(path)
}
