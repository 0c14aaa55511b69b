/**
 * What a host answers and publishes, as the rest of the emulator sees it. Types only.
 */
import type { Answer } from '../server/service'

/** A function as the host's admin list has it. */
export interface FunctionFacts {
  readonly name: string
  readonly bindings: readonly Readonly<Record<string, unknown>>[]
  readonly isDisabled: boolean
  /** Path with a leading slash, only of an HTTP trigger. */
  readonly urlPath?: string
}

/** `no-process`: nothing listens. `broken`: the process ended before it had answered. */
export type HostReply = Answer | 'no-process' | 'broken'

/** What a host would publish when its triggers are synced. */
export interface Publication {
  /** The host's admin list; empty where the host has none. */
  readonly functions: readonly FunctionFacts[]
  readonly isInError: boolean
}
