import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { readRoomCodes, renderFindingsPage } from '../../scripts/findings-page'

const page = fileURLToPath(new URL('../../docs/findings.md', import.meta.url))

it('is committed exactly as the script writes it (npx tsx scripts/findings-page.ts)', async () => {
  expect(await readFile(page, 'utf8')).toBe(renderFindingsPage(await readRoomCodes()))
})

it('has one section for each code and no code in two rooms', async () => {
  const codes = (await readRoomCodes()).flatMap((room) => Object.keys(room.codes))
  expect(codes.length).toBeGreaterThan(10)
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([])
  const headings = [...(await readFile(page, 'utf8')).matchAll(/^### (.*)$/gm)].map(([, code]) => code)
  expect(headings).toEqual(codes)
})

it('has kebab-case codes with complete texts', async () => {
  for (const { codes } of await readRoomCodes()) {
    for (const [code, description] of Object.entries(codes)) {
      expect(code).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/)
      for (const text of Object.values(description)) expect(text.trim(), code).not.toBe('')
    }
  }
})
