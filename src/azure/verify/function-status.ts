/** What the host says of one function: its own status page, read through the resource manager. Reads only. */
import { ActionError } from '../../errors'
import { parseJson, textsAt } from '../../text/json-value'
import { HttpError, redactText } from '../http'
import { callArm, readArmError, type Session } from '../sign-in'
import type { Site } from '../site'

export interface FunctionStatus {
  readonly name: string
  /** `absent`: the host does not have it. `unread` is no proof of anything. */
  readonly state: 'valid' | 'in-error' | 'absent' | 'unread'
  readonly errors: readonly string[]
  /** Why it is unread; empty otherwise. */
  readonly problem: string
  readonly isForbidden: boolean
}

/**
 * Asks for a function's status: `{}`, or its errors; 404 for one that the host does not have
 * (azure-functions-host, FunctionsController.cs).
 *
 * @throws the reason of the signal
 */
export async function readFunctionStatus(
  session: Session,
  site: Site,
  name: string,
  signal: AbortSignal,
): Promise<FunctionStatus> {
  try {
    const answer = await callArm(session, {
      method: 'GET',
      path: `${site.resourceId}/hostruntime/admin/functions/${encodeURIComponent(name)}/status`,
      purpose: `read the status of the function '${name}'`,
      alsoAccepts: [400, 404, 409],
      attempts: 1,
      signal,
    })
    if (answer.status < 300) return functionStatusOf(name, answer.body)
    const { message } = readArmError(answer.body)
    // The resource manager answers 400 for what the host answered.
    if (answer.status === 404 || /\(NotFound\)/i.test(message)) {
      return { name, state: 'absent', errors: [], problem: '', isForbidden: false }
    }
    return unread(name, redactText(message || `it answered ${answer.status}`, 300), false)
  } catch (error) {
    signal.throwIfAborted()
    if (!(error instanceof ActionError)) throw error
    const status = error.cause instanceof HttpError ? error.cause.status : 0
    return unread(name, error.message, status === 401 || status === 403)
  }
}

/** What the page of a function that the host has says of it. */
export function functionStatusOf(name: string, body: string): FunctionStatus {
  const errors = textsAt(parseJson(body), 'errors').slice(0, 10)
  const state = errors.length === 0 ? 'valid' : 'in-error'
  return {
    name,
    state,
    errors: errors.map((error) => redactText(error, 1000)),
    problem: '',
    isForbidden: false,
  }
}

function unread(name: string, problem: string, isForbidden: boolean): FunctionStatus {
  return { name, state: 'unread', errors: [], problem, isForbidden }
}
