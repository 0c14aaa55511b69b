/**
 * Where the bytes of a binary come from: an open file or memory, always by range and always bounded.
 * Knows nothing of ELF and never reads a whole file.
 */
import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs'
import { ActionError, messageOf } from '../errors'

/** Bytes that can be read in ranges. `read` returns fewer bytes at the end, none past it. */
export interface ByteSource {
  readonly sizeBytes: number
  /** Unix permission bits. Absent where they are not known (memory, Windows). */
  readonly mode?: number
  read(offset: number, length: number): Uint8Array
}

/** What one reader may take from a source; the defaults are far above what any real binary needs. */
export interface ReadLimits {
  readonly totalBytes: number
  readonly reads: number
}

const defaultLimits: ReadLimits = { totalBytes: 8 * 1024 * 1024, reads: 2000 }
const pageBytes = 4096
const nothing = new Uint8Array(0)

/**
 * Opens a file for inspection. The handle that was checked is the handle that is read.
 *
 * @param path file to open; a symbolic link is followed
 * @returns a source with the size and permission bits of the opened file, and `close`
 * @throws {ActionError} `elf-unreadable` when it cannot be opened or is not a regular file. It is opened
 *   with O_NONBLOCK, so that a FIFO without a writer is refused instead of waited for (open(2)).
 */
export function openSource(path: string): ByteSource & { close(): void } {
  const quoted = JSON.stringify(path)
  let handle: number
  try {
    handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  } catch (thrown) {
    throw new ActionError('elf-unreadable', `The binary ${quoted} cannot be opened: ${messageOf(thrown)}.`, {
      hint: 'Check that the path is right and that an earlier step wrote the file.',
      cause: thrown,
    })
  }
  let stats: Stats
  try {
    stats = fstatSync(handle)
    if (!stats.isFile()) {
      throw new ActionError('elf-unreadable', `${quoted} is ${kindOf(stats)}, not a regular file.`, {
        hint: 'Name the executable itself.',
      })
    }
  } catch (thrown) {
    closeSync(handle)
    throw thrown
  }
  const source = {
    sizeBytes: stats.size,
    read: (offset: number, length: number) => readRange(handle, quoted, offset, length),
    close: () => closeSync(handle),
  }
  return process.platform === 'win32' ? source : { ...source, mode: stats.mode & 0o7777 }
}

/**
 * Makes a source of bytes that are already in memory, for example a zip entry.
 *
 * @param bytes the whole content
 * @param mode Unix permission bits where they are known
 * @returns a source over the same memory
 */
export function bytesSource(bytes: Uint8Array, mode?: number): ByteSource {
  const source = {
    sizeBytes: bytes.length,
    read: (offset: number, length: number) => bytes.subarray(offset, offset + length),
  }
  return mode === undefined ? source : { ...source, mode }
}

/** Thrown by a {@link BoundedReader} whose limit is used up; caught inside this room. */
export class ReadLimitReached extends Error {
  override readonly name = 'ReadLimitReached'
}

/** Reads a source through a page cache and stops at fixed limits, whatever the file's headers claim. */
export class BoundedReader {
  readonly sizeBytes: number
  readonly mode: number | undefined
  bytesRead = 0
  reads = 0
  readonly #source: ByteSource
  readonly #limits: ReadLimits
  readonly #pages = new Map<number, Uint8Array>()

  constructor(source: ByteSource, limits: ReadLimits = defaultLimits) {
    this.#source = source
    this.#limits = limits
    this.sizeBytes = source.sizeBytes
    this.mode = source.mode
  }

  /**
   * Bytes of a range; fewer at the end of the file, none for a place outside of it.
   *
   * @param offset place in the file; 64-bit header fields are passed as they are
   * @param length most bytes to return
   * @throws {ReadLimitReached} when the range would exceed the limits
   */
  at(offset: bigint | number, length: number): Uint8Array {
    if (offset < 0 || offset >= this.sizeBytes || length <= 0) return nothing
    const start = Number(offset)
    const wanted = Math.min(length, this.sizeBytes - start)
    const page = Math.floor(start / pageBytes)
    if (start + wanted > (page + 1) * pageBytes) return this.#across(start, wanted)
    return this.#page(page).subarray(start - page * pageBytes, start - page * pageBytes + wanted)
  }

  /** As {@link at}, but past the cache: for scanning, where no byte is looked at twice. */
  scan(offset: number, length: number): Uint8Array {
    this.#spend(length)
    return this.#source.read(offset, length)
  }

  #across(start: number, length: number): Uint8Array {
    if (length > this.#limits.totalBytes) throw new ReadLimitReached()
    const whole = new Uint8Array(length)
    let filled = 0
    while (filled < length) {
      const at = start + filled
      const page = Math.floor(at / pageBytes)
      const part = this.#page(page).subarray(at - page * pageBytes, at - page * pageBytes + length - filled)
      if (part.length === 0) break
      whole.set(part, filled)
      filled += part.length
    }
    return whole.subarray(0, filled)
  }

  #page(number: number): Uint8Array {
    const known = this.#pages.get(number)
    if (known !== undefined) return known
    const length = Math.min(pageBytes, this.sizeBytes - number * pageBytes)
    this.#spend(length)
    const page = this.#source.read(number * pageBytes, length)
    this.#pages.set(number, page)
    return page
  }

  #spend(bytes: number): void {
    this.reads += 1
    this.bytesRead += bytes
    if (this.reads > this.#limits.reads || this.bytesRead > this.#limits.totalBytes) {
      throw new ReadLimitReached()
    }
  }
}

function readRange(handle: number, quoted: string, offset: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let filled = 0
  try {
    while (filled < length) {
      const count = readSync(handle, bytes, filled, length - filled, offset + filled)
      if (count === 0) break
      filled += count
    }
  } catch (thrown) {
    throw new ActionError('elf-unreadable', `Reading the binary ${quoted} failed: ${messageOf(thrown)}.`, {
      hint: 'Check the disk of the runner, then run the job again.',
      cause: thrown,
    })
  }
  return bytes.subarray(0, filled)
}

function kindOf(stats: Stats): string {
  if (stats.isDirectory()) return 'a folder'
  if (stats.isFIFO()) return 'a named pipe'
  if (stats.isSocket()) return 'a socket'
  return 'a device'
}
