/** Commands of the Azure CLI about an app, for hints: blocks of one line each, for a POSIX shell. Pure. */
import { block } from '../../text/passages'
import { shellQuote } from '../../text/shell-quote'
import type { Site } from './site'

/** The options that name an app or slot. */
export function siteOptions(site: Pick<Site, 'appName' | 'resourceGroup' | 'slotName'>): string {
  const slot = site.slotName === '' ? '' : ` --slot ${shellQuote(site.slotName)}`
  return `--name ${shellQuote(site.appName)} --resource-group ${shellQuote(site.resourceGroup)}${slot}`
}

/** The command that starts an app. */
export function startCommand(site: Site): string {
  return block(`az functionapp start ${siteOptions(site)}`)
}
