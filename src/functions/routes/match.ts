/**
 * Whether a path belongs to a route, and with which values (RoutePatternMatcher.cs and RouteConstraintMatcher.cs of
 * dotnet/aspnetcore). Knows nothing of methods or other routes.
 */
import { equalsIgnoringCase, ordinalUpper } from './ordinal-case'
import type { ParameterPart } from './parameter'
import { decodedPath, pathPieces } from './request-path'
import type { Route } from './route'
import type { TemplateSegment } from './template'

/** Values by parameter name as written; a catch-all that takes nothing has null. */
export type RouteValues = ReadonlyMap<string, string | null>

/**
 * Matches a request target, still percent-encoded. A constraint that cannot be judged here counts as satisfied.
 */
export function matchRoute(route: Route, target: string): RouteValues | undefined {
  const path = decodedPath(target)
  const values = captureValues(route.template.segments, pathPieces(path), path.endsWith('/'))
  return values !== undefined && satisfiesConstraints(route, values) ? values : undefined
}

function captureValues(
  segments: readonly TemplateSegment[],
  pieces: readonly string[],
  endsWithSlash: boolean,
): Map<string, string | null> | undefined {
  const values = new Map<string, string | null>()
  for (const [index, piece] of pieces.entries()) {
    const segment = segments[index]
    if (piece === '' || segment === undefined) return undefined
    const [first] = segment
    if (first?.kind === 'parameter' && first.isCatchAll) {
      values.set(first.name, pieces.slice(index).join('/') + (endsWithSlash ? '/' : ''))
      return values
    }
    if (!captureSegment(segment, piece, values)) return undefined
  }
  for (const segment of segments.slice(pieces.length)) {
    const [first] = segment
    if (segment.length > 1 || first?.kind !== 'parameter') return undefined
    if (first.defaultValue !== undefined) values.set(first.name, first.defaultValue)
    else if (first.isCatchAll) values.set(first.name, null)
    else if (!first.isOptional) return undefined
  }
  return values
}

function captureSegment(
  segment: TemplateSegment,
  piece: string,
  values: Map<string, string | null>,
): boolean {
  const [first] = segment
  if (segment.length === 1) {
    if (first?.kind === 'parameter') values.set(first.name, piece)
    return first?.kind === 'parameter' || equalsIgnoringCase(first?.text ?? '', piece)
  }
  const last = segment.at(-1)
  for (const part of segment) {
    if (part.kind === 'parameter' && part.defaultValue !== undefined) values.set(part.name, part.defaultValue)
  }
  if (captureComplex(segment, piece, values)) return true
  // `{name}.{extension?}`: without the last parameter there is no dot at the end either.
  const canBeShorter = last?.kind === 'parameter' && last.isOptional && !piece.endsWith('.')
  return canBeShorter && captureComplex(segment.slice(0, -2), piece, values)
}

/**
 * Matches from the right: each literal is found as far to the right as leaves one character for the parameter
 * behind it. Nothing is tried twice, so some texts that could be cut otherwise do not match, as in ASP.NET.
 */
function captureComplex(parts: TemplateSegment, piece: string, values: Map<string, string | null>): boolean {
  const text = ordinalUpper(piece)
  const found: [string, string][] = []
  let waiting: ParameterPart | undefined
  let end = piece.length
  for (let index = parts.length - 1; index >= 0; index -= 1) {
    const part = parts[index]
    if (part === undefined) return false
    if (part.kind === 'parameter') {
      waiting = part
      continue
    }
    const limit = waiting === undefined ? end : end - 1
    const literal = ordinalUpper(part.text)
    const at = limit <= 0 ? -1 : text.lastIndexOf(literal, limit - literal.length)
    if (at < 0 || limit < literal.length) return false
    if (index === parts.length - 1 && at + literal.length !== piece.length) return false
    if (waiting !== undefined) {
      found.push([waiting.name, piece.slice(at + literal.length, end)])
      waiting = undefined
    }
    end = at
  }
  if (waiting !== undefined) {
    if (end === 0) return false
    found.push([waiting.name, piece.slice(0, end)])
    end = 0
  }
  if (end !== 0) return false
  for (const [name, value] of found) values.set(name, value)
  return true
}

function satisfiesConstraints(route: Route, values: RouteValues): boolean {
  return route.template.segments.flat().every((part) => {
    if (part.kind !== 'parameter') return true
    const value = values.get(part.name)
    return route.constraintsOf(part).every(({ test, acceptsNothing }) => {
      if (value === undefined && part.isOptional) return true
      return value === undefined || value === null ? acceptsNothing : test(value) !== false
    })
  })
}
