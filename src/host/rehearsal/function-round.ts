/** Goes through the functions of a ready handler, starts it again when one of them ends it, and weighs the answers. */
import { setTimeout as delay } from 'node:timers/promises'
import type { HostFunction } from '../../functions/function-json/host-function'
import type { HandlerExit } from '../process/handler-process'
import type { RehearsalCall } from './ask'
import { type BadAnswer, judgeBadAnswer } from './bad-answer'
import { callFunction } from './calls'
import { judgeBySource } from './contract-call'
import { exitFinding } from './exit-finding'
import type { HostFinding } from './finding'
import { type StartedHandler, type StartRequest, startForRehearsal } from './handler-start'
import { watchStart } from './start'

export interface UncalledFunction {
  readonly functionName: string
  /** Completes "not called, since …". */
  readonly reason: string
}

export interface FunctionRound {
  readonly calls: readonly RehearsalCall[]
  readonly uncalled: readonly UncalledFunction[]
  readonly note?: string
  readonly findings: readonly HostFinding[]
  /** The handler that runs at the end; undefined when a call ended it and it was not started again. */
  readonly handler: StartedHandler | undefined
}

const maximumCalls = 100
/** As many as the host makes. */
const maximumStarts = 3
const exitGraceMs = 500

/**
 * Calls every function once.
 *
 * @param first a handler that is ready
 * @param start how it is started again
 */
export async function callAll(
  first: StartedHandler,
  start: StartRequest,
  { allowContract, signal }: { readonly allowContract: boolean; readonly signal: AbortSignal },
): Promise<FunctionRound> {
  const { app, output, source } = start
  const calls: RehearsalCall[] = []
  const uncalled: UncalledFunction[] = []
  const findings: HostFinding[] = []
  const bad: BadAnswer[] = []
  let current: StartedHandler | undefined = first
  let note: string | undefined
  let starts = 1
  for (const target of app.functions.filter(({ errors }) => errors.length === 0)) {
    const leave = (reason: string) => uncalled.push({ functionName: target.name, reason })
    if (signal.aborted) leave('the rehearsal was over')
    else if (calls.length >= maximumCalls) leave(`only ${maximumCalls} functions are called`)
    else if (current === undefined) leave('the handler had ended')
    else {
      const running: StartedHandler = current
      const { port, handler, appFolder, givenNames, existsHere } = running
      const outcome = await callFunction(target, { app, port, signal, allowContract, output, source })
      if (outcome.kind === 'not-called') {
        leave(outcome.reason)
        const isForwarded = target.isHttpInAndOut && app.forwarding !== 'none'
        if (!isForwarded) findings.push(...judgeBySource(target, source).map((each) => about(each, target)))
        continue
      }
      const { asked } = outcome
      const { call } = asked
      if (call.status === 0 && signal.aborted) {
        leave('the rehearsal was over')
        continue
      }
      calls.push(call)
      // The connection breaks a moment before the system reports the exit.
      if (call.status === 0) await settled(running)
      if (handler.exit !== undefined) {
        bad.push(crash(running, await handler.ended, target))
        await handler.kill()
        starts += 1
        current = starts > maximumStarts ? undefined : await startAgain(start, signal)
        continue
      }
      const { isIsolated } = handler
      const isHttp = target.route !== undefined
      const context = { appFolder, isHttp, isIsolated, source, givenNames, existsHere }
      // What the host makes of an answer by contract is told already.
      const told = outcome.findings.map((finding) => about(finding, target))
      const judged = told.length > 0 ? undefined : judgeBadAnswer(asked, target.name, context)
      if (judged !== undefined) bad.push({ ...judged, finding: about(judged.finding, target) })
      findings.push(...told)
    }
  }
  if (calls.length >= maximumCalls) note = `Only ${maximumCalls} functions were called.`
  const isAll = bad.length > 0 && bad.length === calls.length
  const weighed = bad.map(
    ({ finding, isExcused }): HostFinding =>
      isAll && !isExcused ? { ...finding, severity: 'error' } : finding,
  )
  const noted = note === undefined ? {} : { note }
  return { calls, uncalled, findings: [...findings, ...weighed], handler: current, ...noted }
}

function about(finding: HostFinding, { name }: HostFunction): HostFinding {
  return { ...finding, functionName: name }
}

async function settled({ handler }: StartedHandler): Promise<void> {
  await Promise.race([handler.ended, delay(exitGraceMs, undefined, { ref: false })])
}

function crash(running: StartedHandler, exit: HandlerExit, target: HostFunction): BadAnswer {
  const ended = exitFinding(running, exit, 'ready', `while it answered function "${target.name}"`)
  const isExcused = ended.code === 'handler-needs-setting' || ended.code === 'handler-writes-package'
  const code = ended.code === 'handler-writes-package' ? ended.code : 'handler-panics'
  return { finding: about({ ...ended, code, severity: 'warning' }, target), isExcused }
}

/** The next start of three, as the host makes it. */
async function startAgain(start: StartRequest, signal: AbortSignal): Promise<StartedHandler | undefined> {
  const started = await startForRehearsal(start)
  if (!('handler' in started)) return undefined
  const watched = await watchStart({ ...started, signal })
  if (watched.startMs !== undefined) return started
  await started.handler.kill()
  return undefined
}
