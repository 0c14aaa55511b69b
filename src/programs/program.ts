/** A program that is started, and how it ended. */

export interface ProgramRequest {
  readonly file: string
  readonly args: readonly string[]
  readonly cwd: string
  /** The whole environment of the child, nothing is inherited. */
  readonly env: Readonly<Record<string, string>>
  readonly onLine?: (stream: 'stdout' | 'stderr', line: string) => void
  readonly signal?: AbortSignal
  /** How much of each stream is kept. The rest is read and dropped. */
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
