/**
 * A recording without what differs from one run to the next: for each scenario the questions, for each question the
 * different answers in the order in which they came first, and the order of what was changed.
 */
import type { Exchange } from './exchange'

/** One kind of answer: what two of it have in common. */
export interface Variant {
  readonly status: number
  /** `location`, `retry-after: 15` and the like: names, with the value of those where it is a number or a type. */
  readonly headers: readonly string[]
  /** Paths of keys with their types, for example `properties.state: string`. */
  readonly shape: readonly string[]
  /** Values of keys that tell a state, for example `properties.provisioningState=Running`. */
  readonly states: readonly string[]
}

export interface Lane {
  /** Method, host, path and query. */
  readonly question: string
  readonly variants: readonly Variant[]
  readonly last: Variant
  /** From the first question until the answer that stayed. */
  readonly toLastMs: number
  /** In a reference of several runs: only some of them asked it. */
  readonly isOccasional?: true
}

export interface ScenarioOutline {
  readonly scenario: string
  readonly lanes: readonly Lane[]
  /** Questions that change something, in order, without repeats. */
  readonly changes: readonly string[]
}

const stateKeys = new Set(['provisioningState', 'status', 'state', 'complete', 'active'])
/** They ask by POST because the answer is secret. */
const asksOnly = /\/(?:list|listkeys|token|publishxml)$|\/oauth2\/v2\.0\/token$/i
const deepest = 24

export function outlined(exchanges: readonly Exchange[]): readonly ScenarioOutline[] {
  return [...grouped(exchanges, ({ scenario }) => scenario)].map(([scenario, own]) => {
    const ordered = [...own].sort((one, other) => one.atMs - other.atMs)
    const lanes = [...grouped(ordered, questionOf)].map(([question, asked]) => laneOf(question, asked))
    const changes = ordered
      .filter(({ method, path }) => !['GET', 'HEAD', 'OPTIONS'].includes(method) && !asksOnly.test(path))
      .map(questionOf)
    return { scenario, lanes, changes: [...new Set(changes)] }
  })
}

function questionOf({ method, host, path, query }: Exchange): string {
  const words = Object.entries(query)
    .map(([name, value]) => `${name}=${value}`)
    .sort()
  return `${method} ${host} ${path}${words.length > 0 ? `?${words.join('&')}` : ''}`
}

function laneOf(question: string, asked: readonly Exchange[]): Lane {
  const variants = new Map<string, Variant>()
  let last: Variant | undefined
  let lastKey = ''
  let lastSinceMs = 0
  for (const exchange of asked) {
    const variant = variantOf(exchange)
    const key = JSON.stringify(variant)
    if (!variants.has(key)) variants.set(key, variant)
    if (key !== lastKey) lastSinceMs = exchange.atMs + exchange.tookMs
    lastKey = key
    last = variants.get(key)
  }
  if (last === undefined) throw new Error(`'${question}' was never asked.`)
  return {
    question,
    variants: [...variants.values()],
    last,
    toLastMs: lastSinceMs - (asked[0]?.atMs ?? 0),
  }
}

function variantOf({ status, headers, body }: Exchange): Variant {
  const shape = new Set<string>()
  const states = new Set<string>()
  walk(body, '', 0, shape, states)
  const shown = Object.entries(headers).map(([name, value]) =>
    name === 'content-type' ? `${name}: ${value.split(';')[0]?.trim().toLowerCase()}` : name,
  )
  return { status, headers: shown.sort(), shape: [...shape].sort(), states: [...states].sort() }
}

function walk(value: unknown, path: string, depth: number, shape: Set<string>, states: Set<string>): void {
  if (value === undefined || depth > deepest) return
  if (Array.isArray(value)) {
    shape.add(`${path || '(body)'}: list`)
    for (const each of value) walk(each, `${path}[]`, depth + 1, shape, states)
    return
  }
  if (typeof value !== 'object' || value === null) {
    shape.add(`${path || '(body)'}: ${value === null ? 'null' : typeof value}`)
    const key = path.split('.').at(-1) ?? ''
    if (stateKeys.has(key.replace(/\[\]$/, '')) && value !== null) states.add(`${path}=${String(value)}`)
    return
  }
  for (const [key, each] of Object.entries(value)) {
    walk(each, path === '' ? key : `${path}.${key}`, depth + 1, shape, states)
  }
}

/** One outline of several runs of the same scenarios: every answer that any of them had. */
export function merged(runs: readonly (readonly ScenarioOutline[])[]): readonly ScenarioOutline[] {
  const [first = [], ...others] = runs
  return first.map((one) => {
    const same = others.flatMap((run) => run.filter(({ scenario }) => scenario === one.scenario))
    const questions = new Map<string, Lane[]>()
    for (const lane of [one, ...same].flatMap(({ lanes }) => lanes)) {
      questions.set(lane.question, [...(questions.get(lane.question) ?? []), lane])
    }
    return {
      ...one,
      lanes: [...questions.values()].map((lanes) => ({
        ...(lanes[0] as Lane),
        variants: distinct(lanes.flatMap(({ variants }) => variants)),
        ...(lanes.length < runs.length ? { isOccasional: true as const } : {}),
      })),
    }
  })
}

function distinct(variants: readonly Variant[]): readonly Variant[] {
  return [...new Map(variants.map((each) => [JSON.stringify(each), each])).values()]
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
