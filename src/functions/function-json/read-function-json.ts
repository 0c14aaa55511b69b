/**
 * One function.json as the host reads it: the function, and what the host refuses in it.
 */
import type { Configuration } from '../host-json/configuration'
import type { JsonFile } from '../json/json'
import type { Plan } from '../plans'
import type { Refusal } from '../refusal'
import { type FunctionFolder, readFunction } from './functions'

/** What decides about a function besides its own file. */
export interface FunctionSurroundings {
  /** host.json with the overrides of app settings. */
  readonly configuration: Configuration
  /** App settings, when they are known. */
  readonly settings?: Readonly<Record<string, string>>
  readonly plan?: Plan
  /** Whether the app has a file, by its path relative to host.json. */
  readonly hasFile: (path: string) => boolean
}

/**
 * Reads one function.
 *
 * @param name the folder's name
 * @param file its function.json
 */
export function readFunctionJson(
  name: string,
  file: JsonFile,
  _surroundings: FunctionSurroundings,
): { readonly function: FunctionFolder; readonly refusals: readonly Refusal[] } {
  return { function: readFunction(name, file), refusals: [] }
}
