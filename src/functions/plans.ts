/**
 * The plans of Azure Functions as the host tells them apart, and what it allows on each.
 * Which plan an app is on, Azure's resource says; that is read elsewhere.
 */

export const plans = ['consumption', 'flex', 'premium', 'dedicated'] as const
export type Plan = (typeof plans)[number]

export interface PlanRules {
  /** As Azure's own pages call it. */
  readonly title: string
  /** Of `functionTimeout`, in seconds, when host.json gives none. */
  readonly defaultTimeoutSeconds: number
  /** Longest `functionTimeout` in seconds; without one there is no bound, and `-1` means none. */
  readonly longestTimeoutSeconds?: number
  /** The host sets the execute permission of the program itself before it starts it. */
  readonly setsExecutePermission: boolean
}

/** Sources: ScriptJobHostOptionsSetup.cs and EnvironmentExtensions.cs (IsAnyLinuxConsumption) of azure-functions-host. */
export const planRules: Readonly<Record<Plan, PlanRules>> = {
  consumption: {
    title: 'Linux Consumption',
    defaultTimeoutSeconds: 300,
    longestTimeoutSeconds: 600,
    setsExecutePermission: true,
  },
  flex: { title: 'Flex Consumption', defaultTimeoutSeconds: 1800, setsExecutePermission: true },
  premium: { title: 'Elastic Premium', defaultTimeoutSeconds: 1800, setsExecutePermission: false },
  dedicated: { title: 'Dedicated (App Service)', defaultTimeoutSeconds: 1800, setsExecutePermission: false },
}
