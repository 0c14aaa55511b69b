/**
 * The storage of the host itself, `AzureWebJobsStorage`: whether the app has one, and which function needs it. Where the
 * account is, and who may use it, is not known here.
 */

import type { HostFunction } from '../../functions/function-json/host-function'
import { type Check, type CheckContext, type Problem, placeOfFunction } from '../check'
import type { Project } from '../project'
import { activeFunctions } from './switched-off'

export const storageChecks: readonly Check[] = [
  { code: 'site-storage-missing', severity: 'error', run: storageMissing },
]

function storageMissing(project: Project, context: CheckContext): readonly Problem[] {
  const { app, settingNames, plan } = context
  if (app === undefined || settingNames === undefined) return []
  const isDevelopment = /^\s*UseDevelopmentStorage\s*=\s*true/i.test(
    settingOf(context, 'AzureWebJobsStorage'),
  )
  const hasStorage = settingNames.some(isStorageSetting)
  if (hasStorage && !isDevelopment) return []
  const found = isDevelopment
    ? `AzureWebJobsStorage of '${app.appName}' is 'UseDevelopmentStorage=true', a storage that only a developer's machine has`
    : `'${app.appName}' has no AzureWebJobsStorage`
  const hint =
    'Set AzureWebJobsStorage__accountName to a storage account that the identity of the app may use, or AzureWebJobsStorage to a connection string.'
  const keepsKeys = /^files$/i.test(settingOf(context, 'AzureWebJobsSecretStorageType'))
  const user = activeFunctions(project, context).find((one) => needsStorage(one, keepsKeys))
  if (user !== undefined) {
    const { name, trigger, authLevel } = user
    const reason = isHttp(user)
      ? `the keys of function '${name}' (authLevel '${authLevel}') are kept there`
      : `'${trigger}' of function '${name}' needs it`
    const location = placeOfFunction(project, name)
    return [{ message: `${found}, and ${reason}.`, hint, functionName: name, location }]
  }
  if (plan === 'consumption') {
    return [{ message: `${found}, and the package of this plan is stored there.`, hint }]
  }
  return keepsKeys && !isDevelopment ? [] : [{ message: `${found}.`, hint, severity: 'notice' }]
}

/** `AzureWebJobsStorage`, its parts for an identity, and the same among the connection strings. */
function isStorageSetting(name: string): boolean {
  return /^(?:[A-Z]+CONNSTR_|ConnectionStrings(?:__|:))?AzureWebJobsStorage(?:$|__(?:accountName|\w*Uri)$|:(?:accountName|\w*Uri)$)/i.test(
    name,
  )
}

function isHttp({ trigger }: HostFunction): boolean {
  return trigger.toLowerCase() === 'httptrigger'
}

function needsStorage(one: HostFunction, keepsKeys: boolean): boolean {
  if (isHttp(one)) return one.authLevel !== 'anonymous' && !keepsKeys
  return !/^(?:|warmuptrigger|manualtrigger)$/i.test(one.trigger)
}

function settingOf({ settings = {} }: CheckContext, wanted: string): string {
  const entry = Object.entries(settings).find(([name]) => name.toLowerCase() === wanted.toLowerCase())
  return entry?.[1] ?? ''
}
