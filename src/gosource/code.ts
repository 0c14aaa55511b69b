/**
 * What the Go code of a project says, file by file: imports, strings, constants, calls.
 * It reads tokens only and resolves no types.
 */
import { type GoToken, tokenizeGo } from './source'
import type { GoSources, SourceFile } from './sources'

export interface GoFile {
  readonly path: string
  readonly text: string
  readonly imports: readonly string[]
  readonly isMain: boolean
  /** All tokens. Costly the first time: ask the text first whether the file matters. */
  readonly tokens: () => readonly GoToken[]
}

export interface GoCode {
  readonly files: readonly GoFile[]
  /** Import paths that are neither of the standard library nor of the project's own modules. */
  readonly foreignImports: ReadonlySet<string>
}

const known = new WeakMap<GoSources, GoCode>()

/**
 * Reads the Go code; the result is kept for as long as the sources are.
 *
 * @param sources the texts around the function app
 * @returns what its own files say; packages of other modules are only named
 */
export function goCodeOf(sources: GoSources): GoCode {
  const found = known.get(sources)
  if (found !== undefined) return found
  const code = readCode(sources)
  known.set(sources, code)
  return code
}

function readCode(sources: GoSources): GoCode {
  const files = sources.files.map(readFile)
  const own = sources.modules
    .map(({ text }) => /^[ \t]*module[ \t]+"?([^\s"]+)/m.exec(text)?.[1])
    .filter((path) => path !== undefined)
  const isForeign = (path: string) =>
    (path.split('/')[0] ?? '').includes('.') &&
    !own.some((module) => path === module || path.startsWith(`${module}/`))
  return { files, foreignImports: new Set(files.flatMap(({ imports }) => imports.filter(isForeign))) }
}

function readFile({ path, text }: SourceFile): GoFile {
  let all: readonly GoToken[] | undefined
  const tokens = () => {
    all ??= [...tokenizeGo(text)]
    return all
  }
  return { path, text, tokens, ...readHead(text) }
}

/** The package clause and the imports, which come before every other declaration. */
function readHead(text: string): Pick<GoFile, 'imports' | 'isMain'> {
  const imports: string[] = []
  let previous = ''
  let isMain = false
  for (const token of tokenizeGo(text)) {
    if (token.kind === 'name' && /^(func|var|const|type)$/.test(token.text)) break
    if (previous === 'package') isMain = token.text === 'main'
    if (token.kind === 'string') imports.push(token.text)
    previous = token.text
  }
  return { imports, isMain }
}

const constants = new WeakMap<GoCode, Map<string, string | undefined>>()
const assignments = new WeakMap<GoFile, ReadonlyMap<string, readonly (string | undefined)[]>>()

/**
 * The text of a constant or variable that is set exactly once in all of the code, by name.
 *
 * @param name without a package before it
 * @returns its value, or `undefined` when it is no string or is set more than once
 */
export function constantNamed(code: GoCode, name: string): string | undefined {
  const known = constants.get(code) ?? new Map<string, string | undefined>()
  constants.set(code, known)
  if (!known.has(name)) known.set(name, findConstant(code, name))
  return known.get(name)
}

function findConstant(code: GoCode, name: string): string | undefined {
  const values = code.files.flatMap((file) => {
    if (!file.text.includes(name)) return []
    const found = assignments.get(file) ?? collectAssignments(file.tokens())
    assignments.set(file, found)
    return found.get(name) ?? []
  })
  return values.length === 1 ? values[0] : undefined
}

/** What is assigned by `name = ...` and `name := ...`; `undefined` stands for anything but one string. */
function collectAssignments(
  tokens: readonly GoToken[],
): ReadonlyMap<string, readonly (string | undefined)[]> {
  const values = new Map<string, (string | undefined)[]>()
  for (let index = 0; index + 2 < tokens.length; index += 1) {
    const name = tokens[index]
    if (name?.kind !== 'name' || tokens[index - 1]?.text === '.') continue
    const at = assignedAt(tokens, index + 1)
    if (at === undefined) continue
    const value = tokens[at]
    const isWhole = value?.kind === 'string' && tokens[at + 1]?.text !== '+'
    const known = values.get(name.text) ?? []
    known.push(isWhole ? value.text : undefined)
    values.set(name.text, known)
  }
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
 * @returns false when the program is built from a package that was not read
 */
export function hasOwnMain(code: GoCode): boolean {
  return code.files.some(({ isMain, text }) => isMain && /^func main\(/m.test(text))
}

/**
 * The text that an argument of a call stands for: strings and known names, joined by `+`.
 *
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
      last?.kind === 'string' ? last.text : last?.kind === 'name' ? constantNamed(code, last.text) : undefined
    if (part === undefined) return undefined
    if (isQualified) index += 2
    value += part
    const after = tokens[index + 1]?.text
    if (after === ',' || after === ')') return { value, next: index + 1 }
    if (after !== '+') return undefined
  }
  return undefined
}
