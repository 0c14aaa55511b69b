/**
 * What is known about a function app on disk, as frozen plain data, and the places in it.
 * Everything in it comes from the user's repository and is untrusted. No I/O here.
 */

import type { ListedFile } from '../files/listing'
import type { Location } from '../findings'
import type { FunctionApp } from '../functions/app'
import type { AppFiles } from '../functions/app-files'
import type { FunctionFolder } from '../functions/function-json/functions'
import type { Configuration } from '../functions/host-json/configuration'
import type { JsonFile } from '../functions/json/json'
import type { Span } from '../functions/json/json-tree'
import type { GoSources } from '../gosource/sources'

export const models = ['custom-handler', 'native'] as const
export type Model = (typeof models)[number]

export interface Project {
  /** Folder of host.json relative to the repository root, `.` for the root. */
  readonly folder: string
  readonly files: readonly ListedFile[]
  readonly model: Model
  /** The project is a custom handler and a native worker at once. */
  readonly isModelAmbiguous: boolean
  readonly hostJson: JsonFile
  /** Where in the repository there is a host.json, when there is none here. */
  readonly appFolders: readonly string[]
  /** Flattened host.json; empty when it is missing or unparseable. */
  readonly configuration: Configuration
  readonly functions: readonly FunctionFolder[]
  /** The same app as the host reads it, without app settings and plan. */
  readonly app: FunctionApp
  /** The files, for reading the app once more when its settings and plan are known. */
  readonly reader: AppFiles
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
 * @param path relative to the project folder
 * @returns relative to the repository root
 */
export function repositoryPath(project: Pick<Project, 'folder'>, path: string): string {
  return project.folder === '.' ? path : `${project.folder}/${path}`
}

/**
 * The place of a value in a file of the project.
 *
 * @param path file relative to the project folder
 * @param span the value's stretch of text; the whole file without
 * @returns a location relative to the repository root
 */
export function placeIn(project: Pick<Project, 'folder'>, path: string, span?: Span): Location {
  return { file: repositoryPath(project, path), ...span }
}
