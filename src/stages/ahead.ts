/** Compresses the executable ahead of the package that it goes into. */
import { resolve } from 'node:path'
import { type BegunEntry, beginEntry } from '../archive/compressed-entry'
import type { Run } from './run'

export type { BegunEntry } from '../archive/compressed-entry'

/**
 * Begins to compress the file that the `binary` input names.
 *
 * @returns the begun entry; that the file is missing or unreadable is said later, by the stages that need it
 */
export function beginGivenBinary(run: Run): BegunEntry {
  return beginExecutable(run, resolve(run.workspace.folder, run.inputs.binary))
}

/**
 * Begins to compress an executable.
 *
 * @param path absolute path
 * @returns the begun entry
 */
export function beginExecutable({ inputs, signal }: Run, path: string): BegunEntry {
  return beginEntry(path, { level: inputs.compressionLevel, signal })
}
