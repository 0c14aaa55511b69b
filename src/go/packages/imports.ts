/**
 * Finds the import declarations of a Go file with their lines. `go list` says what a package imports, but not
 * where. Pure; reads no further than the last import.
 */

export interface ImportLine {
  readonly path: string
  /** The name given in front of the path, empty when there is none. */
  readonly alias: string
  readonly line: number
  readonly column: number
}

const longestSource = 1024 * 1024

/**
 * Reads the import declarations (Go specification, "Import declarations": they come before everything else in a
 * file but the package clause).
 *
 * @param source text of a Go file
 * @returns its imports in order; empty for a text that is not Go
 */
export function readImports(source: string): ImportLine[] {
  const imports: ImportLine[] = []
  const tokens = tokenize(source.slice(0, longestSource))
  let isInGroup = false
  let isDeclaration = false
  let alias = ''
  for (const { text, offset } of tokens) {
    if (/^["`]/.test(text)) {
      if (!isDeclaration) break
      imports.push({ path: text.slice(1, -1), alias, ...positionOf(source, offset) })
      alias = ''
      isDeclaration = isInGroup
    } else if (text === '(' && isDeclaration) {
      isInGroup = true
    } else if (text === ')' && isInGroup) {
      isInGroup = false
      isDeclaration = false
    } else if (isDeclaration) {
      alias = text
    } else if (text === 'import') {
      isDeclaration = true
    } else if (text === 'package') {
      // The name of the package follows; it is the only other word before the imports.
      tokens.next()
    } else {
      break
    }
  }
  return imports
}

/**
 * Reads the package clause, which comes before everything else in a file.
 *
 * @returns its place and name; undefined for a text that is not Go
 */
export function packageClauseOf(
  source: string,
): { readonly name: string; readonly line: number; readonly column: number } | undefined {
  const [first, second] = tokenize(source.slice(0, longestSource))
  if (first?.text !== 'package' || second === undefined || !/^[\p{L}_]/u.test(second.text)) return undefined
  return { name: second.text, ...positionOf(source, first.offset) }
}

interface Token {
  readonly text: string
  readonly offset: number
}

function* tokenize(source: string): Generator<Token, void> {
  const pattern = /[\s;]+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|("[^"\n]*"|`[^`]*`|[\p{L}_.][\p{L}\p{Nd}_.]*|[()])/uy
  for (;;) {
    const offset = pattern.lastIndex
    const match = pattern.exec(source)
    if (match === null) return
    if (match[1] !== undefined) yield { text: match[1], offset }
  }
}

function positionOf(source: string, offset: number): { line: number; column: number } {
  const before = source.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  // Go counts columns in bytes.
  return { line: before.split('\n').length, column: Buffer.byteLength(before.slice(lineStart)) + 1 }
}
