/**
 * Describes the functions of a project for the summary, the outputs and the verification.
 */

import type { FunctionFolder } from '../functions/function-json/functions'
import { type Configuration, childrenOf, leafAt } from '../functions/host-json/configuration'
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
 * @param project the project
 * @returns functions of `function.json` files, or of `customHandler.http.routes` (which the host names
 *   `http-handler1`, `http-handler2`, ...); empty for the native model, whose functions are in its code
 */
export function describeFunctions(project: Project): readonly DescribedFunction[] {
  if (project.model === 'native') return []
  const prefix = routePrefix(project.configuration)
  if (project.functions.length > 0) return project.functions.map((folder) => describeFolder(folder, prefix))
  return describeRoutes(project.configuration, prefix)
}

/**
 * The prefix of all HTTP routes.
 *
 * @param configuration the flattened host.json
 * @returns as written; `api` by default, empty when host.json takes it away
 */
export function routePrefix(configuration: Configuration): string {
  const leaf = leafAt(configuration, 'extensions:http:routePrefix')
  if (leaf !== undefined) return leaf.value
  return leafAt(configuration, 'configurationProfile') === undefined ? 'api' : ''
}

function describeFolder(folder: FunctionFolder, prefix: string): DescribedFunction {
  const { name, trigger, http } = folder
  if (http === undefined) return { name, trigger: trigger?.type ?? '' }
  const { route, methods, authLevel } = http
  return {
    name,
    trigger: trigger?.type ?? '',
    route: publicPath(prefix, route),
    methods: (methods ?? []).map((method) => method.toUpperCase()),
    authLevel,
  }
}

function describeRoutes(configuration: Configuration, prefix: string): readonly DescribedFunction[] {
  const fallback = leafAt(configuration, 'customHandler:http:defaultAuthorizationLevel')?.value ?? 'function'
  return childrenOf(configuration, 'customHandler:http:routes').map(({ path }, index) => {
    const name = `http-handler${index + 1}`
    const route = effectiveRoute(name, leafAt(configuration, `${path}:route`)?.value ?? '')
    return {
      name,
      trigger: 'httpTrigger',
      route: publicPath(prefix, route),
      methods: [],
      authLevel: (leafAt(configuration, `${path}:authorizationLevel`)?.value ?? fallback).toLowerCase(),
    }
  })
}
