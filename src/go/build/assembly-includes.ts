/**
 * What the assembly of a package includes, read as Go's assembler reads it (cmd/asm/internal/lex): for runs in which a
 * stranger may have written it. Where the assembler may do more than can be read here, it says so.
 */
import { existsSync } from 'node:fs'
import nodePath from 'node:path'
import { readText } from '../command/text-file'

const mostIncludes = 1000

export interface IncludedFile {
  /** Absolute; links are not followed. */
  readonly path: string
  /** Why it cannot be told what the assembler reads there, as a sentence. */
  readonly doubt?: string
}

/**
 * @param packageFolder absolute; the assembler runs there, and names are relative to it, whichever file has them
 * @param assemblyFiles absolute
 */
export function includesOfAssembly(
  packageFolder: string,
  assemblyFiles: readonly string[],
): readonly IncludedFile[] {
  const places: IncludedFile[] = []
  const place = (path: string, doubt?: string): void => {
    places.push(doubt === undefined ? { path } : { path, doubt })
  }
  const queue = new Set(assemblyFiles)
  for (const file of queue) {
    const text = readText(file)
    if (text === undefined) {
      // The assembler's own headers lie in GOROOT. What is there and cannot be read here may include anything.
      if (existsSync(file)) place(file, 'It is larger than 1 MiB or cannot be read.')
      continue
    }
    for (const name of includedNames(text)) {
      if (name === undefined) {
        place(file, "It has an 'include' that is no plain '#include \"NAME\"'.")
        continue
      }
      const path = nodePath.resolve(packageFolder, name)
      if (queue.has(path)) continue
      if (queue.size >= mostIncludes) {
        place(file, `The package includes more than ${mostIncludes} files.`)
        return places
      }
      queue.add(path)
      // A name that is not there is looked for in folders of GOROOT and of the build.
      const leaves = name.split(/[\\/]/).includes('..') && !existsSync(path)
      place(path, leaves ? `'${name}' is not there. Go looks for it in other folders.` : undefined)
    }
  }
  return places
}

/**
 * Each use of the word `include` outside of comments and strings. A macro may put `#`, the word and the name together
 * from pieces, so that nothing but the whole directive with a name that is spelt out can be trusted.
 *
 * @returns names; undefined for a use that is none
 */
function includedNames(text: string): readonly (string | undefined)[] {
  const names: (string | undefined)[] = []
  // Comments, strings and characters as text/scanner reads them; what else is an identifier of the assembler; '#'.
  const tokens =
    /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n]|\\[^\n])*"?|'(?:[^'\\\n]|\\[^\n])*'?|[\p{L}\p{N}_\u00B7\u2215]+|\S/gu
  const code = [...text.matchAll(tokens)].map(([token]) => token).filter((token) => !/^\/[/*]/.test(token))
  for (const [index, token] of code.entries())
    if (token === 'include') names.push(code[index - 1] === '#' ? nameIn(code[index + 1]) : undefined)
    else if (/^\p{N}.*include/u.test(token)) names.push(undefined) // A number, and then the word.
  return names
}

/** The name in a string literal; undefined where it is not spelt as it is. */
const nameIn = (literal = ''): string | undefined => /^"([^"\\\n]{1,1000})"$/.exec(literal)?.[1]
