/** The fenced blocks of Markdown pages, and the commands inside those that are for a shell. For tests and `npm run test:act`. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import createMarkdownIt from 'markdown-it'
import { repositoryRoot } from './run-action'

export interface PageBlock {
  readonly page: string
  /** Line of the opening fence, from 1. */
  readonly line: number
  /** The word after the fence; empty when there is none. */
  readonly kind: string
  readonly text: string
}

/**
 * @param page path of a Markdown file from the root of the repository
 * @returns its fenced blocks from top to bottom, also those inside lists
 */
export function readPageBlocks(page: string): readonly PageBlock[] {
  const tokens = createMarkdownIt({ html: true }).parse(readFileSync(join(repositoryRoot, page), 'utf8'), {})
  return tokens
    .filter(({ type }) => type === 'fence')
    .map(({ info, content, map }) => ({ page, line: (map?.[0] ?? 0) + 1, kind: info.trim(), text: content }))
}

/**
 * @param text of a block for a shell
 * @returns one command a line: comments left out, continued lines joined, assignments without their value unless
 *   that is a command itself
 */
export function shellCommands(text: string): readonly string[] {
  return text
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n')
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter((line) => line !== '')
    .map((line) => /^\w+=\$\((.*)\)$/.exec(line)?.[1] ?? line)
    .filter((line) => !/^\w+=[^\s]*$/.test(line))
}

/**
 * Splits a command into words as a POSIX shell does, with variables replaced.
 *
 * @param command one command
 * @param values of variables; others become their name
 * @returns words without their quotes
 */
export function shellWords(
  command: string,
  values: Readonly<Record<string, string>> = {},
): readonly string[] {
  const words = command.match(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g) ?? []
  return words.map((word) =>
    word.replace(/'([^']*)'|"([^"]*)"|([^'"]+)/g, (_, single, double, plain) =>
      single === undefined
        ? String(double ?? plain).replace(/\$(\w+)/g, (__, name: string) => values[name] ?? name)
        : String(single),
    ),
  )
}
