/**
 * What a deployment changed, from two looks at the emulated apps. Pure but for the reading.
 */
import type { App } from '../../emulator/app/state'
import type { Effects } from './judge'

export interface Look {
  readonly activated: number
  readonly sha256: string | undefined
  readonly goalSha256: string | undefined
  readonly address: string
  readonly settings: string
  readonly swaps: number
}

/**
 * @param app what is deployed to
 * @param goal what runs the package in the end: the target of a swap, or the same
 */
export function lookAt(app: App, goal: App): Look {
  const { WEBSITE_RUN_FROM_PACKAGE: address = '', ...settings } = app.settings
  return {
    activated: app.activated,
    sha256: app.activeSha256,
    goalSha256: goal.activeSha256,
    address,
    settings: JSON.stringify(settings),
    swaps: goal.swaps,
  }
}

/** What is different between two looks, for a deployment of `sha256`. */
export function effectsOf(
  before: Look,
  after: Look,
  sha256: string,
): Omit<Effects, 'wantedSwaps' | 'isHit' | 'strayRequests'> {
  return {
    activated: after.activated - before.activated,
    isOursActive: after.goalSha256 === sha256,
    isChanged: after.sha256 !== before.sha256 || after.address !== before.address,
    isGoalChanged: after.goalSha256 !== before.goalSha256,
    swaps: after.swaps - before.swaps,
    isSettingsKept: after.settings === before.settings,
  }
}
