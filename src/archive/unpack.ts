/**
 * Unpacks a zip that may come from anywhere into an empty folder, with its mode bits.
 * It never writes outside that folder, never through a link, and never over an existing file.
 */
import { mkdir, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ActionError, messageOf } from '../errors'
import type { ArchiveCode } from './codes'
import { hasBackslash, quoted, unsafeNameReason } from './entry-names'
import { writeEntry } from './read'
import type { ArchiveEntry } from './zip/archive-entry'
import { withArchive } from './zip/zip-file'

/** What the host's own unzip gives a file whose entry has no mode (UnZipHandler.cs leaves the default). */
const defaultMode = 0o644

/**
 * Unpacks every entry. Files get `mode & 0o777` of their entry, 0644 when it records none; folders are made
 * as needed with the default mode, so that an entry for a folder cannot make it unreadable.
 *
 * @param path path of the zip
 * @param folder folder to unpack into; it is made when missing and must be empty, so that no link in it can
 *   lead out
 * @throws ActionError `package-unsafe-name`, `package-backslash`, `package-symlink`, `package-duplicate-name`,
 *   `package-encrypted` before anything is written; `package-unreadable`, `package-limit`,
 *   `package-unwritable`. What was unpacked before a failure stays: the folder is the caller's
 */
export async function unpackArchive(path: string, folder: string): Promise<void> {
  await requireEmpty(folder)
  await withArchive(path, async (archive) => {
    const { entries } = archive.listing
    requireSafe(path, entries)
    const made = new Set<string>([folder])
    for (const entry of entries) {
      const target = join(folder, ...entry.name.split('/').filter((segment) => segment !== ''))
      await makeFolder(entry.isDirectory ? target : dirname(target), made)
      if (entry.isDirectory) continue
      const permissions = (entry.mode ?? 0) & 0o777
      await writeEntry(archive, entry, target, permissions === 0 ? defaultMode : permissions)
    }
  })
}

async function requireEmpty(folder: string): Promise<void> {
  let names: readonly string[]
  try {
    await mkdir(folder, { recursive: true })
    names = await readdir(folder)
  } catch (error) {
    throw unwritable(folder, messageOf(error), error)
  }
  if (names.length > 0) throw unwritable(folder, 'it is not empty')
}

/** Everything is judged before the first byte is written, so that a refused zip leaves nothing behind. */
function requireSafe(path: string, entries: readonly ArchiveEntry[]): void {
  const seen = new Set<string>()
  for (const entry of entries) {
    const { name } = entry
    const reason = unsafeNameReason(name)
    if (reason !== undefined)
      throw refused('package-unsafe-name', path, `an entry ${quoted(name)}: ${reason}`)
    if (hasBackslash(name))
      throw refused('package-backslash', path, `a name with a backslash, ${quoted(name)}`)
    if (entry.isSymlink) throw refused('package-symlink', path, `the symbolic link ${quoted(name)}`)
    if (entry.isEncrypted) throw refused('package-encrypted', path, `the encrypted entry ${quoted(name)}`)
    if (seen.has(name)) throw refused('package-duplicate-name', path, `two entries named ${quoted(name)}`)
    seen.add(name)
  }
}

async function makeFolder(folder: string, made: Set<string>): Promise<void> {
  if (made.has(folder)) return
  try {
    await mkdir(folder, { recursive: true })
  } catch (error) {
    throw unwritable(folder, messageOf(error), error)
  }
  made.add(folder)
}

function refused(code: ArchiveCode, path: string, what: string): ActionError {
  return new ActionError(code, `The package ${quoted(path)} holds ${what}; it was not unpacked.`, {
    hint: 'Make the zip anew, for example with this action.',
  })
}

function unwritable(folder: string, reason: string, cause?: unknown): ActionError {
  return new ActionError('package-unwritable', `Nothing can be unpacked into ${quoted(folder)}: ${reason}.`, {
    hint: 'Name an empty folder that is writable.',
    ...(cause === undefined ? {} : { cause }),
  })
}
