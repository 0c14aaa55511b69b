import { describe, expect, it } from 'vitest'
import { block, languages, passagesOf, plainText, proseOf } from '../../src/text/passages'

const command = block('az group list\n  --output tsv')

describe('passages', () => {
  it.each<[string, string, readonly (readonly [string, string])[]]>([
    ['prose alone', 'one\ntwo', [['prose', 'one\ntwo']]],
    ['a block alone', command, [['block', 'az group list\n  --output tsv']]],
    [
      'a block between prose',
      `Do:\n${command}\nThen wait.`,
      [
        ['prose', 'Do:'],
        ['block', 'az group list\n  --output tsv'],
        ['prose', 'Then wait.'],
      ],
    ],
    [
      'two blocks',
      `${command}\n${block('go build')}`,
      [
        ['block', 'az group list\n  --output tsv'],
        ['block', 'go build'],
      ],
    ],
    ['a block that is not closed', '```sh\nab', [['block', 'ab']]],
    ['a language that draws', '```mermaid\nab\n```', [['prose', '```mermaid\nab\n```']]],
    ['backticks within a line', 'Write ```sh here.', [['prose', 'Write ```sh here.']]],
    ['nothing', '', []],
  ])('of %s', (_, text, expected) => {
    expect(passagesOf(text).map(({ kind, text: inner }) => [kind, inner])).toEqual(expected)
  })

  it.each(['```', '```sh\nx', 'a\n```\nb', '```\n```'])('keep %j inside its block', (text) => {
    for (const language of languages) {
      const [first, ...rest] = passagesOf(block(text, language))
      expect(rest).toEqual([])
      expect(first?.text.replaceAll(' ', '')).toBe(text)
      expect(first?.language).toBe(language)
    }
  })

  it('can be told without marks, or without blocks', () => {
    const text = `Do:\n${command}\nThen wait.`
    expect(plainText(text)).toBe('Do:\n  az group list\n    --output tsv\nThen wait.')
    expect(proseOf(text)).toBe('Do:\nThen wait.')
  })
})
