/** Calls of the resource manager: the token, the retries, the refusals. Knows no resource. */

import { at, listAt, parseJson, textAt } from '../../text/json-value'
import { explainFailure, type HttpAnswer, HttpError, requireAllowed, requireJson, retry } from '../http'
import { explainForbidden } from './roles'
import type { Session } from './session'
import { explainStanding } from './standing-refusals'

/** The version that this room speaks with Microsoft.Web. */
export const webApiVersion = '2023-12-01'

export interface ArmCall {
  readonly method: 'GET' | 'POST' | 'PUT'
  /** From the root, for example `/subscriptions/…`. */
  readonly path: string
  readonly apiVersion?: string
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** Follows "Azure refused to" and "The identity has no role to". */
  readonly purpose: string
  /** Statuses that the caller wants as answers, besides 2xx. */
  readonly alsoAccepts?: readonly number[]
  /** A good answer without JSON is no answer; default true for GET. */
  readonly answersJson?: boolean
  /** Clock time; default two minutes from now. */
  readonly deadline?: number
  readonly attempts?: number
  readonly signal?: AbortSignal
}

/**
 * Makes one call, with retries for what passes and one more try with a new token after a 401.
 *
 * @throws ActionError: `azure-role-missing` or `azure-forbidden` for a 403, `azure-call-failed` and the like with
 *   the HttpError as its cause for anything else; the reason of the signal
 */
export async function callArm(session: Session, call: ArmCall): Promise<HttpAnswer> {
  const url = armUrl(session, call)
  // Its own waits are not taken from the time of the call.
  await session.token('arm')
  const startedAt = session.clock.now()
  let isTokenRenewed = false
  const signal = call.signal ?? session.signal
  const sendOnce = async (_attempt: number, deadline: number): Promise<HttpAnswer> => {
    const token = await session.token('arm')
    try {
      const answer = await session.http.send({
        method: call.method,
        url,
        headers: {
          Accept: 'application/json',
          Authorization: `Bearer ${token}`,
          ...(call.body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...call.headers,
        },
        ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
        // A quarter of the usual deadline, so that a request that is never answered is made again.
        timeoutMs: Math.min(30_000, Math.max(1000, deadline - session.clock.now())),
        signal,
        accepts: (status) => (status >= 200 && status < 300) || (call.alsoAccepts ?? []).includes(status),
      })
      if (call.answersJson ?? call.method === 'GET') requireJson(call.method, url, answer)
      return answer
    } catch (error) {
      if (!(error instanceof HttpError) || error.status !== 401 || isTokenRenewed) throw error
      isTokenRenewed = true
      session.forget('arm')
      return sendOnce(_attempt, deadline)
    }
  }
  try {
    return await retry(
      {
        clock: session.clock,
        deadline: call.deadline ?? startedAt + 120_000,
        // A throttled subscription asks for minutes; a caller without a deadline of its own has that much time.
        patience: call.deadline ?? startedAt + 600_000,
        attempts: call.attempts ?? 4,
        signal,
        onRetry: (line) => session.log.debug(line),
      },
      sendOnce,
    )
  } catch (error) {
    signal.throwIfAborted()
    if (!(error instanceof HttpError)) throw error
    const { purpose } = call
    const standing = explainStanding({
      body: error.bodyExcerpt,
      purpose,
      subscriptionId: session.subscriptionId,
      cause: error,
    })
    if (standing !== undefined) throw standing
    if (error.status === 403) throw explainForbidden(error, session.clientId, call.purpose)
    throw explainFailure(error, call.purpose)
  }
}

/**
 * The JSON of a call.
 *
 * @returns the parsed body, undefined when it is empty or not JSON
 * @throws as `callArm`
 */
export async function readArm(session: Session, call: ArmCall): Promise<unknown> {
  return parseJson((await callArm(session, call)).body)
}

/**
 * All items of a list, over its pages.
 *
 * @param call the first page
 * @returns the items of every `value`, at most twenty pages of them
 * @throws as `callArm`
 */
export async function listArm(session: Session, call: ArmCall): Promise<readonly unknown[]> {
  return (await listArmPages(session, call)).items
}

const mostPages = 20

/**
 * The same, with the reason why there may be more items than were read.
 *
 * @returns `cut` is empty for a whole list
 */
export async function listArmPages(
  session: Session,
  call: ArmCall,
): Promise<{ readonly items: readonly unknown[]; readonly cut: string }> {
  const items: unknown[] = []
  let page: ArmCall | undefined = call
  for (let pages = 0; page !== undefined; pages += 1) {
    if (pages === mostPages) return { items, cut: `it has more than ${mostPages} pages` }
    const answer = await readArm(session, page)
    items.push(...listAt(answer, 'value'))
    const link = textAt(answer, 'nextLink')
    page = nextPage(session, call, link)
    if (page === undefined && link !== '') return { items, cut: 'its next page is on another host' }
  }
  return { items, cut: '' }
}

/**
 * The code and message of an error answer.
 *
 * @param body of the answer, JSON or not
 * @returns both, `''` where absent
 */
export function readArmError(body: string): { readonly code: string; readonly message: string } {
  const parsed = parseJson(body)
  const error = at(parsed, 'error') ?? parsed
  return {
    code: textAt(error, 'code') || textAt(error, 'Code'),
    message: textAt(error, 'message') || textAt(error, 'Message'),
  }
}

function armUrl(session: Session, call: ArmCall): string {
  // Put together as text: as a relative address, a path that starts with '//' would name a host, or none at all.
  const url = new URL(`${session.cloud.armEndpoint}${call.path}`)
  for (const [name, value] of Object.entries(call.query ?? {})) url.searchParams.set(name, value)
  if (!url.searchParams.has('api-version'))
    url.searchParams.set('api-version', call.apiVersion ?? webApiVersion)
  return requireAllowed(session.cloud, 'arm', url.href).href
}

// A link that leads to another host is not followed: `armUrl` would refuse it, and a list is worth its first pages.
function nextPage(session: Session, call: ArmCall, link: string): ArmCall | undefined {
  if (!URL.canParse(link) || new URL(link).origin !== session.cloud.armEndpoint) return undefined
  const url = new URL(link)
  return { ...call, path: url.pathname, query: Object.fromEntries(url.searchParams) }
}
