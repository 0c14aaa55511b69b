/** Where in the project's own code a stack frame, or a line that the program printed, comes from. */
import { dirname } from 'node:path/posix'
import { goCodeOf } from './code'
import { placeOfOffset } from './source'
import type { GoSources } from './sources'

export interface SourcePlace {
  /** Relative to the repository root. */
  readonly file: string
  readonly line: number
}

/**
 * The place of a frame in a stack trace.
 *
 * @param path as the trace writes it: after the path of the module (`-trimpath`), or absolute
 * @returns undefined for code of others
 */
export function placeOfFrame(sources: GoSources, path: string, line: number): SourcePlace | undefined {
  const { files } = goCodeOf(sources)
  for (const { path: goMod, text } of sources.modules) {
    const module = /^[ \t]*module[ \t]+"?([^\s"]+)/m.exec(text)?.[1]
    if (module === undefined || !path.startsWith(`${module}/`)) continue
    const folder = dirname(goMod)
    const inside = path.slice(module.length + 1)
    const file = folder === '.' ? inside : `${folder}/${inside}`
    if (files.some((each) => each.path === file)) return { file, line }
  }
  if (path.startsWith('/')) {
    const file = files.find((each) => path.endsWith(`/${each.path}`))?.path
    return file === undefined ? undefined : { file, line }
  }
  // Files that are built without a module have no path before their name.
  const bare = /^(?:\.\/|command-line-arguments\/|_\/.*\/)?([^/]+\.go)$/.exec(path)?.[1]
  const same = files.filter((each) => each.isMain && each.path.split('/').at(-1) === bare)
  const [only] = same
  return only === undefined || same.length > 1 ? undefined : { file: only.path, line }
}

/** Shorter texts stand in too many lines. */
const leastLength = 6

/**
 * The place of the text in the code that a printed line holds: the longest one, without what `%s` stands for.
 *
 * @param line as printed
 * @returns undefined when no text of the code is in it
 */
export function placeOfText(sources: GoSources, line: string): SourcePlace | undefined {
  let best: SourcePlace | undefined
  let longest = leastLength - 1
  for (const file of goCodeOf(sources).files) {
    for (const { kind, text, offset } of file.tokens()) {
      if (kind !== 'string' || text.length <= longest) continue
      const parts = text.split(/%[-+# 0]*[\d.*]*[a-zA-Z]|\n/).map((part) => part.trim())
      const part = parts.reduce((a, b) => (b.length > a.length ? b : a), '')
      if (part.length <= longest || !line.includes(part)) continue
      longest = part.length
      best = { file: file.path, line: placeOfOffset(file.text, offset).line }
    }
  }
  return best
}
