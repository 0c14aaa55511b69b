/**
 * Gives yauzl random access to a file that may lie about its own offsets.
 * yauzl would hand any offset to `fs.read`, which throws at once for one that is not a safe integer;
 * this reader answers with an error in the way that yauzl expects.
 */
import type { FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { RandomAccessReader } from 'yauzl'

const chunkBytes = 256 * 1024

/**
 * A reader over an open file. It does not close the file.
 *
 * @param file an open file
 * @param sizeBytes its size, the limit of every read
 * @returns a reader for `yauzl.fromRandomAccessReader`
 */
export function boundedReader(file: FileHandle, sizeBytes: number): RandomAccessReader {
  return new BoundedReader(file, sizeBytes)
}

class BoundedReader extends RandomAccessReader {
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
    this.file.read(buffer, offset, length, position).then(
      ({ bytesRead }) => callback(null, bytesRead),
      (error: Error) => callback(error),
    )
  }

  override _readStreamForRange(start: number, end: number): Readable {
    if (!this.holds(start, end)) {
      return new Readable({
        read() {
          this.destroy(new Error('unexpected EOF'))
        },
      })
    }
    return Readable.from(this.chunks(start, end), { objectMode: false })
  }

  private holds(start: number, end: number): boolean {
    return Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && end <= this.sizeBytes
  }

  private async *chunks(start: number, end: number): AsyncGenerator<Buffer> {
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
