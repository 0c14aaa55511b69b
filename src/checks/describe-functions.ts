/** Describes the functions of a project for the summary, the outputs and the verification. */

import type { HostFunction } from '../functions/function-json/host-function'
import { type Configuration, leafAt } from '../functions/host-json/configuration'
import { effectiveRoute, publicPath } from '../functions/routes/route'
import type { Project } from './project'

/** One function as Azure should list it. The shape is that of the run report. */
export interface DescribedFunction {
  readonly name: string
  /** Binding type of the trigger; empty when function.json has none. */
  readonly trigger: string
  /** Public path with its prefix, for example `/api/HttpExample`. */
  readonly route?: string
  /** Upper case; empty means every method. */
  readonly methods?: readonly string[]
  readonly authLevel?: string
}

/**
 * Lists the functions that the host should find.
 *
 * @returns functions of `function.json` files, or of `customHandler.http.routes` (which the host names
 *   `http-handler1`, `http-handler2`, ...); empty for the native model, whose functions are in its code
 */
export function describeFunctions({ model, app }: Project): readonly DescribedFunction[] {
  return model === 'native' ? [] : app.hostFunctions.map((found) => describe(found, app.hostJson.routePrefix))
}

/**
 * The prefix of all HTTP routes.
 *
 * @returns as written; `api` by default, empty when host.json takes it away
 */
export function routePrefix(configuration: Configuration): string {
  return leafAt(configuration, 'extensions:http:routePrefix')?.value ?? 'api'
}

function describe(found: HostFunction, prefix: string): DescribedFunction {
  const { name, trigger, route, methods = [], authLevel } = found
  if (route === undefined) return { name, trigger }
  return {
    name,
    trigger,
    route: publicPath(prefix, effectiveRoute(name, route)),
    methods: methods.map((method) => method.toUpperCase()),
    authLevel,
  }
}
