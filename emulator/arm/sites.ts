/**
 * ARM calls about a site itself: the resource, its settings and configuration, publishing, and its plan's log.
 */
import type { App, DeploymentRecord } from '../app/state'
import { deploymentBody, logBodies } from '../scm/deployment-body'
import type { Answer } from '../server/web-server'
import type { SiteCall, SiteRoute } from './call'
import { armError } from './errors'
import { signInBody } from './site-access'
import { siteBody, webConfigBody } from './site-body'
import { logsBody, writeLogs } from './site-logging'
import { readProperties } from './site-properties'

/** Calls below `S` that concern the site. */
export const siteRoutes: readonly SiteRoute[] = [
  {
    method: 'GET',
    path: '',
    action: 'read',
    handle: ({ app, parts }) => ({
      status: 200,
      body: siteBody(app, parts.faults.forApp(app.key).front),
    }),
  },
  {
    method: 'POST',
    path: '/config/appsettings/list',
    action: 'config/list/action',
    handle: ({ app }) => ({ status: 200, body: settingsBody(app) }),
  },
  { method: 'PUT', path: '/config/appsettings', action: 'config/write', handle: writeSettings },
  {
    method: 'POST',
    path: '/config/connectionstrings/list',
    action: 'config/list/action',
    handle: ({ app }) => ({
      status: 200,
      body: { id: `${app.id}/config/connectionstrings`, properties: app.spec.connectionStrings },
    }),
  },
  {
    method: 'GET',
    path: '/config/web',
    action: 'config/read',
    handle: ({ app, parts }) => ({
      status: 200,
      body: webConfigBody(app, parts.faults.forApp(app.key).front),
    }),
  },
  {
    method: 'GET',
    path: '/config/authsettingsV2',
    action: 'config/read',
    handle: ({ app, parts }) => ({ status: 200, body: signInBody(app, parts.faults.forApp(app.key).front) }),
  },
  {
    method: 'GET',
    path: '/config/logs',
    action: 'config/read',
    handle: ({ app }) => ({ status: 200, body: logsBody(app) }),
  },
  { method: 'PUT', path: '/config/logs', action: 'config/write', handle: writeLogs },
  {
    method: 'GET',
    path: '/config/slotConfigNames',
    action: 'config/read',
    siteOnly: true,
    handle: ({ app }) => ({
      status: 200,
      body: {
        id: `${app.id}/config/slotConfigNames`,
        properties: { appSettingNames: [], connectionStringNames: [] },
      },
    }),
  },
  {
    method: 'POST',
    path: '/config/publishingcredentials/list',
    action: 'config/list/action',
    handle: ({ app }) => ({ status: 200, body: publishingBody(app) }),
  },
  {
    method: 'GET',
    path: '/basicPublishingCredentialsPolicies/{kind:scm|ftp}',
    action: 'basicPublishingCredentialsPolicies/read',
    handle: ({ app, groups }) => ({
      status: 200,
      body: {
        id: `${app.id}/basicPublishingCredentialsPolicies/${groups['kind']}`,
        name: groups['kind'],
        type: 'Microsoft.Web/sites/basicPublishingCredentialsPolicies',
        location: app.spec.location,
        properties: { allow: app.spec.allowsBasicPublishing },
      },
    }),
  },
  {
    method: 'POST',
    path: '/publishxml',
    action: 'publishxml/action',
    handle: ({ app }) => ({
      status: 200,
      headers: { 'content-type': 'application/xml' },
      body: publishXml(app),
    }),
  },
  { method: 'POST', path: '/restart', action: 'restart/action', handle: restart },
  { method: 'POST', path: '/stop', action: 'stop/action', handle: ({ app }) => setState(app, 'Stopped') },
  {
    method: 'POST',
    path: '/start',
    action: 'start/action',
    handle: start,
  },
  {
    method: 'GET',
    path: '/deployments',
    action: 'deployments/read',
    handle: ({ app }) => ({
      status: 200,
      body: { value: app.deployments.map((record) => wrapped(app, record.id, deploymentBody(app, record))) },
    }),
  },
  {
    method: 'GET',
    path: '/deployments/{id}',
    action: 'deployments/read',
    handle: (call) => oneDeployment(call, deploymentOf),
  },
  {
    method: 'GET',
    path: '/deployments/{id}/log',
    action: 'deployments/read',
    handle: (call) => oneDeployment(call, logOf),
  },
]

function settingsBody(app: App): object {
  return {
    id: `${app.id}/config/appsettings`,
    name: 'appsettings',
    type: 'Microsoft.Web/sites/config',
    location: app.spec.location,
    properties: { ...app.settings },
  }
}

function writeSettings({ app, parts, request }: SiteCall): Answer {
  const read = readProperties(request)
  if ('refusal' in read) return read.refusal
  const { properties } = read
  const settings = Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, String(value)]))
  const refused = flexRefusal(app, settings)
  if (refused) return armError(400, 'BadRequest', refused)
  parts.lifecycle.changeSettings(app, settings)
  return { status: 200, body: settingsBody(app) }
}

function flexRefusal(app: App, settings: Readonly<Record<string, string>>): string | undefined {
  if (app.spec.plan !== 'flex-consumption') return undefined
  const banned = ['FUNCTIONS_WORKER_RUNTIME', 'FUNCTIONS_EXTENSION_VERSION', 'SCM_DO_BUILD_DURING_DEPLOYMENT']
  const found = banned.find((name) => name in settings)
  return found && `Site config not valid: ${found} is not supported for Flex Consumption sites.`
}

function publishingBody(app: App): object {
  const { user, password } = app.publishing
  return {
    id: `${app.id}/config/publishingcredentials`,
    name: app.spec.name,
    type: 'Microsoft.Web/sites/config',
    properties: {
      publishingUserName: user,
      publishingPassword: password,
      scmUri: `https://${encodeURIComponent(user)}:${password}@${app.scmHost}`,
    },
  }
}

function publishXml(app: App): string {
  const { user } = app.publishing
  const common = `userName="${user}" userPWD="" destinationAppUrl="https://${app.host}" webSystem="WebSites"`
  return [
    '<publishData>',
    `<publishProfile profileName="${app.spec.name} - Web Deploy" publishMethod="MSDeploy" publishUrl="${app.scmHost}" msdeploySite="${app.spec.name}" ${common}></publishProfile>`,
    `<publishProfile profileName="${app.spec.name} - FTP" publishMethod="FTP" publishUrl="ftps://${app.host}/site/wwwroot" ftpPassiveMode="True" ${common}></publishProfile>`,
    `<publishProfile profileName="${app.spec.name} - Zip Deploy" publishMethod="ZipDeploy" publishUrl="${app.scmHost}" ${common}></publishProfile>`,
    '</publishData>',
  ].join('')
}

async function restart({ app }: SiteCall): Promise<Answer> {
  await app.runtime?.restart(app)
  return { status: 200 }
}

/** The next process begins: the one before ended with the stop. */
async function start(call: SiteCall): Promise<Answer> {
  setState(call.app, 'Running')
  return await restart(call)
}

function setState(app: App, state: App['state']): Answer {
  app.state = state
  return { status: 200 }
}

function oneDeployment(
  { app, groups }: SiteCall,
  show: (app: App, record: DeploymentRecord) => object,
): Answer {
  const record = app.deployments.find((each) => each.id === groups['id'])
  if (!record) return armError(404, 'NotFound', `Deployment '${groups['id']}' not found.`)
  return { status: 200, body: show(app, record) }
}

function deploymentOf(app: App, record: DeploymentRecord): object {
  return wrapped(app, record.id, deploymentBody(app, record))
}

function logOf(app: App, record: DeploymentRecord): object {
  const value = logBodies(app, record).map((entry, index) => wrapped(app, `${record.id}/log/${index}`, entry))
  return { value }
}

function wrapped(app: App, path: string, properties: object): object {
  return {
    id: `${app.id}/deployments/${path}`,
    name: path.split('/').at(-1),
    type: 'Microsoft.Web/sites/deployments',
    properties,
  }
}
