/**
 * The inputs of the action: one reader, one frozen object, every bad input in one error.
 * Reads the environment only; touches no file and no network.
 */
import { ActionError } from '../errors'
import { type Severity, severities } from '../findings'
import { getMultilineInput as lines, getInput as text } from '../workflow-commands'
import { azureProblems, conflicts, swapProblems } from './rules'

export const architectures = ['amd64', 'arm64'] as const
export type Architecture = (typeof architectures)[number]

export const modelChoices = ['auto', 'custom-handler', 'native'] as const
export type ModelChoice = (typeof modelChoices)[number]

export const failLevels = ['error', 'warning'] as const
export type FailLevel = (typeof failLevels)[number]

export const rehearsalModes = ['auto', 'true', 'false'] as const
export type RehearsalMode = (typeof rehearsalModes)[number]

export const environments = ['azurecloud', 'azureusgovernment', 'azurechinacloud'] as const
export type Environment = (typeof environments)[number]

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
  readonly environment: Environment
  /** Empty: the audience of the cloud. */
  readonly audience: string
  readonly dryRun: boolean
  /** Nothing is uploaded when the same package is active and verified. */
  readonly skipUnchanged: boolean
  readonly deployTimeoutMinutes: number
  readonly verifyTimeoutMinutes: number
  /** Path and query to GET after the deployment; empty: no request. */
  readonly verifyPath: string
  readonly reportFile: string
  readonly sarifFile: string
  readonly sbomFile: string
}

/**
 * Reads and checks every input.
 *
 * @returns the inputs, frozen
 * @throws ActionError `input-invalid` that lists every bad input with its value and what is allowed
 */
export function readInputs(): Inputs {
  const problems: string[] = []
  const inputs: Inputs = {
    workingDirectory: text('working-directory') || '.',
    model: choice('model', modelChoices, 'auto', problems),
    mainPackage: text('main-package'),
    executable: text('executable'),
    goarch: choice('goarch', architectures, 'amd64', problems),
    tags: text('tags'),
    ldflags: text('ldflags'),
    buildFlags: lines('build-flags'),
    binary: text('binary'),
    package: text('package'),
    packageSha256: text('package-sha256').toLowerCase(),
    include: lines('include'),
    compressionLevel: wholeNumber('compression-level', 0, 9, 6, problems),
    failOn: choice('fail-on', failLevels, 'error', problems),
    ignoreFindings: lines('ignore-findings'),
    rehearse: choice('rehearse', rehearsalModes, 'auto', problems),
    appName: text('app-name'),
    slotName: text('slot-name'),
    swapWith: text('swap-with'),
    resourceGroup: text('resource-group'),
    clientId: text('client-id'),
    tenantId: text('tenant-id'),
    subscriptionId: text('subscription-id'),
    environment: choice('environment', environments, 'azurecloud', problems),
    audience: text('audience'),
    dryRun: yesOrNo('dry-run', problems),
    skipUnchanged: yesOrNo('skip-unchanged', problems),
    deployTimeoutMinutes: wholeNumber('deploy-timeout', 1, 360, 15, problems),
    verifyTimeoutMinutes: wholeNumber('verify-timeout', 1, 360, 5, problems),
    verifyPath: text('verify-path'),
    reportFile: text('report-file'),
    sarifFile: text('sarif-file'),
    sbomFile: text('sbom-file'),
  }
  problems.push(...conflicts(inputs), ...azureProblems(inputs), ...swapProblems(inputs))
  for (const [name, value] of Object.entries(inputs)) {
    if (typeof value === 'string' && value.includes('\0')) problems.push(`'${name}' holds a NUL character.`)
  }
  if (problems.length > 0) {
    throw new ActionError('input-invalid', problems.join('\n'), {
      hint: 'Correct the `with:` block of this step; docs and defaults are in the README under Inputs.',
    })
  }
  return Object.freeze(inputs)
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

function choice<T extends string>(name: string, allowed: readonly T[], otherwise: T, problems: string[]): T {
  const given = text(name)
  if (given === '') return otherwise
  const match = allowed.find((value) => value === given)
  if (match === undefined) problems.push(`'${name}' is '${given}': use ${alternatives(allowed)}.`)
  return match ?? otherwise
}

function wholeNumber(
  name: string,
  least: number,
  most: number,
  otherwise: number,
  problems: string[],
): number {
  const given = text(name)
  if (given === '') return otherwise
  const value = /^\d{1,6}$/.test(given) ? Number(given) : Number.NaN
  if (value >= least && value <= most) return value
  problems.push(`'${name}' is '${given}': use a whole number from ${least} to ${most}.`)
  return otherwise
}

function yesOrNo(name: string, problems: string[]): boolean {
  return choice(name, ['true', 'false'], 'false', problems) === 'true'
}

function alternatives(allowed: readonly string[]): string {
  return allowed.map((value) => `'${value}'`).join(' or ')
}
