/**
 * One look at the deployed app: the state of the host, the list, each function's own status, and the calls. Gathers
 * and remembers; what it means is judged elsewhere.
 */
import { randomBytes } from 'node:crypto'
import { ActionError } from '../../errors'
import { HttpError } from '../http'
import type { Session } from '../sign-in'
import { type FunctionList, listFunctions, type Site } from '../site'
import type { MadeCall } from './alive'
import { appUrlOf, type CallAnswer, callApp } from './call'
import { type CallPlan, type CallTarget, type PackagedFunction, planCalls } from './call-target'
import { type FunctionKey, fetchKey } from './function-key'
import { type FunctionStatus, readFunctionStatus } from './function-status'
import { type HostStatus, readHostStatus } from './host-status'
import { inTurn } from './in-turn'
import { needsComparison } from './platform-page'
import type { VerifyRequest } from './verification'

/** What looks leave behind. */
export interface Seen {
  readonly session: Session
  readonly site: Site
  readonly request: VerifyRequest
  readonly startedAtMs: number
  readonly deadline: number
  /** When each function was first listed, in milliseconds after the start. */
  readonly listedAfter: Map<string, number>
  /** Of the last look; several, since instances take turns. */
  hosts: readonly HostStatus[]
  list: FunctionList
  /** Why the last list could not be read; empty when it could. */
  listProblem: string
  /** By name in lower case. One that was valid is not asked for again until `statuses` is cleared. */
  readonly statuses: Map<string, FunctionStatus>
  readonly keys: Map<string, FunctionKey>
  plan: CallPlan
  calls: readonly MadeCall[]
  /** The answer to `verify-path`; one that came before says more than silence. */
  probe: CallAnswer | undefined
  /** The answer to a path that no function has. */
  unknown: CallAnswer | undefined
}

const statusReads = 2
const mostStatuses = 100
const beside = 6

/**
 * Asks for host, list and statuses. What cannot be read is a look that saw nothing new.
 *
 * @returns what a server asked us to wait, in milliseconds
 * @throws ActionError when a role is missing without which nothing can be verified; the reason of the signal
 */
export async function lookAtHost(seen: Seen): Promise<number> {
  const { session, site, request } = seen
  const isForbidden = seen.hosts.some((host) => host.isForbidden)
  const [list, ...hosts] = await Promise.allSettled([
    listFunctions(session, site, request.signal),
    ...(isForbidden
      ? []
      : Array.from({ length: statusReads }, () => readHostStatus(session, site, request.signal))),
  ])
  request.signal.throwIfAborted()
  const states: HostStatus[] = []
  for (const host of hosts) {
    if (host.status === 'rejected') throw host.reason
    states.push(host.value)
  }
  if (!isForbidden) seen.hosts = states
  let retryAfterMs = Math.max(0, ...states.map((state) => state.retryAfterMs ?? 0))
  if (list.status === 'rejected') {
    const reason: unknown = list.reason
    if (!(reason instanceof ActionError) || reason.code === 'azure-role-missing') throw reason
    seen.listProblem = reason.message
    if (reason.cause instanceof HttpError)
      retryAfterMs = Math.max(retryAfterMs, reason.cause.retryAfterMs ?? 0)
  } else {
    seen.listProblem = ''
    seen.list = list.value
    noteListed(seen)
  }
  if (!isForbidden && states.some(({ unreadable }) => unreadable === '')) await readStatuses(seen)
  return retryAfterMs
}

function noteListed({ list, listedAfter, session, startedAtMs, request }: Seen): void {
  for (const { name } of list.functions) {
    if (listedAfter.has(name)) continue
    listedAfter.set(name, session.clock.now() - startedAtMs)
    request.log.info(`Listed: ${name}`)
  }
}

async function readStatuses({ session, site, request, statuses, list }: Seen): Promise<void> {
  // One that may not be read, or that an old host does not have, is not asked for again.
  if ([...statuses.values()].some(({ isForbidden }) => isForbidden)) return
  const names =
    request.expectedFunctions.length > 0 ? request.expectedFunctions : list.functions.map(({ name }) => name)
  const open = names
    .slice(0, mostStatuses)
    .filter((name) => statuses.get(name.toLowerCase())?.state !== 'valid')
  const read = await inTurn(open, beside, (name) => readFunctionStatus(session, site, name, request.signal))
  for (const status of read) statuses.set(status.name.toLowerCase(), status)
}

/**
 * Calls what may be called, and `verify-path`.
 *
 * @returns what a server asked us to wait, in milliseconds
 * @throws ActionError `verify-path-invalid`; the reason of the signal
 */
export async function callFunctions(seen: Seen): Promise<number> {
  const { session, site, request, list, deadline } = seen
  const { signal } = request
  const plan = planCalls(packagedFunctions(seen), list.functions, request.rehearsed, request)
  const uncalled = new Map(plan.uncalled)
  const targets: CallTarget[] = []
  for (const target of plan.targets) {
    const key = target.needsKey ? await keyOf(seen, target.functionName) : undefined
    if (key !== undefined && 'problem' in key) uncalled.set(target.functionName, 'its key could not be read')
    else targets.push(target)
  }
  seen.plan = { targets, uncalled }
  const probe: CallTarget[] =
    request.verifyPath === ''
      ? []
      : [{ functionName: '', method: 'GET', path: request.verifyPath, hasSamples: false, needsKey: false }]
  const { verifyPathKey } = request
  if (verifyPathKey !== undefined) await keyOf(seen, verifyPathKey)
  const calls = await inTurn([...probe, ...targets], beside, async (target): Promise<MadeCall> => {
    const keyed = target.functionName === '' ? verifyPathKey : target.functionName
    const isKeyed = target.needsKey || target.functionName === ''
    const key = isKeyed && keyed !== undefined ? seen.keys.get(keyed) : undefined
    const answer = await callApp(session, {
      method: target.method,
      url: appUrlOf(site, target.path),
      deadline,
      signal,
      ...(key !== undefined && 'key' in key ? { key: key.key } : {}),
    })
    session.log.debug(`${target.method} of '${target.functionName}': ${answer.problem || answer.status}`)
    return { target, answer }
  })
  seen.calls = calls.filter(({ target }) => target.functionName !== '')
  const asked = calls.find(({ target }) => target.functionName === '')?.answer
  if (asked !== undefined && (asked.status > 0 || seen.probe === undefined)) seen.probe = asked
  if (seen.calls.some(({ answer }) => needsComparison(answer))) {
    const url = appUrlOf(site, `/unknown-${randomBytes(6).toString('hex')}`)
    seen.unknown = await callApp(session, { method: 'GET', url, deadline, signal })
  }
  return Math.max(0, ...calls.map(({ answer }) => answer.retryAfterMs))
}

/** Of the package; of a native worker, what Azure lists. */
export function packagedFunctions({ request, list }: Seen): readonly PackagedFunction[] {
  if (request.functions.length > 0) return request.functions
  return list.functions.map(({ name, trigger, url }) => ({
    name,
    trigger,
    ...(url === undefined || !URL.canParse(url) ? {} : { route: new URL(url).pathname }),
  }))
}

async function keyOf({ session, site, request, keys }: Seen, name: string): Promise<FunctionKey> {
  const known = keys.get(name)
  // A host that has just started has no keys yet.
  if (known !== undefined && ('key' in known || known.isForbidden)) return known
  const key = await fetchKey(session, site, name, request.mask, request.signal)
  keys.set(name, key)
  return key
}
