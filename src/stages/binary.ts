/**
 * The one binary that the later stages speak of, and the stage that takes it where it is given. Building it is in
 * a file of its own, which a run with a given binary does not load.
 */
import { statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { ActionError } from '../errors'
import type { Finding } from '../findings'
import { repositoryPath } from '../runner/workspace'
import type { Run } from './run'

/** A binary on disk, and how it is named to the user. */
export interface Binary {
  readonly path: string
  /** Relative to the repository root, or `ENTRY in FILE.zip`. */
  readonly shownAs: string
  /** The name that `file` and `ldd` are asked about. */
  readonly name: string
  /**
   * The findings of `stubModules` with the imports that bring the modules in. Absent for a binary that was not built
   * here, of which nobody knows the code.
   */
  readonly explainStubs?: (modulePaths: readonly string[]) => Promise<readonly Finding[]>
}

/**
 * Names a binary that was not built here.
 *
 * @param path absolute path
 * @param shownAs how the user knows it
 * @param name the name that `file` and `ldd` are asked about
 */
export function foreignBinary(path: string, shownAs: string, name: string): Binary {
  return { path, shownAs, name }
}

/**
 * Takes the binary that the `binary` input names.
 *
 * @throws ActionError `binary-missing` when there is no such file
 */
export function takeBinary(run: Run): Binary {
  const path = resolve(run.workspace.folder, run.inputs.binary)
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined || !found.isFile()) {
    throw new ActionError(
      'binary-missing',
      `'binary' is '${run.inputs.binary}', and there is no such file in the workspace.`,
      {
        hint: 'Set it to the path of the built binary, relative to the workspace, or remove it so that the action builds.',
      },
    )
  }
  return foreignBinary(path, repositoryPath(path, run.repositoryRoot), basename(path))
}
