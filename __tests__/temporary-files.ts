/**
 * Where the temporary files of a test run lie. Tests make and remove thousands of small folders, which a disk with a
 * journal turns into waiting; a folder in memory does not. Where there is none with room, all goes on as without.
 */
import { accessSync, chmodSync, constants, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'

const memory = '/dev/shm'
const prefix = join(memory, 'tests-')
/** Many times what all workers together need at once. */
const neededBytes = 4 * 2 ** 30

/** Gives all workers, and what they start, a folder in memory for temporary files. Each project calls it. */
export function setup(): (() => void) | undefined {
  if (process.env['TMPDIR']?.startsWith(prefix) || !hasRoom()) return undefined
  const folder = mkdtempSync(prefix)
  // Some tests become another user.
  chmodSync(folder, 0o1777)
  process.env['TMPDIR'] = folder
  return () => rmSync(folder, { recursive: true, force: true })
}

/** Programs are built into it and started, so that it must not be mounted `noexec`. */
function hasRoom(): boolean {
  try {
    accessSync(memory, constants.W_OK)
    const { bavail, bsize } = statfsSync(memory)
    const mounted = readFileSync('/proc/mounts', 'utf8').split('\n')
    const line = mounted.find((each) => each.split(' ')[1] === memory)
    return line !== undefined && !/\bnoexec\b/.test(line) && bavail * bsize >= neededBytes
  } catch {
    return false
  }
}
