/**
 * What happens to an app from inside Azure: settings change, a package is taken into use, triggers are synced,
 * slots are swapped. Shared by ARM and the two deployment servers, which only speak protocols.
 */
import { createHash } from 'node:crypto'
import type { FaultBook } from '../server/faults'

import type { App, AppRuntime } from './state'

/** Reads a package from the URL in `WEBSITE_RUN_FROM_PACKAGE`, as the app would. */
export type PackageFetcher = (url: string, app: App) => Promise<Buffer>

export interface LifecycleParts {
  readonly faults: FaultBook
  readonly startRuntime: (app: App) => AppRuntime
  readonly fetchPackage: PackageFetcher
  /** From the moment when all serve a package until the host syncs by itself. */
  readonly ownSyncMs: number
}

export class AppLifecycle {
  readonly #parts: LifecycleParts
  /** Activations under way, by app: a trigger sync waits for them. */
  readonly #pending = new Map<string, Promise<void>>()
  /** Why the package of `WEBSITE_RUN_FROM_PACKAGE` could not be read, by app. */
  readonly packageErrors = new Map<string, string>()

  /** @param parts fault book, Functions host and blob reader */
  constructor(parts: LifecycleParts) {
    this.#parts = parts
  }

  /**
   * Replaces the app settings and restarts app and SCM site.
   *
   * @param app whose settings
   * @param settings the complete new map
   */
  changeSettings(app: App, settings: Readonly<Record<string, string>>): void {
    const before = app.settings['WEBSITE_RUN_FROM_PACKAGE']
    app.settings = { ...settings }
    app.hasWarmScm = false
    const bounceMs = this.#parts.faults.forApp(app.key).settingsBounceMs ?? 0
    if (bounceMs > 0) app.unavailableUntilMs = Date.now() + bounceMs
    const url = settings['WEBSITE_RUN_FROM_PACKAGE']
    if (url !== undefined && url !== before && /^https?:/i.test(url)) this.#begin(app, this.#mount(app, url))
    else if (app.runtime) this.#begin(app, app.runtime.restart(app))
  }

  /**
   * Takes a package into use.
   *
   * @param app whose package
   * @param packageBytes a zip
   * @param sha256 its digest, for the state
   */
  async activate(app: App, packageBytes: Buffer, sha256: string): Promise<void> {
    await this.runtimeOf(app).activate(packageBytes, app)
    app.activated += 1
    app.activeSha256 = sha256
    app.syncsOfOld = this.#parts.faults.forApp(app.key).syncServesOld ?? 0
  }

  /** What runs for the app; before its first package that is a host without functions. */
  runtimeOf(app: App): AppRuntime {
    app.runtime ??= this.#parts.startRuntime(app)
    return app.runtime
  }

  /**
   * Publishes the triggers of the running package: from now on ARM lists its functions.
   *
   * @param app whose triggers
   * @returns what the host answered instead, as ARM's wrapper names it; undefined when it is done
   * @see HostController.cs of Azure/azure-functions-host: a sync needs a host that runs
   */
  async syncTriggers(app: App): Promise<'Forbidden' | 'ServiceUnavailable' | undefined> {
    if (app.state === 'Stopped') return 'Forbidden'
    await this.#pending.get(app.key)
    app.syncs += 1
    return await this.#publish(app)
  }

  async #publish(app: App): Promise<'ServiceUnavailable' | undefined> {
    const publication = await this.runtimeOf(app).publication(app)
    if (publication === undefined) return 'ServiceUnavailable'
    if (app.syncsOfOld > 0) {
      app.syncsOfOld -= 1
      return undefined
    }
    const { listKeptOnError = false } = this.#parts.faults.forApp(app.key)
    if (!publication.isInError || !listKeptOnError) app.synced = publication.functions
    return publication.isInError ? 'ServiceUnavailable' : undefined
  }

  /** Every instance serves the package in use. A while later the host publishes its triggers by itself. */
  noteServed(app: App): void {
    const servedAtMs = Date.now()
    app.servedByAllAtMs = servedAtMs
    const timer = setTimeout(() => {
      const isSame = app.servedByAllAtMs === servedAtMs && app.state === 'Running'
      if (isSame && app.syncsOfOld === 0) void this.#publish(app)
    }, this.#parts.ownSyncMs)
    timer.unref()
  }

  /**
   * Exchanges content and settings of two slots of one app.
   *
   * @param source becomes what `target` was
   * @param target becomes what `source` was
   */
  swap(source: App, target: App): void {
    const kept = { ...source }
    const { faults } = this.#parts
    const lastSwap = {
      atMs: Math.max(Date.now(), (target.lastSwap?.atMs ?? 0) + 1),
      source: source.slot ?? 'production',
      destination: target.slot ?? 'production',
    }
    for (const app of [source, target]) {
      app.lastSwap = lastSwap
      app.swaps += 1
      const { breaksAfterSwap } = faults.forApp(app.key)
      app.isBrokenBySwap = faults.take(`${app.key}:breaks-after-swap`, breaksAfterSwap)
    }
    for (const [to, from] of [
      [source, target],
      [target, kept],
    ] as const) {
      to.settings = from.settings
      to.runtime = from.runtime
      to.runtime?.adopt(to)
      to.servedByAllAtMs = from.servedByAllAtMs === undefined ? undefined : lastSwap.atMs
      to.synced = from.synced
      to.deployments = from.deployments
      to.activeSha256 = from.activeSha256
    }
  }

  /** Waits until what was activated is in use everywhere; for tests and for `stop`. */
  async settle(apps: readonly App[]): Promise<void> {
    await Promise.all(this.#pending.values())
    await Promise.all(apps.map((app) => app.runtime?.settled()))
  }

  async #mount(app: App, url: string): Promise<void> {
    try {
      const bytes = await this.#parts.fetchPackage(url, app)
      await this.activate(app, bytes, createHash('sha256').update(bytes).digest('hex'))
      this.packageErrors.delete(app.key)
    } catch (error) {
      this.packageErrors.set(app.key, error instanceof Error ? error.message : String(error))
    }
  }

  #begin(app: App, work: Promise<void>): void {
    const after = (this.#pending.get(app.key) ?? Promise.resolve()).then(() => work)
    const guarded = after.catch((error: unknown) => {
      this.packageErrors.set(app.key, error instanceof Error ? error.message : String(error))
    })
    this.#pending.set(app.key, guarded)
  }
}
