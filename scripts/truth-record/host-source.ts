/** Where the hosts that are asked come from, and what one of them is given. */
import type { Plan } from '../../src/functions/plans'
import type { RunningHost } from '../../src/host/container/running-host'

export interface HostPackage {
  /** Unpacked, with its modes. */
  readonly folder: string
  readonly settings: Readonly<Record<string, string>>
  /** Unknown outside of Azure. */
  readonly plan?: Plan | undefined
}

export interface HostSource {
  /** As the user named it. */
  readonly name: string
  /** @throws Error when nothing can be started */
  start(given: HostPackage): Promise<RunningHost>
  /** Ends what is left of all that was started. */
  stop(): Promise<void>
}

/** Keeps what was begun, so that nothing is left of it when somebody breaks the run off. */
export function hostSource(
  name: string,
  startHost: (given: HostPackage) => Promise<RunningHost>,
): HostSource {
  const begun = new Set<Promise<RunningHost>>()
  let isOver = false
  return {
    name,
    start: async (given) => {
      if (isOver) throw new Error('No host is started any more.')
      const starting = startHost(given)
      begun.add(starting)
      const forget = (): boolean => begun.delete(starting)
      starting.then(({ exited }) => exited.then(forget), forget)
      return await starting
    },
    stop: async () => {
      isOver = true
      const stopped = [...begun].map((starting) =>
        starting.then((host) => host.stop()).catch(() => undefined),
      )
      await Promise.all(stopped)
    },
  }
}

/** The key that opens every function of the level `function`, and the master key; made for these runs only. */
export const hostKeys = { function: 'fk', master: 'mk' } as const

/** The keys as the host keeps them in its folder of secrets, under `host.json`. */
export const keyFile = JSON.stringify({
  masterKey: { name: 'master', value: hostKeys.master, encrypted: false },
  functionKeys: [{ name: 'default', value: hostKeys.function, encrypted: false }],
  systemKeys: [],
  hostName: 'localhost',
  instanceId: '0',
  source: 'runtime',
  decryptionKeyId: '',
})

const skus: Readonly<Record<Plan, string>> = {
  'flex-consumption': 'FlexConsumption',
  consumption: 'Dynamic',
  'elastic-premium': 'ElasticPremium',
  dedicated: 'Standard',
}

/** What of a package a host reads in its environment. */
export function packageVariables({ settings, plan }: HostPackage): Readonly<Record<string, string>> {
  return { ...(plan === undefined ? {} : { WEBSITE_SKU: skus[plan] }), ...settings }
}

const development = 'UseDevelopmentStorage=true'

/** Where a row names the storage of a developer's machine, its host gets the one that it can reach. */
export function withStorage(source: HostSource, connection: string | undefined): HostSource {
  if (connection === undefined || connection === development) return source
  return {
    ...source,
    start: (given) =>
      source.start({
        ...given,
        settings: Object.fromEntries(
          Object.entries(given.settings).map(([name, value]) => [
            name,
            value === development ? connection : value,
          ]),
        ),
      }),
  }
}
