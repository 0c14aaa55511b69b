/**
 * Variables that the Go code reads and the app does not have. Whether the program can do without them the code does not
 * tell, so this is no more than a notice; a rehearsal may know better.
 */

import { hasSetting } from '../../functions/function-json/app-settings'
import { type ReadVariable, readVariables } from '../../gosource/variables'
import { settingCommand } from '../../text/setting-command'
import type { Check, CheckContext, Problem, ProjectFinding } from '../check'
import type { Project } from '../project'

export const variableChecks: readonly Check[] = [
  { code: 'app-lacks-variable', severity: 'notice', run: lacking },
]

/** The first place of each variable that the app lacks; none where the settings are not known. */
export function lackingVariables(
  { go }: Project,
  { app, settingNames }: CheckContext,
): readonly ReadVariable[] {
  if (app === undefined || settingNames === undefined) return []
  const settings = Object.fromEntries(settingNames.map((each) => [each, undefined]))
  const first = new Map<string, ReadVariable>()
  for (const variable of readVariables(go).variables) {
    if (hasSetting(variable.name, settings) === false && !first.has(variable.name))
      first.set(variable.name, variable)
  }
  return [...first.values()]
}

/**
 * Those of the variables that a rehearsed handler named as it ended which the app lacks, too.
 *
 * @param named by the handler
 */
export function neededVariables(
  project: Project,
  context: CheckContext,
  named: readonly string[],
): readonly ProjectFinding[] {
  const { app, settingNames } = context
  if (app === undefined || settingNames === undefined) return []
  const settings = Object.fromEntries(settingNames.map((each) => [each, undefined]))
  const missing = named.filter((name) => hasSetting(name, settings) === false)
  const [first] = missing
  if (first === undefined) return []
  const place = readVariables(project.go).variables.find(({ name }) => name === first)
  return [
    {
      code: 'app-lacks-variable',
      severity: 'warning',
      message: `The rehearsed handler named ${missing.join(', ')} as it ended, and '${app.appName}' does not have ${missing.length === 1 ? 'it' : 'them'} either.`,
      hint: `Set it:\n${settingCommand(app.target, 'set', `${first}=<value>`)}`,
      ...(place === undefined ? {} : { location: { file: place.file, line: place.line } }),
    },
  ]
}

function lacking(project: Project, context: CheckContext): readonly Problem[] {
  const variables = lackingVariables(project, context)
  const [first] = variables
  if (context.app === undefined || first === undefined) return []
  const shown = variables.slice(0, 15).map(({ name, file, line }) => `${name} (${file}:${line})`)
  const more = variables.length > 15 ? ` and ${variables.length - 15} more` : ''
  return [
    {
      message: `The Go code reads ${variables.length === 1 ? 'a variable' : `${variables.length} variables`} that '${context.app.appName}' does not have: ${shown.join(', ')}${more}.`,
      hint: `Where the program needs one:\n${settingCommand(context.app.target, 'set', `${first.name}=<value>`)}`,
      location: { file: first.file, line: first.line },
    },
  ]
}
