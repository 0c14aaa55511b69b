/**
 * The inline constraints of ASP.NET route templates (`{id:int}`), as far as functions use them. Pure.
 */

export interface RouteConstraint {
  readonly name: string
  readonly argument: string
  /** A value that satisfies it, when there is an obvious one. */
  readonly sample?: string
}

interface Rule {
  readonly sample: string
  test(value: string, argument: string): boolean
}

const guid = '00000000-0000-4000-8000-000000000000'
const isNumber = (value: string) => value.trim() !== '' && Number.isFinite(Number(value))

const rules: Readonly<Record<string, Rule>> = {
  int: { sample: '1', test: (value) => /^-?\d{1,10}$/.test(value) },
  long: { sample: '1', test: (value) => /^-?\d{1,19}$/.test(value) },
  decimal: { sample: '1', test: isNumber },
  double: { sample: '1', test: isNumber },
  float: { sample: '1', test: isNumber },
  bool: { sample: 'true', test: (value) => /^(?:true|false)$/i.test(value) },
  guid: { sample: guid, test: (value) => /^\{?[\da-f]{8}-?(?:[\da-f]{4}-?){3}[\da-f]{12}\}?$/i.test(value) },
  datetime: { sample: '2024-01-31', test: (value) => !Number.isNaN(Date.parse(value)) },
  alpha: { sample: 'sample', test: (value) => /^[a-z]*$/i.test(value) },
  required: { sample: 'sample', test: (value) => value !== '' },
  minlength: { sample: 'sample-sample-sample', test: (value, least) => value.length >= Number(least) },
  maxlength: { sample: 's', test: (value, most) => value.length <= Number(most) },
  min: { sample: '1', test: (value, least) => isNumber(value) && Number(value) >= Number(least) },
  max: { sample: '1', test: (value, most) => isNumber(value) && Number(value) <= Number(most) },
  length: { sample: 'sample', test: (value, limits) => isBetween(value.length, limits, true) },
  range: { sample: '1', test: (value, limits) => isNumber(value) && isBetween(Number(value), limits, false) },
}

/**
 * Splits the constraints of one parameter.
 *
 * @param text what follows the parameter's name, for example `:int:min(1)`
 * @returns the constraints in order
 */
export function splitConstraints(text: string): readonly RouteConstraint[] {
  return [...text.matchAll(/:([a-z]+)(?:\(([^)]*)\))?/gi)].map(([, name = '', argument = '']) => {
    const sample = sampleOf(name.toLowerCase(), argument)
    return { name: name.toLowerCase(), argument, ...(sample === undefined ? {} : { sample }) }
  })
}

/**
 * Tests one path segment. Constraints that are not known here (regular expressions, custom ones) accept all.
 *
 * @param constraint a constraint of the parameter
 * @param value the decoded segment
 * @returns whether the segment may stand for the parameter
 * @see the route constraint reference of ASP.NET Core
 */
export function satisfies(constraint: RouteConstraint, value: string): boolean {
  const rule = Object.hasOwn(rules, constraint.name) ? rules[constraint.name] : undefined
  return rule === undefined || rule.test(value, constraint.argument)
}

function sampleOf(name: string, argument: string): string | undefined {
  const rule = Object.hasOwn(rules, name) ? rules[name] : undefined
  if (rule === undefined) return undefined
  if (rule.test(rule.sample, argument)) return rule.sample
  const first = Number(argument.split(',')[0])
  if (!Number.isFinite(first)) return rule.sample
  return name === 'length' || name === 'minlength' ? 's'.repeat(Math.min(first, 200)) : String(first)
}

function isBetween(value: number, limits: string, mayBeExact: boolean): boolean {
  const [low, high] = limits.split(',').map(Number)
  if (low === undefined) return true
  if (high === undefined) return mayBeExact ? value === low : value >= low
  return value >= low && value <= high
}
