/** What an app runs after a verification that was red, and the command that leads back to what it ran before. Pure. */
import { block } from '../../text/passages'
import { shellQuote } from '../../text/shell-quote'
import { type Site, slotLabel } from '../site'
import type { Uploaded } from './verification'

/**
 * The way back.
 *
 * @returns sentences and a command; what nothing is known of is said
 */
export function describeWayBack(site: Site, { id, before }: Uploaded): string {
  const place = `'${slotLabel(site)}' of '${site.appName}'`
  const now = `${place} now has the package of this run${id === '' ? '' : `, deployment '${id}'`}.`
  const former = before?.active
  if (before?.functions?.length === 0)
    return `${now} It had no functions before, so there is nothing to return to.`
  if (former === undefined || former.deploymentId === '') {
    const why = former === undefined || former.problem === '' ? '' : ` (${former.problem})`
    return `${now} What it ran before is not known${why}: to return, deploy the package of the last good run again.`
  }
  const digest = former.sha256 === '' ? '' : `, sha256 ${former.sha256}`
  return `${now} Before, it ran the deployment '${former.deploymentId}'${digest}. To return to it:\n${commandOf(site, former.runUrl ?? '')}`
}

function commandOf({ appName, resourceGroup, slotName }: Site, runUrl: string): string {
  const [, repository, run] = /^https:\/\/[^/]+\/([\w.-]+\/[\w.-]+)\/actions\/runs\/(\d+)/.exec(runUrl) ?? []
  if (repository !== undefined && run !== undefined) return block(`gh run rerun ${run} --repo ${repository}`)
  const slot = slotName === '' ? '' : ` --slot ${shellQuote(slotName)}`
  const command = `az functionapp deployment source config-zip --name ${shellQuote(appName)} --resource-group ${shellQuote(resourceGroup)}${slot} --src package.zip`
  return `${block(command)}\nHere package.zip is the zip of that deployment.`
}
