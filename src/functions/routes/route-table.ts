/**
 * The routes of an app in the order in which the host asks them (ScriptHost.cs and WebScriptHostHttpRoutesManager.cs
 * of Azure/azure-functions-host): which functions the host refuses because of their routes, what stops the
 * host as a whole, and which function a request belongs to.
 */
import { matchRoute, type RouteValues } from './match'
import { compareIgnoringCase, equalsIgnoringCase, ordinalUpper } from './ordinal-case'
import { createRoute, effectiveRoute, isRefusal, type Route, type RouteRefusal } from './route'
import { parametersOf } from './template'

/** What routing has to know of a function that the host accepts otherwise. */
export interface RoutedFunction {
  readonly name: string
  /** As written, empty when function.json gives none; undefined when no HTTP request reaches the function. */
  readonly route?: string | undefined
  /** As written; undefined means every method, an empty list none. */
  readonly methods?: readonly string[] | undefined
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
  /** By name as written in the route; null for what the request leaves out. */
  readonly parameters: Readonly<Record<string, string | null>>
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
  const taken = new Map<string, T[]>()
  for (const candidate of inHostOrder(functions)) {
    const problem = routeProblem(candidate, taken)
    if (problem === undefined) accepted.push(candidate)
    else problems.push({ function: candidate, ...problem })
  }
  const entries: RouteEntry<T>[] = []
  const refusals: { function: T; refusal: RouteRefusal }[] = []
  for (const candidate of accepted) {
    if (candidate.route === undefined) continue
    const route = createRoute(candidate.name, prefix, effectiveRoute(candidate.name, candidate.route))
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
    if (values !== undefined) return { function: entry.function, parameters: allParameters(entry, values) }
  }
  return undefined
}

function allParameters({ route }: RouteEntry<RoutedFunction>, values: RouteValues) {
  return Object.fromEntries(
    parametersOf(route.template).map(({ name }) => [name, values.get(name) ?? null] as const),
  )
}

/** Methods are compared without case (HttpMethodRouteConstraint.cs of dotnet/aspnetcore). */
export function takesMethod({ methods }: RoutedFunction, method: string): boolean {
  return methods === undefined || methods.some((listed) => equalsIgnoringCase(listed, method))
}

/** Beginnings of a route that the host keeps for itself, also as part of a longer word. */
export const reservedBeginnings = ['admin', 'runtime'] as const

/** Keeps the routes of accepted functions by their text in upper case. */
function routeProblem<T extends RoutedFunction>(
  candidate: T,
  taken: Map<string, T[]>,
): Omit<RouteProblem<T>, 'function'> | undefined {
  if (candidate.route === undefined) return undefined
  // Compared without slashes at its ends, and without the prefix.
  const route = ordinalUpper(trimSlashes(effectiveRoute(candidate.name, candidate.route)))
  if (reservedBeginnings.some((word) => route.startsWith(word.toUpperCase()))) {
    return { message: 'The specified route conflicts with one or more built in routes.' }
  }
  const others = taken.get(route) ?? []
  const rival = others.find((other) => sharesMethod(other, candidate))
  if (rival === undefined) {
    taken.set(route, [...others, candidate])
    return undefined
  }
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
