/** The command of the Azure CLI that sets or deletes an app setting, for hints. Pure. */
import { block } from './passages'
import { shellQuote } from './shell-quote'

/**
 * @param target the options that name the app, for example `--name a --resource-group b`
 * @param what `NAME=value` to set, the name to delete
 * @returns a block of a text
 */
export function settingCommand(target: string, verb: 'set' | 'delete', what: string): string {
  const option = verb === 'set' ? '--settings' : '--setting-names'
  return block(`az functionapp config appsettings ${verb} ${option} ${shellQuote(what)} ${target}`)
}
