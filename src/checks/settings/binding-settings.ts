/**
 * Settings that bindings name and the app lacks, beyond what the host resolves when it indexes a trigger: it resolves
 * them when the function is called. It judges only with the app's settings known.
 */

import { hasSetting } from '../../functions/function-json/app-settings'
import type { Binding, FunctionFolder } from '../../functions/function-json/functions'
import { resolvedProperties } from '../../functions/function-json/trigger-rules'
import { quoteJson } from '../../functions/json/json-tree'
import { settingCommand } from '../../text/setting-command'
import { type Check, type CheckContext, type FunctionProblem, onEachBinding } from '../check'
import { called, capitalized } from '../functions/function-refusals'
import type { Project } from '../project'
import { lackingConnection, placeOfSetting, textsNamingSettings } from './lacking'

export const bindingSettingChecks: readonly Check[] = [
  { code: 'binding-setting', severity: 'error', run: onEachBinding(setting) },
  { code: 'binding-connection', severity: 'warning', run: onEachBinding(connection) },
]

/** What the host reads as it is written. */
const neverResolved: ReadonlySet<string> = new Set('type name direction datatype cardinality'.split(' '))

/** Texts in the language of a database, where percent signs are wildcards as well. */
const queries = /(?:query|command|commandtext|filter)$/i

function setting(
  binding: Binding,
  { name }: FunctionFolder,
  _: Project,
  { app, settingNames }: CheckContext,
): FunctionProblem | undefined {
  const type = binding.type?.toLowerCase() ?? ''
  if (app === undefined || settingNames === undefined || /^http(?:trigger)?$/.test(type)) return undefined
  const indexed = binding.isTrigger ? (resolvedProperties[type] ?? []).map((key) => key.toLowerCase()) : []
  const settings = Object.fromEntries(settingNames.map((each) => [each, undefined]))
  for (const { key, value, named } of textsNamingSettings(binding)) {
    if (neverResolved.has(key.toLowerCase()) || indexed.includes(key.toLowerCase())) continue
    const lacking = named.find((one) => hasSetting(one.name, settings) === false)
    if (lacking === undefined) continue
    const isQuery = queries.test(key)
    return {
      message: `'${key}' of ${called({ about: binding })} in function '${name}' is ${quoteJson(value)}, and '${app.appName}' has no setting '${lacking.name}'.`,
      hint: isQuery
        ? `If '%${lacking.name}%' stands for an app setting, add it; pass a wildcard of the query as a parameter.`
        : `Write the value itself, or add the app setting:\n${settingCommand(app.target, 'set', `${lacking.name}=<value>`)}`,
      at: placeOfSetting(value, lacking),
      ...(isQuery ? { severity: 'warning' } : {}),
    }
  }
  return undefined
}

/**
 * How an app gets a connection.
 *
 * @param target the options that name the app; absent when none is known
 */
export function connectionHint(name: string, target: string | undefined): string {
  const hint = `Add the app setting ${name} with the connection string, or settings ${name}__... for an identity.`
  return target === undefined
    ? hint
    : `${hint}\n${settingCommand(target, 'set', `${name}=<connection string>`)}`
}

/** Of outputs and further inputs: they fail when the function is called. */
function connection(
  binding: Binding,
  { name }: FunctionFolder,
  _: Project,
  { app, settingNames }: CheckContext,
): FunctionProblem | undefined {
  if (app === undefined || binding.isTrigger) return undefined
  const lacking = lackingConnection(binding, settingNames)
  if (lacking === undefined) return undefined
  return {
    message: `${capitalized(called({ about: binding }))} of function '${name}' uses the connection '${lacking.name}', and '${app.appName}' has no such setting.`,
    hint: connectionHint(lacking.name, app.target),
    at: lacking.value.span,
  }
}
