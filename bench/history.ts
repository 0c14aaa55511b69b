/**
 * Files of the repository as an earlier commit has them, to measure what has changed since.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { repositoryRoot } from '../scripts/run-action'

/** A commit that the one of today is measured against. */
export interface Version {
  readonly commit: string
  /** What it did, and what was done about it. */
  readonly story: string
}

/** Says that a commit is not measured. */
export function leftOut({ commit }: Version): string {
  return `Commit \`${commit}\` is left out: the history here does not have it.`
}

/**
 * Writes files of a commit below a folder, under the paths that they have in the repository.
 *
 * @param commit hash
 * @param paths files and folders
 * @param folder replaced
 * @returns false when the history here does not have the commit, as in a shallow clone
 */
export function extractCommit(commit: string, paths: readonly string[], folder: string): boolean {
  rmSync(folder, { recursive: true, force: true })
  const listing = git('ls-tree', '-r', '--name-only', commit, ...paths)
  if (listing === undefined) return false
  // `git archive` would leave src/ out, since a run of the action does not download it.
  for (const path of listing.split('\n').filter((line) => line !== '')) {
    const target = join(folder, path)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, git('show', `${commit}:${path}`) ?? '')
  }
  return true
}

function git(...args: readonly string[]): string | undefined {
  const run = spawnSync('git', args, { cwd: repositoryRoot, encoding: 'utf8', maxBuffer: 1 << 26 })
  return run.status === 0 ? run.stdout : undefined
}
