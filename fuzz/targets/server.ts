/** Bodies of servers: Entra, the resource manager, Kudu, the state of a host. */

import { findingsOf } from '../../src/azure/deploy/deployment-log'
import { readRecords, stateOf, verdictOf } from '../../src/azure/deploy/deployment-record'
import { resolveCloud } from '../../src/azure/http/clouds'
import { HttpError } from '../../src/azure/http/http-error'
import { redactText, redactUrl } from '../../src/azure/http/redact'
import { adviceFor } from '../../src/azure/http/server-advice'
import { explainExchange } from '../../src/azure/sign-in/aadsts'
import { readArmError } from '../../src/azure/sign-in/arm'
import { readClaims } from '../../src/azure/sign-in/oidc-token'
import { explainForbidden } from '../../src/azure/sign-in/roles'
import type { Session } from '../../src/azure/sign-in/session'
import { AppSettings } from '../../src/azure/site/app-settings'
import { compareFunctions, listFunctions } from '../../src/azure/site/function-list'
import { explainScm } from '../../src/azure/site/scm-refusal'
import type { Site } from '../../src/azure/site/site'
import { readConnectionString } from '../../src/azure/site/storage-place'
import type { CallAnswer } from '../../src/azure/verify/call'
import { readFunctionStatus } from '../../src/azure/verify/function-status'
import { readHostStatus } from '../../src/azure/verify/host-status'
import { closureOf } from '../../src/azure/verify/platform-page'
import { processesOf } from '../../src/azure/verify/processes'
import { explainHost } from '../../src/azure/verify/verify-findings'
import { ActionError } from '../../src/errors'
import type { Random } from '../random'
import type { Target } from '../target'
import { randomValue } from './json'

const bodies = [
  '{"error":"invalid_client","error_description":"AADSTS700213: No matching federated identity record found for presented assertion subject \'repo:a/b\'. Trace ID: 1","error_codes":[700213]}',
  '{"error":{"code":"AuthorizationFailed","message":"The client \'x\' with object id \'00000000-0000-0000-0000-000000000000\' does not have authorization to perform action \'Microsoft.Web/sites/read\' over scope \'/subscriptions/1/resourceGroups/g/providers/Microsoft.Web/sites/a\'"}}',
  '[{"id":"temp-1","status":1,"status_text":"","message":"{}","is_temp":true,"complete":false,"log_url":"https://a/b","received_time":"2026-01-01T00:00:00Z","build_summary":{"errors":["x",{"y":1}]}}]',
  '{"value":[{"name":"app/Hello","properties":{"name":"Hello","config":{"bindings":[{"type":"httpTrigger"}]},"invoke_url_template":"https://a/api/hello?code=secret"}}],"nextLink":"https://management.azure.com/x"}',
  '{"state":"Error","version":"4.1","errors":["System.IO: Exec format error","x"]}',
  '<html><head><style>a{}</style><script>b</script></head><body><h1>503</h1></body></html>',
  'eyJhbGciOiJub25lIn0.eyJpc3MiOiJhIiwic3ViIjoiYiIsImF1ZCI6WyJjIl19.x',
  'DefaultEndpointsProtocol=https;AccountName=a;AccountKey=b==;EndpointSuffix=core.windows.net',
  'https://user:secret@host/path?sig=abc&code=def#x',
]

const cloud = resolveCloud('azurecloud', {})
const site: Site = {
  appName: 'app',
  slotName: '',
  resourceGroup: 'group',
  resourceId: '/subscriptions/1/resourceGroups/group/providers/Microsoft.Web/sites/app',
  plan: 'flex-consumption',
  kind: 'functionapp,linux',
  sku: 'FC1',
  location: 'westeurope',
  state: 'Running',
  appUrl: 'https://app.azurewebsites.net',
  scmHost: 'app.scm.azurewebsites.net',
  runtime: { name: 'custom', version: '1.0' },
  settings: new AppSettings([]),
  isAlwaysOn: true,
  isPublic: true,
  hasIdentity: true,
  isQuotaExceeded: false,
  identities: { isSystemAssigned: true, userAssigned: [] },
}
const facts = {
  clientId: 'client',
  tenantId: 'tenant',
  cloudName: 'azurecloud',
  federationAudience: 'api://x',
}

const nothing: CallAnswer = {
  status: 0,
  bodyExcerpt: '',
  location: '',
  authenticate: '',
  mediaType: '',
  problem: '',
  networkCode: '',
  elapsedMs: 0,
  retryAfterMs: 0,
}

/** A session whose every request is answered with the same text. */
function answering(body: string, status: number): Session {
  const signal = new AbortController().signal
  return {
    cloud,
    clientId: 'client',
    subscriptionId: '1',
    way: 'oidc',
    http: {
      send: async () => ({
        status,
        header: () => '',
        body,
        isCut: false,
        requestId: '',
        retryAfterMs: undefined,
      }),
    },
    clock: { now: () => 0, sleep: async () => undefined },
    log: { info: () => undefined, debug: () => undefined },
    signal,
    token: async () => 'token',
    accessToken: async () => ({ token: 'token', expiresAtMs: Number.MAX_SAFE_INTEGER }),
    forget: () => undefined,
  } as unknown as Session
}

export const server: Target = {
  name: 'server',
  reads: 'bodies of Entra, the resource manager, Kudu and the host (azure room)',
  inputs: 200_000,
  longestBytes: 64 * 1024,
  // A next page on a foreign host is refused.
  refuses: true,
  dictionary: [
    ...bodies,
    'AADSTS',
    '"value":[',
    '"nextLink":"',
    '"properties":{',
    '"__proto__":{',
    '<script>',
    '</script>',
    '<style>',
    '<',
    'Bearer ',
    'eyJ',
    '?sig=',
    'AccountKey=',
    'https://a:b@',
    " over scope '",
  ],
  seeds: () => bodies.map((body) => Buffer.from(body)),
  generate: (random) => Buffer.from(randomBody(random)),
  read: async (input) => {
    const text = Buffer.from(input).toString('utf8')
    readArmError(text)
    for (const record of readRecords(text)) [stateOf(record), verdictOf(record.status)]
    explainExchange(text, { ...facts, claims: readClaims(text) })
    for (const status of [401, 403, 503]) {
      const error = new HttpError({
        method: 'GET',
        url: text.slice(0, 5000),
        status,
        body: text,
        requestId: '1',
      })
      explainForbidden(error, 'client', 'read the app')
      explainScm(error, site, 'client', 'deploy')
    }
    redactText(text, 100_000)
    redactUrl(text)
    adviceFor(text)
    tolerant(() => readConnectionString(cloud, text))
    findingsOf({ lines: text.split('\n'), errors: text.split('\n') })
    const signal = new AbortController().signal
    const session = answering(text, (input[0] ?? 0) > 127 ? 400 : 200)
    const host = await readHostStatus(session, site, signal)
    explainHost(host, site, 'late')
    processesOf(host.process === undefined ? [] : [host.process, { ...host.process, answeredAtMs: 5 }])
    await readFunctionStatus(session, site, 'Hello', signal)
    for (const status of [302, 401, 403]) {
      const page = { ...nothing, status, bodyExcerpt: text.slice(0, 4096), location: text.slice(0, 500) }
      closureOf(page, { ...page, authenticate: text.slice(0, 500) })
    }
    const listed = await listFunctions(session, site, signal)
    compareFunctions(
      ['Hello'],
      listed.functions.map(({ name }) => name),
    )
    return undefined
  },
}

function tolerant(read: () => unknown): void {
  try {
    read()
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
  }
}

function randomBody(random: Random): string {
  const value = (): string => randomValue(random, 3)
  return random.pick([
    () => `{"error":{"code":${value()},"message":${value()}}}`,
    () => `{"value":[${value()},{"properties":${value()},"name":${value()}}],"nextLink":${value()}}`,
    () =>
      `[{"id":"a","status":${random.below(9) - 1},"build_summary":{"errors":${value()}},"message":${value()}}]`,
    () => `{"state":"Error","errors":${value()},"version":${value()}}`,
    () => `e.${Buffer.from(`{"iss":${value()},"aud":${value()}}`).toString('base64url')}.x`,
    () => `${random.pick(bodies)}${random.pick(['<script>', 'AADSTS', ' ']).repeat(random.below(3000))}`,
  ])()
}
