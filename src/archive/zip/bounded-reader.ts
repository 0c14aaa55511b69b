/**
 * Gives yauzl random access to a file that may lie about its own offsets.
 * yauzl would hand any offset to `fs.read`, which throws at once for one that is not a safe integer;
 * this reader answers with an error in the way that yauzl expects. It also asks the file less often: yauzl takes
 * five small reads for every entry, and they mostly follow one another.
 */
import type { FileHandle } from 'node:fs/promises'
import { RandomAccessReader } from 'yauzl'

const chunkBytes = 256 * 1024
/** What is kept of the file. It grows while reads go forward, so that offsets all over it do not cost much. */
const windowBytes = { least: 4 * 1024, most: 256 * 1024 } as const

/** Bytes of the file from a position on. */
interface Window {
  readonly start: number
  readonly bytes: Buffer
}

/** A reader over an open file. */
export interface FileReader extends RandomAccessReader {
  /**
   * Bytes of a range.
   *
   * @param position in the file
   * @param length how many
   * @throws an `Error` when the file ends before
   */
  bytesAt(position: number, length: number): Promise<Buffer>
  /**
   * The same in chunks, each of which belongs to the caller.
   *
   * @param position in the file
   * @param length how many
   * @throws an `Error` when the file ends before
   */
  chunksAt(position: number, length: number): AsyncGenerator<Buffer>
}

/**
 * A reader over an open file. It does not close the file.
 *
 * @param file an open file
 * @param sizeBytes its size, the limit of every read
 * @returns a reader for `yauzl.fromRandomAccessReader`
 */
export function boundedReader(file: FileHandle, sizeBytes: number): FileReader {
  return new BoundedReader(file, sizeBytes)
}

class BoundedReader extends RandomAccessReader implements FileReader {
  private window: Window = { start: 0, bytes: Buffer.alloc(0) }
  private nextWindowBytes: number = windowBytes.least

  constructor(
    private readonly file: FileHandle,
    private readonly sizeBytes: number,
  ) {
    super()
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): void {
    if (!this.holds(position, position + length)) {
      setImmediate(callback, new Error('unexpected EOF'))
      return
    }
    this.bytesAt(position, length).then(
      (bytes) => callback(null, bytes.copy(buffer, offset)),
      (error: Error) => callback(error),
    )
  }

  async bytesAt(position: number, length: number): Promise<Buffer> {
    if (!this.holds(position, position + length)) throw new Error('unexpected EOF')
    let window = this.window
    if (!isIn(window, position, length)) {
      window = await this.windowAt(position, length)
      this.window = window
    }
    // Of a file that was cut meanwhile the window has less.
    if (!isIn(window, position, length)) throw new Error('unexpected EOF')
    const { start, bytes } = window
    return bytes.subarray(position - start, position - start + length)
  }

  private async windowAt(position: number, length: number): Promise<Window> {
    const end = this.window.start + this.window.bytes.length
    const isForward = position >= this.window.start && position <= end + windowBytes.most
    const grown = Math.min(this.nextWindowBytes * 2, windowBytes.most)
    this.nextWindowBytes = isForward ? grown : windowBytes.least
    const wanted = Math.min(Math.max(length, this.nextWindowBytes), this.sizeBytes - position)
    const bytes = Buffer.allocUnsafeSlow(wanted)
    let filled = 0
    while (filled < wanted) {
      const { bytesRead } = await this.file.read(bytes, filled, wanted - filled, position + filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
    return { start: position, bytes: bytes.subarray(0, filled) }
  }

  private holds(start: number, end: number): boolean {
    return Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && end <= this.sizeBytes
  }

  async *chunksAt(start: number, length: number): AsyncGenerator<Buffer> {
    const end = start + length
    if (!this.holds(start, end)) throw new Error('unexpected EOF')
    let position = start
    while (position < end) {
      const chunk = Buffer.allocUnsafe(Math.min(chunkBytes, end - position))
      const { bytesRead } = await this.file.read(chunk, 0, chunk.length, position)
      if (bytesRead === 0) throw new Error('unexpected EOF')
      position += bytesRead
      yield chunk.subarray(0, bytesRead)
    }
  }
}

function isIn({ start, bytes }: Window, position: number, length: number): boolean {
  return position >= start && position + length <= start + bytes.length
}
