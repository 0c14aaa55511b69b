/**
 * What is known about a function app on disk, as frozen plain data, and the places in it.
 * Everything in it comes from the user's repository and is untrusted. No I/O here.
 */
import type { Location } from '../findings'
import type { Configuration } from './configuration'
import type { JsonDocument, JsonFailure } from './json'
import type { JsonNode, Span } from './json-tree'
import type { ListedFile } from './listing'

export const models = ['custom-handler', 'native'] as const
export type Model = (typeof models)[number]

/** A JSON file of the project: not there, not JSON, or parsed. */
export type ProjectJson =
  | { readonly state: 'missing' }
  | { readonly state: 'failed'; readonly failure: JsonFailure }
  | { readonly state: 'parsed'; readonly document: JsonDocument }

/** One entry of `bindings` in a function.json, its values as the host binds them (names in any case). */
export interface Binding {
  readonly node: JsonNode
  /** Undefined when absent or no string. */
  readonly type: string | undefined
  readonly name: string | undefined
  /** Lower case; `in` when the key is absent, as the host assumes. */
  readonly direction: string
  readonly isTrigger: boolean
}

/** What the host makes of an `httpTrigger`. */
export interface HttpTrigger {
  /** As written, without surrounding slashes; the function's name when there is none. */
  readonly route: string
  /** Upper case; empty means every method. */
  readonly methods: readonly string[]
  /** Lower case; `function` when there is none. */
  readonly authLevel: string
}

/** A direct child folder with a `function.json`. */
export interface FunctionFolder {
  /** The folder's name, which is the function's name. */
  readonly name: string
  /** Path of its function.json relative to the project folder. */
  readonly path: string
  readonly json: ProjectJson
  readonly bindings: readonly Binding[]
  /** The first input binding whose type ends in `Trigger`. */
  readonly trigger: Binding | undefined
  readonly http: HttpTrigger | undefined
}

export interface SourceFile {
  /** Relative to the repository root. */
  readonly path: string
  readonly text: string
}

/** The Go code that can be seen: of the project folder, and of the module or workspace around it. */
export interface GoSources {
  /** Folder of the go.work or go.mod that was found, relative to the repository root; undefined without. */
  readonly moduleFolder: string | undefined
  /** Every go.mod that applies, nearest first. */
  readonly modules: readonly SourceFile[]
  readonly hasWorkspace: boolean
  /** Paths of every go.sum beside those modules, and of go.work.sum. */
  readonly sums: readonly string[]
  /** Non-test files outside `vendor` and `testdata`. */
  readonly files: readonly SourceFile[]
  /** False when files were left out because there are too many or they are too large. */
  readonly isComplete: boolean
}

export interface Project {
  /** Folder of host.json relative to the repository root, `.` for the root. */
  readonly folder: string
  readonly files: readonly ListedFile[]
  readonly model: Model
  /** The project is a custom handler and a native worker at once. */
  readonly isModelAmbiguous: boolean
  readonly hostJson: ProjectJson
  /** Flattened host.json; empty when it is missing or unparseable. */
  readonly configuration: Configuration
  readonly functions: readonly FunctionFolder[]
  /** Output name relative to the project folder, forward slashes; empty when it cannot be known. */
  readonly executable: string
  /** True when `executable` comes from the `executable` input and not from host.json. */
  readonly isExecutableGiven: boolean
  /** Text of `.funcignore`, if there is one. */
  readonly funcignore: string | undefined
  /** First bytes of the file that host.json names as executable, if it is in the folder. */
  readonly executableHead: string | undefined
  readonly go: GoSources
}

/**
 * A path of the project as a path of the repository.
 *
 * @param project the project
 * @param path relative to the project folder
 * @returns relative to the repository root
 */
export function repositoryPath(project: Pick<Project, 'folder'>, path: string): string {
  return project.folder === '.' ? path : `${project.folder}/${path}`
}

/**
 * The place of a value in a file of the project.
 *
 * @param project the project
 * @param path file relative to the project folder
 * @param span the value's stretch of text; the whole file without
 * @returns a location relative to the repository root
 */
export function placeIn(project: Pick<Project, 'folder'>, path: string, span?: Span): Location {
  return { file: repositoryPath(project, path), ...span }
}
