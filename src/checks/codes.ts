/**
 * Every code of the project room with its description, joined from the files beside the checks.
 * Checks import this as a type only: the texts are not loaded by a run.
 */
import type { CodeDescription } from '../findings'
import { folderCodes } from './folder-codes'
import { bindingCodes } from './functions/bindings-codes'
import { functionCodes } from './functions/functions-codes'
import { httpCodes } from './functions/http-codes'
import { routeCodes } from './functions/routes-codes'
import { triggerCodes } from './functions/triggers-codes'
import { hostJsonCodes } from './host-json/host-json-codes'
import { hostSettingCodes } from './host-json/host-settings-codes'
import { customHandlerCodes } from './program/custom-handler-codes'
import { executableCodes } from './program/executable-codes'
import { moduleCodes } from './program/modules-codes'
import { settingsCodes } from './settings/settings-codes'

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
  ...settingsCodes,
  ...moduleCodes,
} as const satisfies Record<string, CodeDescription>
