/** What the host's process reads in its environment. Pure: nothing is opened here. */
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Plan, planRules, plans } from '../../src/functions/plans'

export interface HostEnvironment {
  /** The unpacked package. */
  readonly folder: string
  readonly port: number
  readonly address: string
  /** Keys lie there in files. */
  readonly secretsFolder: string
  /** Every variable is an app setting, as in Azure. */
  readonly settings: Readonly<Record<string, string>>
  readonly plan: Plan
  /** A writable folder. */
  readonly home: string
  readonly hasConsole: boolean
  readonly hostId: string
}

/** The host's own default. */
const defaultUrl = 'http://*:80'

/** @throws Error when `ASPNETCORE_URLS` holds no address */
export function readHostEnvironment(variables: NodeJS.ProcessEnv): HostEnvironment {
  const settings = Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
  const folder = settings['AzureWebJobsScriptRoot'] ?? '/home/site/wwwroot'
  const home = settings['HOME'] ?? tmpdir()
  return {
    ...listenerOf(settings['ASPNETCORE_URLS'] ?? defaultUrl),
    folder,
    secretsFolder: settings['FUNCTIONS_SECRETS_PATH'] ?? join(home, 'data', 'Functions', 'secrets'),
    settings,
    plan: planOf(settings['WEBSITE_SKU'] ?? ''),
    home,
    hasConsole: isConsoleEnabled(settings),
    hostId: createHash('sha256').update(folder).digest('hex').slice(0, 32),
  }
}

/** The first of the addresses; `*` and `+` stand for all of this machine. */
function listenerOf(urls: string): { readonly address: string; readonly port: number } {
  const [, host = '', port] = /^http:\/\/([^:/;]+)(?::(\d{1,5}))?\/?(?:;|$)/i.exec(urls) ?? []
  if (host === '') throw new Error(`ASPNETCORE_URLS is '${urls}'. Set an address such as http://*:8080.`)
  return { address: /^[*+]$/.test(host) ? '0.0.0.0' : host, port: Number(port ?? 80) }
}

/** The platform tells a host its plan by the name of the sku; outside of Azure there is none. */
function planOf(sku: string): Plan {
  const found = plans.find((plan) => {
    const { skuPrefix } = planRules[plan]
    return skuPrefix !== undefined && sku.toLowerCase().startsWith(skuPrefix)
  })
  return found ?? 'dedicated'
}

function isConsoleEnabled(settings: Readonly<Record<string, string>>): boolean {
  return Object.entries(settings).some(
    ([name, value]) =>
      /^AzureFunctionsJobHost(?:__|:)logging(?:__|:)console(?:__|:)isEnabled$/i.test(name) &&
      value.toLowerCase() === 'true',
  )
}
