import { describe, expect, it } from 'vitest'
import { placeOfOffset, tokenizeGo } from '../../src/gosource/source'

describe('tokenizeGo', () => {
  it('drops comments and decodes strings', () => {
    const tokens = [
      ...tokenizeGo('a := "x\\t\\u00e9\\x41\\101\\"" /* "no" */ + `raw\\n"` // "no"\nb(\'"\', 0x1F)'),
    ]
    expect(tokens.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'name a',
      'sign :',
      'sign =',
      'string x\té\x41\x41"',
      'sign +',
      'string raw\\n"',
      'name b',
      'sign (',
      "rune '\"'",
      'sign ,',
      'number 0x1F',
      'sign )',
    ])
  })

  it.each([
    ['an open string', 'a := "x\nb'],
    ['an open raw string', 'a := `x\nb'],
    ['an open comment', 'a /* b'],
    ['an impossible escape', '"\\UFFFFFFFF"'],
    ['a lone backslash', '"\\'],
    ['no Go', '\0\ud800 %%% é'],
  ])('survives %s', (_, text) => {
    expect([...tokenizeGo(text)].length).toBeGreaterThan(0)
  })

  it.each([
    ['escaped quotes', '"\\'.repeat(300_000)],
    ['open comments', '/*'.repeat(300_000)],
    ['quotes', "'".repeat(600_000)],
    ['names', 'a.'.repeat(300_000)],
  ])('comes to an end on a megabyte of %s', (_, text) => {
    expect([...tokenizeGo(text)].length).toBeLessThanOrEqual(600_000)
  })

  it('knows places', () => {
    expect(placeOfOffset('ab\ncd\n', 4)).toEqual({ line: 2, column: 2 })
    expect(placeOfOffset('ab', 0)).toEqual({ line: 1, column: 1 })
  })
})
