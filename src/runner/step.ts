/**
 * The job of the Actions runner as a face of the run, and what a step says to the runner itself: its outputs, and that
 * it failed.
 */
import { statSync, truncateSync } from 'node:fs'
import * as core from '@actions/core'
import { messageOf } from '../errors'
import { inertText } from '../text/inert-text'
import type { Face } from './face'
import { openLog } from './log'

/** Opens the face: everything goes to standard output, as workflow commands where the runner has one. */
export function jobFace(): Face {
  return { log: openLog(), warn: warnOf, setOutputs }
}

/** As `Face.setOutputs` says, into the file that the runner names. */
export function setOutputs(outputs: Readonly<Record<string, string>>): string | undefined {
  const path = process.env['GITHUB_OUTPUT'] ?? ''
  let sizeBytes: number | undefined
  try {
    if (path !== '') sizeBytes = statSync(path, { throwIfNoEntry: false })?.size
    for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value)
    return undefined
  } catch (error) {
    // Half a value has no closing delimiter, and the runner would fail the step over it.
    if (sizeBytes !== undefined) truncateTo(path, sizeBytes)
    return `No outputs were set: ${messageOf(error)}`
  }
}

function truncateTo(path: string, sizeBytes: number): void {
  try {
    truncateSync(path, sizeBytes)
  } catch {
    // What cannot be written cannot be cut either; the reason is told already.
  }
}

/**
 * Fails the step. It takes one of the ten error annotations of the step.
 *
 * @param cause one line
 */
export function failStep(cause: string): void {
  core.setFailed(inertText(cause))
}

/** Fails the step whose failures are annotated already. */
export function markFailed(): void {
  process.exitCode = 1
}

/**
 * Says that something beside the run itself went wrong, as an annotation that does not fail the step.
 *
 * @param problem one sentence
 */
function warnOf(problem: string): void {
  core.warning(inertText(problem))
}

/**
 * The repository of this action.
 *
 * @returns its address; undefined for a local action, whose repository the runner does not name
 */
export function homePage(environment: NodeJS.ProcessEnv): string | undefined {
  const repository = environment['GITHUB_ACTION_REPOSITORY']
  if (!repository) return undefined
  const server = environment['GITHUB_SERVER_URL'] || 'https://github.com'
  return `${server}/${repository}`
}

/**
 * The page on the findings in the repository of this action, at the version that runs.
 *
 * @returns its address; undefined for a local action, whose repository the runner does not name
 */
export function findingsPage(environment: NodeJS.ProcessEnv): string | undefined {
  const home = homePage(environment)
  const reference = environment['GITHUB_ACTION_REF']
  return home && reference ? `${home}/blob/${encodeURIComponent(reference)}/docs/findings.md` : undefined
}

/**
 * Masks a secret in everything that the job prints from now on.
 *
 * @param secret the value; an empty one is left alone, since the runner warns about it
 */
export function maskSecret(secret: string): void {
  if (secret !== '') core.setSecret(secret)
}

/**
 * Asks GitHub for an OIDC token of this job. The runner masks it in the log.
 *
 * @param audience the `aud` claim that the token shall have
 * @throws an `Error` when the job may not have one, or GitHub did not answer
 */
export function requestIdToken(audience: string): Promise<string> {
  return core.getIDToken(audience)
}
