/**
 * Where paths that `go` prints lie: the folder in which it ran, and the repository. Pure, looks at no file.
 */
import type nodePath from 'node:path'

export interface DiagnosticContext {
  /** Absolute folder in which `go` ran; relative paths in its output start there. */
  readonly cwd: string
  /** Absolute. Locations are relative to it. */
  readonly repositoryRoot: string
  /** Path rules of the machine on which `go` ran. */
  readonly flavour: Pick<nodePath.PlatformPath, 'resolve' | 'relative' | 'isAbsolute' | 'sep'>
  /** For example `go1.26.8`, for the texts. */
  readonly goVersion?: string
}

/**
 * Where a file that `go` named lies in the repository.
 *
 * @param file path as printed: absolute, or relative to where `go` ran
 * @param context where `go` ran and where the repository is
 * @returns path relative to the repository with forward slashes, `undefined` when it lies outside
 */
export function repositoryPath(file: string, context: DiagnosticContext): string | undefined {
  const { flavour } = context
  const relative = flavour.relative(context.repositoryRoot, flavour.resolve(context.cwd, file))
  if (relative === '' || relative === '..' || relative.startsWith(`..${flavour.sep}`)) return undefined
  return flavour.isAbsolute(relative) ? undefined : relative.split(flavour.sep).join('/')
}
