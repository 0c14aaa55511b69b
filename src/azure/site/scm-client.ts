/**
 * Requests to the SCM site of one app: which of two tokens it takes, its affinity cookie, never another host.
 * Makes single requests; what to retry is decided where the request is made.
 */
import { messageOf } from '../../errors'
import { type HttpAnswer, HttpError, type HttpRequest, requireAllowed, requireJson, retry } from '../http'
import type { Session } from '../sign-in'
import type { Site } from './site'

/** Microsoft moves Kudu from resource manager tokens to tokens of its own; both occur (vscode-azuretools#2258). */
export const scmAudiences = ['app-service', 'resource-manager'] as const
export type ScmAudience = (typeof scmAudiences)[number]

export interface ScmRequest extends Omit<HttpRequest, 'url'> {
  /** From the root, for example `/api/deployments`. */
  readonly path: string
}

export interface ScmClient {
  readonly host: string
  /** One request. @throws HttpError, ActionError of sign-in, or the reason of the signal */
  send(request: ScmRequest): Promise<HttpAnswer>
  /** One GET, with retries for what passes, until the deadline. */
  get(path: string, options: ScmGetOptions): Promise<HttpAnswer>
  /** Which token was accepted last; undefined before the first answer. */
  acceptedAudience(): ScmAudience | undefined
  /** The path of a URL when it is on this very host, undefined otherwise. */
  ownPath(url: string): string | undefined
}

export interface ScmGetOptions {
  readonly deadline: number
  readonly signal: AbortSignal
  readonly attempts?: number
  readonly timeoutMs?: number
  readonly alsoAccepts?: readonly number[]
  /** Whether a good answer without complete JSON is no answer. */
  readonly answersJson?: boolean
}

const clients = new WeakMap<Session, Map<string, ScmClient>>()

/**
 * The client of an app's SCM site; the same one for the whole session, so that what was learned is kept.
 *
 * @param site whose SCM host
 * @throws ActionError `azure-host-not-allowed`
 */
export function scmClientFor(session: Session, site: Site): ScmClient {
  const known = clients.get(session) ?? new Map<string, ScmClient>()
  clients.set(session, known)
  const client = known.get(site.scmHost) ?? openClient(session, site.scmHost)
  known.set(site.scmHost, client)
  return client
}

function openClient(session: Session, host: string): ScmClient {
  const origin = requireAllowed(session.cloud, 'scm', `https://${host}`).origin
  let accepted: ScmAudience | undefined
  let cookie = ''
  const sendAs = async (audience: ScmAudience, request: ScmRequest): Promise<HttpAnswer> => {
    const token = await session.token(audience === 'app-service' ? 'scm' : 'arm')
    // Put together as text: as a relative address, a path such as `//other.example/` would name another host.
    const url = new URL(`${origin}${request.path}`)
    const answer = await session.http.send({
      ...request,
      // Checked once more, since the path may come from an answer.
      url: requireAllowed(session.cloud, 'scm', url.href).href,
      headers: {
        Authorization: `Bearer ${token}`,
        ...(cookie === '' ? {} : { Cookie: cookie }),
        ...request.headers,
      },
    })
    // The front end ties a deployment to one instance by this cookie.
    const affinity = /^(ARRAffinity(?:SameSite)?=[^;\s]{1,200})/.exec(answer.header('set-cookie'))
    cookie = affinity?.[1] ?? cookie
    return answer
  }
  const sendRenewed = async (audience: ScmAudience, request: ScmRequest): Promise<HttpAnswer> => {
    try {
      return await sendAs(audience, request)
    } catch (error) {
      if (!(error instanceof HttpError) || error.status !== 401) throw error
      session.forget(audience === 'app-service' ? 'scm' : 'arm')
      return sendAs(audience, request)
    }
  }
  const send = async (request: ScmRequest): Promise<HttpAnswer> => {
    if (accepted !== undefined) return sendRenewed(accepted, request)
    try {
      const answer = await sendAs('app-service', request)
      accepted = 'app-service'
      return answer
    } catch (error) {
      session.signal.throwIfAborted()
      // Only a refusal says something about the token; 403 does too, since not every version answers 401.
      if (error instanceof HttpError && error.status !== 401 && error.status !== 403) throw error
      session.log.debug(`The SCM site did not take a token of its own audience: ${messageOf(error)}`)
    }
    const answer = await sendAs('resource-manager', request)
    accepted = 'resource-manager'
    return answer
  }
  return {
    host,
    send,
    acceptedAudience: () => accepted,
    get: (path, options) =>
      retry(
        {
          clock: session.clock,
          deadline: options.deadline,
          attempts: options.attempts ?? 5,
          signal: options.signal,
          onRetry: (line) => session.log.debug(line),
        },
        async () => {
          const answer = await send({
            method: 'GET',
            path,
            headers: { Accept: 'application/json' },
            timeoutMs: Math.min(
              options.timeoutMs ?? 60_000,
              Math.max(1000, options.deadline - session.clock.now()),
            ),
            signal: options.signal,
            accepts: (status) =>
              (status >= 200 && status < 300) || (options.alsoAccepts ?? []).includes(status),
          })
          if (options.answersJson === true) requireJson('GET', `${origin}${path}`, answer)
          return answer
        },
      ),
    ownPath: (url) => {
      if (!URL.canParse(url, origin)) return undefined
      const target = new URL(url, origin)
      return target.origin === origin ? `${target.pathname}${target.search}` : undefined
    },
  }
}
