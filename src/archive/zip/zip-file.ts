/**
 * Opens a zip with yauzl and lets nothing of it through unchecked: bounded reads, our own errors, one reading of it
 * that all unpackers agree on, inflated bytes that match the declared size and checksum.
 * It judges whether the file is a sound zip, not whether it is a sound package.
 */
import { type FileHandle, open } from 'node:fs/promises'
import { type Entry, fromRandomAccessReaderPromise } from 'yauzl'
import { messageOf } from '../../errors'
import type { ArchiveEntry } from './archive-entry'
import { boundedReader } from './bounded-reader'
import { readDirectory } from './directory'
import { readEnding } from './end-record'
import { inflateEntry, type Sink } from './inflate-entry'
import { decodeName } from './raw-names'
import { directoryReason, unreadable } from './unreadable'

export interface ArchiveListing {
  readonly path: string
  readonly sizeBytes: number
  /** In the order of the central directory. */
  readonly entries: readonly ArchiveEntry[]
}

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
    const refuse = (error: unknown): never => {
      throw unreadable(path, directoryReason(error), error)
    }
    const options = { autoClose: false, decodeStrings: false, validateEntrySizes: true }
    const zip = await fromRandomAccessReaderPromise(reader, size, options).catch(refuse)
    const ending = await readEnding(reader, size).catch(refuse)
    if (typeof ending === 'string') throw unreadable(path, ending)
    const raw = await readDirectory(path, zip, reader, ending)
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

function describe(entry: Entry, dataPosition: number): ArchiveEntry {
  const { name, isUtf8 } = decodeName(entry.fileNameRaw)
  const attributes = entry.externalFileAttributes >>> 16
  const kind = attributes & 0o170000
  return {
    name,
    sizeBytes: entry.uncompressedSize,
    compressedBytes: entry.compressedSize,
    mode: attributes === 0 ? undefined : attributes,
    madeBy: entry.versionMadeBy >>> 8,
    isSymlink: kind === 0o120000,
    // By the slash alone: no unpacker asks the mode.
    isDirectory: name.endsWith('/'),
    isEncrypted: entry.isEncrypted(),
    isNameUtf8: isUtf8,
    method: entry.compressionMethod,
    crc32: entry.crc32,
    dataPosition,
  }
}
