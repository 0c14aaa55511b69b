/** The first half of the rehearsal: does the handler start and become ready, and if not, why. */
import { closeSync, openSync, readSync } from 'node:fs'
import type { HandlerExit, HandlerProcess } from '../process/handler-process'
import type { ListeningSocket } from '../process/sockets'
import { type Readiness, readinessTimeoutMs, waitUntilReady } from '../readiness'
import { type HostFinding, hostFinding, quoteLines } from './finding'

export interface StartVerdict {
  /** Present when the handler is ready. */
  readonly startMs?: number
  readonly findings: readonly HostFinding[]
}

export interface StartWatch {
  readonly handler: HandlerProcess
  readonly port: number
  readonly signal: AbortSignal
  /** The host's 30 s when not given. */
  readonly timeoutMs?: number
}

const slowStartMs = 10_000
/** The host's sign for "start me again". */
const restartExitCode = 200
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
    if (exit !== undefined) return { findings: [exitFinding(watch.handler, exit, 'before it listened')] }
    return { startMs: readiness.elapsedMs, findings: slowStart(readiness.elapsedMs) }
  }
  if (watch.signal.aborted) return { findings: [] }
  return { findings: [await failure(readiness, watch, elsewhere.sockets())] }
}

/**
 * Says what it means that a handler ended.
 *
 * @param handler the process that ended
 * @param exit how it ended
 * @param when for example `before it listened`
 * @returns `handler-exits`, `handler-exits-zero`, or `handler-needs-setting` when its last words say so
 */
export function exitFinding(handler: HandlerProcess, exit: HandlerExit, when: string): HostFinding {
  const quoted = quoteLines(handler.lastErrors(3))
  if (exit.code === 0) {
    const message = `The handler exited with code 0 ${when}.${quoted} The host takes no notice of that code, and every request fails.`
    return hostFinding('handler-exits-zero', 'error', message, serveHint)
  }
  if (exit.code === restartExitCode) {
    const message = `The handler exited with code ${exit.code} ${when}.${quoted} The host starts it again without end, and every request fails.`
    return hostFinding('handler-exits', 'error', message, serveHint)
  }
  const how =
    exit.code === null ? `was ended by ${exit.signal ?? 'a signal'}` : `exited with code ${exit.code}`
  const words = handler.lastErrors(10).join('\n')
  if (handler.isIsolated && /read-only file system/i.test(words)) {
    const message = `The handler ${how} ${when}: it wrote to a folder that is read-only in the rehearsal.${quoted}`
    return hostFinding('handler-exits', 'error', message, readOnlyHint)
  }
  const message = `The handler ${how} ${when}.${quoted}`
  if (missesSurroundings(words)) {
    return hostFinding(
      'handler-needs-setting',
      'warning',
      message,
      handler.isIsolated && missesNetwork.test(words) ? noNetworkHint : noSettingsHint,
    )
  }
  const hint = /address already in use/i.test(words)
    ? `Its port is taken, so it is not the one that the host chose. ${portHint}`
    : 'Azure starts it three times and then stops the host. Repair what these lines say.'
  return hostFinding('handler-exits', 'error', message, hint)
}

const portHint = 'Listen on the port in the environment variable FUNCTIONS_CUSTOMHANDLER_PORT.'
const serveHint = `The program must keep serving: end main with http.ListenAndServe. ${portHint}`

const readOnlyHint =
  'The rehearsal mounts the package read-only, as it is in Azure on Flex Consumption, on Consumption and when the app runs from its package. Write to the folder that os.TempDir() names.'
const noSettingsHint =
  'The runner has no app settings, so this may be fine in Azure. Read settings when a request needs them, or set rehearse: false.'
const noNetworkHint =
  'An isolated rehearsal has no network, so this may be fine in Azure. Connect when a request needs it, or set rehearse: false.'
const missesNetwork =
  /no such host|connection refused|network is unreachable|i\/o timeout|deadline exceeded|name resolution/i

/** Names a variable together with a word of want, or a service that cannot be reached. */
function missesSurroundings(words: string): boolean {
  if (/DefaultAzureCredential/i.test(words) || missesNetwork.test(words)) return true
  const variables = words.match(/\b[A-Z][A-Z0-9]*_[A-Z0-9_]+\b/g) ?? []
  const isForeign = variables.some((name) => !/^FUNCTIONS_(?:CUSTOMHANDLER|HTTPWORKER)_/.test(name))
  const isSetting = isForeign || /\b(?:environment variable|app setting|connection string)\b/i.test(words)
  return (
    isSetting &&
    /\b(?:missing|required|requires|not set|unset|empty|must|not found|undefined|need)/i.test(words)
  )
}

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
  { handler, port, timeoutMs = readinessTimeoutMs }: StartWatch,
  sockets: readonly ListeningSocket[],
): Promise<HostFinding> {
  if (readiness.kind === 'exited') {
    return exitFinding(handler, await handler.ended, 'before it listened')
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
  const message = `The handler runs, but nothing listens on its port after ${Math.round(timeoutMs / 1000)} s.${quoteLines(handler.lastErrors(3))}`
  return hostFinding(
    'handler-never-listens',
    'error',
    message,
    `Start the HTTP server first in main. ${portHint}`,
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
