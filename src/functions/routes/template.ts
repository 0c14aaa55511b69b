/**
 * Route templates as ASP.NET parses them (RoutePatternParser.cs of dotnet/aspnetcore): text becomes segments, or
 * the refusal in the host's words with the place of the mistake. Resolves no constraint and matches nothing.
 */
import { type ParameterPart, parseParameter } from './parameter'

export type LiteralPart = {
  readonly kind: 'literal'
  readonly text: string
  readonly offset: number
}

export type TemplatePart = LiteralPart | ParameterPart

/** More than one part makes a segment complex, as in `{name}.{extension}`. */
export type TemplateSegment = readonly TemplatePart[]

export interface ParsedTemplate {
  readonly text: string
  readonly segments: readonly TemplateSegment[]
}

/** `offset` is the place in the template's text, in UTF-16 units. */
export interface TemplateMistake {
  readonly kind: TemplateMistakeKind
  readonly message: string
  readonly offset: number
}

/** Whether the result of a parse is a refusal. */
export function isMistake(result: object): result is TemplateMistake {
  return 'message' in result
}

/**
 * Parses a whole template, prefix included. One slash or `~/` at its beginning and one slash at its end do not count.
 */
export function parseTemplate(text: string): ParsedTemplate | TemplateMistake {
  if (text.startsWith('~') && !text.startsWith('~/')) return mistake('tilde', 0)
  const segments: TemplateSegment[] = []
  const names = new Set<string>()
  let at = text.startsWith('~/') ? 2 : text.startsWith('/') ? 1 : 0
  while (at < text.length) {
    if (text[at] === '/') return mistake('separators', at)
    const segment = readSegment(text, at, names)
    if (isMistake(segment)) return segment
    segments.push(segment.parts)
    at = segment.end + 1
  }
  const early = segments.slice(0, -1).flat().find(isCatchAll)
  if (early !== undefined) return mistake('catchAllLast', early.offset)
  return { text, segments }
}

/** The catch-all of a template, which can only be its last segment. */
export function catchAllOf({ segments }: ParsedTemplate): ParameterPart | undefined {
  const last = segments.at(-1)?.[0]
  return last !== undefined && isCatchAll(last) ? last : undefined
}

/** All parameters of a template, in order. */
export function parametersOf({ segments }: ParsedTemplate): readonly ParameterPart[] {
  return segments.flat().filter((part): part is ParameterPart => part.kind === 'parameter')
}

interface ReadSegment {
  readonly parts: TemplateSegment
  /** Where the separator or the end of the text is. */
  readonly end: number
}

function readSegment(text: string, start: number, names: Set<string>): ReadSegment | TemplateMistake {
  const parts: TemplatePart[] = []
  let at = start
  while (at < text.length && text[at] !== '/') {
    const isParameter = text[at] === '{' && text[at + 1] !== '{'
    const read = isParameter ? readParameter(text, at, names) : readLiteral(text, at)
    if (isMistake(read)) return read
    parts.push(read.part)
    at = read.end
  }
  return segmentMistake(parts) ?? { parts, end: at }
}

type ReadPart = { readonly part: TemplatePart; readonly end: number }

function readParameter(text: string, start: number, names: Set<string>): ReadPart | TemplateMistake {
  const end = parameterEnd(text, start)
  if (typeof end !== 'number') return end
  const inside = unescapeBraces(text.slice(start + 1, end - 1))
  if (inside.startsWith('*') && inside.endsWith('?')) {
    return mistake('catchAllOptional', start)
  }
  const part = parseParameter(inside, start)
  if (part.isOptional && part.defaultValue !== undefined) {
    return mistake('optionalDefault', start)
  }
  const { name } = part
  if (name === '' || /[/{}?*]/.test(name)) return mistake('parameterName', start, name)
  const key = name.toLowerCase()
  if (names.has(key)) return mistake('repeated', start, name)
  names.add(key)
  return { part, end }
}

/** Behind the brace that closes a parameter; doubled braces inside stand for themselves. */
function parameterEnd(text: string, start: number): number | TemplateMistake {
  let at = start + 1
  while (at < text.length) {
    const character = text[at]
    const isDoubled = text[at + 1] === character
    if (character === '}' && !isDoubled) return at + 1
    if (character === '{' && !isDoubled) {
      return mistake(at + 1 < text.length ? 'unescaped' : 'incomplete', at)
    }
    at += character === '{' || character === '}' ? 2 : 1
  }
  return mistake('incomplete', start)
}

function readLiteral(text: string, start: number): ReadPart | TemplateMistake {
  let at = start
  while (at < text.length && text[at] !== '/') {
    const character = text[at]
    const isBrace = character === '{' || character === '}'
    const isDoubled = isBrace && text[at + 1] === character
    if (character === '{' && !isDoubled && at + 1 < text.length) break
    if (isBrace && !isDoubled) return mistake('incomplete', at)
    at += isBrace ? 2 : 1
  }
  const literal = unescapeBraces(text.slice(start, at))
  if (literal.includes('?')) {
    return mistake('literal', text.indexOf('?', start), literal)
  }
  return { part: { kind: 'literal', text: literal, offset: start }, end: at }
}

function segmentMistake(parts: TemplateSegment): TemplateMistake | undefined {
  if (parts.length === 1) return undefined
  const catchAll = parts.find(isCatchAll)
  if (catchAll !== undefined) return mistake('catchAllSegment', catchAll.offset)
  for (const [index, part] of parts.entries()) {
    if (part.kind !== 'parameter' || !part.isOptional) continue
    const { name, offset } = part
    const next = parts[index + 1]
    if (next !== undefined) {
      return mistake('optionalEnd', offset, shown(parts), name, shown([next]))
    }
    const previous = parts[index - 1]
    if (previous === undefined || (previous.kind === 'literal' && previous.text === '.')) continue
    return mistake('optionalPeriod', offset, shown(parts), name, shown([previous]))
  }
  const follower = parts.find(
    (part, index) => part.kind === 'parameter' && parts[index - 1]?.kind === 'parameter',
  )
  return follower === undefined ? undefined : mistake('parameters', follower.offset)
}

function isCatchAll(part: TemplatePart): part is ParameterPart {
  return part.kind === 'parameter' && part.isCatchAll
}

function unescapeBraces(text: string): string {
  return text.replaceAll('}}', '}').replaceAll('{{', '{')
}

/** Parts as ASP.NET prints them in its messages. */
function shown(parts: TemplateSegment): string {
  return parts
    .map((part) => {
      if (part.kind === 'literal') return part.text
      const constraints = part.constraints.map(({ text }) => `:${text}`).join('')
      return `{${part.name}${constraints}${part.isOptional ? '?' : ''}}`
    })
    .join('')
}

/** Resources.resx of Microsoft.AspNetCore.Routing. */
const words = {
  tilde: () => "The route template cannot start with a '~' character unless followed by a '/'.",
  separators: () =>
    "The route template separator character '/' cannot appear consecutively. It must be separated by either a parameter or a literal value.",
  incomplete: () =>
    "There is an incomplete parameter in the route template. Check that each '{' character has a matching '}' character.",
  unescaped: () => "In a route parameter, '{' and '}' must be escaped with '{{' and '}}'.",
  catchAllOptional: () => 'A catch-all parameter cannot be marked optional.',
  catchAllLast: () => 'A catch-all parameter can only appear as the last segment of the route template.',
  catchAllSegment: () =>
    'A path segment that contains more than one section, such as a literal section or a parameter, cannot contain a catch-all parameter.',
  optionalDefault: () => 'An optional parameter cannot have default value.',
  parameters: () =>
    "A path segment cannot contain two consecutive parameters. They must be separated by a '/' or by a literal string.",
  parameterName: (name = '') =>
    `The route parameter name '${name}' is invalid. Route parameter names must be non-empty and cannot contain these characters: '{', '}', '/'. The '?' character marks a parameter as optional, and can occur only at the end of the parameter. The '*' character marks a parameter as catch-all, and can occur only at the start of the parameter.`,
  repeated: (name = '') =>
    `The route parameter name '${name}' appears more than one time in the route template.`,
  literal: (text = '') =>
    `The literal section '${text}' is invalid. Literal sections cannot contain the '?' character.`,
  optionalEnd: (segment = '', name = '', next = '') =>
    `An optional parameter must be at the end of the segment. In the segment '${segment}', optional parameter '${name}' is followed by '${next}'.`,
  optionalPeriod: (segment = '', name = '', previous = '') =>
    `In the segment '${segment}', the optional parameter '${name}' is preceded by an invalid segment '${previous}'. Only a period (.) can precede an optional parameter.`,
} satisfies Record<string, (...texts: string[]) => string>

export type TemplateMistakeKind = keyof typeof words

function mistake(kind: TemplateMistakeKind, offset: number, ...texts: string[]): TemplateMistake {
  const say: (...given: string[]) => string = words[kind]
  return { kind, message: say(...texts), offset }
}
