/** What a verification is given, and what it gives back. Shapes only. */
import type { Finding } from '../../findings'
import type { AzureLog } from '../http'
import type { ListedFunction } from '../site'
import type { CallRules, PackagedFunction, RehearsedCall } from './call-target'
import type { Before } from './fresh'

/** A rehearsed handler that lives beside the verification. */
export interface LivingProof {
  /** Settles with the finding when the handler ends by itself. */
  readonly death: Promise<Finding>
  readonly found: Finding | undefined
}

/** What was uploaded, and what there was before. */
export interface Uploaded {
  readonly startedAtMs: number
  readonly before: Before | undefined
  /** Of the package. */
  readonly sha256: string
  /** Of the deployment; empty when the server never gave one. */
  readonly id: string
}

export interface VerifyRequest extends CallRules {
  /** Names from the package; empty when only the host knows them. */
  readonly expectedFunctions: readonly string[]
  /** Whether the program may register more: that of the native model, whose code was read as far as it is plain. */
  readonly isFloor?: boolean
  /** What may be called. */
  readonly functions: readonly PackagedFunction[]
  readonly rehearsed: readonly RehearsedCall[]
  /** The input `verify-path`; empty for none. */
  readonly verifyPath: string
  /** The function that answers there, when it wants a key of its own. */
  readonly verifyPathKey?: string
  readonly timeoutMs: number
  /** The input `verify-settle`; undefined for what fits. */
  readonly settleMs?: number
  /** Absent where nothing was uploaded, or where records decide: then nothing has to be new. */
  readonly uploaded?: Uploaded
  /** A process that has run for as long has settled already. */
  readonly countsUptime?: boolean
  readonly living?: LivingProof
  /** Called with each key before it is used. */
  readonly mask: (secret: string) => void
  readonly log: AzureLog
  readonly signal: AbortSignal
}

export interface VerifiedFunction extends ListedFunction {
  /** Milliseconds after the deployment at which Azure first listed it. */
  readonly listedAfterMs: number
}

/** What is known of one function, or of `verify-path`. */
export interface FunctionAnswer {
  /** Empty for a path that is no function's. */
  readonly functionName: string
  /** `failed` was called, and did not answer as it should. */
  readonly state: 'answered' | 'failed' | 'listed'
  readonly method?: string
  /** Without the values of keys. */
  readonly path?: string
  readonly status?: number
  /** Why it is only listed, or what is wrong. */
  readonly reason?: string
}

export interface Verification {
  readonly isVerified: boolean
  readonly isCancelled: boolean
  /** For example `Running`; `Unknown` when it could not be read. */
  readonly hostState: string
  readonly hostErrors: readonly string[]
  readonly expected: readonly string[]
  readonly listed: readonly string[]
  readonly functions: readonly VerifiedFunction[]
  readonly answers: readonly FunctionAnswer[]
  /** How it is known that what answers is what was uploaded, or why not, as a sentence; empty when it was not asked. */
  readonly freshness: string
  /** It is proven by the process, the records or the content, not merely not contradicted. */
  readonly isFresh: boolean
  /** What was seen of the app differs from before, or is what the rehearsal saw: it is no other package. */
  readonly isContentProven: boolean
  /** How long it was watched after everything answered. */
  readonly watchedMs: number
  /** How often the instance that was started most often was started. */
  readonly starts: number
  readonly elapsedMs: number
  readonly probe?: {
    readonly url: string
    readonly status: number
    readonly bodyExcerpt: string
    readonly elapsedMs: number
  }
  readonly findings: readonly Finding[]
}
