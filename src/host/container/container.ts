/**
 * One container of the host's image: its command line, its start, its console and its end. It gets nothing of the job.
 * What it is asked, and what its answers mean, is not known here.
 */
import { setTimeout as delay } from 'node:timers/promises'
import { messageOf } from '../../errors'
import { hostPort, type Mounts, runArguments } from './container-line'
import { askEngine, type Engine } from './engine'
import { engineError, hostEnded, refusalOf } from './engine-refusal'
import { labelled } from './leftovers'
import { publicPort } from './public-port'
import { reach } from './reach'
import type { RunningHost } from './running-host'

export interface ContainerRequest extends Mounts {
  readonly engine: Engine
  /** Id or name of the image; it has to be on the machine. */
  readonly image: string
  /** Of the container and its network; no other may have it. */
  readonly name: string
  readonly masterKey: string
  /** Blanks values that must not be shown. */
  readonly hidden?: (text: string) => string
  /** Whether the container may have a network that leads out, where it cannot be reached on one that does not. */
  readonly mayPublish: boolean
  readonly signal?: AbortSignal | undefined
}

export interface HostContainer extends RunningHost {
  /** For the engine. */
  readonly name: string
  /** `internal`: nothing but this machine is reached from inside. */
  readonly network: 'internal' | 'published'
  /** What the engine could not remove; empty when nothing is left. Known after `stop`. */
  readonly left: () => string
}

const mostLogLines = 20_000
const networkTimeoutMs = 30_000
const startTimeoutMs = 60_000
/** The engine waits for the processes of a container, which a busy machine ends slowly. */
const removeTimeoutMs = 30_000
/** The runner kills a cancelled step 7.5 s after it asked it to end. */
const removeWhenCancelledMs = 5000
const longestTimer = 2 ** 31 - 1

/**
 * Starts a container, on a network without a way out where its address is reached from here, else on a port of
 * 127.0.0.1.
 *
 * @returns the host, which may still be starting
 * @throws ActionError `host-engine-unavailable`, `host-engine-refuses`, `host-not-answering`; nothing is left then
 */
export async function startHostContainer(request: ContainerRequest): Promise<HostContainer> {
  const { engine, mayPublish, name } = request
  if (engine.isHere) {
    const host = await startOn(request, 'internal')
    if (host !== undefined) return host
  }
  if (!mayPublish) {
    throw engineError(
      'host-engine-refuses',
      `The action does not reach the container on a network without a way out, because ${engine.name} (${engine.file}) does not run on this Linux itself. In this run the action may not use another network: somebody else has a part in the code.`,
      'Use a Linux runner with an engine that runs there as root',
    )
  }
  const host = await startOn({ ...request, name: `${name}-p` }, 'published')
  if (host !== undefined) return host
  throw engineError(
    'host-not-answering',
    `The action does not reach the container at 127.0.0.1: ${engine.name} (${engine.file}) runs on another machine.`,
    'Use the engine of this machine',
  )
}

/** @returns undefined when there is no way to the container */
async function startOn(
  request: ContainerRequest,
  network: HostContainer['network'],
): Promise<HostContainer | undefined> {
  const { engine, name, signal, masterKey } = request
  const isInternal = network === 'internal'
  const port = isInternal ? hostPort : await publicPort()
  const clearing = openClearing(request)
  let running: Running | undefined
  const stop = async (): Promise<void> => {
    await running?.remove()
    if (isInternal) await clearing.ask(['network', 'rm', name], 'remove the network')
  }
  try {
    if (isInternal) await makeNetwork(request)
    const started = run(request, network, port, clearing)
    running = started
    const address = isInternal ? await addressOf(request, running) : '127.0.0.1'
    const isReached = await reach(address, port, running, signal)
    if (running.hasExited()) throw await endedEarly(engine, running)
    if (!isReached) {
      await stop()
      return undefined
    }
    const { exited, log } = running
    return {
      explainEnd: () => endedEarly(engine, started),
      origin: `http://${address}:${port}`,
      name,
      masterKey,
      log,
      exited,
      stop,
      network,
      left: clearing.left,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

async function makeNetwork({ engine, name, signal }: ContainerRequest): Promise<void> {
  const purpose = 'make the network of the container'
  const made = await askEngine(engine, ['network', 'create', '--internal', ...labelled(Date.now()), name], {
    timeoutMs: networkTimeoutMs,
    signal,
    purpose,
  })
  if (made.exitCode !== 0) throw refusalOf(engine, purpose, made.stderr, 'host-engine-refuses')
}

interface Clearing {
  /** Asks the engine to clear up, cancelled or not; what it cannot do is remembered. */
  ask(args: readonly string[], purpose: string): Promise<void>
  readonly left: () => string
}

function openClearing({ engine, signal }: ContainerRequest): Clearing {
  let left = ''
  return {
    left: () => left,
    ask: async (args, purpose) => {
      try {
        const timeoutMs = signal?.aborted ? removeWhenCancelledMs : removeTimeoutMs
        const { exitCode, stderr } = await askEngine(engine, args, { timeoutMs, purpose })
        const isGone = exitCode === 0 || /no such|not found|already in progress/i.test(stderr)
        if (!isGone) left = refusalOf(engine, purpose, stderr, 'host-engine-refuses').message
      } catch (error) {
        left = messageOf(error)
      }
    },
  }
}

interface Running {
  readonly exited: Promise<number | null>
  readonly hasExited: () => boolean
  readonly log: () => readonly string[]
  /** Removes the container, and ends the client whatever came of it. */
  remove(): Promise<void>
}

// The client stays attached: it hands on the console, and ends with the exit code of the container.
function run(
  request: ContainerRequest,
  network: HostContainer['network'],
  port: number,
  clearing: Clearing,
): Running {
  const { engine, name, hidden = (text: string) => text } = request
  const ending = new AbortController()
  const lines: string[] = []
  let hasExited = false
  const line = { ...request, engineName: engine.name, labels: labelled(Date.now()), network, port }
  const client = askEngine(engine, runArguments(line), {
    timeoutMs: longestTimer,
    signal: ending.signal,
    purpose: 'run the container',
    onLine: (_, text) => {
      if (lines.length < mostLogLines) lines.push(hidden(text))
    },
  })
  const exited = client
    .then(({ exitCode }) => exitCode)
    .catch((error) => {
      if (!ending.signal.aborted) lines.push(messageOf(error))
      return null
    })
    .finally(() => {
      hasExited = true
    })
  return {
    exited,
    hasExited: () => hasExited,
    log: () => lines,
    remove: async () => {
      await clearing.ask(['rm', '--force', '--volumes', name], 'remove the container')
      await Promise.race([exited, delay(1000, undefined, { ref: false })])
      ending.abort(new Error('the container is not needed any more'))
      await exited
    },
  }
}

async function addressOf({ engine, name, signal }: ContainerRequest, running: Running): Promise<string> {
  const purpose = 'say the address of the container'
  const format = '{{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}}'
  const deadline = performance.now() + startTimeoutMs
  for (;;) {
    if (running.hasExited()) throw await endedEarly(engine, running)
    const asked = { timeoutMs: networkTimeoutMs, signal, purpose }
    const { stdout } = await askEngine(
      engine,
      ['inspect', '--type', 'container', '--format', format, name],
      asked,
    )
    const [, address] = /^\s*([\da-f.:]+)\s*$/i.exec(stdout) ?? []
    if (address !== undefined) return address
    if (performance.now() > deadline) {
      throw engineError(
        'host-engine-refuses',
        `${engine.name} (${engine.file}) has not started the container within ${startTimeoutMs / 1000} s.`,
        'Check the daemon of the engine',
      )
    }
    await delay(100, undefined, signal === undefined ? {} : { signal })
  }
}

/** 125 is the engine's own code; 126 and 127 that the image's command cannot be started. */
async function endedEarly(engine: Engine, running: Running): Promise<Error> {
  const code = await running.exited
  const said = running.log().slice(-20).join('\n')
  const isOfEngine = code === null || (code >= 125 && code <= 127) || /exec format error/i.test(said)
  if (isOfEngine) return refusalOf(engine, 'run the container', said, 'host-engine-refuses')
  return hostEnded(code, running.log())
}
