/**
 * Compresses the executable ahead of the package that it goes into. A file of its own, so that it can begin before
 * the code of the other stages is loaded.
 */
import { resolve } from 'node:path'
import { type BegunEntry, beginEntry } from '../archive/compressed-entry'
import type { BegunBuild } from './begin-build'
import type { Run } from './run'

export type { BegunEntry } from '../archive/compressed-entry'

/** What is begun as soon as the inputs are read. */
export interface Ahead {
  /** The binary that is given, which is compressed already. */
  readonly executable?: Promise<BegunEntry>
  /** The build, of which `go` is asked already. */
  readonly building?: Promise<BegunBuild>
}

/**
 * Begins to compress the file that the `binary` input names.
 *
 * @param run the run
 * @returns the begun entry; that the file is missing or unreadable is said later, by the stages that need it
 */
export function beginGivenBinary(run: Run): BegunEntry {
  return beginExecutable(run, resolve(run.workspace.folder, run.inputs.binary))
}

/**
 * Begins to compress an executable.
 *
 * @param run the run
 * @param path absolute path
 * @returns the begun entry
 */
export function beginExecutable({ inputs, signal }: Run, path: string): BegunEntry {
  return beginEntry(path, { level: inputs.compressionLevel, signal })
}

/**
 * Loads the code that packs. The one place that imports it: the bundler leaves out of that chunk what is loaded with
 * this one.
 *
 * @returns the module
 */
export function loadPacking(): Promise<typeof import('./pack')> {
  return import('./pack')
}
