/**
 * What every stage of one run shares. Stages carry values between the rooms; the rooms do not know each other.
 */
import { ActionError } from '../errors'
import { countFindings, type Finding, type Location } from '../findings'
import type { Inputs } from '../inputs/inputs'
import type { Face } from '../runner/face'
import type { Log } from '../runner/log'
import type { Workspace } from '../runner/workspace'
import { type Recorder, stoppedCode } from './recorder'

export interface Run {
  readonly inputs: Inputs
  readonly workspace: Workspace
  /** Absolute folder of host.json. */
  readonly projectFolder: string
  /** Absolute folder that the executable is built into, under its name in host.json. */
  readonly buildFolder: string
  /** Absolute root of the repository that paths in findings are relative to. */
  readonly repositoryRoot: string
  readonly environment: NodeJS.ProcessEnv
  /** What the run is seen through. */
  readonly face: Face
  /** The log of the face. */
  readonly log: Log
  readonly record: Recorder
  readonly signal: AbortSignal
}

/**
 * Records the findings of a stage and ends the run when one of them is an error.
 *
 * @param findings what the stage found
 * @throws ActionError `run-stopped`, whose message counts the errors
 */
export function settle(run: Run, findings: readonly Finding[]): void {
  run.record.add(findings)
  const { error } = countFindings(run.record.standing)
  if (error > 0) throw new ActionError(stoppedCode, `${error} ${error === 1 ? 'error' : 'errors'} found`)
}

/**
 * Gives findings that have no place of their own the place they are about.
 *
 * @param location where to annotate those without a location; undefined leaves them as they are
 * @returns the findings, each with a location if one is known
 */
export function locate(findings: readonly Finding[], location: Location | undefined): readonly Finding[] {
  if (location === undefined) return findings
  return findings.map((finding) => (finding.location === undefined ? { ...finding, location } : finding))
}
