/**
 * Reads a file in blocks and notices when it changes meanwhile.
 * It never follows the last symbolic link and never holds more than the blocks that the caller keeps.
 * It reads on the main thread: the threads of the pool compress, and a read that waits for them leaves them without
 * work soon after.
 */
import { closeSync, constants, fstatSync, openSync } from 'node:fs'
import { ActionError, messageOf } from '../errors'
import { quoted } from './entry-names'
import { readFully } from './read-fully'

/** Absent on Windows, where it would be undefined. */
const noFollow = constants.O_NOFOLLOW ?? 0
/** Opening a pipe must not wait for a writer. Absent on Windows too. */
const nonBlock = constants.O_NONBLOCK ?? 0

/**
 * Yields the content of a regular file in blocks of a fixed size, the last one shorter.
 *
 * @param path absolute path
 * @param size bytes of a block
 * @param used blocks that the caller is done with; they are taken from here and filled again
 * @returns buffers, which the caller may keep
 * @throws ActionError `package-source-unreadable` when it is missing, no regular file or may not be read,
 *   `package-source-changed` when size, time or identity differ between beginning and end
 */
export function* readBlocks(path: string, size: number, used: Buffer[] = []): Generator<Buffer> {
  const file = openSource(path)
  try {
    const before = fstatSync(file, { bigint: true })
    if (!before.isFile()) throw unreadable(path, 'it is not a regular file')
    let position = 0
    for (;;) {
      // One byte more than is left shows whether the file has grown.
      const left = Number(before.size) - position
      const wanted = Math.min(size, left + 1)
      const room =
        wanted === size ? (used.pop() ?? Buffer.allocUnsafeSlow(size)) : Buffer.allocUnsafeSlow(wanted)
      const block = readBlock(file, path, room, position)
      if (block.length > left) throw changed(path, 'it grew')
      if (block.length === 0) break
      position += block.length
      yield block
    }
    const after = fstatSync(file, { bigint: true })
    if (BigInt(position) !== before.size) throw changed(path, 'it shrank')
    if (after.mtimeNs !== before.mtimeNs || after.size !== before.size) {
      throw changed(path, 'it was written to')
    }
  } finally {
    closeSync(file)
  }
}

function openSource(path: string): number {
  try {
    return openSync(path, constants.O_RDONLY | noFollow | nonBlock)
  } catch (error) {
    const isLink = (error as NodeJS.ErrnoException).code === 'ELOOP'
    throw unreadable(path, isLink ? 'it is a symbolic link' : messageOf(error), error)
  }
}

function readBlock(file: number, path: string, block: Buffer, position: number): Buffer {
  try {
    return block.subarray(0, readFully(file, block, position))
  } catch (error) {
    throw unreadable(path, messageOf(error), error)
  }
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
