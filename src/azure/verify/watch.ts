/** What a verification remembers from look to look. State only; who looks, and what it means, is elsewhere. */
import type { Finding } from '../../findings'
import type { Session } from '../sign-in'
import type { Site } from '../site'
import type { JudgedCall } from './call-findings'
import type { Freshness } from './fresh'
import type { Seen } from './look'
import type { Sighting } from './processes'
import type { QuietWindow } from './stays'
import type { VerifyRequest } from './verification'

export interface Watch extends Seen {
  syncProblem: string
  judged: readonly JudgedCall[]
  /** Of what is new. */
  sightings: readonly Sighting[]
  freshness: Freshness
  /** Errors that hosts named in any look. */
  readonly hostErrors: Set<string>
  window: QuietWindow | undefined
  calledAtMs: number
  watchedMs: number
  /** Of the rehearsed handler, when it was a warning. */
  death: Finding | undefined
}

/** A verification that has not looked yet. */
export function beginWatch(session: Session, site: Site, request: VerifyRequest): Watch {
  const startedAtMs = session.clock.now()
  return {
    session,
    site,
    request,
    startedAtMs,
    deadline: startedAtMs + request.timeoutMs,
    listedAfter: new Map(),
    hosts: [],
    list: { functions: [], cut: '' },
    listProblem: '',
    statuses: new Map(),
    keys: new Map(),
    plan: { targets: [], uncalled: new Map() },
    calls: [],
    probe: undefined,
    unknown: undefined,
    syncProblem: '',
    judged: [],
    sightings: [],
    freshness: { isFresh: false, isProven: false, how: '' },
    hostErrors: new Set(),
    window: undefined,
    calledAtMs: Number.NEGATIVE_INFINITY,
    watchedMs: 0,
    death: undefined,
  }
}
