/**
 * Chooses what goes into the package: an allow-list, narrowed by .funcignore and by what is never packed.
 * Pure: it works on a listing and on texts and touches no file.
 */
import ignore from 'ignore'
import picomatch from 'picomatch'
import type { Finding } from '../findings'
import {
  backslashFinding,
  invalidFinding,
  missingFindings,
  noMatchFinding,
  secretFinding,
  specialFileFinding,
  wholeFindings,
} from './content-findings'
import { hasBackslash, quoted, secretKind, sourceKind } from './entry-names'
import { compareEntryNames } from './entry-order'
import { dialectFindings, neededRemoved } from './funcignore'

export interface ListedFile {
  /** Relative to the project folder, with forward slashes. */
  readonly path: string
  readonly sizeBytes: number
  readonly kind: 'file' | 'symlink' | 'other'
}

export interface ContentsRequest {
  readonly files: readonly ListedFile[]
  /** `customHandler.description.defaultExecutablePath` as it stands in host.json. */
  readonly executable: string
  /** Size of an executable that the listing does not have, because it is built elsewhere or later. */
  readonly executableSizeBytes?: number
  /** Globs relative to the project folder; a leading `!` excludes. */
  readonly include: readonly string[]
  /** Text of .funcignore. */
  readonly funcignore?: string
  /** Project folder relative to the repository root, for locations. `.` when absent. */
  readonly folder?: string
}

export interface PlannedEntry {
  readonly name: string
  /** Relative to the project folder. */
  readonly sourcePath: string
  readonly isExecutable: boolean
  readonly sizeBytes: number
}

export interface Contents {
  readonly files: readonly PlannedEntry[]
  readonly findings: readonly Finding[]
  /** What was a candidate and is not packed. */
  readonly leftOut: readonly { readonly path: string; readonly reason: string }[]
}

interface IncludePattern {
  readonly text: string
  readonly matches: (path: string) => boolean
}

/**
 * Decides which files of a project become entries of the package.
 *
 * Packed are host.json, the executable, every file of a top-level folder that has a function.json, and what
 * `include` names. Exclusions (`!`) and .funcignore narrow the optional part; sources, tooling and secrets
 * are never packed.
 *
 * @param request the listing and the wishes
 * @returns entries in their final order (host.json first, then by code unit), findings, what was left out
 */
export function chooseContents(request: ContentsRequest): Contents {
  const findings: Finding[] = []
  const leftOut: { path: string; reason: string }[] = []
  const executable = normalPath(request.executable)
  const patterns = readPatterns(request.include, findings)
  const functionFolders = new Set(request.files.flatMap(({ path }) => functionFolder(path)))
  const needed = new Set([
    'host.json',
    executable,
    ...[...functionFolders].map((name) => `${name}/function.json`),
  ])
  const rules = ignore({ ignorecase: false }).add(request.funcignore ?? '')
  const packable = new Set<IncludePattern>()
  const onlyRefused = new Map<IncludePattern, string>()
  const planned: PlannedEntry[] = []

  for (const file of request.files) {
    const isNeeded = needed.has(file.path)
    const asking = patterns.included.filter((pattern) => pattern.matches(file.path))
    if (!isNeeded && asking.length === 0 && !functionFolders.has(topFolder(file.path))) continue
    const leave = (reason: string, finding?: Finding): void => {
      leftOut.push({ path: file.path, reason })
      for (const pattern of asking) onlyRefused.set(pattern, `${quoted(file.path)}: ${reason}`)
      if (finding !== undefined) findings.push(finding)
    }
    if (!isNeeded) {
      if (patterns.excluded.some((pattern) => pattern.matches(file.path))) {
        leave('excluded by include')
        continue
      }
      if (ignore.isPathValid(file.path) && rules.ignores(file.path)) {
        leave('matched by .funcignore')
        continue
      }
      const secret = secretKind(file.path)
      if (secret !== undefined) {
        for (const pattern of asking) packable.add(pattern)
        leave(secret, secretFinding(file.path, secret, asking[0]?.text))
        continue
      }
      const source = sourceKind(file.path)
      if (source !== undefined) {
        leave(source)
        continue
      }
    }
    for (const pattern of asking) packable.add(pattern)
    if (file.kind !== 'file') {
      leave(
        file.kind === 'symlink' ? 'symbolic link' : 'not a regular file',
        specialFileFinding(file, isNeeded || asking.length > 0),
      )
      continue
    }
    if (hasBackslash(file.path)) {
      leave('backslash in the name', backslashFinding(file.path))
      continue
    }
    planned.push(plan(file.path, file.sizeBytes, executable))
  }

  const listed = new Set(request.files.map((file) => file.path))
  if (!listed.has(executable) && request.executableSizeBytes !== undefined) {
    planned.push(plan(executable, request.executableSizeBytes, executable))
    listed.add(executable)
  }
  planned.sort((left, right) => compareEntryNames(left.name, right.name))
  findings.push(
    ...missingFindings(listed, executable),
    ...neededRemoved(request.funcignore ?? '', [...needed], request.folder),
    ...dialectFindings(request.funcignore ?? '', [...needed], request.folder),
    ...patterns.included
      .filter((pattern) => !packable.has(pattern))
      .map((pattern) => noMatchFinding(pattern.text, onlyRefused.get(pattern))),
    ...wholeFindings(planned),
  )
  return { files: planned, findings, leftOut }
}

/** `./bin//handler` and `bin/handler` name the same file for the host. */
function normalPath(path: string): string {
  return path
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.')
    .join('/')
}

function topFolder(path: string): string {
  const slash = path.indexOf('/')
  return slash === -1 ? '' : path.slice(0, slash)
}

/** The host looks for function.json exactly one level down (HostFunctionMetadataProvider). */
function functionFolder(path: string): readonly string[] {
  const folder = topFolder(path)
  return folder !== '' && path === `${folder}/function.json` && sourceKind(path) === undefined ? [folder] : []
}

function plan(path: string, sizeBytes: number, executable: string): PlannedEntry {
  return { name: path, sourcePath: path, isExecutable: path === executable, sizeBytes }
}

function readPatterns(lines: readonly string[], findings: Finding[]) {
  const included: IncludePattern[] = []
  const excluded: IncludePattern[] = []
  for (const text of lines.map((line) => line.trim()).filter((line) => line !== '')) {
    const isExclusion = text.startsWith('!')
    const glob = (isExclusion ? text.slice(1) : text).replace(/^(?:\.\/)+/, '').replace(/\/+$/, '')
    if (glob === '' || /^(?:\/|[A-Za-z]:)/.test(glob) || glob.split('/').includes('..')) {
      findings.push(invalidFinding(text))
      continue
    }
    try {
      // A pattern that names a folder means everything in it, as it does in .gitignore.
      const matches = picomatch([glob, `${glob}/**`], { dot: isExclusion })
      ;(isExclusion ? excluded : included).push({ text, matches: (path) => matches(path) })
    } catch {
      findings.push(invalidFinding(text))
    }
  }
  return { included, excluded }
}
