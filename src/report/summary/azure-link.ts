/**
 * Links of the summary that leave GitHub. A link is only made of an address that cannot be anything else:
 * the rest is shown as text.
 */
import { code } from '../markdown'

/** Domains of function apps in the three clouds; anything else may be a trap and is not made clickable. */
const appAddress =
  /^https:\/\/[a-z0-9](?:[a-z0-9.-]{0,200})\.(?:azurewebsites\.net|azurewebsites\.us|chinacloudsites\.cn)(?:\/[A-Za-z0-9._~/-]{0,300})?$/

/**
 * @param text what to show
 * @param url where it leads
 * @returns a link when the address is an app's on Azure, else the text as code
 */
export function azureLink(text: string, url: string | undefined): string {
  return url !== undefined && appAddress.test(url) ? `[${code(text)}](${url})` : code(text)
}
