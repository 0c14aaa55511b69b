/**
 * The state of the Functions host, read through the resource manager: no key, and it works for private apps.
 */
import { ActionError } from '../../errors'
import { numberAt, parseJson, textAt, textsAt } from '../../text/json-value'
import { HttpError, redactText } from '../http'
import { callArm, readArmError, type Session } from '../sign-in'
import type { Site } from '../site'
import type { Sighting } from './processes'

export interface HostStatus {
  /** `Running` is the healthy one; `Unknown` when it could not be read. */
  readonly state: string
  readonly errors: readonly string[]
  readonly version: string
  /** Why it could not be read; empty when it could. */
  readonly unreadable: string
  /** The identity has no right to read it; that does not change by waiting. */
  readonly isForbidden: boolean
  /** The resource manager says that the host itself gave no good answer, so it may be starting, or gone. */
  readonly isSilent: boolean
  /** The process that answered; absent when it did not say since when it runs. */
  readonly process?: Sighting
  /** What the server asked us to wait before the next look. */
  readonly retryAfterMs?: number
}

/**
 * Reads the state. The endpoint answers 200 in the state `Error` too, so the body decides
 * (azure-functions-host, HostController.cs).
 *
 * @returns the state; one that cannot be read is no error
 * @throws the reason of the signal
 */
export async function readHostStatus(session: Session, site: Site, signal: AbortSignal): Promise<HostStatus> {
  const path = `${site.resourceId}/hostruntime/admin/host/status`
  const askedAtMs = session.clock.now()
  try {
    const answer = await callArm(session, {
      method: 'GET',
      path,
      purpose: 'read the state of the host',
      // A host that cannot answer is wrapped as 400 with the host's own status in the text.
      alsoAccepts: [400, 404, 409],
      attempts: 1,
      signal,
    })
    const body = parseJson(answer.body)
    const state = textAt(body, 'state').slice(0, 40)
    if (answer.status >= 300 || state === '') {
      const { message } = readArmError(answer.body)
      const url = new URL(path, session.cloud.armEndpoint).href
      const { status, requestId } = answer
      const error = new HttpError({ method: 'GET', url, status, body: message || answer.body, requestId })
      return { ...unknown(error.message, false), isSilent: true }
    }
    const uptimeMs = numberAt(body, 'processUptime')
    const instanceId = textAt(body, 'instanceId').slice(0, 200)
    return {
      ...hostStateOf(answer.body),
      unreadable: '',
      isForbidden: false,
      isSilent: false,
      ...(uptimeMs === undefined
        ? {}
        : { process: { instanceId, uptimeMs, askedAtMs, answeredAtMs: session.clock.now() } }),
    }
  } catch (error) {
    signal.throwIfAborted()
    if (!(error instanceof ActionError)) throw error
    const { status = 0, retryAfterMs = 0 } = error.cause instanceof HttpError ? error.cause : {}
    return { ...unknown(error.message, status === 403 || status === 401), retryAfterMs }
  }
}

/** What the status page says of the host; the state is empty where the body is no such page. */
export function hostStateOf(text: string): Pick<HostStatus, 'state' | 'errors' | 'version'> {
  const body = parseJson(text)
  return {
    state: textAt(body, 'state').slice(0, 40),
    errors: causesFirst(textsAt(body, 'errors').slice(0, 10)).map((error) => redactText(error, 1000)),
    version: textAt(body, 'version').slice(0, 40),
  }
}

function unknown(reason: string, isForbidden: boolean): HostStatus {
  return { state: 'Unknown', errors: [], version: '', unreadable: reason, isForbidden, isSilent: false }
}

/** A handler that panics leaves each line of its trace as an error of its own: the frames say nothing without it. */
export function causesFirst(errors: readonly string[]): readonly string[] {
  const rankOf = (error: string): number => {
    if (/^\s*(?:panic|fatal error): /.test(error)) return 0
    return /^\s*(?:goroutine \d|[\w./*()-]+\([^)]*\)$|\S+\.go:\d+)/.test(error) ? 2 : 1
  }
  return [...errors].sort((one, other) => rankOf(one) - rankOf(other))
}
