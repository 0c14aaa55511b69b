/**
 * Which errors of the checks are predictions of what the host makes of the app, so that the host itself can overrule
 * them. Never among them: what is about the binary, the package, secrets or settings, our own policies, and what the
 * host runs in silence without a way to it.
 */
import { bindingCodes } from '../../checks/functions/bindings-codes'
import { functionCodes } from '../../checks/functions/functions-codes'
import { httpCodes } from '../../checks/functions/http-codes'
import { routeCodes } from '../../checks/functions/routes-codes'
import { triggerCodes } from '../../checks/functions/triggers-codes'
import { hostJsonCodes } from '../../checks/host-json/host-json-codes'
import { hostSettingCodes } from '../../checks/host-json/host-settings-codes'
import { customHandlerCodes } from '../../checks/program/custom-handler-codes'
import type { Project } from '../../checks/project'
import type { Finding } from '../../findings'

const predicted = new Set(
  [
    hostJsonCodes,
    hostSettingCodes,
    functionCodes,
    bindingCodes,
    httpCodes,
    triggerCodes,
    routeCodes,
    customHandlerCodes,
  ].flatMap((codes) => Object.keys(codes)),
)

const kept = new Set([
  // There is no app without it, or another file is meant.
  ...['host-json-missing', 'host-json-case', 'function-json-nested', 'function-json-case'],
  // The host runs, and says nothing of it: another function answers, or none.
  ...['route-conflict', 'route-shadowed', 'http-methods', 'functions-all-hidden', 'function-not-allowed'],
  // Our own policy, and limits of a plan, which a container has not.
  ...['forwarding-misplaced', 'function-timeout-limit', 'blob-trigger-source'],
])

/** @returns the errors that the host is asked about; none where no package can be made */
export function trialOf(project: Project, findings: readonly Finding[]): readonly Finding[] {
  if (project.executable === '' || project.model !== 'custom-handler') return []
  return findings.filter(
    ({ code, severity }) => severity === 'error' && predicted.has(code) && !kept.has(code),
  )
}
