/**
 * Descriptions of the apps that an emulator offers: builders with the values that Azure reports for each plan.
 * Pure data; what happens to an app while it runs is in `state`.
 */
import { type Plan, planRules } from '../../src/functions/plans'

/** Everything except `function` is an app that a Linux package cannot be deployed to. */
export const flavours = [
  'function',
  'windows',
  'container',
  'container-apps',
  'arc',
  'logic-app',
  'web-app',
] as const
export type Flavour = (typeof flavours)[number]

/** How the app reaches its storage account: which of the `AzureWebJobsStorage…` settings it has. */
export const storageForms = ['identity', 'connection-string', 'none'] as const
export type StorageForm = (typeof storageForms)[number]

export interface SlotSpec {
  readonly name: string
  readonly settings?: Readonly<Record<string, string>>
  /** Swaps into this slot after each deployment, as with auto swap. */
  readonly autoSwapTo?: string
}

export interface AppSpec {
  readonly name: string
  readonly plan: Plan
  readonly flavour: Flavour
  readonly resourceGroup: string
  readonly location: string
  /** The name with `-plan` when absent. */
  readonly planName?: string
  readonly tags?: Readonly<Record<string, string>>
  readonly settings: Readonly<Record<string, string>>
  /** `functionAppConfig.runtime`, Flex only. */
  readonly runtime: { readonly name: string; readonly version: string }
  readonly isStopped: boolean
  readonly slots: readonly SlotSpec[]
  /** Whether user name and password work on the SCM site (`basicPublishingCredentialsPolicies/scm`). */
  readonly allowsBasicPublishing: boolean
  readonly storage: StorageForm
  /** The app has a system-assigned identity that may read the storage account's blobs. */
  readonly canReadBlobs: boolean
  /** ARM id of a user-assigned identity that the app has instead. */
  readonly identityId?: string
  /** The list beside the settings, by name. */
  readonly connectionStrings: Readonly<Record<string, { readonly type: string; readonly value: string }>>
  /** `functionAppConfig.deployment.storage.authentication`, Flex only; what is absent is null. */
  readonly deploymentAuthentication: {
    readonly type: string
    readonly userAssignedIdentityResourceId?: string
    readonly storageAccountConnectionStringName?: string
  }
}

/** What `properties.sku` and the plan resource say. */
export interface PlanFacts {
  readonly sku: string
  readonly planSku: {
    readonly name: string
    readonly tier: string
    readonly size: string
    readonly family: string
    readonly capacity: number
  }
  readonly isServerless: boolean
}

export const planFacts: Readonly<Record<Plan, PlanFacts>> = {
  'flex-consumption': {
    sku: 'FlexConsumption',
    planSku: { name: 'FC1', tier: 'FlexConsumption', size: 'FC1', family: 'FC', capacity: 0 },
    isServerless: true,
  },
  'elastic-premium': {
    sku: 'ElasticPremium',
    planSku: { name: 'EP1', tier: 'ElasticPremium', size: 'EP1', family: 'EP', capacity: 1 },
    isServerless: false,
  },
  dedicated: {
    sku: 'PremiumV3',
    planSku: { name: 'P1v3', tier: 'PremiumV3', size: 'P1v3', family: 'Pv3', capacity: 1 },
    isServerless: false,
  },
  consumption: {
    sku: 'Dynamic',
    planSku: { name: 'Y1', tier: 'Dynamic', size: 'Y1', family: 'Y', capacity: 0 },
    isServerless: true,
  },
}

/** `kind` of the site resource. */
export const kinds: Readonly<Record<Flavour, string>> = {
  function: 'functionapp,linux',
  windows: 'functionapp',
  container: 'functionapp,linux,container',
  'container-apps': 'functionapp,linux,container,azurecontainerapps',
  arc: 'functionapp,linux,kubernetes',
  'logic-app': 'functionapp,workflowapp',
  'web-app': 'app,linux',
}

export const defaultResourceGroup = 'hello-functions-rg'

/**
 * An app with the settings that a fresh one of its plan has.
 *
 * @param given at least a name and a plan; `settings` are laid over the usual ones
 * @returns a complete description
 * @throws TypeError when the name is not one that Azure accepts, or a Flex app has slots
 */
export function anApp(given: Pick<AppSpec, 'name' | 'plan'> & Partial<AppSpec>): AppSpec {
  if (!/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/i.test(given.name)) {
    throw new TypeError(`'${given.name}' is no name for a function app: use letters, digits and hyphens.`)
  }
  if (given.slots?.length && !planRules[given.plan].hasSlots) {
    throw new TypeError(`'${given.name}' has slots, which apps of the plan '${given.plan}' cannot have.`)
  }
  return {
    flavour: 'function',
    resourceGroup: defaultResourceGroup,
    location: 'West Europe',
    runtime: { name: 'custom', version: '1.0' },
    isStopped: false,
    slots: [],
    allowsBasicPublishing: false,
    storage: 'identity',
    canReadBlobs: true,
    connectionStrings: {},
    deploymentAuthentication: { type: 'systemassignedidentity' },
    ...given,
    settings: { ...usualSettings(given.plan, given.flavour ?? 'function'), ...given.settings },
  }
}

/** The settings of a fresh app. */
export function usualSettings(plan: Plan, flavour: Flavour): Record<string, string> {
  if (flavour === 'web-app') return {}
  if (plan === 'flex-consumption') return {}
  return {
    FUNCTIONS_EXTENSION_VERSION: '~4',
    FUNCTIONS_WORKER_RUNTIME: flavour === 'logic-app' ? 'dotnet' : 'custom',
  }
}

/**
 * One app of every plan and one of every kind that is refused: what `npm run emulator` offers.
 *
 * @returns descriptions; names say what they are
 */
export function fleet(): readonly AppSpec[] {
  return [
    anApp({ name: 'hello-flex', plan: 'flex-consumption' }),
    anApp({ name: 'hello-native', plan: 'flex-consumption', runtime: { name: 'go', version: '1.0' } }),
    anApp({ name: 'hello-premium', plan: 'elastic-premium', slots: [{ name: 'staging' }] }),
    anApp({ name: 'hello-dedicated', plan: 'dedicated', slots: [{ name: 'staging' }] }),
    anApp({ name: 'hello-consumption', plan: 'consumption' }),
    anApp({ name: 'hello-consumption-keys', plan: 'consumption', storage: 'connection-string' }),
    anApp({ name: 'hello-windows', plan: 'dedicated', flavour: 'windows' }),
    anApp({ name: 'hello-container', plan: 'elastic-premium', flavour: 'container' }),
    anApp({ name: 'hello-container-apps', plan: 'dedicated', flavour: 'container-apps' }),
    anApp({ name: 'hello-arc', plan: 'dedicated', flavour: 'arc' }),
    anApp({ name: 'hello-logic', plan: 'elastic-premium', flavour: 'logic-app' }),
    anApp({ name: 'hello-web', plan: 'dedicated', flavour: 'web-app' }),
    anApp({ name: 'hello-stopped', plan: 'elastic-premium', isStopped: true }),
  ]
}
