/** What calls that did not go well, and functions that could not be called, are told as. Pure. */
import type { Finding } from '../../findings'
import { azureFinding, plainText, redactText } from '../http'
import type { Site } from '../site'
import { type CallVerdict, type MadeCall, severityOf, wasWell } from './alive'
import { wordsOf } from './call'
import type { CallTarget } from './call-target'
import type { FunctionKey } from './function-key'
import type { FunctionAnswer } from './verification'

export interface JudgedCall extends MadeCall {
  readonly verdict: CallVerdict
}

/**
 * The findings of the last calls.
 *
 * @param hostErrors that were seen meanwhile: they say more than the answer
 */
export function explainCalls(
  calls: readonly JudgedCall[],
  hostErrors: readonly string[],
): readonly Finding[] {
  const verdicts = calls.map(({ verdict }) => verdict)
  return calls.flatMap(({ target, answer, verdict }) => {
    const { functionName } = target
    const what = `${target.method} ${shownPath(target.path)} of the function '${functionName}'`
    if (verdict.kind === 'own-404') {
      return [
        {
          ...azureFinding(
            'notice',
            'verify-sample-unknown',
            `${what} answered ${wordsOf(answer)}, for the sample in the path.`,
            'The handler answers, so this counts as an answer. Set verify-path to an item that exists to see more.',
          ),
          functionName,
        },
      ]
    }
    if (verdict.kind !== 'failing') return []
    const severity = severityOf(target, verdict.why, verdicts)
    const cause = hostErrors[0] === undefined ? '' : ` The host reported: '${hostErrors[0]}'.`
    const found =
      verdict.why === 'no-answer'
        ? `${what} was not answered: ${answer.problem}`
        : `${what} answered ${wordsOf(answer)}.${verdict.why === 'unknown-path' ? ' The handler answers the same to every unknown path.' : ''}`
    return [
      {
        ...azureFinding(
          severity,
          codes[verdict.why],
          `${found}${rehearsedWords(target)}${cause}`,
          hints[verdict.why],
        ),
        functionName,
      },
    ]
  })
}

const codes = {
  'no-answer': 'verify-no-answer',
  'server-error': 'verify-server-error',
  'unknown-path': 'verify-unknown-path',
} as const

const hints = {
  'no-answer':
    'The handler was not started, does not listen on FUNCTIONS_CUSTOMHANDLER_PORT, or never ends its answer: look at the log stream of the app.',
  'server-error':
    'The handler failed, or ended: look at the log stream of the app for its output, and at settings that only Azure lacks. With rehearse-settings the rehearsal sees the same.',
  'unknown-path':
    'Register the path of function.json in the router of the handler, with the routePrefix of host.json and in the same spelling.',
} as const

function rehearsedWords({ rehearsed }: CallTarget): string {
  if (rehearsed === undefined) return ' The rehearsal did not call it.'
  const { status, bodyExcerpt = '', method, path } = rehearsed
  const words = wordsOf({ status, bodyExcerpt })
  return wasWell(rehearsed)
    ? ` In the rehearsal, ${method} ${shownPath(path)} answered ${words}.`
    : ` In the rehearsal it answered ${words}, too.`
}

/** What of the app is closed to this run, and what may not be called, in one notice each. */
export function explainUncalled(
  site: Site,
  calls: readonly JudgedCall[],
  keys: ReadonlyMap<string, FunctionKey>,
  answers: readonly FunctionAnswer[],
): readonly Finding[] {
  const findings: Finding[] = []
  for (const [name, key] of keys) {
    if (!('problem' in key)) continue
    findings.push(
      azureFinding(
        'notice',
        'verify-key-unread',
        `The key of the function '${name}' could not be read, so the run did not call this function: ${key.problem}`,
        key.hint || 'Set verify-keys: false, or verify-path to an anonymous function made for health checks.',
      ),
    )
    break
  }
  const closed = calls.find(({ verdict }) => verdict.kind === 'closed')?.verdict
  if (closed?.kind === 'closed') {
    findings.push(
      azureFinding(
        'notice',
        'verify-closed',
        `The functions of '${site.appName}' are listed, but a call does not reach them: ${closed.reason}.`,
        'If the app is meant to be closed, there is nothing to do. A runner inside the network reaches more, and so does a verify-path that is open.',
      ),
    )
  }
  const isAnswered = answers.some(({ state }) => state === 'answered')
  if (answers.length > 0 && !isAnswered && findings.length === 0) {
    findings.push(
      azureFinding(
        'notice',
        'verify-nothing-called',
        `The functions of '${site.appName}' are listed, but the run called none of them: ${reasonsOf(answers)}.`,
        'Add a function with authLevel anonymous and methods ["get"] for health checks, or set verify-path to a path that answers a GET.',
      ),
    )
  }
  return findings
}

function reasonsOf(answers: readonly FunctionAnswer[]): string {
  return answers
    .slice(0, 5)
    .map(({ functionName, reason = '' }) => `'${functionName}': ${reason}`)
    .join('; ')
}

/** What is known of each function at the end. */
export function answersOf(
  names: readonly string[],
  calls: readonly JudgedCall[],
  uncalled: ReadonlyMap<string, string>,
): readonly FunctionAnswer[] {
  return names.map((functionName) => {
    const made = calls.find(({ target }) => target.functionName === functionName)
    if (made === undefined) {
      return { functionName, state: 'listed', reason: uncalled.get(functionName) ?? 'it was not called' }
    }
    const { target, answer, verdict } = made
    const call = { method: target.method, path: shownPath(target.path), status: answer.status }
    if (verdict.kind === 'closed') return { functionName, state: 'listed', ...call, reason: verdict.reason }
    if (verdict.kind !== 'failing') return { functionName, state: 'answered', ...call }
    const reason = answer.status === 0 ? answer.problem : plainText(answer.bodyExcerpt).slice(0, 200)
    return { functionName, state: 'failed', ...call, ...(reason === '' ? {} : { reason }) }
  })
}

function shownPath(path: string): string {
  return redactText(path, 200)
}
