/**
 * The public site of one app: unpacks the active package, loads it as the Functions host does, and answers the
 * host's admin routes.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type HostApp, loadApp } from '../src/host/app'
import type { AppLifecycle } from './app-lifecycle'
import type { FaultBook } from './faults'
import { hostStatus } from './host-status'
import { unpackPackage } from './package-folder'
import type { App, AppRuntime, FunctionFacts, PackageMode } from './state'
import type { Answer, Service, WebRequest } from './web-server'

/** Runs the packages of one app. */
export class FunctionsHost implements AppRuntime {
  readonly #app: App
  readonly #root: string
  #folder: string | undefined
  #loaded: HostApp | undefined
  #startedAtMs = Date.now()

  /**
   * @param app whose packages
   * @param root folder below which packages are unpacked
   */
  constructor(app: App, root: string) {
    this.#app = app
    this.#root = root
  }

  async activate(packageBytes: Buffer, mode: PackageMode): Promise<void> {
    const folder = await mkdtemp(join(this.#root, 'wwwroot-'))
    await unpackPackage(packageBytes, folder, {
      defaultMode: 0o644,
      ...(mode === 'copied' ? { fixedMode: 0o777 } : {}),
    })
    await this.stop()
    this.#folder = folder
    await this.restart()
  }

  async restart(): Promise<void> {
    if (this.#folder === undefined) return
    this.#startedAtMs = Date.now()
    this.#loaded = loadApp(this.#folder, { settings: this.#app.settings, profile: this.#app.spec.plan })
  }

  functions(): readonly FunctionFacts[] {
    const loaded = this.#loaded
    if (!loaded) return []
    return loaded.functions
      .filter((each) => each.errors.length === 0)
      .map((each) => ({
        name: each.name,
        bindings: each.bindings.map((binding) => ({ ...binding })),
        isDisabled: false,
        ...(each.route === undefined
          ? {}
          : { urlPath: ['', loaded.routePrefix, each.route].join('/').replace('//', '/') }),
      }))
  }

  state(): { readonly state: string; readonly errors: readonly string[]; readonly startedAtMs: number } {
    const errors = this.#loaded?.errors ?? []
    return { state: errors.length > 0 ? 'Error' : 'Running', errors, startedAtMs: this.#startedAtMs }
  }

  async stop(): Promise<void> {
    if (this.#folder !== undefined) await rm(this.#folder, { recursive: true, force: true })
    this.#folder = undefined
    this.#loaded = undefined
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
      if (app.state === 'Stopped')
        return { status: 403, headers: { 'content-type': 'text/html' }, body: 'Site Disabled' }
      const path = request.path.toLowerCase()
      if (path.startsWith('/admin/')) return admin(app, faults, lifecycle, request, path)
      return { status: 404, body: '' }
    },
  }
}

function admin(
  app: App,
  faults: FaultBook,
  lifecycle: AppLifecycle,
  request: WebRequest,
  path: string,
): Answer {
  if (path === '/admin/host/ping') return { status: 200 }
  const key = request.headers['x-functions-key'] ?? request.query.get('code')
  if (key !== app.masterKey) return { status: 401 }
  if (path === '/admin/host/status') return { status: 200, body: hostStatus(app, faults, lifecycle) }
  return { status: 404 }
}
