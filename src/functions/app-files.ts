/**
 * The files of a function app as its readers need them, wherever they lie: a checkout, an unpacked package, a test.
 */
import type { FileKind } from '../files/listing'
import { type JsonFile, maxJsonBytes, parseJson } from './json/json'

export interface AppFile {
  /** Relative to the folder of host.json, with forward slashes. */
  readonly path: string
  readonly kind: FileKind
}

export interface AppFiles {
  /** Everything below the folder of host.json that is no folder itself. */
  readonly listed: readonly AppFile[]
  /** At most `limitBytes` of a listed file; undefined when it is not listed, cannot be read, or lies elsewhere. */
  read(path: string, limitBytes: number): Uint8Array | undefined
}

/** A JSON file of the app; `missing` also when it cannot be read. */
export function readJsonFile(files: AppFiles, path: string, rootKind: 'object' | 'any' = 'any'): JsonFile {
  const bytes = files.read(path, maxJsonBytes + 1)
  return bytes === undefined ? { state: 'missing' } : parseJson(bytes, rootKind)
}
