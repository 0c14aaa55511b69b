/**
 * Which function a public path belongs to, by the rules of ASP.NET route templates. Pure.
 * Routing ignores case here; a Go mux behind it does not, and that difference is the handler's problem.
 */
import { type RouteConstraint, satisfies, splitConstraints } from './route-constraints'

/** What routing has to know of a function. */
export interface RoutedFunction {
  readonly name: string
  /** Template without the prefix; undefined when no HTTP request can reach the function. */
  readonly route?: string
  /** Upper-case methods; empty means every method. */
  readonly methods: readonly string[]
}

export interface RouteMatch<T extends RoutedFunction> {
  readonly function: T
  readonly parameters: Readonly<Record<string, string>>
}

interface Parameter {
  readonly name: string
  readonly constraints: readonly RouteConstraint[]
  readonly isOptional: boolean
  readonly isCatchAll: boolean
  readonly fallback?: string
}

interface Segment {
  readonly literal?: string
  readonly parameter?: Parameter
  /** Several parts in one segment, as in `{name}.{extension}`. */
  readonly mixed?: { readonly pieces: readonly string[]; readonly sample: string }
}

/**
 * Finds the function for a request. A path that only matches with another method finds nothing, as in Azure.
 *
 * @param functions the app's functions
 * @param routePrefix the prefix without slashes, empty for none
 * @param method the request's method
 * @param path the request's path, still percent-encoded, with or without a query
 * @returns the function with its route parameters, or undefined
 * @see the route template reference of ASP.NET Core, and Host/ScriptHost.cs in Azure/azure-functions-host
 */
export function matchRoute<T extends RoutedFunction>(
  functions: readonly T[],
  routePrefix: string,
  method: string,
  path: string,
): RouteMatch<T> | undefined {
  const parts = splitPath(path)
  let best: { match: RouteMatch<T>; rank: string } | undefined
  for (const candidate of functions) {
    if (candidate.route === undefined) continue
    if (candidate.methods.length > 0 && !candidate.methods.includes(method.toUpperCase())) continue
    const segments = parseTemplate(joinRoute(routePrefix, candidate.route))
    const parameters = matchSegments(segments, parts)
    if (parameters === undefined) continue
    const rank = segments.map(rankOf).join('')
    if (best === undefined || rank < best.rank) best = { match: { function: candidate, parameters }, rank }
  }
  return best?.match
}

/**
 * Whether the host refuses the second of two functions because of its route.
 *
 * @param first a function that the host has accepted
 * @param second the function to judge
 * @returns true when the templates are equal and a method is common
 * @see Host/ScriptHost.cs (HttpRoutesConflict) in Azure/azure-functions-host
 */
export function routesConflict(first: RoutedFunction, second: RoutedFunction): boolean {
  if (first.route === undefined || second.route === undefined) return false
  if (first.route.toLowerCase() !== second.route.toLowerCase()) return false
  if (first.methods.length === 0 || second.methods.length === 0) return true
  return first.methods.some((method) => second.methods.includes(method))
}

/**
 * A path that a route template matches, with sample values for its parameters.
 *
 * @param routePrefix the prefix without slashes, empty for none
 * @param route the template
 * @returns the path, and whether it holds sample values
 */
export function samplePath(
  routePrefix: string,
  route: string,
): { readonly path: string; readonly hasSamples: boolean } {
  const segments = parseTemplate(joinRoute(routePrefix, route))
  const parts: string[] = []
  let hasSamples = false
  for (const { literal, parameter, mixed } of segments) {
    if (literal !== undefined) parts.push(encodeSegment(literal))
    if (mixed !== undefined) {
      hasSamples = true
      parts.push(encodeSegment(mixed.sample))
    }
    if (parameter === undefined || parameter.isOptional || parameter.isCatchAll) continue
    if (parameter.fallback !== undefined) continue
    hasSamples = true
    parts.push(sampleValue(parameter.constraints))
  }
  return { path: `/${parts.join('/')}`, hasSamples: hasSamples || segments.some(isCatchAll) }
}

function sampleValue(constraints: readonly RouteConstraint[]): string {
  const samples = constraints.flatMap(({ sample }) => (sample === undefined ? [] : [sample]))
  const fits = (value: string) => constraints.every((constraint) => satisfies(constraint, value))
  return samples.find(fits) ?? samples[0] ?? 'sample'
}

function isCatchAll(segment: Segment): boolean {
  return segment.parameter?.isCatchAll === true
}

/** A route may hold half of a surrogate pair, which has no encoding. */
function encodeSegment(text: string): string {
  return encodeURIComponent(Buffer.from(text, 'utf8').toString('utf8'))
}

function joinRoute(prefix: string, route: string): string {
  return [prefix, route].filter((part) => part !== '').join('/')
}

function splitPath(path: string): string[] {
  const [pathOnly = ''] = path.split(/[?#]/)
  return pathOnly
    .split('/')
    .filter((part) => part !== '')
    .map(decode)
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

function parseTemplate(template: string): Segment[] {
  return template
    .split('/')
    .filter((part) => part !== '')
    .map((part) => {
      const match = /^\{(\*{0,2})([^{}:=?]+)((?::[^=]*?)?)(?:=(.*?))?(\?)?\}$/.exec(part)
      if (match === null) return part.includes('{') ? { mixed: parseMixed(part) } : { literal: part }
      const [, stars = '', name = '', constraints = '', fallback, optional] = match
      return {
        parameter: {
          name,
          constraints: splitConstraints(constraints),
          isOptional: optional === '?',
          isCatchAll: stars !== '',
          ...(fallback === undefined ? {} : { fallback }),
        },
      }
    })
}

function parseMixed(part: string): NonNullable<Segment['mixed']> {
  // Literals at even places, names of parameters between them.
  const pieces = part.split(/\{([^{}:=?]+)[^{}]*\}/)
  const sample = pieces.map((piece, index) => (index % 2 === 1 ? 'sample' : piece)).join('')
  return { pieces, sample }
}

/**
 * Matches from the right, as RoutePatternMatcher.cs of ASP.NET does: each parameter is as short as the literal
 * before it allows. Nothing is tried twice, so no route is slow.
 */
function matchMixed(pieces: readonly string[], part: string): [string, string][] | undefined {
  // A few letters have a lower case of two characters: places would no longer be the same.
  const text = part.toLowerCase().length === part.length ? part.toLowerCase() : part
  const last = (pieces.at(-1) ?? '').toLowerCase()
  if (!text.endsWith(last)) return undefined
  const found: [string, string][] = []
  let end = text.length - last.length
  for (let index = pieces.length - 2; index > 0; index -= 2) {
    const literal = (pieces[index - 1] ?? '').toLowerCase()
    const at = index === 1 ? 0 : text.lastIndexOf(literal, end - 1 - literal.length)
    const start = at + literal.length
    if (at < 0 || start >= end || !text.startsWith(literal, at)) return undefined
    found.unshift([pieces[index] ?? '', part.slice(start, end)])
    end = at
  }
  return end === 0 ? found : undefined
}

function matchSegments(
  segments: readonly Segment[],
  parts: readonly string[],
): Readonly<Record<string, string>> | undefined {
  const parameters: [string, string][] = []
  let index = 0
  for (const { literal, parameter, mixed } of segments) {
    const part = parts[index]
    if (parameter?.isCatchAll) {
      parameters.push([parameter.name, parts.slice(index).join('/')])
      return Object.fromEntries(parameters)
    }
    if (part === undefined) {
      if (parameter?.fallback !== undefined) parameters.push([parameter.name, parameter.fallback])
      else if (!parameter?.isOptional) return undefined
      continue
    }
    if (literal !== undefined && literal.toLowerCase() !== part.toLowerCase()) return undefined
    if (mixed !== undefined) {
      const values = matchMixed(mixed.pieces, part)
      if (values === undefined) return undefined
      parameters.push(...values)
    }
    if (parameter !== undefined) {
      if (!parameter.constraints.every((constraint) => satisfies(constraint, part))) return undefined
      parameters.push([parameter.name, part])
    }
    index += 1
  }
  return index === parts.length ? Object.fromEntries(parameters) : undefined
}

/** Literals win over constrained parameters, those over plain ones, catch-alls come last. */
function rankOf({ literal, parameter, mixed }: Segment): string {
  if (literal !== undefined) return '1'
  if (mixed !== undefined) return '2'
  if (parameter?.isCatchAll) return '4'
  return parameter !== undefined && parameter.constraints.length > 0 ? '2' : '3'
}
