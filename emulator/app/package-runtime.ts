/**
 * Runs the packages of one app over time: unpacks them, and lets one follow the other on every instance, with the lag
 * and the mixtures that the fault plan wants. What one instance does is in `host-instance`.
 */
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FaultBook } from '../server/faults'
import type { Latencies } from '../server/latencies'
import type { LifeFaults } from '../server/life-faults'
import type { WebRequest } from '../server/service'
import { planFacts } from './apps'
import { askProcess, publicationOf } from './host-exchange'
import { HostInstance, type InstanceParts } from './host-instance'
import { unpackPackage } from './package-folder'
import type { HostReply, Publication } from './publication'
import { type StartHost, startPlaceholder } from './start-host'
import { type App, type AppRuntime, isUnpacked } from './state'

export interface RuntimeParts {
  /** Existing folder below which packages are unpacked. */
  readonly root: string
  readonly faults: FaultBook
  readonly latencies: Latencies
  readonly startHost: StartHost
  /** Every instance serves the package in use, and none the one before. */
  readonly onServed: (app: App) => void
}

/** A package and the instances that run it. */
interface Generation {
  readonly folder: string
  readonly instances: readonly HostInstance[]
}

export class PackageRuntime implements AppRuntime {
  readonly #parts: RuntimeParts
  readonly #folders = new Set<string>()
  #app: App
  /** Those that answer, the newest last; two while they take turns. */
  #serving: readonly Generation[] = []
  #hasPackage = false
  #turn = 0
  /** Ends what is still to come of the last change. */
  #change = new AbortController()
  #changing: Promise<void> = Promise.resolve()
  #taking: Promise<void> = Promise.resolve()
  /** Why a package could not be taken into use. */
  readonly #lines: string[] = []
  #opening: Promise<void> | undefined

  constructor(app: App, parts: RuntimeParts) {
    this.#app = app
    this.#parts = parts
  }

  async activate(packageBytes: Buffer, app: App): Promise<void> {
    this.#app = app
    await this.#opening
    const folder = await makeFolder(this.#parts.root)
    await unpackPackage(packageBytes, folder, {
      defaultMode: 0o644,
      ...(isUnpacked(app) ? { fixedMode: 0o777 } : {}),
    })
    const taken = this.#taking.then(() => this.#take(folder, app))
    this.#taking = taken.catch(() => {})
    await taken
  }

  /** One package after the other: the one before may be under way, and is not waited for. */
  async #take(folder: string, app: App): Promise<void> {
    this.#change.abort()
    await this.#changing
    this.#folders.add(folder)
    const change = new AbortController()
    this.#change = change
    const isFirst = !this.#hasPackage
    this.#hasPackage = true
    app.servedByAllAtMs = undefined
    if (isFirst) await this.#replace(folder)
    const { restartLagMs = this.#parts.latencies.restartLagMs } = this.#faults()
    this.#changing = (
      isFirst ? this.#afterReplacement(change.signal) : this.#follow(folder, restartLagMs, change.signal)
    ).catch((error: unknown) => {
      if (!change.signal.aborted) this.#lines.push(String(error))
    })
  }

  async restart(app: App): Promise<void> {
    this.#app = app
    await Promise.all(this.#instances().map((instance) => instance.restart()))
  }

  adopt(app: App): void {
    this.#app = app
  }

  async publication(app: App): Promise<Publication | undefined> {
    await this.#open()
    const process = this.#next()?.process
    return process && publicationOf(process, app)
  }

  async ask(request: WebRequest, app: App): Promise<HostReply> {
    await this.#open()
    const process = this.#next()?.process
    if (process === undefined) return 'no-process'
    const { uptimeSpeed = 1 } = this.#faults()
    const startedAtMs = Date.now() - (Date.now() - process.startedAtMs) * uptimeSpeed
    return await askProcess({ ...process, startedAtMs }, app, request)
  }

  log(): readonly string[] {
    return [...this.#lines, ...this.#instances().flatMap((instance) => instance.log())]
  }

  async settled(): Promise<void> {
    await this.#taking
    await this.#changing
  }

  async stop(): Promise<void> {
    await this.#taking
    this.#change.abort()
    await Promise.allSettled([this.#changing, this.#opening])
    await Promise.all(this.#instances().map((instance) => instance.stop()))
    this.#serving = []
    await Promise.all([...this.#folders].map((folder) => rm(folder, { recursive: true, force: true })))
  }

  /** Before the first package there is a host without functions. */
  #open(): Promise<void> {
    this.#opening ??= this.#hasPackage
      ? Promise.resolve()
      : makeFolder(this.#parts.root).then((folder) => {
          this.#folders.add(folder)
          return this.#replace(folder)
        })
    return this.#opening
  }

  /** The package before answers on, then perhaps both in turn, then the new one alone. */
  async #follow(folder: string, lagMs: number, signal: AbortSignal): Promise<void> {
    const { rolling, reloadsInProcess = false } = this.#faults()
    // What is superseded has never been served: the package after it follows the same one.
    if (lagMs > 0) await sleep(lagMs, undefined, { signal })
    if (reloadsInProcess) await this.#reload(folder)
    else if (rolling === undefined) await this.#replace(folder)
    else {
      const old = this.#serving
      const next = await this.#begin(folder)
      this.#serving = [...old, next]
      await sleep(rolling.forMs, undefined, { signal }).finally(async () => {
        this.#serving = [next]
        await close(old)
      })
    }
    await this.#sweep()
    await this.#afterReplacement(signal)
  }

  async #afterReplacement(signal: AbortSignal): Promise<void> {
    const aborted = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
    await Promise.race([Promise.all(this.#instances().map((instance) => instance.settled())), aborted])
    signal.throwIfAborted()
    this.#parts.onServed(this.#app)
    const { extraRestart } = this.#faults()
    if (extraRestart === undefined) return
    await sleep(extraRestart.afterMs, undefined, { signal })
    await this.restart(this.#app)
  }

  async #replace(folder: string): Promise<void> {
    const old = this.#serving
    await close(old)
    this.#serving = [
      await this.#begin(
        folder,
        old.flatMap(({ instances }) => instances),
      ),
    ]
  }

  async #reload(folder: string): Promise<void> {
    const instances = this.#instances()
    await Promise.all(instances.map((instance) => instance.reload(() => this.#launch(folder))))
    this.#serving = [{ folder, instances }]
  }

  async #begin(folder: string, old: readonly HostInstance[] = []): Promise<Generation> {
    const { instances: count = 1, instanceIds } = this.#faults()
    const keepsIds = instanceIds === 'kept' || !planFacts[this.#app.spec.plan].isServerless
    const instances = Array.from({ length: count }, (_, index) => {
      const former = keepsIds ? old[index]?.id : undefined
      const id = instanceIds === 'empty' ? '' : former || randomUUID().replaceAll('-', '')
      return new HostInstance(id, this.#instanceParts(folder))
    })
    await Promise.all(instances.map((instance) => instance.start()))
    return { folder, instances }
  }

  #instanceParts(folder: string): InstanceParts {
    return {
      launch: () => this.#launch(folder),
      hasFreshIds: this.#faults().instanceIds === 'fresh',
      pauseMs: (ends) => {
        const { hostPausesMs } = this.#faults()
        const given = hostPausesMs?.[Math.min(ends, hostPausesMs.length) - 1]
        return given ?? this.#parts.latencies.hostPauseMs * 2 ** Math.min(ends - 1, mostDoublings)
      },
    }
  }

  #launch(folder: string): ReturnType<StartHost> {
    return (this.#hasPackage ? this.#parts.startHost : startPlaceholder)(folder, this.#app)
  }

  /** Removes the files of packages that nothing runs any more. */
  async #sweep(): Promise<void> {
    const used = this.#serving.map(({ folder }) => folder)
    const unused = [...this.#folders].filter((folder) => !used.includes(folder))
    for (const folder of unused) this.#folders.delete(folder)
    await Promise.all(unused.map((folder) => rm(folder, { recursive: true, force: true })))
  }

  /** Instances are asked in turn, the old and the new ones alternately. */
  #next(): HostInstance | undefined {
    const generation = this.#serving[this.#turn % this.#serving.length]
    const turn = Math.floor(this.#turn / Math.max(1, this.#serving.length))
    this.#turn += 1
    return generation?.instances[turn % generation.instances.length]
  }

  #instances(): readonly HostInstance[] {
    return this.#serving.flatMap(({ instances }) => instances)
  }

  #faults(): LifeFaults {
    return this.#parts.faults.forApp(this.#app.key)
  }
}

const mostDoublings = 6

function makeFolder(root: string): Promise<string> {
  return mkdtemp(join(root, 'wwwroot-'))
}

async function close(generations: readonly Generation[]): Promise<void> {
  await Promise.all(generations.flatMap(({ instances }) => instances).map((instance) => instance.stop()))
}
