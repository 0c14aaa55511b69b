/** Ways to bend the emulator, one for each kind of difference: the comparison has to notice every one. */
import type { Mutation } from '../../emulator/server/mutation'
import type { Answer, WebRequest } from '../../emulator/server/service'
import type { DifferenceKind } from './comparison'

interface NamedMutation {
  readonly shows: DifferenceKind
  readonly mutation: Mutation
}

const only =
  (method: string, path: RegExp, change: (answer: Answer) => Answer): Mutation =>
  (service: string, request: WebRequest, answer: Answer) =>
    service === 'arm' && request.method === method && path.test(request.path) ? change(answer) : answer

const deployment = /\/Microsoft\.Resources\/deployments\/[^/]+$/i

const slowMs = 190_000

export const mutations: Readonly<Record<string, NamedMutation>> = {
  /** A trigger sync is answered 200 and not 204. */
  'sync-status': {
    shows: 'status',
    mutation: only('POST', /\/host\/default\/sync$/i, (answer) => ({ ...answer, status: 200, body: {} })),
  },
  /** Whoever deletes a group is not told where to ask. */
  'no-location': {
    shows: 'header',
    mutation: only('DELETE', /\/resourceGroups\/[^/]+$/i, (answer) => {
      const { location: _, ...headers } = answer.headers ?? {}
      return { ...answer, headers }
    }),
  },
  /** The list of functions says `isDisabled` as text. */
  'text-for-boolean': {
    shows: 'body',
    mutation: only('GET', /\/sites\/[^/]+\/functions$/i, (answer) => ({
      ...answer,
      body: textOf(answer).replaceAll('"isDisabled":false', '"isDisabled":"false"'),
      headers: { 'content-type': 'application/json; charset=utf-8', ...answer.headers },
    })),
  },
  /** A template deployment runs before it is accepted. */
  'states-swapped': {
    shows: 'order',
    mutation: only('GET', deployment, (answer) =>
      withState(answer, { Accepted: 'Running', Running: 'Accepted' }),
    ),
  },
  /** The host is said to start for ever. */
  'never-running': {
    shows: 'state',
    mutation: only('GET', /\/admin\/host\/status$/i, (answer) => ({
      ...answer,
      body: textOf(answer).replace(/("state": *)"Running"/g, '$1"Starting"'),
      headers: { 'content-type': 'application/json; charset=utf-8', ...answer.headers },
    })),
  },
  /** The group is said to be there for longer than a deletion may take. */
  'slow-deletion': { shows: 'time', mutation: slowDeletion() },
}

function slowDeletion(): Mutation {
  let goneAtMs: number | undefined
  return (service, request, answer) => {
    const isGone = service === 'arm' && /\/operationresults\//i.test(request.path) && answer.status === 200
    if (!isGone) return answer
    goneAtMs ??= Date.now()
    if (Date.now() - goneAtMs >= slowMs) return answer
    const location = `https://${request.host}${request.target}`
    return { status: 202, headers: { ...answer.headers, location, 'retry-after': '1' } }
  }
}

/** The body as it is sent. */
function textOf({ body }: Answer): string {
  if (typeof body === 'string') return body
  return Buffer.isBuffer(body) ? body.toString() : JSON.stringify(body)
}

function withState(answer: Answer, states: Readonly<Record<string, string>>): Answer {
  const body = JSON.parse(JSON.stringify(answer.body)) as { properties: { provisioningState: string } }
  const { provisioningState } = body.properties
  body.properties.provisioningState = states[provisioningState] ?? provisioningState
  return { ...answer, body }
}
