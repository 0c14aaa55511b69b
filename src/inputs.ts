/**
 * The inputs of the action: one reader, one frozen object, every bad input in one error.
 * Reads the environment only; touches no file and no network.
 */
import * as core from '@actions/core'
import { ActionError } from './errors'
import { type Severity, severities } from './findings'

export const architectures = ['amd64', 'arm64'] as const
export type Architecture = (typeof architectures)[number]

export const failLevels = ['error', 'warning'] as const
export type FailLevel = (typeof failLevels)[number]

export interface Inputs {
  readonly workingDirectory: string
  readonly mainPackage: string
  readonly executable: string
  readonly goarch: Architecture
  readonly tags: string
  readonly ldflags: string
  readonly buildFlags: readonly string[]
  readonly binary: string
  readonly package: string
  readonly include: readonly string[]
  readonly compressionLevel: number
  readonly failOn: FailLevel
  readonly reportFile: string
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
    mainPackage: text('main-package'),
    executable: text('executable'),
    goarch: choice('goarch', architectures, 'amd64', problems),
    tags: text('tags'),
    ldflags: text('ldflags'),
    buildFlags: lines('build-flags'),
    binary: text('binary'),
    package: text('package'),
    include: lines('include'),
    compressionLevel: wholeNumber('compression-level', 0, 9, 6, problems),
    failOn: choice('fail-on', failLevels, 'error', problems),
    reportFile: text('report-file'),
  }
  problems.push(...conflicts(inputs))
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

// Inputs that contradict each other: the run could obey only one of them.
function conflicts(inputs: Inputs): string[] {
  const found: string[] = []
  if (inputs.binary !== '' && inputs.package !== '') {
    found.push(
      `'binary' is '${inputs.binary}' and 'package' is '${inputs.package}': set one, since a package already holds its binary.`,
    )
  }
  const given = inputs.package !== '' ? 'package' : inputs.binary !== '' ? 'binary' : undefined
  if (given === undefined) return found
  const built = { 'main-package': inputs.mainPackage, tags: inputs.tags, ldflags: inputs.ldflags }
  const unused = Object.entries({ ...built, 'build-flags': inputs.buildFlags.join(' ') })
  for (const [name, value] of unused) {
    if (value !== '')
      found.push(`'${name}' is '${value}', but '${given}' is set and nothing is built: remove one of them.`)
  }
  if (given === 'package' && inputs.include.length > 0) {
    found.push(
      `'include' is '${inputs.include.join(' ')}', but 'package' is already packed: remove one of them.`,
    )
  }
  return found
}

function text(name: string): string {
  return core.getInput(name)
}

// `getMultilineInput` can give empty entries; they mean nothing here.
function lines(name: string): string[] {
  return core.getMultilineInput(name).filter((line) => line !== '')
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

function alternatives(allowed: readonly string[]): string {
  return allowed.map((value) => `'${value}'`).join(' or ')
}
