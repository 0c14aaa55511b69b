/**
 * When the folder itself cannot be built: which main packages there are elsewhere in the module, so that the
 * finding can say what to set. Only called after a failure.
 */
import nodePath from 'node:path'
import type { RunProgram } from '../../programs/program'
import { readPackages } from './packages'

export interface SearchRequest {
  /** Absolute folder of host.json; the answers are relative to it. */
  readonly projectFolder: string
  /** Absolute folder of the go.mod or go.work in charge. */
  readonly moduleFolder: string
  readonly env: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

const mostPackages = 10

/**
 * Looks for main packages with one `go list`.
 *
 * @param request where to look
 * @returns values for `main-package`, for example `./cmd/handler`; at most ten, shortest first
 */
export async function findMainPackages(request: SearchRequest, run: RunProgram): Promise<readonly string[]> {
  const packages = await readPackages(
    {
      cwd: request.moduleFolder,
      args: ['-e', '-json=ImportPath,Name,Dir,GoFiles', './...'],
      env: request.env,
      ...(request.signal === undefined ? {} : { signal: request.signal }),
    },
    run,
  )
  const found: string[] = []
  for (const { name, folder, goFiles } of packages) {
    // One of test files only is listed, too.
    if (name !== 'main' || folder === '' || goFiles.length === 0) continue
    const relative = nodePath.relative(request.projectFolder, folder).split(nodePath.sep).join('/')
    if (!nodePath.isAbsolute(relative)) found.push(relative.startsWith('..') ? relative : `./${relative}`)
  }
  return found
    .sort((one, other) => one.length - other.length || (one < other ? -1 : 1))
    .slice(0, mostPackages)
}
