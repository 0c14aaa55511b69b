/**
 * Keeps one handler alive by the host's rules: start, wait until ready, restart after errors, give up.
 * It knows nothing about functions or requests.
 */
import { randomUUID } from 'node:crypto'
import { chmodSync, statSync } from 'node:fs'
import { messageOf } from '../errors'
import type { HostHandler, HostProfile } from './app'
import type { HostLog, LogLevel } from './host-log'
import { type HandlerCommand, resolveCommand } from './process/command-line'
import { handlerEnvironment } from './process/environment'
import { freePort } from './process/free-port'
import {
  exitLog,
  type HandlerExit,
  type HandlerProcess,
  HandlerStartError,
  type OutputLine,
  startHandler,
} from './process/handler-process'
import { waitUntilReady } from './readiness'

/** `ShutDown` stands for the end of the whole host after too many errors. */
export const dispatcherStates = ['Default', 'Initializing', 'Initialized', 'ShutDown'] as const
export type DispatcherState = (typeof dispatcherStates)[number]

/** What a host without anything to start has, too. */
export interface Dispatcher {
  readonly state: DispatcherState
  /** Undefined before a port was chosen. */
  readonly port: number | undefined
  /** What went wrong so far, in the host's words. */
  readonly errors: readonly string[]
  /** Settles when the handler is ready, or will not become ready by itself. */
  readonly settled: Promise<void>
  /** Waits for a ready handler; a wait that ends without one shuts the host down. */
  waitUntilReady(timeoutMs: number): Promise<boolean>
  stop(): Promise<void>
}

export interface DispatcherSurroundings {
  readonly handler: HostHandler
  readonly appRoot: string
  readonly profile: HostProfile
  readonly settings: Readonly<Record<string, string>>
  readonly home: string
  readonly log: HostLog
  readonly readinessTimeoutMs: number
}

/** How one life of the handler ended. */
type Life = 'stuck' | 'failed' | 'restart' | 'ended' | 'stopped'

const maximumErrors = 3
const maximumKeptErrors = 50
const restartExitCode = 200

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
  readonly errors: string[] = []
  readonly settled: Promise<void>
  private readonly surroundings: DispatcherSurroundings
  private readonly stopping = new AbortController()
  private readonly running: Promise<void>
  private settle: () => void = () => {}
  private current: HandlerProcess | undefined

  constructor(surroundings: DispatcherSurroundings) {
    this.surroundings = surroundings
    this.settled = new Promise((resolve) => {
      this.settle = resolve
    })
    this.running = this.run()
      .catch((thrown: unknown) => this.shutDown(messageOf(thrown)))
      .finally(() => this.settle())
  }

  async waitUntilReady(timeoutMs: number): Promise<boolean> {
    const deadline = performance.now() + timeoutMs
    while (this.state === 'Initializing' && performance.now() < deadline && !this.stopping.signal.aborted) {
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
    if (this.state === 'Initializing' && !this.stopping.signal.aborted) {
      this.shutDown(
        'Final functionDispatcher state: Initializing. Initialization timed out and host is shutting down',
      )
    }
    return this.state === 'Initialized'
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
    while (!this.stopping.signal.aborted) {
      const life = await this.live(port)
      if (life === 'restart') continue
      // A program that the kernel refused, or that left with code 0 after it was ready, is not started again.
      if (life !== 'failed') return
      errorCount += 1
      if (errorCount < maximumErrors) continue
      this.shutDown('Exceeded http worker restart retry count. Shutting down Functions Host')
      return
    }
  }

  private async live(port: number): Promise<Life> {
    const { handler, appRoot, home, settings, profile, log } = this.surroundings
    this.state = 'Initializing'
    const environment = handlerEnvironment({ port, workerId: randomUUID(), appRoot, home, settings })
    const command = resolveCommand(handler, appRoot, environment)
    if (profile === 'flex' || profile === 'consumption') assignExecutePermission(command, log)
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
    const { readinessTimeoutMs: timeoutMs, log } = this.surroundings
    const readiness = await waitUntilReady({ port, handler, timeoutMs, signal: this.stopping.signal })
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
    log.write('debug', 'Worker process started and initialized.')
    this.state = 'Initialized'
    this.settle()
    return this.endOf(handler, await handler.ended)
  }

  private endOf(handler: HandlerProcess, exit: HandlerExit): Life {
    if (this.stopping.signal.aborted) return 'stopped'
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

/** Only the Consumption plans do this; a failure is a warning and the start is tried anyway. */
function assignExecutePermission({ program }: HandlerCommand, log: HostLog): void {
  if (program === undefined) return
  try {
    const { mode } = statSync(program)
    if ((mode & 0o100) === 0) chmodSync(program, (mode & 0o7777) | 0o111)
  } catch {
    log.write('warning', 'Error while assigning execute permission.')
  }
}
