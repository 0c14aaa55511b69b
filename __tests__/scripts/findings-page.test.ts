import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { renderFindingsPage } from '../../scripts/findings-page'
import type { CodeDescription } from '../../src/findings'
import { codesByRoom } from '../../src/stages/code-descriptions'

const page = fileURLToPath(new URL('../../docs/findings.md', import.meta.url))

it('is committed exactly as the script writes it (npx tsx scripts/findings-page.ts)', async () => {
  expect(await readFile(page, 'utf8')).toBe(renderFindingsPage())
})

it('has one section for each code and no code in two rooms', async () => {
  const codes = Object.values(codesByRoom).flatMap((codes) => Object.keys(codes))
  expect(codes.length).toBeGreaterThan(10)
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([])
  const headings = [...(await readFile(page, 'utf8')).matchAll(/^### (.*)$/gm)].map(([, code]) => code)
  expect(headings).toEqual(codes)
})

it('has kebab-case codes with complete texts', () => {
  for (const codes of Object.values(codesByRoom)) {
    for (const [code, description] of Object.entries<CodeDescription>(codes)) {
      expect(code).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/)
      for (const text of Object.values(description)) expect(text.trim(), code).not.toBe('')
    }
  }
})
