import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { renderFindingsPages } from '../../scripts/findings-page'
import { repositoryRoot } from '../../scripts/run-action'
import type { CodeDescription } from '../../src/findings'
import { codesByRoom } from '../../src/stages/code-descriptions'

const pages = renderFindingsPages()
const index = pages.get('docs/findings.md') ?? ''

it.each([...pages])(
  '%s is committed exactly as the script writes it (npm run docs:findings)',
  async (path, text) => {
    expect(await readFile(join(repositoryRoot, path), 'utf8')).toBe(text)
  },
)

it('leaves no page of a room that is no more', async () => {
  const names = await readdir(join(repositoryRoot, 'docs', 'findings'))
  expect(names.map((name) => `docs/findings/${name}`).sort()).toEqual([...pages.keys()].slice(1).sort())
})

it('has one section for each code and no code in two rooms', () => {
  const codes = Object.values(codesByRoom).flatMap((codes) => Object.keys(codes))
  expect(codes.length).toBeGreaterThan(10)
  expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([])
  for (const [room, codes] of Object.entries(codesByRoom)) {
    const text = pages.get(`docs/findings/${room}.md`) ?? ''
    expect([...text.matchAll(/^## (.*)$/gm)].map(([, code]) => code)).toEqual(Object.keys(codes))
  }
})

it('keeps docs/findings.md#CODE, which released versions print, and leads from there to the section', () => {
  for (const [room, codes] of Object.entries(codesByRoom)) {
    for (const code of Object.keys(codes)) {
      const rows = index.split('\n').filter((line) => line.includes(`<a id="${code}"></a>`))
      expect(rows, code).toHaveLength(1)
      expect(rows[0]).toContain(`[\`${code}\`](findings/${room}.md#${code})`)
    }
  }
})

it('has pages that GitHub renders at once', () => {
  for (const [path, text] of pages) expect(text.length, path).toBeLessThan(120_000)
})

it('has kebab-case codes with complete texts', () => {
  for (const codes of Object.values(codesByRoom)) {
    for (const [code, description] of Object.entries<CodeDescription>(codes)) {
      expect(code).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/)
      for (const text of Object.values(description)) expect(text.trim(), code).not.toBe('')
    }
  }
})
