/**
 * The language of ARM templates, as far as the templates in `infra/` use it: expressions in brackets, with functions,
 * properties and indexes. Knows no resources: what they answer is asked of the scope.
 */

export interface TemplateScope {
  readonly parameters: Readonly<Record<string, unknown>>
  readonly resourceGroup: { readonly id: string; readonly name: string; readonly location: string }
  /** What `reference` gives for a resource of this id; undefined when there is none. */
  readonly reference: (id: string) => unknown
  readonly listKeys: (id: string) => unknown
}

/** A template that cannot be evaluated; the message is what ARM's `InvalidTemplate` would quote. */
export class TemplateError extends Error {}

const deepest = 32

/**
 * A copy of a part of a template with every expression replaced by its value, in keys too.
 *
 * @throws TemplateError when an expression cannot be read, or asks for what is not there
 */
export function evaluated(part: unknown, scope: TemplateScope, depth = 0): unknown {
  if (depth > deepest) throw new TemplateError('The template is nested too deeply.')
  if (typeof part === 'string') return evaluatedText(part, scope)
  if (Array.isArray(part)) return part.map((each) => evaluated(each, scope, depth + 1))
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [
      String(evaluatedText(key, scope)),
      evaluated(value, scope, depth + 1),
    ]),
  )
}

function evaluatedText(text: string, scope: TemplateScope): unknown {
  if (!text.startsWith('[') || !text.endsWith(']')) return text
  if (text.startsWith('[[')) return text.slice(1)
  const reader = new Reader(text.slice(1, -1), scope)
  return reader.whole()
}

class Reader {
  #at = 0
  #depth = 0
  readonly #text: string
  readonly #scope: TemplateScope

  constructor(text: string, scope: TemplateScope) {
    this.#text = text
    this.#scope = scope
  }

  whole(): unknown {
    const value = this.#value()
    if (this.#next() !== '') throw this.#unreadable()
    return value
  }

  #value(): unknown {
    this.#depth += 1
    if (this.#depth > deepest) throw this.#unreadable()
    let value = this.#start()
    for (;;) {
      const sign = this.#next()
      if (sign === '.') {
        this.#at += 1
        value = this.#property(value, this.#word(/[A-Za-z]\w*/y))
      } else if (sign === '[') {
        this.#at += 1
        value = this.#property(value, String(this.#value()))
        this.#expect(']')
      } else break
    }
    this.#depth -= 1
    return value
  }

  #start(): unknown {
    const sign = this.#next()
    if (sign === "'")
      return this.#word(/'(?:[^']|'')*'/y)
        .slice(1, -1)
        .replaceAll("''", "'")
    if (/\d/.test(sign)) return Number(this.#word(/\d+/y))
    const name = this.#word(/[A-Za-z]\w*/y)
    this.#expect('(')
    const given: unknown[] = []
    while (this.#next() !== ')') {
      if (given.length > 0) this.#expect(',')
      given.push(this.#value())
    }
    this.#expect(')')
    return call(name, given, this.#scope)
  }

  #property(of: unknown, name: string): unknown {
    const found = typeof of === 'object' && of !== null ? Object.entries(of) : []
    const entry = found.find(([key]) => key.toLowerCase() === name.toLowerCase())
    if (entry) return entry[1]
    throw new TemplateError(
      `The language expression property '${name}' doesn't exist, available properties are '${found.map(([key]) => key).join(', ')}'.`,
    )
  }

  #next(): string {
    while (this.#text[this.#at] === ' ') this.#at += 1
    return this.#text[this.#at] ?? ''
  }

  #word(pattern: RegExp): string {
    this.#next()
    pattern.lastIndex = this.#at
    const [word] = pattern.exec(this.#text) ?? []
    if (word === undefined) throw this.#unreadable()
    this.#at += word.length
    return word
  }

  #expect(sign: string): void {
    if (this.#next() !== sign) throw this.#unreadable()
    this.#at += 1
  }

  #unreadable(): TemplateError {
    return new TemplateError(
      `Unable to parse language expression '${this.#text}': unexpected token at position ${this.#at}.`,
    )
  }
}

function call(name: string, given: readonly unknown[], scope: TemplateScope): unknown {
  const words = given.map(String)
  const [first = '', ...rest] = words
  switch (name.toLowerCase()) {
    case 'parameters':
      if (first in scope.parameters) return scope.parameters[first]
      throw new TemplateError(`The template parameter '${first}' is not found.`)
    case 'concat':
      return words.join('')
    case 'resourcegroup':
      return scope.resourceGroup
    case 'environment':
      return { suffixes: { storage: 'core.windows.net' } }
    case 'resourceid':
      return `${scope.resourceGroup.id}/providers/${typedPath(first, rest)}`
    case 'subscriptionresourceid':
      return `${scope.resourceGroup.id.split('/').slice(0, 3).join('/')}/providers/${typedPath(first, rest)}`
    case 'extensionresourceid':
      return `${first}/providers/${typedPath(rest[0] ?? '', rest.slice(1))}`
    case 'guid':
      return words.join('/')
    case 'reference': {
      const found = scope.reference(first)
      if (found !== undefined) return found
      throw new TemplateError(`The resource '${first}' is not defined in the template.`)
    }
    case 'listkeys':
      return scope.listKeys(first)
    default:
      throw new TemplateError(`The template function '${name}' is not valid.`)
  }
}

/** `A/b/c` with the names `x`, `y` is `A/b/x/c/y`. */
function typedPath(type: string, names: readonly string[]): string {
  const [provider = '', ...types] = type.split('/')
  if (types.length !== names.length)
    throw new TemplateError(`The type '${type}' needs ${types.length} names, and has ${names.length}.`)
  return [provider, ...types.flatMap((each, index) => [each, names[index] ?? ''])].join('/')
}
