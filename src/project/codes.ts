/**
 * Every code of the project room with its description, joined from the files of `codes/`.
 * Checks import this as a type only: the texts are not loaded by a run.
 */
import type { CodeDescription } from '../findings'
import { customHandlerCodes } from './codes/custom-handler'
import { executableCodes } from './codes/executable'
import { functionCodes } from './codes/functions'
import { hostJsonCodes } from './codes/host-json'

export const projectCodes = {
  ...hostJsonCodes,
  ...customHandlerCodes,
  ...executableCodes,
  ...functionCodes,
} as const satisfies Record<string, CodeDescription>
