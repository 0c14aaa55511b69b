/**
 * The ID of a host, under which it keeps its keys, locks and timers in its storage, and the app or slot that has the
 * same one (ScriptHostIdProvider.cs of azure-functions-host). Reads only, and only where a name is that long.
 */

import { ActionError } from '../../errors'
import type { Finding } from '../../findings'
import { textAt } from '../../text/json-value'
import { settingCommand } from '../../text/setting-command'
import { azureFinding } from '../http'
import { listArm, type Session } from '../sign-in'
import { type AppSettings, readAppSettings } from './app-settings'
import type { Site } from './site'
import { siteOptions } from './site-commands'

const maximumLength = 32
const ownId = 'AzureFunctionsWebHost__hostid'

/**
 * The ID that a host takes without a setting.
 *
 * @param slotName empty for the app itself
 */
export function defaultHostId(appName: string, slotName: string): string {
  const name = slotName === '' ? appName : `${appName}-${slotName}`
  return name
    .slice(0, maximumLength)
    .toLowerCase()
    .replace(/-{1,32}$/, '')
}

/**
 * Looks for a slot of the same app, or the app itself, whose host has the same ID in the same storage.
 *
 * @returns a warning; nothing where the others may not be read
 * @throws the reason of the signal
 */
export async function findSharedHostId(session: Session, site: Site): Promise<readonly Finding[]> {
  const { appName, slotName, settings } = site
  const isLong = appName.length + (slotName === '' ? 0 : slotName.length + 1) > maximumLength - 1
  const storage = storageOf(settings)
  if (!isLong || site.plan === 'flex-consumption' || storage === '' || settings.get(ownId)) return []
  const id = defaultHostId(appName, slotName)
  const root = site.resourceId.replace(/\/slots\/[^/]+$/i, '')
  try {
    const slots = await listArm(session, { method: 'GET', path: `${root}/slots`, purpose: 'list the slots' })
    const names = ['', ...slots.map((slot) => textAt(slot, 'name').split('/').at(-1) ?? '')]
    const others = names.filter((name) => name.toLowerCase() !== slotName.toLowerCase())
    for (const other of others.filter((name) => defaultHostId(appName, name) === id).slice(0, 5)) {
      const path = other === '' ? root : `${root}/slots/${encodeURIComponent(other)}`
      const { settings: theirs } = await readAppSettings(session, path)
      if (theirs.get(ownId) || storageOf(theirs) !== storage) continue
      const label = (name: string) => (name === '' ? 'the app itself' : `the slot '${name}'`)
      return [
        azureFinding(
          'warning',
          'host-id-shared',
          `The hosts of ${label(slotName)} and ${label(other)} of '${appName}' have one ID, '${id}', in the same storage: names are cut after ${maximumLength} characters.`,
          `${settingCommand(siteOptions(site), 'set', `${ownId}=${ownIdFor(site)}`)}\nMake it a slot setting (--slot-settings), or give the slot a storage account of its own.`,
        ),
      ]
    }
  } catch (error) {
    session.signal.throwIfAborted()
    if (!(error instanceof ActionError)) throw error
    session.log.debug(`The other slots could not be compared: ${error.message}`)
  }
  return []
}

/** An ID that a host accepts: at most 32 lower-case letters, digits and hyphens. */
function ownIdFor({ appName, slotName }: Site): string {
  const tail = slotName === '' ? '' : `-${slotName}`
  return `${appName.slice(0, Math.max(1, maximumLength - tail.length))}${tail}`
    .slice(0, maximumLength)
    .toLowerCase()
}

/** What tells one storage from another; it is compared and never shown. */
function storageOf(settings: AppSettings): string {
  const account =
    settings.get('AzureWebJobsStorage__accountName') ?? settings.get('AzureWebJobsStorage__blobServiceUri')
  const text = settings.get('AzureWebJobsStorage') ?? ''
  return (account ?? /(?:^|;)\s*AccountName=([^;]*)/i.exec(text)?.[1] ?? text).trim().toLowerCase()
}
