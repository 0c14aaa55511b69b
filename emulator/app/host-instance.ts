/**
 * One machine of an app: runs the host's process, and the next one after a pause when it ends by itself, as the
 * platform does. It knows nothing of packages that follow each other or of requests.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FunctionsHost } from '../../src/host/functions-host'

export interface HostProcess {
  readonly host: FunctionsHost
  readonly instanceId: string
  readonly startedAtMs: number
  /** What `POST /admin/host/restart` does: the process reads the package anew. */
  readonly restart: () => void
}

export interface InstanceParts {
  /** Starts a host's process for the package and settings of now. */
  readonly launch: () => FunctionsHost | Promise<FunctionsHost>
  /** The pause after so many ends in a row, from 1. */
  readonly pauseMs: (ends: number) => number
  /** Each process has an id of its own. */
  readonly hasFreshIds: boolean
}

/** A life of this length forgets the ends before it (assumed). */
const forgivenAfterMs = 60_000
const maximumPastLines = 500

export class HostInstance {
  readonly #stopping = new AbortController()
  readonly #pastLines: string[] = []
  #parts: InstanceParts
  #id: string
  #ends = 0
  /** Undefined while there is none. */
  process: HostProcess | undefined

  /** @param id of the machine; empty where the host does not say it */
  constructor(id: string, parts: InstanceParts) {
    this.#id = id
    this.#parts = parts
  }

  get id(): string {
    return this.#id
  }

  /** Starts the first process. */
  async start(): Promise<void> {
    await this.#launch(Date.now())
  }

  /** Ends the process and starts the next one at once. */
  async restart(): Promise<void> {
    await this.#end()
    await this.#launch(Date.now())
  }

  /** The same process reads another package: neither its age nor its id changes, and it answers on. */
  async reload(launch: InstanceParts['launch']): Promise<void> {
    this.#parts = { ...this.#parts, launch }
    const old = this.process
    await this.#launch(old?.startedAtMs ?? Date.now(), this.#id)
    if (old === undefined) return
    await old.host.stop()
    this.#keepLines(old.host)
  }

  log(): readonly string[] {
    return [...this.#pastLines, ...(this.process === undefined ? [] : linesOf(this.process.host))]
  }

  /** Waits until the handler is ready, or will not become ready by itself. */
  async settled(): Promise<void> {
    await this.process?.host.settled
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#end()
  }

  async #launch(startedAtMs: number, id?: string): Promise<void> {
    if (this.#stopping.signal.aborted) return
    const { launch, hasFreshIds } = this.#parts
    const host = await launch()
    if (this.#stopping.signal.aborted) {
      await host.stop()
      return
    }
    if (hasFreshIds && id === undefined) this.#id = randomUUID().replaceAll('-', '')
    const restart = (): void => void this.reload(this.#parts.launch)
    const process = { host, instanceId: this.#id, startedAtMs, restart }
    this.process = process
    const onEnded = (): void => void this.#follow(process)
    if (host.ended.aborted) onEnded()
    else host.ended.addEventListener('abort', onEnded, { once: true })
  }

  /** After a process that ended by itself comes a pause, and the next one. */
  async #follow(ended: HostProcess): Promise<void> {
    if (this.process !== ended) return
    this.#keepLines(ended.host)
    this.process = undefined
    this.#ends = Date.now() - ended.startedAtMs > forgivenAfterMs ? 1 : this.#ends + 1
    const { signal } = this.#stopping
    await sleep(this.#parts.pauseMs(this.#ends), undefined, { signal, ref: false }).catch(() => {})
    if (this.process === undefined) await this.#launch(Date.now())
  }

  async #end(): Promise<void> {
    const { process } = this
    this.process = undefined
    if (process === undefined) return
    await process.host.stop()
    this.#keepLines(process.host)
  }

  #keepLines(host: FunctionsHost): void {
    this.#pastLines.push(...linesOf(host))
    this.#pastLines.splice(0, this.#pastLines.length - maximumPastLines)
  }
}

function linesOf({ log }: FunctionsHost): readonly string[] {
  return log.entries.map(({ text }) => text)
}
