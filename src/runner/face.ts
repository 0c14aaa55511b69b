/**
 * What a run is seen through. It has two faces: the job of the Actions runner (`step.ts`), and a terminal
 * (`terminal.ts`). A face shows what it is told; it does not know what is being done.
 */
import type { Log } from './log'

export interface Face {
  readonly log: Log
  /** Says that something beside the run itself went wrong. It fails nothing. */
  warn(problem: string): void
  /**
   * Hands on what is known so far. Setting an output again replaces it.
   *
   * @param outputs names as in action.yml with their values
   * @returns why they were not handed on, in one sentence; undefined when they were, or when nobody reads them
   */
  setOutputs(outputs: Readonly<Record<string, string>>): string | undefined
}
