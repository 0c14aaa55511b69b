/**
 * A path that a route matches, with sample values for its parameters. Only what the route certainly takes is given.
 */
import type { RouteConstraint } from './constraints'
import { matchRoute } from './match'
import { sampleOfRegex } from './regex-sample'
import { createRoute, isRefusal, type Route } from './route'
import type { TemplatePart, TemplateSegment } from './template'

export interface SamplePath {
  /** Percent-encoded, with a slash at its beginning. */
  readonly path: string
  /** Whether any part of it was made up. */
  readonly hasSamples: boolean
}

/**
 * The path of a route that is not created yet; undefined also when the host refuses it.
 *
 * @param preferred a value for each parameter whose constraints allow it
 */
export function samplePathOf(
  functionName: string,
  prefix: string,
  text: string,
  preferred?: string,
): SamplePath | undefined {
  const route = createRoute(functionName, prefix, text)
  return isRefusal(route) ? undefined : samplePath(route, preferred)
}

/** Undefined when no value is known that the constraints allow. */
export function samplePath(route: Route, preferred?: string): SamplePath | undefined {
  const shortest = pathOf(route, false, preferred)
  if (shortest !== undefined) return shortest
  // Some routes refuse the absence of what may be absent, as `{*rest:int}` does.
  return pathOf(route, true, preferred)
}

function pathOf(route: Route, isFull: boolean, preferred: string | undefined): SamplePath | undefined {
  const { segments } = route.template
  const needed = isFull ? segments : segments.slice(0, neededCount(segments))
  const pieces = needed.map((segment) => pieceOf(route, segment, preferred))
  const path = `/${pieces.map(encodePiece).join('/')}`
  if (matchRoute(route, path) === undefined) return undefined
  const hasSamples = segments.some(
    (segment, index) =>
      segment.some((part) => part.kind === 'parameter') && (index < needed.length || isCatchAll(segment)),
  )
  return { path, hasSamples }
}

/** Segments at the end that a request may leave out are left out. */
function neededCount(segments: readonly TemplateSegment[]): number {
  let count = segments.length
  while (count > 0 && canBeAbsent(segments[count - 1] ?? [])) count -= 1
  return count
}

/** Whether a request may leave the segment out. */
export function canBeAbsent(segment: TemplateSegment): boolean {
  const [part] = segment
  if (segment.length !== 1 || part?.kind !== 'parameter') return false
  return part.isOptional || part.isCatchAll || part.defaultValue !== undefined
}

function isCatchAll(segment: TemplateSegment): boolean {
  return segment.some((part) => part.kind === 'parameter' && part.isCatchAll)
}

function pieceOf(route: Route, segment: TemplateSegment, preferred: string | undefined): string {
  const textOf = (part: TemplatePart) =>
    part.kind === 'literal' ? part.text : sampleValue(route.constraintsOf(part), preferred)
  return segment.map(textOf).join('')
}

const values = ['sample', '1', 'true', 'sample.txt', '2024-01-31', '0f8fad5b-d9cb-469f-a165-70867728950e']

/** The first of some values that satisfies all constraints; `sample` when none does. */
export function sampleValue(constraints: readonly RouteConstraint[], preferred?: string): string {
  const wanted = preferred === undefined ? values : [preferred, ...values]
  const candidates = [...wanted, ...patterns(constraints), ...padded(constraints), ...bounds(constraints)]
  const fits = (value: string) => constraints.every(({ test }) => test(value) === true)
  return candidates.find(fits) ?? 'sample'
}

function patterns(constraints: readonly RouteConstraint[]): readonly string[] {
  return constraints.flatMap(({ name, argument }) =>
    name === 'regex' ? [sampleOfRegex(argument ?? '')] : [],
  )
}

/** The limits of numbers, small ones first. */
function bounds(constraints: readonly RouteConstraint[]): readonly string[] {
  const limits = constraints.flatMap(({ integers }) =>
    integers === undefined ? [] : [integers.least, integers.most],
  )
  return limits.map(String).sort((left, right) => left.length - right.length)
}

/** Values of the least length that is asked for. */
function padded(constraints: readonly RouteConstraint[]): readonly string[] {
  const lengths = constraints.flatMap(({ lengths: limits }) => (limits === undefined ? [] : [limits.least]))
  const least = lengths.reduce((one, other) => (other > one ? other : one), 1n)
  if (least > 2000n) return []
  const count = Number(least)
  return [
    's'.repeat(count),
    '1'.repeat(count),
    '1'.padStart(count, '0'),
    `${'s'.repeat(Math.max(1, count - 4))}.txt`,
  ]
}

/** A route may hold half of a surrogate pair, which has no encoding; an encoded slash stays as it is. */
function encodePiece(text: string): string {
  return encodeURIComponent(Buffer.from(text, 'utf8').toString('utf8')).replaceAll('%252F', '%2F')
}
