/**
 * Finds ELF files below a folder and asks the machine's `file` about them. Follows no symbolic link and
 * looks at every inode once.
 */
import { spawnSync } from 'node:child_process'
import { closeSync, constants, lstatSync, openSync, readdirSync, readSync } from 'node:fs'
import { join } from 'node:path'

const seen = new Set<string>()

/**
 * Lists the ELF files below a folder, in name order. A file that an earlier call listed is left out.
 *
 * @param root folder or file
 * @returns paths; folders and files that cannot be read are left out
 */
export function walkElfFiles(root: string): readonly string[] {
  const found: string[] = []
  const pending = [root]
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    const stats = lstatSync(path, { throwIfNoEntry: false, bigint: true })
    if (stats === undefined) continue
    const inode = `${stats.dev}:${stats.ino}`
    if (stats.isDirectory() && !seen.has(inode)) {
      seen.add(inode)
      pending.push(...namesIn(path).map((name) => join(path, name)))
    } else if (stats.isFile() && !seen.has(inode)) {
      seen.add(inode)
      if (isElf(path)) found.push(path)
    }
  }
  return found.sort()
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function isElf(path: string): boolean {
  let handle: number
  try {
    handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  } catch {
    return false
  }
  const magic = Buffer.alloc(4)
  const count = readSync(handle, magic, 0, 4, 0)
  closeSync(handle)
  return count === 4 && magic.equals(Buffer.from('\x7fELF', 'latin1'))
}

/** The machine's `file`. */
export const machineFile = {
  /** @returns for example `file-5.44`; undefined when there is no such program */
  version(): string | undefined {
    const result = spawnSync('file', ['--version'], { encoding: 'utf8' })
    return result.status === 0 ? result.stdout.split('\n')[0] : undefined
  },

  /**
   * @param paths files; names may hold any character
   * @returns the line of `file -b` for each, in the same order
   */
  lines(paths: readonly string[]): readonly string[] {
    const lines: string[] = []
    // Names are arguments, not lines of a list, so that a line end in a name is no separator.
    for (let at = 0; at < paths.length; at += 200) {
      const batch = paths.slice(at, at + 200)
      const result = spawnSync('file', ['-b', '--', ...batch], {
        encoding: 'latin1',
        env: { ...process.env, LC_ALL: 'C' },
      })
      lines.push(...result.stdout.split('\n').slice(0, batch.length))
    }
    return lines
  },
}
