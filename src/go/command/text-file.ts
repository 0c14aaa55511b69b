/**
 * Reads small text files and folders where a refusal only means that less is known. For explaining failures: what
 * is too large to be read is not there.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { fileStatus } from './file-status'

const longestFileBytes = 1024 * 1024

/**
 * @param path absolute
 * @returns its text without a byte order mark; undefined when there is no file of at most 1 MiB
 */
export function readText(path: string): string | undefined {
  const status = fileStatus(path)
  if (status?.isFile() !== true || status.size > longestFileBytes) return undefined
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  } catch {
    return undefined
  }
}

export interface FolderEntry {
  readonly name: string
  readonly isFolder: boolean
}

/**
 * @param folder absolute
 * @returns what it holds, sorted by name; undefined when there is no such folder
 */
export function readFolder(folder: string): readonly FolderEntry[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
      .sort((one, other) => (one.name < other.name ? -1 : 1))
  } catch {
    return undefined
  }
}
