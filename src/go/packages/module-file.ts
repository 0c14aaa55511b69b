/**
 * Splits go.mod and go.work into their lines: which verb, which words, where each word stands. Pure.
 * Grammar: https://go.dev/ref/mod#go-mod-file-lexical and #go-work-file-lexical.
 */

export interface ModuleWord {
  readonly text: string
  /** From 1. */
  readonly column: number
}

/** One directive, alone or as a line of a block. */
export interface ModuleLine {
  readonly verb: string
  /** What follows the verb, arrows included. */
  readonly words: readonly ModuleWord[]
  /** From 1. */
  readonly line: number
}

export interface LocalReplacement {
  /** What is replaced. */
  readonly module: string
  /** As written; a folder when it begins with `.` or a root. */
  readonly target: ModuleWord
  readonly line: number
}

const mostLines = 20_000
/** Comment, raw string, string, or a run of what is no space. Every alternative is linear. */
const word = /\/\/[^\n]*|`[^`\n]*`?|"(?:[^"\\\n]|\\.)*"?|(?:(?!\/\/)[^\s"`()])+|[()]/g

/**
 * @param text go.mod or go.work
 * @returns its directives in order; what is no directive comes as one with a strange verb
 */
export function readModuleLines(text: string): readonly ModuleLine[] {
  const found: ModuleLine[] = []
  let block: string | undefined
  for (const [index, line] of text.split('\n').slice(0, mostLines).entries()) {
    const words = [...line.slice(0, 4096).matchAll(word)]
      .filter(([lexed]) => !lexed.startsWith('//'))
      .map((match) => ({ text: unquoted(match[0]), column: match.index + 1 }))
    const [first, second] = words
    if (first === undefined) continue
    if (block !== undefined) {
      if (first.text === ')') block = undefined
      else found.push({ verb: block, words, line: index + 1 })
    } else if (second?.text === '(') block = first.text
    else found.push({ verb: first.text, words: words.slice(1), line: index + 1 })
  }
  return found
}

/**
 * @param lines what {@link readModuleLines} returned
 * @returns the path in the `module` line, empty when there is none
 */
export function modulePathOf(lines: readonly ModuleLine[]): string {
  return lines.find(({ verb }) => verb === 'module')?.words[0]?.text ?? ''
}

/**
 * @param lines what {@link readModuleLines} returned
 * @returns the `go` line with its version
 */
export function goLineOf(
  lines: readonly ModuleLine[],
): { readonly version: string; readonly line: number } | undefined {
  const found = lines.find(({ verb }) => verb === 'go')
  const version = found?.words[0]?.text
  return found === undefined || version === undefined ? undefined : { version, line: found.line }
}

/**
 * @param lines what {@link readModuleLines} returned
 * @returns the replacements by a folder
 */
export function localReplacementsOf(lines: readonly ModuleLine[]): readonly LocalReplacement[] {
  return lines.flatMap(({ verb, words, line }) => {
    const arrow = words.findIndex(({ text }) => text === '=>')
    const [module] = words
    const target = words[arrow + 1]
    if (verb !== 'replace' || arrow < 1 || module === undefined || target === undefined) return []
    const isFolder = words.length === arrow + 2 && /^(?:\.{1,2}(?:[\\/]|$)|[\\/]|[A-Za-z]:)/.test(target.text)
    return isFolder ? [{ module: module.text, target, line }] : []
  })
}

function unquoted(lexed: string): string {
  const quote = lexed[0]
  if (quote !== '"' && quote !== '`') return lexed
  return lexed.length > 1 && lexed.endsWith(quote) ? lexed.slice(1, -1) : lexed.slice(1)
}
