/**
 * What the checks are told of an app's settings: all names, and the values of those that are no secrets. Everything else
 * stays with whoever read them.
 */
import { type ConnectionString, namesOfConnectionString } from '../../functions/app-environment'
import { hasSetting, settingsNamedIn } from '../../functions/function-json/app-settings'
import { scalarText } from '../../functions/json/json-text'
import { memberInAnyCase } from '../../functions/json/json-tree'
import { switchesFunctions } from '../../functions/switched-off'
import { readVariables } from '../../gosource/variables'
import type { CheckContext } from '../check'
import type { Project } from '../project'
import { lackingConnection, textsNamingSettings } from './lacking'

export interface SettingsSource {
  readonly names: readonly string[]
  readonly connectionStrings: readonly ConnectionString[]
  readonly read: (name: string) => string | undefined
}

/** The part of the context that settings give. */
export function knownSettings(
  project: Project,
  { names, connectionStrings, read }: SettingsSource,
): Pick<CheckContext, 'settingNames' | 'settings' | 'isPartial'> {
  const schedules = new Set(schedulesOf(project))
  const known = names.flatMap((name): readonly (readonly [string, string])[] => {
    const value = read(name)
    const isKnown = isHarmless(name, value) || schedules.has(keyOf(name))
    return isKnown && value !== undefined ? [[name, value]] : []
  })
  return {
    settingNames: [...names, ...connectionStrings.flatMap(namesOfConnectionString)],
    settings: Object.fromEntries(known),
    isPartial: true,
  }
}

/** Whether something is named that the settings alone do not give, so that the connection strings decide. */
export function asksForConnectionStrings(project: Project, names: readonly string[]): boolean {
  const settings = Object.fromEntries(names.map((each) => [each, undefined]))
  if (!names.some((name) => /^AzureWebJobsStorage(?:$|__|:)/i.test(name))) return true
  const bindings = project.functions.flatMap((folder) => folder.bindings)
  const isLacking = ({ name }: { readonly name: string }) => hasSetting(name, settings) === false
  return (
    bindings.some(
      (binding) =>
        lackingConnection(binding, names) !== undefined ||
        textsNamingSettings(binding).some(({ named }) => named.some(isLacking)),
    ) || readVariables(project.go).variables.some((one) => /CONNSTR_/i.test(one.name) && isLacking(one))
  )
}

function isHarmless(name: string, value = ''): boolean {
  if (/^AzureFunctionsJobHost(?:__|:)/i.test(name) || switchesFunctions(name)) return true
  // The one connection string without a secret.
  if (/^AzureWebJobsStorage$/i.test(name)) return /^\s*UseDevelopmentStorage\s*=\s*true\s*;?\s*$/i.test(value)
  return /^(?:AzureWebJobsSecretStorageType|WEBSITE_TIME_ZONE|TZ)$/i.test(name)
}

/** The settings that stand for schedules: the host's model judges them with their values. */
function schedulesOf({ functions }: Project): readonly string[] {
  return functions.flatMap(({ trigger }) => {
    const value = trigger === undefined ? undefined : memberInAnyCase(trigger.node, 'schedule')?.value
    const isTimer = trigger?.type?.toLowerCase() === 'timertrigger'
    const text = isTimer && value !== undefined ? (scalarText(value) ?? '') : ''
    return settingsNamedIn(text).map(({ name }) => keyOf(name))
  })
}

function keyOf(name: string): string {
  return name.toLowerCase().replaceAll('__', ':')
}
