/**
 * Inflates one entry of an open zip and lets nothing through that is not what the directory declares.
 * It does not know where the bytes go.
 */
import { Transform, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw, type InflateRaw, inflateRawSync } from 'node:zlib'
import type { Entry, ZipFile } from 'yauzl'
import type { ActionError } from '../../errors'
import { crc32 } from '../crc32'
import { quoted } from '../entry-names'
import type { ArchiveEntry } from './archive-entry'
import type { FileReader } from './bounded-reader'
import { unreadable } from './unreadable'

/** Where inflated bytes go: a stream, or a function that takes them all. */
export type Sink = Writable | ((bytes: AsyncIterable<Buffer>) => Promise<void>)

/** An open zip, and the reader that it lies behind. */
export interface OpenZip {
  readonly path: string
  readonly zip: ZipFile
  readonly reader: FileReader
}

/** Fewer trips to the thread pool than with zlib's default of 16 KiB. */
const inflateChunkBytes = 256 * 1024
/** Up to here an entry is inflated in one call: making the streams takes longer than the work. */
const small = { compressedBytes: 64 * 1024, sizeBytes: 512 * 1024 } as const

type Damaged = (reason: string, cause?: unknown) => ActionError

/**
 * Inflates an entry into a sink.
 *
 * @param source the entry as yauzl knows it
 * @param entry the same as the listing describes it
 * @param sink where its bytes go
 * @throws ActionError `package-unreadable` unless size and CRC-32 are what was declared, and whatever the sink
 *   throws
 */
export async function inflateEntry(
  open: OpenZip,
  source: Entry,
  entry: ArchiveEntry,
  sink: Sink,
): Promise<void> {
  const { path } = open
  if (entry.isEncrypted) throw unreadable(path, `${quoted(entry.name)} is encrypted`)
  if (entry.method !== 0 && entry.method !== 8) {
    throw unreadable(path, `${quoted(entry.name)} is compressed with method ${entry.method}`)
  }
  const damaged: Damaged = (reason, cause) =>
    unreadable(path, `the data of ${quoted(entry.name)} is damaged (${reason})`, cause)
  const isSmall = entry.compressedBytes <= small.compressedBytes && entry.sizeBytes <= small.sizeBytes
  if (isSmall) {
    const bytes = await inflatedAtOnce(open, source, entry, damaged)
    await pipeline(oneOf(bytes), sink)
  } else await inflateInParts(open, source, entry, sink, damaged)
}

async function inflatedAtOnce(
  { zip, reader }: OpenZip,
  source: Entry,
  entry: ArchiveEntry,
  damaged: Damaged,
): Promise<Buffer> {
  const raw = await zip
    .readLocalFileHeaderPromise(source, { minimal: true })
    .then(({ fileDataStart }) => reader.bytesAt(fileDataStart, entry.compressedBytes))
    .catch((error: unknown) => {
      throw damaged('it cannot be read', error)
    })
  const bytes = entry.method === 0 ? Buffer.from(raw) : inflated(raw, entry, damaged)
  requireEnd(entry, bytes.length, crc32(bytes), damaged)
  return bytes
}

function inflated(raw: Buffer, { sizeBytes }: ArchiveEntry, damaged: Damaged): Buffer {
  try {
    const options = { maxOutputLength: sizeBytes + 1, chunkSize: Math.max(64, sizeBytes + 1), info: true }
    const { buffer, engine } = inflateRawSync(raw, options) as unknown as {
      buffer: Buffer
      engine: InflateRaw
    }
    requireAllUsed(engine, raw.length, damaged)
    return buffer
  } catch (error) {
    if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE') throw tooMuch(damaged)
    throw codeOf(error).startsWith('Z_') ? damaged('it does not inflate', error) : error
  }
}

async function* oneOf(bytes: Buffer): AsyncGenerator<Buffer> {
  if (bytes.length > 0) yield bytes
}

async function inflateInParts(
  { zip, reader }: OpenZip,
  source: Entry,
  entry: ArchiveEntry,
  sink: Sink,
  damaged: Damaged,
): Promise<void> {
  const { fileDataStart } = await zip
    .readLocalFileHeaderPromise(source, { minimal: true })
    .catch((error: unknown) => {
      throw damaged('it cannot be read', error)
    })
  const raw = reader.chunksAt(fileDataStart, entry.compressedBytes)
  const check = new Check(entry, damaged)
  try {
    if (entry.method === 8) {
      const inflating = createInflateRaw({ chunkSize: inflateChunkBytes })
      await pipeline(raw, inflating, check.asPassage(), sink)
      requireAllUsed(inflating, entry.compressedBytes, damaged)
    } else await pipeline(raw, check.asPassage(), sink)
  } catch (error) {
    throw codeOf(error).startsWith('Z_') ? damaged('it does not inflate', error) : error
  }
}

/** Holds what comes out of an entry against what was declared of it. */
class Check {
  private crc = 0
  private sizeBytes = 0

  constructor(
    private readonly entry: ArchiveEntry,
    private readonly damaged: Damaged,
  ) {}

  /** Refuses as soon as it is known, so that a bomb costs one chunk more than it declares. */
  take(chunk: Buffer): void {
    this.crc = crc32(chunk, this.crc)
    this.sizeBytes += chunk.length
    if (this.sizeBytes > this.entry.sizeBytes) throw tooMuch(this.damaged)
  }

  end(): void {
    requireEnd(this.entry, this.sizeBytes, this.crc, this.damaged)
  }

  asPassage(): Transform {
    return new Transform({
      transform: (chunk: Buffer, _encoding, done) => settled(done, () => this.take(chunk), chunk),
      flush: (done) => settled(done, () => this.end()),
    })
  }
}

/** Answers a stream with what was thrown, if anything. */
function settled(done: (error: Error | null, value?: Buffer) => void, run: () => void, value?: Buffer): void {
  try {
    run()
  } catch (error) {
    done(error as Error)
    return
  }
  done(null, value)
}

function requireEnd(entry: ArchiveEntry, sizeBytes: number, crc: number, damaged: Damaged): void {
  if (sizeBytes > entry.sizeBytes) throw tooMuch(damaged)
  if (sizeBytes < entry.sizeBytes) throw damaged('it inflates to less than it declares')
  if (crc !== entry.crc32) throw damaged('its checksum does not match')
}

/** What follows the end of the deflate data inside an entry is seen by some unpackers only. */
function requireAllUsed({ bytesWritten }: InflateRaw, compressedBytes: number, damaged: Damaged): void {
  if (bytesWritten < compressedBytes) throw damaged('something follows the end of its data')
}

function tooMuch(damaged: Damaged): ActionError {
  return damaged('it inflates to more than it declares')
}

/** zlib's own codes begin with `Z_`, such as `Z_DATA_ERROR`; what the sink throws has others. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
