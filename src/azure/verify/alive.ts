/**
 * Whether a function's handler answered a call: not the host in its place, and not the platform. Pure.
 */
import type { CallAnswer } from './call'
import type { CallTarget } from './call-target'
import { type Closure, closureOf } from './platform-page'

export interface MadeCall {
  readonly target: CallTarget
  readonly answer: CallAnswer
}

export type CallVerdict =
  | { readonly kind: 'answered' }
  /** The handler answered that there is nothing at a path that was made up in part. */
  | { readonly kind: 'own-404' }
  /** Nobody gets through from here, or not with what this run may know. */
  | { readonly kind: 'closed'; readonly closure?: Closure; readonly reason: string }
  | { readonly kind: 'failing'; readonly why: 'no-answer' | 'server-error' | 'unknown-path' }

/**
 * Judges one answer.
 *
 * @param unknown the answer to a path that no function has, where it was asked for
 */
export function judgeCall({ target, answer }: MadeCall, unknown: CallAnswer | undefined): CallVerdict {
  const closure = closureOf(answer, unknown)
  if (closure !== undefined) return { kind: 'closed', closure, reason: closure.reason }
  const { status } = answer
  if (status === 0) return { kind: 'failing', why: 'no-answer' }
  if (status >= 500) return { kind: 'failing', why: 'server-error' }
  if (status === 401) return judge401(target, answer, unknown)
  if (status === 404) return judge404(target, answer, unknown)
  return { kind: 'answered' }
}

// The host refuses without a word. A handler that wants to know who asks says how to tell.
function judge401(target: CallTarget, answer: CallAnswer, unknown: CallAnswer | undefined): CallVerdict {
  if (unknown?.status === 401) return { kind: 'closed', reason: 'the app answers 401 to every path' }
  const isBare = answer.bodyExcerpt === '' && answer.authenticate === ''
  if (target.needsKey && isBare) return { kind: 'closed', reason: 'it answers 401 to its own key' }
  return { kind: 'answered' }
}

function judge404(target: CallTarget, answer: CallAnswer, unknown: CallAnswer | undefined): CallVerdict {
  const isOfHost = unknown !== undefined && isSame404(answer, unknown)
  const isOfRouter = answer.bodyExcerpt.trim() === '404 page not found'
  const isWell = target.rehearsed !== undefined && wasWell(target.rehearsed)
  if (target.hasSamples) return isOfHost && isWell ? unknownPath : { kind: 'own-404' }
  return isOfHost || isOfRouter || target.rehearsed?.isUnknownPath === true
    ? unknownPath
    : { kind: 'answered' }
}

const unknownPath: CallVerdict = { kind: 'failing', why: 'unknown-path' }

/** Whether the rehearsed handler answered as one would wish. */
export function wasWell({ status, isUnknownPath }: NonNullable<CallTarget['rehearsed']>): boolean {
  return status >= 200 && status < 400 && isUnknownPath !== true
}

function isSame404(answer: CallAnswer, unknown: CallAnswer): boolean {
  return (
    unknown.status === 404 &&
    unknown.mediaType === answer.mediaType &&
    shapeOf(unknown.bodyExcerpt) === shapeOf(answer.bodyExcerpt)
  )
}

// Paths, identifiers and times differ from answer to answer.
function shapeOf(text: string): string {
  return text.replace(/\/[\w./-]+/g, '/').replace(/[\da-f]{8,}|\d+/gi, '#')
}

/** The severity of a call that fails. */
export type FailingSeverity = 'error' | 'warning'

/**
 * How bad a failing call is: what the rehearsed handler answered well, nothing at its path, or silence is an error.
 * A server error that the rehearsal saw as well, or did not look for, may be about the empty request: a warning,
 * unless everything that was called answers so.
 *
 * @param others the verdicts of all calls, its own included
 */
export function severityOf(
  target: CallTarget,
  why: 'no-answer' | 'server-error' | 'unknown-path',
  others: readonly CallVerdict[],
): FailingSeverity {
  if (why !== 'server-error') return 'error'
  if (target.rehearsed !== undefined && wasWell(target.rehearsed)) return 'error'
  return others.some(({ kind }) => kind === 'answered' || kind === 'own-404') ? 'warning' : 'error'
}

/** Whether a failure needs no second look: the rehearsal saw it as well, and it is a warning. */
export function isForeseen(target: CallTarget, severity: FailingSeverity): boolean {
  return severity === 'warning' && (target.rehearsed?.status ?? 0) >= 500
}
