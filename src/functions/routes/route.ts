/**
 * One function's route as the host creates it: prefix, slash and route become a template whose constraints are
 * resolved (WebJobsRouteBuilder.cs of Azure/azure-webjobs-sdk-extensions, RouteBase.cs of dotnet/aspnetcore).
 */
import { type RouteConstraint, resolveConstraint } from './constraints'
import type { ParameterPart } from './parameter'
import {
  isMistake,
  type ParsedTemplate,
  parametersOf,
  parseTemplate,
  type TemplateMistakeKind,
} from './template'

export interface Route {
  readonly template: ParsedTemplate
  constraintsOf(parameter: ParameterPart): readonly RouteConstraint[]
}

/** Why ASP.NET does not create a route; the whole host stops then. */
export interface RouteRefusal {
  readonly kind: RefusalKind
  readonly template: string
  /** The reason alone, in ASP.NET's words. */
  readonly reason: string
  /** Everything that the host's status page shows. */
  readonly hostText: string
  readonly place: RoutePlace
}

/** What is wrong, for whoever gives advice. */
export type RefusalKind = TemplateMistakeKind | 'constraintUnknown' | 'constraintArguments'

/** A place in the text of the route, or the prefix as a whole. */
export type RoutePlace = { readonly in: 'prefix' } | { readonly in: 'route'; readonly offset: number }

/** Whether the host refuses a route. */
export function isRefusal(result: Route | RouteRefusal): result is RouteRefusal {
  return 'reason' in result
}

/** Whether a template cannot be read at all; a constraint of a template that can be is looked up later. */
export function isSyntax({ kind }: RouteRefusal): boolean {
  return kind !== 'constraintUnknown' && kind !== 'constraintArguments'
}

/** The route of a function: blanks alone count as no route, and that is the function's name. */
export function effectiveRoute(functionName: string, route: string): string {
  return route.trim() === '' ? functionName : route
}

/** The public path of a route, with its parameters as they are written. */
export function publicPath(prefix: string, route: string): string {
  return `/${templateText(prefix, route).replace(/^~?\//, '')}`
}

/** The template of a route; nothing is trimmed. */
export function templateText(prefix: string, route: string): string {
  return prefix === '' ? route : `${prefix}/${route}`
}

/**
 * Creates a route.
 *
 * @param prefix `extensions.http.routePrefix` as written, `api` when host.json has none
 * @param route what `effectiveRoute` gives
 */
export function createRoute(functionName: string, prefix: string, route: string): Route | RouteRefusal {
  const text = templateText(prefix, route)
  const refuse = (kind: RefusalKind, offset: number, causes: readonly Cause[]): RouteRefusal => ({
    kind,
    template: text,
    reason: causes[0]?.message.replace(" (Parameter 'routeTemplate')", '') ?? '',
    hostText: hostText(functionName, text, causes),
    place: placeOf(prefix, offset),
  })
  const template = parseTemplate(text)
  if (isMistake(template)) {
    const { kind, message, offset } = template
    const outer = `${message} (Parameter 'routeTemplate')`
    return refuse(kind, offset, [
      { source: routing, message: outer },
      { source: routing, message },
    ])
  }
  const resolved = new Map<ParameterPart, readonly RouteConstraint[]>()
  for (const parameter of parametersOf(template)) {
    const constraints: RouteConstraint[] = []
    for (const written of parameter.constraints) {
      const constraint = resolveConstraint(written.text)
      if (constraint === undefined) {
        const message = `The constraint entry '${parameter.name}' - '${written.text}' on the route '${text}' could not be resolved by the constraint resolver of type 'DefaultInlineConstraintResolver'.`
        return refuse('constraintUnknown', parameter.offset, [{ source: routing, message }])
      }
      if ('refusals' in constraint)
        return refuse('constraintArguments', parameter.offset, constraint.refusals)
      constraints.push(constraint)
    }
    resolved.set(parameter, constraints)
  }
  return { template, constraintsOf: (parameter) => resolved.get(parameter) ?? [] }
}

interface Cause {
  readonly source: string
  readonly message: string
}

const routing = 'Microsoft.AspNetCore.Routing'

/** The host joins the messages of nested exceptions, each behind the name of its assembly. */
function hostText(functionName: string, template: string, causes: readonly Cause[]): string {
  const message = creationText(functionName, template)
  return [{ source: routing, message }, ...causes]
    .map((cause) => `${cause.source}: ${cause.message}${cause.message.endsWith('.') ? '' : '.'}`)
    .join(' ')
}

/** The beginning of ASP.NET's message. */
export function creationText(functionName: string, template: string): string {
  return `An error occurred while creating the route with name '${functionName}' and template '${template}'.`
}

/** The slash between the two belongs to the prefix: doubled there, the prefix ends with one. */
function placeOf(prefix: string, offset: number): RoutePlace {
  const start = prefix === '' ? 0 : prefix.length + 1
  return offset < start ? { in: 'prefix' } : { in: 'route', offset: offset - start }
}
