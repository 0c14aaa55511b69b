/**
 * Reads what `go build` and `go list` print: which lines are diagnostics, and where they point.
 * Pure, and bounded in every direction, since the text comes from the project and its modules.
 */
import type { Finding, Location } from '../../findings'
import type { goCodes } from '../codes/go-codes'
import { type DiagnosticContext, repositoryPath } from '../command/places'
import { isProgress } from '../command/progress-lines'
import { placeHint } from './compiler-failures'
import type { Subject } from './explanation'
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
    // Under `package x` and its imports, an indented position is the diagnostic itself; else it continues one.
    const opensPackage =
      current !== undefined &&
      /^package \S+$/.test(current.lines[0] ?? '') &&
      current.lines.every((said) => /^(?:package|imports) \S+(?: from \S+)?$/.test(said))
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

/** A finding, and what its cause may be looked for by. */
export interface Explained {
  readonly finding: Finding
  readonly about?: Subject
  readonly diagnostic: Diagnostic
}

/**
 * Turns diagnostics into findings. A position outside the repository, for example in the module cache, is named
 * in the message instead, since GitHub can only show files of the repository.
 *
 * @param messages what {@link readBuildMessages} returned
 * @param context where `go` ran and where the repository is
 * @returns findings without repetitions, in the order in which they were printed
 */
export function explainMessages(messages: BuildMessages, context: DiagnosticContext): readonly Explained[] {
  const explained = new Map<string, Explained>()
  for (const diagnostic of messages.diagnostics) {
    const found = explain(diagnostic, context)
    if (found === undefined) continue
    explained.set(JSON.stringify([found.finding.location, found.finding.message]), found)
  }
  return [...explained.values()]
}

/**
 * Shows so many findings as can be read, and says when there are more.
 *
 * @param findings all of them
 * @param isCutShort whether the compiler gave up
 * @returns at most 200; the last one then says how many more there are
 */
export function boundFindings(findings: readonly Finding[], isCutShort: boolean): Finding[] {
  const shown = findings.slice(0, mostFindings)
  if (findings.length > shown.length) {
    shown.push({
      code: 'go-too-many-errors' satisfies keyof typeof goCodes,
      severity: 'notice',
      message: `go build reported ${findings.length - shown.length} further errors.`,
      hint: 'Repair the ones that are listed first.',
    })
  } else if (isCutShort) {
    shown.push({
      code: 'go-too-many-errors' satisfies keyof typeof goCodes,
      severity: 'notice',
      message: 'The compiler stopped after ten errors; there may be more.',
      hint: 'Repair these first, or see all with the line -gcflags=-e in build-flags.',
    })
  }
  return shown
}

/**
 * What can be said of a failed build from its messages alone.
 *
 * @param messages what {@link readBuildMessages} returned
 * @param context where `go` ran and where the repository is
 * @returns findings without repetitions; at most 200, the last one then says how many more there are
 */
export function findingsOf(messages: BuildMessages, context: DiagnosticContext): Finding[] {
  const findings = explainMessages(messages, context).map(({ finding }) => finding)
  return boundFindings(findings, messages.isCutShort)
}

function explain(diagnostic: Diagnostic, context: DiagnosticContext): Explained | undefined {
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
  const placed = location === undefined ? {} : { location }
  const failure = explainFailure(diagnostic, context.goVersion ?? '')
  const isOutside = file !== undefined && location === undefined
  const isCode = failure?.code === 'go-compile-error' || failure?.code === 'go-language-version'
  if (failure !== undefined && !(isOutside && isCode)) {
    const { about, ...words } = failure
    const said = failure.code === 'go-no-files' ? withoutMachine(words.message, context) : words.message
    const finding: Finding = { severity: 'error', ...words, message: said, ...placed }
    return { finding, diagnostic, ...(about === undefined ? {} : { about }) }
  }
  if (file === undefined) return undefined
  const outside = isOutside ? `${outsideName(file)}:${line}: ` : ''
  const of = isOutside && diagnostic.package !== undefined ? ` (package ${diagnostic.package})` : ''
  const finding: Finding = {
    code: 'go-compile-error' satisfies keyof typeof goCodes,
    severity: 'error',
    message: `${outside}${message}${of}`,
    hint: isOutside
      ? 'The error is in code outside the repository: choose another version of that module.'
      : placeHint,
    ...placed,
  }
  return { finding, diagnostic }
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
  // `go: `, `vet: ` and what was read may precede a position.
  const match = positionPattern.exec(
    text.replace(
      /^(?:(?:go|vet|reading go\.work|errors? (?:parsing|loading|reading) go\.\w+): )+(?=(?:[A-Za-z]:)?[^:]+:\d+:)/,
      '',
    ),
  )
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
