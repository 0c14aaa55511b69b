/**
 * The two servers of every app and slot, its public site and its SCM site: opened when the app appears, closed when it
 * goes. Answers nothing itself.
 */
import { publicSite } from './app/host-door'
import type { App } from './app/state'
import type { SecretBook } from './entra/secrets'
import type { ScmParts } from './scm/call'
import { scmSite } from './scm/routes'
import type { Service, WebServer } from './server/web-server'
import type { StorageAccount } from './storage/storage'

interface SiteParts {
  readonly serve: (service: Service) => Promise<WebServer>
  readonly secrets: SecretBook
  readonly tenantId: string
  readonly scm: ScmParts
  readonly storage: {
    readonly account: StorageAccount
    readonly blobEndpoint: string
    readonly connectionString: string
  }
}

export class SiteServers {
  readonly #parts: SiteParts
  readonly #servers = new Map<App, readonly WebServer[]>()

  constructor(parts: SiteParts) {
    this.#parts = parts
  }

  async open(apps: readonly App[]): Promise<void> {
    const { serve, secrets, scm, tenantId } = this.#parts
    secrets.add(...apps.flatMap((app) => [app.masterKey, app.publishing.password]))
    await Promise.all(
      apps.map(async (app) => {
        const servers = await Promise.all([serve(publicSite(app, scm, tenantId)), serve(scmSite(app, scm))])
        this.#servers.set(app, servers)
        app.host = servers[0].host
        app.scmHost = servers[1].host
        app.settings = { ...this.#storageSettings(app), ...app.settings }
      }),
    )
  }

  async close(apps: readonly App[]): Promise<void> {
    await Promise.all(
      apps.flatMap((app) => [
        app.runtime?.stop(),
        ...(this.#servers.get(app) ?? []).map((server) => server.close()),
      ]),
    )
  }

  #storageSettings(app: App): Record<string, string> {
    const { account, blobEndpoint, connectionString } = this.#parts.storage
    if (app.spec.storage === 'none' || app.spec.flavour === 'web-app') return {}
    if (app.spec.storage === 'connection-string') return { AzureWebJobsStorage: connectionString }
    return {
      AzureWebJobsStorage__accountName: account.name,
      AzureWebJobsStorage__blobServiceUri: blobEndpoint,
    }
  }
}
