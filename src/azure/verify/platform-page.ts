/**
 * Whether the platform answered in the place of the app: its page says why nobody gets through, which no waiting
 * changes and which says nothing about the functions. Pure.
 */
import type { CallAnswer } from './call'

/** Why the app cannot be called from here, as the end of a sentence that begins with "it was not called". */
export interface Closure {
  readonly kind: 'access-restriction' | 'stopped' | 'sign-in' | 'client-certificate' | 'unreachable'
  readonly reason: string
}

const pages: readonly (readonly [RegExp, Closure])[] = [
  [
    /ip forbidden|has blocked your access/i,
    {
      kind: 'access-restriction',
      reason: 'an access restriction or a private endpoint of the app keeps this runner out',
    },
  ],
  [
    /web app is stopped|site is disabled|web app that you have attempted to reach/i,
    { kind: 'stopped', reason: 'the app is stopped, or its quota is used up' },
  ],
  [/client certificate/i, { kind: 'client-certificate', reason: 'the app wants a client certificate' }],
]

const signIn: Closure = { kind: 'sign-in', reason: 'the app wants a sign-in' }

// Names that lead nowhere from here, or to an address that takes no connection: the front end of Azure always does.
const networkCodes = ['ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', 'ECONNREFUSED']

/**
 * Finds out who answered.
 *
 * @param unknown the answer to a path that no function has; undefined while it was not asked for
 * @returns why the app is closed; undefined when the host or a function answered
 */
export function closureOf(answer: CallAnswer, unknown: CallAnswer | undefined): Closure | undefined {
  const { status, bodyExcerpt, networkCode } = answer
  if (status === 0) {
    return networkCodes.includes(networkCode)
      ? { kind: 'unreachable', reason: `this runner does not reach it (${networkCode})` }
      : undefined
  }
  if (status === 403) {
    const page = pages.find(([pattern]) => pattern.test(bodyExcerpt))
    if (page !== undefined) return page[1]
  }
  if (!isSignIn(answer)) return undefined
  // A function may ask for a sign-in itself. The platform asks before every path.
  return unknown === undefined || isSignIn(unknown) ? signIn : undefined
}

/** Whether it has to be known how a path is answered that no function has. */
export function needsComparison({ status }: CallAnswer): boolean {
  return status === 404 || status === 401 || status === 403 || (status >= 300 && status < 400)
}

function isSignIn({ status, location, authenticate }: CallAnswer): boolean {
  if (status === 401) return /^\s*bearer\b/i.test(authenticate)
  if (status < 300 || status >= 400) return false
  return /\/\.auth\/login|\/\/login\.(?:microsoftonline|windows|chinacloudapi|partner\.microsoftonline)\b/i.test(
    location,
  )
}
