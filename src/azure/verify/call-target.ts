/**
 * Which functions are called after the deployment, at which path, and why the others are only listed. Pure.
 *
 * Called without being asked are functions whose `methods` name GET or HEAD, and those that answered a GET well in
 * the rehearsal: anything else may change something.
 */
import { samplePathOf } from '../../functions/routes/sample-path'
import type { ListedFunction } from '../site'

/** A function of the package, as far as it matters here. */
export interface PackagedFunction {
  readonly name: string
  readonly trigger: string
  /** Public route with its prefix. HTTP functions only. */
  readonly route?: string
  /** Upper-case methods; empty means every method; undefined when they are known in code alone. */
  readonly methods?: readonly string[]
  readonly authLevel?: string
}

/** What the rehearsal saw of a function. */
export interface RehearsedCall {
  readonly functionName: string
  readonly method: string
  readonly path: string
  /** 0 for no answer. */
  readonly status: number
  readonly bodyExcerpt?: string
  /** The handler does not know the path. */
  readonly isUnknownPath?: boolean
}

export interface CallTarget {
  /** Empty for `verify-path`. */
  readonly functionName: string
  readonly method: 'GET' | 'HEAD'
  /** From the root. */
  readonly path: string
  /** Whether a part of the path was made up, so that a 404 may be the function's own. */
  readonly hasSamples: boolean
  readonly needsKey: boolean
  readonly rehearsed?: RehearsedCall
}

export interface CallPlan {
  readonly targets: readonly CallTarget[]
  /** Why a function is not called, by its name. */
  readonly uncalled: ReadonlyMap<string, string>
}

export interface CallRules {
  /** The input `verify-calls`. */
  readonly callsFunctions: boolean
  /** The input `verify-keys`. */
  readonly fetchesKeys: boolean
  /** Every key is at hand, the master key too: of a host that was started for this run. */
  readonly holdsKeys?: boolean
}

/** Calls cost money and time: more than these prove no more. */
export const mostCalls = 30

/**
 * Plans the calls.
 *
 * @param listed what Azure lists: the template of its URL wins where settings of the app change the route
 */
export function planCalls(
  functions: readonly PackagedFunction[],
  listed: readonly ListedFunction[],
  rehearsed: readonly RehearsedCall[],
  rules: CallRules,
): CallPlan {
  const targets: CallTarget[] = []
  const uncalled = new Map<string, string>()
  for (const packaged of functions) {
    const seen = listed.find(({ name }) => name.toLowerCase() === packaged.name.toLowerCase())
    const planned = planCall(packaged, seen, rehearsed, rules)
    if (typeof planned === 'string') uncalled.set(packaged.name, planned)
    else targets.push(planned)
  }
  const open = targets.filter(({ needsKey }) => !needsKey || rules.holdsKeys === true)
  // A key is asked for only when nothing answers without one.
  const wanted = open.length > 0 ? open : targets
  for (const { functionName, needsKey } of targets) {
    if (needsKey && open.length > 0 && rules.holdsKeys !== true)
      uncalled.set(functionName, 'it wants a key, and other functions are called without one')
  }
  for (const { functionName } of wanted.slice(mostCalls))
    uncalled.set(functionName, `only ${mostCalls} functions are called`)
  return { targets: wanted.slice(0, mostCalls), uncalled }
}

function planCall(
  { name, trigger, route, methods, authLevel = '' }: PackagedFunction,
  listed: ListedFunction | undefined,
  rehearsed: readonly RehearsedCall[],
  { callsFunctions, fetchesKeys, holdsKeys = false }: CallRules,
): CallTarget | string {
  if (listed?.isDisabled === true) return 'it is switched off'
  if (trigger.toLowerCase() !== 'httptrigger' || route === undefined) {
    return trigger === '' ? 'its trigger is not known' : `nothing calls its ${trigger}`
  }
  if (!callsFunctions) return "'verify-calls' is false"
  if (methods === undefined) return 'its methods and its access are known in code alone'
  const own = rehearsed.find((call) => call.functionName === name && ['GET', 'HEAD'].includes(call.method))
  const method = methodOf(methods, own)
  if (method === undefined) {
    return methods.length === 0
      ? 'it takes every method, and answered no GET well in a rehearsal'
      : `it takes ${methods.slice(0, 7).join(', ')}`
  }
  const level = authLevel.toLowerCase()
  if (level === 'admin' && !holdsKeys) return 'it wants the master key, which is never fetched'
  const needsKey = level !== 'anonymous'
  if (needsKey && !fetchesKeys) return "it wants a key, and 'verify-keys' is false"
  const sample = samplePathOf(name, '', publicRoute(route, listed?.url))
  if (sample === undefined) return 'no sample is known that its route takes'
  return {
    functionName: name,
    method,
    ...sample,
    needsKey,
    ...(own === undefined ? {} : { rehearsed: own }),
  }
}

function methodOf(
  methods: readonly string[],
  rehearsed: RehearsedCall | undefined,
): 'GET' | 'HEAD' | undefined {
  if (methods.includes('GET')) return 'GET'
  if (methods.includes('HEAD')) return 'HEAD'
  if (methods.length > 0 || rehearsed?.method !== 'GET') return undefined
  return rehearsed.status >= 200 && rehearsed.status < 400 ? 'GET' : undefined
}

// Azure writes templates in lower case, and handlers compare paths with regard to case: ours is used where they agree.
function publicRoute(route: string, url: string | undefined): string {
  const own = route.replace(/^\//, '')
  if (url === undefined || !URL.canParse(url)) return own
  const theirs = decoded(new URL(url).pathname).replace(/^\//, '')
  return theirs.toLowerCase() === own.toLowerCase() || theirs === '' ? own : theirs
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
