/**
 * The three Azure clouds: their endpoints, host suffixes and token audiences.
 * A table and its reader; sends nothing.
 */
import { type CloudChoice as CloudName, clouds as cloudNames } from '../../inputs/cloud'
import { azureError } from './azure-error'

export interface Cloud {
  readonly name: CloudName
  /** How `az account show` calls it. */
  readonly cliName: string
  /** Origin of the token issuer, without a trailing slash. */
  readonly authorityHost: string
  /** The authority was set through the environment: instance discovery must not be asked about it. */
  readonly isPrivateAuthority: boolean
  /** Origin of the resource manager, without a trailing slash. */
  readonly armEndpoint: string
  /** The resource manager was set through the environment. */
  readonly isPrivateArm: boolean
  readonly armAudience: string
  /** Audience of tokens made for the SCM site. */
  readonly scmAudience: string
  readonly storageAudience: string
  /** Audience of the GitHub token that is exchanged. */
  readonly federationAudience: string
  /** Suffixes of SCM and app hosts, each with a leading dot. */
  readonly siteHostSuffixes: readonly string[]
  readonly blobHostSuffixes: readonly string[]
  readonly portal: string
}

/** An endpoint that the environment of the job put in the place of a public one. */
export interface EndpointOverride {
  readonly variable: string
  readonly origin: string
}

type Endpoints = Omit<Cloud, 'name' | 'isPrivateAuthority' | 'isPrivateArm'>

const table: Readonly<Record<CloudName, Endpoints>> = {
  azurecloud: {
    cliName: 'AzureCloud',
    authorityHost: 'https://login.microsoftonline.com',
    armEndpoint: 'https://management.azure.com',
    armAudience: 'https://management.azure.com',
    scmAudience: 'https://appservice.azure.com',
    storageAudience: 'https://storage.azure.com',
    federationAudience: 'api://AzureADTokenExchange',
    siteHostSuffixes: ['.azurewebsites.net', '.appserviceenvironment.net'],
    blobHostSuffixes: ['.blob.core.windows.net'],
    portal: 'https://portal.azure.com',
  },
  azureusgovernment: {
    cliName: 'AzureUSGovernment',
    authorityHost: 'https://login.microsoftonline.us',
    armEndpoint: 'https://management.usgovcloudapi.net',
    armAudience: 'https://management.usgovcloudapi.net',
    scmAudience: 'https://appservice.azure.us',
    storageAudience: 'https://storage.azure.com',
    federationAudience: 'api://AzureADTokenExchangeUSGov',
    siteHostSuffixes: ['.azurewebsites.us', '.appserviceenvironment.us'],
    blobHostSuffixes: ['.blob.core.usgovcloudapi.net'],
    portal: 'https://portal.azure.us',
  },
  azurechinacloud: {
    cliName: 'AzureChinaCloud',
    authorityHost: 'https://login.chinacloudapi.cn',
    armEndpoint: 'https://management.chinacloudapi.cn',
    armAudience: 'https://management.chinacloudapi.cn',
    scmAudience: 'https://appservice.azure.cn',
    storageAudience: 'https://storage.azure.com',
    federationAudience: 'api://AzureADTokenExchangeChina',
    siteHostSuffixes: ['.chinacloudsites.cn', '.appserviceenvironment.cn'],
    blobHostSuffixes: ['.blob.core.chinacloudapi.cn'],
    portal: 'https://portal.azure.cn',
  },
}

/**
 * The cloud of the `cloud` input, with endpoints from the environment laid over it.
 *
 * `AZURE_AUTHORITY_HOST` and `AZURE_RESOURCE_MANAGER_ENDPOINT` replace the two endpoints. With a replaced
 * resource manager no host of the public cloud is trusted any more; further hosts for SCM sites, apps and
 * blobs come from `AZURE_SCM_HOST_SUFFIX`, a comma-separated list of suffixes such as `.azure.test`.
 *
 * @param cloudName the `cloud` input; case does not matter, empty means `azurecloud`
 * @throws ActionError `azure-cloud-unknown` or `azure-endpoint-invalid`
 */
export function resolveCloud(cloudName: string, environment: NodeJS.ProcessEnv): Cloud {
  const wanted = cloudName.trim().toLowerCase() || 'azurecloud'
  const name = cloudNames.find((candidate) => candidate === wanted)
  if (name === undefined) {
    throw azureError('azure-cloud-unknown', `'${cloudName}' is not a cloud this action knows.`, {
      hint: `Set cloud: to one of ${cloudNames.join(', ')}, or leave it out for the public cloud.`,
    })
  }
  const endpoints = table[name]
  const authority = endpointFrom(environment, 'AZURE_AUTHORITY_HOST')
  const arm = endpointFrom(environment, 'AZURE_RESOURCE_MANAGER_ENDPOINT')
  // The well-known value of the public variable is no private authority: keep instance discovery for it.
  const isPrivateAuthority = authority !== undefined && !isKnownAuthority(authority)
  const isPrivateArm = arm !== undefined && arm !== endpoints.armEndpoint
  const suffixes = isPrivateArm ? suffixesFrom(environment['AZURE_SCM_HOST_SUFFIX']) : undefined
  return {
    ...endpoints,
    name,
    authorityHost: authority ?? endpoints.authorityHost,
    isPrivateAuthority,
    armEndpoint: arm ?? endpoints.armEndpoint,
    isPrivateArm,
    siteHostSuffixes: suffixes ?? endpoints.siteHostSuffixes,
    blobHostSuffixes: suffixes ?? endpoints.blobHostSuffixes,
  }
}

/** The endpoints of a cloud that are not those of the public one: tokens go there, so a run names them. */
export function endpointOverrides({ name, authorityHost, armEndpoint }: Cloud): readonly EndpointOverride[] {
  const endpoints = [
    { variable: 'AZURE_AUTHORITY_HOST', origin: authorityHost, isUsual: isKnownAuthority(authorityHost) },
    {
      variable: 'AZURE_RESOURCE_MANAGER_ENDPOINT',
      origin: armEndpoint,
      isUsual: armEndpoint === table[name].armEndpoint,
    },
  ]
  return endpoints.flatMap(({ variable, origin, isUsual }) => (isUsual ? [] : [{ variable, origin }]))
}

/**
 * Refuses them in a run that code of a fork has a part in: whoever set them may get the tokens of the job.
 *
 * @throws ActionError `azure-endpoint-in-fork`
 */
export function refuseOverrides(overrides: readonly EndpointOverride[]): void {
  const [first] = overrides
  if (first === undefined) return
  throw azureError(
    'azure-endpoint-in-fork',
    `${first.variable} sends this run's tokens to '${first.origin}', and a fork has a part in this run.`,
    { hint: `Remove ${first.variable} from the environment of the job, or deploy on push, after the merge.` },
  )
}

function endpointFrom(environment: NodeJS.ProcessEnv, name: string): string | undefined {
  const value = environment[name]?.trim() ?? ''
  if (value === '') return undefined
  const url = URL.canParse(value) ? new URL(value) : undefined
  const isBare = url !== undefined && url.username === '' && url.password === '' && url.search === ''
  if (!isBare || url.protocol !== 'https:' || url.pathname !== '/') {
    throw azureError('azure-endpoint-invalid', `The environment variable ${name} is not an https origin.`, {
      hint: `Set ${name} to something like https://host or https://host:8443, without a path, user or query, or unset it.`,
    })
  }
  return url.origin
}

function isKnownAuthority(origin: string): boolean {
  // The newer name of the China authority is as public as the older one.
  const known = [
    ...Object.values(table).map((cloud) => cloud.authorityHost),
    'https://login.partner.microsoftonline.cn',
  ]
  return known.includes(origin)
}

function suffixesFrom(list: string | undefined): readonly string[] {
  return (list ?? '')
    .split(',')
    .map((suffix) => suffix.trim().toLowerCase())
    .filter((suffix) => /^\.?[a-z0-9][a-z0-9.-]*$/.test(suffix))
    .map((suffix) => (suffix.startsWith('.') ? suffix : `.${suffix}`))
}
