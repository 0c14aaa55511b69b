/**
 * Judges a finished zip by its list of entries: would Azure find, read and start what is inside?
 * Pure. It reads no file; the ELF of the executable is judged elsewhere.
 */
import type { Finding, Severity } from '../findings'
import { secretKind } from '../text/secret-file'
import type { ArchiveCode } from './codes'
import {
  caseCollisions,
  caseFolded,
  hasBackslash,
  howTheyDiffer,
  quoted,
  quotedList,
  sourceKind,
  unsafeNameReason,
} from './entry-names'
import type { ArchiveEntry } from './zip/archive-entry'
import type { ArchiveListing } from './zip/zip-file'

export interface AuditRequest {
  /**
   * Entry that the host will start: `defaultExecutablePath` of the host.json inside, or `app` in the native
   * model. Undefined when it is not known; then nothing is said of an executable.
   */
  readonly executable: string | undefined
  /** How the package is called in messages, for example `dist/app.zip`. */
  readonly packageName: string
}

/** Limit of zip deployment (Azure Functions documentation). */
const largeBytes = 1024 ** 3
const unixMadeBy = 3
/** A hostile zip must not fill the summary. */
const mostCollisions = 10

/**
 * Checks the entries of a package as the ways of deploying and the host will see them.
 *
 * @param listing what `readArchive` gave
 * @param request name of the executable and of the package
 * @returns findings, the worst of them errors; empty for a sound package
 */
export function auditArchive(listing: ArchiveListing, request: AuditRequest): readonly Finding[] {
  const files = listing.entries.filter((entry) => !entry.isDirectory)
  return [
    ...nameFindings(listing.entries, request.packageName),
    ...hostJsonFindings(files, request.packageName),
    ...(request.executable === undefined
      ? []
      : executableFindings(listing.entries, request.executable, request)),
    ...modeFindings(files, request),
    ...formatFindings(files, request.packageName),
    ...contentFindings(files, request.packageName),
    ...sizeFindings(listing, request.packageName),
  ]
}

/** Names that unpack to another place than they should, or on top of each other. */
function nameFindings(entries: readonly ArchiveEntry[], zip: string): readonly Finding[] {
  const findings: Finding[] = []
  const [unsafe, ...furtherUnsafe] = entries.filter((entry) => unsafeNameReason(entry.name) !== undefined)
  if (unsafe !== undefined) {
    const further = furtherUnsafe.length === 0 ? '' : ` So have ${furtherUnsafe.length} more.`
    const message = `The entry ${quoted(unsafe.name)} of ${zip} has an unsafe name: ${unsafeNameReason(unsafe.name)}.${further}`
    findings.push(error('package-unsafe-name', message, 'Make the zip inside the folder of host.json.'))
  }
  const backslashes = entries.map((entry) => entry.name).filter(hasBackslash)
  if (backslashes.length > 0) {
    const message = `${quotedList(backslashes)} in ${zip}: a backslash makes no folder on Linux.`
    findings.push(
      error('package-backslash', message, 'Make the zip with a tool that writes forward slashes.'),
    )
  }
  const names = entries.map((entry) => entry.name)
  const distinct = new Set<string>()
  const twice = new Set<string>()
  for (const name of names) (distinct.has(name) ? twice : distinct).add(name)
  if (twice.size > 0) {
    const message = `${zip} has more than one entry for ${quotedList([...twice])}.`
    findings.push(
      error('package-duplicate-name', message, 'Make the zip anew instead of adding to an existing one.'),
    )
  }
  for (const group of caseCollisions([...distinct]).slice(0, mostCollisions)) {
    const message = `${quotedList(group)} in ${zip} ${howTheyDiffer(group)}.`
    findings.push(notice('package-case-collision', message, 'Rename one of them.'))
  }
  const odd = entries.filter(({ isNameUtf8 }) => !isNameUtf8).map(({ name }) => name)
  if (odd.length > 0) {
    const message = `${quotedList(odd)} in ${zip}: the name is not in UTF-8, and unpackers read it differently.`
    findings.push(
      notice(
        'package-name-encoding',
        message,
        'Rename the file, or make the zip with a tool that writes UTF-8.',
      ),
    )
  }
  return findings
}

function hostJsonFindings(files: readonly ArchiveEntry[], zip: string): readonly Finding[] {
  if (files.some((file) => file.name === 'host.json')) return []
  const nested = files.find((file) => /^[^/]+\/host\.json$/.test(file.name))
  if (nested !== undefined) {
    const folder = nested.name.slice(0, nested.name.indexOf('/'))
    const message = `host.json lies in the folder ${quoted(folder)} of ${zip}, not at the root.`
    return [error('package-host-json-nested', message, `Make the zip from inside ${quoted(folder)}.`)]
  }
  const near = files.find((file) => caseFolded(file.name) === 'host.json')
  const message =
    near === undefined
      ? `${zip} has no 'host.json' at its root.`
      : `${zip} has ${quoted(near.name)} instead of 'host.json'; names are case-sensitive in Azure.`
  return [error('package-host-json-missing', message, 'Make the zip inside the folder of host.json.')]
}

function executableFindings(
  entries: readonly ArchiveEntry[],
  executable: string,
  { packageName }: AuditRequest,
): readonly Finding[] {
  const wanted = executable
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.')
    .join('/')
  const found = entries.find((entry) => entry.name === wanted && !entry.isDirectory)
  if (found !== undefined) return modeOfExecutable(found, packageName)
  const message = `${packageName} has no entry ${quoted(wanted)}, which host.json names as the executable`
  const hint = `Build to ${quoted(wanted)}, or correct customHandler.description.defaultExecutablePath.`
  if (entries.some((entry) => entry.name.startsWith(`${wanted}/`))) {
    return [error('package-executable-missing', `${message}: a folder has that name.`, hint)]
  }
  const near = entries.find((entry) => caseFolded(entry.name) === caseFolded(wanted))
  return [
    error(
      'package-executable-missing',
      near === undefined ? `${message}.` : `${message}, but ${quoted(near.name)}; names are case-sensitive.`,
      hint,
    ),
  ]
}

function modeOfExecutable(entry: ArchiveEntry, zip: string): readonly Finding[] {
  const hint = 'Let this action make the package, or chmod 755 the file before zipping it on Linux or macOS.'
  if (entry.madeBy !== unixMadeBy) {
    const message = `The entry ${quoted(entry.name)} of ${zip} was made by system ${entry.madeBy}, not by Unix (3), so its mode is ignored.`
    return [error('package-made-by', message, hint)]
  }
  if (((entry.mode ?? 0) & 0o100) !== 0) return []
  const mode = entry.mode === undefined ? 'no mode' : `mode ${octal(entry.mode)}`
  const message = `The executable ${quoted(entry.name)} in ${zip} has ${mode}, without the execute bit.`
  return [error('package-executable-mode', message, hint)]
}

function modeFindings(files: readonly ArchiveEntry[], { packageName }: AuditRequest): readonly Finding[] {
  const closed = files.filter(
    ({ madeBy, mode }) => madeBy === unixMadeBy && mode !== undefined && (mode & 0o004) === 0,
  )
  if (closed.length === 0) return []
  const shown = closed.map((file) => file.name)
  const message = `${quotedList(shown)} in ${packageName} cannot be read by others (${quoted(closed[0]?.name ?? '')} has mode ${octal(closed[0]?.mode ?? 0)}).`
  return [error('package-unreadable-mode', message, "Run 'chmod -R a+rX .' before zipping.")]
}

function formatFindings(files: readonly ArchiveEntry[], zip: string): readonly Finding[] {
  const findings: Finding[] = []
  const links = files.filter((file) => file.isSymlink).map((file) => file.name)
  if (links.length > 0) {
    const message = `${quotedList(links)} in ${zip}: Azure does not restore symbolic links.`
    findings.push(error('package-symlink', message, 'Put copies in their place (zip without --symlinks).'))
  }
  const encrypted = files.filter((file) => file.isEncrypted).map((file) => file.name)
  if (encrypted.length > 0) {
    const message = `${quotedList(encrypted)} in ${zip}: Azure cannot unpack encrypted entries.`
    findings.push(error('package-encrypted', message, 'Make the zip without a password.'))
  }
  const odd = files.find((file) => file.method !== 0 && file.method !== 8)
  if (odd !== undefined) {
    const message = `${quoted(odd.name)} in ${zip} is compressed with method ${odd.method}; only 0 and 8 (deflate) are unpacked.`
    findings.push(error('package-unsupported-compression', message, 'Make the zip with deflate.'))
  }
  return findings
}

function contentFindings(files: readonly ArchiveEntry[], zip: string): readonly Finding[] {
  const findings: Finding[] = []
  const secrets = new Map<string, string[]>()
  for (const { name } of files) {
    const kind = secretKind(name.replaceAll('\\', '/'))
    if (kind === undefined) continue
    const names = secrets.get(kind)
    if (names === undefined) secrets.set(kind, [name])
    else names.push(name)
  }
  for (const [kind, names] of secrets) {
    const message = `${quotedList(names)} in ${zip} ${names.length === 1 ? 'looks' : 'look'} like ${kind}.`
    findings.push(error('package-secret', message, 'Take it out; keep secrets in app settings or Key Vault.'))
  }
  const offline = files.find((file) => file.name.toLowerCase() === 'app_offline.htm')
  if (offline !== undefined) {
    const message = `${quoted(offline.name)} at the root of ${zip} switches the app off.`
    findings.push(error('package-app-offline', message, 'Take it out.'))
  }
  if (files.some((file) => file.name === 'proxies.json')) {
    const message = `${zip} has a 'proxies.json', which version 4 of the host ignores.`
    findings.push(warning('package-proxies-json', message, 'Use API Management, or a route of the handler.'))
  }
  const sources = files.filter((file) => sourceKind(file.name) !== undefined).map((file) => file.name)
  if (sources.length > 0) {
    const message = `${zip} holds what the app does not need: ${quotedList(sources)}.`
    findings.push(
      notice('package-go-sources', message, 'Leave sources and version control out of the package.'),
    )
  }
  return findings
}

function sizeFindings({ sizeBytes }: ArchiveListing, zip: string): readonly Finding[] {
  if (sizeBytes <= largeBytes) return []
  const message = `${zip} has ${sizeBytes} bytes; zip deployment takes at most 1 GB.`
  return [warning('package-too-large', message, 'Take large data out of the package.')]
}

function octal(mode: number): string {
  return (mode & 0o7777).toString(8).padStart(4, '0')
}

function finding(code: ArchiveCode, severity: Severity, message: string, hint: string): Finding {
  return { code, severity, message, hint }
}
const error = (code: ArchiveCode, message: string, hint: string) => finding(code, 'error', message, hint)
const warning = (code: ArchiveCode, message: string, hint: string) => finding(code, 'warning', message, hint)
const notice = (code: ArchiveCode, message: string, hint: string) => finding(code, 'notice', message, hint)
