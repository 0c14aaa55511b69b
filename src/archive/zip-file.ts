/**
 * Opens a zip with yauzl and lets nothing of it through unchecked: bounded reads, our own errors,
 * entries that do not overlap, inflated bytes that match the declared size and checksum.
 * It judges whether the file is a sound zip, not whether it is a sound package.
 */
import { type FileHandle, open } from 'node:fs/promises'
import { type Entry, fromRandomAccessReaderPromise, getFileNameLowLevel, type ZipFile } from 'yauzl'
import { ActionError, messageOf } from '../errors'
import { boundedReader } from './bounded-reader'
import type { ArchiveCode } from './codes'
import { quoted } from './entry-names'
import { type ArchiveEntry, inflateEntry, type Sink } from './inflate-entry'
import { archiveLimits } from './limits'
import { directoryReason, unreadable } from './unreadable'

export interface ArchiveListing {
  readonly path: string
  readonly sizeBytes: number
  /** In the order of the central directory. */
  readonly entries: readonly ArchiveEntry[]
}

/** Deflate cannot expand more than this (zlib technical notes: 1032 to 1). */
const mostExpansion = 1032

export interface OpenArchive {
  readonly listing: ArchiveListing
  /**
   * Inflates an entry of this listing into a sink. Fails with `package-unreadable` unless size and CRC-32 are what
   * was declared, and with the sink's own error when that fails.
   */
  readonly inflate: (entry: ArchiveEntry, sink: Sink) => Promise<void>
}

/**
 * Opens a zip, reads and checks its whole directory, and closes it when the work is done.
 *
 * @param path path of the zip
 * @param work what to do with it
 * @returns what `work` returns
 * @throws ActionError `package-unreadable` when it is no sound zip, `package-limit` when it holds too much
 */
export async function withArchive<T>(path: string, work: (archive: OpenArchive) => Promise<T>): Promise<T> {
  const file = await openFile(path)
  try {
    const { size } = await file.stat()
    const reader = boundedReader(file, size)
    const zip = await fromRandomAccessReaderPromise(reader, size, {
      autoClose: false,
      decodeStrings: false,
      validateEntrySizes: true,
    }).catch((error: unknown) => {
      throw unreadable(path, directoryReason(error), error)
    })
    const raw = await readDirectory(path, zip)
    const described = new Map(raw.map(({ entry, start }) => [describe(entry, start), entry]))
    return await work({
      listing: { path, sizeBytes: size, entries: [...described.keys()] },
      inflate: async (entry, sink) => {
        const source = described.get(entry)
        if (source === undefined) throw new Error('the entry belongs to another listing')
        await inflateEntry({ path, zip, reader }, source, entry, sink)
      },
    })
  } finally {
    await file.close()
  }
}

async function openFile(path: string): Promise<FileHandle> {
  let file: FileHandle
  try {
    file = await open(path, 'r')
  } catch (error) {
    throw unreadable(path, messageOf(error), error)
  }
  const status = await file.stat()
  if (status.isFile()) return file
  await file.close()
  throw unreadable(path, 'it is not a regular file')
}

interface PlacedEntry {
  readonly entry: Entry
  /** Where its data begins in the file. */
  readonly start: number
}

async function readDirectory(path: string, zip: ZipFile): Promise<readonly PlacedEntry[]> {
  if (zip.entryCount > archiveLimits.entries) {
    throw beyondLimit(path, `${zip.entryCount} entries`, `${archiveLimits.entries}`)
  }
  const entries: Entry[] = []
  let unpackedBytes = 0
  try {
    for await (const entry of zip.eachEntry()) {
      unpackedBytes += entry.uncompressedSize
      if (unpackedBytes > archiveLimits.unpackedBytes) {
        throw beyondLimit(path, `more than ${archiveLimits.unpackedBytes} bytes unpacked`, '2 GiB')
      }
      entries.push(entry)
    }
    return await placeEntries(path, zip, entries)
  } catch (error) {
    throw error instanceof ActionError ? error : unreadable(path, directoryReason(error), error)
  }
}

/** Overlapping entries are how a small zip unpacks to a huge one, and a sign of a forged directory. */
async function placeEntries(
  path: string,
  zip: ZipFile,
  entries: readonly Entry[],
): Promise<readonly PlacedEntry[]> {
  const placed: PlacedEntry[] = []
  const spans: { name: string; start: number; end: number }[] = []
  for (const entry of entries) {
    const name = nameOf(entry)
    if (
      entry.compressionMethod === 8 &&
      entry.uncompressedSize > (entry.compressedSize + 1) * mostExpansion
    ) {
      throw unreadable(
        path,
        `${quoted(name)} declares ${entry.uncompressedSize} bytes, which ${entry.compressedSize} compressed bytes cannot hold`,
      )
    }
    const header = await zip.readLocalFileHeaderPromise(entry)
    if (!header.fileName.equals(entry.fileNameRaw)) {
      const inner = header.fileName.toString('utf8')
      throw unreadable(
        path,
        `an entry is named ${quoted(name)} in the directory and ${quoted(inner)} at its data`,
      )
    }
    placed.push({ entry, start: header.fileDataStart })
    spans.push({
      name,
      start: entry.relativeOffsetOfLocalHeader,
      end: header.fileDataStart + entry.compressedSize,
    })
  }
  spans.sort((left, right) => left.start - right.start)
  for (const [index, span] of spans.entries()) {
    if (span.end > zip.fileSize)
      throw unreadable(path, `${quoted(span.name)} reaches beyond the end of the file`)
    const next = spans[index + 1]
    if (next !== undefined && span.end > next.start) {
      throw unreadable(path, `${quoted(span.name)} and ${quoted(next.name)} overlap`)
    }
  }
  return placed
}

function nameOf(entry: Entry): string {
  return getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true)
}

function describe(entry: Entry, dataPosition: number): ArchiveEntry {
  const name = nameOf(entry)
  const attributes = entry.externalFileAttributes >>> 16
  const kind = attributes & 0o170000
  return {
    name,
    sizeBytes: entry.uncompressedSize,
    compressedBytes: entry.compressedSize,
    mode: attributes === 0 ? undefined : attributes,
    madeBy: entry.versionMadeBy >>> 8,
    isSymlink: kind === 0o120000,
    isDirectory: name.endsWith('/') || kind === 0o040000,
    isEncrypted: entry.isEncrypted(),
    method: entry.compressionMethod,
    crc32: entry.crc32,
    dataPosition,
  }
}

function beyondLimit(path: string, found: string, limit: string): ActionError {
  return new ActionError(
    'package-limit' satisfies ArchiveCode,
    `The package ${quoted(path)} declares ${found}; at most ${limit} are accepted.`,
    { hint: 'Take out what does not belong to the app.' },
  )
}
