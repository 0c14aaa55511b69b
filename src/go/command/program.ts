/**
 * The port through which this room runs `go`. The room never starts a program itself: it is handed one
 * function, so that tests and the action decide how programs are started, captured and ended.
 */

export interface ProgramRequest {
  readonly file: string
  readonly args: readonly string[]
  readonly cwd: string
  /** The whole environment of the child, nothing is inherited. */
  readonly env: Readonly<Record<string, string>>
  readonly onLine?: (stream: 'stdout' | 'stderr', line: string) => void
  readonly signal?: AbortSignal
  readonly outputLimitBytes?: number
}

export interface ProgramResult {
  /** Null when a signal ended the program. */
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
  readonly elapsedMs: number
}

/**
 * Runs a program to its end. Rejects with an `Error` whose `code` is `ENOENT` (or another errno name) when it
 * cannot be started, and with the reason of the signal when that aborted.
 */
export type RunProgram = (request: ProgramRequest) => Promise<ProgramResult>
