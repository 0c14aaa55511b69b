/**
 * Reads a zip that may come from anywhere: its list, one entry as text, one entry into a file.
 * It follows no name of the archive to a place on disk; `unpack` does that.
 */
import { type FileHandle, open, rm } from 'node:fs/promises'
import { ActionError, messageOf } from '../errors'
import { quoted } from './entry-names'
import type { ArchiveEntry } from './zip/archive-entry'
import { unreadable } from './zip/unreadable'
import { type ArchiveListing, type OpenArchive, withArchive } from './zip/zip-file'

export type { ArchiveEntry } from './zip/archive-entry'
export type { ArchiveListing } from './zip/zip-file'

/**
 * Lists a zip from its central directory (APPNOTE 4.3.12), after holding the directory against the headers
 * at the data.
 *
 * @param path path of the zip
 * @returns entries in the order of the directory, with names untouched
 * @throws ActionError `package-unreadable` when it is no sound zip (not a zip, cut off, overlapping entries,
 *   impossible sizes, two names for one entry), `package-limit` beyond `archiveLimits`
 */
export async function readArchive(path: string): Promise<ArchiveListing> {
  return withArchive(path, async ({ listing }) => listing)
}

/**
 * Inflates one entry into a file, block by block.
 *
 * @param path path of the zip
 * @param name exact name of the entry
 * @param targetPath file to write, which must not exist yet
 * @param limitBytes most bytes that are accepted
 * @throws ActionError `package-entry-missing`, `package-limit`, `package-unreadable` when the data does not
 *   have the declared size and checksum, `package-unwritable`; then no file is left behind
 */
export async function extractEntry(
  path: string,
  name: string,
  targetPath: string,
  limitBytes: number,
): Promise<void> {
  await withArchive(path, async (archive) => {
    const entry = findEntry(archive, path, name)
    requireLimit(entry, path, limitBytes)
    await writeEntry(archive, entry, targetPath, 0o600)
  })
}

/**
 * Inflates one entry as UTF-8 text; a byte order mark is kept and wrong bytes become U+FFFD.
 *
 * @param path path of the zip
 * @param name exact name of the entry
 * @param limitBytes most bytes that are accepted
 * @throws ActionError `package-entry-missing`, `package-limit`, `package-unreadable`
 */
export async function readEntryText(path: string, name: string, limitBytes: number): Promise<string> {
  return withArchive(path, async (archive) => {
    const entry = findEntry(archive, path, name)
    requireLimit(entry, path, limitBytes)
    const chunks: Buffer[] = []
    await archive.inflate(entry, async (bytes) => {
      for await (const chunk of bytes) chunks.push(chunk)
    })
    return Buffer.concat(chunks).toString('utf8')
  })
}

/**
 * Inflates an entry of an open archive into a new file.
 *
 * @param archive the open archive
 * @param entry one of its entries
 * @param targetPath file to write, which must not exist yet
 * @param mode permission bits of the file
 * @throws ActionError `package-unreadable` or `package-unwritable`; then no file is left behind
 */
export async function writeEntry(
  archive: OpenArchive,
  entry: ArchiveEntry,
  targetPath: string,
  mode: number,
): Promise<void> {
  let target: FileHandle | undefined
  try {
    // Opened before anything flows, so that a failure knows whether there is a file to remove.
    target = await open(targetPath, 'wx', mode)
    // The mode given to open is narrowed by the umask of the runner.
    await target.chmod(mode)
    await archive.inflate(entry, target.createWriteStream())
  } catch (error) {
    if (target !== undefined) {
      await target.close().catch(() => undefined)
      await rm(targetPath, { force: true })
    }
    if (error instanceof ActionError) throw error
    const message = `${quoted(entry.name)} cannot be unpacked to ${quoted(targetPath)}: ${messageOf(error)}.`
    throw new ActionError('package-unwritable', message, {
      hint: 'Check that the folder exists, is empty, is writable and has space.',
      cause: error,
    })
  }
}

function findEntry({ listing }: OpenArchive, path: string, name: string): ArchiveEntry {
  const found = listing.entries.filter((entry) => entry.name === name && !entry.isDirectory)
  const [entry] = found
  if (entry === undefined) {
    throw new ActionError(
      'package-entry-missing',
      `The package ${quoted(path)} has no entry ${quoted(name)}.`,
      {
        hint: "Compare the name with 'unzip -l'; names are case-sensitive.",
      },
    )
  }
  if (found.length > 1) throw unreadable(path, `${found.length} entries have the name ${quoted(name)}`)
  if (entry.isSymlink) throw unreadable(path, `${quoted(name)} is a symbolic link`)
  return entry
}

function requireLimit(entry: ArchiveEntry, path: string, limitBytes: number): void {
  if (entry.sizeBytes <= limitBytes) return
  throw new ActionError(
    'package-limit',
    `${quoted(entry.name)} in ${quoted(path)} has ${entry.sizeBytes} bytes; at most ${limitBytes} are accepted.`,
    { hint: 'Take out what does not belong to the app.' },
  )
}
