/**
 * Everything that can be made to go wrong, as one typed plan, and the book that counts how often each fault
 * has still to happen. It decides nothing about protocols: the servers ask it and act.
 */
import type { LifeFaults } from './life-faults'

export const resetMoments = ['before-body', 'during-body', 'after-body', 'after-processing'] as const
export type ResetMoment = (typeof resetMoments)[number]

/** What happens to a request that a `RequestFault` matches. */
export type RequestEffect =
  /** The connection is reset; `after-processing` means that the server did what was asked and the answer is lost. */
  | { readonly kind: 'reset'; readonly when: ResetMoment }
  /** The connection stays open and no answer ever comes. */
  | { readonly kind: 'silence' }
  | { readonly kind: 'delay'; readonly delayMs: number }
  | {
      readonly kind: 'status'
      readonly status: number
      readonly body?: string
      readonly headers?: Readonly<Record<string, string>>
    }
  /** A complete HTTP answer whose body stops in the middle of the text. */
  | { readonly kind: 'truncated-text' }
  /** The announced length is not reached: the connection is reset in the middle of the answer. */
  | { readonly kind: 'truncated-answer' }
  | { readonly kind: 'content-type'; readonly contentType: string }
  /** The server closes its half of the connection without an answer, and goes on reading. */
  | { readonly kind: 'half-close' }
  /** The answer arrives, and whatever is asked over the same connection after it is never answered. */
  | { readonly kind: 'stale-connection' }
  /** The answer is compressed although nobody asked for it, perhaps so that nothing can be made of it. */
  | { readonly kind: 'compressed'; readonly encoding: 'gzip' | 'br'; readonly damage?: 'cut' | 'garbage' }
  /** One byte of the request's body is another one when it arrives. */
  | { readonly kind: 'damaged-body' }
  | { readonly kind: 'redirect'; readonly location: string; readonly status?: 301 | 302 | 307 | 308 }
  | { readonly kind: 'trickle'; readonly chunkBytes: number; readonly everyMs: number }

/** One fault for the next `times` requests that match. */
export interface RequestFault {
  /** Server: `oidc`, `entra`, `arm`, `storage`, `scm:<app>`, `app:<app>`; absent means any. */
  readonly service?: string
  readonly method?: string
  /** Matched against path and query. */
  readonly path: RegExp
  /** Matching requests that pass unharmed first; 0 when absent. */
  readonly skip?: number
  /** 1 when absent; `Infinity` for always. */
  readonly times?: number
  readonly effect: RequestEffect
}

export interface TokenFault {
  /** The number of an AADSTS error, for example 700213. */
  readonly code: number
  /** Only for token requests of this resource, for example `https://appservice.azure.com`. */
  readonly resource?: string
  readonly times?: number
}

export interface ConflictFault {
  /** `before-body` answers while the package is still being sent. */
  readonly when: 'before-body' | 'after-body'
  readonly reason: 'lock' | 'auto-swap' | 'run-from-url'
  readonly times?: number
}

export interface HostStep {
  readonly state:
    | 'Default'
    | 'Starting'
    | 'Initialized'
    | 'Running'
    | 'Error'
    | 'Stopping'
    | 'Stopped'
    | 'Offline'
  readonly errors?: readonly string[]
  /** How many status requests see this step; `Infinity` for all that follow. */
  readonly times: number
}

export interface ListingStep {
  readonly listing: 'empty' | 'warm-up' | 'stale'
  readonly times: number
}

/** Faults of one app (or slot: key `app/slot`; `*` for every app). */
export interface AppFaults extends LifeFaults {
  /** Flex: polls of a fresh deployment that answer 404. */
  readonly initialNotFound?: number
  /** Flex: 404 from this many good polls on, as when the deployment worker is recycled. */
  readonly recycledAfterPolls?: number
  readonly withoutLocation?: boolean
  /** The deployment request is answered 200 although it is processed asynchronously. */
  readonly answer200?: boolean
  readonly conflict?: ConflictFault
  /** SCM requests answered 503 with an HTML page. */
  readonly unavailable?: number
  readonly rejectAudience?: 'app-service' | 'arm'
  /** Of the SCM site alone; `closed` is the page of a private endpoint. */
  readonly forbidden?: 'ip' | 'closed' | 'stopped' | 'publish'
  /** Deployment requests that are processed and whose answer is lost. */
  readonly lostAnswer?: number
  /** Deployment requests that are read to the end, dropped, and not answered. */
  readonly lostRequest?: number
  readonly stuckAt?: 0 | 1 | 2
  readonly terminalStatus?: -1 | 3 | 5 | 6
  /** Entries of the deployment log that a terminal status writes, severity 2. */
  readonly failureLog?: readonly string[]
  readonly logNotFound?: boolean
  /** Kudu: the temporary record stays first for this long. */
  readonly temporaryRecordMs?: number
  /** Another pipeline's deployment becomes the latest while ours runs. */
  readonly foreignDeployment?: {
    readonly status: 3 | 4
    /** So long after the end of ours; at once when absent. */
    readonly afterMs?: number
    /** Its record is the active one. */
    readonly isActive?: boolean
  }
  /** How long SCM answers 503 after a change of app settings. */
  readonly settingsBounceMs?: number
  /** Kudu: the answer names its deployment by a GUID that is no id of the history, as App Service does at times. */
  readonly guidDeploymentId?: boolean
  readonly syncTriggers400?: number
  readonly listing?: readonly ListingStep[]
  readonly host?: readonly HostStep[]
  /** Swaps into this app after which its host does not run, until it is swapped out again. */
  readonly breaksAfterSwap?: number
  /** Swaps from this app that end in an error, with everything as it was. */
  readonly swapFails?: number
  /** Swaps from this app that never end. */
  readonly swapHangs?: number
}

export interface FaultPlan {
  /** Entries in one page of any list of the resource manager. */
  readonly pageItems?: number
  readonly requests?: readonly RequestFault[]
  readonly tokens?: readonly TokenFault[]
  readonly apps?: Readonly<Record<string, AppFaults>>
}

/** The plan together with the counters of what has already happened. */
export class FaultBook {
  #plan: FaultPlan = {}
  readonly #used = new Map<unknown, number>()

  /** @param plan faults from the start */
  constructor(plan: FaultPlan = {}) {
    this.#plan = plan
  }

  /** Entries in one page of a list, when the plan says. */
  get pageItems(): number | undefined {
    return this.#plan.pageItems
  }

  /**
   * Replaces the plan and starts every counter anew.
   *
   * @param plan the new plan; `{}` for none
   */
  set(plan: FaultPlan): void {
    this.#plan = plan
    this.#used.clear()
  }

  /**
   * Finds the fault for a request and counts it.
   *
   * @param service name of the server
   * @param method HTTP method
   * @param pathAndQuery as in the request line
   * @returns what shall happen, or undefined
   */
  forRequest(service: string, method: string, pathAndQuery: string): RequestEffect | undefined {
    for (const fault of this.#plan.requests ?? []) {
      if (fault.service !== undefined && fault.service !== service) continue
      if (fault.method !== undefined && fault.method !== method) continue
      if (!fault.path.test(pathAndQuery)) continue
      if (this.#count(fault, (fault.skip ?? 0) + (fault.times ?? 1), fault.skip ?? 0)) return fault.effect
    }
    return undefined
  }

  /**
   * Finds the error for a token request and counts it.
   *
   * @param resource the resource that a token is asked for
   * @returns AADSTS number, or undefined
   */
  forToken(resource: string): number | undefined {
    const fault = (this.#plan.tokens ?? []).find(
      (each) =>
        (each.resource === undefined || each.resource === resource) && this.#count(each, each.times ?? 1),
    )
    return fault?.code
  }

  /**
   * The faults of one app; the entry of the app wins over `*`, field by field.
   *
   * @param key `app` or `app/slot`
   */
  forApp(key: string): AppFaults {
    return { ...this.#plan.apps?.['*'], ...this.#plan.apps?.[key] }
  }

  /**
   * Counts one use of a numbered fault.
   *
   * @param key app and fault, for example `app:unavailable`
   * @param times how often it shall happen in all
   * @returns whether it shall happen now
   */
  take(key: string, times: number | undefined): boolean {
    return times !== undefined && this.#count(key, times)
  }

  /**
   * Walks through steps of which each lasts a number of uses.
   *
   * @param key app and fault
   * @param steps the sequence
   * @returns the step of this use, or undefined after the last
   */
  step<Step extends { readonly times: number }>(key: string, steps: readonly Step[] = []): Step | undefined {
    const used = this.#used.get(key) ?? 0
    this.#used.set(key, used + 1)
    let end = 0
    return steps.find((step) => {
      end += step.times
      return used < end
    })
  }

  #count(key: unknown, end: number, start = 0): boolean {
    const used = this.#used.get(key) ?? 0
    this.#used.set(key, used + 1)
    return used >= start && used < end
  }
}
