/**
 * What a rule makes of a message: a finding without its place, and what the message is about, so that the cause can
 * be looked for in the checkout. Data only.
 */
import type { goCodes } from '../codes/go-codes'
import type { ImportStep } from './message-form'

/** What a message is about, in its own words. Paths are as printed. */
export type Subject =
  /** The line that asks for a Go; without a file, the one that asks for this version. */
  | { readonly kind: 'version-line'; readonly file?: string; readonly wanted: string }
  /** A module of another place that asks for a newer Go. */
  | { readonly kind: 'required-module'; readonly module: string }
  | {
      readonly kind: 'work-version'
      readonly folder: string
      readonly listed: string
      readonly wanted: string
    }
  | { readonly kind: 'replaced-folder'; readonly module: string; readonly folder: string }
  | { readonly kind: 'used-folder'; readonly folder: string }
  | { readonly kind: 'missing-package'; readonly path: string; readonly sources: string }
  | { readonly kind: 'missing-source'; readonly path: string }
  | { readonly kind: 'excluded-files'; readonly folder: string; readonly stack: readonly ImportStep[] }
  | { readonly kind: 'build-line'; readonly file: string; readonly stack: readonly ImportStep[] }
  | { readonly kind: 'cycle'; readonly stack: readonly ImportStep[] }
  | { readonly kind: 'test-files'; readonly importPath: string; readonly folder: string }
  | { readonly kind: 'mixed-packages'; readonly folder: string; readonly file: string }
  | { readonly kind: 'main-function'; readonly package: string }
  | { readonly kind: 'undefined-name'; readonly name: string }
  | { readonly kind: 'language'; readonly feature: string; readonly version: string; readonly limit: string }
  | { readonly kind: 'vendoring'; readonly reasons: readonly string[] }
  | { readonly kind: 'embed'; readonly pattern: string; readonly reason: string }
  | { readonly kind: 'module-line'; readonly word: string }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'module-file'; readonly name: string }

/** A finding without its place. */
export interface Explanation {
  readonly code: keyof typeof goCodes
  readonly message: string
  readonly hint: string
  readonly about?: Subject
}

export interface MatchedMessage {
  /** The groups of the pattern; an absent group is an empty string. */
  readonly groups: readonly string[]
  /** What the message says, without what it advises, in one line. */
  readonly line: string
  /** Further lines that say why. */
  readonly details: readonly string[]
  readonly advice: readonly string[]
  readonly stack: readonly ImportStep[]
  /** Import path under whose `# …` line it was printed. */
  readonly package: string
  /** The file that the message points to, as printed; empty when it points to none. */
  readonly file: string
  readonly goVersion: string
}

export interface FailureRule {
  /** Matched against body and details, a line each. */
  readonly pattern: RegExp
  readonly explain: (matched: MatchedMessage) => Explanation
}
