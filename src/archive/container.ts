/**
 * Writes the structure of a zip (APPNOTE 4.3.6): a header before the data of each entry, the directory and its
 * end. It streams: sizes and checksum are known only after the data, and are then put into the header that is
 * already written, so that readers which do not know data descriptors are not needed.
 * It knows nothing of files outside the zip, and compresses nothing.
 */
import { writevSync } from 'node:fs'

/** What is said of an entry before its data. */
export interface ContainerEntry {
  /** Relative, forward slashes. */
  readonly name: string
  /** The 16 bits of stat(2) `st_mode`. */
  readonly mode: number
}

/** What is known of an entry after its data. */
export interface ContainerContent {
  readonly isStored: boolean
  readonly sizeBytes: number
  readonly crc32: number
  /** Its fields in UTC are recorded; 1980 to 2107, in steps of two seconds. */
  readonly modifiedAt: Date
}

/** Without zip64 extensions these numbers have 16 and 32 bits, and the largest one means “see zip64” (4.4.1.4). */
export const containerLimits = { entries: 0xfffe, bytes: 0xfffffffe } as const

const localHeaderBytes = 30
const directoryHeaderBytes = 46
const endBytes = 22
/** “Made by” in the upper byte: Unix (4.4.2.2). The lower one is the version of APPNOTE that is followed, 3.0. */
const madeByUnix = (3 << 8) | 30
/** Version 2.0 knows deflate (4.4.3.2). */
const versionNeeded = 20
/** The name is UTF-8 (4.4.4, bit 11). */
const utf8Flag = 0x0800
const methods = { stored: 0, deflated: 8 } as const
/** Little enough that what is in the file can be read back soon, while the next parts are compressed. */
const flushBytes = 256 * 1024
/** Up to here parts are handed to the system as they are; joining them copies every byte once more. */
const mostSeparateParts = 64

interface WrittenEntry {
  readonly name: Buffer
  readonly mode: number
  readonly position: number
  /** The fields that local header and directory have in common, from “version needed” to “extra field length”. */
  readonly shared: Buffer
}

/** A zip that is being written, from its beginning. */
export class Container {
  private readonly written: WrittenEntry[] = []
  /** Bytes that follow those in the file. */
  private pending: Buffer[] = []
  private pendingBytes = 0
  private inFileBytes = 0

  /**
   * Writes on the main thread: on the pool, a write would wait behind everything that is queued to be compressed.
   *
   * @param file descriptor of an empty file that is open for writing; it stays open
   */
  constructor(private readonly file: number) {}

  /** Bytes that lie in the file already; headers among them may still change. */
  get flushedBytes(): number {
    return this.inFileBytes
  }

  /** Bytes of the zip so far. */
  get sizeBytes(): number {
    return this.inFileBytes + this.pendingBytes
  }

  /**
   * Adds an entry.
   *
   * @param entry name and mode
   * @param parts its data in the form in which it lies in the zip, and at the end what went through; it stays
   *   with the caller, who ends it when this fails
   * @returns what went through, and how many bytes it takes in the zip
   * @throws a `RangeError` when the zip becomes larger than `containerLimits`, and whatever `parts` throws
   */
  async add<T extends ContainerContent>(
    entry: ContainerEntry,
    parts: AsyncGenerator<Buffer, T, undefined>,
  ): Promise<{ readonly content: T; readonly compressedBytes: number }> {
    const name = Buffer.from(entry.name)
    const position = this.sizeBytes
    const header = Buffer.alloc(localHeaderBytes)
    this.append(header)
    this.append(name)
    const dataPosition = this.sizeBytes
    const content = await this.appendAll(parts)
    const compressedBytes = this.sizeBytes - dataPosition
    this.requireRoom(content)
    const shared = sharedFields(name, content, compressedBytes)
    header.writeUInt32LE(0x04034b50, 0)
    shared.copy(header, 4)
    // While the header is pending, writing into its buffer was enough.
    if (position < this.inFileBytes) writeAll(this.file, [header], position)
    this.written.push({ name, mode: entry.mode, position, shared })
    return { content, compressedBytes }
  }

  /**
   * Writes the directory and its end (4.3.12, 4.3.16).
   *
   * @throws a `RangeError` when the zip becomes larger than `containerLimits`
   */
  finish(): void {
    const position = this.sizeBytes
    for (const entry of this.written) this.append(directoryHeader(entry))
    const end = Buffer.alloc(endBytes)
    end.writeUInt32LE(0x06054b50, 0)
    end.writeUInt16LE(this.written.length, 8)
    end.writeUInt16LE(this.written.length, 10)
    end.writeUInt32LE(this.sizeBytes - position, 12)
    end.writeUInt32LE(position, 16)
    this.append(end)
    this.flush()
  }

  private requireRoom({ sizeBytes }: ContainerContent): void {
    if (sizeBytes > containerLimits.bytes || this.written.length >= containerLimits.entries) {
      throw new RangeError('an entry more than a zip can hold')
    }
  }

  private async appendAll<T>(parts: AsyncGenerator<Buffer, T, undefined>): Promise<T> {
    for (;;) {
      const step = await parts.next()
      if (step.done === true) return step.value
      this.append(step.value)
    }
  }

  /** Small pieces go to the file together: ten thousand entries are a handful of writes. */
  private append(bytes: Buffer): void {
    this.pending.push(bytes)
    this.pendingBytes += bytes.length
    if (this.sizeBytes > containerLimits.bytes) throw new RangeError('more bytes than a zip can hold')
    if (this.pendingBytes >= flushBytes) this.flush()
  }

  private flush(): void {
    if (this.pendingBytes === 0) return
    const parts = this.pending.length > mostSeparateParts ? [Buffer.concat(this.pending)] : this.pending
    writeAll(this.file, parts, this.inFileBytes)
    this.inFileBytes += this.pendingBytes
    this.pending = []
    this.pendingBytes = 0
  }
}

function sharedFields(name: Buffer, content: ContainerContent, compressedBytes: number): Buffer {
  const { isStored, sizeBytes, crc32, modifiedAt } = content
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(versionNeeded, 0)
  // Without the flag a reader takes the name for code page 437, which has pictures in place of control characters.
  const isPlain = name.every((byte) => byte >= 0x20 && byte < 0x7f)
  fields.writeUInt16LE(isPlain ? 0 : utf8Flag, 2)
  fields.writeUInt16LE(isStored ? methods.stored : methods.deflated, 4)
  fields.writeUInt16LE(dosTime(modifiedAt), 6)
  fields.writeUInt16LE(dosDate(modifiedAt), 8)
  fields.writeUInt32LE(crc32, 10)
  fields.writeUInt32LE(compressedBytes, 14)
  fields.writeUInt32LE(sizeBytes, 18)
  fields.writeUInt16LE(name.length, 22)
  return fields
}

function directoryHeader({ name, mode, position, shared }: WrittenEntry): Buffer {
  const header = Buffer.alloc(directoryHeaderBytes + name.length)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(madeByUnix, 4)
  shared.copy(header, 6)
  // The upper half of the external attributes is the mode (4.4.15, as Info-ZIP writes it).
  header.writeUInt32LE(mode * 0x10000, 38)
  header.writeUInt32LE(position, 42)
  name.copy(header, directoryHeaderBytes)
  return header
}

/** MS-DOS time (4.4.6): hours, minutes, seconds in steps of two. */
function dosTime(time: Date): number {
  return (time.getUTCHours() << 11) | (time.getUTCMinutes() << 5) | (time.getUTCSeconds() >> 1)
}

/** MS-DOS date (4.4.6): years since 1980, month, day. */
function dosDate(time: Date): number {
  return ((time.getUTCFullYear() - 1980) << 9) | ((time.getUTCMonth() + 1) << 5) | time.getUTCDate()
}

function writeAll(file: number, parts: readonly Buffer[], position: number): void {
  const bytesWritten = writevSync(file, parts, position)
  let skipped = bytesWritten
  // A disk that is nearly full, or a signal, can end a write early.
  for (const [index, part] of parts.entries()) {
    if (skipped < part.length) {
      writeAll(file, [part.subarray(skipped), ...parts.slice(index + 1)], position + bytesWritten)
      return
    }
    skipped -= part.length
  }
}
