/** Runs `go list` and reads its JSON. Only called after a failed build, to explain it. */
import type { RunProgram } from '../../programs/program'

export interface GoPackage {
  readonly importPath: string
  /** The name in its `package` line. */
  readonly name: string
  /** Absolute, empty when it was not found. */
  readonly folder: string
  readonly isStandard: boolean
  /** True for a package that belongs to the user: of a main module, or without any module. */
  readonly isOwn: boolean
  /** True for what is built, false for what that imports. */
  readonly isTarget: boolean
  readonly goFiles: readonly string[]
  /** Files with `import "C"`. */
  readonly cgoFiles: readonly string[]
  readonly imports: readonly string[]
}

export interface ListRequest {
  readonly cwd: string
  /** What follows `go list`. */
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

const outputLimitBytes = 64 * 1024 * 1024

/**
 * Asks `go list` for packages.
 *
 * @param request the arguments, which have to include `-json`
 * @returns the packages it printed; broken output is left out
 */
export async function readPackages(request: ListRequest, run: RunProgram): Promise<GoPackage[]> {
  const { stdout } = await run({
    file: 'go',
    args: ['list', ...request.args],
    cwd: request.cwd,
    env: request.env,
    outputLimitBytes,
    ...(request.signal === undefined ? {} : { signal: request.signal }),
  })
  return readObjects(stdout).map(toPackage)
}

export interface DependencyRequest extends Omit<ListRequest, 'args'> {
  /** Flags that decide which files belong to a package, for example `-tags=x`. */
  readonly selectionFlags: readonly string[]
  /** What is built, as given to `go build`. */
  readonly targets: readonly string[]
}

/** Asks `go list` for what is built and everything that it imports, and which files of that use cgo. */
export function readDependencies(request: DependencyRequest, run: RunProgram): Promise<GoPackage[]> {
  const fields = 'ImportPath,Name,Dir,Standard,DepOnly,Module,GoFiles,CgoFiles,Imports'
  const args = ['-e', '-deps', `-json=${fields}`, ...request.selectionFlags, ...request.targets]
  // With cgo switched on, `go list` tells cgo files apart. It compiles nothing and needs no C compiler.
  return readPackages({ ...request, args, env: { ...request.env, CGO_ENABLED: '1' } }, run)
}

/**
 * Reads what `go list -json` prints: one object after the other, each closed by a brace at the start of a line.
 *
 * @param output what it printed
 * @returns the objects; broken ones are left out
 */
export function readObjects(output: string): Readonly<Record<string, unknown>>[] {
  return output
    .split(/(?<=^\})\r?\n/m)
    .map(parseObject)
    .filter((parsed) => parsed !== undefined)
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const parsed: unknown = JSON.parse(text)
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : undefined
  } catch {
    return undefined
  }
}

function toPackage(listed: Readonly<Record<string, unknown>>): GoPackage {
  const module = listed['Module']
  const isMainModule =
    typeof module === 'object' && module !== null && 'Main' in module && module.Main === true
  const isStandard = listed['Standard'] === true
  return {
    importPath: text(listed['ImportPath']),
    name: text(listed['Name']),
    folder: text(listed['Dir']),
    isStandard,
    isOwn: !isStandard && (module === undefined || isMainModule),
    isTarget: listed['DepOnly'] !== true,
    goFiles: texts(listed['GoFiles']),
    cgoFiles: texts(listed['CgoFiles']),
    imports: texts(listed['Imports']),
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []
}
