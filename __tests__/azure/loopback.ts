/**
 * A small TLS server on the loopback interface that answers as a test tells it, a clock that needs no time, and
 * sessions and sites that point at the server.
 */
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { generate } from 'selfsigned'
import { type Clock, systemClock } from '../../src/azure/http/clock'
import { type Cloud, resolveCloud } from '../../src/azure/http/clouds'
import { createHttpClient } from '../../src/azure/http/http'
import type { AzureLog } from '../../src/azure/http/log'
import type { Session } from '../../src/azure/sign-in/session'
import { AppSettings } from '../../src/azure/site/app-settings'
import type { Site } from '../../src/azure/site/site'

// A proxy of the machine must not stand between a test and its server.
for (const name of ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY', 'https_proxy', 'http_proxy', 'all_proxy']) {
  delete process.env[name]
}

export interface SeenRequest {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
  /** Of the client: another one is another connection. */
  readonly port: number
}

export interface Answer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string | string[]>>
  /** Sent as it is when it is text, else as JSON. */
  readonly body?: unknown
  /** Sent in the place of the body. */
  readonly bytes?: Buffer
  /** Closes the connection without an answer. */
  readonly isReset?: boolean
}

export type Handler = (request: SeenRequest) => Answer | Promise<Answer>

export interface LoopbackServer {
  readonly host: string
  readonly origin: string
  readonly ca: string
  readonly certificate: { readonly key: string; readonly cert: string }
  readonly requests: SeenRequest[]
  handler: Handler
  /** Asked before the body is read; what it returns is sent at once. */
  early?: (request: SeenRequest) => Answer | undefined
  /** Paths of all requests, with their methods. */
  calls(): string[]
  close(): Promise<void>
}

let certificate: Promise<{ readonly key: string; readonly cert: string }> | undefined

export async function startServer(handler: Handler = () => ({ status: 404 })): Promise<LoopbackServer> {
  certificate ??= makeCertificate()
  const { key, cert } = await certificate
  const requests: SeenRequest[] = []
  const server = createServer({ key, cert }, async (request, response) => {
    const url = new URL(request.url ?? '/', 'https://localhost')
    const seen = {
      method: request.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      port: request.socket.remotePort ?? 0,
    }
    const early = loopback.early?.({ ...seen, body: Buffer.alloc(0) })
    const chunks: Buffer[] = []
    try {
      if (early === undefined) for await (const chunk of request) chunks.push(chunk as Buffer)
    } catch {
      // The client went away in the middle of its body.
      return
    }
    const full: SeenRequest = { ...seen, body: Buffer.concat(chunks) }
    requests.push(full)
    const answer = early ?? (await loopback.handler(full))
    if (answer.isReset === true) {
      request.socket.destroy()
      return
    }
    const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? '')
    response.writeHead(answer.status ?? 200, answer.headers ?? {})
    response.end(answer.bytes ?? (answer.body === undefined ? '' : text))
  })
  server.on('clientError', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `localhost:${(server.address() as AddressInfo).port}`
  const loopback: LoopbackServer = {
    host,
    origin: `https://${host}`,
    ca: cert,
    certificate: { key, cert },
    requests,
    handler,
    calls: () => requests.map((request) => `${request.method} ${request.path}`),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return loopback
}

async function makeCertificate(): Promise<{ readonly key: string; readonly cert: string }> {
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 2, value: '*.azure.test' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  })
  return { key: made.private, cert: made.cert }
}

/** A clock whose sleeps take no time and move it forward. */
export function fastClock(): Clock & { readonly sleeps: number[] } {
  let now = Date.UTC(2026, 10, 23)
  const sleeps: number[] = []
  return {
    sleeps,
    now: () => now,
    random: () => 0.5,
    sleep: async (delayMs, signal) => {
      sleeps.push(delayMs)
      now += delayMs
      await systemClock.sleep(0, signal)
    },
  }
}

export function keepingLog(): AzureLog & { readonly lines: string[]; readonly debugLines: string[] } {
  const lines: string[] = []
  const debugLines: string[] = []
  return {
    lines,
    debugLines,
    info: (line) => void lines.push(line),
    debug: (line) => void debugLines.push(line),
  }
}

export function cloudAt(origin: string, suffixes = ''): Cloud {
  return resolveCloud('azurecloud', {
    AZURE_RESOURCE_MANAGER_ENDPOINT: origin,
    AZURE_AUTHORITY_HOST: origin,
    AZURE_SCM_HOST_SUFFIX: suffixes,
  })
}

export const tokens = { arm: 'secret-arm-token', scm: 'secret-scm-token', storage: 'secret-storage-token' }

export function aSession(server: LoopbackServer, overrides: Partial<Session> = {}): Session {
  return {
    cloud: cloudAt(server.origin),
    way: 'oidc',
    subscriptionId: '00000000-0000-0000-0000-000000000001',
    clientId: '00000000-0000-0000-0000-000000000002',
    http: createHttpClient({ ca: server.ca }),
    clock: fastClock(),
    log: keepingLog(),
    signal: new AbortController().signal,
    token: async (purpose) => tokens[purpose],
    accessToken: async (purpose) => ({ token: tokens[purpose], expiresAtMs: Date.now() + 3_600_000 }),
    forget: () => undefined,
    ...overrides,
  }
}

export const siteId =
  '/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg/providers/Microsoft.Web/sites/app'

export function aSite(overrides: Partial<Site> = {}): Site {
  return {
    appName: 'app',
    slotName: '',
    resourceGroup: 'rg',
    resourceId: siteId,
    plan: 'flex-consumption',
    kind: 'functionapp,linux',
    sku: 'FlexConsumption',
    location: 'westeurope',
    state: 'Running',
    appUrl: 'https://app.azurewebsites.net',
    scmHost: 'app.scm.azurewebsites.net',
    runtime: { name: 'custom', version: '1.0' },
    settings: new AppSettings([['AzureWebJobsStorage__accountName', 'store']]),
    isAlwaysOn: true,
    isPublic: true,
    hasIdentity: true,
    isQuotaExceeded: false,
    identities: { isSystemAssigned: true, userAssigned: [] },
    ...overrides,
  }
}
