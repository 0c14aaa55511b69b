/**
 * Builds the errors and findings of this room, with codes that codes.ts describes.
 * A code without a description is a type error here.
 */
import { ActionError, type ActionErrorOptions } from '../../errors'
import type { Finding, Severity } from '../../findings'
import type { azureCodes } from '../codes'

export type AzureCode = keyof typeof azureCodes

/** A finding of this room. */
export interface AzureFinding extends Finding {
  readonly code: AzureCode
}

/**
 * An error with a described code.
 *
 * @param code a key of `azureCodes`
 * @param message what was found, with the value quoted
 * @param options what to do, and the cause
 * @returns the error, not thrown
 */
export function azureError(code: AzureCode, message: string, options: ActionErrorOptions = {}): ActionError {
  return new ActionError(code, message, options)
}

/**
 * A finding with a described code.
 *
 * @param severity how bad it is here; some codes are milder on some plans
 * @param code a key of `azureCodes`
 * @param message what was found, with the value quoted
 */
export function azureFinding(
  severity: Severity,
  code: AzureCode,
  message: string,
  hint: string,
): AzureFinding {
  return { code, severity, message, hint }
}
