/**
 * The inside of the braces of a route parameter (RouteParameterParser.cs of dotnet/aspnetcore): stars, name,
 * constraints, default value, question mark. It refuses nothing; the template's parser judges the name.
 */

/** A constraint as written, for example `range(1,5)`. */
export interface ConstraintText {
  readonly text: string
}

export type ParameterPart = {
  readonly kind: 'parameter'
  readonly name: string
  readonly constraints: readonly ConstraintText[]
  readonly defaultValue?: string
  readonly isOptional: boolean
  readonly isCatchAll: boolean
  /** Place of the opening brace in the template. */
  readonly offset: number
}

/**
 * Reads the text between the braces, doubled braces already resolved.
 *
 * @param text for example `id:int=5`
 * @param offset where the parameter stands in the template
 */
export function parseParameter(text: string, offset: number): ParameterPart {
  const stars = /^\*{0,2}/.exec(text)?.[0].length ?? 0
  const isOptional = text.endsWith('?')
  const body = text.slice(0, isOptional ? -1 : undefined)
  // A first character that would be a delimiter belongs to the name.
  const delimiter = body.slice(stars + 1).search(/[:=]/)
  const nameEnd = delimiter < 0 ? body.length : stars + 1 + delimiter
  const { constraints, end } = readConstraints(body, delimiter < 0 ? nameEnd : nameEnd - 1)
  return {
    kind: 'parameter',
    name: body.slice(stars, nameEnd),
    constraints,
    isOptional,
    // The question mark wins; `{*x?}` is refused anyway.
    isCatchAll: stars > 0 && !isOptional,
    offset,
    ...(body[end] === '=' ? { defaultValue: body.slice(end + 1) } : {}),
  }
}

/**
 * Splits constraints as ASP.NET's state machine does: a closing parenthesis ends a constraint only before `:`,
 * `=` or the end, so that regular expressions may hold parentheses; a `:` or `=` inside parentheses belongs to
 * them when any closing one follows. Scanning begins one character before the first `:`, the end of the name.
 */
function readConstraints(
  text: string,
  from: number,
): { readonly constraints: readonly ConstraintText[]; readonly end: number } {
  const constraints: ConstraintText[] = []
  let state: 'between' | 'name' | 'parentheses' = 'between'
  let start = from
  let at = from
  const keep = (end: number) => {
    if (end > start) constraints.push({ text: text.slice(start, end) })
  }
  for (; at < text.length; at += 1) {
    const character = text[at]
    if (character === '(' && state !== 'parentheses') {
      state = 'parentheses'
    } else if (state === 'parentheses') {
      const next = text[at + 1]
      if (character === ')' && (next === undefined || next === ':' || next === '=')) {
        keep(at + 1)
        start = at + 1
        state = 'between'
      } else if (character === ':' || character === '=') {
        const closing = text.indexOf(')', at + 1)
        if (closing >= 0) {
          at = closing
          continue
        }
        keep(at)
        if (character === '=') return { constraints, end: at }
        start = at + 1
        state = 'name'
      }
    } else if (character === '=') {
      if (state === 'name') keep(at)
      return { constraints, end: at }
    } else if (character === ':') {
      if (state === 'name') keep(at)
      start = at + 1
      state = 'name'
    }
  }
  if (state !== 'between') keep(text.length)
  return { constraints, end: text.length }
}
