/**
 * Reads small text files of an unpacked, untrusted package.
 */
import { readFileSync, statSync } from 'node:fs'

const maximumBytes = 4 * 1024 * 1024
const markedEncodings: Readonly<Record<number, string>> = { 65279: 'utf-16be', 65534: 'utf-16le' }

/**
 * Reads one text file.
 *
 * @param path an absolute path
 * @returns its text as UTF-8, or UTF-16 when it is marked so, without a byte order mark; undefined when it is missing, no file, unreadable or over 4 MiB
 * @see System.IO.File.ReadAllText in the .NET documentation
 */
export function readPackageText(path: string): string | undefined {
  try {
    const stats = statSync(path)
    if (!stats.isFile() || stats.size > maximumBytes) return undefined
    const bytes = readFileSync(path)
    // .NET tells UTF-16 by its byte order mark, and the decoder leaves the mark out.
    const mark = bytes.length < 2 ? 0 : bytes.readUInt16BE(0)
    return new TextDecoder(markedEncodings[mark] ?? 'utf-8').decode(bytes)
  } catch {
    return undefined
  }
}
