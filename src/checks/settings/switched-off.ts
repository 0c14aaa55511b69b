/**
 * Functions that app settings switch off, and what that does to other findings: what a function that is never called
 * lacks is a notice.
 */

import type { HostFunction } from '../../functions/function-json/host-function'
import { switchingSetting } from '../../functions/switched-off'
import { settingCommand } from '../../text/setting-command'
import { type Check, type CheckContext, type Problem, type ProjectFinding, placeOfFunction } from '../check'
import type { Project } from '../project'
import { verifiedFunction } from './verified-function'

export const switchedOffChecks: readonly Check[] = [
  { code: 'function-switched-off', severity: 'notice', run: switchedOff },
]

/** The functions that the host may call. */
export function activeFunctions({ app }: Project, { settings = {} }: CheckContext): readonly HostFunction[] {
  return app.hostFunctions.filter(({ name }) => switchingSetting(name, settings) === undefined)
}

function switchedOff(project: Project, context: CheckContext): readonly Problem[] {
  const { app, settings = {} } = context
  if (app === undefined) return []
  const isAll = activeFunctions(project, context).length === 0
  const target = verifiedFunction(project, context)
  return project.app.hostFunctions.flatMap(({ name }) => {
    const setting = switchingSetting(name, settings)
    if (setting === undefined) return []
    const isTarget = target?.name === name
    const end = isTarget
      ? `, and verify-path '${app.verifyPath}' calls it`
      : isAll
        ? ', and so is every function of the app'
        : ''
    const problem: Problem = {
      message: `The app setting ${setting} of '${app.appName}' switches function '${name}' off${end}.`,
      hint: isTarget
        ? `Let verify-path name another function, or remove the setting:\n${settingCommand(app.target, 'delete', setting)}`
        : `It answers 404 and is not triggered. To switch it on:\n${settingCommand(app.target, 'delete', setting)}`,
      functionName: name,
      location: placeOfFunction(project, name),
    }
    return [isTarget || isAll ? { ...problem, severity: 'error' } : problem]
  })
}

const settingCodes: ReadonlySet<string> = new Set([
  'trigger-setting',
  'trigger-connection',
  'binding-setting',
  'binding-connection',
])

/** Makes notices of what functions lack that are off. */
export function milderWhereOff(
  project: Project,
  context: CheckContext,
  findings: readonly ProjectFinding[],
): readonly ProjectFinding[] {
  const { settings = {} } = context
  const off = project.functions.filter(({ name }) => switchingSetting(name, settings) !== undefined)
  if (off.length === 0) return findings
  const files = new Set(off.map(({ name }) => placeOfFunction(project, name).file))
  return findings.map((finding) =>
    settingCodes.has(finding.code) && files.has(finding.location?.file ?? '')
      ? { ...finding, severity: 'notice' }
      : finding,
  )
}
