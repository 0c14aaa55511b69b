/**
 * Which package imports which, as `go list` says for the files that a build takes. For whole modules or workspaces;
 * nothing is compiled.
 */

import type { RunProgram } from '../../programs/program'
import { readObjects } from './packages'

export interface GraphPackage {
  readonly importPath: string
  /** The name in its `package` line; empty when there is none. */
  readonly name: string
  /** Absolute, empty when it was not found. */
  readonly folder: string
  /** Path of its module, empty without one. */
  readonly modulePath: string
  /** Import paths, resolved through `vendor` as Go does. */
  readonly imports: readonly string[]
  /** Files that are embedded now, relative to the folder. */
  readonly embedFiles: readonly string[]
  /** Patterns of `//go:embed`. */
  readonly embedPatterns: readonly string[]
  /** Why Go cannot load it or something that it imports; empty when it can. */
  readonly error: string
}

export interface GraphRequest {
  readonly cwd: string
  /** What follows the flags of `go list`, for example `./...`. */
  readonly patterns: readonly string[]
  /** Build tags, as for `go build`. */
  readonly tags: string
  readonly env: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

const outputLimitBytes = 256 * 1024 * 1024

/**
 * Asks `go list` for packages and everything that they import, the standard library left out.
 *
 * @param request the module or workspace
 * @returns the packages, or why there are none, in one line
 */
export async function readImportGraph(
  request: GraphRequest,
  run: RunProgram,
): Promise<{ readonly packages: readonly GraphPackage[] } | { readonly failed: string }> {
  const fields =
    'ImportPath,Name,Dir,Standard,Module,Imports,ImportMap,EmbedFiles,EmbedPatterns,Error,DepsErrors,Incomplete'
  const names = request.tags.split(/[\s,]+/).filter((name) => name !== '')
  const tags = names.length === 0 ? [] : [`-tags=${names.join(',')}`]
  const args = ['list', '-deps', '-e', `-json=${fields}`, ...tags, '--', ...request.patterns]
  const answer = await askGo(args, request, run)
  if ('failed' in answer) return answer
  const listed = readObjects(answer.stdout)
  // A package that could not be read would hide what it imports.
  if (listed.length !== (answer.stdout.match(/^\{/gm) ?? []).length) {
    return { failed: "'go list' printed something that is not JSON" }
  }
  const packages = listed.filter((each) => each['Standard'] !== true).map(toGraphPackage)
  return { packages }
}

/** What a module is built with: its versions, by path. */
export type BuildList = ReadonlyMap<string, string>

/**
 * Asks `go list` for every module of a build, and which version or replacement of it is used.
 *
 * @param request where to ask; the module files there are enough
 * @returns the modules, or why there are none, in one line
 */
export async function readBuildList(
  request: Pick<GraphRequest, 'cwd' | 'env' | 'signal'>,
  run: RunProgram,
): Promise<{ readonly modules: BuildList } | { readonly failed: string }> {
  // A `vendor` folder cannot list all modules; the module files can.
  const args = ['list', '-mod=readonly', '-m', '-json=Path,Version,Replace,Main,GoVersion,Error', 'all']
  const answer = await askGo(args, request, run)
  if ('failed' in answer) return answer
  const modules = new Map<string, string>()
  for (const module of readObjects(answer.stdout)) {
    const { Path: path, Version: version, Replace: replacement, Main: isMain, GoVersion: go } = module
    if (typeof path !== 'string') continue
    const by = typeof replacement === 'object' && replacement !== null ? { ...replacement } : undefined
    const target = by === undefined ? '' : ` replaced by ${replacementOf(by)}`
    modules.set(path, `${isMain === true ? `go ${text(go)}` : text(version)}${target}`)
  }
  return { modules }
}

/** A module with its version, or a folder, which Go up to 1.20 names without `./` in a workspace. */
function replacementOf(by: Readonly<Record<string, unknown>>): string {
  const [path, version] = [text(entry(by, 'Path')), text(entry(by, 'Version'))]
  if (version !== '') return `${path} ${version}`
  return /^\.{0,2}(?:[\\/]|$)|^[A-Za-z]:/.test(path) ? path : `./${path}`
}

async function askGo(
  args: readonly string[],
  request: Pick<GraphRequest, 'cwd' | 'env' | 'signal'>,
  run: RunProgram,
): Promise<{ readonly stdout: string } | { readonly failed: string }> {
  const { cwd, env, signal } = request
  const ended = await run({
    file: 'go',
    args,
    cwd,
    env,
    outputLimitBytes,
    ...(signal === undefined ? {} : { signal }),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error
    return error instanceof Error ? error.message : String(error)
  })
  if (typeof ended === 'string') return { failed: `'go' cannot be started: ${ended}` }
  if (ended.exitCode !== 0) {
    const said = ended.stderr.trim().split('\n')[0] ?? ''
    return { failed: `'go list' ended with exit code ${ended.exitCode}: ${said}` }
  }
  if (ended.stdout.length >= outputLimitBytes) return { failed: "'go list' printed more than can be read" }
  return ended
}

function toGraphPackage(listed: Readonly<Record<string, unknown>>): GraphPackage {
  const map = objectOf(listed['ImportMap'])
  return {
    importPath: text(listed['ImportPath']),
    name: text(listed['Name']),
    folder: text(listed['Dir']),
    modulePath: text(entry(objectOf(listed['Module']), 'Path')),
    imports: texts(listed['Imports']).map((path) => (Object.hasOwn(map, path) ? text(map[path]) : path)),
    embedFiles: texts(listed['EmbedFiles']),
    embedPatterns: texts(listed['EmbedPatterns']),
    error: errorOf(listed),
  }
}

function errorOf(listed: Readonly<Record<string, unknown>>): string {
  const [first] = Array.isArray(listed['DepsErrors']) ? listed['DepsErrors'] : []
  const said = text(entry(objectOf(listed['Error'] ?? first), 'Err')).split('\n')[0] ?? ''
  return said === '' && listed['Incomplete'] === true ? 'a package that it imports is incomplete' : said
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function entry(value: Readonly<Record<string, unknown>>, name: string): unknown {
  return value[name]
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}
