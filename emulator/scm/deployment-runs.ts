/**
 * The life of a deployment after its package has been received, on both kinds of deployment servers: the
 * lock, the states over time, and what becomes of the app. The servers only show the records.
 */
import { createHash, randomUUID } from 'node:crypto'
import type { AppLifecycle } from '../app/lifecycle'
import { entryNames } from '../app/package-content'
import type { App, DeploymentRecord, DeploymentStatus } from '../app/state'
import type { AppFaults, FaultBook } from '../server/faults'
import { type Latencies, pause } from '../server/latencies'
import { flexFailure, flexLog, kuduLog } from './deployment-logs'
import { newDeployment } from './new-deployment'

export interface RunParts {
  readonly lifecycle: AppLifecycle
  readonly faults: FaultBook
  readonly latencies: Latencies
}

export type RunRequest = Pick<DeploymentRecord, 'author' | 'deployer' | 'message' | 'isRemoteBuild'>

interface Outcome {
  readonly status: DeploymentStatus
  readonly text: string
  readonly log: DeploymentRecord['log']
  readonly isActivated: boolean
}

export class DeploymentRuns {
  readonly #parts: RunParts
  readonly #running = new Set<Promise<void>>()
  #isStopped = false

  /** @param parts what a run needs */
  constructor(parts: RunParts) {
    this.#parts = parts
  }

  /**
   * Starts a deployment and takes the lock.
   *
   * @param app whose deployment
   * @param packageBytes as received
   * @param request what the client said about it
   * @returns the record the client is told about, and the end of the run
   */
  begin(
    app: App,
    packageBytes: Buffer,
    request: RunRequest,
  ): { record: DeploymentRecord; done: Promise<void> } {
    const isFlex = app.spec.plan === 'flex-consumption'
    const record = newDeployment({
      ...request,
      isTemporary: !isFlex,
      id: isFlex ? randomUUID() : `temp-${randomUUID().slice(0, 8)}`,
    })
    app.lockedBy = record.id
    app.deployments.unshift(record)
    const done = this.#run(app, record, packageBytes).finally(() => this.#running.delete(done))
    this.#running.add(done)
    return { record, done }
  }

  /**
   * Notes that a package has arrived, whatever becomes of it.
   *
   * @param app where
   * @param packageBytes as received
   */
  receive(app: App, packageBytes: Buffer): void {
    app.received.push({ atMs: Date.now(), sizeBytes: packageBytes.length, sha256: digest(packageBytes) })
  }

  /** Ends waiting runs. */
  async stop(): Promise<void> {
    this.#isStopped = true
    await Promise.all(this.#running)
  }

  async #run(app: App, first: DeploymentRecord, packageBytes: Buffer): Promise<void> {
    const { faults, latencies } = this.#parts
    const plan = faults.forApp(app.key)
    let record = first
    if (record.isTemporary) {
      await this.#wait(plan.temporaryRecordMs ?? latencies.deploymentStepMs)
      record = this.#makePermanent(app, record)
    }
    for (const status of [0, 1, 2] as const) {
      record.status = status
      if (plan.stuckAt === status) return
      await this.#wait(latencies.deploymentStepMs)
      if (this.#isStopped) return
    }
    const outcome = await this.#conclude(app, record, packageBytes)
    record.log.push(...outcome.log)
    record.statusText = outcome.text
    record.endedAtMs = Date.now()
    if (outcome.status === 4) for (const each of app.deployments) each.isActive = each === record
    record.status = outcome.status
    app.lockedBy = undefined
    if (plan.foreignDeployment) this.#addForeign(app, record, plan.foreignDeployment)
    if (plan.recordVanishes) {
      this.#later(plan.recordVanishes.afterMs, () => {
        app.deployments = app.deployments.filter((each) => each !== record)
      })
    }
    if (outcome.isActivated) await this.#afterActivation(app)
  }

  async #conclude(app: App, record: DeploymentRecord, packageBytes: Buffer): Promise<Outcome> {
    const isFlex = app.spec.plan === 'flex-consumption'
    const plan = this.#parts.faults.forApp(app.key)
    const fail = (status: DeploymentStatus, step: string, text: string): Outcome => ({
      status,
      text,
      log: isFlex ? flexFailure(record, step, [text]) : kuduLog(record, [text]),
      isActivated: false,
    })
    // A partial success has stored the package: only a later step went wrong.
    if (plan.terminalStatus !== undefined && plan.terminalStatus !== 6) {
      const texts = plan.failureLog ?? [defaultFailures[plan.terminalStatus]]
      const log = isFlex ? flexFailure(record, 'Kudu-UploadPackageStep', texts) : kuduLog(record, texts)
      return { status: plan.terminalStatus, text: texts[0] ?? '', log, isActivated: false }
    }
    try {
      const names = await entryNames(packageBytes)
      if (isFlex) {
        const refusal = flexRefusal(app, record, names)
        if (refusal) return fail(3, refusal.step, refusal.text)
      }
    } catch {
      return fail(3, 'Kudu-ExtractZipStep', 'End of Central Directory record could not be found.')
    }
    const isKept =
      (!isFlex && isSilentNoOp(app)) || (plan.terminalStatus === 6 && plan.partialKeepsOld === true)
    if (!isKept) {
      try {
        await this.#parts.lifecycle.activate(app, packageBytes, digest(packageBytes))
      } catch (error) {
        return fail(3, 'Kudu-ExtractZipStep', error instanceof Error ? error.message : String(error))
      }
    }
    if (plan.terminalStatus === 6) {
      const texts = plan.failureLog ?? [defaultFailures[6]]
      const log = flexFailure(record, 'Kudu-SyncTriggerStep', texts)
      return { status: 6, text: texts[0] ?? '', log, isActivated: false }
    }
    return { status: 4, text: '', log: isFlex ? flexLog(record) : kuduLog(record), isActivated: !isKept }
  }

  /** Kudu deletes the temporary record once the package is fetched, and goes on under a fresh id. */
  #makePermanent(app: App, temporary: DeploymentRecord): DeploymentRecord {
    const record: DeploymentRecord = {
      ...temporary,
      id: randomUUID().replaceAll('-', ''),
      isTemporary: false,
    }
    app.deployments = app.deployments.map((each) => (each === temporary ? record : each))
    app.lockedBy = record.id
    return record
  }

  #addForeign(app: App, own: DeploymentRecord, fault: NonNullable<AppFaults['foreignDeployment']>): void {
    this.#later(fault.afterMs ?? 0, () => {
      const foreign = newDeployment({
        author: 'someone-else',
        deployer: 'other-pipeline',
        message: 'not yours',
      })
      foreign.status = fault.status
      foreign.endedAtMs = Math.max(Date.now(), (own.endedAtMs ?? 0) + 1)
      app.deployments.unshift(foreign)
      if (fault.isActive) for (const each of app.deployments) each.isActive = each === foreign
    })
  }

  #later(delayMs: number, act: () => void): void {
    if (delayMs === 0) act()
    else setTimeout(() => this.#isStopped || act(), delayMs).unref()
  }

  async #afterActivation(app: App): Promise<void> {
    const { latencies, lifecycle } = this.#parts
    if (app.spec.plan === 'flex-consumption') await this.#wait(latencies.triggerSyncMs)
    await lifecycle.syncTriggers(app)
    const slot = app.spec.slots.find((each) => each.name === app.slot)
    if (slot?.autoSwapTo !== undefined) {
      app.isSwapping = true
      await this.#wait(latencies.deploymentStepMs)
      this.onAutoSwap?.(app, slot.autoSwapTo)
      app.isSwapping = false
    }
  }

  /** Set by the emulator, which knows the other slots. */
  onAutoSwap: ((app: App, target: string) => void) | undefined

  async #wait(delayMs: number): Promise<void> {
    const end = Date.now() + delayMs
    while (!this.#isStopped && Date.now() < end) await pause(Math.min(50, end - Date.now()))
  }
}

const defaultFailures: Readonly<Record<-1 | 3 | 5 | 6, string>> = {
  [-1]: 'Deployment was cancelled.',
  3: '[Kudu-UploadPackageStep] Failed to upload because Azure Storage responded with Forbidden.',
  5: 'Deployment was cancelled because another deployment is in progress.',
  6: '[Kudu-SyncTriggerStep] Failed to sync triggers: the host did not start.',
}

/** Why Flex refuses a package that it could read. */
function flexRefusal(
  app: App,
  record: DeploymentRecord,
  names: readonly string[],
): { readonly step: string; readonly text: string } | undefined {
  if (app.settings['WEBSITE_RUN_FROM_PACKAGE'] !== undefined) {
    return {
      step: 'Kudu-ValidationStep',
      text: 'WEBSITE_RUN_FROM_PACKAGE is not supported on Flex Consumption.',
    }
  }
  if (!names.includes('host.json')) {
    return {
      step: 'Kudu-ContentValidationStep',
      text: 'InvalidPackageContentException: Package content validation failed: Cannot find required host.json file at root of package.',
    }
  }
  if (record.isRemoteBuild) {
    return {
      step: 'Kudu-OryxBuildStep',
      text: 'Error: Could not detect any platform in the source directory.',
    }
  }
  return undefined
}

/**
 * A build that is switched on makes Kudu neither build nor copy a custom handler, and report success; the
 * Kudu of Linux Consumption does the same always.
 */
function isSilentNoOp(app: App): boolean {
  if (app.spec.plan === 'consumption') return true
  const isBuilding = /^(1|true)$/i.test(app.settings['SCM_DO_BUILD_DURING_DEPLOYMENT'] ?? '')
  return isBuilding && app.settings['WEBSITE_RUN_FROM_PACKAGE'] !== '1'
}

function digest(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
