/**
 * The rehearsal: starts a packaged handler on the runner as the Functions host does, calls its functions and
 * says what Azure would make of it. Leaves no process and no file behind.
 */
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { ActionError, messageOf } from '../../errors'
import { type HostApp, loadApp } from '../app'
import { resolveCommand } from '../process/command-line'
import { handlerEnvironment } from '../process/environment'
import { freePort } from '../process/free-port'
import { type HandlerProcess, HandlerStartError, startHandler } from '../process/handler-process'
import { type Isolation, IsolationError } from '../process/isolation'
import { callFunction, type RehearsalCall } from './calls'
import { type HostFinding, hostFinding } from './finding'
import { exitFinding, watchStart } from './start'

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
}

export interface Rehearsal {
  /** How long the handler took to answer; absent when it did not. */
  readonly startMs?: number
  readonly calls: readonly RehearsalCall[]
  /** Why it did not run, or did not run in full. */
  readonly note?: string
  readonly findings: readonly HostFinding[]
}

const maximumCalls = 100
const exitGraceMs = 500
/** A program whose main ends behind its server is gone by then. */
const shortestLifeMs = 300

/**
 * Rehearses one package.
 *
 * @param request the package and what may be done with it
 * @returns the start time, the calls and the findings; a handler that Azure would not start is a finding, too
 * @see src/WebJobs.Script/Workers/Http in Azure/azure-functions-host
 */
export async function rehearse(request: RehearsalRequest): Promise<Rehearsal> {
  const app = loadApp(request.folder)
  const reason = whyNotStarted(app)
  if (reason !== undefined) return { calls: [], note: reason, findings: [] }
  const home = await makeHome()
  const stopping = new AbortController()
  const stop = () => stopping.abort()
  const timer = setTimeout(stop, request.timeoutMs)
  request.signal?.addEventListener('abort', stop, { once: true })
  if (request.signal?.aborted) stop()
  try {
    const rehearsal = await startAndCall(app, home, request, stopping.signal)
    if (!stopping.signal.aborted) return rehearsal
    const note = request.signal?.aborted
      ? 'Cancelled before it was over.'
      : `Stopped after ${Math.round(request.timeoutMs / 1000)} s, before it was over.`
    return { ...rehearsal, note }
  } finally {
    clearTimeout(timer)
    request.signal?.removeEventListener('abort', stop)
    await rm(home, { recursive: true, force: true })
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

async function startAndCall(
  app: HostApp,
  home: string,
  request: RehearsalRequest,
  signal: AbortSignal,
): Promise<Rehearsal> {
  const { handler: description, folder } = app
  if (description === undefined) return { calls: [], findings: [] }
  let port: number
  try {
    port = await freePort(description.port)
  } catch (thrown) {
    return { calls: [], findings: [], note: `Not started: ${messageOf(thrown)}` }
  }
  const environment = handlerEnvironment({ port, workerId: randomUUID(), appRoot: folder, home })
  let handler: HandlerProcess
  try {
    const isolation = request.isolation && { ...request.isolation, folder, home, port }
    const command = resolveCommand(description, folder, environment)
    handler = await startHandler(command, environment, undefined, isolation)
  } catch (thrown) {
    if (thrown instanceof IsolationError) {
      return { calls: [], findings: [], note: `Not started: ${thrown.message}` }
    }
    if (!(thrown instanceof HandlerStartError)) throw thrown
    return { calls: [], findings: [startFailure(thrown, folder)] }
  }
  try {
    const { readinessTimeoutMs: timeoutMs } = request
    const start = await watchStart({
      handler,
      port,
      signal,
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    })
    if (start.startMs === undefined) return { calls: [], findings: start.findings }
    const readyAt = performance.now()
    const called = await callAll(app, port, handler, request, signal)
    if (handler.exit === undefined) {
      const restMs = Math.max(0, shortestLifeMs - (performance.now() - readyAt))
      await Promise.race([handler.ended, delay(restMs, undefined, { ref: false })])
      if (handler.exit !== undefined)
        called.findings.push(exitFinding(handler, await handler.ended, 'soon after it listened'))
    }
    return { startMs: start.startMs, ...called, findings: [...start.findings, ...called.findings] }
  } finally {
    await handler.kill()
  }
}

function startFailure({ problem, message }: HandlerStartError, folder: string): HostFinding {
  const hints = {
    ENOENT:
      'customHandler.description.defaultExecutablePath must name a file in the package, and workingDirectory a folder in it.',
    EACCES: 'Pack the executable with mode 0755.',
    ENOEXEC: 'Build package main with GOOS=linux, for the architecture of the function app.',
  }
  // The temporary folder says nothing to the reader; in Azure it is this one.
  const shown = message.replaceAll(folder, '/home/site/wwwroot')
  return hostFinding('handler-start-failed', 'error', shown, hints[problem])
}

async function callAll(
  app: HostApp,
  port: number,
  handler: HandlerProcess,
  { mode, allowContract = mode === 'true' }: RehearsalRequest,
  signal: AbortSignal,
): Promise<{
  readonly calls: readonly RehearsalCall[]
  readonly note?: string
  readonly findings: HostFinding[]
}> {
  const calls: RehearsalCall[] = []
  const findings: HostFinding[] = []
  const listed = app.functions.filter(({ errors }) => errors.length === 0)
  for (const target of listed) {
    if (signal.aborted) break
    if (calls.length >= maximumCalls)
      return { calls, findings, note: `Only ${maximumCalls} functions were called.` }
    const about = (finding: HostFinding): HostFinding => ({ ...finding, functionName: target.name })
    const onCall = (call: RehearsalCall): void => void calls.push(call)
    const answered = await callFunction(target, { app, port, signal, allowContract, onCall })
    findings.push(...answered.map(about))
    // The connection breaks a moment before the system reports the exit.
    if (calls.at(-1)?.status === 0)
      await Promise.race([handler.ended, delay(exitGraceMs, undefined, { ref: false })])
    if (handler.exit === undefined) continue
    const ended = exitFinding(handler, await handler.ended, `while it answered function "${target.name}"`)
    findings.push(about(ended))
    break
  }
  return { calls, findings }
}
