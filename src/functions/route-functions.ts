/**
 * Functions without a function.json: `customHandler.http.routes` of host.json, which a profile may bring as well
 * (HttpWorkerFunctionProvider.cs of azure-functions-host, newer than 4.1037).
 */
import type { HostFunction } from './function-json/host-function'
import { refusalOf } from './host-json/binder'
import { type Configuration, hasChildren, leafAt, placeAt } from './host-json/configuration'
import type { Refusal } from './refusal'
import { createRoute, isRefusal, isSyntax, type RouteRefusal } from './routes/route'

export const routesPath = 'customHandler:http:routes'

export interface RouteFunctions {
  /** Named `http-handler1`, `http-handler2`, …, in the order of the list. */
  readonly functions: readonly HostFunction[]
  readonly refusals: readonly Refusal[]
}

/** The functions of the list; none without one. */
export function readRouteFunctions(configuration: Configuration): RouteFunctions {
  const fallback = leafAt(configuration, 'customHandler:http:defaultAuthorizationLevel')?.value ?? 'function'
  const read = indicesOf(configuration).map((index, at) => {
    const path = `${routesPath}:${index}`
    const leaf = leafAt(configuration, `${path}:route`)
    const name = `http-handler${at + 1}`
    const authLevel = (leafAt(configuration, `${path}:authorizationLevel`)?.value ?? fallback).toLowerCase()
    const error = routeFault(name, leaf?.value)?.text
    return { made: functionOf(name, leaf?.value ?? '', authLevel, error), error, leaf }
  })
  return {
    functions: read.map(({ made }) => made),
    refusals: read.flatMap(({ made, error, leaf }) =>
      error === undefined
        ? []
        : [
            {
              ...refusalOf('route', error, leaf ?? placeAt(configuration, routesPath), 'function'),
              functionName: made.name,
            },
          ],
    ),
  }
}

/** The numbers of the list's items, by size. */
function indicesOf(configuration: Configuration): readonly number[] {
  const prefix = `${routesPath.toLowerCase()}:`
  const indices = [...configuration.leaves.keys()]
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length).split(':')[0] ?? '')
  return [...new Set(indices.filter((index) => /^\d{1,6}$/.test(index)).map(Number))].sort(
    (left, right) => left - right,
  )
}

export interface RouteFault {
  /** As the host logs it. */
  readonly text: string
  /** Undefined for a route of nothing but blanks. */
  readonly refusal?: RouteRefusal
}

/**
 * Why the host makes no function of a route of the list: the others run. It reads the template alone, without the
 * prefix; what is wrong with the whole, or with a constraint, stops the host later as in a function.json.
 */
export function routeFault(name: string, route = ''): RouteFault | undefined {
  if (route.trim() === '') return { text: 'Route cannot be null, empty or whitespace.' }
  const created = createRoute(name, '', route)
  if (!isRefusal(created) || !isSyntax(created)) return undefined
  return { text: `${created.reason} (Parameter 'routeTemplate')`, refusal: created }
}

function functionOf(name: string, route: string, authLevel: string, error: string | undefined): HostFunction {
  return {
    name,
    trigger: 'httpTrigger',
    route,
    authLevel,
    bindings: [
      { name: 'req', type: 'httpTrigger', direction: 'in' },
      { name: 'res', type: 'http', direction: 'out' },
    ],
    isHttpInAndOut: true,
    errors: error === undefined ? [] : [error],
    isListed: error === undefined,
    isRoutedInError: false,
  }
}

/** Whether the host takes functions from host.json. */
export function hasRoutes(configuration: Configuration): boolean {
  return hasChildren(configuration, routesPath)
}
