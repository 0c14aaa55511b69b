/**
 * Every code of the project room with its description, joined from the files of `codes/`.
 * Checks import this as a type only: the texts are not loaded by a run.
 */
import type { CodeDescription } from '../findings'
import { bindingCodes } from './codes/bindings'
import { customHandlerCodes } from './codes/custom-handler'
import { executableCodes } from './codes/executable'
import { folderCodes } from './codes/folder'
import { functionCodes } from './codes/functions'
import { hostJsonCodes } from './codes/host-json'
import { hostSettingCodes } from './codes/host-settings'
import { httpCodes } from './codes/http'
import { moduleCodes } from './codes/modules'
import { routeCodes } from './codes/routes'
import { triggerCodes } from './codes/triggers'

export const projectCodes = {
  ...folderCodes,
  ...hostJsonCodes,
  ...hostSettingCodes,
  ...customHandlerCodes,
  ...executableCodes,
  ...functionCodes,
  ...bindingCodes,
  ...triggerCodes,
  ...httpCodes,
  ...routeCodes,
  ...moduleCodes,
} as const satisfies Record<string, CodeDescription>
