/**
 * Proves that the deployed functions are there and answer: triggers synced, exactly the expected functions listed,
 * the host running, and a path of the user's choice answered with 2xx. Changes nothing but the sync.
 */
import { ActionError } from '../../errors'
import type { Finding } from '../../findings'
import { type AzureLog, HttpError } from '../http'
import type { Session } from '../sign-in'
import { compareFunctions, type ListedFunction, listFunctions, type Site, syncTriggers } from '../site'
import { type HostStatus, readHostStatus } from './host-status'
import { type ProbeResult, probeApp, probeUrl } from './probe'
import { cancelledFinding, explainHost, explainList, explainProbe, explainThrown } from './verify-findings'

export interface VerifyRequest {
  /** Names from the package; empty when only the host knows them. */
  readonly expectedFunctions: readonly string[]
  /** Whether the program may register more: that of the native model, whose code was read as far as it is plain. */
  readonly isFloor?: boolean
  /** The input `verify-path`; empty for none. */
  readonly verifyPath: string
  readonly timeoutMs: number
  readonly log: AzureLog
  readonly signal: AbortSignal
}

export interface VerifiedFunction extends ListedFunction {
  /** Milliseconds after the deployment at which Azure first listed it. */
  readonly listedAfterMs: number
}

export interface Verification {
  readonly isVerified: boolean
  readonly isCancelled: boolean
  /** For example `Running`; `Unknown` when it could not be read. */
  readonly hostState: string
  readonly hostErrors: readonly string[]
  readonly expected: readonly string[]
  readonly listed: readonly string[]
  readonly functions: readonly VerifiedFunction[]
  readonly elapsedMs: number
  readonly probe?: {
    readonly url: string
    readonly status: number
    readonly bodyExcerpt: string
    readonly elapsedMs: number
  }
  readonly findings: readonly Finding[]
}

/**
 * Verifies a deployment.
 *
 * @param site that was deployed to
 * @param request what is expected, and for how long to wait for it
 * @returns what was seen; `isVerified` only when all of it is as expected
 * @throws ActionError `verify-path-invalid` before anything is sent
 */
export async function verifyDeployment(
  session: Session,
  site: Site,
  request: VerifyRequest,
): Promise<Verification> {
  const url = request.verifyPath === '' ? undefined : probeUrl(site, request.verifyPath)
  const startedAt = session.clock.now()
  const watch: Watch = {
    session,
    site,
    request,
    startedAt,
    deadline: startedAt + request.timeoutMs,
    seen: new Map(),
    host: {
      state: 'Unknown',
      errors: [],
      version: '',
      unreadable: 'it was not asked yet',
      isForbidden: false,
    },
    listed: [],
  }
  const findings: Finding[] = []
  let probe: ProbeResult | undefined
  let isCancelled = false
  try {
    findings.push(...(await waitUntilListed(watch)))
    const isListed = !findings.some((finding) => finding.severity === 'error')
    if (url !== undefined && isListed) {
      probe = await probeApp(session, url, {
        path: request.verifyPath,
        deadline: watch.deadline,
        signal: request.signal,
      })
      findings.push(...explainProbe(probe))
    }
  } catch (error) {
    isCancelled = request.signal.aborted || session.signal.aborted
    if (!isCancelled && !(error instanceof ActionError)) throw error
    findings.push(isCancelled ? cancelledFinding() : explainThrown(error))
  }
  return {
    isVerified: !isCancelled && !findings.some((finding) => finding.severity === 'error'),
    isCancelled,
    hostState: watch.host.state,
    hostErrors: watch.host.errors,
    expected: request.expectedFunctions,
    listed: watch.listed.map((listed) => listed.name),
    functions: watch.listed.map((listed) => ({ ...listed, listedAfterMs: watch.seen.get(listed.name) ?? 0 })),
    elapsedMs: session.clock.now() - startedAt,
    ...(probe === undefined ? {} : { probe: recordOf(probe) }),
    findings,
  }
}

interface Watch {
  readonly session: Session
  readonly site: Site
  readonly request: VerifyRequest
  readonly startedAt: number
  readonly deadline: number
  /** When each function was first listed. */
  readonly seen: Map<string, number>
  host: HostStatus
  listed: readonly ListedFunction[]
}

// A sync may land on a placeholder and publish only `WarmUp`; nothing heals that but another sync
// (azure-functions-host#11873), so it is repeated after every two looks that found no more.
async function waitUntilListed(watch: Watch): Promise<readonly Finding[]> {
  const { session, site, request } = watch
  let errorRounds = 0
  let lastErrors = ''
  let syncProblem = await syncTriggers(session, site, watch.deadline, request.signal)
  for (let round = 1; ; round += 1) {
    const { problem: listProblem, retryAfterMs } = await look(watch)
    const comparison = compareFunctions(
      request.expectedFunctions,
      watch.listed.map((listed) => listed.name),
      request.isFloor,
    )
    const isHealthy = watch.host.state.toLowerCase() === 'running' || watch.host.isForbidden
    if (comparison.isReady && isHealthy && listProblem === '') return explainHost(watch.host, site, 'ready')
    const errors = watch.host.errors.join('\n')
    const isBroken = watch.host.state.toLowerCase() === 'error' && errors !== ''
    errorRounds = isBroken && errors === lastErrors ? errorRounds + 1 : Number(isBroken)
    lastErrors = errors
    if (errorRounds >= 3) return explainHost(watch.host, site, 'broken')
    // Quick at first, since small apps are there within seconds.
    const delayMs = Math.max(round <= 3 ? 2000 : 5000, retryAfterMs)
    if (session.clock.now() + delayMs > watch.deadline) {
      return [
        ...(isHealthy ? [] : explainHost(watch.host, site, 'late')),
        ...explainList(comparison, { ...request, listed: watch.listed, listProblem, syncProblem }),
      ]
    }
    await session.clock.sleep(delayMs, request.signal)
    if (round % 2 === 0 && !comparison.isReady) {
      const quickly = Math.min(watch.deadline, session.clock.now() + 5000)
      syncProblem = await syncTriggers(session, site, quickly, request.signal)
    }
  }
}

// A look that fails is a look that saw nothing new: the deadline ends the looking.
async function look(watch: Watch): Promise<{ readonly problem: string; readonly retryAfterMs: number }> {
  const { session, site, request } = watch
  const [functions, host] = await Promise.allSettled([
    listFunctions(session, site, request.signal),
    watch.host.isForbidden ? watch.host : readHostStatus(session, site, request.signal),
  ])
  request.signal.throwIfAborted()
  if (host.status === 'rejected') throw host.reason
  watch.host = host.value
  const { retryAfterMs = 0 } = watch.host
  if (functions.status === 'rejected') {
    const reason: unknown = functions.reason
    if (!(reason instanceof ActionError) || reason.code === 'azure-role-missing') throw reason
    const askedMs = reason.cause instanceof HttpError ? (reason.cause.retryAfterMs ?? 0) : 0
    return { problem: reason.message, retryAfterMs: Math.max(askedMs, retryAfterMs) }
  }
  watch.listed = functions.value
  for (const { name } of watch.listed) {
    if (watch.seen.has(name)) continue
    watch.seen.set(name, session.clock.now() - watch.startedAt)
    request.log.info(`Listed: ${name}`)
  }
  request.log.debug(`Host: ${watch.host.state}; functions: ${watch.listed.length}`)
  return { problem: '', retryAfterMs }
}

function recordOf(probe: ProbeResult): NonNullable<Verification['probe']> {
  const { url, status, bodyExcerpt, elapsedMs } = probe
  return { url, status, bodyExcerpt, elapsedMs }
}
