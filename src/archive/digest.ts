/** The digest of a file on disk. */
import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'

const pieceBytes = 1024 * 1024

/**
 * Reads a file and digests it, in constant memory. The next piece is read while one is digested.
 *
 * @param path absolute path
 * @returns its size, and its SHA-256 in lower-case hexadecimal
 * @throws when the file cannot be read; the reason of the signal when it aborted
 */
export async function digestOf(
  path: string,
  signal?: AbortSignal,
): Promise<{ readonly sizeBytes: number; readonly sha256: string }> {
  const hash = createHash('sha256')
  let sizeBytes = 0
  const file = await open(path, 'r')
  try {
    const pieces = [Buffer.allocUnsafeSlow(pieceBytes), Buffer.allocUnsafeSlow(pieceBytes)]
    const read = (turn: number): ReturnType<typeof file.read<Buffer>> =>
      file.read(pieces[turn % 2] as Buffer, 0, pieceBytes, null)
    let reading = read(0)
    for (let turn = 1; ; turn += 1) {
      const { bytesRead, buffer } = await reading
      signal?.throwIfAborted()
      if (bytesRead === 0) break
      reading = read(turn)
      hash.update(buffer.subarray(0, bytesRead))
      sizeBytes += bytesRead
    }
  } finally {
    await file.close()
  }
  return { sizeBytes, sha256: hash.digest('hex') }
}
