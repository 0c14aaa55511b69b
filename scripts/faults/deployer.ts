/**
 * One deployment at a time in a process of its own, which is kept for the next one, and ended when it hangs.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { AppSpec } from '../../emulator/app/apps'
import type { Emulator } from '../../emulator/emulator'
import type { Order, Report } from './deployment-process'
import { type TestPackage, testFunction } from './test-packages'

export interface Target {
  /** For people. */
  readonly name: string
  readonly app: AppSpec
  readonly slotName: string
  /** What the slot is swapped with once it is verified; absent: nothing. */
  readonly swapWith?: string
}

// In real time; a deployment without a fault takes less than one second.
const patienceMs = 60_000

export class Deployer {
  readonly #emulator: Emulator
  readonly #target: Target
  #process: ChildProcess | undefined

  constructor(emulator: Emulator, target: Target) {
    this.#emulator = emulator
    this.#target = target
  }

  /** @returns undefined when it hangs */
  deploy(
    next: TestPackage,
    { clockAheadMs = 0, remembers = false }: Partial<Pick<Order, 'clockAheadMs' | 'remembers'>> = {},
  ): Promise<Report | undefined> {
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
      clockAheadMs,
      remembers,
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

  end(): void {
    this.#process?.kill('SIGKILL')
  }
}
