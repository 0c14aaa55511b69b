/**
 * Which environment variables the Go code reads, as far as literals tell: through os and syscall, through functions of
 * its own around these, in struct tags, and as configuration libraries name them. It judges nothing.
 */
import {
  argumentsOf,
  loopedTexts,
  openingAfter,
  type Parameter,
  parameterNamed,
  textAt,
  textsOfList,
} from './calls'
import { type GoCode, type GoFile, goCodeOf } from './code'
import { readsEnvironment } from './configuration-libraries'
import { type GoToken, placeOfOffset } from './source'
import type { GoSources } from './sources'

/** One place that reads a variable. */
export interface ReadVariable {
  readonly name: string
  /** Relative to the repository root. */
  readonly file: string
  readonly line: number
}

export interface ReadVariables {
  /** In the order of files and lines; the same name once for each line. */
  readonly variables: readonly ReadVariable[]
  /** Import path of a configuration library in use, which may read variables that nothing here names. */
  readonly library: string | undefined
}

/** The host sets them for every handler. */
const portVariables: ReadonlySet<string> = new Set([
  'FUNCTIONS_CUSTOMHANDLER_PORT',
  'FUNCTIONS_HTTPWORKER_PORT',
])

/** Without one of these words a file reads no variable, unless a function of another file does it. */
const mayRead = /Getenv|LookupEnv|ExpandEnv|BindEnv|env(?:config|var)?:|EnvVars?\b|Envar/
const maxVariables = 500
/** A function around a function around a function. */
const deepestWrapping = 3

const known = new WeakMap<GoSources, ReadVariables>()

/**
 * Collects the variables that the code reads, but the two of the port.
 *
 * @param sources the texts around the function app
 * @returns the places, and a library that may read more
 */
export function readVariables(sources: GoSources): ReadVariables {
  const found = known.get(sources)
  if (found !== undefined) return found
  const read = collect(goCodeOf(sources))
  known.set(sources, read)
  return read
}

function collect(code: GoCode): ReadVariables {
  const places: Place[] = []
  let readers: readonly Reader[] = [
    { packageName: 'os', functionName: 'Getenv', position: 0 },
    { packageName: 'os', functionName: 'LookupEnv', position: 0 },
    { packageName: 'syscall', functionName: 'Getenv', position: 0 },
  ]
  const seen = new Set<string>()
  for (let depth = 0; depth <= deepestWrapping && readers.length > 0; depth += 1) {
    const wrappers: Reader[] = []
    for (const file of code.files) {
      const named = readers.filter(({ functionName }) => file.text.includes(functionName))
      if (named.length > 0) wrappers.push(...collectCalls(code, file, named, places))
    }
    readers = wrappers.filter(({ functionName, position }) => {
      const key = `${functionName} ${position}`
      const isNew = !seen.has(key)
      seen.add(key)
      return isNew
    })
  }
  for (const file of code.files) if (mayRead.test(file.text)) collectOtherForms(code, file, places)
  const variables = places
    .filter(({ name }) => /^[A-Za-z_][\w.:-]{0,127}$/.test(name) && !portVariables.has(name))
    .sort((a, b) => (a.file.path < b.file.path ? -1 : a.file.path > b.file.path ? 1 : a.offset - b.offset))
    .slice(0, maxVariables)
    .map(({ name, file, offset }) => ({ name, file: file.path, line: placeOfOffset(file.text, offset).line }))
  const isKnown = new Set<string>()
  const distinct = variables.filter(({ name, file, line }) => {
    const key = `${name}\0${file}\0${line}`
    const isFirst = !isKnown.has(key)
    isKnown.add(key)
    return isFirst
  })
  return { variables: distinct, library: libraryIn(code) }
}

interface Place {
  readonly name: string
  readonly file: GoFile
  readonly offset: number
}

/** A function whose argument at `position` names a variable; of any package when none is given. */
interface Reader extends Parameter {
  readonly packageName?: string
}

/** Collects from the calls of these functions; the result are the functions that pass a parameter of theirs on. */
function collectCalls(
  code: GoCode,
  file: GoFile,
  readers: readonly Reader[],
  places: Place[],
): readonly Reader[] {
  const tokens = file.tokens()
  const wrappers: Reader[] = []
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'name') continue
    const called = readers.find(
      ({ functionName, packageName }) =>
        functionName === token.text &&
        (packageName === undefined ||
          (tokens[index - 1]?.text === '.' && tokens[index - 2]?.text === packageName)),
    )
    const open = called === undefined ? undefined : openingAfter(tokens, index)
    if (called === undefined || open === undefined || isDeclared(tokens, index)) continue
    const at = argumentsOf(tokens, open)[called.position]
    const argument = at === undefined ? undefined : tokens[at]
    if (at === undefined || argument === undefined) continue
    const value = textAt(code, tokens, at)
    if (value !== undefined) {
      places.push({ name: value, file, offset: argument.offset })
      continue
    }
    if (argument.kind !== 'name') continue
    const looped = loopedTexts(code, tokens, at, argument.text)
    places.push(...looped.map((each) => ({ name: each.value, file, offset: each.token.offset })))
    const parameter = looped.length > 0 ? undefined : parameterNamed(tokens, index, argument.text)
    if (parameter !== undefined) wrappers.push(parameter)
  }
  return wrappers
}

/** The name after `func`, or after a receiver. */
function isDeclared(tokens: readonly GoToken[], index: number): boolean {
  const before = tokens[index - 1]
  return before?.kind === 'name' ? before.text === 'func' : before?.text === ')'
}

/** Struct tags, texts with `$NAME`, and the fields and calls of the libraries for command lines and configuration. */
function collectOtherForms(code: GoCode, file: GoFile, places: Place[]): void {
  const tokens = file.tokens()
  const add = (name: string, { offset }: GoToken): void => void places.push({ name, file, offset })
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'string') {
      for (const [, name = ''] of token.text.matchAll(envTag)) add(name, token)
      continue
    }
    if (token.kind !== 'name') continue
    const [next, value] = [tokens[index + 1], tokens[index + 2]]
    if (next?.text === ':' && value !== undefined && /^EnvVars?$/.test(token.text)) {
      if (value.kind === 'string') for (const name of value.text.split(',')) add(name.trim(), value)
      else for (const each of textsOfList(code, tokens, index + 2)) add(each.value, each.token)
    }
    if (next?.text !== '(') continue
    const given = argumentsOf(tokens, index + 1).flatMap((at) => {
      const text = textAt(code, tokens, at)
      const first = tokens[at]
      return text === undefined || first === undefined ? [] : [{ text, first }]
    })
    if (/^(?:Envar|OverrideDefaultFromEnvar|EnvVars?)$/.test(token.text)) {
      for (const { text, first } of given) add(text, first)
    } else if (/^(?:Must)?BindEnv$/.test(token.text)) {
      // With the key alone the variable has the key's name in capitals, after a prefix that is set elsewhere.
      for (const { text, first } of given.slice(1)) add(text, first)
    } else if (token.text === 'ExpandEnv') {
      for (const { text, first } of given) {
        for (const [, bare, braced = bare ?? ''] of text.matchAll(/\$(?:(\w{1,128})|\{(\w{1,128})\})/g))
          add(braced, first)
      }
    }
  }
}

/** As in `env:"DATABASE_URL,required"`. */
const envTag = /(?:^|[\s"])env(?:config|var)?:"([A-Za-z_]\w{0,127})/g

function libraryIn(code: GoCode): string | undefined {
  for (const { imports, text } of code.files) {
    const library = imports.find((path) => readsEnvironment(path, text))
    if (library !== undefined) return library
  }
  return undefined
}
