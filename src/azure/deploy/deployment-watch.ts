/**
 * Follows one deployment to its end, with a deadline, and says what the end means.
 * Where the record comes from differs between the servers; everything after that is the same.
 */
import type { Finding } from '../../findings'
import type { DeploymentWay } from '../../functions/plans'
import { adviceFor, azureFinding, HttpError, isTransient, redactText } from '../http'
import type { DeployContext, Deployment, DeploymentOutcome } from './deploy-context'
import { fetchServerLog, findingsOf } from './deployment-log'
import { type KuduRecord, stateOf, verdictOf } from './deployment-record'

/** One look at the server. */
export interface Sighting {
  /** Undefined: no record of ours is visible now. */
  readonly record?: KuduRecord
  /** The record was visible before and is gone for good: the server lost it, not we. */
  readonly isGone?: boolean
  /** What the server answered instead of a record. */
  readonly problem?: string
  readonly retryAfterMs?: number
}

export interface Watch {
  readonly way: DeploymentWay
  /** Between two looks, by the time since the upload; the server may ask for more. */
  intervalMs(elapsedMs: number): number
  /** How long a record may stay invisible after the upload. */
  readonly appearsWithinMs: number
  /** Before the first look, as the answer to the upload asked. */
  readonly firstDelayMs: number
  /** Looks once. @throws HttpError */
  look(): Promise<Sighting>
  /** Where the log of a record is. */
  logPath(id: string, record: KuduRecord | undefined): string
}

/**
 * Looks until the deployment has ended or the deadline has come.
 *
 * @param context of the deployment, uploaded
 * @param watch how to look
 * @returns the deployment with the server's log; only status 4 is a success
 * @throws HttpError for a refusal while looking; the reason of the signal
 */
export async function watchDeployment(context: DeployContext, watch: Watch): Promise<Deployment> {
  const { session, request, progress } = context
  const startedAt = session.clock.now()
  const missingUntil = startedAt + watch.appearsWithinMs
  let last: KuduRecord | undefined
  let problem = ''
  // What a server asks for is bounded like everything else.
  let delayMs = Math.min(watch.firstDelayMs, Math.max(0, request.deadline - startedAt))
  for (;;) {
    if (delayMs > 0) await session.clock.sleep(delayMs, request.signal)
    delayMs = watch.intervalMs(session.clock.now() - startedAt)
    try {
      const sighting = await watch.look()
      delayMs = Math.max(delayMs, sighting.retryAfterMs ?? 0)
      problem = sighting.problem ?? ''
      if (sighting.record !== undefined) {
        note(context, sighting.record, last)
        last = sighting.record
        if (verdictOf(last.status) !== 'running') return await settle(context, watch, last, startedAt)
      } else if (sighting.isGone === true) {
        progress.serverMs = session.clock.now() - startedAt
        return await finish(context, watch, last, 'unconfirmed', recycled(context))
      } else if (last === undefined && session.clock.now() > missingUntil) {
        return await finish(context, watch, last, 'failed', neverSeen(context, watch, problem))
      }
    } catch (error) {
      request.signal.throwIfAborted()
      if (!(error instanceof HttpError) || !isTransient(error)) throw error
      delayMs = Math.max(delayMs, error.retryAfterMs ?? 0)
      // The last look has little time: an answer that came before says more than its silence.
      if (error.status > 0 || problem === '') problem = error.message
      request.log.debug(error.message)
    }
    if (session.clock.now() + delayMs > request.deadline) {
      progress.serverMs = session.clock.now() - startedAt
      return finish(context, watch, last, 'failed', timedOut(context, problem))
    }
  }
}

function note(context: DeployContext, record: KuduRecord, last: KuduRecord | undefined): void {
  context.progress.id = record.id
  context.progress.state = stateOf(record)
  if (last?.status === record.status && last.progress === record.progress) return
  const detail = redactText(record.progress || record.statusText, 200)
  context.request.log.info(
    `Deployment '${record.id}': ${stateOf(record)}${detail === '' ? '' : `, ${detail}`}`,
  )
}

async function settle(
  context: DeployContext,
  watch: Watch,
  record: KuduRecord,
  startedAt: number,
): Promise<Deployment> {
  context.progress.serverMs = context.session.clock.now() - startedAt
  const ending = endingOf(record)
  const reason = reasonOf(record)
  const said = reason === '' ? '' : ` It says: '${reason}'`
  const hint = (ending.outcome === 'failed' ? adviceFor(reason) : undefined) ?? ending.hint
  const finding =
    ending.code === undefined
      ? undefined
      : azureFinding(ending.severity, ending.code, `${ending.message}${said}`, hint)
  return finish(context, watch, record, ending.outcome, finding)
}

interface Ending {
  readonly outcome: DeploymentOutcome
  readonly severity: 'error' | 'warning'
  readonly code?:
    | 'deployment-failed'
    | 'deployment-cancelled'
    | 'deployment-conflict'
    | 'deployment-partial'
    | 'deployment-state-unknown'
  readonly message: string
  readonly hint: string
}

// Numbers below 0 and above 4 are where other clients let failures pass.
function endingOf(record: KuduRecord): Ending {
  const failed = { outcome: 'failed', severity: 'error' } as const
  switch (verdictOf(record.status)) {
    case 'succeeded':
      return { outcome: 'succeeded', severity: 'warning', message: '', hint: '' }
    case 'failed':
      return {
        ...failed,
        code: 'deployment-failed',
        message: `Azure reports the deployment '${record.id}' as failed.`,
        hint: 'The server log says which step failed.',
      }
    case 'cancelled':
      return {
        ...failed,
        code: 'deployment-cancelled',
        message: `Azure cancelled the deployment '${record.id}'.`,
        hint: 'Somebody or a restart of the app ended it: run the job again.',
      }
    case 'conflict':
      return {
        ...failed,
        code: 'deployment-conflict',
        message: `Azure dropped the deployment '${record.id}' because another one was running.`,
        hint: 'Run the job again, and set concurrency: in the workflows that deploy to this app.',
      }
    case 'partial':
      return {
        outcome: 'unconfirmed',
        severity: 'warning',
        code: 'deployment-partial',
        message: `Azure stored the package of the deployment '${record.id}', but a later step did not succeed.`,
        hint: 'Usually the sync of the triggers failed. The verification repeats the sync and decides.',
      }
    default:
      return {
        ...failed,
        code: 'deployment-state-unknown',
        message: `Azure reports the deployment '${record.id}' in a state that is not known: ${record.status}.`,
        hint: 'Only status 4 is a success. Please report this number.',
      }
  }
}

function reasonOf(record: KuduRecord): string {
  return redactText([record.statusText, ...record.buildErrors].filter((text) => text !== '').join(' '), 500)
}

async function finish(
  context: DeployContext,
  watch: Watch,
  record: KuduRecord | undefined,
  outcome: DeploymentOutcome,
  finding: Finding | undefined,
): Promise<Deployment> {
  const { progress } = context
  const id = record?.id ?? progress.id
  // At once: on Flex the log goes away with the worker that wrote it.
  const log = id === '' ? { lines: [], errors: [] } : await fetchServerLog(context, watch.logPath(id, record))
  // What the record says itself is not said twice.
  const errors = log.errors.filter((line) => !(finding?.message ?? '').includes(line))
  const isFailed = outcome === 'failed'
  return {
    way: watch.way,
    id,
    outcome,
    state: progress.state,
    log: log.lines,
    ...(progress.uploadMs === undefined ? {} : { uploadMs: progress.uploadMs }),
    ...(progress.serverMs === undefined ? {} : { serverMs: progress.serverMs }),
    findings: [
      ...(finding === undefined ? [] : [finding]),
      ...(isFailed ? findingsOf({ ...log, errors }) : []),
    ],
  }
}

function recycled(context: DeployContext): Finding {
  context.progress.state = `${context.progress.state}, then the record was gone`
  return azureFinding(
    'warning',
    'deployment-record-gone',
    `Azure no longer knows the deployment '${context.progress.id}', whose last state was ${context.progress.state}.`,
    'Perhaps Azure restarted the deployment server. The verification decides whether the new code runs.',
  )
}

function neverSeen(context: DeployContext, watch: Watch, problem: string): Finding {
  return azureFinding(
    'error',
    'deployment-record-missing',
    `'${context.site.scmHost}' accepted the upload but showed no deployment of this run within ${Math.round(watch.appearsWithinMs / 1000)} s.${lastLook(problem)}`,
    'Look at the deployment history of the app in the portal, and run the job again.',
  )
}

function timedOut(context: DeployContext, problem: string): Finding {
  return azureFinding(
    'error',
    'deployment-timeout',
    `The deployment was still in the state '${context.progress.state}' at the deadline.${lastLook(problem)}`,
    'Azure may still finish it. Raise deploy-timeout if this app always takes so long.',
  )
}

function lastLook(problem: string): string {
  return problem === '' ? '' : ` The last look at it: ${problem}`
}
