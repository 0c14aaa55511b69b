/**
 * A real host's process that runs a package, wherever it came from: a container of an image, or a command. Whoever
 * asks it knows no more of it than this.
 */

export interface RunningHost {
  /** Where it is asked, for example `http://172.18.0.2:8080`. */
  readonly origin: string
  /** Opens the host's own pages and every function. */
  readonly masterKey: string
  /** What its console said so far: lines in the host's form, the handler's output among them. */
  log(): readonly string[]
  /** Settles with the exit code when the process ends by itself or is stopped; null for a signal. */
  readonly exited: Promise<number | null>
  /** Why it ended before it answered, where its source knows more than its log. */
  readonly explainEnd?: () => Promise<Error>
  /** Ends it and removes what it left. */
  stop(): Promise<void>
}
