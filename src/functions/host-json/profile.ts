/**
 * `configurationProfile`: a name for a set of keys that host.json then has besides its own
 * (HostConfigurationProfile.cs of azure-functions-host).
 */
import { type Configuration, type Leaf, leafAt } from './configuration'

const profiles: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'mcp-custom-handler': {
    'customHandler:enableProxyingHttpRequest': 'true',
    'customHandler:http:routes:0:route': '{*route}',
    'extensions:http:routePrefix': '',
  },
}

/** The configuration with the keys of its profile, placed at the profile's name. */
export function withProfile(configuration: Configuration): Configuration {
  const named = leafAt(configuration, 'configurationProfile')
  const keys = named === undefined ? undefined : profiles[named.value.toLowerCase()]
  if (named === undefined || keys === undefined) return configuration
  const leaves = new Map<string, Leaf>(configuration.leaves)
  for (const [path, value] of Object.entries(keys)) {
    leaves.set(path.toLowerCase(), { ...named, path, value })
  }
  return { leaves, places: configuration.places }
}
