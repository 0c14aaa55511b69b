/**
 * Which api-versions the resource manager takes, and in which words it refuses one. The lists are those that it named
 * itself in errors which users quote (hashicorp/vault-plugin-secrets-azure#13, ansible-collections/azure#1739,
 * pulumi/pulumi-azure-nextgen#170), continued by the versions that clients send. Routes nothing.
 */
import type { Answer, WebRequest } from '../server/web-server'
import { armError } from './errors'

interface Provider {
  readonly path: RegExp
  readonly versions: readonly string[]
}

const providers: readonly [web: Provider, graph: Provider, manager: Provider] = [
  {
    path: /\/providers\/Microsoft\.Web(?:\/|$)/i,
    versions:
      `2014-04-01-preview 2014-04-01 2014-06-01 2014-11-01 2015-02-01 2015-04-01 2015-05-01 2015-06-01 2015-07-01
      2015-08-01 2016-03-01 2016-08-01 2016-09-01 2017-08-01 2018-02-01 2018-11-01 2019-08-01 2020-06-01 2020-09-01
      2020-10-01 2020-12-01 2021-01-01 2021-01-15 2021-02-01 2021-03-01 2022-03-01 2022-09-01 2023-01-01 2023-12-01
      2024-04-01 2024-11-01 2025-03-01 2025-05-01`.split(/\s+/),
  },
  {
    path: /\/providers\/Microsoft\.ResourceGraph(?:\/|$)/i,
    versions: '2018-09-01-preview 2019-04-01 2020-04-01-preview 2021-03-01 2022-10-01 2024-04-01'.split(' '),
  },
  {
    path: /^/,
    versions:
      `2013-03-01 2014-01-01 2014-02-26 2014-04-01-preview 2014-04-01 2015-01-01 2015-11-01 2016-02-01 2016-06-01
      2016-07-01 2016-09-01 2017-03-01 2017-05-01 2017-05-10 2017-06-01 2017-08-01 2017-12-01 2018-01-01 2018-02-01
      2018-05-01 2018-06-01 2018-07-01 2018-08-01 2018-09-01 2018-11-01 2019-03-01 2019-05-01 2019-05-10 2019-06-01
      2019-07-01 2019-08-01 2019-09-01 2019-10-01 2019-11-01 2020-01-01 2020-05-01 2020-06-01 2020-07-01 2020-08-01
      2020-09-01 2020-10-01 2021-01-01 2021-04-01 2022-01-01 2022-03-01-preview 2022-05-01 2022-06-01 2022-09-01
      2022-11-01-preview 2022-12-01 2023-03-01-preview 2023-07-01-preview 2023-07-01 2024-03-01 2024-06-01-preview
      2024-08-01 2024-11-01`.split(/\s+/),
  },
]

/** 400 for an api-version that is absent, no date, or older than the first of its provider. */
export function versionRefusal(request: WebRequest): Answer | undefined {
  const version = request.query.get('api-version')
  if (!version) {
    return armError(
      400,
      'MissingApiVersionParameter',
      'The api-version query parameter (?api-version=) is required for all requests.',
    )
  }
  const { versions } = providerOf(request)
  if (isDated(version) && version.slice(0, 10) >= (versions[0] ?? '').slice(0, 10)) return undefined
  // A site has a place, and is asked for at the provider's there; lists of the resource manager itself have none.
  const type = isDated(version) ? webType(request) : undefined
  if (type !== undefined) {
    return armError(
      400,
      'NoRegisteredProviderFound',
      `No registered resource provider found for location 'westeurope' and API version '${version}' for type '${type}'. The supported api-versions are '${versions.join(', ')}'. The supported locations are 'westeurope'.`,
    )
  }
  return armError(
    400,
    'InvalidApiVersionParameter',
    `The api-version '${version}' is invalid. The supported versions are '${[...versions].reverse().join(',')}'.`,
  )
}

/** What the request log says about a version that is served and not known here; Azure may refuse it. */
export function versionNote(request: WebRequest): string {
  const version = request.query.get('api-version')
  if (!version || versionRefusal(request) !== undefined) return ''
  return providerOf(request).versions.includes(version) ? '' : `api-version ${version} is not known here`
}

/** The versions that the provider of a path names in its errors, oldest first. */
export function supportedVersions(request: WebRequest): readonly string[] {
  return providerOf(request).versions
}

function providerOf({ path }: WebRequest): Provider {
  return providers.find((each) => each.path.test(path)) ?? providers[2]
}

/** The type of a resource below a resource group, for example `sites/slots`. */
function webType({ path, method }: WebRequest): string | undefined {
  const below = /\/resourceGroups\/[^/]+\/providers\/Microsoft\.Web\/(.+)$/i.exec(path)?.[1]
  const segments = below?.split('/').filter((_, index) => index % 2 === 0)
  // What is posted to is an action of the type before it.
  if (method === 'POST' && (segments?.length ?? 0) > 1) segments?.pop()
  return segments?.join('/')
}

function isDated(version: string): boolean {
  const [, date] = /^(20\d\d-\d\d-\d\d)(?:-(?:preview|alpha|beta|privatepreview))?$/.exec(version) ?? []
  if (date === undefined) return false
  const time = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date)
}
