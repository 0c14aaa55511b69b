/**
 * Chooses what goes into the package: an allow-list, narrowed by .funcignore and by what is never packed.
 * Pure: it works on a listing and on texts and touches no file.
 */
import ignore from 'ignore'
import type { Finding } from '../findings'
import { secretKind } from '../text/secret-file'
import {
  backslashFinding,
  missingFindings,
  noMatchFinding,
  secretFinding,
  specialFileFinding,
  wholeFindings,
} from './content-findings'
import { hasBackslash, quoted, sourceKind } from './entry-names'
import { compareEntryNames } from './entry-order'
import { dialectFindings, neededRemoved, soundRules } from './funcignore'
import type { IncludePattern, IncludePatterns } from './include-patterns'

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
  /** What the input `include` says; absent when it is empty. */
  readonly include?: IncludePatterns | undefined
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

const noPatterns: IncludePatterns = { included: [], excluded: [], findings: [] }

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
  const { include: patterns = noPatterns } = request
  const findings: Finding[] = [...patterns.findings]
  const leftOut: { path: string; reason: string }[] = []
  const executable = normalPath(request.executable)
  const sound = soundRules((request.funcignore ?? '').replace(/^\uFEFF/, ''), request.folder)
  const funcignore = sound.text
  const functionFolders = new Set(request.files.flatMap(({ path }) => functionFolder(path)))
  const needed = ['host.json', executable, ...[...functionFolders].map((name) => `${name}/function.json`)]
  const isNeeded = new Set(needed)
  const rules = ignore({ ignorecase: false }).add(funcignore)
  const isNarrowedBy = (path: string): string | undefined => {
    if (patterns.excluded.some((pattern) => pattern.matches(path))) return 'excluded by include'
    return ignore.isPathValid(path) && rules.ignores(path) ? 'matched by .funcignore' : undefined
  }
  const answered = new Set<IncludePattern>()
  const refusedFor = new Map<IncludePattern, string>()
  const planned: PlannedEntry[] = []

  for (const file of request.files) {
    const asking = patterns.included.filter((pattern) => pattern.matches(file.path))
    const isCandidate =
      isNeeded.has(file.path) || asking.length > 0 || functionFolders.has(topFolder(file.path))
    if (!isCandidate) continue
    const refusal = isNeeded.has(file.path)
      ? refusalOfKind(file, true)
      : (refusalOfPlace(file.path, isNarrowedBy(file.path), asking[0]?.text) ??
        refusalOfKind(file, asking.length > 0))
    if (refusal === undefined) planned.push(plan(file.path, file.sizeBytes, executable))
    else leftOut.push({ path: file.path, reason: refusal.reason })
    if (refusal?.finding !== undefined) findings.push(refusal.finding)
    for (const pattern of asking) {
      // A finding about the file says enough; the pattern itself is not to blame.
      if (refusal === undefined || refusal.finding !== undefined) answered.add(pattern)
      else refusedFor.set(pattern, `${quoted(file.path)}: ${refusal.reason}`)
    }
  }

  const listed = new Set(request.files.map((file) => file.path))
  if (!listed.has(executable) && request.executableSizeBytes !== undefined) {
    planned.push(plan(executable, request.executableSizeBytes, executable))
    listed.add(executable)
  }
  planned.sort((left, right) => compareEntryNames(left.name, right.name))
  findings.push(
    ...missingFindings(listed, executable),
    ...sound.findings,
    ...neededRemoved({ text: funcignore, rules }, needed, request.folder),
    ...dialectFindings(funcignore, needed, request.folder),
    ...patterns.included
      .filter((pattern) => !answered.has(pattern))
      .map((pattern) => noMatchFinding(pattern.text, refusedFor.get(pattern))),
    ...wholeFindings(planned),
  )
  return { files: planned, findings, leftOut }
}

interface Refusal {
  readonly reason: string
  readonly finding?: Finding
}

/** Why an optional file stays out because of its name or of a rule about it. */
function refusalOfPlace(
  path: string,
  narrowed: string | undefined,
  pattern: string | undefined,
): Refusal | undefined {
  if (narrowed !== undefined) return { reason: narrowed }
  const secret = secretKind(path)
  if (secret !== undefined) return { reason: secret, finding: secretFinding(path, secret, pattern) }
  const source = sourceKind(path)
  return source === undefined ? undefined : { reason: source }
}

/** Why any file stays out because of what it is. */
function refusalOfKind(file: ListedFile, isWanted: boolean): Refusal | undefined {
  if (file.kind !== 'file') {
    const reason = file.kind === 'symlink' ? 'symbolic link' : 'not a regular file'
    return { reason, finding: specialFileFinding(file, isWanted) }
  }
  if (hasBackslash(file.path)) {
    return { reason: 'backslash in the name', finding: backslashFinding(file.path) }
  }
  return undefined
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
