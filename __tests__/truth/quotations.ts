/**
 * Quotations in our texts: which parts of Markdown are words of a program, and how they are recognised among words
 * that were recorded with other names, numbers and paths. Pure.
 */

/** Commands and names of files are set in the same way, and nobody says them. */
const notSaid = /^(az|go|func|npm) /

/**
 * Finds what a text quotes.
 *
 * @param markdown text with code spans
 * @param leastWords spans of fewer words are names and values
 */
export function quotationsIn(markdown: string, leastWords = 2): readonly string[] {
  return [...markdown.matchAll(/(?<!`)(`+)(?!`)(.*?[^`])\1(?!`)/gs)]
    .map(([, , text = '']) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text.split(' ').length >= leastWords && !notSaid.test(text))
}

/** How the log introduces what is wrong with a function; the recordings hold the rest of the line. */
export const introduction = /^The '[^']*' function is in error: /

/**
 * The expression that finds a quotation among recorded texts. Names in quotes, numbers, paths, `…`, and the single
 * letters that stand for a name match any other; names of .NET types, of parameters and keys of settings match only themselves.
 */
export function patternOf(quotation: string): RegExp {
  const words = quotation.replace(introduction, '')
  const parts = words.split(
    /((?<=Process fileName: ).+|(?<=binding name )\S+|\(Parameter '[^']*'\)|`[^`']*'|'[^']*'|"[^"]*"|…|(?<![\w'])(?:\.{0,2}\/)[\w./%-]+|%\w+%|\b[XYN]\b|0x[0-9A-F]+|\d[\d.:]*)/,
  )
  const pattern = parts.map((part, at) => (at % 2 === 0 ? literal(part) : wildcard(part))).join('')
  return new RegExp(pattern)
}

/** Between two sentences a recorded text may name the library that the second one is of. */
function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\\\. (?=[A-Z]|$)/g, '\\. (?:[\\w.]+: )?')
}

function wildcard(part: string): string {
  const first = part.charAt(0)
  if (first === "'" || first === '"') {
    const name = part.slice(1, -1)
    const isExact = /^(System|Microsoft|Newtonsoft)\.|:/.test(name)
    return isExact ? literal(part) : `${first}[^${first}]*${first}`
  }
  if (first === '(') return literal(part)
  if (first === '`') return "`[^']*'"
  return /^[\d]/.test(part) ? '[\\d.:x]+[\\dA-F]*' : '[^\\n]*?'
}
