/**
 * Where an app's binding types come from besides the host: a bundle, its own files, or nowhere. It downloads nothing.
 */
import type { Configuration } from '../host-json/configuration'
import { knownBundles, readExtensionBundle } from '../host-json/extension-bundle'

export type Extensions =
  | { readonly from: 'nowhere' }
  /** `extensionBundle` in host.json, and the major version of the newest bundle in its range. */
  | { readonly from: 'bundle'; readonly major: number }
  /** Extensions installed into the app itself: any type may exist. */
  | { readonly from: 'app' }

/** What `func extensions install` and a build of it leave beside host.json. */
const installed = ['bin/extensions.json', 'extensions.csproj']

/**
 * Says where the types come from.
 *
 * @param configuration host.json
 * @param hasFile whether the app has a file, by its path relative to host.json
 */
export function extensionsOf(configuration: Configuration, hasFile: (path: string) => boolean): Extensions {
  const bundle = readExtensionBundle(configuration)
  if (bundle !== undefined) return { from: 'bundle', major: bundle.major ?? knownBundles.newest[0] }
  return { from: installed.some(hasFile) ? 'app' : 'nowhere' }
}
