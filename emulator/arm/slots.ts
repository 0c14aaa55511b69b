/**
 * ARM calls about slots: listing them, and asking for a swap of two and for its result.
 */

import { planRules } from '../../src/functions/plans'
import { usualSettings } from '../app/apps'
import type { App } from '../app/state'
import type { Answer } from '../server/web-server'
import type { ArmParts, SiteCall, SiteRoute } from './call'
import { armError, resourceNotFound } from './errors'
import { siteBody } from './site-body'

/** Calls below `S` that concern slots. */
export const slotRoutes: readonly SiteRoute[] = [
  {
    method: 'GET',
    path: '/slots',
    action: 'slots/read',
    siteOnly: true,
    handle: ({ app, parts }) => ({
      status: 200,
      body: {
        value: parts.state.apps
          .filter((each) => each.slot !== undefined && each.spec.name === app.spec.name)
          .map((slot) => siteBody(slot, parts.faults.forApp(slot.key).front)),
      },
    }),
  },
  {
    method: 'PUT',
    path: '',
    action: 'write',
    slotOnly: true,
    handle: ({ app, parts }) => ({ status: 200, body: siteBody(app, parts.faults.forApp(app.key).front) }),
  },
  { method: 'DELETE', path: '', action: 'delete', slotOnly: true, handle: deleteSlot },
  { method: 'POST', path: '/slotsswap', action: 'slotsswap/action', handle: swap },
  {
    method: 'GET',
    path: '/operationresults/{operation}',
    action: 'operationresults/read',
    handle: ({ app, request, swaps, groups }) =>
      swaps.poll(groups['operation'] ?? '', app, `https://${request.host}${request.target}`),
  },
]

/** A new slot: an empty app with the settings of a Functions app, and none of the app it belongs to. */
export async function createSlot(parts: ArmParts, production: App, name: string): Promise<Answer> {
  if (!planRules[production.spec.plan].hasSlots) {
    const message = `The plan of '${production.spec.name}' allows no deployment slots.`
    return armError(409, 'Conflict', message)
  }
  if (!/^[a-z0-9](?:[a-z0-9-]{0,57}[a-z0-9])?$/i.test(name) || name.toLowerCase() === 'production') {
    return armError(400, 'BadRequest', `The slot name '${name}' is not valid.`)
  }
  const slot = parts.state.addSlot(
    production,
    name,
    usualSettings(production.spec.plan, production.spec.flavour),
  )
  await parts.platform.open(slot)
  return { status: 200, body: siteBody(slot) }
}

async function deleteSlot({ app, parts }: SiteCall): Promise<Answer> {
  parts.state.remove(app)
  await app.runtime?.stop()
  return { status: 200 }
}

function swap(call: SiteCall): Answer {
  const { app, parts, request, swaps } = call
  let targetName = ''
  try {
    const body: unknown = JSON.parse(request.body.toString('utf8'))
    if (typeof body === 'object' && body !== null && 'targetSlot' in body)
      targetName = String(body.targetSlot)
  } catch {
    return armError(
      400,
      'InvalidRequestContent',
      'The request content was invalid and could not be deserialized.',
    )
  }
  const target = parts.state.find(app.spec.name, targetName)
  if (!target || target === app) {
    return resourceNotFound(
      `Microsoft.Web/sites/${app.spec.name}/slots/${targetName}`,
      app.spec.resourceGroup,
    )
  }
  const busy = [app, target].find((each) => each.operationId !== undefined || each.isSwapping)
  if (busy !== undefined) return operationInProgress(busy)
  const id = swaps.begin(parts, app, target)
  const path = request.path.replace(/\/slotsswap$/i, `/operationresults/${id}`)
  const location = `https://${request.host}${path}?api-version=${request.query.get('api-version')}`
  return { status: 202, headers: { location } }
}

// The texts of the service, as people quote them when it says no.
function operationInProgress(app: App): Answer {
  const details = `Id: ${app.operationId ?? 'none'}, OperationName: SwapSiteSlots, SiteName: ${app.spec.name}, SlotName: ${app.slot ?? 'production'}`
  return armError(
    409,
    'Conflict',
    `Cannot modify this site because another operation is in progress. Details: ${details}`,
  )
}
