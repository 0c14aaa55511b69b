/**
 * Runs the fault matrix of one app: a clean deployment to learn the requests from, then one deployment for each
 * request and fault. Each deploys the package that is not active, so every success is seen.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { AppSpec } from '../../emulator/app/apps'
import type { App } from '../../emulator/app/state'
import { type Emulator, startEmulator } from '../../emulator/emulator'
import type { Order, Report } from './deployment-process'
import { type FaultKind, faultKinds } from './fault-kinds'
import { type Effects, type Judgement, judge } from './judge'
import { type KnownRequest, knownRequests } from './requests'
import { type TestPackage, testFunction } from './test-packages'

export interface Target {
  /** For people. */
  readonly name: string
  readonly app: AppSpec
  readonly slotName: string
  /** What the slot is swapped with once it is verified; absent: nothing. */
  readonly swapWith?: string
}

export interface Scenario extends Judgement {
  readonly target: string
  readonly request: string
  readonly fault: string
  readonly code: string
  readonly elapsedMs: number
}

export interface MatrixOptions {
  readonly packages: readonly [TestPackage, TestPackage]
  /** Where redirects lead, and how many requests arrived there. */
  readonly elsewhere: { readonly url: string; count(): number }
  readonly requestFilter: RegExp
  readonly faultFilter: RegExp
  readonly onScenario: (scenario: Scenario, report: Report | undefined) => void
}

// In real time; a deployment without a fault takes less than one second.
const patienceMs = 60_000
const mostRepeats = 2

/**
 * Runs every scenario of one app.
 *
 * @param target the app
 * @param options packages, filters, and who wants to know
 * @returns the scenarios, and how many requests they are about
 * @throws when the deployment without a fault fails
 */
export async function runMatrix(
  target: Target,
  options: MatrixOptions,
): Promise<{ readonly scenarios: readonly Scenario[]; readonly requests: number }> {
  const emulator = await startEmulator({ apps: [target.app] })
  const deployer = new Deployer(emulator, target, options)
  try {
    // The second deployment is the usual one: there is something to be replaced.
    await deployer.clean()
    emulator.requests.clear()
    await deployer.clean()
    const requests = knownRequests(emulator.requests.all).filter(({ name }) =>
      options.requestFilter.test(name),
    )
    const scenarios: Scenario[] = []
    for (const request of requests) {
      for (const fault of faultKinds(options.elsewhere.url)) {
        if (fault.needsBody === true && !request.hasBody) continue
        if (fault.times > 1 && request.skip > 0) continue
        if (!options.faultFilter.test(fault.name)) continue
        scenarios.push(await deployer.meetUnhurried(request, fault))
      }
    }
    return { scenarios, requests: requests.length }
  } finally {
    deployer.end()
    await emulator.stop()
  }
}

class Deployer {
  readonly #emulator: Emulator
  readonly #target: Target
  readonly #options: MatrixOptions
  /** What is deployed to. */
  readonly #app: App
  /** What runs the package in the end: the target of a swap, or the same. */
  readonly #goal: App
  #process: ChildProcess | undefined

  constructor(emulator: Emulator, target: Target, options: MatrixOptions) {
    this.#emulator = emulator
    this.#target = target
    this.#options = options
    this.#app = emulator.state.get(target.app.name, target.slotName || undefined)
    this.#goal =
      target.swapWith === undefined ? this.#app : emulator.state.get(target.app.name, target.swapWith)
  }

  async clean(): Promise<void> {
    const report = await this.#deploy(this.#nextPackage())
    if (report?.isGreen !== true) {
      const said = report?.crash ?? report?.findings.map(({ message }) => message).join(' ') ?? 'it hangs'
      throw new Error(`The deployment to ${this.#target.name} without a fault failed: ${said}`)
    }
  }

  /**
   * Meets a fault once more when a deployment ran into a timeout that the fault cannot have caused: timeouts are as
   * short here as waits are, and a busy machine is no server that does not answer. What is wrong stays wrong.
   */
  async meetUnhurried(request: KnownRequest, fault: FaultKind): Promise<Scenario> {
    let scenario = await this.meet(request, fault)
    const isSilent = fault.effect.kind === 'silence' || fault.effect.kind === 'trickle'
    for (let again = 0; again < mostRepeats && !isSilent && isTimedOut(scenario); again += 1) {
      console.log(
        `repeated, since the machine was too busy: ${scenario.target}: ${request.name}: ${fault.name}`,
      )
      scenario = await this.meet(request, fault)
    }
    return scenario
  }

  async meet(request: KnownRequest, fault: FaultKind): Promise<Scenario> {
    const [app, goal] = [this.#app, this.#goal]
    const next = this.#nextPackage()
    const before = {
      activated: app.activated,
      sha256: app.activeSha256,
      goalSha256: goal.activeSha256,
      address: addressOf(app),
      settings: otherSettings(app),
      swaps: goal.swaps,
    }
    const strayBefore = this.#options.elsewhere.count()
    const { service, method, path, skip } = request
    this.#emulator.faults.set({
      requests: [{ service, method, path, skip, times: fault.times, effect: fault.effect }],
    })
    this.#emulator.requests.clear()
    const report = await this.#deploy(next)
    const isHit = this.#emulator.requests.all.some((logged) => logged.fault !== undefined)
    this.#emulator.faults.set({})
    await this.#quiet()
    const effects: Effects = {
      activated: app.activated - before.activated,
      isOursActive: goal.activeSha256 === next.sha256,
      isChanged: app.activeSha256 !== before.sha256 || addressOf(app) !== before.address,
      isGoalChanged: goal !== app && goal.activeSha256 !== before.goalSha256,
      swaps: goal.swaps - before.swaps,
      wantedSwaps: goal === app ? 0 : 1,
      isSettingsKept: otherSettings(app) === before.settings,
      isHit,
      strayRequests: this.#options.elsewhere.count() - strayBefore,
    }
    const first = report?.findings.find(({ severity }) => severity === 'error')
    const scenario: Scenario = {
      ...judge(fault, report, effects),
      target: this.#target.name,
      request: request.name,
      fault: fault.name,
      code: first?.code ?? '',
      elapsedMs: report?.elapsedMs ?? 0,
    }
    this.#options.onScenario(scenario, report)
    return scenario
  }

  end(): void {
    this.#process?.kill('SIGKILL')
  }

  #nextPackage(): TestPackage {
    const [one, other] = this.#options.packages
    return this.#goal.activeSha256 === one.sha256 ? other : one
  }

  /** Undefined when it hangs: its process is ended then. */
  #deploy(next: TestPackage): Promise<Report | undefined> {
    const { ids, env } = this.#emulator
    this.#process ??= fork(join(import.meta.dirname, 'deployment-process.ts'), {
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, ...env, GITHUB_ACTIONS: '' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    const child = this.#process
    const order: Order = {
      ...ids,
      ...next,
      packagePath: next.path,
      appName: this.#target.app.name,
      slotName: this.#target.slotName,
      swapWith: this.#target.swapWith ?? '',
      functions: [testFunction],
      verifyPath: `/api/${testFunction}`,
    }
    return new Promise((resolve) => {
      const finish = (report: Report | undefined): void => {
        clearTimeout(timer)
        child.off('message', finish)
        child.off('exit', abandon)
        resolve(report)
      }
      const abandon = (): void => {
        child.kill('SIGKILL')
        this.#process = undefined
        finish(undefined)
      }
      const timer = setTimeout(abandon, patienceMs)
      child.once('message', finish)
      child.once('exit', abandon)
      child.send(order)
    })
  }

  // A deployment that was given up may still be under way; the next one must not meet it.
  async #quiet(): Promise<void> {
    const app = this.#app
    const isBusy = (): boolean => app.lockedBy !== undefined || app.operationId !== undefined
    for (let waits = 0; isBusy() && waits < 100; waits += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    await this.#emulator.settle()
    for (const each of [app, this.#goal]) {
      each.deployments = each.deployments.slice(0, 3)
      each.lockedBy = undefined
    }
  }
}

function isTimedOut({ result, reasons }: Scenario): boolean {
  return result === 'defect' && reasons.some((reason) => /ETIMEDOUT|no answer within/.test(reason))
}

function otherSettings(app: App): string {
  const { WEBSITE_RUN_FROM_PACKAGE: _, ...others } = app.settings
  return JSON.stringify(others)
}

function addressOf(app: App): string {
  return app.settings['WEBSITE_RUN_FROM_PACKAGE'] ?? ''
}
