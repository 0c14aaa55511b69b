/**
 * Which paths the Go code registers with its router, as far as literals tell: net/http, gorilla/mux, chi, gin,
 * echo, fiber. Whenever something else could answer requests, it says that it cannot tell.
 */

import { type GoCode, type GoFile, goCodeOf, hasOwnMain, resolveText } from './code'
import { hasUnknownModules, isRouter } from './modules'
import type { GoToken } from './source'
import type { GoSources } from './sources'

export interface RegisteredPattern {
  /** As written, with constants put in. */
  readonly text: string
  /** Relative to the repository root. */
  readonly file: string
  readonly offset: number
  readonly end: number
  /** True when everything below matches too. */
  readonly isSubtree: boolean
}

export interface GoRoutes {
  readonly patterns: readonly RegisteredPattern[]
  /** Paths of groups, sub-routers and mounts, which come before patterns. */
  readonly prefixes: readonly string[]
}

const methodNames = 'Get Post Put Delete Patch Head Options Connect Trace'.split(' ')

/** Calls whose first argument is a whole pattern. */
const exactCalls: ReadonlySet<string> = new Set([
  ...methodNames,
  ...methodNames.map((name) => name.toUpperCase()),
  ...['Any', 'All', 'Path'],
])

/** Calls whose first argument is a pattern, and which may also match everything below. */
const subtreeCalls: ReadonlySet<string> = new Set(
  'Handle HandleFunc PathPrefix Static StaticFS StaticFile Use'.split(' '),
)

/** Calls whose first argument is a method and whose second is a pattern. */
const methodFirstCalls: ReadonlySet<string> = new Set(['Method', 'MethodFunc', 'Add', 'Match'])

/** Calls whose first argument is put before other patterns. */
const prefixCalls: ReadonlySet<string> = new Set([
  'Group',
  'Route',
  'Mount',
  'PathPrefix',
  'StripPrefix',
  'Use',
])

/** Generated code beyond this is not judged. */
const maxPatterns = 2000
const maxPrefixes = 200

/** Names without which a file has no say in routing. */
const mayRoute = new RegExp(
  `\\b(${[...exactCalls, ...subtreeCalls, ...methodFirstCalls, ...prefixCalls].join('|')}|URL|RequestURI|ServeHTTP|HandlerFunc|ReverseProxy|FileServer|FileServerFS|MatcherFunc|NoRoute|NotFound|NotFoundHandler)\\b`,
)

/**
 * Collects the routes that the code registers.
 *
 * @param sources the texts around the function app
 * @returns the patterns, or `undefined` when the code does not tell them all
 */
export function goRoutesOf(sources: GoSources): GoRoutes | undefined {
  const code = goCodeOf(sources)
  if (!sources.isComplete || !hasOwnMain(code) || hasUnknownModules(code)) return undefined
  const usesRouter = [...code.foreignImports].some((path) => isRouter(path))
  const routes: Collected = { patterns: [], prefixes: [] }
  for (const file of code.files.filter(({ text }) => mayRoute.test(text))) {
    if (answersByItself(file) || !collect(code, file, usesRouter, routes)) return undefined
  }
  const isTooMuch = routes.patterns.length > maxPatterns || routes.prefixes.length > maxPrefixes
  return routes.patterns.length === 0 || isTooMuch ? undefined : routes
}

/**
 * The routes that the code registers, as far as it can be read: more may be there.
 *
 * @param sources the texts around the function app
 */
export function seenRoutesOf(sources: GoSources): GoRoutes {
  const code = goCodeOf(sources)
  const routes: Collected = { patterns: [], prefixes: [] }
  for (const file of code.files) {
    if (mayRoute.test(file.text)) collect(code, file, true, routes)
  }
  return { patterns: routes.patterns.slice(0, maxPatterns), prefixes: routes.prefixes.slice(0, maxPrefixes) }
}

/** Handlers that look at the path themselves, or serve without a router. */
function answersByItself(file: GoFile): boolean {
  const tokens = file.tokens()
  return tokens.some((token, index) => {
    if (token.kind !== 'name') return false
    const next = tokens[index + 1]?.text
    switch (token.text) {
      case 'URL':
        return next === '.' && /^(Path|RawPath|EscapedPath)$/.test(tokens[index + 2]?.text ?? '')
      case 'RequestURI':
      case 'ReverseProxy':
      case 'FileServer':
      case 'FileServerFS':
      case 'MatcherFunc':
      case 'NoRoute':
      case 'NotFoundHandler':
        return true
      case 'NotFound':
        return tokens[index - 1]?.text === '.' && next === '(' && tokens[index - 2]?.text !== 'http'
      case 'ServeHTTP':
        // The declaration of a method, not a call.
        return tokens[index - 1]?.text === ')' && next === '('
      case 'HandlerFunc':
        return next === '(' && tokens[index - 2]?.text === 'http' && !isRouted(tokens, index)
      default:
        return false
    }
  })
}

/** `http.HandlerFunc(f)` serves every path unless a middleware returns it or it is part of a registration. */
function isRouted(tokens: readonly GoToken[], index: number): boolean {
  if (tokens[index - 3]?.text === 'return') return true
  let depth = 0
  for (let at = index - 1; at > 0 && at > index - 200; at -= 1) {
    const { text = '', kind } = tokens[at] ?? {}
    if (kind !== 'sign') continue
    if (text === '{' || text === '}') return false
    if (text === ')') depth += 1
    if (text === '(') depth -= 1
    const isEnclosing = text === '(' && depth < 0
    if (isEnclosing && registers(tokens[at - 1]?.text ?? '')) return true
    if (isEnclosing) depth = 0
  }
  return false
}

function registers(call: string): boolean {
  return exactCalls.has(call) || subtreeCalls.has(call) || methodFirstCalls.has(call)
}

/** Collects from one file; false when a registration cannot be read. */
function collect(code: GoCode, file: GoFile, usesRouter: boolean, routes: Collected): boolean {
  const tokens = file.tokens()
  let isWhole = true
  for (let index = 2; index + 2 < tokens.length; index += 1) {
    const call = tokens[index]
    if (call?.kind !== 'name' || tokens[index - 1]?.text !== '.' || tokens[index + 1]?.text !== '(') continue
    // Without a router module these names mean something else, as in `r.Header.Get("Accept")`.
    const isPrefix = call.text === 'StripPrefix' || (usesRouter && prefixCalls.has(call.text))
    const isPattern = /^Handle(Func)?$/.test(call.text) || (usesRouter && registers(call.text))
    if (!isPrefix && !isPattern) continue
    const at = methodFirstCalls.has(call.text) ? argumentAfter(tokens, index + 2) : index + 2
    const argument = at === undefined ? undefined : resolveText(code, tokens, at)
    if (at === undefined || argument === undefined) {
      if (isUnreadable(tokens, index, call.text)) isWhole = false
      continue
    }
    if (!/^([A-Z]+[ \t]+)?[^\s:]*\/(?!\/)|^$|^[*:]/.test(argument.value)) continue
    const isSubrouter = tokens[argument.next + 2]?.text === 'Subrouter'
    if (isPrefix) routes.prefixes.push(argument.value)
    if (!isPattern || isSubrouter) continue
    routes.patterns.push({
      text: argument.value,
      file: file.path,
      offset: tokens[at]?.offset ?? 0,
      end: tokens[argument.next - 1]?.end ?? 0,
      isSubtree: coversBelow(call.text, argument.value, usesRouter),
    })
  }
  return isWhole
}

/** In net/http a final slash covers what is below; with a router `/` alone is most often the root page. */
function coversBelow(call: string, pattern: string, usesRouter: boolean): boolean {
  if (/^(PathPrefix|Use|Static\w*)$/.test(call)) return true
  return pattern.endsWith('/') && (!usesRouter || pattern !== '/')
}

interface Collected {
  readonly patterns: RegisteredPattern[]
  readonly prefixes: string[]
}

/** A list of methods or a sum of names before a path is never longer; calls that are not closed must not cost. */
const longestArgument = 200

/** Index of the second argument of a call whose first one starts at `start`. */
function argumentAfter(tokens: readonly GoToken[], start: number): number | undefined {
  let depth = 0
  for (let index = start; index < Math.min(tokens.length, start + longestArgument); index += 1) {
    const token = tokens[index]
    if (token?.kind !== 'sign') continue
    if (token.text === '(' || token.text === '[' || token.text === '{') depth += 1
    if (token.text === ')' || token.text === ']' || token.text === '}') depth -= 1
    if (depth < 0) return undefined
    if (depth === 0 && token.text === ',') return index + 1
  }
  return undefined
}

/** A registration whose path is not a literal, and not one of the many other methods of the same name. */
function isUnreadable(tokens: readonly GoToken[], index: number, call: string): boolean {
  // `router.Use(middleware)` and chi's `router.Group(func(r chi.Router) { ... })` have no path at all.
  if (call === 'Use' || (call === 'Group' && tokens[index + 2]?.text === 'func')) return false
  if (prefixCalls.has(call) || subtreeCalls.has(call)) return true
  const second = argumentAfter(tokens, index + 2)
  // `c.Get(key)` reads a value, `header.Add(key, value)` adds one: a route has a handler after its path.
  return second !== undefined && (!methodFirstCalls.has(call) || argumentAfter(tokens, second) !== undefined)
}
