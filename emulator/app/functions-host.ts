/**
 * What runs for one app: unpacks the active package and gives it to the Functions host of the product, behind
 * the app's public name with its keys and admin routes.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { publicPath } from '../../src/functions/routes/route'
import { findFunction } from '../../src/functions/routes/route-table'
import { type FunctionsHost, startFunctionsHost } from '../../src/host/functions-host'
import type { FaultBook } from '../server/faults'
import type { Answer, Service, WebRequest } from '../server/web-server'
import { hostStatus } from './host-status'
import type { AppLifecycle } from './lifecycle'
import { unpackPackage } from './package-folder'
import { type App, type AppRuntime, type FunctionFacts, isUnpacked } from './state'

/** Runs the packages of one app, one after the other. */
export class PackageRuntime implements AppRuntime {
  readonly #root: string
  #folder: string | undefined
  #host: FunctionsHost | undefined
  #masterKey = ''
  #startedAtMs = Date.now()

  /** @param root folder below which packages are unpacked */
  constructor(root: string) {
    this.#root = root
  }

  async activate(packageBytes: Buffer, app: App): Promise<void> {
    const folder = await mkdtemp(join(this.#root, 'wwwroot-'))
    await unpackPackage(packageBytes, folder, {
      defaultMode: 0o644,
      ...(isUnpacked(app) ? { fixedMode: 0o777 } : {}),
    })
    await this.stop()
    this.#folder = folder
    this.#start(folder, app)
  }

  async restart(app: App): Promise<void> {
    if (this.#folder === undefined) return
    await this.#host?.stop()
    this.#start(this.#folder, app)
  }

  functions(): readonly FunctionFacts[] {
    const host = this.#host
    if (!host || host.app.errors.length > 0) return []
    return host.functions
      .filter((each) => each.errors.length === 0)
      .map((each) => ({
        name: each.name,
        bindings: each.bindings.map((binding) => ({ ...binding })),
        isDisabled: false,
        ...(each.route === undefined ? {} : { urlPath: publicPath(host.app.routePrefix, each.route) }),
      }))
  }

  state(): { readonly state: string; readonly errors: readonly string[]; readonly startedAtMs: number } {
    const host = this.#host
    // A handler that the kernel refuses leaves the host running: only the log tells.
    // The process that ends after three failed starts still shows as an error here, without the next one.
    const isBroken = host?.state === 'Error' || host?.state === 'Ended'
    return {
      state: isBroken ? 'Error' : (host?.state ?? 'Running'),
      errors: isBroken ? host.errors : [],
      startedAtMs: this.#startedAtMs,
    }
  }

  log(): readonly string[] {
    return this.#host?.log.entries.map((entry) => entry.text) ?? []
  }

  async handle(request: WebRequest): Promise<Answer> {
    const host = this.#host
    if (!host) return { status: 404 }
    const match = findFunction(host.app.routes, request.method, request.target)
    const isOpen = match === undefined || match.function.authLevel.toLowerCase() === 'anonymous'
    if (!isOpen && keyOf(request) !== this.#masterKey) return { status: 401 }
    const answer = await host.handle({
      method: request.method,
      path: request.target,
      headers: request.headers,
      body: request.body,
    })
    if (answer === undefined) return { status: 503, body: 'Function host is not running.' }
    return { status: answer.status, headers: answer.headers, body: Buffer.from(answer.body) }
  }

  async invoke(functionName: string, payload: unknown): Promise<boolean> {
    const outcome = await this.#host?.invoke(functionName, payload)
    return outcome?.succeeded === true
  }

  async stop(): Promise<void> {
    await this.#host?.stop()
    if (this.#folder !== undefined) await rm(this.#folder, { recursive: true, force: true })
    this.#folder = undefined
    this.#host = undefined
  }

  #start(folder: string, app: App): void {
    this.#startedAtMs = Date.now()
    this.#masterKey = app.masterKey
    this.#host = startFunctionsHost({
      folder,
      profile: app.spec.plan,
      origin: `https://${app.host}`,
      home: this.#root,
      hasAllSettings: true,
      settings: { WEBSITE_SITE_NAME: app.spec.name, WEBSITE_HOSTNAME: app.host, ...app.settings },
    })
  }
}

/**
 * The service behind an app's public host name.
 *
 * @param app whose site
 * @param faults host steps
 * @param lifecycle knows why a package could not be read
 */
export function publicSite(app: App, faults: FaultBook, lifecycle: AppLifecycle): Service {
  return {
    name: `app:${app.key}`,
    handle: async (request) => {
      if (app.state === 'Stopped') return page(403, 'Error 403 - This web app is stopped.')
      const path = request.path.toLowerCase()
      if (path.startsWith('/admin/')) return admin(app, faults, lifecycle, request, path)
      if (app.isBrokenBySwap || lifecycle.packageErrors.has(app.key))
        return { status: 503, body: 'Function host is not running.' }
      const answer = (await app.runtime?.handle(request)) ?? { status: 404 }
      const isHomepage = answer.status === 404 && path === '/' && request.method === 'GET'
      return isHomepage ? page(200, 'Your Functions 4.0 app is up and running') : answer
    },
  }
}

async function admin(
  app: App,
  faults: FaultBook,
  lifecycle: AppLifecycle,
  request: WebRequest,
  path: string,
): Promise<Answer> {
  if (path === '/admin/host/ping') return { status: 200 }
  if (keyOf(request) !== app.masterKey) return { status: 401 }
  if (path === '/admin/host/status') return { status: 200, body: hostStatus(app, faults, lifecycle) }
  const name = /^\/admin\/functions\/([^/]+)$/.exec(path)?.[1]
  const isKnown = app.runtime?.functions().some((each) => each.name.toLowerCase() === name)
  if (name === undefined || !isKnown) return { status: 404 }
  if (request.method !== 'POST') return { status: 405 }
  // How the portal runs a function of any trigger: accepted, whatever the handler makes of it.
  await app.runtime?.invoke(name, inputOf(request))
  return { status: 202 }
}

function inputOf(request: WebRequest): unknown {
  try {
    const body: unknown = JSON.parse(request.body.toString('utf8'))
    return typeof body === 'object' && body !== null && 'input' in body ? body.input : undefined
  } catch {
    return undefined
  }
}

function keyOf(request: WebRequest): string | undefined {
  const header = request.headers['x-functions-key']
  return (typeof header === 'string' ? header : undefined) ?? request.query.get('code') ?? undefined
}

function page(status: number, text: string): Answer {
  return {
    status,
    headers: { 'content-type': 'text/html' },
    body: `<!DOCTYPE html><html><head><title>${text}</title></head><body><h1>${text}</h1></body></html>`,
  }
}
