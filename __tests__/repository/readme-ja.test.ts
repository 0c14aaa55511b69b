/** README.ja.md says in Japanese what README.md says: the same sections, tables and blocks in the same order. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPageBlocks } from '../../scripts/page-blocks'
import { repositoryRoot } from '../../scripts/run-action'

const path = join(repositoryRoot, 'README.ja.md')
const english = readFileSync(join(repositoryRoot, 'README.md'), 'utf8')
const japanese = existsSync(path) ? readFileSync(path, 'utf8') : ''

describe('README.ja.md', () => {
  it('is there, and is Japanese', () => {
    expect(existsSync(path), 'README.ja.md is missing').toBe(true)
    // Hiragana and katakana: Chinese characters alone would not do.
    expect(japanese.match(/[\p{sc=Hira}\p{sc=Kana}]/gu)?.length ?? 0).toBeGreaterThan(1000)
  })

  it('has the headings of the README, level by level', () => {
    expect(levelsOf(japanese)).toEqual(levelsOf(english))
  })

  it('has the same blocks, but for their comments', () => {
    const blocksOf = (page: string) =>
      readPageBlocks(page).map(({ kind, text }) => [kind, withoutComments(text)])
    expect(existsSync(path), 'README.ja.md is missing').toBe(true)
    expect(blocksOf('README.ja.md')).toEqual(blocksOf('README.md'))
  })

  it('has the same tables: as many rows and cells, and the same names in their first cells', () => {
    const rowsOf = (text: string) =>
      tableRows(text).map((cells) => [cells.length, ...(cells[0]?.match(/`[^`]+`/g) ?? [])])
    expect(rowsOf(japanese)).toEqual(rowsOf(english))
  })

  it('has the same defaults, and says of the same rows and sentences that no release knows them', () => {
    const statesOf = (text: string, mark: string) =>
      tableRows(text).map((cells) => [
        ...(cells.length === 3 ? (cells[1]?.match(/`[^`]+`|\d+/g) ?? []) : []),
        cells.some((cell) => cell.includes(mark)),
      ])
    expect(statesOf(japanese, '*未リリース*')).toEqual(statesOf(english, '*Unreleased*'))
    expect(japanese.split('*未リリース*')).toHaveLength(english.split('*Unreleased*').length)
  })

  it('says that the linked pages are English', () => {
    expect(japanese).toContain('リンク先のページはすべて英語です。')
  })

  it('has the same pictures and links', () => {
    const targetsOf = (text: string) =>
      [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)
    const own = (targets: readonly string[]) =>
      targets.filter((target) => !/^#|^README(\.ja)?\.md$/.test(target)).sort()
    expect(own(targetsOf(japanese))).toEqual(own(targetsOf(english)))
  })
})

/** Levels of the headings, blocks left out, since comments in them look like headings. */
function levelsOf(text: string): readonly number[] {
  const outside = text.replace(/^( *)```[\s\S]*?^\1```$/gm, '')
  return [...outside.matchAll(/^(#{1,6}) /gm)].map(([, marks = '']) => marks.length)
}

function tableRows(text: string): readonly (readonly string[])[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| :?---/.test(line))
    .map((line) => line.split('|').slice(1, -1))
}

/** `# v7.0.1` after a SHA is no comment for people: Dependabot reads it. */
function withoutComments(text: string): string {
  return text.replace(/[ \t]+# (?!v\d)[^\n]*/g, '')
}
