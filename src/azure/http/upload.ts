/**
 * A file as the body of a request: streamed with its length, with progress.
 * Opens a file for reading and nothing else.
 */
import { createReadStream } from 'node:fs'
import { Transform } from 'node:stream'

export interface UploadProgress {
  readonly sentBytes: number
  readonly totalBytes: number
}

export interface Upload {
  readonly path: string
  readonly sizeBytes: number
  readonly onProgress?: (progress: UploadProgress) => void
}

export interface OpenUpload {
  readonly stream: NodeJS.ReadableStream
  readonly sizeBytes: number
  /** Why the file could not be read to its end, if it could not. */
  readError(): Error | undefined
  close(): void
}

// Large enough that a 40 MB package is some hundred reads, small enough that progress moves.
const chunkBytes = 256 * 1024

/**
 * Opens a file for one request.
 *
 * @param upload the file, its size and who wants to know the progress
 * @param onFailure called once when the file cannot be read or is not of that size
 * @returns the stream; close it in every case
 */
export function openUpload(upload: Upload, onFailure: () => void): OpenUpload {
  let sentBytes = 0
  let failure: Error | undefined
  const file = createReadStream(upload.path, { highWaterMark: chunkBytes })
  const meter = new Transform({
    highWaterMark: chunkBytes,
    transform(chunk: Buffer, _encoding, done) {
      sentBytes += chunk.length
      // More than the announced length would break the framing of the request.
      if (sentBytes > upload.sizeBytes) {
        done(new Error(`'${upload.path}' grew while it was being uploaded.`))
        return
      }
      upload.onProgress?.({ sentBytes, totalBytes: upload.sizeBytes })
      done(null, chunk)
    },
    flush(done) {
      done(
        sentBytes === upload.sizeBytes
          ? null
          : new Error(`'${upload.path}' shrank while it was being uploaded.`),
      )
    },
  })
  const fail = (error: Error): void => {
    failure ??= error
    onFailure()
  }
  file.on('error', fail)
  meter.on('error', fail)
  file.pipe(meter)
  return {
    stream: meter,
    sizeBytes: upload.sizeBytes,
    readError: () => failure,
    close() {
      file.destroy()
      meter.destroy()
    },
  }
}
