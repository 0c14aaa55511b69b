/**
 * The plans of Azure Functions: the one table of what each is called, how a package reaches it, and what it allows.
 * Which plan an app is on, Azure's resource says; that is read elsewhere.
 */

export const plans = ['flex-consumption', 'consumption', 'elastic-premium', 'dedicated'] as const
/** Users see these names: the output `plan`, the report. */
export type Plan = (typeof plans)[number]

/** `flex`: one deploy; `blob`: a blob that a setting points to. */
export type DeploymentWay = 'flex' | 'zipdeploy' | 'blob'

export interface PlanRules {
  /** As Azure's own pages call it. */
  readonly title: string
  /** How the site's `sku` begins, in lower case; a plan without one has every other sku. */
  readonly skuPrefix?: string
  readonly way: DeploymentWay
  readonly hasSlots: boolean
  /** `functionTimeout` where host.json has none. */
  readonly defaultTimeoutSeconds: number
  /** Longest `functionTimeout`; without one there is no bound, and `-1` means none. */
  readonly longestTimeoutSeconds?: number
  /** The host sets the execute permission of the program itself before it starts it. */
  readonly setsExecutePermission: boolean
  /** The app's files lie in a mounted package, which nothing can write to; elsewhere only with run-from-package. */
  readonly mountsPackage: boolean
  /** The day from which its apps no longer run, as `YYYY-MM-DD`. The end of a support is no such day. */
  readonly retiresOn?: string
}

/**
 * Sources: ScriptJobHostOptionsSetup.cs and EnvironmentExtensions.cs (IsAnyLinuxConsumption) of azure-functions-host,
 * and learn.microsoft.com/azure/azure-functions/consumption-plan for the day.
 */
export const planRules: Readonly<Record<Plan, PlanRules>> = {
  'flex-consumption': {
    title: 'Flex Consumption',
    skuPrefix: 'flexconsumption',
    way: 'flex',
    hasSlots: false,
    defaultTimeoutSeconds: 1800,
    setsExecutePermission: true,
    mountsPackage: true,
  },
  consumption: {
    title: 'Linux Consumption',
    skuPrefix: 'dynamic',
    way: 'blob',
    hasSlots: true,
    defaultTimeoutSeconds: 300,
    longestTimeoutSeconds: 600,
    setsExecutePermission: true,
    mountsPackage: true,
    retiresOn: '2028-09-30',
  },
  'elastic-premium': {
    title: 'Elastic Premium',
    skuPrefix: 'elasticpremium',
    way: 'zipdeploy',
    hasSlots: true,
    defaultTimeoutSeconds: 1800,
    setsExecutePermission: false,
    mountsPackage: false,
  },
  dedicated: {
    title: 'Dedicated (App Service)',
    way: 'zipdeploy',
    hasSlots: true,
    defaultTimeoutSeconds: 1800,
    setsExecutePermission: false,
    mountsPackage: false,
  },
}
