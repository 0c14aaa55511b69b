/**
 * The wording of what is found while the contents of a package are chosen.
 * Pure. It decides nothing; `contents` does.
 */
import type { Finding, Severity } from '../findings'
import type { ArchiveCode } from './codes'
import { caseCollisions, caseFolded, howTheyDiffer, quoted, quotedList } from './entry-names'

/**
 * A file that is secret by its name: refused when it was asked for, otherwise reported as left out.
 *
 * @param path relative path of the file
 * @param kind what kind of secret it is, in words
 * @param pattern the line of `include` that asked for it, undefined when it merely lies in a function folder
 * @returns an error when it was asked for, otherwise a warning
 */
export function secretFinding(path: string, kind: string, pattern: string | undefined): Finding {
  if (pattern === undefined) {
    return finding(
      'package-secret',
      'warning',
      `${quoted(path)} was left out of the package. It looks like ${kind}.`,
      'Keep secrets in app settings or Key Vault, and remove the file from the function folder.',
    )
  }
  return finding(
    'package-secret',
    'error',
    `include pattern ${quoted(pattern)} asks for ${quoted(path)}, which looks like ${kind}.`,
    `Keep secrets in app settings or Key Vault; if the pattern means other files, add the line '!${path}' to include.`,
  )
}

/**
 * A symbolic link, or a pipe, socket or device.
 *
 * @param file the listed file
 * @param isWanted true when it was asked for or the app needs it
 * @returns an error when it is wanted, otherwise a warning
 */
export function specialFileFinding(
  file: { readonly path: string; readonly kind: string },
  isWanted: boolean,
): Finding {
  const what = file.kind === 'symlink' ? 'a symbolic link' : 'not a regular file'
  return isWanted
    ? finding(
        'package-symlink',
        'error',
        `${quoted(file.path)} is ${what} and cannot be packed.`,
        'Put a copy of the file in its place.',
      )
    : finding(
        'package-symlink',
        'warning',
        `${quoted(file.path)} is ${what} and was left out of the package.`,
        'Put a copy of the file in its place, or remove it.',
      )
}

/**
 * A file whose name holds a backslash.
 *
 * @param path relative path of the file
 * @returns an error
 */
export function backslashFinding(path: string): Finding {
  return finding(
    'package-backslash',
    'error',
    `The file name ${quoted(path)} holds a backslash, which Windows tools take for a folder.`,
    'Rename the file.',
  )
}

/**
 * A line of `include` that is no glob below the project folder.
 *
 * @param pattern the line
 * @returns an error
 */
export function invalidFinding(pattern: string): Finding {
  return finding(
    'include-invalid',
    'error',
    `include pattern ${quoted(pattern)} is not a glob below the project folder.`,
    "Use a relative pattern without '..', for example 'assets/**'.",
  )
}

/**
 * A line of `include` that adds nothing.
 *
 * @param pattern the line
 * @param refused a file that it does match, with the reason why that one is not packed
 * @returns a warning
 */
export function noMatchFinding(pattern: string, refused: string | undefined): Finding {
  return refused === undefined
    ? finding(
        'include-no-match',
        'warning',
        `include pattern ${quoted(pattern)} matches no file of the project folder.`,
        "Patterns are relative to the folder of host.json; '*' does not cross a slash, 'assets/**' takes a whole folder.",
      )
    : finding(
        'include-no-match',
        'warning',
        `include pattern ${quoted(pattern)} matches only files that are not packed (${refused}).`,
        'Remove the pattern, or change what keeps the files out.',
      )
}

/**
 * host.json or the executable not being there.
 *
 * @param listed paths of the project
 * @param executable normalised path of the executable
 * @returns errors
 */
export function missingFindings(listed: ReadonlySet<string>, executable: string): readonly Finding[] {
  const findings: Finding[] = []
  if (!listed.has('host.json')) {
    findings.push(
      finding(
        'package-host-json-missing',
        'error',
        "There is no 'host.json' in the project folder.",
        'Set working-directory to the folder of host.json.',
      ),
    )
  }
  if (!listed.has(executable)) {
    const near = [...listed].find((path) => caseFolded(path) === caseFolded(executable))
    const message =
      near === undefined
        ? `The executable ${quoted(executable)} is not in the project folder.`
        : `The executable ${quoted(executable)} is not in the project folder, but ${quoted(near)} is; names are case-sensitive in Azure.`
    const hint =
      'Build to the path of customHandler.description.defaultExecutablePath, or correct it in host.json.'
    findings.push(finding('package-executable-missing', 'error', message, hint))
  }
  return findings
}

/**
 * What can only be said of all entries together.
 *
 * @param entries the planned entries
 * @returns errors and warnings
 */
export function wholeFindings(entries: readonly { readonly name: string }[]): readonly Finding[] {
  const names = entries.map((entry) => entry.name)
  const findings = caseCollisions(names).map((group) =>
    finding(
      'package-case-collision',
      'notice',
      `${quotedList(group)} ${howTheyDiffer(group)}.`,
      'Rename one of them. A system that takes both names for the same overwrites one file with the other.',
    ),
  )
  const offline = names.find((name) => name.toLowerCase() === 'app_offline.htm')
  if (offline !== undefined) {
    findings.push(
      finding(
        'package-app-offline',
        'error',
        `${quoted(offline)} at the root of the package would switch the app off.`,
        'Remove the file, or exclude it in include.',
      ),
    )
  }
  return findings
}

function finding(code: ArchiveCode, severity: Severity, message: string, hint: string): Finding {
  return { code, severity, message, hint }
}
