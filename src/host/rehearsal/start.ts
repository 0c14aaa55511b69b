/** The first half of the rehearsal: does the handler start and become ready, and if not, why. */
import { closeSync, openSync, readSync } from 'node:fs'
import type { ListeningSocket } from '../process/sockets'
import { type Readiness, readinessTimeoutMs, waitUntilReady } from '../readiness'
import { type EndedHandler, exitFinding, tryAnyway, waitsForSurroundings } from './exit-finding'
import { type HostFinding, hostFinding, quoteLines } from './finding'

export interface StartVerdict {
  /** Present when the handler is ready. */
  readonly startMs?: number
  readonly findings: readonly HostFinding[]
}

export interface StartWatch extends EndedHandler {
  readonly port: number
  readonly signal: AbortSignal
  /** The host's 30 s when not given. */
  readonly timeoutMs?: number
}

const slowStartMs = 10_000
const rootTimeoutMs = 10_000
const lookEveryMs = 200
/** How long another socket must stay before the wait ends; longer for a program that knows the variable. */
const wrongPortMs = 1000
const patientWrongPortMs = 10_000

/**
 * Waits as the host does, but stops as soon as the outcome is certain.
 *
 * @param watch the started handler, its port and the limits
 * @returns the start time or the reason why it did not become ready; neither after an abort
 */
export async function watchStart(watch: StartWatch): Promise<StartVerdict> {
  const elsewhere = watchSockets(watch)
  const readiness = await waitUntilReady({
    ...watch,
    timeoutMs: watch.timeoutMs ?? readinessTimeoutMs,
    rootTimeoutMs,
    isExitZeroFinal: true,
    shouldStop: elsewhere.isCertain,
  })
  if (readiness.kind === 'ready') {
    const { exit } = watch.handler
    // Something else answered on the port: the handler itself is gone.
    if (exit !== undefined) return { findings: [exitFinding(watch, exit, 'starting', 'before it listened')] }
    return { startMs: readiness.elapsedMs, findings: slowStart(readiness.elapsedMs) }
  }
  if (watch.signal.aborted) return { findings: [] }
  return { findings: [await failure(readiness, watch, elsewhere.sockets())] }
}

const portHint = 'Listen on the port in the environment variable FUNCTIONS_CUSTOMHANDLER_PORT.'

function slowStart(elapsedMs: number): HostFinding[] {
  if (elapsedMs <= slowStartMs) return []
  const seconds = (elapsedMs / 1000).toFixed(1)
  const message = `The handler took ${seconds} s until it answered; the host gives up after 30 s.`
  return [
    hostFinding(
      'handler-slow-start',
      'warning',
      message,
      'Listen first, and load data or connect to services in the background.',
    ),
  ]
}

async function failure(
  readiness: Exclude<Readiness, { kind: 'ready' }>,
  watch: StartWatch,
  sockets: readonly ListeningSocket[],
): Promise<HostFinding> {
  const { handler, output, port, timeoutMs = readinessTimeoutMs } = watch
  if (readiness.kind === 'exited') {
    return exitFinding(watch, await handler.ended, 'starting', 'before it listened')
  }
  if (readiness.kind === 'root-hangs') {
    const message = `The handler accepted a connection but did not answer GET / within ${rootTimeoutMs / 1000} s.`
    return hostFinding(
      'handler-root-hangs',
      'warning',
      message,
      'Answer / at once; a 404 is enough for the host.',
    )
  }
  const onPort = sockets.filter((socket) => socket.port === port)
  if (onPort.length > 0 && onPort.every(({ family }) => family === 'ipv6')) {
    const message = `The handler listens on "${onPort.map(({ address }) => `[${address}]`).join(', ')}" only; the host connects to 127.0.0.1.`
    return hostFinding(
      'handler-ipv6-only',
      'error',
      message,
      'Listen on ":" + port, or on "127.0.0.1:" + port.',
    )
  }
  if (sockets.length > 0) {
    const places = sockets.map((socket) => placeOf(socket, port)).join(', ')
    const message = `The handler listens on ${places}, not on 127.0.0.1 with the port in FUNCTIONS_CUSTOMHANDLER_PORT.`
    return hostFinding('handler-wrong-port', 'error', message, portHint)
  }
  const message = `The handler runs, but nothing listens on its port after ${Math.round(timeoutMs / 1000)} s.${quoteLines(output.since(output.count() - 3))}`
  const waits = waitsForSurroundings(watch, message)
  if (waits !== undefined) return waits
  return hostFinding(
    'handler-never-listens',
    'error',
    message,
    `Start the HTTP server first in main. ${portHint} ${tryAnyway}`,
  )
}

function placeOf({ address, port, family }: ListeningSocket, expectedPort: number): string {
  if (port !== expectedPort) return `port ${port}`
  return `address "${family === 'ipv6' ? `[${address}]` : address}"`
}

/** Looks at the sockets now and then; another one that stays open for a while settles the matter. */
function watchSockets({ handler }: StartWatch): {
  readonly isCertain: (elapsedMs: number) => boolean
  readonly sockets: () => readonly ListeningSocket[]
} {
  let lookedAtMs = -lookEveryMs
  let firstSeenAtMs: number | undefined
  let patienceMs: number | undefined
  const sockets = () => handler.sockets()
  return {
    sockets,
    isCertain: (elapsedMs) => {
      if (elapsedMs - lookedAtMs < lookEveryMs) return false
      lookedAtMs = elapsedMs
      if (sockets().length === 0) {
        firstSeenAtMs = undefined
        return false
      }
      firstSeenAtMs ??= elapsedMs
      // A profiler's port may open long before the right one; a program without the name has no right one.
      patienceMs ??= mentionsPortVariable(handler.command.program) ? patientWrongPortMs : wrongPortMs
      return elapsedMs - firstSeenAtMs >= patienceMs
    },
  }
}

function mentionsPortVariable(program: string | undefined): boolean {
  if (program === undefined) return false
  const names = ['FUNCTIONS_CUSTOMHANDLER_PORT', 'FUNCTIONS_HTTPWORKER_PORT']
  const chunk = Buffer.alloc(1024 * 1024)
  const overlap = 64
  const file = openSync(program, 'r')
  try {
    for (let offset = 0; ; offset += chunk.length - overlap) {
      const sizeBytes = readSync(file, chunk, 0, chunk.length, offset)
      const part = chunk.subarray(0, sizeBytes)
      if (names.some((name) => part.includes(name))) return true
      if (sizeBytes < chunk.length) return false
    }
  } finally {
    closeSync(file)
  }
}
