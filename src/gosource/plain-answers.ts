/**
 * Handlers of net/http that surely answer something other than JSON: they write without ever touching the headers, so
 * that the server calls it plain text, or they write nothing. Whenever the code leaves a doubt, it says nothing.
 */
import { argumentsOf, bodyFrom } from './calls'
import { type GoCode, type GoFile, goCodeOf, resolveText } from './code'
import type { SourcePlace } from './program-places'
import { type GoToken, placeOfOffset } from './source'
import type { GoSources } from './sources'

export interface PlainAnswer extends SourcePlace {
  readonly kind: 'text' | 'empty'
}

/**
 * @param path that the host posts to, for example `/Job`
 * @returns where the handler of that path writes, or begins; undefined when it may well answer JSON
 */
export function plainAnswerTo(sources: GoSources, path: string): PlainAnswer | undefined {
  const code = goCodeOf(sources)
  // Something around the handlers may set the header for them.
  if (code.files.some(({ text }) => /\bServeHTTP\b|\bUse\(/.test(text))) return undefined
  for (const file of code.files.filter(({ text }) => text.includes('HandleFunc'))) {
    const handler = registeredFor(code, file, path)
    const found = handler === undefined ? undefined : handlerOf(code, file, handler)
    if (found !== undefined) return answerOf(found)
  }
  return undefined
}

/** Index of the second argument of `HandleFunc("/Job", …)`. */
function registeredFor(code: GoCode, file: GoFile, path: string): number | undefined {
  const tokens = file.tokens()
  for (const [index, { text, kind }] of tokens.entries()) {
    if (kind !== 'name' || text !== 'HandleFunc' || tokens[index + 1]?.text !== '(') continue
    const [pattern, handler] = argumentsOf(tokens, index + 1)
    const registered = pattern === undefined ? undefined : resolveText(code, tokens, pattern)?.value
    if (registered?.replace(/^POST +/, '') === path) return handler
  }
  return undefined
}

interface Handler {
  readonly file: GoFile
  /** Of the parameters' bracket. */
  readonly open: number
}

/** A function literal, or the one declared function of that name. */
function handlerOf(code: GoCode, file: GoFile, at: number): Handler | undefined {
  const tokens = file.tokens()
  const first = tokens[at]
  if (first?.text === 'func' && tokens[at + 1]?.text === '(') return { file, open: at + 1 }
  if (first?.kind !== 'name' || !/^[,)]$/.test(tokens[at + 1]?.text ?? '')) return undefined
  const declared = code.files.flatMap((other): Handler[] => {
    if (!other.text.includes(`func ${first.text}(`)) return []
    const open = other
      .tokens()
      .findIndex(
        ({ text }, index, all) =>
          text === '(' && all[index - 1]?.text === first.text && all[index - 2]?.text === 'func',
      )
    return open < 0 ? [] : [{ file: other, open }]
  })
  return declared.length === 1 ? declared[0] : undefined
}

function answerOf({ file, open }: Handler): PlainAnswer | undefined {
  const tokens = file.tokens()
  const writer = tokens[argumentsOf(tokens, open)[0] ?? -1]?.text
  const body = bodyFrom(tokens, open)
  if (writer === undefined || body === undefined) return undefined
  let written: GoToken | undefined
  for (let index = body.start; index < body.end; index += 1) {
    const token = tokens[index]
    if (token?.kind !== 'name' || token.text !== writer || tokens[index - 1]?.text === '.') continue
    const method = tokens[index + 1]?.text === '.' ? tokens[index + 2]?.text : undefined
    const call = tokens[index - 1]?.text === '(' ? tokens[index - 2]?.text : undefined
    if (method === 'WriteHeader') continue
    const writes =
      method === 'Write' || (method === undefined && /^(?:Fprint(?:f|ln)?|WriteString)$/.test(call ?? ''))
    // Whatever else is done with it may set the header.
    if (!writes) return undefined
    written ??= token
  }
  const place = (offset: number) => ({ file: file.path, line: placeOfOffset(file.text, offset).line })
  if (written !== undefined) return { kind: 'text', ...place(written.offset) }
  return { kind: 'empty', ...place(tokens[open]?.offset ?? 0) }
}
