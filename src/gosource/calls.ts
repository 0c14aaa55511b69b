/** Calls, parameters and lists of texts in the tokens of a Go file. Resolves no types and judges nothing. */
import { type GoCode, resolveText } from './code'
import type { GoToken } from './source'

/** Calls that are not closed must not cost. */
const longestCall = 400
/** Longer functions are not looked through. */
const longestBody = 5000

/**
 * Where the arguments of a call begin.
 *
 * @param open index of the opening bracket
 * @returns index of each argument's first token; empty for a call without arguments
 */
export function argumentsOf(tokens: readonly GoToken[], open: number): readonly number[] {
  if (tokens[open + 1]?.text === ')' && tokens[open + 1]?.kind === 'sign') return []
  const starts = [open + 1]
  let depth = 0
  for (let index = open; index < Math.min(tokens.length, open + longestCall); index += 1) {
    const { kind, text } = tokens[index] as GoToken
    if (kind !== 'sign') continue
    if ('([{'.includes(text)) depth += 1
    if (')]}'.includes(text)) depth -= 1
    if (depth === 0) break
    if (depth === 1 && text === ',') starts.push(index + 1)
  }
  return starts
}

/** A parameter of a function of the file. */
export interface Parameter {
  readonly functionName: string
  /** Counted from 0, without the receiver. */
  readonly position: number
}

/**
 * The parameter that a name stands for: of the declared function that the place lies in.
 *
 * @param at index of a token in the function's body
 * @returns undefined when the nearest declaration above has no such parameter
 */
export function parameterNamed(tokens: readonly GoToken[], at: number, name: string): Parameter | undefined {
  for (let index = at; index >= Math.max(0, at - longestBody); index -= 1) {
    const { kind, text } = tokens[index] as GoToken
    if (kind !== 'name' || text !== 'func') continue
    // A function without a name lies inside of another one.
    const declared = declaredName(tokens, index)
    const open = declared === undefined ? undefined : openingAfter(tokens, declared)
    if (declared === undefined || open === undefined) continue
    const position = argumentsOf(tokens, open).findIndex((start) => tokens[start]?.text === name)
    return position < 0 ? undefined : { functionName: tokens[declared]?.text ?? '', position }
  }
  return undefined
}

/** Index of the name that is declared by the `func` at `start`, after its receiver. */
function declaredName(tokens: readonly GoToken[], start: number): number | undefined {
  const index = tokens[start + 1]?.text === '(' ? closing(tokens, start + 1) + 1 : start + 1
  return tokens[index]?.kind === 'name' ? index : undefined
}

/**
 * The bracket that opens arguments or parameters after a name, with type arguments between or not.
 *
 * @param index of the name
 * @returns index of the bracket; undefined when there is none
 */
export function openingAfter(tokens: readonly GoToken[], index: number): number | undefined {
  const next = tokens[index + 1]?.text === '[' ? closing(tokens, index + 1) + 1 : index + 1
  return tokens[next]?.text === '(' ? next : undefined
}

/** Index of the bracket that closes the one at `open`. */
function closing(tokens: readonly GoToken[], open: number): number {
  let depth = 0
  for (let index = open; index < Math.min(tokens.length, open + longestCall); index += 1) {
    const { kind, text } = tokens[index] as GoToken
    if (kind !== 'sign') continue
    if ('([{'.includes(text)) depth += 1
    if (')]}'.includes(text)) depth -= 1
    if (depth === 0) return index
  }
  return open
}

/**
 * The body of a function.
 *
 * @param open index of the bracket that opens its parameters
 * @returns indexes behind the opening brace and of the closing one
 */
export function bodyFrom(
  tokens: readonly GoToken[],
  open: number,
): { readonly start: number; readonly end: number } | undefined {
  const brace = closing(tokens, open) + 1
  if (tokens[brace]?.text !== '{') return undefined
  let depth = 0
  for (let index = brace; index < Math.min(tokens.length, brace + longestBody); index += 1) {
    const { kind, text } = tokens[index] as GoToken
    if (kind !== 'sign') continue
    if (text === '{') depth += 1
    if (text === '}') depth -= 1
    if (depth === 0) return { start: brace + 1, end: index }
  }
  return undefined
}

/** A text and the token that holds it, or its name. */
export interface ListedText {
  readonly value: string
  readonly token: GoToken
}

/**
 * The texts that a name takes in a loop over a list: `for _, name := range []string{…}`, or over a list that the file
 * holds under a name.
 *
 * @param at index of a token in the loop's body
 */
export function loopedTexts(
  code: GoCode,
  tokens: readonly GoToken[],
  at: number,
  name: string,
): readonly ListedText[] {
  for (let index = at; index >= Math.max(0, at - longestCall); index -= 1) {
    const isLoop =
      tokens[index]?.text === 'range' && tokens[index - 1]?.text === '=' && tokens[index - 3]?.text === name
    if (!isLoop) continue
    const over = tokens[index + 1]
    if (over?.kind !== 'name') return textsOfList(code, tokens, index + 1)
    const list = tokens.findIndex(
      ({ kind, text }, place) => kind === 'name' && text === over.text && listAfter(tokens, place) > 0,
    )
    return list < 0 ? [] : textsOfList(code, tokens, listAfter(tokens, list))
  }
  return []
}

/** Index of the list that is assigned to the name at `index`; 0 when none is. */
function listAfter(tokens: readonly GoToken[], index: number): number {
  const assigned = tokens[index + 1]?.text === ':' ? index + 3 : index + 2
  return tokens[assigned - 1]?.text === '=' && tokens[assigned]?.text === '[' ? assigned : 0
}

/**
 * The texts of a list such as `[]string{"A", nameOfB}`.
 *
 * @param start index of its first token
 */
export function textsOfList(code: GoCode, tokens: readonly GoToken[], start: number): readonly ListedText[] {
  for (let index = start; index < start + 6; index += 1) {
    if (tokens[index]?.text !== '{') continue
    return argumentsOf(tokens, index).flatMap((at) => {
      const token = tokens[at]
      const value = textAt(code, tokens, at)
      return token === undefined || value === undefined ? [] : [{ value, token }]
    })
  }
  return []
}

/** The text that starts at an index: an argument, or an element that a closing brace may end. */
export function textAt(code: GoCode, tokens: readonly GoToken[], at: number): string | undefined {
  const resolved = resolveText(code, tokens, at)
  if (resolved !== undefined) return resolved.value
  const token = tokens[at]
  return token?.kind === 'string' && tokens[at + 1]?.text === '}' ? token.text : undefined
}
