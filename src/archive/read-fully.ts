/**
 * Reads from an open file until there is nothing more, on the main thread.
 */
import { readSync } from 'node:fs'

/**
 * Fills a buffer from a place in a file. A read may give less than was asked for.
 *
 * @param file descriptor of the file
 * @param target what to fill
 * @param position where its first byte lies in the file
 * @returns how many bytes the file had, at most the length of the buffer
 * @throws what the system answers
 */
export function readFully(file: number, target: Buffer, position: number): number {
  let filled = 0
  while (filled < target.length) {
    const bytesRead = readSync(file, target, filled, target.length - filled, position + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return filled
}
