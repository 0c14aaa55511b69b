/**
 * Answers that are true of another moment: of the version before, of both in turn, and records that are gone. They
 * befall the deployment as a whole. Data only.
 */
import type { FaultPlan, RequestEffect, RequestFault } from '../../emulator/server/faults'
import type { Expectation } from './fault-kinds'

export interface LifeKind {
  readonly name: string
  readonly expects: Expectation
  /** @param key `app` or `app/slot` of what is deployed to */
  readonly faults: (key: string) => FaultPlan
}

// One more than any verification asks for.
const most = 1000
// It is read three times before the upload, and twice a look.
const someReads = 9
const statusPath = /\/hostruntime\/admin\/host\/status\?/

/** What the host of before says, which runs since a day. */
const oldStatus: RequestEffect = {
  kind: 'status',
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ id: 'before', state: 'Running', version: '4.1037.0', processUptime: 86_400_000 }),
}

/** The status of before to the reads from `skip` on, the first of which tell what was before the upload. */
function old(skip: number, times: number): RequestFault {
  return { service: 'arm', method: 'GET', path: statusPath, skip, times, effect: oldStatus }
}

// Each fault counts only what those before it let pass: the n-th lets n reads pass and answers the next one.
function everyOther(times: number): readonly RequestFault[] {
  return Array.from({ length: times }, (_, index) => old(index + 1, 1))
}

const listed = { kind: 'status', status: 200, headers: { 'content-type': 'application/json' } } as const
const emptyList: RequestEffect = { ...listed, body: JSON.stringify({ value: [] }) }
const listPath = /\/functions\?/

function unlisted(times: number): RequestFault {
  return { service: 'arm', method: 'GET', path: listPath, skip: 1, times, effect: emptyList }
}

export const lifeKinds: readonly LifeKind[] = [
  {
    name: 'the host of before answers three looks',
    expects: 'heals',
    faults: () => ({ requests: [old(0, someReads)] }),
  },
  {
    name: 'the host of before answers, always',
    expects: 'stops',
    faults: () => ({ requests: [old(0, most)] }),
  },
  {
    name: 'hosts of before and now in turn, for three looks',
    expects: 'heals',
    faults: () => ({ requests: everyOther(3) }),
  },
  {
    name: 'hosts of before and now in turn, always',
    expects: 'stops',
    faults: () => ({ requests: everyOther(most) }),
  },
  {
    name: 'no function is listed, for three looks',
    expects: 'heals',
    faults: () => ({ requests: [unlisted(3)] }),
  },
  {
    name: 'no function is listed, always',
    expects: 'stops',
    faults: () => ({ requests: [unlisted(most)] }),
  },
  {
    name: 'the version before answers on',
    expects: 'heals',
    faults: (key) => ({ apps: { [key]: { restartLagMs: 500 } } }),
  },
  {
    name: 'old and new version in turn',
    expects: 'heals',
    faults: (key) => ({ apps: { [key]: { restartLagMs: 100, rolling: { forMs: 500 } } } }),
  },
  {
    name: 'the record vanishes at its end',
    expects: 'either',
    faults: (key) => ({ apps: { [key]: { recordVanishes: { afterMs: 0 } } } }),
  },
  {
    name: 'the record vanishes while it is verified',
    expects: 'either',
    faults: (key) => ({ apps: { [key]: { recordVanishes: { afterMs: 100 } } } }),
  },
]
