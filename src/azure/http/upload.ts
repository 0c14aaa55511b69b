/**
 * The package as the body of a request: streamed with its length, digested while it is sent, with progress. What is
 * sent is what was inspected, or the request never ends: the last chunk waits until the digest is known.
 */
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { OpenedFile } from '../../files/opened-file'
import { azureError } from './azure-error'

export interface UploadProgress {
  readonly sentBytes: number
  readonly totalBytes: number
}

export interface Upload {
  readonly file: OpenedFile
  /** Of the package that was inspected. */
  readonly sizeBytes: number
  /** The same, in lower-case hexadecimal. */
  readonly sha256: string
  readonly onProgress?: (progress: UploadProgress) => void
}

export interface OpenUpload {
  readonly stream: Readable
  readonly sizeBytes: number
  /** Why the file could not be sent to its end, if it could not. */
  readError(): Error | undefined
  close(): void
}

/**
 * Opens the package for one request.
 *
 * @param onFailure called once when the file cannot be read or is not the one that was inspected
 * @returns the stream; close it in every case
 */
export function openUpload(upload: Upload, onFailure: () => void): OpenUpload {
  let failure: Error | undefined
  const stream = Readable.from(provenChunks(upload), { objectMode: false, highWaterMark: 256 * 1024 })
  stream.on('error', (error) => {
    failure ??= error
    onFailure()
  })
  return {
    stream,
    sizeBytes: upload.sizeBytes,
    readError: () => failure,
    close: () => void stream.destroy(),
  }
}

/**
 * The bytes of the package, the last of them only when all together have its digest.
 *
 * @throws ActionError `package-changed`
 */
export async function* provenChunks(upload: Upload): AsyncGenerator<Buffer> {
  const { file, sizeBytes, sha256, onProgress } = upload
  const hash = createHash('sha256')
  let sentBytes = 0
  let held: Buffer | undefined
  for await (const chunk of file.chunks()) {
    if (held !== undefined) yield held
    held = chunk
    sentBytes += chunk.length
    // More than the announced length would break the framing of the request.
    if (sentBytes > sizeBytes)
      throw changed(file.path, `it grew beyond the ${sizeBytes} bytes that were inspected`)
    hash.update(chunk)
    onProgress?.({ sentBytes, totalBytes: sizeBytes })
  }
  if (sentBytes !== sizeBytes)
    throw changed(file.path, `it has ${sentBytes} of the ${sizeBytes} bytes that were inspected`)
  const now = hash.digest('hex')
  if (now !== sha256)
    throw changed(file.path, `it has the SHA-256 '${now}' now, and '${sha256}' was inspected`)
  if (held !== undefined) yield held
}

function changed(path: string, how: string): Error {
  return azureError(
    'package-changed',
    `'${path}' is not the package that was inspected: ${how}. It was not uploaded.`,
    {
      hint: 'Something changed the package after it was inspected: let no other step write to it.',
    },
  )
}
