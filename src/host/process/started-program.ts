/**
 * The two ways to start a program: in the open, with the rights of this process, and apart from it. Neither reads its
 * output.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import type { HandlerCommand } from './command-line'
import { workerIdVariable } from './environment'
import { execProblems } from './executable'
import { type Isolation, startIsolated } from './isolation'
import { killFamily, processFamily } from './process-family'
import { type ListeningSocket, listeningSockets, socketsAround } from './sockets'
import { HandlerStartError } from './start-error'

export interface HandlerExit {
  /** Null when a signal ended it. */
  readonly code: number | null
  readonly signal: string | null
}

/** A started program: the process of ours that stands for it, and what only its way of starting knows. */
export interface Started {
  readonly child: ChildProcess
  readonly pid: number
  readonly isIsolated: boolean
  sockets(): readonly ListeningSocket[]
  /** How the program itself ended, where the child tells something else. */
  exit(): HandlerExit | undefined
  /** Waits until the program itself is started; false when it will not be. */
  made(): Promise<boolean>
  /** Asks for the end of everything that belongs to it. */
  end(): void
  dispose(): void
}

/**
 * @param command for the text of an error
 * @param program absolute path and arguments
 * @param environment its complete environment
 * @returns the program in a process group of its own
 * @throws HandlerStartError when the system refuses it
 */
export async function startOpen(
  command: HandlerCommand,
  [file = '', ...args]: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Started> {
  const child = spawn(file, args, {
    cwd: command.workingDirectory,
    env: { ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that what the handler starts ends with it.
    detached: true,
    windowsHide: true,
  })
  const pid = await spawned(child, command)
  const workerId = environment[workerIdVariable] ?? ''
  return {
    child,
    pid,
    isIsolated: false,
    sockets: () => listeningSockets(processFamily(pid, workerId)),
    exit: () => undefined,
    made: async () => true,
    end: () => killFamily(pid, workerId),
    dispose: () => {},
  }
}

/**
 * @param program absolute path and arguments
 * @param workingDirectory inside of the package
 * @param environment its complete environment
 * @param isolation way, folders and port
 * @returns the program in namespaces of its own, while these are being made
 * @throws IsolationError when a program for it is missing
 */
export async function startApart(
  program: readonly string[],
  workingDirectory: string,
  environment: Readonly<Record<string, string>>,
  isolation: Isolation,
): Promise<Started> {
  const isolated = await startIsolated({ program, workingDirectory, environment }, isolation)
  const { child } = isolated
  return {
    ...isolated,
    pid: child.pid ?? 0,
    isIsolated: true,
    // Nothing else is in this network.
    sockets: () => socketsAround(isolated.networkPid()),
  }
}

function spawned(child: ChildProcess, command: HandlerCommand): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('spawn', () => resolve(child.pid ?? 0))
    child.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        new HandlerStartError(command, execProblems.find((known) => known === error.code) ?? 'ENOENT', error),
      )
    })
  })
}
