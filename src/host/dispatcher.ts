/**
 * Keeps one handler alive by the host's rules: start, wait until ready, restart after errors, give up.
 * It knows nothing about functions or requests.
 */
import { messageOf } from '../errors'
import type { LogLevel } from './host-log'
import { freePort, PortHeldError } from './process/free-port'
import {
  exitLog,
  type HandlerExit,
  type HandlerProcess,
  HandlerStartError,
  type OutputLine,
  startHandler,
} from './process/handler-process'
import { type HandlerPlace, prepareStart } from './process/start-preparation'
import { waitUntilReady } from './readiness'

/** `ShutDown`: the process of the whole host ends. */
export const dispatcherStates = ['Default', 'Initializing', 'Initialized', 'ShutDown'] as const
export type DispatcherState = (typeof dispatcherStates)[number]

/** What a host without anything to start has, too. */
export interface Dispatcher {
  readonly state: DispatcherState
  /** Undefined before a port was chosen. */
  readonly port: number | undefined
  /** The host itself does not start, because the port that host.json fixes is held. */
  readonly isHostRefused: boolean
  /** What went wrong so far, in the host's words. */
  readonly errors: readonly string[]
  /** Settles when the handler is ready, or will not become ready by itself. */
  readonly settled: Promise<void>
  /** Fires when the host's process ends or is stopped. */
  readonly stopped: AbortSignal
  /** Waits for a ready handler; `gone` when the host ends before the time is over. */
  waitUntilReady(timeoutMs: number): Promise<'ready' | 'timed-out' | 'gone'>
  /** Ends the host: nobody waits for the handler any longer. */
  giveUp(reason: string): void
  /** Ends the handler and starts it again; that is no error. */
  restart(): void
  stop(): Promise<void>
}

export interface DispatcherSurroundings extends HandlerPlace {
  readonly readinessTimeoutMs: number
  /** How long the answer to `/` may take; undefined for no end. */
  readonly rootTimeoutMs?: number
}

/** How one life of the handler ended. */
type Life = 'stuck' | 'failed' | 'restart' | 'ended' | 'stopped'

const maximumErrors = 3
const maximumKeptErrors = 50
/** Errors that are farther apart than this are counted anew. */
const forgivenAfterMs = 30 * 60_000
const pollMs = 25
const restartExitCode = 200
const longestMs = 2 ** 31 - 1

/**
 * Starts a handler and looks after it.
 *
 * @param surroundings the handler, its folder, plan, settings and log
 * @returns the dispatcher, at first `Initializing`
 * @see HttpFunctionInvocationDispatcher.cs and HttpWorkerChannel.cs in Azure/azure-functions-host
 */
export function startDispatcher(surroundings: DispatcherSurroundings): Dispatcher {
  return new HandlerDispatcher(surroundings)
}

class HandlerDispatcher implements Dispatcher {
  state: DispatcherState = 'Initializing'
  port: number | undefined
  isHostRefused = false
  readonly errors: string[] = []
  readonly settled: Promise<void>
  private readonly surroundings: DispatcherSurroundings
  private readonly stopping = new AbortController()
  private readonly running: Promise<void>
  private settle: () => void = () => {}
  private current: HandlerProcess | undefined
  private isRestarting = false

  constructor(surroundings: DispatcherSurroundings) {
    this.surroundings = surroundings
    this.settled = new Promise((resolve) => {
      this.settle = resolve
    })
    this.running = this.run()
      .catch((thrown: unknown) => this.endWith(thrown))
      .finally(() => this.settle())
  }

  get stopped(): AbortSignal {
    return this.stopping.signal
  }

  /** Counts its pauses only, like the host. */
  async waitUntilReady(timeoutMs: number): Promise<'ready' | 'timed-out' | 'gone'> {
    for (let waitedMs = 0; this.state === 'Initializing' && waitedMs < timeoutMs; waitedMs += pollMs) {
      if (this.stopping.signal.aborted) break
      await new Promise((resolve) => setTimeout(resolve, pollMs))
    }
    if (this.stopping.signal.aborted) return 'gone'
    return this.state === 'Initializing' ? 'timed-out' : 'ready'
  }

  giveUp(reason: string): void {
    this.shutDown(reason)
  }

  restart(): void {
    this.isRestarting = true
    this.state = 'Initializing'
    void this.current?.kill()
  }

  async stop(): Promise<void> {
    this.stopping.abort()
    await this.current?.kill()
    await this.running
  }

  private async run(): Promise<void> {
    const port = await freePort(this.surroundings.handler.port)
    this.port = port
    let errorCount = 0
    let lastErrorAt = performance.now()
    while (!this.stopping.signal.aborted) {
      const life = await this.live(port)
      if (life === 'restart') continue
      // A program that the kernel refused, or that left with code 0 after it was ready, is not started again.
      if (life !== 'failed') return
      const now = performance.now()
      errorCount = now - lastErrorAt > forgivenAfterMs ? 1 : errorCount + 1
      lastErrorAt = now
      if (errorCount < maximumErrors) continue
      this.shutDown('Exceeded http worker restart retry count. Shutting down Functions Host')
      return
    }
  }

  private async live(port: number): Promise<Life> {
    const { log } = this.surroundings
    this.state = 'Initializing'
    const { command, environment } = prepareStart(this.surroundings, port)
    try {
      this.current = await startHandler(command, environment, (line) =>
        log.write(levelOf(line), line.text, 'handler'),
      )
    } catch (thrown) {
      if (!(thrown instanceof HandlerStartError)) throw thrown
      for (const line of thrown.hostLog) this.fail(line)
      return 'stuck'
    }
    try {
      return await this.watch(this.current, port)
    } finally {
      await this.current.kill()
    }
  }

  private async watch(handler: HandlerProcess, port: number): Promise<Life> {
    const { readinessTimeoutMs: timeoutMs, rootTimeoutMs = longestMs, log } = this.surroundings
    const { signal } = this.stopping
    const readiness = await waitUntilReady({ port, handler, timeoutMs, rootTimeoutMs, signal })
    if (readiness.kind === 'stopped') return 'stopped'
    if (readiness.kind === 'exited') return this.endOf(handler, readiness.exit)
    if (readiness.kind !== 'ready') {
      const reason = readiness.kind === 'timed-out' ? readiness.lastError : 'no answer'
      const uri = `http://127.0.0.1:${port}/`
      log.write(
        'debug',
        `Waiting for HttpWorker to be initialized. Request to: ${uri} failing with exception message: ${reason}`,
      )
      this.fail(`Failed to start http worker process. workerId:${handler.workerId}`)
      this.fail('Initializing HttpWorker timed out.')
      return 'failed'
    }
    log.write('information', 'Worker process started and initialized.')
    this.state = 'Initialized'
    this.settle()
    return this.endOf(handler, await handler.ended)
  }

  private endOf(handler: HandlerProcess, exit: HandlerExit): Life {
    if (this.stopping.signal.aborted) return 'stopped'
    if (this.isRestarting) {
      this.isRestarting = false
      return 'restart'
    }
    if (exit.code === 0) return 'ended'
    if (exit.code === restartExitCode) {
      this.surroundings.log.write('information', 'Language Worker Process exited and needs to be restarted.')
      return 'restart'
    }
    for (const line of exitLog(handler, exit)) this.fail(line)
    return 'failed'
  }

  private fail(text: string): void {
    this.surroundings.log.write('error', text)
    if (this.errors.length < maximumKeptErrors) this.errors.push(text)
  }

  private endWith(thrown: unknown): void {
    if (!(thrown instanceof PortHeldError)) {
      this.shutDown(messageOf(thrown))
      return
    }
    this.isHostRefused = true
    this.state = 'Default'
    this.fail(thrown.message)
  }

  private shutDown(text: string): void {
    this.fail(text)
    this.state = 'ShutDown'
    this.stopping.abort()
    this.settle()
  }
}

function levelOf({ stream, text }: OutputLine): LogLevel {
  if (stream === 'stdout') return 'information'
  return /warn/i.test(text) ? 'warning' : 'error'
}
