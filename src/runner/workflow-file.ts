/**
 * The file of the workflow that runs, and where an input stands in it: a place for what is wrong with the job and not
 * with the project. Reads this one file, and only where it is known to be the one that runs.
 */
import { lstatSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { unlessItFails } from '../files/unless-it-fails'
import type { Location } from '../findings'
import { readCheckout } from './checkout'

const longestFileBytes = 512 * 1024

export interface WorkflowFile {
  /** Relative to the root of the repository, with forward slashes. */
  readonly path: string
  /** Empty when the file on disk is not known to be the one that runs. */
  readonly text: string
  /** The repository of this action, as `uses:` names it; empty for a local action. */
  readonly action: string
}

/**
 * Finds the file (docs.github.com, "Variables reference", GITHUB_WORKFLOW_REF and GITHUB_WORKFLOW_SHA).
 *
 * @returns undefined where the job does not tell, or the workflow is of another repository
 */
export function readWorkflowFile(environment: NodeJS.ProcessEnv): WorkflowFile | undefined {
  const repository = environment['GITHUB_REPOSITORY'] ?? ''
  const reference = environment['GITHUB_WORKFLOW_REF'] ?? ''
  const path = reference.startsWith(`${repository}/`) ? reference.slice(repository.length + 1) : ''
  const file = /^(\.github\/workflows\/[^/@\\]{1,200}\.ya?ml)@/.exec(path)?.[1]
  if (repository === '' || file === undefined) return undefined
  const folder = environment['GITHUB_WORKSPACE'] ?? ''
  const commit = (environment['GITHUB_WORKFLOW_SHA'] ?? '').toLowerCase()
  const isOnDisk = folder !== '' && commit !== '' && readCheckout(folder).commit === commit
  const text = isOnDisk ? unlessItFails(() => readPlainFile(resolve(folder, file))) : undefined
  return { path: file, text: text ?? '', action: environment['GITHUB_ACTION_REPOSITORY'] ?? '' }
}

function readPlainFile(path: string): string {
  const status = lstatSync(path)
  return status.isFile() && status.size <= longestFileBytes ? readFileSync(path, 'utf8') : ''
}

/**
 * Finds the line of the first of these keys that stands in the file exactly once, or else that of the only step with
 * this action. Where nothing is certain the place has no line.
 *
 * @param keys names of inputs or of other keys of a workflow, the best first
 */
export function placeInWorkflow({ path, text, action }: WorkflowFile, keys: readonly string[]): Location {
  const lines = text.split(/\r?\n/)
  const only = (isIt: (line: string) => boolean): number | undefined => {
    const found = lines.flatMap((line, index) => (isIt(line) ? [index + 1] : []))
    return found.length === 1 ? found[0] : undefined
  }
  const [step] = action === '' ? [] : [only((line) => usedBy(line) === action.toLowerCase())]
  const line = keys.map((key) => only((text) => keyOf(text) === key)).find((one) => one !== undefined) ?? step
  return line === undefined ? { file: path } : { file: path, line }
}

function keyOf(line: string): string | undefined {
  return /^[\s-]*(["']?)([\w-]{1,100})\1\s*:(?:\s|$)/.exec(line)?.[2]
}

function usedBy(line: string): string | undefined {
  return /^[\s-]*uses\s*:\s*["']?([\w.-]{1,100}\/[\w.-]{1,100})(?:\/[^@\s]*)?@/.exec(line)?.[1]?.toLowerCase()
}
