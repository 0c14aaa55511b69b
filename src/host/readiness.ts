/**
 * Waits until a handler answers, by the host's rule: any answer to `GET /` on the port will do, and only a
 * refused connection means "not yet". It neither starts nor ends the process.
 */
import { request } from 'node:http'
import type { HandlerExit } from './process/handler-process'

/** How the wait ended. */
export type Readiness =
  | { readonly kind: 'ready'; readonly elapsedMs: number; readonly status: number | undefined }
  | { readonly kind: 'exited'; readonly elapsedMs: number; readonly exit: HandlerExit }
  | { readonly kind: 'timed-out'; readonly elapsedMs: number; readonly lastError: string }
  | { readonly kind: 'root-hangs'; readonly elapsedMs: number }
  | { readonly kind: 'stopped'; readonly elapsedMs: number }

export interface ReadinessWatch {
  readonly port: number
  /** The process that is to become ready; its exit is looked at between two probes. */
  readonly handler: { readonly exit: HandlerExit | undefined }
  /** The host's own budget is 30 s. */
  readonly timeoutMs?: number
  /** How long an accepted connection may stay without an answer. The host waits `functionTimeout` and a minute. */
  readonly rootTimeoutMs?: number
  /** The host takes no notice of exit code 0 while it waits. */
  readonly isExitZeroFinal?: boolean
  readonly signal?: AbortSignal
  /** Called after each failed probe; a true result ends the wait as `stopped`. */
  readonly shouldStop?: (elapsedMs: number) => boolean
}

export const readinessTimeoutMs = 30_000
const pollMs = 25
/** A handler that floods its output slows every pause: the wait ends all the same. */
const longestStretch = 1.4
const defaultRootTimeoutMs = 330_000

/**
 * Probes `http://127.0.0.1:<port>/` every 25 ms until the handler answers, ends or the time is over. Only the
 * pauses count as time, as in the host, whose 30 s last about 34; 42 at most here.
 *
 * @returns how the wait ended; it never throws
 * @see src/WebJobs.Script/Workers/Http/DefaultHttpWorkerService.cs (IsWorkerReady) in Azure/azure-functions-host
 */
export async function waitUntilReady(watch: ReadinessWatch): Promise<Readiness> {
  const startedAt = performance.now()
  const elapsed = () => Math.round(performance.now() - startedAt)
  const timeoutMs = watch.timeoutMs ?? readinessTimeoutMs
  let lastError = ''
  for (let waitedMs = 0; ; waitedMs += pollMs) {
    const probe = await probeRoot(watch.port, watch.rootTimeoutMs ?? defaultRootTimeoutMs, watch.signal)
    const elapsedMs = elapsed()
    if (watch.signal?.aborted) return { kind: 'stopped', elapsedMs }
    if (probe.kind === 'answered') return { kind: 'ready', elapsedMs, status: probe.status }
    if (probe.kind === 'hangs') return { kind: 'root-hangs', elapsedMs }
    lastError = probe.message
    const { exit } = watch.handler
    if (exit !== undefined && (exit.code !== 0 || watch.isExitZeroFinal))
      return { kind: 'exited', elapsedMs, exit }
    if (waitedMs >= timeoutMs || elapsedMs >= longestStretch * timeoutMs)
      return { kind: 'timed-out', elapsedMs, lastError }
    if (watch.shouldStop?.(elapsedMs)) return { kind: 'stopped', elapsedMs }
    await new Promise((resolve) => setTimeout(resolve, pollMs))
  }
}

type Probe =
  | { readonly kind: 'answered'; readonly status: number | undefined }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'hangs' }

function probeRoot(port: number, timeoutMs: number, signal: AbortSignal | undefined): Promise<Probe> {
  return new Promise((resolve) => {
    let isConnected = false
    const probe = request({ host: '127.0.0.1', port, path: '/', agent: false, ...(signal ? { signal } : {}) })
    const timer = setTimeout(() => settle({ kind: 'hangs' }), timeoutMs)
    const settle = (result: Probe) => {
      clearTimeout(timer)
      resolve(result)
      probe.destroy()
    }
    probe.on('socket', (socket) =>
      socket.once('connect', () => {
        isConnected = true
      }),
    )
    probe.once('response', (response) => settle({ kind: 'answered', status: response.statusCode }))
    // Once connected, even a broken answer counts: the host waits on socket errors only.
    probe.on('error', (error) =>
      settle(
        isConnected ? { kind: 'answered', status: undefined } : { kind: 'refused', message: error.message },
      ),
    )
    probe.end()
  })
}
