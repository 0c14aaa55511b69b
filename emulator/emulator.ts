/**
 * Puts the emulated services together, starts them on loopback ports, and says how a client reaches them.
 */

import { type AppSpec, fleet } from './app/apps'
import { AppLifecycle } from './app/lifecycle'
import { packageFetcher } from './app/package-fetcher'
import { PackageRuntime } from './app/package-runtime'
import { customHandlerHost } from './app/start-host'
import { AzureState } from './app/state'
import { resourceManager } from './arm/routes'
import { AccessTokens } from './entra/access-tokens'
import type { Principal } from './entra/identities'
import { defaultJob, type Job, OidcIssuer } from './entra/oidc-issuer'
import { entra } from './entra/routes'
import { SecretBook } from './entra/secrets'
import { appIdentity, deployer, federationAudience, subscriptionId, tenantId } from './entra/tenant'
import { isNativeApp, nativeHost } from './native/native-host'
import type { Emulator } from './running-emulator'
import { DeploymentRuns } from './scm/deployment-runs'
import { openScratchFolder } from './scratch-folder'
import { createCertificates } from './server/certificates'
import { FaultBook, type FaultPlan } from './server/faults'
import { immediate, type Latencies } from './server/latencies'
import { type Mutation, mutated } from './server/mutation'
import { type LoggedRequest, RequestLog } from './server/request-log'
import { type Service, startWebServer, type WebServer } from './server/web-server'
import { SiteServers } from './site-servers'
import { BlobStorage, connectionString, storageAccount } from './storage/storage'

export type { Emulator } from './running-emulator'

export interface EmulatorOptions {
  /** The whole `fleet()` when absent. */
  readonly apps?: readonly AppSpec[]
  readonly faults?: FaultPlan
  readonly latencies?: Partial<Latencies>
  /** The job whose tokens GitHub issues, over `defaultJob`. */
  readonly job?: Partial<Job>
  /** Changes the principal that deploys; the default one may do everything a deployment needs. */
  readonly deployer?: (usual: Principal) => Principal
  /** Entries in one page of a list of the resource manager; 2 when absent, so that every client meets a second page. */
  readonly pageItems?: number
  readonly onRequest?: (request: LoggedRequest) => void
  /** The one storage account; `hellofunctionsstore` in the first group when absent. */
  readonly storage?: { readonly resourceGroup: string; readonly name: string }
  /** Changes what the services answer, so that it can be seen whether anybody notices. */
  readonly mutate?: Mutation
}

const appServiceAudience = 'https://appservice.azure.com'
const publicArmAudiences = ['https://management.azure.com/', 'https://management.core.windows.net/']

/**
 * Starts everything. Nothing listens outside loopback, and nothing is left after `stop`.
 *
 * @param options apps, faults, latencies and identities
 * @returns addresses, environment and state
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const folder = await openScratchFolder()
  const servers: WebServer[] = []
  const specs = options.apps ?? fleet()
  const state = new AzureState({ id: subscriptionId, name: 'Emulated subscription', tenantId }, specs)
  const groups = [
    ...new Set(specs.map((spec) => `/subscriptions/${subscriptionId}/resourceGroups/${spec.resourceGroup}`)),
  ]
  const { storage = { resourceGroup: specs[0]?.resourceGroup ?? 'none', name: undefined } } = options
  const account = storageAccount(
    `/subscriptions/${subscriptionId}/resourceGroups/${storage.resourceGroup}`,
    storage.name,
  )
  const usual = deployer({ ...defaultJob, ...options.job }, groups, account)
  const secrets = new SecretBook()
  const principal = options.deployer?.(usual) ?? usual
  const identity = appIdentity(account)
  const [certificates, tokens, oidc] = await Promise.all([
    createCertificates(folder.path),
    AccessTokens.create([principal, identity], secrets),
    OidcIssuer.create(options.job ?? {}, secrets),
  ])
  const faults = new FaultBook(options.faults)
  const requests = new RequestLog(options.onRequest)
  const latencies: Latencies = { ...immediate, ...options.latencies }
  const lifecycle: AppLifecycle = new AppLifecycle({
    faults,
    ownSyncMs: latencies.ownSyncMs,
    startRuntime: (app) =>
      new PackageRuntime(app, {
        root: folder.path,
        faults,
        latencies,
        startHost: isNativeApp(app) ? nativeHost(folder.path) : customHandlerHost(folder.path, faults),
        onServed: (served) => lifecycle.noteServed(served),
      }),
    fetchPackage: packageFetcher(tokens, identity, certificates.ca),
  })
  const runs = new DeploymentRuns({ lifecycle, faults, latencies })
  runs.onAutoSwap = (app, target) => {
    const other = state.find(app.spec.name, target)
    if (other) lifecycle.swap(app, other)
  }
  const blobs = new BlobStorage(account, certificates, tokens)
  // Only Linux Consumption deploys through blobs; others may still reach the account and start it then.
  if (specs.some((spec) => spec.plan === 'consumption')) blobs.start().catch(() => {})

  let armOrigin = ''
  let blobEndpoint = ''
  let sites: SiteServers
  let entraOrigin = ''
  const armAudiences = (): readonly string[] => [...publicArmAudiences, armOrigin]
  const serve = async (service: Service): Promise<WebServer> => {
    const server = await startWebServer(mutated(service, options.mutate), {
      certificates,
      faults,
      log: requests,
      secrets,
    })
    servers.push(server)
    return server
  }
  const [oidcServer, entraServer, armServer, storageServer] = await Promise.all([
    serve(oidc),
    serve(
      entra({
        tenants: [tenantId],
        principals: [principal, identity],
        issuer: oidc,
        tokens,
        faults,
        latencies,
        resources: () => [...armAudiences(), appServiceAudience, 'https://storage.azure.com'],
      }),
    ),
    serve(
      resourceManager({
        state,
        principals: [principal],
        tokens,
        lifecycle,
        faults,
        latencies,
        secrets,
        pageItems: options.pageItems ?? 2,
        audiences: armAudiences,
        metadata: () => cloudMetadata(armOrigin, entraOrigin),
        platform: {
          create: (spec) => sites.open(state.add(spec)),
          open: (app) => sites.open([app]),
          remove: (group) => sites.close(state.removeGroup(group)),
          blobEndpoint: () => blobEndpoint,
          storageKey: account.key,
          identity,
        },
      }),
    ),
    serve(blobs),
  ])
  armOrigin = armServer.origin
  entraOrigin = entraServer.origin
  blobEndpoint = `${storageServer.origin}/${account.name}`
  const secret = connectionString(account, storageServer.origin)
  secrets.add(account.key, secret)
  sites = new SiteServers({
    serve,
    secrets,
    tenantId,
    scm: { tokens, lifecycle, runs, faults, latencies, appServiceAudience, armAudiences },
    storage: { account, blobEndpoint, connectionString: secret },
  })
  await sites.open(state.apps)

  return {
    urls: { oidc: oidcServer.origin, entra: entraOrigin, arm: armOrigin, storage: storageServer.origin },
    env: {
      AZURE_AUTHORITY_HOST: entraOrigin,
      AZURE_RESOURCE_MANAGER_ENDPOINT: armOrigin,
      AZURE_SCM_HOST_SUFFIX: 'localhost',
      NODE_EXTRA_CA_CERTS: certificates.caFile,
      ACTIONS_ID_TOKEN_REQUEST_URL: `${oidcServer.origin}/idtoken/job?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: oidc.requestToken,
    },
    ids: {
      tenantId,
      clientId: principal.clientId,
      objectId: principal.objectId,
      subscriptionId,
      federationAudience,
    },
    ca: certificates.ca,
    state,
    faults,
    requests,
    secrets,
    oidc,
    tokens,
    deployer: principal,
    storage: {
      account,
      connectionString: secret,
      blobEndpoint,
      ready: async () => void (await blobs.start()),
    },
    appUrl: (name, slot) => `https://${state.get(name, slot).host}`,
    settle: () => lifecycle.settle(state.apps),
    async stop() {
      await runs.stop()
      await lifecycle.settle([])
      await Promise.all(servers.map((server) => server.close()))
      await Promise.all([blobs.stop(), ...state.apps.map((app) => app.runtime?.stop())])
      await folder.remove()
    },
  }
}

/** What clients such as the Azure CLI read before they can sign in. */
function cloudMetadata(arm: string, entraOrigin: string): object {
  return {
    name: 'AzureEmulator',
    resourceManager: `${arm}/`,
    portal: arm,
    authentication: {
      loginEndpoint: entraOrigin,
      audiences: [...publicArmAudiences].reverse(),
      tenant: 'common',
      identityProvider: 'AAD',
    },
    appServiceResourceId: appServiceAudience,
    graphAudience: 'https://graph.windows.net/',
    suffixes: {},
  }
}
