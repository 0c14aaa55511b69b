/** The part of the report about one verification of an app or slot. Plain data, all of it untrusted text. */

/** What is known of one function after the deployment. */
export interface AnswerRecord {
  /** Empty for a path that is no function's. */
  readonly functionName: string
  /** `failed` was called, and did not answer as it should. */
  readonly state: 'answered' | 'failed' | 'listed'
  readonly method?: string
  readonly path?: string
  readonly status?: number
  /** Why it is only listed, or what is wrong. */
  readonly reason?: string
}

export interface VerificationRecord {
  readonly isVerified: boolean
  readonly hostState: string
  readonly hostErrors: readonly string[]
  readonly expected: readonly string[]
  readonly listed: readonly string[]
  readonly answers: readonly AnswerRecord[]
  /** How it is known that the answers are those of the package, or why not, as a sentence. Absent when nothing was uploaded. */
  readonly freshness?: string
  /** How long it was watched after everything answered. */
  readonly watchedMs: number
  /** How often the instance that was started most often was started. */
  readonly starts: number
  /** What runs when it is not verified, and the command that leads back; absent where there is nothing to say. */
  readonly wayBack?: string
  readonly elapsedMs: number
  readonly probe?: {
    readonly url: string
    readonly status: number
    /** The first bytes of the answer as text. */
    readonly bodyExcerpt: string
    readonly elapsedMs: number
  }
}
