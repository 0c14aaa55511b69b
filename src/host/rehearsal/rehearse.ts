/**
 * The rehearsal: starts a packaged handler on the runner as the Functions host does, calls its functions and says what
 * Azure would make of it. Leaves no process and no file behind, but a handler that is to live on.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { ActionError, messageOf } from '../../errors'
import type { Finding } from '../../findings'
import { type HostApp, loadApp } from '../app'
import type { Isolation } from '../process/isolation'
import type { RehearsalCall } from './ask'
import { exitFinding } from './exit-finding'
import type { HostFinding } from './finding'
import { callAll, type UncalledFunction } from './function-round'
import { collectOutput, type HandlerOutput } from './handler-output'
import { type StartedHandler, type StartRequest, startForRehearsal } from './handler-start'
import { keepAlive, type LivingHandler } from './living-handler'
import { packageState, refusedWrites, writtenFinding } from './package-writes'
import type { SourceFacts } from './source-facts'
import { watchStart } from './start'

export interface RehearsalRequest {
  /** The unpacked package, with its mode bits. */
  readonly folder: string
  /** `auto` calls only HTTP functions, and only with safe methods. */
  readonly mode: 'auto' | 'true'
  /** For everything together; the host's 30 s for the start are within it. */
  readonly timeoutMs: number
  readonly signal?: AbortSignal
  /** Whether functions may be called that are likely to change something; by default in mode `true`. */
  readonly allowContract?: boolean
  /** How long the handler may take to listen; the host's 30 s when not given. */
  readonly readinessTimeoutMs?: number
  /** Keeps the handler apart from this job; without, it has the rights of this process. */
  readonly isolation?: Pick<Isolation, 'way' | 'covered'>
  /** App settings of the rehearsal alone. Their values are shown nowhere. */
  readonly settings?: Readonly<Record<string, string>>
  /** What the source says; not given where only the package is here. */
  readonly source?: SourceFacts
  /** Hands the handler on when it runs at the end; gives a finding of its later end its place. */
  readonly livesOn?: (finding: Finding) => Finding
}

export interface Rehearsal {
  /** How long the handler took to answer; absent when it did not. */
  readonly startMs?: number
  readonly calls: readonly RehearsalCall[]
  readonly uncalled: readonly UncalledFunction[]
  /** Why it did not run, or did not run in full. */
  readonly note?: string
  readonly findings: readonly HostFinding[]
  /** What the handler printed, beginning and end, without the values of settings. */
  readonly output: readonly string[]
  /** Only with `livesOn`: whoever asked for it stops it. */
  readonly living?: LivingHandler
}

/** A program whose main ends behind its server is gone by then. */
const shortestLifeMs = 300
/** The system reports an end a moment after it. */
const exitReportMs = 25

/**
 * Rehearses one package.
 *
 * @param request the package and what may be done with it
 * @returns the start time, the calls and the findings; a handler that Azure would not start is a finding, too
 * @see src/WebJobs.Script/Workers/Http in Azure/azure-functions-host
 */
export async function rehearse(request: RehearsalRequest): Promise<Rehearsal> {
  const { folder, settings = {}, source, isolation, signal, timeoutMs } = request
  const app = loadApp(folder, { settings })
  const reason = whyNotStarted(app)
  if (reason !== undefined) return { calls: [], uncalled: [], note: reason, findings: [], output: [] }
  const home = await makeHome()
  const removeHome = () => rm(home, { recursive: true, force: true })
  const stopping = new AbortController()
  const stop = () => stopping.abort()
  const timer = setTimeout(stop, timeoutMs)
  signal?.addEventListener('abort', stop, { once: true })
  if (signal?.aborted) stop()
  const output = collectOutput(settings)
  let living: LivingHandler | undefined
  try {
    const start: StartRequest = { app, home, output, settings, source, isolation }
    const round = await startAndCall(start, request, stopping.signal, removeHome)
    living = round.living
    const rehearsal = { ...round, output: output.shown() }
    if (!stopping.signal.aborted) return rehearsal
    const note = signal?.aborted
      ? 'Cancelled before it was over.'
      : `Stopped after ${Math.round(timeoutMs / 1000)} s, before it was over.`
    return { ...rehearsal, note }
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', stop)
    if (living === undefined) await removeHome()
  }
}

async function makeHome(): Promise<string> {
  try {
    return await mkdtemp(join(tmpdir(), 'rehearsal-'))
  } catch (error) {
    throw new ActionError(
      'temp-folder-unwritable',
      `No folder can be made in the temporary folder '${tmpdir()}': ${messageOf(error)}.`,
      { hint: 'Make room there, or set rehearse: false.', cause: error },
    )
  }
}

/** The host would not get as far as starting a handler; the checks of the project say why at the right line. */
function whyNotStarted({ errors, handler, functions }: HostApp): string | undefined {
  if (errors[0] !== undefined) return `Not started: the host would stop with "${errors[0]}"`
  if (handler === undefined) return 'Not started: host.json names no program.'
  if (functions.some((found) => found.errors.length === 0)) return undefined
  return 'Not started: the host finds no valid function, and then never starts the handler.'
}

type Round = Omit<Rehearsal, 'output'>

async function startAndCall(
  start: StartRequest,
  request: RehearsalRequest,
  signal: AbortSignal,
  removeHome: () => Promise<void>,
): Promise<Round> {
  const { folder } = start.app
  const before = request.isolation === undefined ? packageState(folder) : undefined
  const started = await startForRehearsal(start)
  if ('note' in started) return { calls: [], uncalled: [], findings: [], note: started.note }
  if ('finding' in started) return { calls: [], uncalled: [], findings: [started.finding] }
  let current: StartedHandler | undefined = started
  let living: LivingHandler | undefined
  try {
    const { readinessTimeoutMs: timeoutMs } = request
    const patience = timeoutMs === undefined ? {} : { timeoutMs }
    const watched = await watchStart({ ...started, signal, ...patience })
    if (watched.startMs === undefined) return { calls: [], uncalled: [], findings: watched.findings }
    const { startMs } = watched
    const readyAt = performance.now()
    const { mode, allowContract = mode === 'true' } = request
    const round = await callAll(started, start, { allowContract, signal })
    current = round.handler
    const findings = [...watched.findings, ...round.findings]
    if (current !== undefined) {
      const early = await earlyEnd(current, readyAt)
      findings.push(...early)
      if (before !== undefined) findings.push(...writtenFinding(before, packageState(folder)))
      else if (early.length === 0) findings.push(...triedToWrite(start.output, findings))
    }
    const isWell = findings.every(({ severity }) => severity !== 'error') && !signal.aborted
    const { livesOn } = request
    if (livesOn !== undefined && current?.handler.exit === undefined && current !== undefined && isWell) {
      const { handler } = current
      living = keepAlive(current, readyAt, livesOn, async () => {
        await handler.kill()
        await removeHome()
      })
    }
    const { calls, uncalled, note } = round
    const noted = note === undefined ? {} : { note }
    return { startMs, calls, uncalled, findings, ...noted, ...(living === undefined ? {} : { living }) }
  } finally {
    if (living === undefined) await current?.handler.kill()
  }
}

async function earlyEnd(current: StartedHandler, readyAt: number): Promise<readonly HostFinding[]> {
  const { handler } = current
  if (handler.exit === undefined) {
    const restMs = Math.max(exitReportMs, shortestLifeMs - (performance.now() - readyAt))
    await Promise.race([handler.ended, delay(restMs, undefined, { ref: false })])
  }
  if (handler.exit === undefined) return []
  return [exitFinding(current, await handler.ended, 'ready', 'soon after it listened')]
}

/** It said that it could not write, and went on. */
function triedToWrite(output: HandlerOutput, findings: readonly HostFinding[]): readonly HostFinding[] {
  const isTold = findings.some(({ code }) => code === 'handler-writes-package')
  return isTold ? [] : refusedWrites(output.since(0))
}
