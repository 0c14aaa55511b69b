/**
 * What the emulated Azure remembers: apps with their settings, deployments and packages.
 * Holds data and finds it; protocols are elsewhere.
 */

import { randomBytes } from 'node:crypto'
import { planRules } from '../../src/functions/plans'
import type { WebRequest } from '../server/service'
import type { AppSpec } from './apps'
import type { FunctionFacts, HostReply, Publication } from './publication'
import { ResourceGroups } from './resource-groups'

export const deploymentStatuses = [-1, 0, 1, 2, 3, 4, 5, 6] as const
export type DeploymentStatus = (typeof deploymentStatuses)[number]

export interface LogEntry {
  readonly id: string
  readonly atMs: number
  readonly message: string
  /** 0 message, 1 warning, 2 error. */
  readonly type: 0 | 1 | 2
  readonly details?: readonly LogEntry[]
}

export interface DeploymentRecord {
  id: string
  status: DeploymentStatus
  statusText: string
  readonly author: string
  readonly deployer: string
  readonly message: string
  readonly isRemoteBuild: boolean
  isTemporary: boolean
  isActive: boolean
  readonly receivedAtMs: number
  endedAtMs: number | undefined
  readonly log: LogEntry[]
  /** Good polls so far. */
  polls: number
}

export interface ReceivedPackage {
  readonly atMs: number
  readonly sizeBytes: number
  readonly sha256: string
}

/** The app is given each time, since slots are swapped. */
export interface AppRuntime {
  /** Takes a package into use; the one before may answer on for a while. */
  activate(packageBytes: Buffer, app: App): Promise<void>
  /** Starts the same package again, with the settings of now. */
  restart(app: App): Promise<void>
  /** Another app has it from now on. */
  adopt(app: App): void
  /** Undefined while there is no process. */
  publication(app: App): Promise<Publication | undefined>
  /** Answers as the host's process does, with its own pages and keys. */
  ask(request: WebRequest, app: App): Promise<HostReply>
  /** Lines that hosts and handlers wrote, oldest first. */
  log(): readonly string[]
  /** Waits until the package in use is served by every instance. */
  settled(): Promise<void>
  stop(): Promise<void>
}

export interface SlotSwap {
  readonly atMs: number
  /** `production` for the app itself. */
  readonly source: string
  readonly destination: string
}

/** A production app or a slot. */
export interface App {
  readonly spec: AppSpec
  readonly slot: string | undefined
  /** `app` or `app/slot`: key in fault plans and in the state. */
  readonly key: string
  /** ARM id. */
  readonly id: string
  settings: Record<string, string>
  state: 'Running' | 'Stopped'
  /** `properties` of `config/logs` as they were written. */
  logging: object
  /** `localhost:port` of the public site and of the SCM site, set when the servers listen. */
  host: string
  scmHost: string
  readonly publishing: { readonly user: string; readonly password: string }
  readonly masterKey: string
  deployments: DeploymentRecord[]
  /** Id of the deployment that holds the lock. */
  lockedBy: string | undefined
  isSwapping: boolean
  /** The operation of the resource manager that holds this app, as `inProgressOperationId` shows it. */
  operationId: string | undefined
  /** The last swap that succeeded, as `slotSwapStatus` shows it. */
  lastSwap: SlotSwap | undefined
  /** Swaps in which this app took part. */
  swaps: number
  /** The host does not survive in this place: set by a swap into it, taken away by the next one. */
  isBrokenBySwap: boolean
  unavailableUntilMs: number
  hasWarmScm: boolean
  received: ReceivedPackage[]
  /** Packages that were taken into use. */
  activated: number
  /** SHA-256 of the package in use. */
  activeSha256: string | undefined
  /** What ARM lists: the functions at the time of the last trigger sync. */
  synced: readonly FunctionFacts[]
  syncs: number
  /** Syncs that publish nothing new yet. */
  syncsOfOld: number
  /** When every instance served the package in use for the first time; undefined while one does not. */
  servedByAllAtMs: number | undefined
  runtime: AppRuntime | undefined
}

export interface Subscription {
  readonly id: string
  readonly name: string
  readonly tenantId: string
}

export class AzureState {
  readonly subscription: Subscription
  #apps: readonly App[]
  readonly groups = new ResourceGroups()

  /**
   * @param subscription where the apps are
   * @param specs one per app; slots become apps of their own
   */
  constructor(subscription: Subscription, specs: readonly AppSpec[]) {
    this.subscription = subscription
    this.#apps = specs.flatMap((spec) => this.#created(spec))
  }

  /** @returns the app, then its slots */
  add(spec: AppSpec): readonly App[] {
    const created = this.#created(spec)
    this.#apps = [...this.#apps, ...created]
    return created
  }

  /** @returns what was in the group */
  removeGroup(resourceGroup: string): readonly App[] {
    const isInIt = (app: App) => app.spec.resourceGroup.toLowerCase() === resourceGroup.toLowerCase()
    const gone = this.#apps.filter(isInIt)
    this.#apps = this.#apps.filter((app) => !isInIt(app))
    return gone
  }

  get apps(): readonly App[] {
    return this.#apps
  }

  /** A new slot of an app, with these settings and no package. */
  addSlot(app: App, slot: string, settings: Readonly<Record<string, string>>): App {
    const added = this.#create(app.spec, slot, settings)
    this.#apps = [...this.#apps, added]
    return added
  }

  remove(app: App): void {
    this.#apps = this.#apps.filter((each) => each !== app)
  }

  /**
   * Finds an app or slot by name, without regard to case.
   *
   * @param name app name
   * @param slot slot name; undefined or `production` for the app itself
   * @param resourceGroup only there when given
   */
  find(name: string, slot?: string, resourceGroup?: string): App | undefined {
    const wantedSlot = slot?.toLowerCase() === 'production' ? undefined : slot?.toLowerCase()
    return this.apps.find(
      (app) =>
        app.spec.name.toLowerCase() === name.toLowerCase() &&
        app.slot?.toLowerCase() === wantedSlot &&
        (resourceGroup === undefined || app.spec.resourceGroup.toLowerCase() === resourceGroup.toLowerCase()),
    )
  }

  /**
   * The same, for callers that know that it is there.
   *
   * @throws when there is no such app
   */
  get(name: string, slot?: string): App {
    const app = this.find(name, slot)
    if (!app) throw new Error(`the emulator has no app '${slot ? `${name}/${slot}` : name}'`)
    return app
  }

  #created(spec: AppSpec): readonly App[] {
    const { resourceGroup, location } = spec
    if (this.groups.find(resourceGroup) === undefined) this.groups.add(resourceGroup, location, {})
    return [
      this.#create(spec, undefined, spec.settings),
      ...spec.slots.map((slot) => this.#create(spec, slot.name, { ...spec.settings, ...slot.settings })),
    ]
  }

  #create(spec: AppSpec, slot: string | undefined, settings: Readonly<Record<string, string>>): App {
    const site = `/subscriptions/${this.subscription.id}/resourceGroups/${spec.resourceGroup}/providers/Microsoft.Web/sites/${spec.name}`
    return {
      spec,
      slot,
      key: slot ? `${spec.name}/${slot}` : spec.name,
      id: slot ? `${site}/slots/${slot}` : site,
      settings: { ...settings },
      state: spec.isStopped ? 'Stopped' : 'Running',
      logging: {},
      host: '',
      scmHost: '',
      publishing: { user: `$${spec.name}`, password: randomBytes(30).toString('base64url') },
      masterKey: randomBytes(30).toString('base64url'),
      deployments: [],
      lockedBy: undefined,
      isSwapping: false,
      operationId: undefined,
      lastSwap: undefined,
      swaps: 0,
      isBrokenBySwap: false,
      unavailableUntilMs: 0,
      hasWarmScm: false,
      received: [],
      activated: 0,
      activeSha256: undefined,
      synced: [],
      syncs: 0,
      syncsOfOld: 0,
      servedByAllAtMs: undefined,
      runtime: undefined,
    }
  }
}

/** The package is unpacked into the app's files, where Kudu gives every file all permissions; else it is mounted. */
export function isUnpacked(app: App): boolean {
  const fromPackage = app.settings['WEBSITE_RUN_FROM_PACKAGE'] ?? ''
  return !planRules[app.spec.plan].mountsPackage && !/^(?:1$|https?:)/i.test(fromPackage)
}
