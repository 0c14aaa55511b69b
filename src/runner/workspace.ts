/**
 * What the Actions runner tells about the job: folders, event, commit, run. Reads the environment and looks
 * for the repository's root; changes nothing.
 */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, isAbsolute, join, parse, relative, resolve, sep } from 'node:path'

import { type Stranger, strangerOf } from './fork'

export interface Workspace {
  /** Absolute folder that relative paths of inputs start from. */
  readonly folder: string
  /** Absolute folder for temporary files. */
  readonly tempFolder: string
  readonly eventName: string
  readonly actor: string
  /** `owner/name`, or empty. */
  readonly repository: string
  readonly sha: string
  /** Address of this run, or empty. */
  readonly runUrl: string
  /** The event that started the run, as parsed JSON; undefined when there is none. */
  readonly eventPayload: unknown
  /** Who besides this repository may have a part in what is checked out; undefined where nobody has. */
  readonly stranger: Stranger | undefined
}

const payloadLimitBytes = 4 * 1024 * 1024

/**
 * Reads the job's facts from the variables that the runner sets (docs.github.com, "Variables reference").
 *
 * @param currentFolder the folder to start from when no workspace is named
 * @returns the facts, with empty strings for what is not set
 */
export function readWorkspace(environment: NodeJS.ProcessEnv, currentFolder: string): Workspace {
  const server = environment['GITHUB_SERVER_URL']
  const repository = environment['GITHUB_REPOSITORY'] ?? ''
  const runId = environment['GITHUB_RUN_ID']
  const eventName = environment['GITHUB_EVENT_NAME'] ?? ''
  const eventPayload = readPayload(environment['GITHUB_EVENT_PATH'])
  return {
    folder: resolve(environment['GITHUB_WORKSPACE'] || currentFolder),
    tempFolder: usableFolder(environment['RUNNER_TEMP']) ?? tmpdir(),
    eventName,
    actor: environment['GITHUB_ACTOR'] ?? '',
    repository,
    sha: environment['GITHUB_SHA'] ?? '',
    runUrl: server && repository && runId ? `${server}/${repository}/actions/runs/${runId}` : '',
    eventPayload,
    stranger: strangerOf(eventName, eventPayload, repository),
  }
}

/**
 * The root of the repository that a folder belongs to: the nearest folder upwards, within the workspace, that
 * holds `.git`. Annotations need paths relative to it, also when the checkout went into a sub-folder.
 *
 * @param folder absolute path of a folder
 * @param workspaceFolder absolute path of the workspace
 * @returns an absolute path; the workspace itself when no `.git` is found or the folder lies outside
 */
export function repositoryRootOf(folder: string, workspaceFolder: string): string {
  if (!isInside(folder, workspaceFolder)) return workspaceFolder
  for (let candidate = folder; ; candidate = dirname(candidate)) {
    if (existsSync(join(candidate, '.git'))) return candidate
    if (candidate === workspaceFolder || candidate === dirname(candidate)) return workspaceFolder
  }
}

/**
 * The same where no workspace is named, as in a terminal.
 *
 * @param folder absolute path of a folder
 * @param currentFolder absolute path
 * @returns an absolute path; without a `.git` it is the current folder, or the folder itself when it lies elsewhere
 */
export function repositoryAround(folder: string, currentFolder: string): string {
  const found = repositoryRootOf(folder, parse(folder).root)
  if (existsSync(join(found, '.git'))) return found
  return isInside(folder, currentFolder) ? currentFolder : folder
}

/**
 * A path as annotations want it: relative to the repository root, with forward slashes.
 *
 * @param path absolute path
 * @param repositoryRoot absolute path of the repository's root
 * @returns the relative path; the absolute one when it lies outside
 */
export function repositoryPath(path: string, repositoryRoot: string): string {
  if (!isInside(path, repositoryRoot)) return path
  const inside = relative(repositoryRoot, path)
  return inside === '' ? '.' : inside.split(sep).join('/')
}

function isInside(path: string, folder: string): boolean {
  const inside = relative(folder, path)
  return inside === '' || (inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside))
}

function usableFolder(path: string | undefined): string | undefined {
  if (!path) return undefined
  try {
    return statSync(path).isDirectory() ? resolve(path) : undefined
  } catch {
    return undefined
  }
}

function readPayload(path: string | undefined): unknown {
  if (!path) return undefined
  try {
    if (statSync(path).size > payloadLimitBytes) return undefined
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    // The payload only improves explanations; a run without one is an ordinary run.
    return undefined
  }
}
