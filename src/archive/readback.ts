/**
 * Reads a package back while it is written: every part of an entry as soon as it lies in the file, so that hardly
 * anything is left to do at the end. On the main thread, which has little else to do while the pool compresses; what
 * waits for the pool's threads would have its turn after everything that is queued there.
 */
import { type InflateRaw, inflateRawSync } from 'node:zlib'
import { ActionError } from '../errors'
import { crc32 } from './crc32'
import { windowBytes } from './deflate'
import { quoted } from './entry-names'
import { readFully } from './read-fully'

/** What was read back of an entry. */
export interface ReadBackEntry {
  /** Where its data begins in the file. */
  readonly dataPosition: number
  readonly compressedBytes: number
  /** Of what the data inflates to. */
  readonly sizeBytes: number
  readonly crc32: number
}

interface Entry {
  readonly name: string
  readonly dataPosition: number
  compressedBytes: number
  sizeBytes: number
  crc32: number
}

interface Part {
  readonly entry: Entry
  readonly position: number
  readonly length: number
  isLast: boolean
}

/** What is read at once. */
const chunkBytes = 256 * 1024
/** What a part inflates to mostly fits, so that there is nothing to join. */
const inflatedBytes = 256 * 1024 + 64
/** A stored block without content that ends a stream (RFC 1951, 3.2.4). */
const endOfStream = Buffer.from([0x01, 0x00, 0x00, 0xff, 0xff])

/** Reads back what is written into one file. */
export class ReadBack {
  private readonly parts: Part[] = []
  private readonly done: Entry[] = []
  private entry: Entry | undefined
  private window = { start: 0, bytes: Buffer.alloc(0) }
  private room = Buffer.alloc(0)
  private scratch = Buffer.alloc(0)
  private history: Buffer | undefined

  /**
   * @param file descriptor of the file; it stays open
   * @param isStored whether parts are the bytes themselves instead of raw deflate data
   */
  constructor(
    private readonly file: number,
    private readonly isStored: boolean,
  ) {}

  /** The entries in their order, as far as they were read. */
  get entries(): readonly ReadBackEntry[] {
    return this.done
  }

  /** The next entry begins: its data will lie at this position. */
  begin(name: string, dataPosition: number): void {
    this.entry = { name, dataPosition, compressedBytes: 0, sizeBytes: 0, crc32: 0 }
    this.done.push(this.entry)
  }

  /** The next part of the entry has this many bytes. */
  expect(length: number): void {
    const { entry } = this
    if (entry === undefined) throw new Error('a part belongs to no entry')
    const position = entry.dataPosition + entry.compressedBytes
    this.parts.push({ entry, position, length, isLast: false })
    entry.compressedBytes += length
  }

  /** The entry has no further parts. */
  end(): void {
    const last = this.parts.at(-1)
    if (last !== undefined && last.entry === this.entry) last.isLast = true
    this.entry = undefined
  }

  /**
   * Reads the parts that lie in the file, but not the latest one of an entry that goes on: it may be its last.
   *
   * @param writtenBytes how much of the file is written
   * @throws ActionError `package-readback` when a part is not what it has to be
   */
  upTo(writtenBytes: number): void {
    for (;;) {
      const [part, next] = this.parts
      if (part === undefined || part.position + part.length > writtenBytes) return
      if (!part.isLast && next === undefined) return
      this.parts.shift()
      this.take(part, this.isStored ? this.bytesOf(part, writtenBytes) : this.inflated(part, writtenBytes))
    }
  }

  private take({ entry }: Part, bytes: Buffer): void {
    entry.sizeBytes += bytes.length
    entry.crc32 = crc32(bytes, entry.crc32)
  }

  private bytesOf({ entry, position, length }: Part, writtenBytes: number): Buffer {
    const { window } = this
    if (position < window.start || position + length > window.start + window.bytes.length) {
      const wanted = Math.max(length, Math.min(chunkBytes, writtenBytes - position))
      if (this.room.length < wanted) this.room = Buffer.allocUnsafeSlow(wanted)
      const bytes = this.room.subarray(0, wanted)
      if (readFully(this.file, bytes, position) < wanted)
        throw damaged(entry.name, 'the file is shorter than what was written')
      this.window = { start: position, bytes }
    }
    const start = position - this.window.start
    return this.window.bytes.subarray(start, start + length)
  }

  /**
   * A part inflates on its own once the window before it is given: it begins on a byte boundary. That the stream goes
   * on after it is seen by letting it end there.
   */
  private inflated(part: Part, writtenBytes: number): Buffer {
    if (part.position === part.entry.dataPosition) this.history = undefined
    const bytes = this.bytesOf(part, writtenBytes)
    const input = part.isLast ? bytes : this.withEnd(bytes)
    const { buffer, engine } = this.inflate(part, input)
    if (engine.bytesWritten !== input.length) throw damaged(part.entry.name, 'its data ends early')
    this.history = buffer.subarray(-windowBytes)
    return buffer
  }

  private inflate({ entry }: Part, input: Buffer): { readonly buffer: Buffer; readonly engine: InflateRaw } {
    const dictionary = this.history === undefined ? {} : { dictionary: this.history }
    try {
      const result: unknown = inflateRawSync(input, { ...dictionary, info: true, chunkSize: inflatedBytes })
      return result as { buffer: Buffer; engine: InflateRaw }
    } catch (error) {
      throw damaged(entry.name, 'its data does not inflate', error)
    }
  }

  private withEnd(bytes: Buffer): Buffer {
    const length = bytes.length + endOfStream.length
    if (this.scratch.length < length) this.scratch = Buffer.allocUnsafeSlow(Math.max(length, chunkBytes))
    bytes.copy(this.scratch)
    endOfStream.copy(this.scratch, bytes.length)
    return this.scratch.subarray(0, length)
  }
}

function damaged(name: string, how: string, cause?: unknown): ActionError {
  return different(`${quoted(name)} cannot be read back, ${how}`, cause)
}

/**
 * The error that says that a written package is not what was meant.
 *
 * @param how what differs
 * @param cause what was thrown, if anything
 * @returns the error, `package-readback`
 */
export function different(how: string, cause?: unknown): ActionError {
  return new ActionError('package-readback', `The written package is not what was meant: ${how}.`, {
    hint: 'Run again. If it happens twice, suspect the disk of the runner.',
    ...(cause === undefined ? {} : { cause }),
  })
}
