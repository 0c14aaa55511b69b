/**
 * Text inside Mermaid diagrams. Mermaid has several small languages with many keywords; nothing untrusted
 * reaches their grammars, because all of it travels as entity codes.
 */
import { clip, visible } from '../../text/visible'

/**
 * A label in which only Latin letters, digits and spaces stand for themselves. The first character is always
 * written as a code, so that a label can never be read as a keyword (`end`, `title …`, `section …`).
 *
 * Mermaid decodes those codes before it looks for formulas (`$$`) and icons (`fa:fa-car`), therefore `$` and `:`
 * are drawn with the signs that look most like them.
 *
 * @param maxLength most characters to show
 * @returns text for a quoted flowchart label or a Gantt task name; a single space when there is none
 * @see Mermaid documentation, "Entity codes to escape characters"
 */
export function mermaidLabel(text: string, maxLength = 60): string {
  const line = visible(clip(text, maxLength))
    .replace(/[\n\t]+/g, ' ')
    .replace(/\$/g, '＄')
    .replace(/:/g, '∶')
  if (line.trim() === '') return ' '
  return Array.from(line, (character, index) =>
    index > 0 && /^[A-Za-z0-9 ]$/.test(character) ? character : `#${character.codePointAt(0) ?? 0};`,
  ).join('')
}

/**
 * @param lines the diagram, one statement a line
 * @returns a block that GitHub draws. Labels hold no backtick, therefore three always close it.
 */
export function mermaidBlock(lines: readonly string[]): string {
  return ['```mermaid', ...lines, '```'].join('\n')
}
