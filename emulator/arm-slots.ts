/**
 * ARM calls about slots: listing them, and swapping two as a long-running operation, which goes on whether or not
 * anybody polls it.
 */
import { randomUUID } from 'node:crypto'
import type { SiteCall, SiteRoute } from './arm'
import { armError, resourceNotFound } from './arm-errors'
import { siteBody } from './site-body'
import type { App } from './state'
import type { Answer } from './web-server'

interface Operation {
  readonly source: App
  /** Absent while it is under way. */
  result?: Answer
}

/** Swaps, by operation id. */
export class SwapOperations {
  readonly #operations = new Map<string, Operation>()

  /**
   * Begins a swap: both apps are held until it is over.
   *
   * @param call the request
   * @param target the other app
   * @returns its id
   */
  begin({ app: source, parts }: SiteCall, target: App): string {
    const id = randomUUID()
    const operation: Operation = { source }
    this.#operations.set(id, operation)
    const faults = parts.faults.forApp(source.key)
    const isFailing = parts.faults.take(`${source.key}:swap-fails`, faults.swapFails)
    const isHanging = parts.faults.take(`${source.key}:swap-hangs`, faults.swapHangs)
    for (const app of [source, target]) app.operationId = id
    if (isHanging) return id
    const timer = setTimeout(() => {
      if (!isFailing) parts.lifecycle.swap(source, target)
      for (const app of [source, target]) app.operationId = undefined
      operation.result = isFailing ? notStarted(source) : { status: 200, body: siteBody(source) }
    }, parts.latencies.swapMs)
    timer.unref()
    return id
  }

  /**
   * One poll.
   *
   * @param id from `begin`
   * @param app below which the operation was asked for
   * @param location where to poll again
   */
  poll(id: string, app: App, location: string): Answer {
    const operation = this.#operations.get(id)
    if (operation?.source !== app) return armError(404, 'NotFound', `Operation '${id}' not found.`)
    return operation.result ?? { status: 202, headers: { location, 'retry-after': '1' } }
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
  {
    method: 'GET',
    path: /^\/operationresults\/(?<operation>[^/]+)$/i,
    action: 'operationresults/read',
    handle: ({ app, request, swaps, groups }) =>
      swaps.poll(groups['operation'] ?? '', app, `https://${request.host}${request.target}`),
  },
]

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
  const id = swaps.begin(call, target)
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

function notStarted(source: App): Answer {
  return armError(
    400,
    'BadRequest',
    `Cannot swap slots for site '${source.spec.name}' because the worker process for '${source.slot ?? 'production'}' slot could not be started.`,
  )
}
