/**
 * Reads small text files of an unpacked, untrusted package.
 */
import { readFileSync, statSync } from 'node:fs'

const maximumBytes = 4 * 1024 * 1024

/**
 * Reads one text file.
 *
 * @param path an absolute path
 * @returns its text without a byte order mark; undefined when it is missing, no file, unreadable or over 4 MiB
 */
export function readPackageText(path: string): string | undefined {
  try {
    const stats = statSync(path)
    if (!stats.isFile() || stats.size > maximumBytes) return undefined
    const text = readFileSync(path, 'utf8')
    return text.startsWith('\uFEFF') ? text.slice(1) : text
  } catch {
    return undefined
  }
}
