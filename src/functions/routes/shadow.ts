/**
 * Which routes an earlier function takes away whole: every path of the later one goes to the earlier one. What is
 * not certain is not reported, and a path that both share only in part is no matter of this file.
 */
import type { Interval, RouteConstraint } from './constraints'
import { equalsIgnoringCase } from './ordinal-case'
import type { Route } from './route'
import type { RoutedFunction, RouteTable } from './route-table'
import { takesMethod } from './route-table'
import { canBeAbsent } from './sample-path'
import { catchAllOf, type TemplateSegment } from './template'

export interface Shadow<T extends RoutedFunction> {
  /** The function whose requests go elsewhere. */
  readonly hidden: T
  readonly by: T
  /** Methods that go elsewhere, as the hidden function lists them; undefined when all of them do. */
  readonly methods?: readonly string[]
}

/** Every pair of a table, in its order; a request counts for the first function that takes it. */
export function findShadows<T extends RoutedFunction>({ entries }: RouteTable<T>): readonly Shadow<T>[] {
  return entries.flatMap((later, index) => {
    const shadows: Shadow<T>[] = []
    const covering = entries.slice(0, index).filter(({ route }) => covers(route, later.route))
    let left: readonly string[] | undefined = later.function.methods
    for (const { function: by } of covering) {
      const taken: readonly string[] | undefined =
        left?.filter((method) => takesMethod(by, method)) ?? by.methods
      if (taken?.length === 0) continue
      const isAll = taken === undefined || taken.length === left?.length
      const isWhole = isAll && left?.length === later.function.methods?.length
      shadows.push({
        hidden: later.function,
        by,
        ...(isWhole || taken === undefined ? {} : { methods: taken }),
      })
      if (isAll) break
      left = left?.filter((method) => !taken.includes(method))
    }
    return shadows
  })
}

/** Whether the first route matches every path that the second one matches. True is certain, false is not. */
export function covers(first: Route, second: Route): boolean {
  const wide = first.template.segments
  const narrow = second.template.segments
  const endless = catchAllOf(second.template) === undefined ? undefined : narrow.length - 1
  const wideEndless = catchAllOf(first.template) === undefined ? undefined : wide.length - 1
  if (endless !== undefined && (wideEndless === undefined || wideEndless > endless)) return false
  const fixed = endless ?? narrow.length
  let least = fixed
  while (least > 0 && canBeAbsent(narrow[least - 1] ?? [])) least -= 1
  for (let count = least; count <= fixed; count += 1) {
    const isLongest = count === fixed
    if (!coversLength(first, second, count, isLongest && endless !== undefined)) return false
  }
  return true
}

/** Compares paths of `count` pieces, which more pieces may follow when the second route is endless. */
function coversLength(first: Route, second: Route, count: number, isEndless: boolean): boolean {
  const wide = first.template.segments
  const narrow = second.template.segments
  for (let index = 0; index < count; index += 1) {
    const [taking, given] = [wide[index], narrow[index]]
    if (taking === undefined || given === undefined) return false
    if (isEndlessPart(taking)) return isUnconstrained(first, taking)
    if (!coversSegment(first, taking, second, given)) return false
  }
  if (isEndless) {
    const [taking, given] = [wide[count], narrow[count]]
    if (taking === undefined || given === undefined) return false
    return (
      isUnconstrained(first, taking) || impliesAll(constraintsIn(first, taking), constraintsIn(second, given))
    )
  }
  return wide.slice(count).every((segment) => canBeAbsent(segment) && takesAbsence(first, segment))
}

function takesAbsence(route: Route, segment: TemplateSegment): boolean {
  const [part] = segment
  if (part?.kind !== 'parameter' || part.isOptional) return true
  const { defaultValue } = part
  return route
    .constraintsOf(part)
    .every(({ test, acceptsNothing }) =>
      defaultValue === undefined ? acceptsNothing : test(defaultValue) === true,
    )
}

function coversSegment(
  first: Route,
  taking: TemplateSegment,
  second: Route,
  given: TemplateSegment,
): boolean {
  const [wide] = taking
  const [narrow] = given
  if (wide === undefined || narrow === undefined) return false
  if (taking.length === 1 && wide.kind === 'parameter') {
    const wanted = first.constraintsOf(wide)
    if (wanted.length === 0) return true
    if (given.length > 1) return false
    if (narrow.kind === 'literal') return wanted.every(({ test }) => test(narrow.text) === true)
    return impliesAll(wanted, second.constraintsOf(narrow))
  }
  // Complex segments are compared part by part: the same literals, and no parameter that takes less.
  if (taking.length !== given.length) return false
  return taking.every((part, index) => {
    const other = given[index]
    if (part.kind === 'literal') return other?.kind === 'literal' && equalsIgnoringCase(part.text, other.text)
    if (other?.kind !== 'parameter' || (other.isOptional && !part.isOptional)) return false
    return impliesAll(first.constraintsOf(part), second.constraintsOf(other))
  })
}

function impliesAll(wanted: readonly RouteConstraint[], given: readonly RouteConstraint[]): boolean {
  return wanted.every((constraint) => isImplied(constraint, given))
}

/** Whether every value of a request that satisfies the given constraints satisfies the wanted one. */
function isImplied(wanted: RouteConstraint, given: readonly RouteConstraint[]): boolean {
  if (given.some(({ name, argument }) => name === wanted.name && argument === wanted.argument)) return true
  // A piece of a path is never empty.
  if (wanted.name === 'required') return true
  const integers = narrowest(given.flatMap((constraint) => constraint.integers ?? []))
  if (integers !== undefined && ['decimal', 'double', 'float', 'nonfile'].includes(wanted.name)) return true
  if (wanted.integers !== undefined) return integers !== undefined && lies(integers, wanted.integers)
  if (wanted.lengths === undefined) return false
  const piece: Interval = { least: 1n, most: 2n ** 31n - 1n }
  const lengths = narrowest([piece, ...given.flatMap((constraint) => constraint.lengths ?? [])])
  return lengths !== undefined && lies(lengths, wanted.lengths)
}

function narrowest(intervals: readonly Interval[]): Interval | undefined {
  if (intervals.length === 0) return undefined
  return intervals.reduce((one, other) => ({
    least: one.least > other.least ? one.least : other.least,
    most: one.most < other.most ? one.most : other.most,
  }))
}

function lies(inner: Interval, outer: Interval): boolean {
  return inner.least >= outer.least && inner.most <= outer.most
}

function isEndlessPart([part]: TemplateSegment): boolean {
  return part?.kind === 'parameter' && part.isCatchAll
}

function constraintsIn(route: Route, segment: TemplateSegment): readonly RouteConstraint[] {
  return segment.flatMap((part) => (part.kind === 'parameter' ? route.constraintsOf(part) : []))
}

function isUnconstrained(route: Route, segment: TemplateSegment): boolean {
  return constraintsIn(route, segment).length === 0
}
