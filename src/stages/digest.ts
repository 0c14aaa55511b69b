/**
 * The digest of a file on disk.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'

/**
 * Reads a file and digests it, in constant memory.
 *
 * @param path absolute path
 * @returns its SHA-256 in lower-case hexadecimal
 * @throws when the file cannot be read
 */
export async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
