/**
 * The one error class of the product: something is wrong, said so that a user can act on it.
 * Anything else that is thrown is a defect of the action itself.
 */
import type { Location } from './findings'

export interface ActionErrorOptions {
  /** What to do about it. */
  readonly hint?: string
  readonly location?: Location
  readonly cause?: unknown
}

/** A failure that a user can understand: what was found with the value quoted, and what to do. */
export class ActionError extends Error {
  override readonly name = 'ActionError'
  readonly code: string
  readonly hint: string | undefined
  readonly location: Location | undefined

  /**
   * @param code stable kebab-case code, as in findings
   * @param message what was found, with the value quoted
   * @param options what to do, where, and the cause
   */
  constructor(code: string, message: string, options: ActionErrorOptions = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause })
    this.code = code
    this.hint = options.hint
    this.location = options.location
  }
}

/**
 * The text of anything that was thrown, also when it is not an `Error`.
 *
 * @param thrown the caught value
 * @returns its message, or its string form
 */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown)
}
