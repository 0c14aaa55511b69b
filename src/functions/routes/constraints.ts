/**
 * The inline constraints of route parameters as ASP.NET resolves and applies them (RouteOptions.cs,
 * ParameterPolicyActivator.cs and Constraints/ of dotnet/aspnetcore). Knows nothing of templates.
 */
import { isDateTime } from './dotnet-date'
import { isGuid } from './dotnet-guid'
import { isDecimal, isDouble, isIntegerForm, parseInt32, parseInt64 } from './dotnet-number'
import { findsRegex, readRegex } from './dotnet-regex'

/** Whole numbers that a value may be, when the constraint limits them. */
export interface Interval {
  readonly least: bigint
  readonly most: bigint
}

export interface RouteConstraint {
  /** Lower-case name of the constraint. */
  readonly name: string
  /** The text between the parentheses; undefined without them. */
  readonly argument: string | undefined
  /** Integers that satisfy it; only of constraints that take nothing but integers. */
  readonly integers?: Interval
  /** Numbers of UTF-16 units that satisfy it; only of constraints on the length. */
  readonly lengths?: Interval
  /** Whether a value satisfies it; undefined when that cannot be told. */
  readonly test: (value: string) => boolean | undefined
  /** What a value that the request does not give counts as. */
  readonly acceptsNothing: boolean
}

/** Texts of nested exceptions, outermost first, each with the assembly that throws it. */
export interface ConstraintRefusal {
  readonly refusals: readonly { readonly source: string; readonly message: string }[]
}

const anyLong: Interval = { least: -(2n ** 63n), most: 2n ** 63n - 1n }
const anyInt: Interval = { least: -(2n ** 31n), most: 2n ** 31n - 1n }

type Rule = Pick<RouteConstraint, 'test' | 'integers' | 'lengths'>

interface Kind {
  /** .NET's class without its namespace. */
  readonly type: string
  /** How many arguments its constructors take. */
  readonly counts: readonly number[]
  readonly argumentType?: 'Int32' | 'Int64'
  make(...values: bigint[]): Rule | string
}

const plain = (type: string, test: (value: string) => boolean, limits: Partial<Rule> = {}): Kind => ({
  type,
  counts: [0],
  make: () => ({ test, ...limits }),
})
const onIntegers = (type: string, counts: number[], limits: (...values: bigint[]) => Interval): Kind => ({
  type,
  counts,
  argumentType: 'Int64',
  make: (...values) => {
    const integers = limits(...values)
    if (integers.least > integers.most && counts[0] === 2) return wrongOrder('min', 'max', values[0])
    return { integers, test: (value) => isWithin(parseInt64(value), integers) }
  },
})
const onLengths = (
  type: string,
  counts: number[],
  names: string[],
  limits: (...values: bigint[]) => Interval,
): Kind => ({
  type,
  counts,
  argumentType: 'Int32',
  make: (...values) => {
    const negative = values.findIndex((value) => value < 0n)
    if (negative >= 0) {
      const name = values.length === 1 ? names[0] : ['minLength', 'maxLength'][negative]
      return `Value must be greater than or equal to 0. (Parameter '${name}')\nActual value was ${values[negative]}.`
    }
    const lengths = limits(...values)
    if (lengths.least > lengths.most) return wrongOrder('minLength', 'maxLength', values[0])
    return { lengths, test: (value) => isWithin(BigInt(value.length), lengths) }
  },
})

const kinds: Readonly<Record<string, Kind>> = {
  int: plain('Int', (value) => parseInt32(value) !== undefined, { integers: anyInt }),
  long: plain('Long', (value) => parseInt64(value) !== undefined, { integers: anyLong }),
  decimal: plain('Decimal', isDecimal),
  double: plain('Double', isDouble),
  float: plain('Float', isDouble),
  bool: plain('Bool', (value) => /^[\s\0]*(?:true|false)[\s\0]*$/i.test(value)),
  datetime: plain('DateTime', isDateTime),
  guid: plain('Guid', isGuid),
  alpha: plain('Alpha', (value) => /^[a-z]*\n?$/i.test(value)),
  required: plain('Required', (value) => value !== ''),
  file: plain('FileName', isFileName),
  nonfile: plain('NonFileName', (value) => !isFileName(value)),
  min: onIntegers('Min', [1], (least = 0n) => ({ least, most: anyLong.most })),
  max: onIntegers('Max', [1], (most = 0n) => ({ least: anyLong.least, most })),
  range: onIntegers('Range', [2], (least = 0n, most = 0n) => ({ least, most })),
  minlength: onLengths('MinLength', [1], ['minLength'], (least = 0n) => ({ least, most: anyInt.most })),
  maxlength: onLengths('MaxLength', [1], ['maxLength'], (most = 0n) => ({ least: 0n, most })),
  length: onLengths('Length', [1, 2], ['length'], (least = 0n, most = least) => ({ least, most })),
}

/** The names that a route may use, in the order of the documentation. */
export const constraintNames: readonly string[] = [...Object.keys(kinds), 'regex']

/**
 * Resolves one constraint.
 *
 * @param text for example `min(1)`
 * @returns the constraint, the refusal, or undefined when there is no constraint of that name
 */
export function resolveConstraint(text: string): RouteConstraint | ConstraintRefusal | undefined {
  const open = text.indexOf('(')
  const hasArgument = open >= 0 && text.endsWith(')')
  const name = (hasArgument ? text.slice(0, open) : text).toLowerCase()
  const argument = hasArgument ? text.slice(open + 1, -1) : undefined
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined
  if (kind === undefined && name !== 'regex') return undefined
  const rule = kind === undefined ? regexRule(argument) : ruleOf(kind, argument)
  if ('refusals' in rule) return rule
  return { name, argument, acceptsNothing: name === 'nonfile', ...rule }
}

/** A constructor with one argument gets the text whole, any other one gets it split at commas. */
function ruleOf(kind: Kind, argument: string | undefined): Rule | ConstraintRefusal {
  const isWhole = kind.counts.length === 1 && kind.counts[0] === 1
  const texts = isWhole ? [argument] : (argument?.split(',').map((part) => part.trim()) ?? [])
  if (!kind.counts.includes(texts.length)) {
    const message = `Could not find a supported constructor for constraint type '${kind.type}RouteConstraint' with the following number of parameters: ${texts.length}.`
    return { refusals: [{ source: routing, message }] }
  }
  const values: bigint[] = []
  for (const text of texts) {
    const value = convert(text, kind.argumentType === 'Int32' ? 'Int32' : 'Int64')
    if (typeof value === 'string') return creation(kind.type, [{ source: core, message: value }])
    values.push(value)
  }
  const rule = kind.make(...values)
  if (typeof rule !== 'string') return rule
  return creation(kind.type, [invocation, { source: routing, message: rule }])
}

function regexRule(argument: string | undefined): Rule | ConstraintRefusal {
  if (argument === undefined) {
    const message = "Value cannot be null. (Parameter 'regexPattern')"
    return creation('RegexInline', [invocation, { source: routing, message }])
  }
  const { problem, source } = readRegex(argument)
  if (problem !== undefined) {
    const message = `Invalid pattern '${argument}'. ${problem}`
    return creation('RegexInline', [invocation, { source: 'System.Text.RegularExpressions', message }])
  }
  return { test: (value) => (source === undefined ? undefined : findsRegex(source, value)) }
}

const routing = 'Microsoft.AspNetCore.Routing'
const core = 'System.Private.CoreLib'
const invocation = {
  source: core,
  message: 'Exception has been thrown by the target of an invocation.',
}

function creation(type: string, causes: ConstraintRefusal['refusals']): ConstraintRefusal {
  const message = `An error occurred while trying to create an instance of 'Microsoft.AspNetCore.Routing.Constraints.${type}RouteConstraint'.`
  return { refusals: [{ source: routing, message }, ...causes] }
}

/** `Convert.ChangeType` with the invariant culture; a text is the exception's message. */
function convert(text: string | undefined, type: 'Int32' | 'Int64'): bigint | string {
  if (text === undefined) return 'Null object cannot be converted to a value type.'
  const value = type === 'Int32' ? parseInt32(text) : parseInt64(text)
  if (value !== undefined) return value
  if (!isIntegerForm(text)) return `The input string '${text}' was not in a correct format.`
  return `Value was either too large or too small for an ${type}.`
}

function wrongOrder(least: string, most: string, value: bigint | undefined): string {
  return `The value for argument '${least}' should be less than or equal to the value for the argument '${most}'. (Parameter '${least}')\nActual value was ${value}.`
}

function isWithin(value: bigint | undefined, { least, most }: Interval): boolean {
  return value !== undefined && value >= least && value <= most
}

/** The last segment holds a dot with something else than dots behind it. */
function isFileName(value: string): boolean {
  const last = value.slice(value.lastIndexOf('/') + 1)
  const dot = last.indexOf('.')
  return dot >= 0 && /[^.]/.test(last.slice(dot + 1))
}
