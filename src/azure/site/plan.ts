/**
 * Which plan an app runs on, and the kinds of app this action cannot deploy to. Decided from `kind`, `sku` and
 * `reserved` of the site alone: a role on the app does not reach its plan. Pure.
 */
import type { ActionError } from '../../errors'
import { type Plan, planRules, plans } from '../../functions/plans'
import { block } from '../../text/passages'
import { azureError } from '../http'

export interface PlanFacts {
  readonly appName: string
  /** For example `functionapp,linux`. */
  readonly kind: string
  /** For example `FlexConsumption`. */
  readonly sku: string
  /** Azure's word for "runs on Linux". */
  readonly isReserved: boolean
  readonly linuxFxVersion: string
  readonly isInManagedEnvironment: boolean
  readonly isFlexConfigured: boolean
}

/**
 * The plan of an app.
 *
 * @param facts of the site resource
 * @throws ActionError of the codes `site-…` for every kind of app that is not a Linux function app
 */
export function planOf(facts: PlanFacts): Plan {
  const kinds = facts.kind
    .toLowerCase()
    .split(',')
    .map((kind) => kind.trim())
  const refusal = refuse(facts, kinds)
  if (refusal !== undefined) throw refusal
  const sku = facts.sku.toLowerCase()
  if (sku === '' && facts.isFlexConfigured) return 'flex-consumption'
  return plans.find((plan) => sku.startsWith(planRules[plan].skuPrefix ?? ' ')) ?? 'dedicated'
}

const creation = block(
  "az functionapp create --name '<new name>' --resource-group '<group>' --storage-account '<account>' --flexconsumption-location '<region>' --runtime custom",
)

// The narrowest kind first: a Container Apps app is a container, and a container is a Linux function app.
function refuse(facts: PlanFacts, kinds: readonly string[]): ActionError | undefined {
  const app = `'${facts.appName}' (kind '${facts.kind}')`
  if (kinds.includes('workflowapp')) {
    return azureError('site-is-logic-app', `${app} is a Logic App, which runs workflows and no Go handler.`, {
      hint: `Deploy to a function app. This creates one:\n${creation}`,
    })
  }
  if (!kinds.includes('functionapp')) {
    return azureError('site-is-web-app', `${app} is a web app, not a function app.`, {
      hint: 'Check app-name. For a web app use azure/webapps-deploy; for functions create a function app with --runtime custom.',
    })
  }
  if (kinds.includes('azurecontainerapps') || facts.isInManagedEnvironment) {
    return azureError(
      'site-is-container-app',
      `${app} runs on Azure Container Apps, which takes images and no zip.`,
      {
        hint: 'Build an image with the static binary in it and deploy it with Azure/functions-container-action.',
      },
    )
  }
  if (kinds.includes('kubernetes')) {
    return azureError(
      'site-is-kubernetes',
      `${app} runs on Kubernetes (Azure Arc), to which this action does not deploy.`,
      {
        hint: 'Use func azure functionapp publish, or a function app on Flex Consumption.',
      },
    )
  }
  if (kinds.includes('container') || /^docker\|/i.test(facts.linuxFxVersion)) {
    return azureError(
      'site-is-container',
      `${app} runs a container image; a zip deployment to it never finishes.`,
      {
        hint: 'Deploy the image with Azure/functions-container-action, or use a function app without a container.',
      },
    )
  }
  if (!kinds.includes('linux') && !facts.isReserved) {
    return azureError('site-is-windows', `${app} runs on Windows, and the package holds a Linux binary.`, {
      hint: `Deploy to a Linux app. This creates one:\n${creation}`,
    })
  }
  return undefined
}
