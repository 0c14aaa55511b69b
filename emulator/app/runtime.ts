/**
 * What runs for one app, as the rest of the emulator sees it: packages come in, requests are answered, functions are
 * published. Types only.
 */
import type { FunctionsHost } from '../../src/host/functions-host'
import type { Answer, WebRequest } from '../server/service'
import type { App } from './state'

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

/** The app is given each time, since slots are swapped. */
export interface AppRuntime {
  /** Takes a package into use; the one before may answer on for a while. */
  activate(packageBytes: Buffer, app: App): Promise<void>
  /** Starts the same package again, with the settings of now. */
  restart(app: App): Promise<void>
  /** Another app has it from now on. */
  adopt(app: App): void
  /** Undefined while there is no process. */
  publication(app: App): Promise<Publication | undefined>
  /** Answers as the host's process does, with its own pages and keys. */
  ask(request: WebRequest, app: App): Promise<HostReply>
  /** Lines that hosts and handlers wrote, oldest first. */
  log(): readonly string[]
  /** Waits until the package in use is served by every instance. */
  settled(): Promise<void>
  stop(): Promise<void>
}

/** Starts the host of an unpacked package. */
export type StartHost = (folder: string, app: App) => FunctionsHost | Promise<FunctionsHost>
