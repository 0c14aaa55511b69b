/**
 * ARM calls about slots: listing them, and swapping two as a long-running operation.
 */
import { randomUUID } from 'node:crypto'
import type { SiteCall, SiteRoute } from './arm'
import { armError, resourceNotFound } from './arm-errors'
import { siteBody } from './site-body'
import type { App } from './state'
import type { Answer } from './web-server'

const swapPolls = 2

/** Swaps under way, by operation id. */
export class SwapOperations {
  readonly #operations = new Map<string, { polls: number; readonly finish: () => App }>()

  /**
   * Begins an operation.
   *
   * @param finish does the work when the operation is over, and gives the app to show
   * @returns its id
   */
  begin(finish: () => App): string {
    const id = randomUUID()
    this.#operations.set(id, { polls: 0, finish })
    return id
  }

  /**
   * One poll.
   *
   * @param id from `begin`
   * @param location where to poll again
   */
  poll(id: string, location: string): Answer {
    const operation = this.#operations.get(id)
    if (!operation) return armError(404, 'NotFound', `Operation '${id}' not found.`)
    operation.polls += 1
    if (operation.polls < swapPolls) return { status: 202, headers: { location } }
    this.#operations.delete(id)
    return { status: 200, body: siteBody(operation.finish()) }
  }
}

/** Calls below `S` that concern slots. */
export const slotRoutes: readonly SiteRoute[] = [
  {
    method: 'GET',
    path: /^\/slots$/i,
    action: 'slots/read',
    siteOnly: true,
    handle: ({ app, parts }) => ({
      status: 200,
      body: {
        value: parts.state.apps
          .filter((each) => each.slot !== undefined && each.spec.name === app.spec.name)
          .map((slot) => siteBody(slot)),
      },
    }),
  },
  { method: 'POST', path: /^\/slotsswap$/i, action: 'slotsswap/action', handle: swap },
]

function swap({ app, parts, request, swaps }: SiteCall): Answer {
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
  const id = swaps.begin(() => {
    parts.lifecycle.swap(app, target)
    return app
  })
  const location = `https://${request.host}/subscriptions/${parts.state.subscription.id}/providers/Microsoft.Web/operationresults/${id}?api-version=${request.query.get('api-version')}`
  return { status: 202, headers: { location } }
}
