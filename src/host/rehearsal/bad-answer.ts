/** What it means that a function answered with a server error or not at all, panicked, or could not write. Pure. */
import { type Asked, callTimeoutMs, type Silence } from './ask'
import { tryAnyway } from './exit-finding'
import { type HostFinding, hostFinding } from './finding'
import { missesNetwork, readGoFailure, readOnlyFile } from './go-failure'
import { hiddenFile, hiddenWords, missingFile, missingFileHint } from './missing-file'
import { shownFile, writesHint } from './package-writes'
import type { SourceFacts } from './source-facts'

export interface BadAnswer {
  readonly finding: HostFinding
  /** Only what the rehearsal lacks may be the reason, so that it stays a warning whatever the others do. */
  readonly isExcused: boolean
}

export interface AnswerContext {
  readonly appFolder: string
  /** The function has an HTTP trigger: its caller waits. */
  readonly isHttp: boolean
  readonly isIsolated: boolean
  readonly source: SourceFacts | undefined
  readonly givenNames: ReadonlySet<string>
  /** Whether this machine has a file, by its absolute path. */
  existsHere(path: string): boolean
}

/**
 * Judges an answer of 500 or more, or none at all.
 *
 * @param asked the request, its answer and what was printed meanwhile
 * @param functionName the function that was asked
 * @returns undefined when the answer is none of these
 */
export function judgeBadAnswer(
  { response, silence, call, printed }: Asked,
  functionName: string,
  context: AnswerContext,
): BadAnswer | undefined {
  const status = response?.status
  const lines = printed()
  const failure = readGoFailure(lines, true)
  const hasPanicked = failure?.kind === 'panic'
  if (status === undefined ? !hasPanicked && silence === undefined : status < 500) return undefined
  const { appFolder, isHttp, isIsolated, source } = context
  const said = failure?.line ?? call.bodyExcerpt?.split('\n')[0] ?? ''
  const body = call.bodyExcerpt?.split('\n')[0] ?? ''
  const what = `${call.method} "${call.path}" of function "${functionName}"`
  const words = body === '' ? lines : [...lines, body]
  const readOnly = isIsolated ? readOnlyFile(words) : undefined
  if (readOnly !== undefined) {
    const file = shownFile(readOnly, appFolder)
    const wrote = file === '' ? 'its own folder' : `"${file}"`
    const message = `The handler answers ${status ?? 'nothing'} to ${what}: it wrote to ${wrote}, and the folder of the app is read-only.`
    const finding = hostFinding('handler-writes-package', 'warning', message, writesHint)
    return { finding: { ...finding, hasFailed: true }, isExcused: true }
  }
  const place = hasPanicked ? placeOf(failure.frames, source) : undefined
  const at = place === undefined ? '' : ` (${place.file}:${place.line})`
  const quoted = (hasPanicked || body === '' ? said : body).slice(0, 300)
  const message = hasPanicked
    ? `The handler panics at ${what}: "${quoted}"${at}.`
    : status === undefined
      ? `${unanswered(silence, what)}${quoted === '' ? '' : ` It printed: "${quoted}".`}`
      : `The handler answers ${status} to ${what}${quoted === '' ? ', with an empty body' : `: "${quoted}"`}.`
  const seen = readGoFailure(words, true)
  const isUnreachable = isIsolated && seen !== undefined && missesNetwork(seen)
  const hidden = seen && hiddenFile(seen, context.existsHere)
  const unset = unsetNames(words.join('\n'), context)
  const file = seen && missingFile(seen, appFolder)
  const code = status === undefined ? 'handler-no-answer' : 'handler-answers-5xx'
  const finding = hostFinding(
    hasPanicked ? 'handler-panics' : code,
    'warning',
    message,
    hintOf({ isUnreachable, hidden, unset, file, source }) ??
      `${hasPanicked ? askedHint : hints[code](isHttp)} ${tryAnyway}`,
  )
  return {
    finding: {
      ...finding,
      ...(place === undefined ? {} : { location: place }),
      ...(unset.length === 0 ? {} : { settings: unset }),
    },
    // Work that nobody waits for may take its time.
    isExcused: isUnreachable || hidden !== undefined || unset.length > 0 || (silence === 'waits' && !isHttp),
  }
}

function unanswered(silence: Silence | undefined, what: string): string {
  if (silence === 'breaks') return `The handler breaks the connection at ${what}, without an answer.`
  return `The handler gives no answer to ${what} within ${callTimeoutMs / 1000} s.`
}

const askedHint = 'An empty sample request should get an answer below 500.'

const hints = {
  'handler-answers-5xx': () => askedHint,
  'handler-no-answer': (isHttp: boolean) =>
    isHttp
      ? 'Give every wait in the function a time limit, and answer an empty sample request at once.'
      : 'Nothing has to be done when the work of the function takes that long: the host waits for functionTimeout.',
}

function placeOf(
  frames: readonly { readonly path: string; readonly line: number }[],
  source: SourceFacts | undefined,
) {
  for (const { path, line } of frames) {
    const place = source?.placeOfFrame(path, line)
    if (place !== undefined) return place
  }
  return undefined
}

/** Variables that the source reads, that the handler has not, and that its words name. */
function unsetNames(text: string, { source, givenNames }: AnswerContext): readonly string[] {
  const words = new Set(text.match(/\b[A-Za-z_][\w.]*\b/g) ?? [])
  const names = source?.variables.map(({ name }) => name) ?? []
  return [...new Set(names)].filter((name) => words.has(name) && !givenNames.has(name))
}

function hintOf(facts: {
  readonly isUnreachable: boolean
  readonly hidden: string | undefined
  readonly unset: readonly string[]
  readonly file: string | undefined
  readonly source: SourceFacts | undefined
}): string | undefined {
  const { isUnreachable, hidden, unset, file, source } = facts
  if (file !== undefined) return missingFileHint(file, source)
  if (isUnreachable) return `An isolated rehearsal has no network, so this may be fine in Azure. ${tryAnyway}`
  if (hidden !== undefined) return `${hiddenWords(hidden)} ${tryAnyway}`
  if (unset.length > 0) return `The rehearsal does not set ${unset.join(', ')}. ${tryAnyway}`
  return undefined
}
