/**
 * Checks of routes: what the host refuses of them, alone and together, and which of them another one hides.
 * The rules are those of the routes room; severities and advice are ours.
 */
import type { Location } from '../../findings'
import type { FunctionFolder } from '../../functions/function-json/functions'
import { childrenOf, leafAt } from '../../functions/host-json/configuration'
import { type JsonNode, memberInAnyCase, quoteJson, type Span } from '../../functions/json/json-tree'
import { routeFault } from '../../functions/route-functions'
import { creationText, publicPath, type RefusalKind, type RouteRefusal } from '../../functions/routes/route'
import { buildRouteTable, type RoutedFunction, type RouteTable } from '../../functions/routes/route-table'
import { findShadows, type Shadow } from '../../functions/routes/shadow'
import { type Check, inFunctionJson, inHostJson, type Problem } from '../check'
import { routePrefix } from '../describe-functions'
import { forwards, isPlainHttp } from '../program/forwarding'
import type { Project } from '../project'
import { routeAdvice } from './route-advice'

export const routeChecks: readonly Check[] = [
  { code: 'function-name-repeated', severity: 'error', run: repeatedNames },
  { code: 'route-reserved', severity: 'error', run: reserved },
  { code: 'route-template', severity: 'error', run: refusedTemplates },
  { code: 'route-prefix-slash', severity: 'error', run: prefixSlash },
  { code: 'route-form', severity: 'warning', run: repeatedPrefix },
  { code: 'route-conflict', severity: 'error', run: conflicts },
  { code: 'route-shadowed', severity: 'error', run: shadowed },
]

/** An HTTP function of a folder, or of `customHandler.http.routes`; folders with other triggers have no route. */
interface Routed extends RoutedFunction {
  readonly authLevel: string
  /** Whether the handler gets the request itself. */
  readonly isForwarded: boolean
  /** The route's value; undefined when there is none. */
  readonly node: JsonNode | undefined
  /** The place of the route, or of what stands for it. */
  readonly location: Location
}

function repeatedNames(project: Project): readonly Problem[] {
  const seen = new Map<string, string>()
  const { namesakes } = tableOf(project)
  const effect = namesakes === undefined ? 'one of them is in error' : 'it does not start'
  return visibleFunctions(project).flatMap((folder) => {
    const earlier = seen.get(folder.name.toLowerCase())
    seen.set(folder.name.toLowerCase(), folder.name)
    if (earlier === undefined) return []
    return [
      {
        message: `The function names '${earlier}' and '${folder.name}' differ only in case, which the host does not tell apart: ${effect}.`,
        hint: 'Rename one of the folders.',
        location: inFunctionJson(project, folder),
      },
    ]
  })
}

function reserved(project: Project): readonly Problem[] {
  return tableOf(project).problems.flatMap(({ function: { name, route = '', node, location }, rival }) => {
    if (rival !== undefined) return []
    const word = /^\/*(admin|runtime)/i.exec(route)?.[1] ?? ''
    return [
      {
        message: `The route '${route}' of function '${name}' begins with '${word}', which the host keeps for itself.`,
        hint:
          node === undefined
            ? 'Add a "route" that begins otherwise, or rename the folder.'
            : 'Write a route that begins otherwise.',
        location,
      },
    ]
  })
}

function refusedTemplates(project: Project): readonly Problem[] {
  const { refusals } = tableOf(project)
  const inPrefix = refusals.find(({ refusal }) => isPrefixMistake(refusal))
  const judged = refusals.filter(({ refusal }) => refusal.place.in === 'route')
  const all = inPrefix === undefined ? judged : [inPrefix, ...judged]
  return [
    ...routesOfHostJson(project).flatMap((routed) => missingFunction(project, routed)),
    ...all.map(({ function: routed, refusal }) => ({
      message: `${creationText(routed.name, refusal.template)} ${refusal.reason} No function of the app starts.`,
      hint: routeAdvice(refusal, routed.route ?? ''),
      location: placeOfMistake(project, routed, refusal),
    })),
  ]
}

/** A route of host.json that the host makes no function of; its other functions run. */
function missingFunction(project: Project, routed: Routed): readonly Problem[] {
  const { name, route = '', location } = routed
  const fault = routeFault(name, route)
  if (fault === undefined) return []
  const { text, refusal } = fault
  return [
    {
      message: `Unable to create function ${name} for route ${route || '<null>'} due to invalid route: ${text}`,
      hint: refusal === undefined ? 'Write a route, or remove the entry.' : routeAdvice(refusal, route),
      location: refusal === undefined ? location : placeOfMistake(project, routed, refusal),
    },
  ]
}

function isPrefixMistake({ place, kind }: RouteRefusal): boolean {
  return place.in === 'prefix' && kind !== ('separators' satisfies RefusalKind)
}

/** One finding for the prefix, whatever number of routes it spoils. */
function prefixSlash(project: Project): readonly Problem[] {
  const found = tableOf(project).refusals.find(
    ({ refusal }) => refusal.place.in === 'prefix' && !isPrefixMistake(refusal),
  )
  if (found === undefined) return []
  const prefix = routePrefix(project.configuration)
  const repaired = prefix.split('/').filter((part) => part !== '')
  return [
    {
      message: `'routePrefix' is '${prefix}': ${creationText(found.function.name, found.refusal.template)} ${found.refusal.reason} No function of the app starts.`,
      hint: `Write "${repaired.join('/')}"; the host puts a slash between prefix and route.`,
      location: prefixPlace(project),
    },
  ]
}

function repeatedPrefix(project: Project): readonly Problem[] {
  const prefix = routePrefix(project.configuration)
  return tableOf(project).entries.flatMap(({ function: { name, route = '', location } }) => {
    if (prefix === '' || !route.toLowerCase().startsWith(`${prefix.toLowerCase()}/`)) return []
    return [
      {
        message: `The route '${route}' of function '${name}' repeats the prefix: its address is '${publicPath(prefix, route)}'.`,
        hint: `Write "${route.slice(prefix.length + 1)}", or take the prefix away with "routePrefix": "" in host.json.`,
        location,
      },
    ]
  })
}

function conflicts(project: Project): readonly Problem[] {
  return tableOf(project).problems.flatMap(({ function: { name, route = '', methods, location }, rival }) => {
    // Names that differ in case only have a finding of their own.
    if (rival === undefined || rival.name.toLowerCase() === name.toLowerCase()) return []
    const shared = methods === undefined || methods.length === 0 ? 'every method' : listed(methods)
    return [
      {
        message: `The route '${route}' of function '${name}' (${shared}) is taken by function '${rival.name}', so '${name}' never runs.`,
        hint: 'Give one of them another route, or methods that the other does not have.',
        location,
      },
    ]
  })
}

function shadowed(project: Project): readonly Problem[] {
  return findShadows(tableOf(project)).map((shadow) => {
    const { hidden, by, methods } = shadow
    const requests = methods === undefined ? 'Every request' : `Every ${listed(methods)} request`
    const message = `${requests} to the route '${hidden.route}' of function '${hidden.name}' goes to function '${by.name}', whose route '${by.route}' comes first by name`
    return {
      ...effectOf(shadow, message),
      hint: `Give the route of '${by.name}' a constraint that leaves '${hidden.route}' alone, for example {id:int}, or rename the folders so that '${hidden.name}' comes first.`,
      location: hidden.location,
    }
  })
}

const levels = ['anonymous', 'function', 'admin']

function effectOf({ hidden, by }: Shadow<Routed>, message: string): Pick<Problem, 'message' | 'severity'> {
  const [wanted, needed] = [hidden, by].map(({ authLevel }) => levels.indexOf(authLevel))
  if ((needed ?? 1) > (wanted ?? 1)) {
    return { message: `${message}: it gets 401 without the key of '${by.name}'.`, severity: 'error' }
  }
  if (!hidden.isForwarded || !by.isForwarded) {
    return { message: `${message}: the wrong function runs.`, severity: 'error' }
  }
  if ((needed ?? 1) < (wanted ?? 1)) {
    return {
      message: `${message}: it is answered without the key that '${hidden.name}' wants.`,
      severity: 'warning',
    }
  }
  return { message: `${message}; the handler gets the path as it was typed.`, severity: 'notice' }
}

/** Only functions that host.json lets the host see take part. */
function visibleFunctions(project: Project): readonly FunctionFolder[] {
  const allowed = childrenOf(project.configuration, 'functions').map(({ node }) =>
    node.kind === 'string' ? node.value.toLowerCase() : '',
  )
  if (allowed.length === 0) return project.functions
  return project.functions.filter(({ name }) => allowed.includes(name.toLowerCase()))
}

function tableOf(project: Project): RouteTable<Routed> {
  const functions =
    project.functions.length > 0
      ? visibleFunctions(project).map((folder) => routedFolder(project, folder))
      : routesOfHostJson(project).filter(({ name, route }) => routeFault(name, route) === undefined)
  return buildRouteTable<Routed>(functions, routePrefix(project.configuration))
}

function routedFolder(project: Project, folder: FunctionFolder): Routed {
  const { name, http } = folder
  return {
    name,
    route: http?.route,
    methods: http?.methods,
    authLevel: http?.authLevel ?? 'function',
    isForwarded: forwards(project) && isPlainHttp(folder),
    node: memberInAnyCase(folder.trigger?.node, 'route')?.value,
    location: inFunctionJson(project, folder, routeSpan(folder)),
  }
}

function routesOfHostJson(project: Project): readonly Routed[] {
  if (project.functions.length > 0) return []
  const section = 'customHandler:http'
  return childrenOf(project.configuration, `${section}:routes`).map(({ path, node }, index) => {
    const route = leafAt(project.configuration, `${path}:route`)
    const level =
      leafAt(project.configuration, `${path}:authorizationLevel`) ??
      leafAt(project.configuration, `${section}:defaultAuthorizationLevel`)
    return {
      name: `http-handler${index + 1}`,
      route: route?.value ?? '',
      authLevel: level?.value.toLowerCase() ?? 'function',
      isForwarded: forwards(project),
      node: route?.node,
      location: inHostJson(project, (route?.node ?? node).span),
    }
  })
}

function routeSpan(folder: FunctionFolder): Span | undefined {
  return memberInAnyCase(folder.trigger?.node, 'route')?.value.span ?? folder.trigger?.node.span
}

function prefixPlace(project: Project) {
  return inHostJson(project, leafAt(project.configuration, 'extensions:http:routePrefix')?.node.span)
}

/** A text without escapes stands in the file as it is, so a place in it has a column. */
function placeOfMistake(project: Project, { node, location }: Routed, { place }: RouteRefusal): Location {
  if (place.in === 'prefix') return prefixPlace(project)
  if (node?.kind !== 'string' || quoteJson(node).length !== node.span.endColumn - node.span.column) {
    return location
  }
  return { ...location, column: node.span.column + 1 + place.offset }
}

function listed(methods: readonly string[]): string {
  return methods.map((method) => method.toUpperCase()).join(', ')
}
