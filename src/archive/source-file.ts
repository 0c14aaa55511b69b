/**
 * Reads a file piece by piece and notices when it changes meanwhile.
 * It never follows the last symbolic link and holds no more than the caller keeps.
 * It reads on the main thread: the threads of the pool compress, and a read that waits for them leaves them without
 * work soon after.
 */
import { type BigIntStats, closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { ActionError, messageOf } from '../errors'
import { quoted } from './entry-names'

/** Absent on Windows, where it would be undefined. */
const noFollow = constants.O_NOFOLLOW ?? 0
/** Opening a pipe must not wait for a writer. Absent on Windows too. */
const nonBlock = constants.O_NONBLOCK ?? 0

/** A source of known size. `pieces` can be read once. */
export interface Source {
  readonly sizeBytes: number
  /**
   * The content in buffers of `pieceBytes`, the last one shorter; the caller may keep them.
   *
   * @throws ActionError `package-source-changed` when size or time differ between beginning and end
   */
  readonly pieces: (pieceBytes: number) => Generator<Buffer>
  readonly close: () => void
}

/**
 * Opens a regular file.
 *
 * @throws ActionError `package-source-unreadable` when it is missing, no regular file or may not be read
 */
export function fileSource(path: string): Source {
  const file = openSource(path)
  const before = fstatSync(file, { bigint: true })
  if (!before.isFile()) {
    closeSync(file)
    throw unreadable(path, 'it is not a regular file')
  }
  return {
    sizeBytes: Number(before.size),
    pieces: (pieceBytes) => piecesOf(file, path, before, pieceBytes),
    close: () => closeSync(file),
  }
}

/** Bytes in memory as a source; its pieces are views on them. */
export function memorySource(bytes: Uint8Array): Source {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return {
    sizeBytes: buffer.length,
    pieces: function* (pieceBytes) {
      for (let at = 0; at < buffer.length; at += pieceBytes) yield buffer.subarray(at, at + pieceBytes)
    },
    close: () => undefined,
  }
}

function* piecesOf(file: number, path: string, before: BigIntStats, pieceBytes: number): Generator<Buffer> {
  const sizeBytes = Number(before.size)
  let position = 0
  while (position < sizeBytes) {
    const piece = Buffer.allocUnsafeSlow(Math.min(pieceBytes, sizeBytes - position))
    if (readFully(file, path, piece, position) < piece.length) throw changed(path, 'it shrank')
    position += piece.length
    yield piece
  }
  const after = fstatSync(file, { bigint: true })
  if (after.size !== before.size) throw changed(path, after.size > before.size ? 'it grew' : 'it shrank')
  if (after.mtimeNs !== before.mtimeNs) throw changed(path, 'it was written to')
}

function openSource(path: string): number {
  try {
    return openSync(path, constants.O_RDONLY | noFollow | nonBlock)
  } catch (error) {
    const isLink = (error as NodeJS.ErrnoException).code === 'ELOOP'
    throw unreadable(path, isLink ? 'it is a symbolic link' : messageOf(error), error)
  }
}

/** A read may give less than was asked for; the answer is how many bytes the file had. */
function readFully(file: number, path: string, target: Buffer, position: number): number {
  let filled = 0
  try {
    while (filled < target.length) {
      const bytesRead = readSync(file, target, filled, target.length - filled, position + filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
  } catch (error) {
    throw unreadable(path, messageOf(error), error)
  }
  return filled
}

function unreadable(path: string, reason: string, cause?: unknown): ActionError {
  return new ActionError('package-source-unreadable', `${quoted(path)} cannot be packed: ${reason}.`, {
    hint: 'Check that it is a regular file that the runner may read.',
    ...(cause === undefined ? {} : { cause }),
  })
}

function changed(path: string, how: string): ActionError {
  return new ActionError('package-source-changed', `${quoted(path)} changed while it was packed: ${how}.`, {
    hint: 'Let no other step or background process write into the project while this action runs.',
  })
}
