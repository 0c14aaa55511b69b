/**
 * The routes of an app in the order in which the host asks them (ScriptHost.cs and WebScriptHostHttpRoutesManager.cs
 * of Azure/azure-functions-host): which functions the host refuses because of their routes, what stops the
 * host as a whole, and which function a request belongs to.
 */
import { matchRoute, type RouteValues } from './match'
import { compareIgnoringCase, equalsIgnoringCase } from './ordinal-case'
import { createRoute, effectiveRoute, isRefusal, type Route, type RouteRefusal } from './route'

/** What routing has to know of a function that the host accepts otherwise. */
export interface RoutedFunction {
  readonly name: string
  /** As written; undefined when function.json gives none. */
  readonly route?: string | undefined
  /** As written; undefined means every method, an empty list none. */
  readonly methods?: readonly string[] | undefined
  /** False for functions that no HTTP request reaches. */
  readonly isHttp: boolean
}

export interface RouteEntry<T extends RoutedFunction> {
  readonly function: T
  readonly route: Route
}

/** A function that is in error because of its route; the others run. */
export interface RouteProblem<T extends RoutedFunction> {
  readonly function: T
  /** The host's words. */
  readonly message: string
  /** The function that has the same route. */
  readonly rival?: T
}

export interface RouteTable<T extends RoutedFunction> {
  readonly entries: readonly RouteEntry<T>[]
  readonly problems: readonly RouteProblem<T>[]
  /** Every route that ASP.NET does not create; the host names the first and stops. */
  readonly refusals: readonly { readonly function: T; readonly refusal: RouteRefusal }[]
  /** Two valid functions whose names differ in case only. */
  readonly namesakes?: readonly [T, T]
  /** What stops the host, as its status page shows it. */
  readonly hostError?: string
}

export interface RouteMatch<T extends RoutedFunction> {
  readonly function: T
  readonly values: RouteValues
}

/**
 * Makes the table of an app.
 *
 * @param prefix `extensions.http.routePrefix` as written; `api` is the host's own
 */
export function buildRouteTable<T extends RoutedFunction>(
  functions: readonly T[],
  prefix: string,
): RouteTable<T> {
  const problems: RouteProblem<T>[] = []
  const accepted: T[] = []
  for (const candidate of inHostOrder(functions)) {
    const problem = candidate.isHttp ? routeProblem(candidate, accepted) : undefined
    if (problem === undefined) accepted.push(candidate)
    else problems.push({ function: candidate, ...problem })
  }
  const entries: RouteEntry<T>[] = []
  const refusals: { function: T; refusal: RouteRefusal }[] = []
  for (const candidate of accepted) {
    if (!candidate.isHttp) continue
    const route = createRoute(candidate.name, prefix, routeOf(candidate))
    if (isRefusal(route)) refusals.push({ function: candidate, refusal: route })
    else entries.push({ function: candidate, route })
  }
  const namesakes = accepted.flatMap((one, index) => {
    const other = accepted[index + 1]
    return other !== undefined && equalsIgnoringCase(one.name, other.name) ? [[one, other] as const] : []
  })[0]
  const hostError =
    namesakes === undefined
      ? refusals[0]?.refusal.hostText
      : 'Sequence contains more than one matching element.'
  return {
    entries,
    problems,
    refusals,
    ...(namesakes === undefined ? {} : { namesakes }),
    ...(hostError === undefined ? {} : { hostError }),
  }
}

/** Functions in the order of `StringComparer.OrdinalIgnoreCase`. */
export function inHostOrder<T extends { readonly name: string }>(functions: readonly T[]): readonly T[] {
  return [...functions].sort((left, right) => compareIgnoringCase(left.name, right.name))
}

/** The first function by name whose route matches and that takes the method; literals do not come before. */
export function findFunction<T extends RoutedFunction>(
  { entries }: Pick<RouteTable<T>, 'entries'>,
  method: string,
  target: string,
): RouteMatch<T> | undefined {
  for (const entry of entries) {
    if (!takesMethod(entry.function, method)) continue
    const values = matchRoute(entry.route, target)
    if (values !== undefined) return { function: entry.function, values }
  }
  return undefined
}

/** Methods are compared without case (HttpMethodRouteConstraint.cs of dotnet/aspnetcore). */
export function takesMethod({ methods }: RoutedFunction, method: string): boolean {
  return methods === undefined || methods.some((listed) => equalsIgnoringCase(listed, method))
}

/** Beginnings of a route that the host keeps for itself, also as part of a longer word. */
export const reservedBeginnings = ['admin', 'runtime'] as const

function routeOf({ name, route }: RoutedFunction): string {
  return effectiveRoute(name, route)
}

function routeProblem<T extends RoutedFunction>(
  candidate: T,
  accepted: readonly T[],
): Omit<RouteProblem<T>, 'function'> | undefined {
  const route = trimSlashes(routeOf(candidate))
  if (reservedBeginnings.some((word) => route.toLowerCase().startsWith(word))) {
    return { message: 'The specified route conflicts with one or more built in routes.' }
  }
  const rival = accepted.find(
    (other) =>
      other.isHttp &&
      equalsIgnoringCase(trimSlashes(routeOf(other)), route) &&
      sharesMethod(other, candidate),
  )
  if (rival === undefined) return undefined
  return {
    rival,
    message: `The route specified conflicts with the route defined by function '${rival.name}'.`,
  }
}

/** Here methods are compared with case, and an empty list counts as every method. */
function sharesMethod({ methods: some }: RoutedFunction, { methods: others }: RoutedFunction): boolean {
  if (!some?.length || !others?.length) return true
  return some.some((method) => others.includes(method))
}

/** Loops instead of a pattern, which would take quadratic time on many slashes. */
function trimSlashes(text: string): string {
  let start = 0
  let end = text.length
  while (text[start] === '/') start += 1
  while (end > start && text[end - 1] === '/') end -= 1
  return text.slice(start, end)
}
