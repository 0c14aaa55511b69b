/** The inputs of the action: their names, their kinds and what can be chosen. Reads nothing. */
import { type Severity, severities } from '../findings'
import type { CloudChoice } from './cloud'

export const architectures = ['amd64', 'arm64'] as const
export type Architecture = (typeof architectures)[number]

export const modelChoices = ['auto', 'custom-handler', 'native'] as const
export type ModelChoice = (typeof modelChoices)[number]

export const failLevels = ['error', 'warning'] as const
export type FailLevel = (typeof failLevels)[number]

export const rehearsalModes = ['auto', 'true', 'host', 'false'] as const
export type RehearsalMode = (typeof rehearsalModes)[number]

/** The image of the Functions host that Microsoft keeps for custom images; amd64 only. */
export const defaultHostImage = 'mcr.microsoft.com/azure-functions/base:4'

export interface Inputs {
  readonly workingDirectory: string
  readonly model: ModelChoice
  readonly mainPackage: string
  readonly executable: string
  readonly goarch: Architecture
  readonly tags: string
  readonly ldflags: string
  readonly buildFlags: readonly string[]
  readonly binary: string
  readonly package: string
  /** What `package` has to be, in lower case; empty: anything. */
  readonly packageSha256: string
  readonly include: readonly string[]
  readonly compressionLevel: number
  readonly failOn: FailLevel
  readonly ignoreFindings: readonly string[]
  readonly rehearse: RehearsalMode
  /** App settings of the rehearsal; their values may be secrets. */
  readonly rehearseSettings: Readonly<Record<string, string>>
  /** The image of the Functions host, with `rehearse: host`. */
  readonly hostImage: string
  /** Empty: nothing is deployed. */
  readonly appName: string
  readonly slotName: string
  /** What the slot is swapped with once it is verified; empty: nothing. */
  readonly swapWith: string
  readonly resourceGroup: string
  /** Empty: the session that azure/login left is used. */
  readonly clientId: string
  readonly tenantId: string
  readonly subscriptionId: string
  readonly cloud: CloudChoice
  /** The cloud under its former name, as it was given; empty: not used. */
  readonly environment: string
  /** Empty: the audience of the cloud. */
  readonly audience: string
  readonly dryRun: boolean
  /** Nothing is uploaded when the same package is active and verified. */
  readonly skipUnchanged: boolean
  readonly deployTimeoutMinutes: number
  readonly verifyTimeoutMinutes: number
  /** Path and query to GET after the deployment; empty: no request. */
  readonly verifyPath: string
  /** How long everything has to stay as it is; 0: not at all; undefined: as long as fits. */
  readonly verifySettleSeconds: number | undefined
  /** Functions that take a GET are called. */
  readonly verifyCalls: boolean
  /** Keys are fetched where nothing answers without one. */
  readonly verifyKeys: boolean
  readonly reportFile: string
  readonly sarifFile: string
  readonly sbomFile: string
}

/**
 * Whether a severity is at or above the level from which findings fail the step.
 *
 * @param severity the finding's severity
 * @param failOn the `fail-on` input
 * @returns true when a finding of that severity fails the step
 */
export function failsStep(severity: Severity, failOn: FailLevel): boolean {
  return severities.indexOf(severity) <= severities.indexOf(failOn)
}
