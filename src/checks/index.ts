/** Runs every check over a project. The order of the tables is the order of the findings. */

import { isAllowed, readFunctionApp } from '../functions/app'
import type { Check, CheckContext, ProjectFinding } from './check'
import { bindingChecks } from './functions/bindings'
import { functionChecks } from './functions/functions'
import { httpTriggerChecks } from './functions/http-triggers'
import { renamedPropertyChecks } from './functions/renamed-properties'
import { routeChecks } from './functions/routes'
import { triggerChecks } from './functions/triggers'
import { extensionBundleChecks } from './host-json/extension-bundle'
import { hostJsonChecks } from './host-json/host-json'
import { hostSettingsChecks } from './host-json/host-settings'
import { settingValueChecks } from './host-json/setting-values'
import { customHandlerChecks } from './program/custom-handler'
import { executableChecks } from './program/executable'
import { handlerArgumentChecks } from './program/handler-arguments'
import { handlerOptionChecks } from './program/handler-options'
import { invocationChecks } from './program/invocation'
import { moduleChecks } from './program/modules'
import { nativeChecks } from './program/native'
import type { Project } from './project'
import { refusedSilently } from './refused-silently'
import { bindingSettingChecks } from './settings/binding-settings'
import { storageChecks } from './settings/storage'
import { surroundingChecks } from './settings/surroundings'
import { milderWhereOff, switchedOffChecks } from './settings/switched-off'
import { variableChecks } from './settings/variables'
import { verifiedFunctionChecks } from './settings/verified-function'
import { unknownWorkerChecks } from './unknown-worker'

/** Every check of the room. */
export const checks: readonly Check[] = [
  ...hostJsonChecks,
  ...hostSettingsChecks,
  ...settingValueChecks,
  ...extensionBundleChecks,
  ...unknownWorkerChecks,
  ...nativeChecks,
  ...customHandlerChecks,
  ...executableChecks,
  ...handlerOptionChecks,
  ...handlerArgumentChecks,
  ...functionChecks,
  ...bindingChecks,
  ...renamedPropertyChecks,
  ...httpTriggerChecks,
  ...routeChecks,
  ...triggerChecks,
  ...bindingSettingChecks,
  ...switchedOffChecks,
  ...verifiedFunctionChecks,
  ...storageChecks,
  ...surroundingChecks,
  ...variableChecks,
  ...invocationChecks,
  ...moduleChecks,
]

const maxTextLength = 1000

/**
 * Judges a project.
 *
 * @param project what was read from disk
 * @param context what is known besides; whatever is absent is not judged
 * @returns all findings, grouped by check; last what the host refuses and no check speaks of
 */
export function checkProject(project: Project, context: CheckContext = {}): readonly ProjectFinding[] {
  const known = withContext(project, context)
  const findings = checks.flatMap(({ code, severity, run }) =>
    run(known, context).map((problem) => ({ code, severity, ...problem })),
  )
  const found = [...findings, ...refusedSilently(known, findings)]
  return milderWhereOff(known, context, found).map((finding) => ({
    ...finding,
    message: shortened(finding.message),
    hint: shortened(finding.hint),
  }))
}

/** The project as the host reads it with its app settings and plan, without the functions that it leaves out. */
export function withContext(
  project: Project,
  { settings, settingNames, plan, isPartial = false }: CheckContext,
): Project {
  const app = readFunctionApp(project.reader, {
    isNative: project.model === 'native',
    isPartial,
    ...(settings === undefined ? {} : { settings }),
    ...(settingNames === undefined ? {} : { settingNames }),
    ...(plan === undefined ? {} : { plan }),
  })
  const { configuration } = app.hostJson
  const functions = app.functions.filter(({ name }) => isAllowed(app.hostJson, name))
  return { ...project, app, configuration, functions }
}

/** Values are quoted as they are, and a hostile one can be a megabyte long. */
function shortened(text: string): string {
  return text.length <= maxTextLength ? text : `${text.slice(0, maxTextLength - 3)}...`
}
