/**
 * Names of app settings inside a function.json: `%NAME%` in a value, and `connection`. As the host resolves them
 * (NameResolverExtensions.cs and IConfigurationExtensions.cs of azure-webjobs-sdk). It judges no value.
 */
import { isPlatformVariable } from '../app-environment'

/** Names of the app's settings and environment; a value may be unknown. Undefined: nothing is known of them. */
export type AppSettings = Readonly<Record<string, string | undefined>> | undefined

/** The resolved text, `unknown` when it depends on what is not known here, or the host's sentence. */
export type Resolved = { readonly text: string } | { readonly refused: string } | 'unknown'

/**
 * Puts the values of app settings in the place of `%NAME%`. Names have no case.
 *
 * @param text a value of function.json
 * @param settings what is known of the app's settings
 */
export function resolveSettings(text: string, settings: AppSettings): Resolved {
  const pieces: string[] = []
  let isKnown = true
  let at = 0
  for (let start = text.indexOf('%'); start !== -1; start = text.indexOf('%', at)) {
    const end = text.indexOf('%', start + 1)
    if (end === -1) return { refused: `The '%' at position ${start} does not have a closing '%'` }
    const name = text.slice(start + 1, end)
    const value = name === '' ? undefined : lookUp(name, settings)
    if (name === '' || value === 'absent') return { refused: `'%${name}%' does not resolve to a value.` }
    if (value === undefined) isKnown = false
    else pieces.push(text.slice(at, start), value.value)
    at = end + 1
  }
  return isKnown ? { text: `${pieces.join('')}${text.slice(at)}` } : 'unknown'
}

/** A name between percent signs in a value. */
export interface NamedSetting {
  readonly name: string
  /** Of the first percent sign, counted from 0. */
  readonly start: number
}

/** The names between percent signs in a value, in their order. */
export function settingsNamedIn(text: string): readonly NamedSetting[] {
  return [...text.matchAll(/%([^%]+)%/g)].map(({ index, 1: name = '' }) => ({ name, start: index }))
}

/** Whether an app has a setting of that name; undefined when nothing is known of its settings. */
export function hasSetting(name: string, settings: AppSettings): boolean | undefined {
  return settings === undefined ? undefined : lookUp(name, settings) !== 'absent'
}

function lookUp(name: string, settings: AppSettings): { readonly value: string } | 'absent' | undefined {
  if (settings === undefined) return undefined
  const wanted = keyOf(name)
  for (const [key, value] of Object.entries(settings)) {
    if (keyOf(key) === wanted) return value === undefined ? undefined : { value }
  }
  // Of what the platform sets only the name is known.
  return isPlatformVariable(name) ? undefined : 'absent'
}

/**
 * Whether the host finds a connection: a setting of that name, one with `AzureWebJobs` before it, a connection
 * string, or a group of settings for an identity (`NAME__serviceUri`).
 *
 * @returns undefined when nothing is known of the settings
 */
export function hasConnection(name: string, settings: AppSettings): boolean | undefined {
  if (settings === undefined) return undefined
  const wanted = keyOf(name)
  return Object.keys(settings).some((key) => {
    const bare = keyOf(key).replace(
      /^(?:(?:custom|sqlazure|sql|mysql|postgresql)connstr_|connectionstrings:)/,
      '',
    )
    return [wanted, `azurewebjobs${wanted}`].some(
      (candidate) =>
        bare === candidate ||
        (bare.startsWith(`${candidate}:`) && !identityKeys.has(bare.slice(candidate.length + 1))),
    )
  })
}

/** Which identity connects, not where to: alone they make no connection. */
const identityKeys: ReadonlySet<string> = new Set(
  'credential clientid clientsecret tenantid managedidentityresourceid managedidentityobjectid'.split(' '),
)

function keyOf(name: string): string {
  return name.toLowerCase().replaceAll('__', ':')
}
