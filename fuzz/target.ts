/** What the fuzzer needs to know of a reader that it attacks. */
import type { Random } from './random'

export interface Target {
  readonly name: string
  /** What is read, for the page. */
  readonly reads: string
  /** Inputs of a full run. */
  readonly inputs: number
  /** Inputs grow no longer than this. */
  readonly longestBytes: number
  readonly seeds: () => readonly Uint8Array[]
  /** Builds an input from its structure, wrong in some places. */
  readonly generate: (random: Random) => Uint8Array
  /** Texts and magic numbers that mutations put in, as latin1. */
  readonly dictionary: readonly string[]
  /**
   * Reads one input. An error that is no ActionError is a finding; so is an ActionError unless `refuses`.
   *
   * @returns how many bytes were read of the source, where the target counts them
   */
  readonly read: (input: Uint8Array) => number | undefined | Promise<undefined>
  /** Whether an ActionError is a documented answer. */
  readonly refuses: boolean
}

/** Most bytes that a reader may allocate, or read of a source, for one input. */
export const mostBytes = 64 * 1024 * 1024

/** Longest time for one input. */
export const longestMs = 50

/** Thrown by a target when a reader broke a promise without an exception. */
export class BrokenPromiseOfReader extends Error {
  override readonly name = 'BrokenPromiseOfReader'
}
