/** The error of a program that the operating system does not start, in the host's words. */
import { ActionError } from '../../errors'
import type { HandlerCommand } from './command-line'
import { type ExecProblem, execProblemTexts } from './executable'

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
