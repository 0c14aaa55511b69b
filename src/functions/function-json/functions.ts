/**
 * The functions of an app as the host finds them: direct child folders with a `function.json`
 * (HostFunctionMetadataProvider.cs of azure-functions-host), and what their bindings are read into. It reads no file.
 */
import type { AppFile } from '../app-files'
import type { JsonFile } from '../json/json'
import type { JsonNode } from '../json/json-tree'
import type { FunctionRefusal } from './refusals'

export const directions = ['in', 'out', 'inout'] as const
export type Direction = (typeof directions)[number]

/** One entry of `bindings` in a function.json, its values as the host binds them (names in any case). */
export interface Binding {
  readonly node: JsonNode
  /** Undefined when there is none, or none that is a text. */
  readonly type: string | undefined
  readonly name: string | undefined
  /** `in` when there is none, as the host assumes; `inout` for a number that is neither in nor out. */
  readonly direction: Direction
  /** `binary` keeps outputs from being decoded as base64. */
  readonly dataType: 'string' | 'binary' | 'stream' | undefined
  readonly cardinality: 'one' | 'many' | undefined
  /** Whether the host could read all of it. */
  readonly isWhole: boolean
  readonly isTrigger: boolean
}

/** What the host makes of an `httpTrigger`. */
export interface HttpTrigger {
  /** As written, nothing trimmed; the function's name when there is none but blanks. */
  readonly route: string
  /** As written; undefined means every method, an empty list none. */
  readonly methods: readonly string[] | undefined
  /** Lower case; `function` when there is none. */
  readonly authLevel: string
}

/** A direct child folder with a `function.json`. */
export interface FunctionFolder {
  /** The folder's name, which is the function's name. */
  readonly name: string
  /** Path of its function.json relative to the project folder. */
  readonly path: string
  readonly json: JsonFile
  readonly bindings: readonly Binding[]
  /** The first input binding whose type ends in `Trigger`. */
  readonly trigger: Binding | undefined
  readonly http: HttpTrigger | undefined
  /** What the host refuses of it. */
  readonly refusals: readonly FunctionRefusal[]
}

/**
 * The function folders among the files of a project.
 *
 * @param files the listing of the project folder
 * @returns names of direct child folders that hold a `function.json` in exactly this spelling
 */
export function functionNames(files: readonly AppFile[]): readonly string[] {
  const names: string[] = []
  for (const { path, kind } of files) {
    const [name, file, ...rest] = path.split('/')
    if (name !== undefined && file === 'function.json' && rest.length === 0 && kind !== 'other')
      names.push(name)
  }
  return names
}
