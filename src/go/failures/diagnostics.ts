/**
 * Reads what `go build` and `go list` print: which lines are diagnostics, and where they point.
 * Pure, and bounded in every direction, since the text comes from the project and its modules.
 */
import type { Finding, Location } from '../../findings'
import type { goCodes } from '../codes/go-codes'
import { type DiagnosticContext, repositoryPath } from '../command/places'
import { isProgress } from '../command/progress-lines'
import { explainFailure } from './failures'

/** One message of the compiler, the linker or the `go` command, with the lines that continue it. */
export interface Diagnostic {
  /** Import path from the last `# import/path` line. */
  readonly package?: string
  /** As printed. */
  readonly file?: string
  readonly line?: number
  readonly column?: number
  readonly message: string
}

export interface BuildMessages {
  readonly diagnostics: readonly Diagnostic[]
  /** True when the compiler gave up after ten errors. */
  readonly isCutShort: boolean
}

const longestOutput = 4 * 1024 * 1024
const longestLine = 4096
const longestMessage = 2000
const mostDiagnostics = 2000
const mostFindings = 200

/**
 * Groups the output of `go` into diagnostics. The form of the lines is that of cmd/compile
 * (`file:line:column: text`), of cmd/go (`go: text`, `# package`), and of cmd/link (text under `# package`).
 *
 * @param output standard error, or both streams
 * @returns the diagnostics in the order in which they were printed
 */
export function readBuildMessages(output: string): BuildMessages {
  const diagnostics: Diagnostic[] = []
  let current: { diagnostic: Diagnostic; lines: string[] } | undefined
  let packagePath: string | undefined
  let isCutShort = false
  const finish = (): void => {
    if (current !== undefined) {
      diagnostics.push({ ...current.diagnostic, message: cut(current.lines.join('\n').trimEnd()) })
    }
    current = undefined
  }
  for (const raw of output.slice(0, longestOutput).split('\n')) {
    const line = printable(raw.slice(0, longestLine)).trimEnd()
    if (line === '' || isProgress(line)) continue
    if (/(?:^|: )too many errors$/.test(line)) {
      isCutShort = true
      continue
    }
    const heading = /^# (\S+)/.exec(line)
    if (heading !== null) {
      finish()
      packagePath = heading[1]
      continue
    }
    const isIndented = /^[ \t]/.test(line)
    const located = readLocated(line.trimStart())
    // Under `package x`, an indented position is the diagnostic itself; under a diagnostic it continues that.
    const opensPackage = current?.lines.length === 1 && /^package \S+$/.test(current.lines[0] ?? '')
    if (isIndented && current !== undefined && !(located !== undefined && opensPackage)) {
      current.lines.push(line.trimStart())
      continue
    }
    if (opensPackage && located !== undefined) current = undefined
    finish()
    if (diagnostics.length >= mostDiagnostics) break
    const { message, ...place } = located ?? { message: line.trimStart() }
    const diagnostic = {
      ...(packagePath === undefined ? {} : { package: packagePath }),
      ...place,
      message: '',
    }
    current = { diagnostic, lines: [message] }
  }
  finish()
  return { diagnostics, isCutShort }
}

/**
 * Turns diagnostics into findings. A position outside the repository, for example in the module cache, is named
 * in the message instead, since GitHub can only show files of the repository.
 *
 * @param messages what {@link readBuildMessages} returned
 * @param context where `go` ran and where the repository is
 * @returns findings without repetitions; at most 200, the last one then says how many more there are
 */
export function findingsOf(messages: BuildMessages, context: DiagnosticContext): Finding[] {
  const findings = new Map<string, Finding>()
  for (const diagnostic of messages.diagnostics) {
    const finding = findingOf(diagnostic, context)
    if (finding === undefined) continue
    const { location } = finding
    findings.set(JSON.stringify([location, finding.message]), finding)
  }
  const all = [...findings.values()]
  const shown = all.slice(0, mostFindings)
  if (all.length > shown.length) {
    shown.push({
      code: 'go-too-many-errors' satisfies keyof typeof goCodes,
      severity: 'notice',
      message: `go build reported ${all.length - shown.length} further errors.`,
      hint: 'Repair the ones that are listed first.',
    })
  } else if (messages.isCutShort) {
    shown.push({
      code: 'go-too-many-errors' satisfies keyof typeof goCodes,
      severity: 'notice',
      message: 'The compiler stopped after ten errors; there may be more.',
      hint: 'Repair these first, or see all with the line -gcflags=-e in build-flags.',
    })
  }
  return shown
}

function findingOf(diagnostic: Diagnostic, context: DiagnosticContext): Finding | undefined {
  const { file, line, column, message } = diagnostic
  const path = file === undefined ? undefined : repositoryPath(file, context)
  const location: Location | undefined =
    path === undefined
      ? undefined
      : {
          file: path,
          ...(line === undefined || line < 1 ? {} : { line }),
          ...(column === undefined || column < 1 ? {} : { column }),
        }
  const failure = explainFailure(diagnostic, context.goVersion ?? '')
  if (failure !== undefined) {
    const said = failure.code === 'go-no-files' ? withoutMachine(failure.message, context) : failure.message
    return { ...failure, message: said, ...(location === undefined ? {} : { location }) }
  }
  if (file === undefined) return undefined
  const outside = location === undefined ? `${outsideName(file)}:${line}: ` : ''
  const of =
    location === undefined && diagnostic.package !== undefined ? ` (package ${diagnostic.package})` : ''
  return {
    code: 'go-compile-error' satisfies keyof typeof goCodes,
    severity: 'error',
    message: `${outside}${message}${of}`,
    hint:
      location === undefined
        ? 'The error is in code outside the repository: choose another version of that module.'
        : 'Repair the code at this place; go build stops on it.',
    ...(location === undefined ? {} : { location }),
  }
}

/** Go names the folder in which it found nothing from the root of the machine. */
function withoutMachine(message: string, context: DiagnosticContext): string {
  return message.replace(
    /(files in )(\S[^\n]*?)(\.?)$/,
    (whole, words: string, folder: string, end: string) => {
      if (!context.flavour.isAbsolute(folder)) return whole
      const isRoot = context.flavour.relative(context.repositoryRoot, folder) === ''
      return `${words}"${isRoot ? '.' : (repositoryPath(folder, context) ?? folder)}"${end}`
    },
  )
}

const positionPattern =
  /^((?:[A-Za-z]:)?[^:\t"]{1,1024}\.(?:go|s|S|y|templ|mod|work|sum)):(\d{1,7})(?::(\d{1,7}))?: (.+)$/

function readLocated(text: string): (Required<Pick<Diagnostic, 'file' | 'line'>> & Diagnostic) | undefined {
  // `go: ` and `vet: ` may precede a position.
  const match = positionPattern.exec(text.replace(/^(?:go|vet): (?=\S+:\d+:)/, ''))
  if (match === null) return undefined
  const column = match[3] === undefined ? {} : { column: Number(match[3]) }
  return { file: match[1] ?? '', line: Number(match[2]), ...column, message: match[4] ?? '' }
}

/** The module cache is named by module and version, without the folders of the machine. */
function outsideName(file: string): string {
  const slashed = file.replaceAll('\\', '/')
  const cache = slashed.lastIndexOf('/pkg/mod/')
  return cache < 0 ? slashed.replace(/^(?:\.\.\/)+/, '/') : slashed.slice(cache + '/pkg/mod/'.length)
}

function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the purpose
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
}

function cut(text: string): string {
  return text.length > longestMessage ? `${text.slice(0, longestMessage)}…` : text
}
