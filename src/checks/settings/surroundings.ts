/** What the app's settings change of what is in the package: values of host.json, and the clock of its timers. */

import { settingCommand } from '../../text/setting-command'
import { type Check, type CheckContext, inHostJson, type Problem, placeOfFunction } from '../check'
import type { Project } from '../project'
import { activeFunctions } from './switched-off'

export const surroundingChecks: readonly Check[] = [
  { code: 'host-json-overridden', severity: 'notice', run: overridden },
  { code: 'timer-time-zone', severity: 'warning', run: timeZone },
]

/** What a reader of the log wants to know at once; other values may be no one's business. */
const shownPaths: ReadonlySet<string> = new Set(['extensions:http:routeprefix', 'functiontimeout'])

function overridden(project: Project, { app }: CheckContext): readonly Problem[] {
  if (app === undefined) return []
  const leaves = [...project.configuration.leaves.values()].filter(({ setting }) => setting !== undefined)
  const [first] = leaves
  if (first === undefined) return []
  const shown = leaves.map(({ path, value, setting }) =>
    shownPaths.has(path.toLowerCase()) ? `${setting} ('${value}')` : `${setting}`,
  )
  const names = [...new Set(shown)]
  return [
    {
      message: `${names.length === 1 ? 'An app setting replaces a value' : `${names.length} app settings replace values`} of host.json in '${app.appName}': ${names.slice(0, 20).join(', ')}.`,
      hint: 'The action judges routes, timeouts and everything else by these values. Remove the settings where host.json is meant to decide.',
      location: inHostJson(project, first.node.span),
    },
  ]
}

function timeZone(project: Project, context: CheckContext): readonly Problem[] {
  const { app, plan, settingNames = [] } = context
  if (app === undefined || (plan !== 'consumption' && plan !== 'flex-consumption')) return []
  const name = settingNames.find((each) => /^(?:WEBSITE_TIME_ZONE|TZ)$/i.test(each))
  const timer = activeFunctions(project, context).find(
    ({ trigger }) => trigger.toLowerCase() === 'timertrigger',
  )
  if (name === undefined || timer === undefined) return []
  return [
    {
      message: `'${app.appName}' has the app setting ${name}, which this plan does not support on Linux: the timer of function '${timer.name}' may run at other hours, or the app fails to reach its services.`,
      hint: `Write the schedule in UTC and remove the setting:\n${settingCommand(app.target, 'delete', name)}`,
      functionName: timer.name,
      location: placeOfFunction(project, timer.name),
    },
  ]
}
