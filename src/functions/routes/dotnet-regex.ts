/**
 * Regular expressions of .NET (RegexParser.cs of dotnet/runtime), translated to those of JavaScript where both mean
 * the same. What JavaScript does not have is not guessed: the answer is then undefined.
 */
import { createContext, Script } from 'node:vm'

export interface RegexReading {
  /** Why .NET refuses the pattern; undefined when it takes it, or when that cannot be told here. */
  readonly problem?: string
  /** The same pattern for JavaScript; undefined when there is none. */
  readonly source?: string
}

/** .NET itself gives up after ten seconds; a path that takes longer than this is not judged. */
const longestMatchMs = 250
/** What all patterns of a run together may waste. */
const longestWasteMs = 2000
let wastedMs = 0
const longestPattern = 2000
/** Letters that .NET gives a meaning behind a backslash, beside those that JavaScript shares. */
const sharedEscapes = new Set('dDwWsSbBtrvfn')
const translatedEscapes: Readonly<Record<string, string>> = {
  A: '^',
  Z: '(?=\\n?$)',
  z: '$',
  a: '\\x07',
  e: '\\x1b',
}
/** The end is also before a last line feed, and nothing else ends a line. */
const translatedCharacters: Readonly<Record<string, string>> = { $: '(?=\\n?$)', '.': '[^\\n]' }
const untranslatedEscapes = new Set('GpPk')

/**
 * Reads a pattern as `new Regex(pattern, IgnoreCase | CultureInvariant)` does. The problem is in .NET's words
 * without the place, which search engines do not find anyway.
 */
export function readRegex(pattern: string): RegexReading {
  if (pattern.length > longestPattern) return {}
  const translated: string[] = []
  let at = 0
  let isInClass = false
  while (at < pattern.length) {
    const character = pattern[at] ?? ''
    if (character === '\\') {
      const read = readEscape(pattern, at, isInClass)
      if (typeof read !== 'string') return read
      translated.push(read)
      at += pattern[at + 1] === 'c' ? 3 : 2
      continue
    }
    if (isInClass) {
      // Subtraction, `[a-z-[aeiou]]`, exists in .NET only.
      if (character === '[' && pattern[at - 1] === '-') return {}
      isInClass = character !== ']'
    } else if (character === '[') {
      const opening = pattern.startsWith('[^', at) ? '[^' : '['
      const hasFirstBracket = pattern[at + opening.length] === ']'
      translated.push(hasFirstBracket ? `${opening}\\]` : opening)
      at += opening.length + (hasFirstBracket ? 1 : 0)
      isInClass = true
      continue
    } else if (character === '(' && pattern[at + 1] === '?') {
      // Groups that both have: no capture, look-around, a name.
      if (!/^\(\?(?::|=|!|<=|<!|<[a-z_]\w*>)/i.test(pattern.slice(at, at + 100))) return {}
    }
    const isPlain = isInClass || character === ']'
    translated.push((isPlain ? undefined : translatedCharacters[character]) ?? character)
    at += 1
  }
  if (isInClass) return { problem: 'Unterminated [] set.' }
  return compile(translated.join(''))
}

function readEscape(pattern: string, at: number, isInClass: boolean): string | RegexReading {
  const letter = pattern[at + 1]
  if (letter === undefined) return { problem: 'Illegal \\ at end of pattern.' }
  if (!/\w/.test(letter) || sharedEscapes.has(letter)) return `\\${letter}`
  const translation = translatedEscapes[letter]
  if (translation !== undefined && !(isInClass && 'AZz'.includes(letter))) return translation
  if (untranslatedEscapes.has(letter) && !(isInClass && letter !== 'p' && letter !== 'P')) return {}
  if (letter === 'x') return digitsOf(pattern, at, 2)
  if (letter === 'u') return digitsOf(pattern, at, 4)
  if (letter === 'c') {
    const isControl = /[a-z]/i.test(pattern[at + 2] ?? '')
    return isControl ? pattern.slice(at, at + 3) : { problem: 'Unrecognized control character.' }
  }
  if (/\d/.test(letter)) return backReference(pattern, letter, isInClass)
  return { problem: `Unrecognized escape sequence \\${letter}.` }
}

function digitsOf(pattern: string, at: number, count: number): string | RegexReading {
  const isComplete = new RegExp(`^[\\da-f]{${count}}`, 'i').test(pattern.slice(at + 2))
  return isComplete ? pattern.slice(at, at + 2) : { problem: 'Insufficient or invalid hexadecimal digits.' }
}

/** A digit that is no group of the pattern is refused by .NET; octal numbers are left to it. */
function backReference(pattern: string, digit: string, isInClass: boolean): string | RegexReading {
  if (digit === '0' || isInClass) return {}
  const groups = pattern.replace(/\\./gs, '').match(/\((?!\?(?!<[a-z_]))/gi)?.length ?? 0
  if (Number(digit) <= groups) return `\\${digit}`
  return { problem: `Reference to undefined group number ${digit}.` }
}

function compile(source: string): RegexReading {
  try {
    new RegExp(source, 'i')
    return { source }
  } catch (thrown) {
    const text = String(thrown)
    const known = knownProblems.find(([pattern]) => pattern.test(text))
    return known === undefined ? {} : { problem: known[1] }
  }
}

/** The same mistakes in the words of both. */
const knownProblems: readonly (readonly [RegExp, string])[] = [
  [/Nothing to repeat/, "Quantifier '*' following nothing."],
  [/Unterminated group/, "Not enough )'s."],
  [/Unmatched '\)'/, "Too many )'s."],
  [/Range out of order/, '[x-y] range in reverse order.'],
  [/numbers out of order/, 'Illegal {x,y} with x > y.'],
]

const room = createContext({})
const question = new Script('new RegExp(source, "i").test(text)')

/**
 * Whether a translated pattern is found in a text; undefined when that takes too long, or when letters beyond ASCII
 * make the two languages differ. The pattern may be hostile, so it runs with a limit.
 */
export function findsRegex(source: string, text: string): boolean | undefined {
  if (!/^[\0-\x7f]*$/.test(text) || wastedMs > longestWasteMs) return undefined
  Object.assign(room, { source, text })
  try {
    return question.runInContext(room, { timeout: longestMatchMs }) === true
  } catch {
    wastedMs += longestMatchMs
    return undefined
  }
}
