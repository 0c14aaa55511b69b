/**
 * The one markup that texts of findings may hold besides backticks: blocks between two lines of three backticks. In a
 * hint a block is a command or code to copy; in a message it is what a server or a program said. Knows no format of
 * output.
 */

/** A piece of a text, in its order. */
export interface Passage {
  readonly kind: 'prose' | 'block'
  readonly text: string
  /** For example `sh`; empty for prose. */
  readonly language: string
}

/** Languages of blocks. Others open none, so that foreign text draws no diagram. */
export const languages = ['sh', 'go', 'json', 'yaml', 'text'] as const
export type Language = (typeof languages)[number]

const opening = new RegExp(`^\`\`\`(${languages.join('|')})$`)

/**
 * Writes a block, to be put on lines of its own.
 *
 * @param text what to copy or to read, as it is
 * @param language `text` for what is no code
 * @returns the block without a line end after it
 */
export function block(text: string, language: Language = 'sh'): string {
  // A line of the text itself cannot close the block.
  const inner = text.split('\n').map((line) => (line.startsWith('```') ? ` ${line}` : line))
  return ['```'.concat(language), ...inner, '```'].join('\n')
}

/** Answers up to here are read within a sentence. */
const longestInline = 160

/**
 * Says what a server answered: a short answer behind the sentence, a long one in a block.
 *
 * @param sentence without its full stop
 * @param after a sentence that has to be read, too
 */
export function withAnswer(sentence: string, answer: string, after = ''): string {
  const more = after === '' ? '' : ` ${after}`
  const isShort = answer.length <= longestInline && !answer.includes('\n')
  return isShort ? `${sentence}: ${answer}${more}` : `${sentence}.${more}\n${block(answer, 'text')}`
}

/**
 * Takes a text apart. A block that is not closed ends with the text.
 *
 * @returns the passages; empty prose is left out
 */
export function passagesOf(text: string): Passage[] {
  const passages: { kind: Passage['kind']; lines: string[]; language: string }[] = []
  let current: (typeof passages)[number] = { kind: 'prose', lines: [], language: '' }
  const begin = (kind: Passage['kind'], language: string): void => {
    passages.push(current)
    current = { kind, lines: [], language }
  }
  for (const line of text.split('\n')) {
    const [, language] = opening.exec(line) ?? []
    if (current.kind === 'block' && line === '```') begin('prose', '')
    else if (current.kind === 'prose' && language) begin('block', language)
    else current.lines.push(line)
  }
  return [...passages, current]
    .map(({ kind, lines, language }) => ({ kind, text: lines.join('\n'), language }))
    .filter(({ kind, text: inner }) => kind === 'block' || inner.trim() !== '')
}

/**
 * @returns the text without its blocks, in lines
 */
export function proseOf(text: string): string {
  return text.includes('```')
    ? passagesOf(text)
        .filter(({ kind }) => kind === 'prose')
        .map((passage) => passage.text)
        .join('\n')
    : text
}

/**
 * @returns the text for a place without formats: blocks without their marks, indented by two spaces
 */
export function plainText(text: string): string {
  if (!text.includes('```')) return text
  return passagesOf(text)
    .map((passage) => (passage.kind === 'prose' ? passage.text : passage.text.replace(/^/gm, '  ')))
    .join('\n')
}
