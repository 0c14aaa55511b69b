/**
 * The command lines of the ways of isolation. Finds the programs in the system's folders, never by the job's PATH;
 * starts nothing.
 */
import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'
import { hostPath } from '../environment'
import { type SmallRoot, smallRootArguments } from './small-root'
import type { IsolationWay } from './ways'

/** Absolute paths. */
export interface IsolationTools {
  readonly unshare: string
  readonly sh: string
  /** Only the way `sudo` needs it. */
  readonly sudo: string | undefined
}

/** What is missing is named. */
export type FoundTools = { readonly tools: IsolationTools } | { readonly missing: string }

/**
 * Looks for the programs that make namespaces.
 *
 * @param way decides whether `sudo` is needed
 * @param folders where to look, as PATH writes them
 * @returns their paths, or the name of one that is not there
 */
export function findTools(way: IsolationWay, folders: string = hostPath): FoundTools {
  const find = (name: string) =>
    folders
      .split(':')
      .map((folder) => join(folder, name))
      .find(isExecutable)
  const missing = [
    'unshare',
    'sh',
    'mount',
    'umount',
    'pivot_root',
    'setpriv',
    ...(way === 'sudo' ? ['sudo'] : []),
  ].find((name) => find(name) === undefined)
  if (missing !== undefined) return { missing }
  return { tools: { unshare: find('unshare') ?? '', sh: find('sh') ?? '', sudo: find('sudo') } }
}

/**
 * Puts a program into a network and a process namespace of its own, with the rights to make more.
 *
 * @param way who makes them
 * @param tools from `findTools`
 * @param program absolute path and arguments
 * @returns absolute path and arguments
 * @see unshare(1); `--kill-child` ends the program with `unshare`
 */
export function outerCommand(
  way: IsolationWay,
  { unshare, sudo = 'sudo' }: IsolationTools,
  program: readonly string[],
): readonly string[] {
  const asRoot = way === 'sudo' ? [sudo, '-n'] : []
  const asUser = way === 'user-namespace' ? ['--user', '--map-root-user'] : []
  return [...asRoot, unshare, ...asUser, '--net', '--pid', '--fork', '--kill-child', ...program]
}

/**
 * Puts the handler into its own namespaces, root and user. Runs inside the outer command.
 *
 * @param way who made the outer namespaces
 * @param tools from `findTools`
 * @param root folders
 * @param program the handler and its arguments
 * @returns absolute path and arguments
 */
export function innerCommand(
  way: IsolationWay,
  { unshare, sh }: IsolationTools,
  root: Omit<SmallRoot, 'isOtherUser'>,
  program: readonly string[],
): readonly string[] {
  const isOtherUser = way !== 'user-namespace'
  const namespaces = ['--mount', '--ipc', '--uts', '--pid', '--fork', '--kill-child']
  return [unshare, ...namespaces, sh, ...smallRootArguments({ ...root, isOtherUser }, program)]
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
