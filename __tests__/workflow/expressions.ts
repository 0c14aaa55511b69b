/**
 * Expressions of a workflow, as far as ours use them. Whatever it does not know is an error, so that a workflow cannot
 * hold something that no test evaluates.
 */

export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value }

export interface Scope {
  /** Contexts by name, for example `inputs`. */
  readonly contexts: Readonly<Record<string, Value>>
  /** What `success()` is. */
  readonly isSuccess: boolean
}

/** Replaces every `${{ … }}` of a text; one that is the whole text keeps its type. */
export function fill(text: string, scope: Scope): Value {
  const whole = /^\$\{\{((?:(?!\}\}).)*)\}\}$/s.exec(text.trim())
  if (whole !== null) return evaluate(whole[1] ?? '', scope)
  return text.replace(/\$\{\{(.*?)\}\}/gs, (_, inner: string) => asText(evaluate(inner, scope)))
}

/** Evaluates an `if:`, which may stand without `${{ }}`, and means `success()` unless it asks for the status. */
export function isMet(condition: string | undefined, scope: Scope): boolean {
  const inner = (condition ?? '').trim().replace(/^\$\{\{(.*)\}\}$/s, '$1')
  const asksForStatus = /\b(?:always|success|failure|cancelled)\(\)/.test(inner)
  if (!asksForStatus && !scope.isSuccess) return false
  return inner === '' || isTrue(evaluate(inner, scope))
}

/** The form in which a value stands in a text. */
export function asText(value: Value): string {
  if (value === null) return ''
  if (typeof value === 'object') throw new Error(`an object stands in a text: ${JSON.stringify(value)}`)
  return String(value)
}

function isTrue(value: Value): boolean {
  return value !== '' && value !== false && value !== 0 && value !== null
}

function evaluate(source: string, scope: Scope): Value {
  const tokens = tokensOf(source)
  const value = either(tokens, scope)
  if (tokens.length > 0) throw new Error(`'${tokens[0]}' is not expected in '${source}'`)
  return value
}

function tokensOf(source: string): string[] {
  const pattern = /\s*('(?:[^']|'')*'|&&|\|\||==|!=|!|[()]|[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*)/y
  const tokens: string[] = []
  const text = source.trim()
  while (pattern.lastIndex < text.length) {
    const at = pattern.lastIndex
    const found = pattern.exec(text)
    if (found === null) throw new Error(`'${text.slice(at)}' in '${source}' is not known`)
    tokens.push(found[1] ?? '')
  }
  return tokens
}

function either(tokens: string[], scope: Scope): Value {
  let value = both(tokens, scope)
  while (tokens[0] === '||') {
    tokens.shift()
    const other = both(tokens, scope)
    value = isTrue(value) ? value : other
  }
  return value
}

function both(tokens: string[], scope: Scope): Value {
  let value = comparison(tokens, scope)
  while (tokens[0] === '&&') {
    tokens.shift()
    const other = comparison(tokens, scope)
    value = isTrue(value) ? other : value
  }
  return value
}

function comparison(tokens: string[], scope: Scope): Value {
  const left = single(tokens, scope)
  const operator = tokens[0]
  if (operator !== '==' && operator !== '!=') return left
  tokens.shift()
  const right = single(tokens, scope)
  if (typeof left !== 'string' || typeof right !== 'string') throw new Error('only texts are compared')
  return (left.toLowerCase() === right.toLowerCase()) === (operator === '==')
}

function single(tokens: string[], scope: Scope): Value {
  const token = tokens.shift()
  if (token === undefined) throw new Error('an expression ends too early')
  if (token === '!') return !isTrue(single(tokens, scope))
  if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'")
  if (tokens[0] === '(') return call(token, tokens, scope)
  const [context = '', ...keys] = token.split('.')
  let value = scope.contexts[context]
  if (value === undefined) throw new Error(`the context of '${token}' is not known`)
  // As on GitHub, what is not there is empty.
  for (const key of keys) value = (value as Readonly<Record<string, Value>> | null)?.[key] ?? null
  return value ?? ''
}

function call(name: string, tokens: string[], scope: Scope): Value {
  tokens.shift()
  const argument = tokens[0] === ')' ? undefined : either(tokens, scope)
  if (tokens.shift() !== ')') throw new Error(`the call of '${name}' is not closed`)
  if (argument === undefined && name === 'always') return true
  if (argument === undefined && name === 'cancelled') return false
  if (typeof argument === 'string' && name === 'fromJSON') return JSON.parse(argument) as Value
  throw new Error(`the call of '${name}' is not known`)
}
