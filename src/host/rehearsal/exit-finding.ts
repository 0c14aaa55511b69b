/**
 * What it means that a rehearsed handler ended: an error of the program, or something that only Azure has. Decided by
 * what is known of source, package and isolation, in one order. Starts nothing.
 */
import type { Location } from '../../findings'
import { secretKind } from '../../text/secret-file'
import type { HandlerExit, HandlerProcess } from '../process/handler-process'
import { type HostFinding, hostFinding, quoteLines } from './finding'
import { type GoFailure, isOwnError, missesNetwork, readGoFailure, readOnlyFile } from './go-failure'
import type { HandlerOutput } from './handler-output'
import { hiddenFile, hiddenWords, missingFile, missingFileHint } from './missing-file'
import { isInPackage, shownFile, writesHint } from './package-writes'
import type { SourceFacts, VariablePlace } from './source-facts'

/** A started handler, and everything that tells about its end. */
export interface EndedHandler {
  readonly handler: HandlerProcess
  readonly output: HandlerOutput
  /** How many lines of the output were there before it started. */
  readonly printedBefore: number
  readonly appFolder: string
  readonly source: SourceFacts | undefined
  /** Names of the variables that the handler has. */
  readonly givenNames: ReadonlySet<string>
  /** `%NAME%` in arguments or path that nothing replaced. */
  readonly unsetNames: readonly string[]
  /** Whether this machine has a file, by its absolute path. */
  existsHere(path: string): boolean
}

/** Before it listened, an end may well be its way to ask for a setting; afterwards its words have to name one. */
export type LifeStage = 'starting' | 'ready'

/** The host's sign for "start me again". */
const restartExitCode = 200

export const tryAnyway =
  'Give a value with rehearse-settings, or leave the rehearsal out with rehearse: false.'
const portHint = 'Listen on the port in the environment variable FUNCTIONS_CUSTOMHANDLER_PORT.'
const serveHint = `The program must keep serving: end main with http.ListenAndServe. ${portHint}`

/**
 * Says what the end of a handler means.
 *
 * @param ended the handler and what is known
 * @param exit how it ended
 * @param when for example `before it listened`
 */
export function exitFinding(
  ended: EndedHandler,
  exit: HandlerExit,
  stage: LifeStage,
  when: string,
): HostFinding {
  const { appFolder, handler, output, printedBefore, source, unsetNames } = ended
  const lines = output.since(printedBefore)
  const failure = readGoFailure(lines)
  const place = failure === undefined ? undefined : placeOfFailure(failure, source)
  const told = tell(exit, when, failure, place)
  const at = (finding: HostFinding): HostFinding =>
    place === undefined ? finding : { ...finding, location: place }
  const needs = (names: readonly string[], why: string, hint = tryAnyway) => {
    const finding = at(hostFinding('handler-needs-setting', 'warning', `${told}${why}`, hint))
    return names.length === 0 ? finding : { ...finding, settings: names }
  }
  if (unsetNames.length > 0) {
    const names = unsetNames.map((name) => `"%${name}%"`).join(', ')
    return needs(
      unsetNames,
      ` Its arguments in host.json hold ${names}, which has no value here.`,
      `${settingHint(unsetNames)} ${tryAnyway}`,
    )
  }
  if (exit.code === restartExitCode) {
    const message = `${told} The host starts it again without end, and every request fails.`
    return at(hostFinding('handler-exits', 'error', message, serveHint))
  }
  const file = readOnlyFile(lines.slice(-10))
  if (handler.isIsolated && file !== undefined && isInPackage(file, appFolder)) {
    const shown = shownFile(file, appFolder)
    const what = `${told} It wrote to ${shown === '' ? 'its own folder' : `"${shown}"`}, and the folder of the app is read-only.`
    return { ...at(hostFinding('handler-writes-package', 'warning', what, writesHint)), hasFailed: true }
  }
  const unread = missingVariables(ended)
  const spoken = failure === undefined ? [] : spokenVariables(failure, unread, ended)
  const near = failure === undefined || stage === 'ready' ? [] : nearVariables(failure, unread, source)
  const named = spoken.length > 0 ? spoken : near
  if (failure !== undefined) {
    const own = ownErrorHint(failure, ended, named.length > 0)
    if (own !== undefined) return at(hostFinding(codeOf(exit), 'error', told, own))
    if (handler.isIsolated && missesNetwork(failure)) {
      return needs([], ' An isolated rehearsal has no network, so this may be fine in Azure.', networkHint)
    }
    const hidden = hiddenFile(failure, ended.existsHere)
    if (hidden !== undefined) return needs([], ` ${hiddenWords(hidden)}`)
  }
  const mayMiss = failure !== undefined && mayMissSetting(failure, unread.length > 0, source)
  const isOfSetting = named.length > 0 || (stage === 'starting' && mayMiss)
  // Code 0 and signals, as a panic that names no setting, are no way to say that one is missing.
  const isSilent = stage === 'ready' || exit.code === 0 || exit.code === null || failure?.kind === 'panic'
  if (isOfSetting || (!isSilent && readsVariables(unread, source))) {
    const names = named.length > 0 ? named : firstNames(unread)
    return needs(names, whyOf(names, named.length > 0, source), `${settingHint(names)} ${tryAnyway}`)
  }
  if (exit.code === 0) {
    const message = `${told} The host takes no notice of that code, and every request fails.`
    return at(hostFinding('handler-exits-zero', 'error', message, serveHint))
  }
  const hint = `Azure starts it three times and then stops the host. Repair what the quoted lines name. ${tryAnyway}`
  return at(hostFinding('handler-exits', 'error', told, hint))
}

/**
 * What it means that a handler runs and never listens, when it may wait for something that only Azure has: its words
 * say so, or its source reads variables that it has not.
 */
export function waitsForSurroundings(ended: EndedHandler, message: string): HostFinding | undefined {
  const { handler, output, printedBefore, source } = ended
  const failure = readGoFailure(output.since(printedBefore), true)
  if (failure !== undefined && handler.isIsolated && missesNetwork(failure)) {
    const why = `${message} An isolated rehearsal has no network, so this may be fine in Azure.`
    return hostFinding('handler-needs-setting', 'warning', why, networkHint)
  }
  const unread = missingVariables(ended)
  const spoken = failure === undefined ? [] : spokenVariables(failure, unread, ended)
  if (spoken.length === 0 && !readsVariables(unread, source)) return undefined
  const names = spoken.length > 0 ? spoken : firstNames(unread)
  const why = `${message}${whyOf(names, spoken.length > 0, source)}`
  const hint = `${settingHint(names)} ${tryAnyway}`
  const finding = hostFinding('handler-needs-setting', 'warning', why, hint)
  return names.length === 0 ? finding : { ...finding, settings: names }
}

function codeOf({ code }: HandlerExit): 'handler-exits' | 'handler-exits-zero' {
  return code === 0 ? 'handler-exits-zero' : 'handler-exits'
}

/** How it ended, then the line that says why, then the lines before it. */
function tell(
  { code, signal }: HandlerExit,
  when: string,
  failure: GoFailure | undefined,
  place: Location | undefined,
): string {
  const how = code === null ? `was ended by ${signal ?? 'a signal'}` : `exited with code ${code}`
  if (failure === undefined) return `The handler ${how} ${when}. It printed nothing.`
  const at = place === undefined ? '' : ` (${place.file}:${place.line})`
  const others = failure.words.filter((line) => line.trim() !== failure.line).slice(-3)
  return `The handler ${how} ${when}: "${failure.line.slice(0, 400)}"${at}.${quoteLines(others)}`
}

/** The innermost frame in the module, or the code that holds the words. */
function placeOfFailure(failure: GoFailure, source: SourceFacts | undefined): Location | undefined {
  if (source === undefined) return undefined
  for (const { path, line } of failure.frames) {
    const place = source.placeOfFrame(path, line)
    if (place !== undefined) return place
  }
  return failure.kind === 'fatal' ? undefined : source.placeOfText(failure.line)
}

function ownErrorHint(
  failure: GoFailure,
  { appFolder, source }: EndedHandler,
  isBesideVariables: boolean,
): string | undefined {
  const file = missingFile(failure, appFolder)
  // A variable often says whether the file of the developer's machine is wanted at all.
  const mayBeUnwanted = file !== undefined && secretKind(file) !== undefined && isBesideVariables
  if (file !== undefined && !mayBeUnwanted) return missingFileHint(file, source)
  if (!isOwnError(failure)) return undefined
  return /address already in use/i.test(failure.words.join('\n'))
    ? `Its port is taken, so it is not the one that the host chose. ${portHint}`
    : 'No app setting changes this, so it happens in Azure, too. Repair the quoted line.'
}

/** What the source reads and the handler does not have. */
function missingVariables({ source, givenNames }: EndedHandler): readonly VariablePlace[] {
  return source?.variables.filter(({ name }) => !givenNames.has(name)) ?? []
}

/** As many as a reader takes in. */
function firstNames(unread: readonly VariablePlace[]): readonly string[] {
  return [...new Set(unread.map(({ name }) => name))].slice(0, 5)
}

function readsVariables(unread: readonly VariablePlace[], source: SourceFacts | undefined): boolean {
  return unread.length > 0 || source?.library !== undefined
}

/** Lines above a frame within which a variable that is read belongs to it. */
const nearLines = 5
const variableWord = /\b[A-Z][A-Z0-9]*_[A-Z0-9_]+\b/g

/** Variables that its words name. */
function spokenVariables(
  failure: GoFailure,
  unread: readonly VariablePlace[],
  { source, givenNames }: EndedHandler,
): readonly string[] {
  const words = [failure.line, ...failure.words.slice(-10)].join('\n')
  const read = new Set(unread.map(({ name }) => name))
  const inWords = words.match(/\b[A-Za-z_][\w.]*\b/g)?.filter((word) => read.has(word)) ?? []
  // What a library reads, and what a program reads whose source is not here, the words alone can name.
  const isOpen = source === undefined || source.library !== undefined
  const others = isOpen
    ? (words.match(variableWord) ?? []).filter(
        (word) => !givenNames.has(word) && !/^FUNCTIONS_(?:CUSTOMHANDLER|HTTPWORKER)_/.test(word),
      )
    : []
  return [...new Set([...inWords, ...others])]
}

/** Variables that are read near the frames of its stack, or near the text of its words. */
function nearVariables(
  failure: GoFailure,
  unread: readonly VariablePlace[],
  source: SourceFacts | undefined,
): readonly string[] {
  const text = failure.kind === 'words' ? source?.placeOfText(failure.line) : undefined
  const places = failure.frames.flatMap(({ path, line }) => source?.placeOfFrame(path, line) ?? [])
  const near = [...places, ...(text === undefined ? [] : [text])].flatMap(({ file, line = 0 }) =>
    unread.filter((each) => each.file === file && each.line <= line && each.line >= line - nearLines),
  )
  return [...new Set(near.map(({ name }) => name))]
}

/** Something is empty where the program reads what it has not got, or its source cannot tell. */
function mayMissSetting(failure: GoFailure, isReading: boolean, source: SourceFacts | undefined): boolean {
  const words = [failure.line, ...failure.words.slice(-5)].join('\n')
  if (source === undefined)
    return /environment variable|app setting|connection string|DefaultAzureCredential/i.test(words)
  if (!isReading && source.library === undefined) return false
  return /""|''|\b(?:empty|blank|missing|unset|not set|required|undefined)\b|environment|DefaultAzureCredential/i.test(
    words,
  )
}

function whyOf(names: readonly string[], isNamed: boolean, source: SourceFacts | undefined): string {
  const list = names.join(', ')
  if (isNamed) return ` It reads ${list}, which the rehearsal does not set.`
  const library = source?.library === undefined ? '' : ` It takes settings through ${source.library}.`
  return names.length === 0
    ? library
    : ` The program reads ${list} and maybe more, which the rehearsal does not set.`
}

function settingHint(names: readonly string[]): string {
  return names.length === 0
    ? 'Read settings when a request needs them.'
    : `Make sure that the function app has ${names.join(', ')}, or read settings when a request needs them.`
}

const networkHint =
  'Connect when a request needs it. A setting in rehearse-settings may switch the connection off for the rehearsal; rehearse: false leaves the rehearsal out.'
