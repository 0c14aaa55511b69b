/**
 * Two runs at once that deploy two packages to one app, and what was in use when each of them looked last.
 */
import type { App } from '../../emulator/app/state'
import type { Emulator } from '../../emulator/emulator'
import type { FaultPlan } from '../../emulator/server/faults'
import { pause } from '../../emulator/server/latencies'
import type { Deployer } from './deployer'
import type { Racer } from './judge'
import { type TestPackage, testFunction } from './test-packages'

export interface RaceParts {
  readonly emulator: Emulator
  readonly deployers: readonly [Deployer, Deployer]
  /** What is deployed to. */
  readonly app: App
  /** What runs the package in the end. */
  readonly goal: App
}

/** When the second run starts: so much later, or when the first has deployed, which is held there until both have. */
export type RaceStart = { readonly apartMs: number } | 'while verified'

// Holds the first run in its verification until the second one has deployed.
const unanswered: FaultPlan = {
  requests: [
    {
      path: new RegExp(`^/api/${testFunction}`),
      times: Number.POSITIVE_INFINITY,
      effect: { kind: 'status', status: 503 },
    },
  ],
}

/** @returns both runs, the first one first */
export async function race(
  { emulator, deployers, app, goal }: RaceParts,
  [one, other]: readonly [TestPackage, TestPackage],
  start: RaceStart,
): Promise<readonly [Racer, Racer]> {
  const history: { readonly atMs: number; readonly sha256: string | undefined }[] = []
  const watching = setInterval(() => {
    history.push({ atMs: Date.now(), sha256: goal.activeSha256 })
    if (app.activeSha256 === other.sha256) emulator.faults.set({})
  }, 2)
  const run = async (deployer: Deployer, sent: TestPackage): Promise<Racer> => {
    const report = await deployer.deploy(sent)
    const checkedAtMs = report?.checkedAtMs ?? Date.now()
    const activeThen = history.filter(({ atMs }) => atMs <= checkedAtMs).at(-1)?.sha256
    return { report, sha256: sent.sha256, activeThen }
  }
  const second = async (): Promise<Racer> => {
    if (start !== 'while verified') await pause(start.apartMs)
    else for (let waits = 0; app.activeSha256 !== one.sha256 && waits < 2000; waits += 1) await pause(10)
    return run(deployers[1], other)
  }
  try {
    if (start === 'while verified') emulator.faults.set(unanswered)
    return await Promise.all([run(deployers[0], one), second()])
  } finally {
    emulator.faults.set({})
    clearInterval(watching)
  }
}
