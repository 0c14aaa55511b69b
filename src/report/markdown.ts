/**
 * The only place that turns untrusted text into GitHub-flavoured Markdown.
 * Text leaves here as escaped prose, a code span or a fence; no other file of the summary writes raw strings.
 */
import { clip, visible } from '../text/visible'

/** What stands where there is nothing to say; an empty cell looks like a mistake. */
export const nothing = '—'

/** A part of the summary. The renderer may leave out a part whose `isDetail` is true when space is short. */
export interface Section {
  readonly title: string
  readonly body: string
  readonly isDetail: boolean
}

/**
 * What GitHub links or replaces in ordinary text whether or not it is escaped, because it works on the
 * finished text: mentions, issue numbers, commits, advisories, addresses, emoji names, mathematics.
 */
const rewritten =
  /[@$]|#\d|:\/\/|www\.|\b(?:GH|GHSA|CVE)-|:[\w+-]+:|mailto:|xmpp:|(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])/i

/**
 * Running text. Text between backticks becomes a code span, and so does every word that GitHub would turn
 * into a link, a mention or an emoji; all else is escaped. Line ends become `<br>`.
 *
 * @param maxLength most characters to show
 * @returns inline Markdown on one line, also fit for a table cell
 * @see GitHub Flavored Markdown 0.29 §2.4, §6; GitHub Docs "Autolinked references and URLs"
 */
export function prose(text: string, maxLength = 2000): string {
  const lines = visible(clip(text, maxLength)).split('\n')
  return lines.map(proseLine).filter(Boolean).join('<br>') || nothing
}

function proseLine(line: string): string {
  return line
    .split(/(`[^`]+`)/)
    .map((part) => (/^`[^`]+`$/.test(part) ? code(part.slice(1, -1)) : words(part)))
    .join('')
    .trim()
}

function words(text: string): string {
  return text
    .split(/([ \t]+)/)
    .map((token) => (/^[ \t]*$/.test(token) ? token && ' ' : word(token)))
    .join('')
}

function word(token: string): string {
  if (!rewritten.test(token)) return escaped(token)
  const [, before = '', core = '', after = ''] = /^(['"(]*)(.*?)(['").,;:]*)$/.exec(token) ?? []
  return core === '' ? escaped(token) : before + code(core) + after
}

function escaped(token: string): string {
  return token
    .replace(/&/g, '&amp;')
    .replace(/[\\`*~[\]]/g, '\\$&')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\|/g, '&#124;')
    .replace(/(?<![0-9A-Za-z])_|_(?![0-9A-Za-z])/g, '\\_')
    .replace(/^([-+=#])/, '\\$1')
    .replace(/^(\d+)([.)])$/, '$1\\$2')
}

/**
 * Text as it was written, in a fixed-width face.
 *
 * @param maxLength most characters to show
 * @returns a code span on one line, also fit for a table cell. Implementations disagree on a backslash before
 *   a pipe inside a table, therefore a pipe stands between two spans as an entity.
 * @see GitHub Flavored Markdown 0.29 §4.10, §6.3
 */
export function code(text: string, maxLength = 400): string {
  const line = visible(clip(text, maxLength)).replace(/\n/g, '⏎').replace(/\t/g, '␉')
  if (line === '') return nothing
  return line
    .split('|')
    .map((part) => (part === '' ? '' : codeSpan(part)))
    .join('&#124;')
}

function codeSpan(text: string): string {
  const shown = text.replace(/^ +| +$/g, (spaces) => '␠'.repeat(spaces.length))
  const delimiter = '`'.repeat(longestRun(shown, '`') + 1)
  const padding = shown.startsWith('`') || shown.endsWith('`') ? ' ' : ''
  return delimiter + padding + shown + padding + delimiter
}

function longestRun(text: string, character: string): number {
  let longest = 0
  let run = 0
  for (const candidate of text) {
    run = candidate === character ? run + 1 : 0
    longest = Math.max(longest, run)
  }
  return longest
}

/**
 * A code block that keeps lines and tabs as they are.
 *
 * @param text untrusted text, for example what a program printed
 * @param language info string, from us
 * @param maxLength most characters to show; what was cut is said inside the block
 * @returns a fence longer than any run of backticks inside
 */
export function fence(text: string, language = 'text', maxLength = 20_000): string {
  const shown = withoutLastLineEnds(visible(clip(text, maxLength, `\n… (${text.length} characters in all)`)))
  const delimiter = '`'.repeat(Math.max(3, longestRun(shown, '`') + 1))
  return `${delimiter}${language}\n${shown}\n${delimiter}`
}

/** By hand: a pattern for this takes quadratic time on text that is mostly line ends. */
function withoutLastLineEnds(text: string): string {
  let end = text.length
  while (text.charAt(end - 1) === '\n') end -= 1
  return text.slice(0, end)
}

/**
 * @param headings column headings, from us; `''` for a column without one
 * @param rows cells made by `prose`, `code` or from numbers
 * @returns a table; empty cells get a dash
 */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [
    line(headings.map((heading) => heading || ' ')),
    line(headings.map(() => ':---')),
    ...rows.map((row) => line(headings.map((_, index) => row[index] || nothing))),
  ].join('\n')
}

/**
 * @param facts names from us, and values made by `prose`, `code` or from numbers; facts without a value are left out
 * @returns a table of two columns. GitHub draws an empty heading as an empty row, so the first fact is the heading.
 */
export function factTable(facts: readonly (readonly [name: string, value: string | undefined])[]): string {
  const [first = '', ...rest] = facts.flatMap(([name, value]) =>
    value === undefined ? [] : [`| **${name}** | ${value || nothing} |`],
  )
  return [first, '| :--- | :--- |', ...rest].join('\n')
}

/**
 * @param title one line of plain text, from us
 * @param body Markdown blocks
 * @returns a block that opens on a click. The blank lines make GitHub read the body as Markdown.
 */
export function collapsed(title: string, body: string): string {
  const label = title.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  return `<details><summary>${label}</summary>\n\n${body}\n\n</details>`
}

/**
 * @param blocks Markdown blocks; absent ones are left out
 * @returns the blocks with a blank line between them
 */
export function stacked(...blocks: readonly (string | undefined)[]): string {
  return blocks.filter((block) => block !== undefined && block !== '').join('\n\n')
}
