/**
 * Runs the fault matrix of one app: a clean deployment to learn the requests from, then one deployment for each
 * request and fault. Each deploys the package that is not active, so every success is seen.
 */
import type { App } from '../../emulator/app/state'
import { type Emulator, startEmulator } from '../../emulator/emulator'
import { pause } from '../../emulator/server/latencies'
import { effectsOf, lookAt } from './app-effects'
import { Deployer, type Target } from './deployer'
import type { Report } from './deployment-process'
import { speed } from './fast-clock'
import { clockKinds, type FaultKind, faultKinds } from './fault-kinds'
import { type Effects, type Judgement, judge, judgeClock, judgeRace } from './judge'
import { type LifeKind, lifeKinds } from './life-kinds'
import { type KnownRequest, knownRequests } from './requests'
import type { TestPackage } from './test-packages'
import { type RaceStart, race } from './two-runs'

export interface Scenario extends Judgement {
  readonly target: string
  readonly request: string
  readonly fault: string
  readonly code: string
  readonly elapsedMs: number
}

export interface MatrixOptions {
  readonly packages: readonly [TestPackage, TestPackage, TestPackage]
  /** Where redirects lead, and how many requests arrived there. */
  readonly elsewhere: { readonly url: string; count(): number }
  readonly requestFilter: RegExp
  readonly faultFilter: RegExp
  readonly onScenario: (scenario: Scenario, report: Report | undefined) => void
}

const mostRepeats = 2
/** For people, where a request has its name. */
const wholeDeployment = 'the whole deployment'
// In real time; a deployment without a fault takes less than one second.
const raceDistancesMs = [0, 60, 150, 300, 450, 600, 900]
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
  const matrix = new Matrix(emulator, target, options)
  try {
    // The second deployment is the usual one: there is something to be replaced.
    await matrix.clean()
    emulator.requests.clear()
    await matrix.clean()
    const requests = knownRequests(emulator.requests.all).filter(({ name }) =>
      options.requestFilter.test(name),
    )
    const scenarios: Scenario[] = []
    for (const request of requests) {
      for (const fault of faultKinds(options.elsewhere.url)) {
        if (fault.needsBody === true && !request.hasBody) continue
        if (fault.times > 1 && request.skip > 0) continue
        if (!options.faultFilter.test(fault.name)) continue
        scenarios.push(await matrix.meetUnhurried(request, fault))
      }
    }
    scenarios.push(...(await matrix.meetAll()))
    return { scenarios, requests: requests.length }
  } finally {
    matrix.end()
    await emulator.stop()
  }
}

class Matrix {
  readonly #emulator: Emulator
  readonly #target: Target
  readonly #options: MatrixOptions
  /** What is deployed to. */
  readonly #app: App
  /** What runs the package in the end: the target of a swap, or the same. */
  readonly #goal: App
  readonly #deployers: readonly [Deployer, Deployer]

  constructor(emulator: Emulator, target: Target, options: MatrixOptions) {
    this.#emulator = emulator
    this.#target = target
    this.#options = options
    this.#deployers = [new Deployer(emulator, target), new Deployer(emulator, target)]
    this.#app = emulator.state.get(target.app.name, target.slotName || undefined)
    this.#goal =
      target.swapWith === undefined ? this.#app : emulator.state.get(target.app.name, target.swapWith)
  }

  async clean(next = this.#nextPackage()): Promise<void> {
    const report = await this.#deployers[0].deploy(next)
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
    const { service, method, path, skip } = request
    this.#emulator.faults.set({
      requests: [{ service, method, path, skip, times: fault.times, effect: fault.effect }],
    })
    const { report, effects } = await this.#observe({})
    return this.#tell(request.name, fault.name, judge(fault, report, effects), report)
  }

  /** Runs what befalls a deployment as a whole. */
  async meetAll(): Promise<readonly Scenario[]> {
    const { requestFilter, faultFilter } = this.#options
    const scenarios: Scenario[] = []
    if (!requestFilter.test(wholeDeployment)) return scenarios
    for (const kind of clockKinds.filter(({ name }) => faultFilter.test(name))) {
      const { report, effects } = await this.#observe({ clockAheadMs: kind.aheadMs })
      scenarios.push(this.#tell(wholeDeployment, kind.name, judgeClock(kind, report, effects), report))
    }
    for (const kind of lifeKinds.filter(({ name }) => faultFilter.test(name)))
      scenarios.push(await this.#meetLife(kind))
    for (const apartMs of raceDistancesMs) {
      const name = `another run ${apartMs * speed} ms later`
      if (faultFilter.test(name)) scenarios.push(await this.#race(name, { apartMs }))
    }
    const name = 'another run while this one is verified'
    if (faultFilter.test(name)) scenarios.push(await this.#race(name, 'while verified'))
    return scenarios
  }

  async #meetLife(kind: LifeKind): Promise<Scenario> {
    this.#emulator.faults.set(kind.faults(this.#app.key))
    const { report, effects } = await this.#observe({ remembers: true })
    return this.#tell(wholeDeployment, kind.name, judge(kind, report, { ...effects, isHit: true }), report)
  }

  // Two runs, two packages, and neither of them is the one before.
  async #race(name: string, start: RaceStart): Promise<Scenario> {
    const [app, goal, [one, other, former]] = [this.#app, this.#goal, this.#options.packages]
    await this.clean(former)
    const { settings } = lookAt(app, goal)
    const parts = { emulator: this.#emulator, deployers: this.#deployers, app, goal }
    const racers = await race(parts, [one, other], start)
    await this.#quiet()
    const judgement = judgeRace(racers, lookAt(app, goal).settings === settings)
    const failed = racers.find(({ report }) => report?.isGreen !== true) ?? racers[0]
    return this.#tell(wholeDeployment, name, judgement, failed?.report)
  }

  async #observe(
    how: Parameters<Deployer['deploy']>[1],
  ): Promise<{ readonly report: Report | undefined; readonly effects: Effects }> {
    const [app, goal] = [this.#app, this.#goal]
    const next = this.#nextPackage()
    const before = lookAt(app, goal)
    const strayBefore = this.#options.elsewhere.count()
    this.#emulator.requests.clear()
    const report = await this.#deployers[0].deploy(next, how)
    const isHit = this.#emulator.requests.all.some((logged) => logged.fault !== undefined)
    this.#emulator.faults.set({})
    await this.#quiet()
    const effects: Effects = {
      ...effectsOf(before, lookAt(app, goal), next.sha256),
      ...(goal === app ? { isGoalChanged: false } : {}),
      wantedSwaps: goal === app ? 0 : 1,
      isHit,
      strayRequests: this.#options.elsewhere.count() - strayBefore,
    }
    return { report, effects }
  }

  #tell(request: string, fault: string, judgement: Judgement, report: Report | undefined): Scenario {
    const first = report?.findings.find(({ severity }) => severity === 'error')
    const scenario: Scenario = {
      ...judgement,
      target: this.#target.name,
      request,
      fault,
      code: first?.code ?? '',
      elapsedMs: report?.elapsedMs ?? 0,
    }
    this.#options.onScenario(scenario, report)
    return scenario
  }

  end(): void {
    for (const deployer of this.#deployers) deployer.end()
  }

  #nextPackage(): TestPackage {
    const [one, other] = this.#options.packages
    return this.#goal.activeSha256 === one.sha256 ? other : one
  }

  // A deployment that was given up may still be under way; the next one must not meet it.
  async #quiet(): Promise<void> {
    const app = this.#app
    const isBusy = (): boolean => app.lockedBy !== undefined || app.operationId !== undefined
    for (let waits = 0; isBusy() && waits < 100; waits += 1) {
      await pause(20)
    }
    await this.#emulator.settle()
    for (const each of [app, this.#goal]) {
      // What a swap took away from its deployment never ends.
      each.deployments = each.deployments.filter(({ endedAtMs }) => endedAtMs !== undefined).slice(0, 3)
      each.lockedBy = undefined
    }
  }
}

function isTimedOut({ result, reasons }: Scenario): boolean {
  return result === 'defect' && reasons.some((reason) => /ETIMEDOUT|no answer within/.test(reason))
}
