/**
 * One process of a handler: starts it as the host does, keeps the last of its output, ends all of its family.
 * It does not know whether the handler is ready or how often it may be restarted.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { Readable } from 'node:stream'
import { ActionError } from '../../errors'
import type { HandlerCommand } from './command-line'
import { workerIdVariable } from './environment'
import { type ExecProblem, execProblem, execProblems, execProblemTexts } from './executable'
import { type Isolation, IsolationError, startIsolated } from './isolation'
import { lineReader } from './output-lines'
import { endWithUs, killFamily, processFamily } from './process-family'
import { type ListeningSocket, listeningSockets, socketsAround } from './sockets'

export interface HandlerExit {
  /** Null when a signal ended it. */
  readonly code: number | null
  readonly signal: string | null
}

export interface OutputLine {
  readonly stream: 'stdout' | 'stderr'
  readonly text: string
}

export interface HandlerProcess {
  readonly pid: number
  /** For `processFamily`. */
  readonly workerId: string
  readonly command: HandlerCommand
  /** Whether it was started apart from the job, with its package read-only and without a network. */
  readonly isIsolated: boolean
  /** Undefined while it runs. */
  readonly exit: HandlerExit | undefined
  /** Settles when the process has ended and its output has been read. */
  readonly ended: Promise<HandlerExit>
  /** The TCP sockets that it listens on now. */
  sockets(): readonly ListeningSocket[]
  /** The last lines of its error stream, oldest first. */
  lastErrors(count: number): readonly string[]
  /** Ends the process and everything it started, and waits for it. */
  kill(): Promise<void>
}

/** Thrown when the operating system does not start the program. */
export class HandlerStartError extends ActionError {
  readonly problem: ExecProblem
  /** The two lines of the host's log. */
  readonly hostLog: readonly string[]

  /**
   * @param command what was to be started
   * @param problem the kernel's answer
   * @param cause the error of the runtime, when it came from there
   */
  constructor(command: HandlerCommand, problem: ExecProblem, cause?: unknown) {
    const { fileName, workingDirectory } = command
    const sentence =
      `An error occurred trying to start process '${fileName}' with working directory ` +
      `'${workingDirectory}'. ${execProblemTexts[problem]}`
    super('handler-start-failed', sentence, { cause })
    this.problem = problem
    this.hostLog = [`Failed to start Worker Channel. Process fileName: ${fileName}`, sentence]
  }
}

const killWaitMs = 2000

/** A started program: the process of ours that stands for it, and what only its way of starting knows. */
interface Started {
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
 * Starts a handler in its own process group.
 *
 * @param command what to start, as `resolveCommand` gives it
 * @param environment its complete environment, as `handlerEnvironment` gives it
 * @param onLine called with each line of output, cut to a bounded length
 * @param isolation starts it apart from this job; without, it has the rights of this process
 * @returns the running process
 * @throws HandlerStartError when the kernel refuses the program
 * @throws IsolationError when it cannot be kept apart
 * @see src/WebJobs.Script/Workers/ProcessManagement/WorkerProcess.cs in Azure/azure-functions-host
 */
export async function startHandler(
  command: HandlerCommand,
  environment: Readonly<Record<string, string>>,
  onLine: (line: OutputLine) => void = () => {},
  isolation?: Isolation,
): Promise<HandlerProcess> {
  const problem = existsSync(command.workingDirectory) ? execProblem(command.program) : 'ENOENT'
  if (problem !== undefined || command.program === undefined) {
    throw new HandlerStartError(command, problem ?? 'ENOENT')
  }
  const program = [command.program, ...command.arguments]
  const workerId = environment[workerIdVariable] ?? ''
  const started =
    isolation === undefined
      ? await startOpen(command, program, environment)
      : await startApart(program, command.workingDirectory, environment, isolation)
  const handler = superviseChild(started, workerId, command, onLine)
  if (await started.made()) return handler
  await handler.kill()
  throw new IsolationError(handler.lastErrors(3).join(' ') || 'its namespaces were not made in time')
}

async function startOpen(
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

async function startApart(
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

/**
 * The lines that the host logs when a handler ends by itself.
 *
 * @param handler the process that ended
 * @param exit how it ended
 * @returns nothing for code 0, which the host does not call an error
 * @see WorkerProcess.cs (OnProcessExited) in Azure/azure-functions-host
 */
export function exitLog(handler: HandlerProcess, exit: HandlerExit): readonly string[] {
  if (exit.code === 0) return []
  // .NET reports a signal as 128 plus its number.
  const code = exit.code ?? 128 + (signalNumbers[exit.signal ?? ''] ?? 0)
  const shown = `${handler.command.fileName} exited with code ${code} (0x${code.toString(16).toUpperCase()})`
  return [shown, ...handler.lastErrors(3), `Language Worker Process exited. Pid=${handler.pid}.`]
}

const signalNumbers: Readonly<Record<string, number>> = {
  SIGHUP: 1,
  SIGINT: 2,
  SIGILL: 4,
  SIGTRAP: 5,
  SIGABRT: 6,
  SIGBUS: 7,
  SIGFPE: 8,
  SIGKILL: 9,
  SIGSEGV: 11,
  SIGTERM: 15,
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

function superviseChild(
  started: Started,
  workerId: string,
  command: HandlerCommand,
  onLine: (line: OutputLine) => void,
): HandlerProcess {
  const { child, pid, isIsolated } = started
  const errors: string[] = []
  readLines(child.stdout, (text) => onLine({ stream: 'stdout', text }))
  readLines(child.stderr, (text) => {
    errors.push(text)
    if (errors.length > maximumErrorLines) errors.shift()
    onLine({ stream: 'stderr', text })
  })
  let exit: HandlerExit | undefined
  // An interrupted runner must not leave the handler behind.
  const release = endWithUs(pid, workerId)
  const ended = new Promise<HandlerExit>((resolve) => {
    child.once('exit', (code, signal) => {
      const how = started.exit() ?? { code, signal }
      exit = how
      // A child that inherited the pipes may hold them open for ever.
      setTimeout(() => resolve(how), outputGraceMs).unref()
    })
    child.once('close', (code, signal) => resolve(exit ?? { code, signal }))
  })
  return {
    pid,
    workerId,
    command,
    isIsolated,
    ended,
    get exit() {
      return exit
    },
    sockets: started.sockets,
    lastErrors: (count) => errors.slice(-count),
    kill: async () => {
      started.end()
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, killWaitMs).unref())])
      if (exit === undefined) killFamily(pid, workerId)
      release()
      started.dispose()
      child.stdout?.destroy()
      child.stderr?.destroy()
    },
  }
}

function readLines(stream: Readable | null, onLine: (text: string) => void): void {
  const reader = lineReader(onLine)
  stream?.on('data', reader.write)
  stream?.on('end', reader.end)
}

const maximumErrorLines = 50
const outputGraceMs = 250
