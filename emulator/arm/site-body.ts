/**
 * The JSON bodies that ARM gives for sites, plans and functions.
 * Pure: state in, plain objects out.
 */
import { kinds, planFacts } from '../app/apps'
import type { FunctionFacts } from '../app/publication'
import type { App } from '../app/state'
import type { FrontPage } from '../server/life-faults'
import { officeOnly } from './site-access'

/**
 * A site resource.
 *
 * @param app app or slot
 * @param front what answers in its place, where the site tells
 * @returns the body of `GET S`
 */
export function siteBody(app: App, front?: FrontPage): Readonly<Record<string, unknown>> {
  const { spec } = app
  const inContainerApps = spec.flavour === 'container-apps'
  const isLinux = kinds[spec.flavour].includes('linux')
  return {
    id: app.id,
    name: app.slot ? `${spec.name}/${app.slot}` : spec.name,
    type: app.slot ? 'Microsoft.Web/sites/slots' : 'Microsoft.Web/sites',
    kind: kinds[spec.flavour],
    location: spec.location,
    tags: spec.tags ?? null,
    identity: identityBody(app),
    properties: {
      name: spec.name,
      state: front === 'quota' ? 'QuotaExceeded' : front === 'stopped' ? 'Stopped' : app.state,
      enabled: true,
      adminEnabled: true,
      hostNames: [app.host],
      enabledHostNames: [app.host, app.scmHost],
      hostNameSslStates: [
        { name: app.host, sslState: 'Disabled', hostType: 'Standard' },
        { name: app.scmHost, sslState: 'Disabled', hostType: 'Repository' },
      ],
      defaultHostName: app.host,
      repositorySiteName: spec.name,
      serverFarmId: inContainerApps ? null : planId(app),
      reserved: isLinux,
      isXenon: false,
      hyperV: false,
      httpsOnly: true,
      sku: inContainerApps
        ? null
        : spec.flavour === 'logic-app'
          ? 'WorkflowStandard'
          : planFacts[spec.plan].sku,
      resourceGroup: spec.resourceGroup,
      usageState: front === 'quota' ? 'Exceeded' : 'Normal',
      availabilityState: 'Normal',
      contentAvailabilityState: 'Normal',
      runtimeAvailabilityState: 'Normal',
      lastModifiedTimeUtc: new Date().toISOString(),
      publicNetworkAccess: front === 'closed' ? 'Disabled' : null,
      clientCertEnabled: front === 'client-certificate',
      clientCertMode: front === 'client-certificate' ? 'Required' : 'Optional',
      managedEnvironmentId: inContainerApps
        ? `/subscriptions/${app.id.split('/')[2]}/resourceGroups/${spec.resourceGroup}/providers/Microsoft.App/managedEnvironments/hello-environment`
        : null,
      functionsRuntimeAdminIsolationEnabled: false,
      inProgressOperationId: app.operationId ?? null,
      slotSwapStatus: slotSwapStatus(app),
      siteConfig: { numberOfWorkers: 1, linuxFxVersion: linuxFxVersion(app), http20Enabled: true },
      functionAppConfig: spec.plan === 'flex-consumption' ? functionAppConfig(app) : null,
    },
  }
}

function identityBody({ spec }: App): object | null {
  if (spec.identityId !== undefined) {
    return {
      type: 'UserAssigned',
      userAssignedIdentities: { [spec.identityId]: { principalId: null, clientId: null } },
    }
  }
  return spec.canReadBlobs ? { type: 'SystemAssigned', principalId: null, tenantId: null } : null
}

function slotSwapStatus({ lastSwap }: App): object | null {
  if (lastSwap === undefined) return null
  return {
    timestampUtc: new Date(lastSwap.atMs).toISOString(),
    sourceSlotName: lastSwap.source,
    destinationSlotName: lastSwap.destination,
  }
}

/**
 * ARM id of the plan an app runs on.
 *
 * @param app any app
 */
export function planId(app: App): string {
  const group = app.id.split('/').slice(0, 5).join('/')
  return `${group}/providers/Microsoft.Web/serverfarms/${planName(app)}`
}

/**
 * Name of the plan an app runs on; every app has its own.
 *
 * @param app any app
 */
export function planName(app: App): string {
  return app.spec.planName ?? `${app.spec.name}-plan`
}

/**
 * A plan resource.
 *
 * @param app an app that runs on it
 */
export function planBody(app: App): Readonly<Record<string, unknown>> {
  const { spec } = app
  const isReserved = kinds[spec.flavour].includes('linux')
  return {
    id: planId(app),
    name: planName(app),
    type: 'Microsoft.Web/serverfarms',
    kind: isReserved ? 'functionapp,linux' : 'functionapp',
    location: spec.location,
    sku: planFacts[spec.plan].planSku,
    properties: {
      name: planName(app),
      status: 'Ready',
      reserved: isReserved,
      isXenon: false,
      hyperV: false,
      computeMode: planFacts[spec.plan].isServerless ? 'Dynamic' : 'Dedicated',
      numberOfSites: 1,
      resourceGroup: spec.resourceGroup,
    },
  }
}

/**
 * The `config/web` resource.
 *
 * @param app app or slot
 * @param front what answers in its place, where the configuration tells
 */
export function webConfigBody(app: App, front?: FrontPage): Readonly<Record<string, unknown>> {
  return {
    id: `${app.id}/config/web`,
    name: app.spec.name,
    type: 'Microsoft.Web/sites/config',
    location: app.spec.location,
    properties: {
      linuxFxVersion: linuxFxVersion(app),
      netFrameworkVersion: 'v4.0',
      scmType: 'None',
      numberOfWorkers: 1,
      alwaysOn: false,
      http20Enabled: true,
      minTlsVersion: '1.2',
      ftpsState: 'FtpsOnly',
      publishingUsername: app.publishing.user,
      ...(front === 'ip-forbidden' ? { ipSecurityRestrictions: officeOnly } : {}),
    },
  }
}

/**
 * A function resource.
 *
 * @param app app or slot
 * @param facts the function as the host indexed it
 */
export function functionBody(app: App, facts: FunctionFacts): Readonly<Record<string, unknown>> {
  const root = `https://${app.host}/admin`
  return {
    id: `${app.id}/functions/${facts.name}`,
    name: `${app.key}/${facts.name}`,
    type: app.slot ? 'Microsoft.Web/sites/slots/functions' : 'Microsoft.Web/sites/functions',
    location: app.spec.location,
    properties: {
      name: facts.name,
      function_app_id: null,
      script_root_path_href: `${root}/vfs/home/site/wwwroot/${facts.name}/`,
      script_href: null,
      config_href: `${root}/vfs/home/site/wwwroot/${facts.name}/function.json`,
      test_data_href: null,
      href: `${root}/functions/${facts.name}`,
      config: { name: facts.name, bindings: facts.bindings },
      files: null,
      test_data: '',
      invoke_url_template: facts.urlPath === undefined ? null : `https://${app.host}${facts.urlPath}`,
      language: 'custom',
      isDisabled: facts.isDisabled,
    },
  }
}

function linuxFxVersion(app: App): string {
  if (app.spec.flavour === 'container' || app.spec.flavour === 'container-apps') {
    return 'DOCKER|mcr.microsoft.com/azure-functions/base:4'
  }
  return ''
}

function functionAppConfig(app: App): Readonly<Record<string, unknown>> {
  return {
    deployment: {
      storage: {
        type: 'blobcontainer',
        value: 'https://localhost/app-package',
        authentication: {
          userAssignedIdentityResourceId: null,
          storageAccountConnectionStringName: null,
          ...app.spec.deploymentAuthentication,
        },
      },
    },
    runtime: app.spec.runtime,
    scaleAndConcurrency: {
      maximumInstanceCount: 100,
      instanceMemoryMB: 2048,
      alwaysReady: [],
      triggers: null,
    },
    siteUpdateStrategy: { type: 'Recreate' },
  }
}
