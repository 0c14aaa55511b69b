/** `config/logs` of a site: what was written, over what is off. Nothing here is logged anywhere. */
import type { App } from '../app/state'
import type { Answer } from '../server/service'
import type { SiteCall } from './call'
import { readProperties } from './site-properties'

const logsOff = {
  applicationLogs: { fileSystem: { level: 'Off' }, azureBlobStorage: { level: 'Off', sasUrl: null } },
  httpLogs: { fileSystem: { enabled: false }, azureBlobStorage: { enabled: false } },
  failedRequestsTracing: { enabled: false },
  detailedErrorMessages: { enabled: false },
}

export function logsBody(app: App): object {
  return {
    id: `${app.id}/config/logs`,
    name: 'logs',
    type: 'Microsoft.Web/sites/config',
    location: app.spec.location,
    properties: { ...logsOff, ...app.logging },
  }
}

export function writeLogs({ app, request }: SiteCall): Answer {
  const read = readProperties(request)
  if ('refusal' in read) return read.refusal
  app.logging = withKnownLevels(read.properties)
  return { status: 200, body: logsBody(app) }
}

const logLevels = ['Off', 'Verbose', 'Information', 'Warning', 'Error']

/** Levels come in any case, and are shown in their own. */
function withKnownLevels(properties: object): object {
  return JSON.parse(JSON.stringify(properties), (key, value: unknown) =>
    key === 'level' && typeof value === 'string'
      ? (logLevels.find((level) => level.toLowerCase() === value.toLowerCase()) ?? value)
      : value,
  )
}
