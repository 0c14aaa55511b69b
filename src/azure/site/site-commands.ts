/** Commands of the Azure CLI about an app, for hints. One line each, for a POSIX shell. Pure. */
import { shellQuote } from '../../text/shell-quote'
import type { Site } from './site'

/** The options that name an app or slot. */
export function siteOptions(site: Pick<Site, 'appName' | 'resourceGroup' | 'slotName'>): string {
  const slot = site.slotName === '' ? '' : ` --slot ${shellQuote(site.slotName)}`
  return `--name ${shellQuote(site.appName)} --resource-group ${shellQuote(site.resourceGroup)}${slot}`
}

/**
 * The command that sets or deletes an app setting.
 *
 * @param what `NAME=value` to set, the name to delete
 */
export function settingCommand(site: Site, verb: 'set' | 'delete', what: string): string {
  const option = verb === 'set' ? '--settings' : '--setting-names'
  return `az functionapp config appsettings ${verb} ${option} ${shellQuote(what)} ${siteOptions(site)}`
}
