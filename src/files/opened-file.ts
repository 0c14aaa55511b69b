/**
 * A file that is opened once and read through that one handle: a file of the same name that takes its place
 * meanwhile is never read.
 */
import { type FileHandle, open } from 'node:fs/promises'

export interface OpenedFile {
  /** For messages only. */
  readonly path: string
  readonly sizeBytes: number
  /** The bytes from the start, as often as it is called. */
  chunks(): AsyncIterable<Buffer>
  close(): Promise<void>
}

// Large enough that a 40 MB package is some hundred reads, small enough that progress moves.
const chunkBytes = 256 * 1024

/** @throws what the system says when the file cannot be opened */
export async function openFile(path: string): Promise<OpenedFile> {
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    return { path, sizeBytes: size, chunks: () => chunksOf(handle), close: () => handle.close() }
  } catch (error) {
    await handle.close()
    throw error
  }
}

async function* chunksOf(handle: FileHandle): AsyncGenerator<Buffer> {
  for (let position = 0; ; ) {
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(chunkBytes), 0, chunkBytes, position)
    if (bytesRead === 0) return
    yield buffer.subarray(0, bytesRead)
    position += bytesRead
  }
}
