/**
 * What the Go code of a project says, file by file: imports, strings, constants, calls.
 * It reads tokens only and resolves no types.
 */
import { type GoToken, tokenizeGo } from './go-source'
import type { GoSources, Project, SourceFile } from './project'

export interface GoFile {
  readonly path: string
  readonly text: string
  readonly tokens: readonly GoToken[]
  readonly imports: readonly string[]
  readonly isMain: boolean
}

export interface GoCode {
  readonly files: readonly GoFile[]
  /** Values of constants and variables that are set to one string exactly once, by name. */
  readonly constants: ReadonlyMap<string, string>
  /** Import paths that are neither of the standard library nor of the project's own modules. */
  readonly foreignImports: ReadonlySet<string>
}

const known = new WeakMap<Project, GoCode>()

/**
 * Reads the Go code of a project; the result is kept for as long as the project is.
 *
 * @param project the project
 */
export function goCodeOf(project: Project): GoCode {
  const found = known.get(project)
  if (found !== undefined) return found
  const code = readCode(project.go)
  known.set(project, code)
  return code
}

function readCode(sources: GoSources): GoCode {
  const files = sources.files.map(readFile)
  const own = sources.modules
    .map(({ text }) => /^\s*module\s+"?([^\s"]+)/m.exec(text)?.[1])
    .filter((path) => path !== undefined)
  const isForeign = (path: string) =>
    (path.split('/')[0] ?? '').includes('.') &&
    !own.some((module) => path === module || path.startsWith(`${module}/`))
  return {
    files,
    constants: collectConstants(files),
    foreignImports: new Set(files.flatMap(({ imports }) => imports.filter(isForeign))),
  }
}

function readFile({ path, text }: SourceFile): GoFile {
  const tokens = tokenizeGo(text)
  const [first, name] = tokens
  return {
    path,
    text,
    tokens,
    imports: readImports(tokens),
    isMain: first?.text === 'package' && name?.text === 'main',
  }
}

function readImports(tokens: readonly GoToken[]): readonly string[] {
  const imports: string[] = []
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index]
    if (token?.kind !== 'name') continue
    // Imports come before every other declaration.
    if (['func', 'var', 'const', 'type'].includes(token.text)) break
    if (token.text !== 'import') continue
    const isGroup = tokens[index + 1]?.text === '('
    for (index += 1; index < tokens.length; index += 1) {
      const part = tokens[index]
      if (part?.kind === 'string') imports.push(part.text)
      if (isGroup ? part?.text === ')' && part.kind === 'sign' : part?.kind === 'string') break
    }
  }
  return imports
}

/** `name = "..."` and `name := "..."`, also in groups; a name that is set twice is left out. */
function collectConstants(files: readonly GoFile[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  const repeated = new Set<string>()
  for (const { tokens } of files) {
    for (let index = 0; index + 2 < tokens.length; index += 1) {
      const name = tokens[index]
      if (name?.kind !== 'name' || tokens[index - 1]?.text === '.') continue
      const at = assignedAt(tokens, index + 1)
      if (at === undefined) continue
      if (values.has(name.text)) repeated.add(name.text)
      const value = tokens[at]
      const isWhole = tokens[at + 1]?.text !== '+'
      if (value?.kind === 'string' && isWhole) values.set(name.text, value.text)
      else repeated.add(name.text)
    }
  }
  for (const name of repeated) values.delete(name)
  return values
}

/** Index of the assigned value after `=`, `:=` or `string =`. */
function assignedAt(tokens: readonly GoToken[], index: number): number | undefined {
  const at = tokens[index]?.text === 'string' ? index + 1 : index
  if (tokens[at]?.text === ':' && tokens[at + 1]?.text === '=') return at + 2
  if (tokens[at]?.text !== '=' || tokens[at + 1]?.text === '=') return undefined
  return at + 1
}

/**
 * Says whether the program's own `main` is among the files.
 *
 * @param code the project's code
 */
export function hasOwnMain(code: GoCode): boolean {
  return code.files.some(({ isMain, text }) => isMain && /^func main\(/m.test(text))
}

/**
 * The text that an argument of a call stands for: strings and known names, joined by `+`.
 *
 * @param code the project's code
 * @param tokens tokens of the file
 * @param start index of the argument's first token
 * @returns the value and the index after it, or `undefined` when it is anything else
 */
export function resolveText(
  code: GoCode,
  tokens: readonly GoToken[],
  start: number,
): { readonly value: string; readonly next: number } | undefined {
  let value = ''
  for (let index = start; index < tokens.length; index += 2) {
    const token = tokens[index]
    // A constant of another package is `package.Name`.
    const isQualified =
      token?.kind === 'name' && tokens[index + 1]?.text === '.' && tokens[index + 2]?.kind === 'name'
    const last = isQualified ? tokens[index + 2] : token
    const part =
      last?.kind === 'string' ? last.text : last?.kind === 'name' ? code.constants.get(last.text) : undefined
    if (part === undefined) return undefined
    if (isQualified) index += 2
    value += part
    const after = tokens[index + 1]?.text
    if (after === ',' || after === ')') return { value, next: index + 1 }
    if (after !== '+') return undefined
  }
  return undefined
}
