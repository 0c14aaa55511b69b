/**
 * Reads the directory of a zip (APPNOTE 4.3.12) and demands that there is one way to read it: exactly the entries that
 * the end record counts, each possible in itself, none a file and a folder at once.
 */
import type { Entry, ZipFile } from 'yauzl'
import { ActionError } from '../../errors'
import type { ArchiveCode } from '../codes'
import { quoted } from '../entry-names'
import { archiveLimits } from '../limits'
import type { FileReader } from './bounded-reader'
import type { Ending } from './end-record'
import { type PlacedEntry, placeEntries } from './placement'
import { decodeName } from './raw-names'
import { directoryReason, unreadable } from './unreadable'

/** Deflate cannot expand more than this (zlib technical notes: 1032 to 1). */
const mostExpansion = 1032

/**
 * All entries in the order of the directory.
 *
 * @throws ActionError `package-unreadable`, `package-limit`
 */
export async function readDirectory(
  path: string,
  zip: ZipFile,
  reader: FileReader,
  { entryCount, directoryStart, directoryEnd }: Ending,
): Promise<readonly PlacedEntry[]> {
  if (entryCount > archiveLimits.entries) {
    throw beyondLimit(path, `${entryCount} entries`, `${archiveLimits.entries}`)
  }
  const entries: Entry[] = []
  let unpackedBytes = 0
  let position = directoryStart
  try {
    for await (const entry of zip.eachEntry()) {
      unpackedBytes += entry.uncompressedSize
      if (unpackedBytes > archiveLimits.unpackedBytes) {
        throw beyondLimit(path, `more than ${archiveLimits.unpackedBytes} bytes unpacked`, '2 GiB')
      }
      const impossible = await impossibleReason(entry, reader, position)
      if (impossible !== undefined) throw unreadable(path, impossible)
      position += headerBytes + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength
      entries.push(entry)
    }
  } catch (error) {
    if (error instanceof ActionError) throw error
    if (position === directoryEnd)
      throw unreadable(path, 'its directory holds fewer entries than it counts', error)
    const name = await nameAt(reader, position, directoryEnd)
    const place = name === undefined ? '' : ` (at the entry ${quoted(name)})`
    throw unreadable(path, `${directoryReason(error)}${place}`, error)
  }
  if (position !== directoryEnd) throw unreadable(path, 'its directory holds more entries than it counts')
  const within = fileAndFolder(entries)
  if (within !== undefined) throw unreadable(path, within)
  const refuse = (reason: string, cause?: unknown) => unreadable(path, reason, cause)
  return placeEntries(zip, reader, entries, { directoryStart, refuse })
}

/** Of a header in the directory without name, extra fields and comment (APPNOTE 4.3.12). */
const headerBytes = 46

/** Why an entry cannot be what it says. */
async function impossibleReason(
  entry: Entry,
  reader: FileReader,
  position: number,
): Promise<string | undefined> {
  const { compressedSize, uncompressedSize, compressionMethod, fileNameRaw, extraFields } = entry
  const { name } = decodeName(fileNameRaw)
  if (compressionMethod === 8 && uncompressedSize > (compressedSize + 1) * mostExpansion)
    return `${quoted(name)} declares ${uncompressedSize} bytes, which ${compressedSize} compressed bytes cannot hold`
  if (name.endsWith('/') && uncompressedSize > 0) return `the folder ${quoted(name)} has data`
  const disk = (await reader.bytesAt(position + 34, 2)).readUInt16LE(0)
  if (disk !== 0 && disk !== 0xffff)
    return `the data of ${quoted(name)} lies in another part of a split archive`
  if (hasTwice(extraFields)) return `${quoted(name)} has two values where an extra field has one`
  return undefined
}

/** Fields that change what an entry is: sizes and place (zip64), and its name. */
const readFields = [0x0001, 0x7075]

function hasTwice(extraFields: Entry['extraFields']): boolean {
  return readFields.some((wanted) => extraFields.filter(({ id }) => id === wanted).length > 1)
}

/** The name of the entry at which the directory could not be read further. */
async function nameAt(reader: FileReader, position: number, end: number): Promise<string | undefined> {
  if (position + headerBytes > end) return undefined
  const header = await reader.bytesAt(position, headerBytes)
  const length = header.readUInt16LE(28)
  if (length === 0 || header.readUInt32LE(0) !== 0x02014b50 || position + headerBytes + length > end)
    return undefined
  return decodeName(await reader.bytesAt(position + headerBytes, length)).name
}

/** A name that is a file and a folder: some unpackers drop the file, others what is in the folder. */
function fileAndFolder(entries: readonly Entry[]): string | undefined {
  const names = entries.map(({ fileNameRaw }) => decodeName(fileNameRaw).name).sort()
  for (const [index, name] of names.entries()) {
    if (name.endsWith('/')) continue
    // Names that begin with this one follow it, but others, like 'a.b' between 'a' and 'a/c', may come first.
    const inside = firstFrom(names, `${name}/`, index + 1)
    if (inside?.startsWith(`${name}/`) === true)
      return `${quoted(name)} is a file and the folder of ${quoted(inside)}`
  }
  return undefined
}

function firstFrom(sorted: readonly string[], wanted: string, from: number): string | undefined {
  let low = from
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as string) < wanted) low = middle + 1
    else high = middle
  }
  return sorted[low]
}

function beyondLimit(path: string, found: string, limit: string): ActionError {
  return new ActionError(
    'package-limit' satisfies ArchiveCode,
    `The package ${quoted(path)} declares ${found}; at most ${limit} are accepted.`,
    { hint: 'Take out what does not belong to the app.' },
  )
}
