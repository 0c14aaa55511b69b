/**
 * One process of a handler: starts it as the host does, keeps the last of its output, ends all of its family.
 * It does not know whether the handler is ready or how often it may be restarted.
 */
import { existsSync } from 'node:fs'
import type { Readable } from 'node:stream'
import type { HandlerCommand } from './command-line'
import { workerIdVariable } from './environment'
import { type ExecProblem, execProblem } from './executable'
import { type Isolation, IsolationError } from './isolation'
import { lineReader } from './output-lines'
import { endWithUs, killFamily } from './process-family'
import type { ListeningSocket } from './sockets'
import { HandlerStartError } from './start-error'
import { type HandlerExit, type Started, startApart, startOpen } from './started-program'

export { type HandlerExit, HandlerStartError }

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

const killWaitMs = 2000

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
  const problem = startProblem(command)
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

/** Why the kernel would not start the command; undefined when it would try. */
export function startProblem({ program, workingDirectory }: HandlerCommand): ExecProblem | undefined {
  return existsSync(workingDirectory) ? execProblem(program) : 'ENOENT'
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
